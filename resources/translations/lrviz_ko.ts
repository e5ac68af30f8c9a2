<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Classroom</name>
    <message>
        <source>Write a lesson</source>
        <translation>레슨 쓰기</translation>
    </message>
    <message>
        <source>Lessons (*.toml)</source>
        <translation>레슨 (*.toml)</translation>
    </message>
    <message>
        <source>{0} can’t be opened</source>
        <translation>{0}을(를) 열 수 없습니다</translation>
    </message>
    <message>
        <source>{0} is no longer there</source>
        <translation>{0}이(가) 더 이상 없습니다</translation>
    </message>
    <message>
        <source>{0}. Your open session is untouched.</source>
        <translation>{0}. 열려 있는 세션은 그대로입니다.</translation>
    </message>
    <message>
        <source>{0} wasn’t written</source>
        <translation>{0}을(를) 저장하지 못했습니다</translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message>
        <source>Step {0} of {1}</source>
        <translation>{1}단계 중 {0}단계</translation>
    </message>
</context>
<context>
    <name>DropBox</name>
    <message>
        <source>Paste your scheduler code, or drop a file</source>
        <translation>스케줄러 코드를 붙여넣거나 파일을 놓으세요</translation>
    </message>
    <message>
        <source>A click reads what is on the clipboard (Ctrl+V)</source>
        <translation>누르면 클립보드의 내용을 읽어요 (Ctrl+V)</translation>
    </message>
    <message>
        <source>read, never run</source>
        <translation>읽기만 하고 실행하지 않습니다</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>What will this schedule do?</source>
        <translation>이 스케줄은 어디로 갈까요?</translation>
    </message>
    <message>
        <source>See the curve, the loss it leads to and the road it takes, before you spend GPU hours.</source>
        <translation>GPU를 쓰기 전에 곡선과 손실, 지나갈 길을 먼저 확인하세요.</translation>
    </message>
    <message>
        <source>All presets</source>
        <translation>모든 프리셋</translation>
    </message>
    <message>
        <source>Files that you open or save are kept here.</source>
        <translation>열거나 저장한 파일이 여기에 남아요.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>레슨</translation>
    </message>
    <message>
        <source>Start from a preset</source>
        <translation>프리셋으로 시작</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>All {0}</source>
        <translation>{0}개 모두 보기</translation>
    </message>
</context>
<context>
    <name>HomeBar</name>
    <message>
        <source>New experiment</source>
        <translation>새 실험</translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation>{0}(으)로 돌아가기</translation>
    </message>
    <message>
        <source>Back to {0} (Ctrl+0)</source>
        <translation>{0}(으)로 돌아가기 (Ctrl+0)</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message>
        <source>done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}분</translation>
    </message>
    <message>
        <source>left at step {0} of {1}</source>
        <translation>{1}단계 중 {0}단계까지</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Leave the lesson</source>
        <translation>레슨 나가기</translation>
    </message>
    <message>
        <source>The race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Previous step (Alt+Left)</source>
        <translation>이전 단계 (Alt+Left)</translation>
    </message>
    <message>
        <source>Next step (Alt+Right)</source>
        <translation>다음 단계 (Alt+Right)</translation>
    </message>
    <message>
        <source>Put the experiment back</source>
        <translation>실험 되돌리기</translation>
    </message>
    <message>
        <source>Makes the experiment what it was at the beginning; undo brings yours back</source>
        <translation>실험을 처음 상태로 되돌려요. 실행 취소하면 바꾼 것이 돌아와요</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>무엇을 측정했나</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마치기</translation>
    </message>
    <message>
        <source>{0}. What was read before is shown on.</source>
        <translation>{0}. 앞서 읽은 내용을 계속 보여 줍니다.</translation>
    </message>
    <message>
        <source>Leave the lesson, back to {0}</source>
        <translation>레슨을 나가서 {0}(으)로 돌아가기</translation>
    </message>
    <message>
        <source>Lesson: {0}</source>
        <translation>레슨: {0}</translation>
    </message>
    <message>
        <source>Racing: {0} of {1} steps</source>
        <translation>경주 중: {1}스텝 중 {0}스텝</translation>
    </message>
</context>
<context>
    <name>MeasuredList</name>
    <message>
        <source>Measuring again</source>
        <translation>다시 측정하는 중</translation>
    </message>
    <message>
        <source>The caveat</source>
        <translation>주의할 점</translation>
    </message>
    <message>
        <source>Trains every scene here with seeds it was never measured with</source>
        <translation>한 번도 쓰지 않은 시드로 모든 장면을 여기서 학습해요</translation>
    </message>
    <message>
        <source>Training with seeds {0} to {1} …</source>
        <translation>시드 {0}–{1}로 학습하는 중 …</translation>
    </message>
    <message>
        <source>Trained here with seeds {0} to {1}.</source>
        <translation>시드 {0}–{1}로 여기서 학습했습니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>다시 측정</translation>
    </message>
    <message>
        <source>It stopped: {0}.</source>
        <translation>멈췄습니다: {0}.</translation>
    </message>
</context>
<context>
    <name>MeasuredRow</name>
    <message>
        <source>holds in at least {0} of {1} seeds</source>
        <translation>시드 {1}개 중 적어도 {0}개에서 성립합니다</translation>
    </message>
    <message>
        <source>held here in {0} of {1} seeds</source>
        <translation>여기서는 시드 {1}개 중 {0}개에서 성립했습니다</translation>
    </message>
    <message>
        <source>held here</source>
        <translation>여기서도 성립했습니다</translation>
    </message>
    <message>
        <source>did not hold here</source>
        <translation>여기서는 성립하지 않았습니다</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Open the lesson?</source>
        <translation>레슨을 열까요?</translation>
    </message>
    <message>
        <source>The session has changes that are in no file yet. They come back with it when you leave the lesson, as long as the window stays open.</source>
        <translation>세션에 아직 저장하지 않은 변경이 있습니다. 창을 닫지 않는 한, 레슨을 나가면 세션과 함께 돌아옵니다.</translation>
    </message>
    <message>
        <source>Open the lesson</source>
        <translation>레슨 열기</translation>
    </message>
    <message>
        <source>Save first</source>
        <translation>먼저 저장</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>머무르기</translation>
    </message>
    <message>
        <source>First open</source>
        <translation>첫 세션</translation>
    </message>
    <message>
        <source>the lesson’s own experiment</source>
        <translation>레슨의 실험</translation>
    </message>
</context>
<context>
    <name>PresetCard</name>
    <message>
        <source>{0} updates</source>
        <translation>업데이트 {0}번</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>an hour ago</source>
        <translation>1시간 전</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>{0} minutes ago</source>
        <translation>{0}분 전</translation>
    </message>
    <message>
        <source>{0} hours ago</source>
        <translation>{0}시간 전</translation>
    </message>
    <message>
        <source>{0} days ago</source>
        <translation>{0}일 전</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>{0} in {1}, {2}</source>
        <translation>{0}, {1}, {2}</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>what the lesson asks for</source>
        <translation>레슨이 시킨 대로</translation>
    </message>
</context>
<context>
    <name>TrialBox</name>
    <message>
        <source>It is set. Now race it.</source>
        <translation>설정했어요. 이제 경주해 보세요.</translation>
    </message>
    <message>
        <source>That is it.</source>
        <translation>바로 그거예요.</translation>
    </message>
    <message>
        <source>Not done yet. This box notices when it is.</source>
        <translation>아직이에요. 해내면 여기에 바로 나타나요.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>해냈어요</translation>
    </message>
    <message>
        <source>Try it yourself</source>
        <translation>직접 해 보기</translation>
    </message>
    <message>
        <source>Race it</source>
        <translation>경주하기</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>보여 주기</translation>
    </message>
</context>
</TS>
