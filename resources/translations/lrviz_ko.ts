<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>A pane for each run</source>
        <translation>실행마다 칸 하나</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>A plan of one step has no place to branch at</source>
        <translation>한 스텝짜리 계획에는 갈라질 곳이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/help.py"/>
        <source>About lrviz</source>
        <translation>lrviz 정보</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Add a knot at the cursor</source>
        <translation>커서에 매듭 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Add run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>All panes are in sight</source>
        <translation>모든 칸이 보임</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>All views at once</source>
        <translation>모든 보기를 한꺼번에</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/menus.py"/>
        <source>As the system</source>
        <translation>시스템 설정 따름</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Branch here</source>
        <translation>여기서 갈라 내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Compare with this run</source>
        <translation>이 실행과 비교하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Copy code</source>
        <translation>코드 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/help.py"/>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Copy numbers as CSV</source>
        <translation>수치를 CSV로 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Copy numbers as LaTeX</source>
        <translation>수치를 LaTeX로 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Copy numbers as Markdown</source>
        <translation>수치를 Markdown으로 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Copy session as text</source>
        <translation>세션을 글로 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Copy the numbers of the curves</source>
        <translation>곡선의 숫자 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Copy values at the cursor</source>
        <translation>커서의 값 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Cursor back</source>
        <translation>커서 뒤로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Cursor back by an epoch</source>
        <translation>커서 한 에폭 뒤로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Cursor back by ten</source>
        <translation>커서 10스텝 뒤로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Cursor on</source>
        <translation>커서 앞으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Cursor on by an epoch</source>
        <translation>커서 한 에폭 앞으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Cursor on by ten</source>
        <translation>커서 10스텝 앞으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Cursor to the end</source>
        <translation>커서를 끝으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Cursor to the start</source>
        <translation>커서를 처음으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/menus.py"/>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Delete run</source>
        <translation>실행 삭제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Differences to the baseline</source>
        <translation>기준과의 차이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Draw the metric by hand</source>
        <translation>지표를 손으로 그리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Duplicate run</source>
        <translation>실행 복제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/catalog.py"/>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/help.py"/>
        <source>Explain something…</source>
        <translation>무엇이든 설명 보기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/help.py"/>
        <source>Explain what has the focus</source>
        <translation>포커스가 있는 것의 설명 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Export LR search as CSV…</source>
        <translation>LR 탐색을 CSV로 내보내기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Export curves as CSV…</source>
        <translation>곡선을 CSV로 내보내기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Export film of the walk…</source>
        <translation>걸어간 길을 영상으로 내보내기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Export forecasts as CSV…</source>
        <translation>예측을 CSV로 내보내기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Export landscape as NPZ…</source>
        <translation>지형을 NPZ로 내보내기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Export metrics as CSV…</source>
        <translation>지표를 CSV로 내보내기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Export picture…</source>
        <translation>그림 내보내기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Export report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/export.py"/>
        <source>Export training script…</source>
        <translation>학습 스크립트 내보내기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/help.py"/>
        <source>Find anything…</source>
        <translation>무엇이든 찾기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Flip light and dark</source>
        <translation>밝게/어둡게 바꾸기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Forecast pane</source>
        <translation>예측 칸</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/menus.py"/>
        <source>Forget these files</source>
        <translation>이 파일들 잊기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/catalog.py"/>
        <source>Go back to the session first</source>
        <translation>먼저 세션으로 돌아가세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Go to a step…</source>
        <translation>스텝으로 이동…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Go to the next part of the window</source>
        <translation>창의 다음 부분으로 가기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Go to the part before</source>
        <translation>창의 이전 부분으로 가기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Gradients view</source>
        <translation>기울기 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/catalog.py"/>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/edit.py"/>
        <source>History…</source>
        <translation>기록…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Improve the schedule by its forecast…</source>
        <translation>예측으로 스케줄 개선하기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/help.py"/>
        <source>Keyboard shortcuts…</source>
        <translation>키보드 단축키…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>LR finder</source>
        <translation>LR 탐색</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Landscape view</source>
        <translation>지형 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/menus.py"/>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/lessons.py"/>
        <source>Leave the lesson</source>
        <translation>레슨 나가기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/catalog.py"/>
        <location filename="../../lrviz/ui/actions/lessons.py"/>
        <source>Lessons</source>
        <translation>레슨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/menus.py"/>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Logarithmic axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Loss view</source>
        <translation>손실 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Momentum pane</source>
        <translation>모멘텀 칸</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Move run down</source>
        <translation>실행 아래로 옮기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Move run up</source>
        <translation>실행 위로 옮기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/session.py"/>
        <source>New session</source>
        <translation>새 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Next pane</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/lessons.py"/>
        <source>Next step of the lesson</source>
        <translation>레슨의 다음 단계</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Next unit</source>
        <translation>다음 단위</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/lessons.py"/>
        <source>No lesson is open</source>
        <translation>열린 레슨이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Not in this view</source>
        <translation>이 보기에는 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/edit.py"/>
        <source>Nothing was changed yet</source>
        <translation>아직 바뀐 것이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/edit.py"/>
        <source>Nothing was undone</source>
        <translation>실행 취소한 것이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>One update</source>
        <translation>업데이트 한 번</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/menus.py"/>
        <source>Open recent</source>
        <translation>최근 파일 열기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/help.py"/>
        <source>Open the log folder</source>
        <translation>로그 폴더 열기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/help.py"/>
        <source>Open the menu</source>
        <translation>메뉴 열기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/session.py"/>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Pane before</source>
        <translation>이전 칸</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/edit.py"/>
        <source>Paste code</source>
        <translation>코드 붙여넣기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Play or pause</source>
        <translation>재생 또는 일시정지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Present</source>
        <translation>발표하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/session.py"/>
        <source>Presets…</source>
        <translation>프리셋…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/lessons.py"/>
        <source>Previous step of the lesson</source>
        <translation>레슨의 이전 단계</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/edit.py"/>
        <source>Problem and plan…</source>
        <translation>문제와 계획…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Profile along a line</source>
        <translation>선을 따라 단면 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/session.py"/>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/cursor.py"/>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/catalog.py"/>
        <source>Race and cursor</source>
        <translation>경주와 커서</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/edit.py"/>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Rename run</source>
        <translation>실행 이름 바꾸기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Replay the walk</source>
        <translation>걸어간 길 다시 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Reset layout</source>
        <translation>배치 되돌리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/catalog.py"/>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/session.py"/>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/session.py"/>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Schedule view</source>
        <translation>스케줄 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>See the landscape in 3-D or from above</source>
        <translation>지형을 3차원 또는 위에서 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/catalog.py"/>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/help.py"/>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Show only this run</source>
        <translation>이 실행만 보이기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <source>Show or hide run</source>
        <translation>실행 보이기 또는 숨기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Show or hide the dock</source>
        <translation>도크 보이기 또는 숨기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Show or hide the sidebar</source>
        <translation>사이드바 보이기 또는 숨기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Show the whole plan</source>
        <translation>계획 전체 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Survey, search or take apart again</source>
        <translation>측량, 탐색, 분해 다시 하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/catalog.py"/>
        <location filename="../../lrviz/ui/actions/menus.py"/>
        <source>Take away</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/menus.py"/>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/runs.py"/>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>There is no run</source>
        <translation>실행이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Training view</source>
        <translation>학습 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/edit.py"/>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/views.py"/>
        <source>Update weights pane</source>
        <translation>업데이트 비중 칸</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/catalog.py"/>
        <source>Views</source>
        <translation>보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/lessons.py"/>
        <source>Write a lesson from this session…</source>
        <translation>이 세션으로 레슨 쓰기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/actions/menus.py"/>
        <source>no longer there</source>
        <translation>더 이상 없음</translation>
    </message>
</context>
<context>
    <name>Against</name>
    <message>
        <location filename="../../lrviz/ui/views/against.py"/>
        <source>baseline</source>
        <translation>기준</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/apart.py"/>
        <source>seed by seed</source>
        <translation>시드별</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/multiples.py"/>
        <source>stale</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/layout.py"/>
        <source>{0}, stale</source>
        <translation>{0}, 오래됨</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <location filename="../../lrviz/ui/choices/agreement.py"/>
        <source>Execute it</source>
        <translation>실행하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/agreement.py"/>
        <source>Execute {0}?</source>
        <translation>{0:을} 실행할까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/agreement.py"/>
        <source>It can do whatever you can on this computer, and so can all it imports. It comes from {0}.</source>
        <translation>이 파일은 이 컴퓨터에서 사용자가 할 수 있는 일은 무엇이든 할 수 있고, 불러오는 모듈도 모두 그렇습니다. 파일 위치: {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/agreement.py"/>
        <source>{0} has changed since it was chosen: read it again in the problem's form</source>
        <translation>고른 뒤에 {0:이} 바뀌었습니다. 문제 양식에서 다시 읽으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/agreement.py"/>
        <source>{0} is a program. Execute it to race its model?</source>
        <translation>{0:은} 프로그램입니다. 모델을 경주하려면 실행해야 하는데, 실행할까요?</translation>
    </message>
</context>
<context>
    <name>Anatomy</name>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source> · ±{0}</source>
        <translation> · ±{0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>None: frozen</source>
        <translation>없음: 동결됨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>Update {0} of {1}</source>
        <translation>업데이트 {0} / {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>before the step</source>
        <translation>스텝 전</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>decay</source>
        <translation>감쇠</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>frozen: no update</source>
        <translation>동결됨: 업데이트 없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>gradient g</source>
        <translation>기울기 g</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/anatomy.py"/>
        <source>largest</source>
        <translation>최대</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>momentum {0}</source>
        <translation>모멘텀 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>none yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>none: frozen</source>
        <translation>없음: 동결됨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>running mean of gradients</source>
        <translation>기울기의 이동 평균</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>running sum of gradients</source>
        <translation>기울기의 누적 합</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>size {0}</source>
        <translation>크기 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>their running size</source>
        <translation>기울기 크기의 이동 평균</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>update Δw</source>
        <translation>업데이트 Δw</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>weight w</source>
        <translation>가중치 w</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>what backward left in .grad</source>
        <translation>역전파가 .grad에 남긴 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>what the step adds</source>
        <translation>이 스텝이 더하는 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>what weight decay adds</source>
        <translation>가중치 감쇠가 더하는 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/anatomy.py"/>
        <source>{0}  (no room here for {1} more)</source>
        <translation>{0}  (자리가 없어 {1}개는 생략)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/anatomy.py"/>
        <source>‖{0}‖ {1}</source>
        <translation>‖{0}‖ {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/anatomy.py"/>
        <source>−largest</source>
        <translation>−최대</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>Decision boundary</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>Fit</source>
        <translation>적합</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>Per class</source>
        <translation>클래스별</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>ROC curve</source>
        <translation>ROC 곡선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>Reliability</source>
        <translation>신뢰도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>accuracy where so sure; ECE at the end</source>
        <translation>그만큼 확신할 때의 정확도, 끝에 ECE</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>confidence</source>
        <translation>확신</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>false positive rate</source>
        <translation>거짓 양성률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>first feature</source>
        <translation>첫째 특성</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>nothing is answered yet</source>
        <translation>아직 아무것도 답하지 않았어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>of each run; {0} upwards</source>
        <translation>실행마다, 위쪽이 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>over recall; average precision at the end</source>
        <translation>재현율에 따라, 끝에 평균 정밀도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>the second feature</source>
        <translation>둘째 특성</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>true positive rate; area at the end</source>
        <translation>참 양성률, 끝에 넓이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>what each run makes of the input, over the training examples</source>
        <translation>각 실행이 입력에 내는 답, 학습 예제와 함께</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>{0}: in per cent</source>
        <translation>{0}: 퍼센트</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/answers.py"/>
        <source>{0}: true class upwards, predicted across</source>
        <translation>{0}: 위로 참 클래스, 옆으로 예측</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <location filename="../../lrviz/ui/pages/beginning.py"/>
        <source>Add run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/beginning.py"/>
        <source>Paste code</source>
        <translation>코드 붙여넣기</translation>
    </message>
</context>
<context>
    <name>BoardCanvas</name>
    <message>
        <location filename="../../lrviz/ui/showing/board_canvas.py"/>
        <source>Open {0}</source>
        <translation>{0} 열기</translation>
    </message>
</context>
<context>
    <name>BranchForm</name>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>It begins there, at its own step 0.</source>
        <translation>거기서 자신의 0스텝부터 시작합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>It counts on, as if it had been stepped from the start.</source>
        <translation>처음부터 스텝을 밟아 온 것처럼 이어 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>Its scheduler</source>
        <translation>스케줄러</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>Leaves {0} after {1} step{1:|s}, with its weights and its optimizer’s state.</source>
        <translation>{1}스텝 뒤에 {0}에서 갈라져, 그 가중치와 옵티마이저 상태를 이어받습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>Make it a run of its own</source>
        <translation>독립된 실행으로 만들기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>Train it by itself from the start, with the settings it has now.</source>
        <translation>지금 설정 그대로 처음부터 따로 학습해요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>continues</source>
        <translation>이어감</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>scheduler</source>
        <translation>스케줄러</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>starts</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>step must be a whole number from {0} to {1}</source>
        <translation>스텝은 {0} 이상 {1} 이하의 정수여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/branch_form.py"/>
        <source>where it leaves</source>
        <translation>갈라지는 곳</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Press the new keys</source>
        <translation>새 키를 누르세요</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Common mistake</source>
        <translation>흔한 실수</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sheet.py"/>
        <source>Find an action, a run, a file, a lesson, a scheduler …</source>
        <translation>동작, 실행, 파일, 레슨, 스케줄러 찾기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/explaining.py"/>
        <source>In sight</source>
        <translation>보이는 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <location filename="../../lrviz/ui/card/picture.py"/>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Picture of {0}</source>
        <translation>{0}의 그림</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Sources</source>
        <translation>출처</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Supposed metric</source>
        <translation>가정한 지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/sample.py"/>
        <source>Target</source>
        <translation>목표값</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/explaining.py"/>
        <source>Use it</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/entry_card.py"/>
        <source>When to use it</source>
        <translation>쓸 때</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/sample.py"/>
        <source>feature {0}</source>
        <translation>특성 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/picture.py"/>
        <source>share of the plan</source>
        <translation>계획에 대한 비율</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>- load_state_dict: the old scheduler's state is put back too, and with it every field that is no function. The new horizon is lost; of a LambdaLR the new function counts. - last_epoch: it is built with last_epoch = step − 1. What multiplies the rate goes on from the old one's rate. - stepped: on parameter groups as they first were, it is stepped as often as the old one was. - fresh: it begins at its own step 0, from the rate it finds, and ends as many steps later.</source>
        <translation>- load_state_dict: 이전 스케줄러의 상태까지 되돌리고, 함수가 아닌 필드도 모두 따라옵니다. 새 길이는 사라지고, LambdaLR에서는 새 함수가 쓰입니다. - last_epoch: last_epoch = step − 1로 만듭니다. 학습률에 곱하는 것은 이전 학습률에서 이어 갑니다. - stepped: 처음 그대로의 파라미터 그룹에서 이전 것이 밟은 만큼 스텝을 밟습니다. - fresh: 만난 학습률에서 자신의 0스텝부터 시작하고, 그만큼 늦게 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup_lr_rate.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>1 / num_warmup_steps</source>
        <translation>1 / num_warmup_steps</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/polynomial_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>1 is a straight line, more falls earlier.</source>
        <translation>1이면 직선이고, 클수록 일찍 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>1.0 T tokens in batches of 4 M: 250 000 updates. The rate climbs to 3e-4 in 2000 of them, then a cosine takes it to a tenth of that, not to 0. AdamW with β₂ 0.95 and weight decay 0.1; gradients are cut to a norm of 1. A batch stands here for 2000 sequences of 2000 tokens.</source>
        <translation>토큰 1.0조 개를 4백만 개씩의 배치로: 업데이트 250 000번. 학습률은 2000번 동안 3e-4까지 올라가고, 코사인이 0이 아니라 그 10분의 1까지 내립니다. β₂ 0.95, weight decay 0.1인 AdamW이고 기울기는 노름 1로 잘라 냅니다. 여기서 배치는 토큰 2000개짜리 시퀀스 2000개를 뜻합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/digits.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>1797 handwritten digits (UCI, by way of scikit-learn), pixels ÷ 16; the split is stratified.</source>
        <translation>손글씨 숫자 1797개(UCI, scikit-learn에서 옮김). 픽셀은 16으로 나누고, 클래스 비율을 지켜 나눕니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>256 workers see 32 images each, so the rate of 0.1 for 256 images becomes 0.1 · 8192 / 256 = 3.2. Such a rate breaks the first epochs: the run starts from 0.1 and adds the same amount at every update until it is there after 5 epochs. Then steps of ×0.1 at epochs 30, 60 and 80 of 90. Weight decay is 1e-4.</source>
        <translation>작업자 256명이 그림을 32장씩 보므로, 256장에 0.1인 학습률은 0.1 · 8192 / 256 = 3.2가 됩니다. 그런 학습률은 처음 에폭들을 망치므로, 0.1에서 시작해 업데이트마다 같은 양을 더해 5에폭 뒤에 이릅니다. 그 뒤 90에폭 중 30, 60, 80에서 ×0.1로 떨어집니다. weight decay는 1e-4입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>300 B tokens of the Pile, then 300 B of SlimPajama, each with a cosine from 3e-4 to a tenth of it. The rate climbs again in the first 1 % of the new data: without that the model hardly takes them in, with it it forgets some of the old, of which 5 % are mixed in. An update stands here for 2 M tokens.</source>
        <translation>Pile의 토큰 3천억 개, 그 뒤 SlimPajama의 3천억 개를, 저마다 3e-4에서 그 10분의 1까지의 코사인으로 학습합니다. 새 데이터의 처음 1 %에서 학습률이 다시 올라갑니다. 그러지 않으면 모델이 새 데이터를 거의 받아들이지 못하고, 그러면 옛 데이터를 조금 잊는데, 그래서 옛 데이터를 5 % 섞습니다. 여기서 업데이트는 토큰 2백만 개를 뜻합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/diabetes.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>442 patients with ten features each, and how far their diabetes went in a year; everything standardised.</source>
        <translation>환자 442명, 특성 열 개씩, 그리고 당뇨가 한 해 동안 진행한 정도. 모두 표준화했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>A Llama-like model of 213 M parameters: 15 000 updates of 200 sequences of 512 tokens. 300 updates climb from 1e-5 to 1e-3, the rate stays there, and the last fifth cools down as 1 − √, which can begin from any checkpoint of the constant stretch. Beside it a cosine to 0 with the same warm-up, which has to know its end.</source>
        <translation>파라미터 2억 1300만 개의 Llama 비슷한 모델: 토큰 512개짜리 시퀀스 200개씩 업데이트 15 000번. 300번 동안 1e-5에서 1e-3으로 올라가 머물고, 마지막 5분의 1은 1 − √로 식습니다. 일정한 구간의 어느 체크포인트에서나 식히기 시작할 수 있습니다. 곁에는 같은 워밍업으로 0까지 가는 코사인이 있는데, 이것은 끝을 미리 알아야 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/rosenbrock.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A bent valley: easily found, and long to walk to its lowest place, (1, 1).</source>
        <translation>굽은 골짜기. 들어가기는 쉽지만 가장 낮은 (1, 1)까지는 멀리 걸어야 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/quadratic.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A bowl that is steeper along y: the step that y bears is too short for x.</source>
        <translation>y 쪽이 더 가파른 그릇. y가 견디는 스텝은 x에게 너무 짧습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/rastrigin.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A bowl with a hollow at each whole x and y.</source>
        <translation>정수 x, y마다 구덩이가 있는 그릇.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A cut smaller than this is left out.</source>
        <translation>이보다 작은 낮추기는 하지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsds.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A decay goes straight in 1 / lr, so that it is steep at first; p is the share of decay_steps that is done. At an end the rate jumps back up, since training goes on from the decayed weights; after the last it stays at min_ratio. The first update runs at a rate of 0.</source>
        <translation>감쇠는 1 / lr에서 직선이라 처음에 가파릅니다. p는 decay_steps 중 끝난 비율입니다. 끝에서는 감쇠한 가중치로 학습을 이어 가므로 학습률이 다시 뛰어오르고, 마지막 뒤에는 min_ratio에 머뭅니다. 첫 업데이트의 학습률은 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_to_zero.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A final_ratio of 0 is the paper's D2Z; 0.1 is the tenfold decay it is compared with. The first update runs at a rate of 0.</source>
        <translation>final_ratio가 0이면 논문의 D2Z이고, 0.1이면 논문이 견준 10분의 1 감쇠입니다. 첫 업데이트의 학습률은 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/ackley.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A funnel with a hollow in each unit of it; only the one in the middle, (0, 0), reaches 0.</source>
        <translation>칸마다 구덩이가 있는 깔때기. 가운데 (0, 0)만 0에 닿습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/formula.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A height of your own, as a formula of x and y; torch differentiates it.</source>
        <translation>x와 y의 식으로 적는 나만의 높이. 미분은 torch가 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/drawn.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A metric drawn by hand: values evenly spread over the plan, with straight lines between them.</source>
        <translation>손으로 그린 지표: 계획에 고르게 놓인 값을 직선으로 잇습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/own_model.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A network of your own: a function in a .py file that returns an nn.Module, run only after you agree to it.</source>
        <translation>나만의 신경망: nn.Module을 돌려주는 .py 파일의 함수. 동의한 뒤에만 실행합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/river_valley.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A picture of training: a high rate carries far along the river, bouncing off the walls, and only a decay settles down to it. The formula is lrviz's own. The river never ends.</source>
        <translation>학습을 그린 그림입니다. 높은 학습률은 벽에 부딪히며 강을 따라 멀리 나아가고, 감쇠해야 강바닥에 가라앉습니다. 식은 lrviz의 것입니다. 강은 끝나지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/river_valley.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A river between steep walls that winds and gently falls.</source>
        <translation>가파른 벽 사이로 굽이치며 완만히 내려가는 강.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/saddle.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A saddle at (0, 0) between two valleys at (0, −1) and (0, 1).</source>
        <translation>(0, −1)과 (0, 1)의 두 골짜기 사이 (0, 0)에 있는 안장점.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/digits.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A share of the training labels is drawn anew at random, so that gradient noise remains at the minimum and a decay has something to settle; the held-out labels stay clean.</source>
        <translation>학습 레이블의 일부를 무작위로 다시 뽑아, 최솟값에서도 기울기 잡음이 남고 감쇠가 가라앉힐 것이 있습니다. 따로 둔 레이블은 깨끗합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/walk.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A surface whose two coordinates are trained, from its start downhill: every step of the walk can be seen.</source>
        <translation>두 좌표를 학습하는 곡면. 시작점에서 아래로 내려가며, 걸음마다 모두 볼 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/outliers.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A wave with noise, and some points far above it: what a loss makes of a few bad ones can be seen in the fit.</source>
        <translation>잡음이 있는 물결과, 그보다 훨씬 위에 있는 점 몇 개. 손실이 나쁜 점 몇 개를 어떻게 다루는지 맞춘 곡선에서 보입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_average_precision.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>AP is a query's average precision. Relevant are the documents with a grade above 0. Documents of equal score stand together at the last of their places. Queries without a relevant document are left out; NaN where all are.</source>
        <translation>AP는 질의의 평균 정밀도입니다. 등급이 0보다 큰 문서가 관련 문서입니다. 점수가 같은 문서는 함께 마지막 순위에 둡니다. 관련 문서가 없는 질의는 빼고, 모두 그러면 NaN입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/accuracy.py"/>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Ackley 1987, A connectionist machine for genetic hillclimbing, doi 10.1007/978-1-4613-1997-9</source>
        <translation>Ackley 1987, A connectionist machine for genetic hillclimbing, doi 10.1007/978-1-4613-1997-9</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/nadam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Adam that looks ahead: β₁ grows from half its value at the start, as momentum_decay says.</source>
        <translation>앞을 내다보는 Adam: β₁이 처음에 절반에서 시작해 momentum_decay에 따라 커집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/radam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Adam whose division is left out until the running square is known well enough, and then rectified.</source>
        <translation>제곱의 이동 평균을 충분히 알게 될 때까지 나누지 않고, 그 뒤에는 바로잡아 나누는 Adam.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Adam without a warm-up of one's own.</source>
        <translation>자신의 워밍업 없이 Adam을 쓸 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/linear.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Add a learned constant to each output.</source>
        <translation>출력마다 학습되는 상수를 더합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/catalog/schedules/swalr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Along a cosine or a straight line.</source>
        <translation>코사인 또는 직선을 따라.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>An L2 penalty goes through that division too, so weight decay works otherwise than in SGD: AdamW keeps it apart.</source>
        <translation>L2 벌점도 그 나눗셈을 거치므로 가중치 감쇠가 SGD와 다르게 작용합니다. AdamW는 이를 따로 둡니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>At first it is the table of 150 irises that lrviz comes with. Classes keep their shares in the split, and what is scaled is scaled by the training set's mean and deviation.</source>
        <translation>처음에는 lrviz에 들어 있는 붓꽃 150송이의 표입니다. 나눌 때 클래스 비율을 지키고, 척도를 맞출 때는 학습 집합의 평균과 편차를 씁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/plateau_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>At step t of the warm-up it is warmup_lr_init + t · (lr − warmup_lr_init) / warmup_t, and what it is told goes unheard; after it torch's ReduceLROnPlateau is stepped. timm's mode is "max" unless given, for the accuracy that its script tells it; a race here tells it a loss.</source>
        <translation>워밍업의 t스텝에서는 warmup_lr_init + t · (lr − warmup_lr_init) / warmup_t이고, 그동안 들은 것은 쓰지 않습니다. 그 뒤에는 torch의 ReduceLROnPlateau를 밟습니다. timm의 mode는 따로 주지 않으면 "max"인데, timm 스크립트가 알려 주는 정확도에 맞춘 것입니다. 여기 경주는 손실을 알려 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/average_precision.py"/>
        <source>Average precision</source>
        <translation>평균 정밀도</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/rank_net_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Averaged over the pairs of different grade in each query.</source>
        <translation>질의마다 등급이 다른 쌍에서 평균합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>A×B is a matrix's shape. It takes matrices only: biases, norms and convolutions have to be frozen by a parameter group. A few iterations in bfloat16 find the orthogonal matrix, and weights shrink apart from the gradient, by lr · weight_decay.</source>
        <translation>A×B는 행렬의 모양입니다. 행렬만 받습니다. 편향, 정규화, 합성곱은 파라미터 그룹으로 동결해야 합니다. bfloat16으로 몇 번 반복해 직교 행렬을 찾고, 가중치는 기울기와 따로 lr · weight_decay만큼 줄어듭니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>BERT's own schedule: a power of 1 and an end of 0.</source>
        <translation>BERT 자신의 스케줄: power 1, 끝 0.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/balanced_accuracy.py"/>
        <source>Balanced accuracy</source>
        <translation>균형 정확도</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Batches of 256 images, SGD from 0.1 with momentum 0.9 and weight decay 1e-4, and the rate divided by 10 when the error plateaus, for up to 600 000 updates. The paper watches the error itself; here a scheduler that is told the validation loss once an epoch does it, with the patience of 10 that torch starts from.</source>
        <translation>그림 256장씩의 배치, 0.1에서 시작하는 SGD, 모멘텀 0.9, weight decay 1e-4. 오차가 정체되면 학습률을 10으로 나누고, 업데이트 600 000번까지 갑니다. 논문은 오차 자체를 지켜보지만, 여기서는 에폭마다 검증 손실을 듣는 스케줄러가 torch의 처음 값인 patience 10으로 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>Batches summed into one update.</source>
        <translation>업데이트 하나로 합치는 배치의 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Beale 1958, On an iterative method for finding a local minimum of a function of more than one variable</source>
        <translation>Beale 1958, On an iterative method for finding a local minimum of a function of more than one variable</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/calibration_error.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Bins of equal width from confidence 0 to 1.</source>
        <translation>확신 0부터 1까지 폭이 같은 구간.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Bruch et al. 2019, An analysis of the softmax cross entropy loss for learning-to-rank with binary relevance, doi 10.1145/3341981.3344221</source>
        <translation>Bruch 외 2019, An analysis of the softmax cross entropy loss for learning-to-rank with binary relevance, doi 10.1145/3341981.3344221</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Burges 2010, From RankNet to LambdaRank to LambdaMART: an overview, Microsoft Research MSR-TR-2010-82</source>
        <translation>Burges 2010, From RankNet to LambdaRank to LambdaMART: an overview, Microsoft Research MSR-TR-2010-82</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Burges et al. 2005, Learning to rank using gradient descent, doi 10.1145/1102351.1102363</source>
        <translation>Burges 외 2005, Learning to rank using gradient descent, doi 10.1145/1102351.1102363</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>By how much a loss must be lower to count.</source>
        <translation>손실이 얼마나 더 낮아야 치는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Cao et al. 2007, Learning to rank: from pairwise approach to listwise approach, doi 10.1145/1273496.1273513</source>
        <translation>Cao 외 2007, Learning to rank: from pairwise approach to listwise approach, doi 10.1145/1273496.1273513</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/roc_auc.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Chance that an example of a class scores higher than one that is not, whatever the threshold.</source>
        <translation>문턱이 무엇이든, 그 클래스의 예제가 아닌 예제보다 점수가 높을 확률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/cnn.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Channels of each convolution, from input to output.</source>
        <translation>입력에서 출력까지 합성곱마다의 채널.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climb instead of descend.</source>
        <translation>내려가지 않고 올라갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs from base_lr to max_lr in step_size_up steps and back in step_size_down, whatever the optimizer's own lr.</source>
        <translation>옵티마이저의 lr과 상관없이 base_lr에서 max_lr까지 step_size_up 스텝 동안 올라가고, step_size_down 스텝 동안 되돌아옵니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs from max_lr / div_factor to max_lr, then down to a final_div_factor-th of where it began.</source>
        <translation>max_lr / div_factor에서 max_lr까지 올라간 뒤, 시작한 값의 final_div_factor분의 1까지 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs from min_lr_ratio of the rate in num_warmup_steps, stays, and falls back to it in num_decay_steps.</source>
        <translation>학습률의 min_lr_ratio에서 num_warmup_steps 동안 올라가 머물다가, num_decay_steps 동안 다시 그리로 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/noam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight for warmup_steps, then falls as one over the root of the step, all in units of 1 / √d_model.</source>
        <translation>warmup_steps 동안 곧게 올라간 뒤 스텝의 제곱근 분의 1로 내려갑니다. 모두 1 / √d_model 단위입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/constant_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from 0 in num_warmup_steps and stays at the rate.</source>
        <translation>0에서 num_warmup_steps 동안 곧게 올라가 그 학습률에 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/inverse_sqrt_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from 0 in num_warmup_steps, then falls as one over the root of the step.</source>
        <translation>0에서 num_warmup_steps 동안 곧게 올라간 뒤 스텝의 제곱근 분의 1로 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_hard_restarts_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from 0 in num_warmup_steps, then falls num_cycles times as a half cosine.</source>
        <translation>0에서 num_warmup_steps 동안 곧게 올라간 뒤 반 코사인으로 num_cycles번 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from 0 in num_warmup_steps, then falls straight to 0 at num_training_steps, and stays there.</source>
        <translation>0에서 num_warmup_steps 동안 곧게 올라간 뒤 num_training_steps에서 0까지 곧게 내려가 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/polynomial_decay_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from 0 in num_warmup_steps, then falls to lr_end as a power of what is left.</source>
        <translation>0에서 num_warmup_steps 동안 곧게 올라간 뒤 남은 양의 거듭제곱으로 lr_end까지 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from 0 in num_warmup_steps, then swings as a cosine to a floor of r.</source>
        <translation>0에서 num_warmup_steps 동안 곧게 올라간 뒤 바닥 r까지 코사인으로 움직입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from 0 in num_warmup_steps, then swings as a cosine.</source>
        <translation>0에서 num_warmup_steps 동안 곧게 올라간 뒤 코사인으로 움직입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/megatron_cosine.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from init_lr in lr_warmup_steps, falls as a half cosine to min_lr, and stays there.</source>
        <translation>init_lr에서 lr_warmup_steps 동안 곧게 올라가고, 반 코사인으로 min_lr까지 내려가 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_decay.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from initial_learning_rate in warmup_steps, then falls as a half cosine to alpha of the rate.</source>
        <translation>initial_learning_rate에서 warmup_steps 동안 곧게 올라간 뒤, 반 코사인으로 학습률의 alpha까지 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup_lr_rate.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight from warmup_lr_rate of the rate, then swings as a cosine to a floor of r.</source>
        <translation>학습률의 warmup_lr_rate에서 곧게 올라간 뒤, 바닥 r까지 코사인으로 움직입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_to_zero.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight in warmup_steps and falls straight to final_ratio of the rate at total_steps, and stays there.</source>
        <translation>warmup_steps 동안 곧게 올라가고 total_steps에서 학습률의 final_ratio까지 곧게 내려가 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/sqrt_cooldown.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight in warmup_steps, stays, and cools down in the last cooldown_steps of total_steps.</source>
        <translation>warmup_steps 동안 곧게 올라가 머물다가, total_steps의 마지막 cooldown_steps 동안 식습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsds.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight in warmup_steps, stays, decays in the decay_steps before each of decay_ends, and goes on at lr.</source>
        <translation>warmup_steps 동안 곧게 올라가 머물다가, decay_ends마다 그 전 decay_steps 동안 감쇠하고 lr로 이어 갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/infinite_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Climbs straight, cools down to a constant rate, stays at it, and anneals exponentially: four phases in a row.</source>
        <translation>곧게 올라가고, 일정한 학습률까지 식고, 거기 머물다가, 지수로 식습니다. 네 단계가 이어집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Come down to the beginning first, then to the end.</source>
        <translation>먼저 시작한 값까지 내려온 뒤 끝까지 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/cnn.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Convolutions that look at a picture through a small window, each pooled to half the size, then one linear layer.</source>
        <translation>작은 창으로 그림을 보는 합성곱. 하나마다 절반 크기로 풀링하고, 마지막에 선형 층 하나를 둡니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Cortes and Vapnik 1995, Support-vector networks, doi 10.1007/BF00994018</source>
        <translation>Cortes and Vapnik 1995, Support-vector networks, doi 10.1007/BF00994018</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Crammer and Singer 2001, On the algorithmic implementation of multiclass kernel-based vector machines, JMLR 2</source>
        <translation>Crammer and Singer 2001, On the algorithmic implementation of multiclass kernel-based vector machines, JMLR 2</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Cycles until the floor for good.</source>
        <translation>바닥에 아주 머물 때까지의 주기 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>DDPM: Adam climbs to 2e-4 in 5000 updates of 128 images and stays there; what settles the noise of a constant rate is the running average of the weights, not a decay. Gradients are cut to a norm of 1. 100 000 updates are drawn here, 256 epochs; the warm-up is the same however long it goes on.</source>
        <translation>DDPM: Adam이 그림 128장씩 업데이트 5000번 동안 2e-4까지 올라가 머뭅니다. 일정한 학습률의 잡음을 가라앉히는 것은 감쇠가 아니라 가중치의 이동 평균입니다. 기울기는 노름 1로 잘라 냅니다. 여기서는 업데이트 100 000번, 256에폭을 그렸고, 더 오래 가도 워밍업은 같습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/polynomial_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Decays to zero in total_iters steps, and stays there.</source>
        <translation>total_iters 스텝 동안 0까지 감쇠하고 거기 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>DeiT: AdamW with weight decay 0.05, 300 epochs in batches of 1024 images, label smoothing 0.1. The rate of 5e-4 for 512 images becomes 1e-3; 5 epochs climb to it from 1e-6 and a cosine falls to 1e-5. It is timm’s scheduler, which changes the rate once an epoch and begins the cosine under the warm-up.</source>
        <translation>DeiT: weight decay 0.05인 AdamW, 그림 1024장씩의 배치로 300에폭, 레이블 스무딩 0.1. 512장에 5e-4인 학습률은 1e-3이 됩니다. 5에폭 동안 1e-6에서 올라가고 코사인이 1e-5까지 내립니다. timm의 스케줄러라 에폭마다 한 번 학습률을 바꾸고, 워밍업 밑에서 코사인을 시작합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adam.py"/>
        <location filename="../../lrviz/catalog/optimizers/adamw.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Divide by the largest square seen so far.</source>
        <translation>지금까지 본 가장 큰 제곱으로 나눕니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/rmsprop.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Divide by the spread about the mean gradient instead.</source>
        <translation>대신 평균 기울기 둘레의 퍼짐으로 나눕니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/rmsprop.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Divides the gradient by the root of its running square, with momentum on top where that is above 0.</source>
        <translation>기울기를 그 제곱의 이동 평균의 제곱근으로 나눕니다. 모멘텀이 0보다 크면 그 위에 얹습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adagrad.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Divides the gradient by the root of the sum of its squares so far: steps only ever get smaller.</source>
        <translation>기울기를 지금까지의 제곱 합의 제곱근으로 나눕니다. 스텝은 작아지기만 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adamax.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Divides the gradient's running mean by its largest recent size, which fades by β₂ each update.</source>
        <translation>기울기의 이동 평균을 최근의 가장 큰 크기로 나눕니다. 그 크기는 업데이트마다 β₂만큼 옅어집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/ndcg.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Documents from the top that count.</source>
        <translation>위에서부터 세는 문서 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/ranking.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Documents of a query: one of grade 3, two of 2, three of 1, others 0.</source>
        <translation>질의의 문서: 등급 3이 하나, 2가 둘, 1이 셋, 나머지는 0.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Dozat 2016, Incorporating Nesterov momentum into Adam, ICLR workshop</source>
        <translation>Dozat 2016, Incorporating Nesterov momentum into Adam, ICLR workshop</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Duchi, Hazan and Singer 2011, Adaptive subgradient methods for online learning and stochastic optimization, JMLR 12</source>
        <translation>Duchi, Hazan and Singer 2011, Adaptive subgradient methods for online learning and stochastic optimization, JMLR 12</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/calibration_error.py"/>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>EDM2, size S: the rate climbs straight over the first 10 M images to 0.01, holds until update 70 000 and then falls as √(70 000 / t), so that it needs no end: 2³¹ images here, 1 048 576 updates of 2048. Adam with β₂ 0.99; the weights are kept at a fixed norm, which is why the rate alone sets how fast they turn.</source>
        <translation>EDM2, 크기 S: 학습률은 처음 그림 1천만 장 동안 0.01까지 곧게 올라가고, 업데이트 70 000번까지 머문 뒤 √(70 000 / t)로 내려가므로 끝이 필요 없습니다. 여기서는 그림 2³¹장, 2048장씩 업데이트 1 048 576번입니다. β₂ 0.99인 Adam이고, 가중치의 노름을 고정하므로 학습률만이 가중치가 도는 빠르기를 정합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/transformer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Each row gets a learned position, drawn small as in BERT; without it the order of the rows would be lost. There is no dropout. Many blocks with the norms after each sum ("post", as first published) learn at a high rate only after a warm-up; with the norms before what is added ("pre", Xiong et al., arXiv 2002.04745) they learn without one too.</source>
        <translation>행마다 BERT처럼 작게 뽑은 학습되는 위치를 받습니다. 없으면 행의 순서를 잃습니다. 드롭아웃은 없습니다. 합마다 뒤에 정규화를 두고("post", 처음 발표된 방식) 블록이 많으면 워밍업이 있어야 높은 학습률로 배웁니다. 더하는 것 앞에 정규화를 두면("pre", Xiong 외, arXiv 2002.04745) 워밍업 없이도 배웁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/diabetes.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Efron et al. 2004, doi 10.1214/009053604000000067, by way of scikit-learn.</source>
        <translation>Efron 외 2004, doi 10.1214/009053604000000067, scikit-learn에서 옮김.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/own_model.py"/>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Empty for a file that lrviz ships.</source>
        <translation>lrviz에 들어 있는 파일이면 비어 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Epochs of the cycle, where total_steps is left out.</source>
        <translation>total_steps를 주지 않을 때 주기의 에폭 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Every view of the session on one board, each as far as it is known.</source>
        <translation>세션의 모든 보기를 한 판에, 저마다 아는 만큼.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Examples from a CSV or NPZ file of your own: some columns are given, and one is to be learned.</source>
        <translation>내 CSV 또는 NPZ 파일의 예제: 몇 열은 주어지고, 하나를 배웁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Examples in all.</source>
        <translation>예제의 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>Examples of one batch.</source>
        <translation>배치 하나의 예제 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>Examples of one epoch in the planned run; left out, those of the problem.</source>
        <translation>계획한 실행에서 한 에폭의 예제 수. 비우면 문제의 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/f1.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Falls as a half cosine to lr_min in t_initial steps, cycle_limit times, and stays there.</source>
        <translation>t_initial 스텝 동안 반 코사인으로 lr_min까지 내려가기를 cycle_limit번 하고, 거기 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/tanh_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Falls as a hyperbolic tangent to lr_min in t_initial steps, cycle_limit times, and stays there.</source>
        <translation>t_initial 스텝 동안 쌍곡탄젠트로 lr_min까지 내려가기를 cycle_limit번 하고, 거기 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Falls as a power of the tokens that were seen, so that one setting suits any length of training.</source>
        <translation>지금까지 본 토큰 수의 거듭제곱으로 내려가므로, 한 설정이 어떤 길이의 학습에도 맞습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/poly_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Falls as a power of what is left to lr_min in t_initial steps, cycle_limit times, and stays there.</source>
        <translation>t_initial 스텝 동안 남은 양의 거듭제곱으로 lr_min까지 내려가기를 cycle_limit번 하고, 거기 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/overfit.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Falls from start to lowest at the share turn of the plan, and rises to final, with noise on top.</source>
        <translation>start에서 계획의 turn 비율에서 lowest까지 내려갔다가 final로 올라가고, 위에 잡음을 얹습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/rex.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Falls to 0 in total_steps as a reflected exponential.</source>
        <translation>total_steps 동안 뒤집힌 지수로 0까지 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Fine-tune BERT on MRPC</source>
        <translation>BERT를 MRPC에 미세 조정</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Fine-tune GPT-2 with LoRA</source>
        <translation>GPT-2를 LoRA로 미세 조정</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Fine-tune a 7B model with QLoRA</source>
        <translation>7B 모델을 QLoRA로 미세 조정</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>First and last x, first and last y.</source>
        <translation>x의 처음과 끝, y의 처음과 끝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup_lr_rate.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>For min_lr transformers reckons with the optimizer's rate in every group, here it is the group's own.</source>
        <translation>min_lr에 대해 transformers는 모든 그룹에서 옵티마이저의 학습률로 계산하지만, 여기서는 그룹 자신의 학습률로 계산합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/blobs.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Four overlapping Gaussian clouds in ten features: a model that learns them by heart gets too sure of itself.</source>
        <translation>특성 열 개에서 겹치는 가우스 구름 넷. 이를 통째로 외우는 모델은 지나치게 확신하게 됩니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/styblinski_tang.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Four valleys of three depths, the deepest at (−2.904, −2.904).</source>
        <translation>세 가지 깊이의 골짜기 넷. 가장 깊은 곳은 (−2.904, −2.904)입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/himmelblau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Four valleys, all of height 0.</source>
        <translation>높이가 모두 0인 골짜기 넷.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/film.py"/>
        <source>Frames a second.</source>
        <translation>초당 프레임 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/mlp.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Fully connected layers with an activation between each two; torch's own initial weights.</source>
        <translation>사이마다 활성화 함수를 둔 완전 연결 층. 초기 가중치는 torch의 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>GPT-2 Medium on E2E with matrices of rank 4: five epochs in batches of 8, 26 290 updates. 500 of them climb to 2e-4, the rest falls straight to 0. AdamW with weight decay 0.01, label smoothing 0.1. A low-rank update takes a rate ten times that of fine-tuning every weight.</source>
        <translation>E2E에서 랭크 4 행렬로 GPT-2 Medium을: 배치 8로 다섯 에폭, 업데이트 26 290번. 500번 동안 2e-4까지 올라가고 나머지는 0까지 곧게 내려갑니다. weight decay 0.01인 AdamW, 레이블 스무딩 0.1. 저랭크 업데이트는 모든 가중치를 미세 조정할 때의 열 배 학습률을 씁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Gauss 1809, Theoria motus corporum coelestium</source>
        <translation>Gauss 1809, Theoria motus corporum coelestium</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Girshick 2015, Fast R-CNN, arXiv 1504.08083</source>
        <translation>Girshick 2015, Fast R-CNN, arXiv 1504.08083</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/swalr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Glides from the rate to swa_lr in anneal_epochs steps, along a cosine or a straight line, and stays there.</source>
        <translation>학습률에서 swa_lr까지 anneal_epochs 스텝 동안 코사인이나 직선을 따라 옮겨 가서 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_annealing_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Glides to eta_min in T_max steps, and climbs again after.</source>
        <translation>T_max 스텝 동안 eta_min까지 내려가고, 그 뒤에는 다시 올라갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_annealing_warm_restarts.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Glides towards eta_min in T_0 steps and starts anew, each cycle T_mult times as long as the one before.</source>
        <translation>T_0 스텝 동안 eta_min을 향해 내려가고 새로 시작합니다. 주기마다 앞의 T_mult배 길이입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Go on with pre-training on new data</source>
        <translation>새 데이터로 사전 학습 이어 가기</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/learning_curve.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Goes from start towards end, half of the way in each half_life, with noise on top.</source>
        <translation>start에서 end를 향해 half_life마다 남은 길의 절반을 가고, 위에 잡음을 얹습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Goes from start_factor to end_factor in total_iters steps, and stays there.</source>
        <translation>start_factor에서 end_factor까지 total_iters 스텝 동안 가고 거기 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/quadratic.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Gradient descent goes astray beyond a rate of 2 / condition; with its momentum β, of 2 · (1 + β) / condition.</source>
        <translation>경사 하강은 학습률이 2 / condition을 넘으면 벗어납니다. 모멘텀 β가 있으면 2 · (1 + β) / condition입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Guanaco 7B on OASST1: 1875 updates of 4 × 4 accumulated examples at a constant 2e-4, with gradients cut to a norm of 0.3 and no weight decay. The script asks for a warm-up of 3 % too, but transformers’ schedule called “constant” has none: “constant_with_warmup” would.</source>
        <translation>OASST1에서 Guanaco 7B를: 4개씩 4번 누적한 업데이트 1875번을 일정한 2e-4로. 기울기는 노름 0.3으로 자르고 weight decay는 없습니다. 스크립트는 3 % 워밍업도 요청하지만, transformers의 “constant” 스케줄에는 워밍업이 없습니다. “constant_with_warmup”에는 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Guo et al. 2017, On calibration of modern neural networks, arXiv 1706.04599</source>
        <translation>Guo 외 2017, On calibration of modern neural networks, arXiv 1706.04599</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Hanley and McNeil 1982, The meaning and use of the area under a ROC curve, doi 10.1148/radiology.143.1.7063747</source>
        <translation>Hanley and McNeil 1982, The meaning and use of the area under a ROC curve, doi 10.1148/radiology.143.1.7063747</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/f1.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Harmonic mean of precision and recall, low where either is.</source>
        <translation>정밀도와 재현율의 조화 평균. 하나만 낮아도 낮습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Height kept at each step, in exp_range.</source>
        <translation>exp_range에서 스텝마다 남기는 높이.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Height of the cycles as a formula of x, in place of the mode, as in 0.9 ** x.</source>
        <translation>mode 대신 쓰는, x의 식으로 적은 주기의 높이. 예: 0.9 ** x.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Himmelblau 1972, Applied nonlinear programming</source>
        <translation>Himmelblau 1972, Applied nonlinear programming</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How a matrix of A×B scales the rate: by √max(1, A/B), or by 0.2·√max(A, B) to suit rates tuned for AdamW.</source>
        <translation>A×B 행렬이 학습률을 키우는 방식: √max(1, A/B)배, 또는 AdamW에 맞춘 학습률에 맞도록 0.2·√max(A, B)배.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metric.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How classes are averaged; of yes or no, only yes is measured.</source>
        <translation>클래스를 평균하는 방식. 예/아니요에서는 예만 잽니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/rastrigin.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How deep the hollows are.</source>
        <translation>구덩이의 깊이.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How far below its beginning it ends.</source>
        <translation>시작보다 얼마나 낮게 끝나는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How far below max_lr it begins.</source>
        <translation>max_lr보다 얼마나 낮게 시작하는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/formula.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How far from the middle is worth seeing.</source>
        <translation>가운데서 얼마나 먼 곳까지 볼 만한지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/spirals.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How far points stray from their arm.</source>
        <translation>점이 제 팔에서 흩어지는 정도.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/moons.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How far points stray from their moon.</source>
        <translation>점이 제 달에서 흩어지는 정도.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/blobs.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How far the clouds' centres lie apart.</source>
        <translation>구름의 중심이 서로 떨어진 정도.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/hinge_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How far the logit is to be on the right side.</source>
        <translation>로짓이 맞는 쪽으로 얼마나 가 있어야 하는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>How far the plane reaches: times the paths’ range, or the weights’ norm of a random one.</source>
        <translation>평면이 뻗는 범위: 경로 범위의 배수, 무작위 평면이면 가중치 노름의 배수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/river_valley.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How far the river swings to each side.</source>
        <translation>강이 양옆으로 굽이치는 폭.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/multi_margin_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How far the true class is to be ahead of every other.</source>
        <translation>참 클래스가 다른 모든 클래스보다 얼마나 앞서야 하는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adagrad.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How fast the rate falls by itself.</source>
        <translation>학습률이 스스로 내려가는 빠르기.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>How high it is.</source>
        <translation>높이.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How it was resumed.</source>
        <translation>재개한 방식.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/transformer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How many blocks follow.</source>
        <translation>이어지는 블록의 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/recipes.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How many times rarer the last class is than the first; 1 is balance.</source>
        <translation>마지막 클래스가 첫 클래스보다 몇 배 드문지. 1이면 균형입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/plateau_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How much better is progress, as a share of the best so far.</source>
        <translation>얼마나 나아져야 진전인지, 지금까지의 최고에 대한 비율로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How much better is progress.</source>
        <translation>얼마나 나아져야 진전인지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/focal_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How much less a right answer counts; 0 is cross-entropy.</source>
        <translation>맞힌 답을 얼마나 덜 세는지. 0이면 교차 엔트로피입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_annealing_warm_restarts.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How much longer each next cycle is.</source>
        <translation>다음 주기마다 길어지는 배수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/ranking.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How much raters differ: what each adds to a query's training grades.</source>
        <translation>평가자가 다른 정도: 저마다 질의의 학습 등급에 더하는 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/quadratic.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How much steeper y is than x: the condition number.</source>
        <translation>y가 x보다 얼마나 가파른지: 조건수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/river_valley.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How much the river falls per unit of x.</source>
        <translation>x의 단위마다 강이 내려가는 정도.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/outliers.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How much too high they may lie.</source>
        <translation>얼마나 위로 벗어날 수 있는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_hard_restarts_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How often it falls.</source>
        <translation>내려가는 횟수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/nadam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How soon the momentum reaches its full size.</source>
        <translation>모멘텀이 얼마나 빨리 다 커지는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How steep a pair's loss is.</source>
        <translation>쌍의 손실이 얼마나 가파른지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/rosenbrock.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How steep the valley's walls are.</source>
        <translation>골짜기의 벽이 얼마나 가파른지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/river_valley.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How steep the walls are, as a curvature.</source>
        <translation>벽의 가파름, 곡률로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/walk.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>How strong one example's push is: its standard deviation in x and in y.</source>
        <translation>예제 하나가 미는 세기: x와 y의 표준편차.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>How wide it is.</source>
        <translation>너비.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Hsueh, Li and Wu 2019, Stochastic gradient descent with hyperbolic-tangent decay on classification, arXiv 1806.01593</source>
        <translation>Hsueh, Li and Wu 2019, Stochastic gradient descent with hyperbolic-tangent decay on classification, arXiv 1806.01593</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Hu et al. 2024, MiniCPM: Unveiling the potential of small language models with scalable training strategies, arXiv 2404.06395</source>
        <translation>Hu 외 2024, MiniCPM: Unveiling the potential of small language models with scalable training strategies, arXiv 2404.06395</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Huber 1964, Robust estimation of a location parameter, doi 10.1214/aoms/1177703732</source>
        <translation>Huber 1964, Robust estimation of a location parameter, doi 10.1214/aoms/1177703732</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>In the new session, where the optimizer's state is put back:</source>
        <translation>새 세션에서, 옵티마이저의 상태를 되돌리고 나서:</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>It climbs straight to η in warmup_steps and goes straight down to 0 in the last decay_steps of total_steps. The optimizer's rate is only a ceiling: where η is below it, another lr changes nothing. a and b are those the paper found for models in maximal update parametrization. The first update runs at a rate of 0.</source>
        <translation>warmup_steps 동안 η까지 곧게 올라가고, total_steps의 마지막 decay_steps 동안 0까지 곧게 내려갑니다. 옵티마이저의 학습률은 천장일 뿐이라, η가 그보다 낮은 곳에서는 lr을 바꿔도 그대로입니다. a와 b는 논문이 maximal update parametrization 모델에서 찾은 값입니다. 첫 업데이트의 학습률은 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/sqrt_cooldown.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>It falls steeply at first and flattens out. The first update runs at a rate of 0.</source>
        <translation>처음에 가파르게 내려가다 완만해집니다. 첫 업데이트의 학습률은 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/rex.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>It stays above the straight line all the way, and at 0 afterwards.</source>
        <translation>내내 직선보다 위에 있고, 그 뒤에는 0에 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Iterations towards an orthogonal matrix.</source>
        <translation>직교 행렬을 향한 반복 횟수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/overfit.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Its value after the last update.</source>
        <translation>마지막 업데이트 뒤의 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/overfit.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Its value at the turn.</source>
        <translation>꺾이는 곳의 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signal.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Its value before the first update.</source>
        <translation>첫 업데이트 전의 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/drawn.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Its values from the start of the plan to its end.</source>
        <translation>계획의 처음부터 끝까지의 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Izmailov et al. 2018, Averaging weights leads to wider optima and better generalization, arXiv 1803.05407</source>
        <translation>Izmailov 외 2018, Averaging weights leads to wider optima and better generalization, arXiv 1803.05407</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Jordan et al. 2024, Muon: An optimizer for hidden layers; Liu et al. 2025, Muon is scalable for LLM training, arXiv 2502.16982</source>
        <translation>Jordan 외 2024, Muon: An optimizer for hidden layers; Liu 외 2025, Muon is scalable for LLM training, arXiv 2502.16982</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Järvelin and Kekäläinen 2002, Cumulated gain-based evaluation of IR techniques, doi 10.1145/582415.582418</source>
        <translation>Järvelin and Kekäläinen 2002, Cumulated gain-based evaluation of IR techniques, doi 10.1145/582415.582418</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Keeps the division finite.</source>
        <translation>나눗셈이 유한하도록 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Kingma and Ba 2015, Adam: A method for stochastic optimization, arXiv 1412.6980</source>
        <translation>Kingma and Ba 2015, Adam: A method for stochastic optimization, arXiv 1412.6980</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Kingma and Ba 2015, Adam: A method for stochastic optimization, section 7.1, arXiv 1412.6980</source>
        <translation>Kingma and Ba 2015, Adam: A method for stochastic optimization, section 7.1, arXiv 1412.6980</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Kullback and Leibler 1951, On information and sufficiency, doi 10.1214/aoms/1177729694</source>
        <translation>Kullback and Leibler 1951, On information and sufficiency, doi 10.1214/aoms/1177729694</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>L2 penalty added to the gradient.</source>
        <translation>기울기에 더하는 L2 벌점.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/transformer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>LayerNorm after each sum, or before what is added.</source>
        <translation>LayerNorm을 합마다 뒤에 두는지, 더하는 것 앞에 두는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>LeCun et al. 1998, Gradient-based learning applied to document recognition, doi 10.1109/5.726791</source>
        <translation>LeCun 외 1998, Gradient-based learning applied to document recognition, doi 10.1109/5.726791</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/mlp.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Lead x past each hidden layer h that keeps its width: (x + h(x)) / √2.</source>
        <translation>폭을 지키는 은닉층 h마다 x를 곁길로 보냅니다: (x + h(x)) / √2.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Learning rate before any schedule.</source>
        <translation>스케줄 전의 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>Learning rate of the group.</source>
        <translation>그룹의 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>Leave these parameters as they are.</source>
        <translation>이 파라미터들을 그대로 둡니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/constant_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Leaves the rate as it is.</source>
        <translation>학습률을 그대로 둡니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Li et al. 2018, Visualizing the loss landscape of neural nets, arXiv 1712.09913</source>
        <translation>Li 외 2018, Visualizing the loss landscape of neural nets, arXiv 1712.09913</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Lin et al. 2017, Focal loss for dense object detection, arXiv 1708.02002</source>
        <translation>Lin 외 2017, Focal loss for dense object detection, arXiv 1708.02002</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Lines of a table before its rows.</source>
        <translation>표에서 행 앞에 있는 줄 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Liu et al. 2020, On the variance of the adaptive learning rate and beyond, arXiv 1908.03265</source>
        <translation>Liu 외 2020, On the variance of the adaptive learning rate and beyond, arXiv 1908.03265</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Look ahead: mix the gradient with the momentum once more.</source>
        <translation>앞을 내다보기: 기울기를 모멘텀과 한 번 더 섞습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/sgd.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Look ahead: take the gradient after the momentum.</source>
        <translation>앞을 내다보기: 모멘텀 뒤에서 기울기를 얻습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Loshchilov and Hutter 2017, SGDR: Stochastic gradient descent with warm restarts, arXiv 1608.03983</source>
        <translation>Loshchilov and Hutter 2017, SGDR: Stochastic gradient descent with warm restarts, arXiv 1608.03983</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Loshchilov and Hutter 2019, Decoupled weight decay regularization, arXiv 1711.05101</source>
        <translation>Loshchilov and Hutter 2019, Decoupled weight decay regularization, arXiv 1711.05101</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Lowest rate.</source>
        <translation>가장 낮은 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_absolute_error.py"/>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_average_precision.py"/>
        <source>MAP</source>
        <translation>MAP</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_reciprocal_rank.py"/>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_squared_error.py"/>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_absolute_error.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Mean distance of the number answered from the true one, in the unit of the target (MAE).</source>
        <translation>답한 숫자와 참값의 평균 거리, 목표의 단위로 (MAE).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/calibration_error.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Mean gap between how sure the model is of its predicted class and how often that is right (ECE).</source>
        <translation>모델이 예측한 클래스를 얼마나 확신하는지와 실제로 얼마나 맞는지의 평균 차이 (ECE).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_reciprocal_rank.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Mean of one over the place of the best document: 1 where it stands first, ½ where it stands second (MRR).</source>
        <translation>가장 좋은 문서의 순위 분의 1을 평균한 것: 첫째면 1, 둘째면 ½ (MRR).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/average_precision.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Mean of the precision at each example of a class, going down from the highest score.</source>
        <translation>가장 높은 점수부터 내려가며, 그 클래스의 예제마다의 정밀도를 평균한 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/balanced_accuracy.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Mean of the share found of each class, so that a rare class counts as much as a common one.</source>
        <translation>클래스마다 찾아낸 비율의 평균이라, 드문 클래스도 흔한 클래스만큼 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_average_precision.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Mean over queries of the average precision: the share of relevant documents down to each relevant one (MAP).</source>
        <translation>평균 정밀도를 질의에 대해 평균한 것: 관련 문서마다 거기까지 관련 문서의 비율 (MAP).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_squared_error.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Mean square of the distance from the true number, so that a few far misses weigh most (MSE).</source>
        <translation>참값과의 거리 제곱의 평균이라, 멀리 빗나간 몇 개가 가장 큽니다 (MSE).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>Measure critical sharpness and gradient noise too, at each validation: takes its time.</source>
        <translation>검증마다 임계 날카로움과 기울기 잡음도 잽니다. 시간이 걸립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adadelta.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Memory of both running squares.</source>
        <translation>두 제곱 이동 평균의 기억.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Memory of the gradient's mean and of its size.</source>
        <translation>기울기의 평균과 크기의 기억.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Memory of the gradient's mean.</source>
        <translation>기울기 평균의 기억.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/rmsprop.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Memory of the gradient's square.</source>
        <translation>기울기 제곱의 기억.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Momentum at the highest rate.</source>
        <translation>가장 높은 학습률에서의 모멘텀.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Momentum at the lowest rate.</source>
        <translation>가장 낮은 학습률에서의 모멘텀.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Move the momentum, or β₁, against the rate.</source>
        <translation>모멘텀이나 β₁을 학습률과 반대로 움직입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/knots.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by a factor that goes straight from one knot to the next; before and after them it stays.</source>
        <translation>매듭에서 매듭까지 곧게 변하는 배수를 학습률에 곱합니다. 그 앞뒤로는 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multiplicative_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by a formula of the step t at every step but the first.</source>
        <translation>첫 스텝을 뺀 모든 스텝에서 스텝 t의 식을 학습률에 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/lambda_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by a formula of the step t.</source>
        <translation>스텝 t의 식을 학습률에 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multi_step_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by decay_rate at each of the steps decay_t.</source>
        <translation>decay_t의 스텝마다 decay_rate를 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/step_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by decay_rate every decay_t steps.</source>
        <translation>decay_t 스텝마다 decay_rate를 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/constant_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by factor before step total_iters, and gives the full rate from there on.</source>
        <translation>total_iters 스텝 전까지 factor를 곱하고, 거기부터는 학습률 그대로입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by factor when the metric has not got better for more than patience steps.</source>
        <translation>지표가 patience 스텝을 넘도록 나아지지 않으면 factor를 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multi_step_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by gamma at each milestone.</source>
        <translation>마일스톤마다 gamma를 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/exponential_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by gamma at every step.</source>
        <translation>스텝마다 gamma를 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/step_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Multiplies the rate by gamma every step_size steps.</source>
        <translation>step_size 스텝마다 gamma를 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/outliers.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Noise of every training point.</source>
        <translation>학습 점마다의 잡음.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/ranking.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Noise of what documents are worth.</source>
        <translation>문서의 값에 섞인 잡음.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/focal_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Not for wrong labels, whose weight it puts up. Of yes or no, alpha weighs the yeses and 1 − alpha the noes; several classes are all weighed by alpha.</source>
        <translation>틀린 레이블에는 맞지 않습니다. 그 무게를 키우기 때문입니다. 예/아니요에서 alpha는 예의 무게, 1 − alpha는 아니요의 무게입니다. 여러 클래스에는 모두 alpha의 무게를 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Nothing is raced, surveyed or searched for it: what isn't known yet says on its card what it takes.</source>
        <translation>이를 위해 경주하거나 측량하거나 탐색하지 않습니다. 아직 모르는 것은 무엇이 필요한지 카드에 적혀 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Nothing is trained for it: a curve of a thousand million steps is drawn as fast as one of a hundred. Where torch would raise, the curve ends, and the finding says with what words.</source>
        <translation>이를 위해 아무것도 학습하지 않습니다. 십억 스텝의 곡선도 백 스텝의 곡선만큼 빨리 그립니다. torch가 오류를 낼 곳에서 곡선은 끝나고, 진단이 그 말을 알려 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Numbers given of each example.</source>
        <translation>예제마다 주어지는 숫자의 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/transformer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Numbers that stand for a token; a multiple of heads.</source>
        <translation>토큰을 나타내는 숫자의 수. heads의 배수입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/bce_with_logits_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Of several classes every one is asked for itself, and their losses are averaged.</source>
        <translation>여러 클래스는 저마다 따로 묻고, 그 손실을 평균합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/recipes.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Of the draw, the split and the noise.</source>
        <translation>뽑기, 나누기, 잡음의 시드.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/linear.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>One layer without a bend: linear, logistic or softmax regression, as the loss has it.</source>
        <translation>굽음 없는 한 층: 손실에 따라 선형, 로지스틱, 소프트맥스 회귀입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>One training of every run for each.</source>
        <translation>저마다 모든 실행을 한 번씩 학습합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>One update taken apart, layer by layer: activations, gradients, and by how much each weight moves.</source>
        <translation>업데이트 하나를 층마다 분해한 것: 활성값, 기울기, 그리고 가중치마다 움직이는 양.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/average_precision.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>P and R are precision and recall among the k highest scores. A yes or no is scored by its logit. Several classes are scored by their probabilities, each against the rest, and averaged over those in the target. NaN where there is none: no yes in the target.</source>
        <translation>P와 R은 점수가 높은 k개 가운데의 정밀도와 재현율입니다. 예/아니요는 로짓으로 점수를 매깁니다. 여러 클래스는 확률로 점수를 매겨 하나씩 나머지와 견주고, 목표에 있는 클래스에서 평균합니다. 목표에 예가 하나도 없으면 NaN입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/cross_entropy_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises a class by −log p of the true one, p being the softmax of the logits.</source>
        <translation>참 클래스의 −log p로 벌점을 줍니다. p는 로짓의 소프트맥스입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/bce_with_logits_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises an answer by −log p of the right one, p being the sigmoid of the logit; each class is a yes or no.</source>
        <translation>정답의 −log p로 벌점을 줍니다. p는 로짓의 시그모이드이고, 클래스마다 예/아니요입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/custom_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises an example by a formula of p, its right class's probability, or of m, r or d; torch differentiates it.</source>
        <translation>정답 클래스의 확률 p, 또는 m, r, d의 식으로 예제에 벌점을 줍니다. 미분은 torch가 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/lambda_rank_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises each pair as RankNet does, times what swapping its two documents would change NDCG by.</source>
        <translation>RankNet처럼 쌍마다 벌점을 주되, 두 문서를 바꾸면 NDCG가 변할 만큼을 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/multi_margin_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises every class whose logit comes nearer than a margin to the true one's.</source>
        <translation>로짓이 참 클래스의 로짓에 margin보다 가까이 오는 클래스마다 벌점을 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/rank_net_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises every pair by how far d, the better document's score minus the worse one's, is from being large.</source>
        <translation>쌍마다 더 좋은 문서의 점수에서 더 나쁜 문서의 점수를 뺀 d가 얼마나 크지 않은지에 따라 벌점을 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/kl_div_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises how far the answer's distribution is from the target's, which for one true class is −log p of it.</source>
        <translation>답의 분포가 목표의 분포에서 벗어난 만큼 벌점을 줍니다. 참 클래스가 하나면 그것의 −log p입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/list_net_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises the cross-entropy between the softmax of a query's grades and the softmax of its scores.</source>
        <translation>질의의 등급의 소프트맥스와 점수의 소프트맥스 사이의 교차 엔트로피로 벌점을 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/l1_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises the size of output − target (MAE): every point pulls alike, however far.</source>
        <translation>출력 − 목표의 크기로 벌점을 줍니다 (MAE). 아무리 멀어도 모든 점이 똑같이 당깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/softmax_gain_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises the softmax cross-entropy of a query's scores on its gains 2^grade − 1, made to sum to 1.</source>
        <translation>합이 1이 되게 한 이득 2^등급 − 1에 대해, 질의 점수의 소프트맥스 교차 엔트로피로 벌점을 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/smooth_l1_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises the square of a small residual and the size of a large one: Huber's loss divided by its delta.</source>
        <translation>작은 잔차는 제곱으로, 큰 잔차는 크기로 벌점을 줍니다. Huber 손실을 delta로 나눈 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/huber_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises the square of a small residual and the size of a large one: far points pull no harder than at delta.</source>
        <translation>작은 잔차는 제곱으로, 큰 잔차는 크기로 벌점을 줍니다. 먼 점도 delta에서보다 세게 당기지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/mse_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises the square of output − target: far points pull hardest. A class counts as zeros and a one.</source>
        <translation>출력 − 목표의 제곱으로 벌점을 줍니다. 먼 점이 가장 세게 당깁니다. 클래스는 0들과 1 하나로 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/focal_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises what is right already less than cross-entropy does: many easy examples don’t drown a few rare ones.</source>
        <translation>이미 맞힌 것에는 교차 엔트로피보다 벌점을 덜 줍니다. 많고 쉬운 예제가 드문 예제를 묻지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/hinge_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Penalises what the logit towards the right answer, m, lacks to a margin: the loss of a support vector machine.</source>
        <translation>정답 쪽으로의 로짓 m이 마진에 모자란 만큼 벌점을 줍니다. 서포트 벡터 머신의 손실입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>Pixels to an inch of a PNG file.</source>
        <translation>PNG 파일의 인치당 픽셀 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/beale.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Plains with steep corners, and one lowest place, (3, ½).</source>
        <translation>가파른 모서리가 있는 평원. 가장 낮은 곳은 (3, ½) 하나입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>Points along each side.</source>
        <translation>변마다의 점 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/blobs.py"/>
        <location filename="../../lrviz/catalog/problems/imbalanced.py"/>
        <location filename="../../lrviz/catalog/problems/moons.py"/>
        <source>Points in all.</source>
        <translation>점의 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/imbalanced.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Points of ten features of which few are positive, shifted in two of them: accuracy says nothing here.</source>
        <translation>양성이 드문 열 개 특성의 점. 둘만 옮겨져 있어, 정확도로는 아무것도 알 수 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/outliers.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Points of the curve itself to validate on.</source>
        <translation>검증에 쓰는, 곡선 자체의 점.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/outliers.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Points to train on.</source>
        <translation>학습에 쓰는 점.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Power of what the margin lacks.</source>
        <translation>마진에 모자란 만큼에 매기는 거듭제곱.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Pre-train LLaMA 7B</source>
        <translation>LLaMA 7B 사전 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Pre-train with a constant rate and a cool-down</source>
        <translation>일정한 학습률과 쿨다운으로 사전 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/precision.py"/>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/ranking.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Queries in all.</source>
        <translation>질의의 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/ranking.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Queries of twenty documents with grades 0 to 3, given by lenient and strict raters: only the order counts.</source>
        <translation>너그럽거나 엄한 평가자가 0부터 3까지 등급을 매긴 문서 스무 개씩의 질의. 순서만 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/roc_auc.py"/>
        <source>ROC AUC</source>
        <translation>ROC AUC</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Raises a run's rate from update to update until its loss blows up, and says where to begin.</source>
        <translation>손실이 터질 때까지 업데이트마다 실행의 학습률을 올리고, 어디서 시작할지 알려 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Rastrigin 1974, Systems of extremal control</source>
        <translation>Rastrigin 1974, Systems of extremal control</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/recall.py"/>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>ResNet-56 with one triangle from 0.1 up to 3 and back in 10 000 updates, where steps from 0.35 at 50 000 and 70 000 take 80 000; all with momentum 0.9 and weight decay 1e-4. OneCycleLR is what torch made of it: here with the same peak and length, its own cosine, and momentum that moves against the rate.</source>
        <translation>0.1에서 3까지 갔다 오는 삼각형 하나로 ResNet-56을 업데이트 10 000번에. 50 000과 70 000에서 떨어지는 0.35의 계단은 80 000번이 걸립니다. 모두 모멘텀 0.9, weight decay 1e-4입니다. torch는 이를 OneCycleLR로 만들었는데, 여기서는 같은 최고값과 길이에 torch의 코사인과, 학습률과 반대로 움직이는 모멘텀을 씁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/huber_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Residual from which on the loss is straight.</source>
        <translation>손실이 직선이 되기 시작하는 잔차.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/smooth_l1_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Residual from which on the loss is straight; 0 gives L1.</source>
        <translation>손실이 직선이 되기 시작하는 잔차. 0이면 L1입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Robbins and Monro 1951, A stochastic approximation method, doi 10.1214/aoms/1177729586</source>
        <translation>Robbins and Monro 1951, A stochastic approximation method, doi 10.1214/aoms/1177729586</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Rosenbrock 1960, An automatic method for finding the greatest or least value of a function, doi 10.1093/comjnl/3.3.175</source>
        <translation>Rosenbrock 1960, An automatic method for finding the greatest or least value of a function, doi 10.1093/comjnl/3.3.175</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Rows and columns of pictures.</source>
        <translation>그림의 행과 열.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Rumelhart, Hinton and Williams 1986, Learning representations by back-propagating errors, doi 10.1038/323533a0</source>
        <translation>Rumelhart, Hinton and Williams 1986, Learning representations by back-propagating errors, doi 10.1038/323533a0</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Runs of one seed start from the same weights and see the same batches, so that what differs is the schedule. A dashed grey line belongs to a version of its run that has been changed since.</source>
        <translation>같은 시드의 실행은 같은 가중치에서 시작해 같은 배치를 보므로, 다른 것은 스케줄뿐입니다. 회색 점선은 그 뒤에 바뀐 실행의 이전 모습입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/sequential_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Runs one scheduler after another: at each milestone the next begins at its own step 0, from the base rate.</source>
        <translation>스케줄러를 차례로 실행합니다. 마일스톤마다 다음 것이 기준 학습률에서 자신의 0스텝부터 시작합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/r2.py"/>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>SGDR: a cosine from 0.05 to 0 over 10 epochs, then one over 20, 40 and 80, within 200 epochs; the rate moves at every update. The ends of the cosines, epochs 10, 30, 70 and 150, are where the network is worth keeping: after 200 epochs it is in the middle of a fifth. Momentum 0.9, batches of 128, weight decay 5e-4.</source>
        <translation>SGDR: 200에폭 안에서 0.05에서 0까지의 코사인을 10에폭, 이어 20, 40, 80에폭 동안 하고, 학습률은 업데이트마다 움직입니다. 코사인이 끝나는 10, 30, 70, 150에폭이 신경망을 남겨 둘 만한 때입니다. 200에폭 뒤에는 다섯째의 가운데입니다. 모멘텀 0.9, 배치 128, weight decay 5e-4.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/digits.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Scale each pixel to mean 0 and deviation 1 over the training set.</source>
        <translation>픽셀마다 학습 집합에서 평균 0, 편차 1이 되게 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Scale features, and values to be learned, to mean 0 and deviation 1.</source>
        <translation>특성과 배울 값을 평균 0, 편차 1이 되게 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adamw.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Scales each weight's step by its gradient's running size, and shrinks the weights by lr · weight_decay.</source>
        <translation>가중치마다의 스텝을 기울기의 이동 크기로 조절하고, 가중치를 lr · weight_decay만큼 줄입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adadelta.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Scales the gradient by the ratio of the running size of past updates to that of past gradients.</source>
        <translation>지난 업데이트와 지난 기울기의 이동 크기의 비로 기울기를 조절합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/film.py"/>
        <source>Seconds from the first step to the last.</source>
        <translation>첫 스텝에서 마지막 스텝까지의 초.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Sequences in an update.</source>
        <translation>업데이트마다의 시퀀스 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Several seeds are searched, and each suggestion is drawn with how far it spreads over them.</source>
        <translation>여러 시드를 탐색하고, 제안마다 시드에 따라 얼마나 퍼지는지 함께 그립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adamw.py"/>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of a weight, times lr, that each update takes away.</source>
        <translation>업데이트마다 덜어 내는 가중치의 비율, lr을 곱해서.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/recipes.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the examples kept to validate on.</source>
        <translation>검증용으로 남겨 두는 예제의 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/recall.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the examples of a class that are predicted to be of it.</source>
        <translation>그 클래스의 예제 중 그렇게 예측된 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/precision.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the examples predicted to be of a class that really are.</source>
        <translation>그 클래스로 예측된 예제 중 정말 그런 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/accuracy.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the examples whose predicted class is the true one.</source>
        <translation>예측한 클래스가 참 클래스인 예제의 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/sgd.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the gradient left out of the momentum.</source>
        <translation>기울기 중 모멘텀에서 빼는 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/rmsprop.py"/>
        <location filename="../../lrviz/catalog/optimizers/sgd.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the last update kept in the next.</source>
        <translation>마지막 업데이트 중 다음에 남는 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/diabetes.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the patients kept to validate on; with 0, those trained on are validated on.</source>
        <translation>검증용으로 남겨 두는 환자의 비율. 0이면 학습한 환자로 검증합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>Share of the peak that the rate never falls below.</source>
        <translation>학습률이 그 아래로 내려가지 않는, 최고값에 대한 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/imbalanced.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the points that are positive.</source>
        <translation>점 중 양성의 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the rate at step 0.</source>
        <translation>0스텝에서 학습률의 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the rate from step total_iters on.</source>
        <translation>total_iters 스텝부터 학습률의 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the steps that climb.</source>
        <translation>올라가는 스텝의 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/cross_entropy_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the target spread evenly over all classes.</source>
        <translation>목표 중 모든 클래스에 고르게 나누는 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/r2.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the targets' variance that is explained: 1 is perfect, 0 no better than their mean, below 0 worse.</source>
        <translation>목표의 분산 중 설명된 비율: 1이면 완벽, 0이면 평균보다 나을 것 없고, 0보다 낮으면 더 나쁩니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/recipes.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the training labels drawn anew at random.</source>
        <translation>학습 레이블 중 무작위로 다시 뽑는 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/outliers.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Share of the training points that lie too high.</source>
        <translation>학습 점 중 너무 높이 놓인 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Shrink the weights apart from the gradient, as AdamW does.</source>
        <translation>AdamW처럼 기울기와 따로 가중치를 줄입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/cnn.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Side of the window, in pixels; odd.</source>
        <translation>창의 한 변, 픽셀로. 홀수입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>Size of the labels, in points.</source>
        <translation>포인트로 나타낸 글자 크기.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Smith 2017, Cyclical learning rates for training neural networks, arXiv 1506.01186</source>
        <translation>Smith 2017, Cyclical learning rates for training neural networks, arXiv 1506.01186</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Smith and Topin 2018, Super-convergence: very fast training of neural networks using large learning rates, arXiv 1708.07120</source>
        <translation>Smith and Topin 2018, Super-convergence: very fast training of neural networks using large learning rates, arXiv 1708.07120</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/spirals.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Spiral arms in the plane, one a class: a hard boundary that a model finds slowly and can be watched to.</source>
        <translation>평면의 나선 팔, 클래스마다 하나. 모델이 천천히 찾는 어려운 경계라 지켜볼 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/spirals.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Spiral arms, one a class.</source>
        <translation>나선 팔의 수, 클래스마다 하나.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signal.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Standard deviation of the noise of each value.</source>
        <translation>값마다 섞인 잡음의 표준편차.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Start the curve after the warm-up; otherwise the warm-up covers its beginning.</source>
        <translation>워밍업 뒤에 곡선을 시작합니다. 아니면 워밍업이 그 앞부분을 덮습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/plateau_lr_scheduler.py"/>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps after a cut in which none is counted.</source>
        <translation>낮춘 뒤 세지 않는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/inverse_sqrt_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps after which the fall has made the rate 1/√2 as high.</source>
        <translation>학습률이 1/√2배로 내려가기까지의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps along the gradient's running mean, divided by the root of its running square.</source>
        <translation>기울기의 이동 평균을 그 제곱의 이동 평균의 제곱근으로 나눈 방향으로 나아갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/sgd.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps along the gradient, or along its running sum when momentum is above 0.</source>
        <translation>기울기를 따라, 또는 momentum이 0보다 크면 그 누적 합을 따라 나아갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps along the momentum's nearest orthogonal matrix, so that no direction of a layer outweighs the others.</source>
        <translation>모멘텀에 가장 가까운 직교 행렬을 따라 나아가므로, 층의 어느 방향도 다른 방향을 압도하지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/infinite_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps at the constant rate.</source>
        <translation>일정한 학습률의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps at the rate.</source>
        <translation>그 학습률에 머무는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/constant_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps at the smaller rate.</source>
        <translation>작은 학습률의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps down at the end.</source>
        <translation>끝에서 내려가는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/infinite_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps down to the constant rate.</source>
        <translation>일정한 학습률까지 내려가는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/polynomial_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps down to zero.</source>
        <translation>0까지 내려가는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_decay.py"/>
        <location filename="../../lrviz/catalog/schedules/sqrt_cooldown.py"/>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <source>Steps down.</source>
        <translation>내려가는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps down; left out, as many as up.</source>
        <translation>내려가는 스텝. 비우면 올라가는 만큼입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/step_lr.py"/>
        <location filename="../../lrviz/catalog/schedules/step_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps from one drop to the next.</source>
        <translation>한 번 떨어지고 다음에 떨어지기까지의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps from start to end.</source>
        <translation>처음부터 끝까지의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_annealing_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps from the top to the floor.</source>
        <translation>꼭대기에서 바닥까지의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps of an epoch, where total_steps is left out.</source>
        <translation>total_steps를 주지 않을 때 에폭의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/infinite_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps of annealing.</source>
        <translation>식히는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsds.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps of each decay.</source>
        <translation>감쇠마다의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps of the cycle; left out, epochs · steps_per_epoch.</source>
        <translation>주기의 스텝. 비우면 epochs · steps_per_epoch입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_annealing_warm_restarts.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps of the first cycle.</source>
        <translation>첫 주기의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps of the warm-up.</source>
        <translation>워밍업의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/swalr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps on the way.</source>
        <translation>가는 길의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/chained_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps several schedulers one after the other at every step, each on the rate that the one before it left.</source>
        <translation>스텝마다 여러 스케줄러를 차례로 밟습니다. 저마다 앞의 것이 남긴 학습률에서 움직입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <location filename="../../lrviz/catalog/schedules/rex.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps until 0.</source>
        <translation>0이 되기까지의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/recipe.py"/>
        <location filename="../../lrviz/catalog/schedules/linear_to_zero.py"/>
        <location filename="../../lrviz/catalog/schedules/sqrt_cooldown.py"/>
        <source>Steps until the end.</source>
        <translation>끝까지의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/megatron_cosine.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps until the floor.</source>
        <translation>바닥까지의 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/noam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps up to the highest rate.</source>
        <translation>가장 높은 학습률까지 올라가는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps up to the power law.</source>
        <translation>거듭제곱 법칙까지 올라가는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/recipe.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_decay.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps up to the rate.</source>
        <translation>학습률까지 올라가는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps up.</source>
        <translation>올라가는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/plateau_lr_scheduler.py"/>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Steps without progress that are let pass.</source>
        <translation>진전이 없어도 봐주는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Styblinski and Tang 1990, Experiments in nonconvex optimization, doi 10.1016/0893-6080(90)90029-K</source>
        <translation>Styblinski and Tang 1990, Experiments in nonconvex optimization, doi 10.1016/0893-6080(90)90029-K</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Super-convergence on CIFAR-10</source>
        <translation>CIFAR-10에서 초수렴</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/tanh_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>T_cur is how many steps into a cycle of T_i it is; after each cycle its top is multiplied by cycle_decay and T_i by cycle_mul. It neither starts quite at the rate nor ends quite at lr_min: at the defaults (1 − tanh 3) / 2 = 0.25 % are left. The warm-up covers the curve's beginning, and aims at where the curve is at its end, unless warmup_prefix is set. Cycles that get shorter are over after t_initial / (1 − cycle_mul) steps, where timm raises an error.</source>
        <translation>T_cur는 T_i 주기에서 몇 스텝째인지이고, 주기마다 꼭대기에는 cycle_decay를, T_i에는 cycle_mul을 곱합니다. 정확히 학습률에서 시작하지도, 정확히 lr_min에서 끝나지도 않습니다. 기본값에서는 (1 − tanh 3) / 2 = 0.25 %가 남습니다. warmup_prefix를 켜지 않으면 워밍업이 곡선의 앞부분을 덮고, 워밍업이 끝날 때 곡선이 있을 곳을 향합니다. 짧아지는 주기는 t_initial / (1 − cycle_mul) 스텝 뒤에 끝나고, 거기서 timm은 오류를 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/poly_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>T_cur is how many steps into a cycle of T_i it is; after each cycle its top is multiplied by cycle_decay and T_i by cycle_mul. The power is a half unless given, where other libraries have 1: the rate stays high and drops at the end. The warm-up covers the curve's beginning unless warmup_prefix is set. Cycles that get shorter are over after t_initial / (1 − cycle_mul) steps, where timm raises an error.</source>
        <translation>T_cur는 T_i 주기에서 몇 스텝째인지이고, 주기마다 꼭대기에는 cycle_decay를, T_i에는 cycle_mul을 곱합니다. power는 주지 않으면 1/2인데, 다른 라이브러리는 1입니다. 그래서 학습률이 높게 머물다 끝에서 떨어집니다. warmup_prefix를 켜지 않으면 워밍업이 곡선의 앞부분을 덮습니다. 짧아지는 주기는 t_initial / (1 − cycle_mul) 스텝 뒤에 끝나고, 거기서 timm은 오류를 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>T_cur is how many steps into a cycle of T_i it is; after each cycle its top is multiplied by cycle_decay and T_i by cycle_mul. The warm-up covers the cosine's beginning unless warmup_prefix is set, so that the rate jumps down a little at its end. Cycles that get shorter are over after t_initial / (1 − cycle_mul) steps, where timm raises an error.</source>
        <translation>T_cur는 T_i 주기에서 몇 스텝째인지이고, 주기마다 꼭대기에는 cycle_decay를, T_i에는 cycle_mul을 곱합니다. warmup_prefix를 켜지 않으면 워밍업이 코사인의 앞부분을 덮어, 그 끝에서 학습률이 조금 뛰어내립니다. 짧아지는 주기는 t_initial / (1 − cycle_mul) 스텝 뒤에 끝나고, 거기서 timm은 오류를 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_annealing_warm_restarts.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>T_cur is how many steps into a cycle of T_i steps it is.</source>
        <translation>T_cur는 T_i 스텝의 주기에서 몇 스텝째인지입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/transformer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Takes a picture's rows as tokens that heed each other, block by block, and answers by their mean.</source>
        <translation>그림의 행을 블록마다 서로 주의를 기울이는 토큰으로 보고, 그 평균으로 답합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/balanced_accuracy.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>That is the mean recall over the classes that are in the target.</source>
        <translation>목표에 있는 클래스에 대한 평균 재현율입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/lambda_rank_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>That weight, c, is taken at the present order and has no gradient of its own; d is the better document's score minus the worse one's. Grades are counted from the query's lowest.</source>
        <translation>그 무게 c는 지금 순서에서 얻고 자신의 기울기는 없습니다. d는 더 좋은 문서의 점수에서 더 나쁜 문서의 점수를 뺀 것입니다. 등급은 질의의 가장 낮은 등급부터 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/rastrigin.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The amplitude is 10 where it was first described.</source>
        <translation>처음 발표된 곳에서 amplitude는 10입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>The base model of width 512 on WMT 2014 English to German, 4.5 M sentence pairs: 100 000 updates of about 25 000 tokens. The rate is 512^−½ · min(step^−½, step · 4000^−1.5): it climbs straight for 4000 steps to 7e-4 and falls with the square root of the step. Adam with β₂ 0.98 and ε 1e-9, label smoothing 0.1.</source>
        <translation>WMT 2014 영어-독일어 문장 쌍 450만 개에서 폭 512의 기본 모델: 토큰 약 25 000개씩 업데이트 100 000번. 학습률은 512^−½ · min(step^−½, step · 4000^−1.5)로, 4000스텝 동안 7e-4까지 곧게 올라가고 스텝의 제곱근으로 내려갑니다. β₂ 0.98, ε 1e-9인 Adam, 레이블 스무딩 0.1.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_reciprocal_rank.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The best document has the query's highest grade; of several, the one that stands first counts. Its place is 1 + the number of lesser documents that score at least as high: those of equal score stand before it, so that answering the same for all earns nothing. Averaged over the queries that have a document with a grade above 0; NaN where none has.</source>
        <translation>가장 좋은 문서는 질의에서 등급이 가장 높은 문서이고, 여럿이면 맨 앞의 것을 셉니다. 그 순위는 점수가 같거나 높은 더 못한 문서의 수에 1을 더한 것입니다. 점수가 같은 문서는 앞에 있는 것으로 보므로, 모두 똑같이 답해서는 얻는 것이 없습니다. 등급이 0보다 큰 문서가 있는 질의에서 평균하고, 없으면 NaN입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>The box of each layer says how large its gradient is and which share of its weights the update is; a frozen layer passes the gradient on and keeps none.</source>
        <translation>층의 상자마다 기울기가 얼마나 크고 업데이트가 가중치의 얼마인지 적혀 있습니다. 동결된 층은 기울기를 넘겨주고 자신은 갖지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/infinite_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The constant rate, as a share of the rate.</source>
        <translation>일정한 학습률, 학습률에 대한 비율로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/walk.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The data are the gradient's noise, a push for each example: a batch adds the mean of its pushes, so that larger batches are calmer. The loss is the height itself, which no push changes.</source>
        <translation>데이터는 기울기의 잡음으로, 예제마다 한 번 미는 것입니다. 배치는 그 평균을 더하므로 배치가 클수록 잔잔합니다. 손실은 높이 자체이고, 미는 것으로 바뀌지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/calibration_error.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The examples are put in bins of equal width by their confidence, the probability of the predicted class. Bin i of n holds confidences from i/n up to but not (i+1)/n; the last one holds 1 too (torchmetrics gives exactly 1 a bin of its own). A yes or no is measured as two classes.</source>
        <translation>예제를 확신, 곧 예측한 클래스의 확률에 따라 폭이 같은 구간에 넣습니다. n개 구간 중 i번째는 i/n 이상 (i+1)/n 미만의 확신을 담고, 마지막은 1도 담습니다(torchmetrics는 정확히 1인 것에 따로 구간을 줍니다). 예/아니요는 두 클래스로 잽니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/own_model.py"/>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The file's full path, or the name of one that lrviz ships.</source>
        <translation>파일의 전체 경로, 또는 lrviz에 들어 있는 것의 이름.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/constant_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The first update runs at a rate of 0.</source>
        <translation>첫 업데이트의 학습률은 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/catalog/schedules/megatron_cosine.py"/>
        <source>The floor, as a rate.</source>
        <translation>바닥, 학습률로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_decay.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <source>The floor, as a share of the rate.</source>
        <translation>바닥, 학습률에 대한 비율로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_annealing_lr.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_annealing_warm_restarts.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The floor.</source>
        <translation>바닥.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The formula has a straight climb and half a cosine. It stays for what is left of num_training_steps, or for num_stable_steps where they are given. Both ways go between min_lr_ratio and 1: straight, as a cosine, or as 1 − √ of the share that is left or done.</source>
        <translation>식은 곧게 올라가고 반 코사인으로 내려가는 경우입니다. num_training_steps에서 남은 만큼, 또는 num_stable_steps를 주면 그만큼 머뭅니다. 두 길 모두 min_lr_ratio와 1 사이를 직선, 코사인, 또는 남았거나 끝난 비율의 1 − √로 오갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The formula has the cosine in two phases. With three_phase it comes down to where it began first, in as many steps as it climbed. Stepping beyond the total raises. The optimizer's own lr doesn't matter, and the momentum goes the other way.</source>
        <translation>식은 두 단계의 코사인입니다. three_phase면 먼저 시작한 값까지, 올라간 만큼의 스텝 동안 내려옵니다. 전체를 넘어 스텝을 밟으면 오류가 납니다. 옵티마이저의 lr은 상관없고, 모멘텀은 반대로 갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/swalr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The formula has the cosine. It is made for the last part of a training, in which weights are averaged. With anneal_epochs=0 it is at swa_lr from the first step on.</source>
        <translation>식은 코사인의 경우입니다. 가중치를 평균하는, 학습의 마지막 부분을 위한 것입니다. anneal_epochs=0이면 첫 스텝부터 swa_lr입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/infinite_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The formula has the cosine; an inverse root goes as 1 + (constant_ratio − 1) h(p) / h(1) with h(x) = 1 / √(1 + 10 x) − 1 and p the share of cooldown_steps that is done. The first update runs at a rate of 0.</source>
        <translation>식은 코사인의 경우입니다. 역제곱근은 h(x) = 1 / √(1 + 10 x) − 1이고 p가 cooldown_steps 중 끝난 비율일 때 1 + (constant_ratio − 1) h(p) / h(1)로 갑니다. 첫 업데이트의 학습률은 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/lambda_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The formula is kept as text in its canonical form; a pasted lambda is taken too. A tuple of them holds one for each parameter group.</source>
        <translation>식은 정해진 꼴의 글로 보관합니다. 붙여넣은 lambda도 받습니다. 튜플은 파라미터 그룹마다 하나씩입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The formula is that of triangular with both ways as long. Each cycle is as high as the last (triangular), half as high (triangular2), or lower by gamma at every step (exp_range). A scale_fn of one's own takes the place of these modes. The momentum goes the other way, from max_momentum down to base_momentum and back.</source>
        <translation>식은 두 길이 같은 triangular의 경우입니다. 주기의 높이는 앞과 같거나(triangular), 절반이거나(triangular2), 스텝마다 gamma만큼 낮아집니다(exp_range). scale_fn을 주면 이 모드들을 대신합니다. 모멘텀은 반대로 max_momentum에서 base_momentum까지 내려갔다 돌아옵니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/cross_entropy_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The formula is that without smoothing. With label smoothing ε the target is (1 − ε) on the true class and ε / classes on every one. The batch's mean is weighted by the true classes' weights, as torch has it.</source>
        <translation>식은 스무딩이 없는 경우입니다. 레이블 스무딩 ε이 있으면 목표는 참 클래스에 (1 − ε), 모든 클래스에 ε / 클래스 수입니다. 배치의 평균은 torch처럼 참 클래스의 무게로 무게를 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/own_model.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The function may ask for inputs, outputs and image by these names; its module takes float32 (n, inputs) and gives (n, outputs). At first it is a file that lrviz comes with, to start from.</source>
        <translation>함수는 inputs, outputs, image를 이 이름으로 받을 수 있습니다. 모듈은 float32 (n, inputs)를 받아 (n, outputs)를 냅니다. 처음에는 lrviz에 들어 있는 파일에서 시작합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/saddle.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The gradient is nothing on the saddle itself: how long a walk lingers there depends on noise and on momentum.</source>
        <translation>안장점 위에서는 기울기가 없습니다. 얼마나 오래 머무는지는 잡음과 모멘텀에 달렸습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>The gradient's largest norm: a longer one is cut down to it before each update.</source>
        <translation>기울기의 가장 큰 노름. 더 길면 업데이트 전에 이만큼으로 잘라 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/formula.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The height at a place, as in x**2 + 3 * y**2 or sin(x) * cos(y).</source>
        <translation>한 곳의 높이. 예: x**2 + 3 * y**2 또는 sin(x) * cos(y).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/height.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The height of a surface where the run stands: what is trained is the place, and nothing is compared.</source>
        <translation>실행이 서 있는 곳의 곡면 높이: 학습하는 것은 자리이고, 견주는 것은 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The highest rate.</source>
        <translation>가장 높은 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The labels there are.</source>
        <translation>있는 레이블.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/infinite_lr.py"/>
        <location filename="../../lrviz/catalog/schedules/linear_to_zero.py"/>
        <location filename="../../lrviz/catalog/schedules/sqrt_cooldown.py"/>
        <source>The last rate, as a share of the rate.</source>
        <translation>마지막 학습률, 학습률에 대한 비율로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/polynomial_decay_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The last rate.</source>
        <translation>마지막 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The law's factor.</source>
        <translation>법칙의 배수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The law's power.</source>
        <translation>법칙의 거듭제곱.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>The learning rate at every step of the plan, exactly as torch would step it, and the loss it leads to.</source>
        <translation>계획의 모든 스텝에서 torch가 밟을 그대로의 학습률과, 그것이 이끄는 손실.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/custom_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The loss of one example, as in -log(p), max(0, 1 - m), r**2 or log(1 + exp(-d)).</source>
        <translation>예제 하나의 손실. 예: -log(p), max(0, 1 - m), r**2 또는 log(1 + exp(-d)).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>The loss over a plane of the weights, with the paths the runs walked on it.</source>
        <translation>가중치의 한 평면 위의 손실과, 그 위를 실행들이 걸어간 길.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The lowest rate.</source>
        <translation>가장 낮은 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/noam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The paper counts from 1, hence the s. There the optimizer's rate is 1: the highest rate is lr / √(d_model · warmup_steps).</source>
        <translation>논문이 1부터 세므로 s를 씁니다. 논문에서 옵티마이저의 학습률은 1이고, 가장 높은 학습률은 lr / √(d_model · warmup_steps)입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/chained_scheduler.py"/>
        <location filename="../../lrviz/catalog/schedules/sequential_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The parts, in order.</source>
        <translation>파트, 순서대로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/cnn.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The picture's edge is padded with zeros, so that only the pools make it smaller.</source>
        <translation>그림의 가장자리를 0으로 채워, 풀링만이 그림을 줄입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>The plane goes through the ends of three runs, which lie in it exactly; everything else is a projection. The panel says how much of the paths lies in it, and a ring how far off it a run is at the cursor.</source>
        <translation>평면은 세 실행의 끝점을 지나고, 끝점은 정확히 그 안에 있습니다. 나머지는 모두 투영입니다. 패널은 경로가 얼마나 평면에 있는지, 고리는 커서에서 실행이 얼마나 떨어져 있는지 알려 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/poly_lr_scheduler.py"/>
        <location filename="../../lrviz/catalog/schedules/polynomial_decay_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The power it falls with.</source>
        <translation>내려가는 거듭제곱.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The power of the time in a cycle (k-decay): above 1, high for longer.</source>
        <translation>주기 안 시간의 거듭제곱(k-decay): 1보다 크면 더 오래 높습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/accuracy.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The predicted class has the largest logit (the first of several); a yes has a logit above 0.</source>
        <translation>예측한 클래스는 로짓이 가장 큰 것입니다(여럿이면 첫째). 예는 로짓이 0보다 큰 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_decay.py"/>
        <location filename="../../lrviz/catalog/schedules/megatron_cosine.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The rate it climbs from.</source>
        <translation>올라가기 시작하는 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/swalr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The rate it goes to.</source>
        <translation>향해 가는 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The rate it starts from.</source>
        <translation>시작하는 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adagrad.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The rate itself falls too, as lr / (1 + t · lr_decay), unseen by the scheduler.</source>
        <translation>학습률 자체도 스케줄러 모르게 lr / (1 + t · lr_decay)로 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/sweep.py"/>
        <source>The rate the first update is done with.</source>
        <translation>첫 업데이트의 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/sweep.py"/>
        <source>The rate the last update is done with, if no seed has diverged by then.</source>
        <translation>마지막 업데이트의 학습률. 그 전에 발산한 시드가 없을 때입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/ackley.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The root holds 1e-30 more, so that it has a slope at 0.</source>
        <translation>0에서도 기울기가 있도록 제곱근 안에 1e-30을 더했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>The run at whose end a plane starts; the last one if empty.</source>
        <translation>끝점에서 평면이 시작하는 실행. 비우면 마지막 실행입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>The run it leaves.</source>
        <translation>갈라져 나온 실행.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The scheduler before.</source>
        <translation>그 전의 스케줄러.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The scheduler built for the new horizon.</source>
        <translation>새 길이에 맞춰 만든 스케줄러.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/overfit.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The share of the plan after which it rises.</source>
        <translation>올라가기 시작하는, 계획의 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/learning_curve.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The share of the plan in which half of what is left is gone.</source>
        <translation>남은 것의 절반이 사라지는 데 걸리는, 계획의 비율.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsds.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The steps at which a decay is done, in order.</source>
        <translation>감쇠가 끝나는 스텝, 순서대로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/sequential_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The steps at which the next part begins.</source>
        <translation>다음 파트가 시작하는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multi_step_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The steps at which the rate drops.</source>
        <translation>학습률이 떨어지는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/knots.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The steps of the knots, in order.</source>
        <translation>매듭의 스텝, 순서대로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multi_step_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The steps one before which the rate drops, in order.</source>
        <translation>학습률이 떨어지기 한 스텝 전의 스텝, 순서대로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>The upper curve is the loss, the lower one minus its slope: the push of gradient descent. Below them stands where the training set lies now, as a histogram.</source>
        <translation>위 곡선은 손실, 아래 곡선은 그 기울기의 반대, 곧 경사 하강이 미는 힘입니다. 그 아래에는 학습 집합이 지금 어디에 있는지 히스토그램으로 보입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The warm-up is t / max(1, num_warmup_steps), so that the first update runs at a rate of 0.</source>
        <translation>워밍업은 t / max(1, num_warmup_steps)라서 첫 업데이트의 학습률은 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/infinite_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The way down to the constant rate.</source>
        <translation>일정한 학습률까지 내려가는 길.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The way down.</source>
        <translation>내려가는 길.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>The way up.</source>
        <translation>올라가는 길.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/himmelblau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Their lowest places are (3, 2), (−2.805, 3.131), (−3.779, −3.283) and (3.584, −1.848).</source>
        <translation>가장 낮은 곳은 (3, 2), (−2.805, 3.131), (−3.779, −3.283), (3.584, −1.848)입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>Thickness of curves, in points.</source>
        <translation>포인트로 나타낸 곡선 두께.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Three epochs over the 3668 sentence pairs of MRPC in batches of 32: 343 updates, of which the first tenth warms up from 0 and the rest falls straight to 0. The paper tries rates of 5e-5, 3e-5 and 2e-5; the example in its code takes 2e-5. Gradients are cut to a norm of 1.</source>
        <translation>MRPC의 문장 쌍 3668개를 배치 32로 세 에폭: 업데이트 343번, 처음 10분의 1은 0에서 워밍업하고 나머지는 0까지 곧게 내려갑니다. 논문은 5e-5, 3e-5, 2e-5를 시도했고, 코드의 예는 2e-5입니다. 기울기는 노름 1로 잘라 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Tieleman and Hinton 2012, Neural networks for machine learning, lecture 6.5</source>
        <translation>Tieleman and Hinton 2012, Neural networks for machine learning, lecture 6.5</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Tokens in an update.</source>
        <translation>업데이트마다의 토큰 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>Tokens in one example; left out, tokens aren’t counted.</source>
        <translation>예제 하나의 토큰 수. 비우면 토큰을 세지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Train ResNet-50 on ImageNet in an hour</source>
        <translation>ImageNet에서 ResNet-50을 한 시간에 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Train a ResNet, dividing the rate when the error plateaus</source>
        <translation>오차가 정체되면 학습률을 나누며 ResNet 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Train a diffusion model on CIFAR-10</source>
        <translation>CIFAR-10에서 확산 모델 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Train a diffusion model on ImageNet-512</source>
        <translation>ImageNet-512에서 확산 모델 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Train a vision transformer on ImageNet</source>
        <translation>ImageNet에서 비전 트랜스포머 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Train the first transformer</source>
        <translation>첫 트랜스포머 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/sweep.py"/>
        <source>Trainings from other weights and batches: how far they differ is the spread of each rate.</source>
        <translation>다른 가중치와 배치로 하는 학습의 수. 서로 얼마나 다른지가 학습률의 퍼짐입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Trains by one scheduler up to a step, then by another one that was built for a new horizon.</source>
        <translation>한 스텝까지는 한 스케줄러로, 그 뒤에는 새 길이에 맞춰 만든 다른 스케줄러로 학습합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/spirals.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Turns of each arm.</source>
        <translation>팔마다 감긴 횟수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/moons.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Two half moons in the plane, with noise: the decision boundary can be watched.</source>
        <translation>잡음이 있는 평면의 반달 둘. 결정 경계를 지켜볼 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/mlp.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Units of each hidden layer, from input to output.</source>
        <translation>입력에서 출력까지 은닉층마다의 유닛.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/transformer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Units of the hidden layer that each token passes alone.</source>
        <translation>토큰이 저마다 혼자 지나는 은닉층의 유닛.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>Updates from one validation to the next.</source>
        <translation>한 검증에서 다음 검증까지의 업데이트 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/sweep.py"/>
        <source>Updates from the first rate to the last, each a fixed share higher than the one before.</source>
        <translation>처음 학습률에서 마지막까지의 업데이트 수. 업데이트마다 같은 비율로 올라갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>Updates of that run before it leaves.</source>
        <translation>갈라지기 전, 그 실행의 업데이트 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>Updates of the whole plan.</source>
        <translation>계획 전체의 업데이트 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>Updates up to the peak, straight from 0.</source>
        <translation>0에서 곧게 최고점까지 올라가는 업데이트 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>Validations without a lower loss.</source>
        <translation>손실이 낮아지지 않은 검증의 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Vaswani et al. 2017, Attention is all you need, arXiv 1706.03762</source>
        <translation>Vaswani 외 2017, Attention is all you need, arXiv 1706.03762</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Voorhees 1999, The TREC-8 question answering track report</source>
        <translation>Voorhees 1999, The TREC-8 question answering track report</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/plateau_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Warms up, then multiplies the rate by decay_rate when the metric is no better for more than patience_t steps.</source>
        <translation>워밍업한 뒤, 지표가 patience_t 스텝을 넘도록 나아지지 않으면 decay_rate를 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Waves of a cosine on the way down: half a wave goes down once.</source>
        <translation>내려가는 길의 코사인 물결 수. 반 물결이면 한 번 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_schedule_with_warmup.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Waves of the cosine: half a wave goes down once.</source>
        <translation>코사인의 물결 수. 반 물결이면 한 번 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/transformer.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Ways to heed other tokens, side by side.</source>
        <translation>나란히 다른 토큰에 주의를 기울이는 길의 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>Weight decay of the group.</source>
        <translation>그룹의 가중치 감쇠.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/focal_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Weight of the yeses; left out, all weigh alike.</source>
        <translation>예의 무게. 비우면 모두 같은 무게입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Wen et al. 2024, Understanding warmup-stable-decay learning rates: a river valley loss landscape perspective, arXiv 2410.05192</source>
        <translation>Wen 외 2024, Understanding warmup-stable-decay learning rates: a river valley loss landscape perspective, arXiv 2410.05192</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/plateau_lr_scheduler.py"/>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What a cut multiplies the rate by.</source>
        <translation>낮출 때 학습률에 곱하는 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multi_step_lr.py"/>
        <location filename="../../lrviz/catalog/schedules/multi_step_lr_scheduler.py"/>
        <location filename="../../lrviz/catalog/schedules/step_lr.py"/>
        <source>What a drop multiplies the rate by.</source>
        <translation>떨어질 때 학습률에 곱하는 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>What a race measured: losses, metrics and the rate over the updates, live while it trains.</source>
        <translation>경주가 잰 것: 업데이트에 따른 손실, 지표, 학습률. 학습하는 동안 바로 보입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/exponential_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What a step multiplies the rate by.</source>
        <translation>스텝마다 학습률에 곱하는 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/bce_with_logits_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What an example counts whose answer is yes.</source>
        <translation>답이 예인 예제를 얼마로 세는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What becomes of the height of the cycles.</source>
        <translation>주기의 높이가 어떻게 되는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/activation.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What bends between two layers.</source>
        <translation>두 층 사이를 굽히는 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What each class's examples count, in the order of the classes.</source>
        <translation>클래스마다 예제를 얼마로 세는지, 클래스 순서대로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What each next cycle’s top is multiplied by.</source>
        <translation>다음 주기마다 꼭대기에 곱하는 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/mlp.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What evens out a hidden layer's values before they bend.</source>
        <translation>은닉층의 값을 굽히기 전에 고르게 하는 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What is given.</source>
        <translation>주어지는 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsds.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What is left after a decay, as a share of the rate.</source>
        <translation>감쇠한 뒤 남는 것, 학습률에 대한 비율로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>What is measured at each point.</source>
        <translation>점마다 재는 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What is to be learned.</source>
        <translation>배울 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/learning_curve.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What it tends to.</source>
        <translation>다가가는 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/own_model.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What makes the model.</source>
        <translation>모델을 만드는 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>What one example costs along what the model answers, and how hard it pulls there.</source>
        <translation>모델의 답에 따라 예제 하나가 치르는 값과, 거기서 얼마나 세게 당기는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What stands between two cells; empty for NPZ.</source>
        <translation>두 칸 사이에 있는 것. NPZ면 비어 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/cnn.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What stands for each 2×2 pixels: the largest or the mean.</source>
        <translation>2×2 픽셀을 나타내는 것: 최댓값 또는 평균.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multiplicative_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What step t multiplies the rate by, as in 0.95, or 1 - 0.01 * (t &gt; 50).</source>
        <translation>스텝 t가 학습률에 곱하는 값. 예: 0.95 또는 1 - 0.01 * (t &gt; 50).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/own_model.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What the function is given, by name.</source>
        <translation>함수에 이름으로 주는 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What the labels are.</source>
        <translation>레이블이 무엇인지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/lambda_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What the rate is multiplied by at step t, as in 0.95 ** t.</source>
        <translation>스텝 t에서 학습률에 곱하는 값. 예: 0.95 ** t.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/constant_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What the rate is multiplied by before total_iters.</source>
        <translation>total_iters 전에 학습률에 곱하는 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/knots.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What the rate is multiplied by there.</source>
        <translation>거기서 학습률에 곱하는 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adagrad.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What the sum of squares starts from.</source>
        <translation>제곱 합이 시작하는 값.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup_lr_rate.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What the warm-up starts from, as a share of the rate.</source>
        <translation>워밍업이 시작하는 값, 학습률에 대한 비율로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>What x of scale_fn is: the number of the cycle, from 1, or the step.</source>
        <translation>scale_fn의 x가 무엇인지: 1부터 세는 주기의 번호, 또는 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surface.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Where every run starts: its x and its y.</source>
        <translation>모든 실행이 시작하는 곳: x와 y.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/tanh_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Where on it a cycle ends.</source>
        <translation>곡선 위에서 주기가 끝나는 곳.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/tanh_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Where on the tangent a cycle starts.</source>
        <translation>탄젠트 위에서 주기가 시작하는 곳.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Where training stopped.</source>
        <translation>학습이 멈춘 곳.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>Whether its scheduler counts on, or from its own step 0.</source>
        <translation>스케줄러가 이어서 세는지, 자신의 0스텝부터 세는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Whether that is a share of the best so far, or a difference from it.</source>
        <translation>그것이 지금까지의 최고에 대한 비율인지, 차이인지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Whether the labels are text.</source>
        <translation>레이블이 글인지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/plateau_lr_scheduler.py"/>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Whether the metric gets better as it falls or as it rises.</source>
        <translation>지표가 내려갈 때 나아지는지, 올라갈 때 나아지는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/knots.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Which axis it is straight on from knot to knot.</source>
        <translation>매듭에서 매듭까지 어느 축에서 곧은지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signal.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Which noise.</source>
        <translation>어느 잡음인지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>Which parameters, by their names in torch: * stands for anything, as in *.bias or 0.*.</source>
        <translation>어느 파라미터인지, torch에서의 이름으로. *는 무엇이든 됩니다. 예: *.bias 또는 0.*.</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>Which random plane.</source>
        <translation>어느 무작위 평면인지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/sweep.py"/>
        <source>Whose loss is watched.</source>
        <translation>손실을 지켜볼 실행.</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>Wide ResNet on CIFAR-10 with warm restarts</source>
        <translation>CIFAR-10에서 웜 재시작으로 Wide ResNet 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>Width of the area against its height.</source>
        <translation>넓이의 가로세로 비.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/noam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Width of the model.</source>
        <translation>모델의 폭.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>With total_iters=0 torch never leaves lr · start_factor.</source>
        <translation>total_iters=0이면 torch는 lr · start_factor를 떠나지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/polynomial_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>With total_iters=0 torch never leaves lr, and with power=0 neither.</source>
        <translation>total_iters=0이면 torch는 lr을 떠나지 않고, power=0이어도 그렇습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/radam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>With β₂ = 0.999 the first five updates are plain momentum: a warm-up of its own.</source>
        <translation>β₂ = 0.999에서 첫 다섯 업데이트는 순수한 모멘텀이라, 그 자체로 워밍업입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/inverse_sqrt_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Without a timescale it is num_warmup_steps, or 10 000 where that is 0. It never ends.</source>
        <translation>timescale을 주지 않으면 num_warmup_steps이고, 그것이 0이면 10 000입니다. 끝나지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>Workers, each with its own batch.</source>
        <translation>저마다 배치를 가진 작업자의 수.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/ndcg.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>Worth of the first k documents, discounted by place, as a share of what the best order is worth.</source>
        <translation>순위에 따라 할인한 앞쪽 k개 문서의 값, 가장 좋은 순서의 값에 대한 비율로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>Zeiler 2012, Adadelta: An adaptive learning rate method, arXiv 1212.5701</source>
        <translation>Zeiler 2012, Adadelta: An adaptive learning rate method, arXiv 1212.5701</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a T_max of the whole run behind a warm-up: the cosine isn't over at the end; take the run's steps minus the milestone (LR107).</source>
        <translation>워밍업 뒤에 실행 전체 길이의 T_max를 주는 것: 끝에서 코사인이 아직 끝나지 않습니다. 실행의 스텝에서 마일스톤을 뺀 값을 주세요 (LR107).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a T_max shorter than the run: behind it the rate climbs again. At half the run the noisy digits ended at a validation loss of 0.57 instead of 0.37 (LR102).</source>
        <translation>실행보다 짧은 T_max: 그 뒤에 학습률이 다시 올라갑니다. 실행의 절반이면 잡음 섞인 digits가 검증 손실 0.37 대신 0.57에서 끝났습니다 (LR102).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/knots.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>a and b are the factors of the knots t_a and t_b around t. Straight is so on a linear axis, or on a logarithmic one, where equal steps multiply by equal factors.</source>
        <translation>a와 b는 t를 둘러싼 매듭 t_a와 t_b의 배수입니다. 선형 축에서 직선이거나, 같은 스텝마다 같은 배수를 곱하는 로그 축에서 직선입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/signals/drawn.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>a and b are the values at the places s_a and s_b around a share of the plan.</source>
        <translation>a와 b는 계획의 한 비율을 둘러싼 자리 s_a와 s_b의 값입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a column that gives the answer away, such as an id sorted by class: an accuracy near 1 after a few updates is the sign.</source>
        <translation>클래스 순서로 매긴 id처럼 답을 알려 주는 열: 업데이트 몇 번 만에 정확도가 1에 가까우면 그 신호입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a curve of Keras is to be had in torch.</source>
        <translation>Keras의 곡선을 torch에서 쓰려 할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a decay that is too short: with 20 % of the steps it is within 5 % of a cosine by the bound, without it 66 % above.</source>
        <translation>너무 짧은 감쇠: 스텝의 20 %면 상한으로 코사인의 5 % 안이고, 없으면 66 % 높습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a decay to zero that is straight (power 1), or fast at first and flat at its end (power 2).</source>
        <translation>0까지 곧게 내려가거나(power 1), 처음에 빠르고 끝에 완만한(power 2) 감쇠가 필요할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a decay without an end: every step costs the same share.</source>
        <translation>끝이 없는 감쇠: 스텝마다 같은 비율을 덜어 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a delta far above the usual residual: then it is the square alone. Without outliers it is no better than MSE.</source>
        <translation>보통 잔차보다 훨씬 큰 delta: 그러면 제곱일 뿐입니다. 이상점이 없으면 MSE보다 나을 것이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a dropout or a batch norm that is left in eval mode inside the file: lrviz calls train() and eval() itself.</source>
        <translation>파일 안에서 eval 모드로 남은 드롭아웃이나 배치 정규화: lrviz가 train()과 eval()을 직접 호출합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a false alarm is dear.</source>
        <translation>잘못된 경보가 비쌀 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a first answer, and one that can be checked: with a square there is one lowest place, and a known rate limit.</source>
        <translation>처음 얻는, 확인할 수 있는 답: 제곱이면 가장 낮은 곳이 하나이고 학습률의 한계를 압니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a fit is to be judged without knowing the target's unit.</source>
        <translation>목표의 단위를 몰라도 적합을 판단해야 할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a floor of a tenth out of habit: by the bound it costs 9 % (2.25 against 2.06), and going to zero was better in LLMs, too (LR120).</source>
        <translation>습관처럼 두는 10분의 1 바닥: 상한으로 9 % 손해이고(2.06 대신 2.25), LLM에서도 0까지 가는 것이 나았습니다 (LR120).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a forecast isn't enough: a second of real training on a small problem shows the noise, too.</source>
        <translation>예측만으로 부족할 때: 작은 문제에서 1초만 실제로 학습해도 잡음까지 보입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a formula that falls without end, as −x: a walk on it never arrives.</source>
        <translation>−x처럼 끝없이 내려가는 식: 그 위를 걷는 실행은 어디에도 이르지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a formula that is flat where the model is wrong, as (1 − p)²: from a confident wrong answer it hardly pulls.</source>
        <translation>(1 − p)²처럼 모델이 틀린 곳에서 평평한 식: 확신에 찬 틀린 답을 거의 당기지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a gamma meant for epochs, stepped once a batch: 0.8 is below 1 % after 21 steps. On the digits that ended at a loss of 2.22 instead of 0.20 (LR113).</source>
        <translation>에폭에 맞춘 gamma를 배치마다 밟는 것: 0.8이면 21스텝 뒤에 1 % 아래입니다. digits에서 0.20 대신 손실 2.22에서 끝났습니다 (LR113).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a good rate is only known as a range: from where the loss begins to fall up to just below the cliff.</source>
        <translation>좋은 학습률을 범위로만 알 때: 손실이 내려가기 시작하는 곳부터 절벽 바로 아래까지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a high rate to the end: near the truth it pulls as hard as far from it, so that it rattles until the rate decays.</source>
        <translation>끝까지 높은 학습률: 참값 가까이에서도 멀 때만큼 세게 당기므로, 학습률이 감쇠할 때까지 덜컹거립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/roc_auc.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>a is the score of an example of the class, b of another one. A tie counts as one half. A yes or no is scored by its logit. Several classes are scored by their probabilities, each against the rest, and averaged over those that some examples belong to and some don't; NaN where none is such.</source>
        <translation>a는 그 클래스 예제의 점수, b는 다른 예제의 점수입니다. 동점은 절반으로 셉니다. 예/아니요는 로짓으로 점수를 매깁니다. 여러 클래스는 확률로 점수를 매겨 하나씩 나머지와 견주고, 속하는 예제와 속하지 않는 예제가 모두 있는 클래스에서 평균합니다. 그런 클래스가 없으면 NaN입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a linear model: it can't bend, and stays at an accuracy of about 0.87.</source>
        <translation>선형 모델: 굽을 수 없어 정확도 0.87쯤에 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a long hold and a smooth fall in one formula.</source>
        <translation>오래 머물다 부드럽게 내려가는 것을 한 식으로 쓸 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a miss is dear.</source>
        <translation>놓치는 것이 비쌀 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a network of several layers: 442 patients are too few, and a straight line is as good.</source>
        <translation>층이 여러 개인 신경망: 환자 442명은 너무 적고, 직선도 그만큼 좋습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a num_training_steps for one worker where several step together: the rate never gets low (LR112).</source>
        <translation>여러 작업자가 함께 밟는데 작업자 하나에 맞춘 num_training_steps: 학습률이 낮아지지 않습니다 (LR112).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a num_training_steps in batches where updates are accumulated: the cosine isn't half over at the end (LR112).</source>
        <translation>업데이트를 누적하는데 배치로 센 num_training_steps: 끝에서 코사인이 절반도 지나지 않습니다 (LR112).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a number is answered and its errors are alike: then it is the likeliest fit.</source>
        <translation>숫자를 답하고 오차가 고를 때: 그러면 가장 그럴듯한 적합입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a rare class is to be found without crying wolf.</source>
        <translation>드문 클래스를 헛경보 없이 찾을 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a rare class is to be found, whatever the threshold.</source>
        <translation>문턱이 무엇이든 드문 클래스를 찾을 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a rate chosen for x: y bears 2 / condition at most, with momentum β (1 + β) times that.</source>
        <translation>x에 맞춘 학습률: y는 많아야 2 / condition을, 모멘텀 β가 있으면 그 (1 + β)배를 견딥니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a rate is not to be chosen at all; lr stays at 1.</source>
        <translation>학습률을 아예 고르지 않으려 할 때. lr은 1로 둡니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a rate is to be carried from one batch size and length of training to another, under μP.</source>
        <translation>μP에서 한 배치 크기와 학습 길이의 학습률을 다른 것으로 옮길 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a run doesn't learn: see which layer gets no gradient, or one that is a thousand times too large.</source>
        <translation>실행이 배우지 않을 때: 어느 층이 기울기를 받지 않는지, 천 배나 큰 것을 받는지 보세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a run is to be usable at the end of every cycle, or to leave a basin it is stuck in.</source>
        <translation>주기가 끝날 때마다 쓸 수 있어야 하거나, 갇힌 분지에서 빠져나와야 할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a run to compare with, or one whose rate something else sets.</source>
        <translation>견줄 실행이거나, 다른 것이 학습률을 정하는 실행일 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a scheduler that listens is to be tried on just this metric.</source>
        <translation>지표를 듣는 스케줄러를 바로 이 지표로 시험할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a session is shown to others, or two views are to be read beside each other.</source>
        <translation>세션을 남에게 보이거나, 두 보기를 나란히 읽을 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a shape of your own: two valleys with a ridge, a cliff, a spiral.</source>
        <translation>나만의 모양: 능선을 사이에 둔 두 골짜기, 절벽, 나선.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a short start at a lower rate; at torch's defaults a third of it for 5 steps.</source>
        <translation>낮은 학습률로 짧게 시작할 때. torch의 기본값은 5스텝 동안 3분의 1입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a start_factor of 0, which torch refuses: take 1e-3 (LR115).</source>
        <translation>torch가 거부하는 start_factor 0: 1e-3을 쓰세요 (LR115).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a step's factor is known and the rate itself is not.</source>
        <translation>스텝의 배수는 알지만 학습률 자체는 모를 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a step_size in epochs and a scheduler stepped once a batch: StepLR(3, 0.3) was below 1 % after 12 batches and ended at a loss of 2.24 instead of 0.21 (LR101).</source>
        <translation>step_size는 에폭인데 스케줄러는 배치마다 밟는 것: StepLR(3, 0.3)은 배치 12개 뒤에 1 % 아래였고, 0.21 대신 손실 2.24에서 끝났습니다 (LR101).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a total_steps in epochs, or one that the run outlasts: torch raises at the next step() (LR103).</source>
        <translation>에폭으로 센 total_steps나 실행보다 짧은 total_steps: torch가 다음 step()에서 오류를 냅니다 (LR103).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a validation loss that turns: early stopping and plateaus cut after it.</source>
        <translation>되돌아 오르는 검증 손실: 그 뒤에 조기 종료와 정체 감지가 작동합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a warm-up is followed by a decay, each torch's own.</source>
        <translation>torch 자신의 워밍업에 torch 자신의 감쇠를 이을 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>a warm-up, in a sequence with what comes after; or a straight decay to zero, by the bound the best shape there is.</source>
        <translation>뒤따르는 것과 이은 시퀀스의 워밍업, 또는 0까지의 곧은 감쇠. 후자는 상한으로 가장 좋은 모양입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>a, b and c of a·X + b·X³ + c·X⁵, the iteration's polynomial.</source>
        <translation>반복에 쓰는 다항식 a·X + b·X³ + c·X⁵의 a, b, c.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>adding a decay by a scheduler: its steps get shorter by themselves, as one over the root of the updates.</source>
        <translation>스케줄러로 감쇠를 더하는 것: 스텝이 이미 업데이트 수의 제곱근 분의 1로 짧아집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>adding a long warm-up to it: it has one already, of about 2 / (1 − β₂) updates.</source>
        <translation>긴 워밍업을 더하는 것: 이미 업데이트 2 / (1 − β₂)번쯤의 워밍업이 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>adding a warm-up in front and keeping total_steps: the end is cut off (LR120).</source>
        <translation>앞에 워밍업을 더하고 total_steps를 그대로 두는 것: 끝이 잘립니다 (LR120).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>after a race: do two runs end in one basin, and is there a ridge between them?</source>
        <translation>경주 뒤: 두 실행이 한 분지에서 끝나는지, 사이에 능선이 있는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>all alike</source>
        <translation>모두 같게</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>an idea for a loss is to be seen and raced within a minute.</source>
        <translation>떠오른 손실을 1분 안에 보고 경주해 볼 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>an lr of 1e-3 before it: the optimizer's rate is only a factor here, and 1 in the paper. The peak of 512 and 4 000 is 0.0007.</source>
        <translation>앞에 lr 1e-3을 두는 것: 여기서 옵티마이저의 학습률은 배수일 뿐이고 논문에서는 1입니다. 512와 4 000이면 최고값이 0.0007입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>an ordinary training: when would a plateau's patience run out?</source>
        <translation>평범한 학습에서 정체의 patience가 언제 다하는지 볼 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>any shape that is a function of the step.</source>
        <translation>스텝의 함수인 어떤 모양이든.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>as CosineWithMinLrScheduleWithWarmup, and the first update is to do something.</source>
        <translation>CosineWithMinLrScheduleWithWarmup과 같되, 첫 업데이트도 무언가 해야 할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>as up</source>
        <translation>올라간 만큼</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/rosenbrock.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>b is 100 where it was first described.</source>
        <translation>처음 발표된 곳에서 b는 100입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>bad is how many steps in a row were no better than the best before them. It is no function of the step: `given` folds a series of metrics into the cuts that torch makes. In a race stepped once an epoch it is told the validation loss, once a batch the training loss; before, it is drawn as it would be cut on the metric that is supposed.</source>
        <translation>bad는 그 전의 최고보다 나아지지 않은 스텝이 몇 번 이어졌는지입니다. 스텝의 함수가 아닙니다. `given`이 지표의 열을 torch가 낮추는 곳으로 바꿉니다. 에폭마다 스텝을 밟는 경주에서는 검증 손실을, 배치마다 밟는 경주에서는 학습 손실을 듣습니다. 경주 전에는 가정한 지표에서 낮아질 대로 그립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>basins of different depth: does a run find the deepest?</source>
        <translation>깊이가 다른 분지: 실행이 가장 깊은 것을 찾는지 볼 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>before anything is trained: to see where a warm-up ends, how low the rate gets, and what two shapes cost.</source>
        <translation>아직 학습하기 전: 워밍업이 어디서 끝나는지, 학습률이 얼마나 낮아지는지, 두 모양의 값이 얼마인지 볼 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>believing that a frozen layer stops the gradient: it passes through, and only what lies before all that trains gets none.</source>
        <translation>동결된 층이 기울기를 막는다고 믿는 것: 기울기는 지나가고, 학습하는 것보다 앞에 있는 것만 받지 못합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>by epochs</source>
        <translation>에폭으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>by mode</source>
        <translation>mode에 따라</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>calibration and label smoothing: no model can be right about the overlap, only unsure of it.</source>
        <translation>보정과 레이블 스무딩을 볼 때: 어떤 모델도 겹친 곳을 맞힐 수 없고, 확신하지 않을 수만 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>calling it done where it stops: at ten times the warm-up the rate is still a third of the peak (LR120).</source>
        <translation>멈춘 곳에서 다 되었다고 하는 것: 워밍업의 열 배에서도 학습률은 아직 최고값의 3분의 1입니다 (LR120).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>calling one valley better: all four are of height 0.</source>
        <translation>한 골짜기가 더 낫다고 하는 것: 넷 모두 높이가 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>carrying over a rate from here to a network: these surfaces have two weights, and their curvature is their own.</source>
        <translation>여기의 학습률을 신경망으로 옮기는 것: 이 곡면은 가중치가 둘이고 곡률은 자신의 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>chaining what should follow one another: all parts run from step 0 on, and a part that sets a rate of its own wipes out those before it (LR109).</source>
        <translation>차례로 이어야 할 것을 체인으로 묶는 것: 모든 파트가 0스텝부터 돌고, 자신의 학습률을 정하는 파트는 앞의 것을 지웁니다 (LR109).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>classes are about as frequent as each other and mistakes cost alike.</source>
        <translation>클래스의 빈도가 비슷하고 실수의 값도 비슷할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>classes are of very different frequency and each counts as much.</source>
        <translation>클래스의 빈도가 크게 다른데 똑같이 셀 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>comparing decays on it: it is separable, the noise dies with the loss, and a constant rate wins.</source>
        <translation>이 위에서 감쇠를 견주는 것: 변수가 나뉘어 있어 잡음이 손실과 함께 사라지고, 일정한 학습률이 이깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>comparing it between data sets: guessing has the share of positives, 0.01 where they are 1 %.</source>
        <translation>데이터가 다른데 견주는 것: 추측만 해도 양성의 비율이 나오고, 1 %면 0.01입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>comparing its size between data sets: it is divided by the number of classes.</source>
        <translation>데이터가 다른데 크기를 견주는 것: 클래스 수로 나눈 값입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>comparing schedules on one seed: without a warm-up the accuracy's deviation over seeds was 0.29.</source>
        <translation>시드 하나로 스케줄을 견주는 것: 워밍업이 없으면 시드에 따른 정확도의 편차가 0.29였습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>comparing the heights of two losses; only the push trains, and a factor before it is a factor of the rate.</source>
        <translation>두 손실의 높이를 견주는 것. 학습하는 것은 미는 힘뿐이고, 앞의 배수는 학습률의 배수입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>comparing two losses at the threshold 0.5: moving it raised F1 from 0.17 to 0.55 without training anything.</source>
        <translation>두 손실을 문턱 0.5에서 견주는 것: 문턱만 옮겨도 학습 없이 F1이 0.17에서 0.55로 올랐습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/families.py"/>
        <source>composed</source>
        <translation>조합</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>counting on the first update: its rate is 0.</source>
        <translation>첫 업데이트에 기대는 것: 학습률이 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>cycling its momentum: torch moves β₁ while the product of those before keeps the old ones.</source>
        <translation>모멘텀을 돌리는 것: torch는 β₁을 옮기지만 그 전까지의 곱은 옛 값 그대로입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/step_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>decay_t may be a fraction, as the 2.4 epochs of EfficientNet; decay_rate is 1 unless given, which changes nothing. After a warm-up t counts from its end, unless warmup_prefix is off.</source>
        <translation>decay_t는 EfficientNet의 2.4에폭처럼 소수여도 됩니다. decay_rate는 주지 않으면 1이라 아무것도 바뀌지 않습니다. warmup_prefix를 끄지 않으면 t는 워밍업의 끝부터 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/digits.py"/>
        <source>digits</source>
        <translation>숫자 그림</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>distance against calm: at a low rate every decay loses to a constant one, 20 of 20, for it stops on the way.</source>
        <translation>거리와 차분함을 견줄 때: 낮은 학습률에서는 모든 감쇠가 일정한 것에 20번 중 20번 집니다. 가는 길에 멈추기 때문입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>documents are relevant or not, and all relevant ones are wanted.</source>
        <translation>문서가 관련 있거나 없고, 관련 있는 것을 모두 찾을 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>documents have grades, and the first places count most.</source>
        <translation>문서에 등급이 있고 앞 순위가 가장 중요할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>does time at a high rate carry a run over barriers, and a low one settle it?</source>
        <translation>높은 학습률의 시간이 장벽을 넘게 하고 낮은 학습률이 자리 잡게 하는지 볼 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>drawing finer than the scheduler looks: stepped once an epoch it hears one value an epoch.</source>
        <translation>스케줄러가 보는 것보다 촘촘히 그리는 것: 에폭마다 밟으면 에폭마다 값 하나만 듣습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/families.py"/>
        <source>drawn by hand</source>
        <translation>손으로 그림</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>ends: the plane through three runs’ ends; random: two random directions, filter by filter as long as the weights (arXiv 1712.09913); pca: the two directions the paths vary most in; hessian: the two sharpest directions at the origin’s end; line: straight lines from end to end.</source>
        <translation>ends: 세 실행의 끝점을 지나는 평면. random: 무작위 두 방향, 필터마다 길이를 가중치에 맞춤(arXiv 1712.09913). pca: 경로가 가장 많이 변하는 두 방향. hessian: 기준 실행의 끝에서 가장 가파른 두 방향. line: 끝에서 끝까지의 직선.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>expecting NDCG itself to be minimised: the weights are taken at the present order, and are no gradient of it.</source>
        <translation>NDCG 자체가 최소가 된다고 기대하는 것: 무게는 지금 순서에서 얻은 것이고 그것의 기울기가 아닙니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>expecting a lowest height of 0: it is −78.33.</source>
        <translation>가장 낮은 높이가 0이라고 기대하는 것: −78.33입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>expecting a straight line: its power is 0.5 unless given, so that half way 71 % of the rate are left.</source>
        <translation>직선을 기대하는 것: power는 주지 않으면 0.5라서, 절반에서 학습률의 71 %가 남습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>expecting an accuracy of 1: the clouds overlap, and 0.80 is about all there is.</source>
        <translation>정확도 1을 기대하는 것: 구름이 겹쳐 있어 0.80쯤이 전부입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>expecting it between 0 and 1: on new data it is below 0 wherever the mean would have been the better answer.</source>
        <translation>0과 1 사이라고 기대하는 것: 새 데이터에서 평균이 더 나은 답이었을 곳에서는 0보다 낮습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>expecting it to bend: two moons or a spiral need a layer between.</source>
        <translation>굽기를 기대하는 것: 반달 둘이나 나선에는 사이에 층이 필요합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>expecting it to end at lr_min: (1 − tanh ub) / 2 of the way is left, 0.25 % at the default 3.</source>
        <translation>lr_min에서 끝난다고 기대하는 것: 길의 (1 − tanh ub) / 2가 남고, 기본값 3이면 0.25 %입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>expecting it to start fast: its first steps are about √(eps / (1 − rho)), 0.003.</source>
        <translation>빨리 시작한다고 기대하는 것: 첫 스텝은 √(eps / (1 − rho))쯤인 0.003입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>expecting more of restarts than of one slow cosine: on Ackley's surface 67 % of them reached the middle, 78 % of the slow ones. Ending amid a cycle ends at a high rate (LR120).</source>
        <translation>천천히 한 번 가는 코사인보다 재시작에 더 기대하는 것: Ackley 곡면에서 재시작은 67 %, 느린 것은 78 %가 가운데에 이르렀습니다. 주기 가운데서 끝내면 높은 학습률로 끝납니다 (LR120).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>few epochs and a high rate: on the digits it had a loss of 0.19 after 2 epochs, where a constant rate needed 3. A plain cosine did as well.</source>
        <translation>에폭이 적고 학습률이 높을 때: digits에서 2에폭 만에 손실 0.19였는데, 일정한 학습률은 3에폭이 걸렸습니다. 그냥 코사인도 그만큼 했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>few epochs: it keeps the rate up and still ends at 0.</source>
        <translation>에폭이 적을 때: 학습률을 높게 두면서도 0에서 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>few of one class among many of another: F1 of 0.43 instead of 0.17 on 1 % positives, and 0.53 with alpha 0.75.</source>
        <translation>한 클래스는 드물고 다른 것은 많을 때: 양성 1 %에서 F1이 0.17 대신 0.43, alpha 0.75면 0.53이었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>fine-tuning for a few hundred steps, where the end isn't known yet.</source>
        <translation>끝을 아직 모르는 채 수백 스텝 미세 조정할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>fine-tuning or pre-training a transformer for a known number of updates.</source>
        <translation>업데이트 수를 아는 트랜스포머의 미세 조정이나 사전 학습.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>fine-tuning: it is what Hugging Face's Trainer takes unless told otherwise.</source>
        <translation>미세 조정: 따로 말하지 않으면 Hugging Face의 Trainer가 쓰는 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>forgetting that the decay goes with the rate: weights are remembered over 1 / (lr · weight_decay) updates, 100 000 at 0.001 and 0.01 (LR119).</source>
        <translation>감쇠가 학습률을 따라간다는 것을 잊는 것: 가중치는 업데이트 1 / (lr · weight_decay)번 동안 기억되고, 0.001과 0.01이면 100 000번입니다 (LR119).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/ndcg.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>g is the grade of the document at place i ≤ k. Documents of equal score share the mean of their discounts, which is the mean over all their orders. Averaged over the queries that have a document with a grade above 0; NaN where none has. Ties: McSherry and Najork 2008.</source>
        <translation>g는 순위 i ≤ k에 있는 문서의 등급입니다. 점수가 같은 문서는 할인의 평균을 나누어 갖는데, 이는 모든 순서에 대한 평균입니다. 등급이 0보다 큰 문서가 있는 질의에서 평균하고, 그런 질의가 없으면 NaN입니다. 동점: McSherry와 Najork 2008.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>giving decay_steps the whole run: the warm-up comes on top, so that the cosine isn't over at the end (LR120).</source>
        <translation>decay_steps에 실행 전체를 주는 것: 워밍업이 더해지므로 끝에서 코사인이 아직 끝나지 않습니다 (LR120).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>giving it a table: columns beside each other have nothing to do with each other.</source>
        <translation>표를 주는 것: 나란한 열은 서로 아무 상관이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>giving it biases, norms or embeddings, or AdamW's rate without adjust_lr_fn="match_rms_adamw" (LR118).</source>
        <translation>편향, 정규화, 임베딩을 주거나, adjust_lr_fn="match_rms_adamw" 없이 AdamW의 학습률을 주는 것 (LR118).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>giving it grades: anything above 0 is relevant, a 1 as much as a 3.</source>
        <translation>등급을 주는 것: 0보다 크면 1이든 3이든 똑같이 관련 문서입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>giving it probabilities or logits: it takes log-probabilities; and leaving reduction="mean", which divides by the classes too.</source>
        <translation>확률이나 로짓을 주는 것: 로그 확률을 받습니다. 그리고 클래스 수로도 나누는 reduction="mean"을 그대로 두는 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>giving it probabilities: it takes logits and does the softmax itself; of probabilities its smallest value for ten classes is 1.46.</source>
        <translation>확률을 주는 것: 로짓을 받아 소프트맥스를 스스로 합니다. 확률을 주면 클래스 열 개에서 가장 작은 값이 1.46입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>giving samples where steps are meant: with a batch of 1 024 the warm-up takes 1 024 times as long (LR114).</source>
        <translation>스텝을 줄 곳에 샘플을 주는 것: 배치가 1 024면 워밍업이 1 024배 걸립니다 (LR114).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>grades on very different scales: the softmax of 0 to 100 looks at the best document alone.</source>
        <translation>척도가 크게 다른 등급: 0부터 100까지의 소프트맥스는 가장 좋은 문서만 봅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>gradients of very different size: on the plains next to nothing, in the corners thousands.</source>
        <translation>크기가 크게 다른 기울기: 평원에서는 거의 없고 모서리에서는 수천입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>gradients that are nothing most of the time and large now and then, as of embeddings.</source>
        <translation>임베딩처럼 대부분 0이다가 가끔 큰 기울기.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multiplicative_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>i goes from 1 to t. A formula without t is a power and has its value at any step; any other is scanned, step after step. A tuple of formulas holds one for each parameter group.</source>
        <translation>i는 1부터 t까지입니다. t가 없는 식은 거듭제곱이라 어느 스텝에서나 값을 알 수 있고, 다른 식은 스텝을 차례로 훑습니다. 식의 튜플은 파라미터 그룹마다 하나씩입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>it is about your own data, in a table of numbers and words.</source>
        <translation>숫자와 단어로 된 내 데이터의 문제일 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>judging a list by it: what stands below the first good document doesn't count.</source>
        <translation>이것으로 목록을 판단하는 것: 첫 좋은 문서 아래는 세지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>judging a run before its decay: high on the walls it may be farthest along the river.</source>
        <translation>감쇠 전에 실행을 판단하는 것: 벽 높이 있는 것이 강을 따라 가장 멀리 갔을 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>judging by the training loss: on that the squared error wins, by following the outliers.</source>
        <translation>학습 손실로 판단하는 것: 거기서는 이상점을 따라가는 제곱 오차가 이깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>judging the run before the cool-down: most of the loss falls in it.</source>
        <translation>식기 전에 실행을 판단하는 것: 손실의 대부분이 그때 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/nadam.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>k, the product of all μ so far, starts at 1.</source>
        <translation>지금까지의 모든 μ의 곱인 k는 1에서 시작합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>label_noise at 0: gradient noise then dies with the loss, and a constant rate is as good as any schedule.</source>
        <translation>label_noise를 0으로 두는 것: 그러면 기울기 잡음이 손실과 함께 사라지고, 일정한 학습률도 어떤 스케줄만큼 좋습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>language models and vision transformers: Adam with a weight decay that does what it says.</source>
        <translation>언어 모델과 비전 트랜스포머: 이름대로 작용하는 가중치 감쇠가 있는 Adam.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>large misses cost far more than small ones.</source>
        <translation>크게 빗나가는 것이 작게 빗나가는 것보다 훨씬 비쌀 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>leaving a query's lowest grade above 0: every document would gain; here grades are counted from it.</source>
        <translation>질의의 가장 낮은 등급을 0보다 크게 두는 것: 모든 문서가 얻게 됩니다. 여기서는 거기서부터 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>leaving decay_rate at 1, its default: nothing ever drops.</source>
        <translation>decay_rate를 기본값 1로 두는 것: 아무것도 떨어지지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>leaving it at that: over 24 000 steps the bound of a constant rate is 3.42, of a straight decay 2.00.</source>
        <translation>그대로 두는 것: 24 000스텝에서 일정한 학습률의 상한은 3.42, 곧은 감쇠는 2.00입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>leaving mode at "max" and giving it a loss: it is cut every patience_t + 1 steps whatever happens.</source>
        <translation>mode를 "max"로 두고 손실을 주는 것: 무슨 일이 있어도 patience_t + 1스텝마다 낮아집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>leaving total_iters at 5: the rate is 0 from step 5 on (LR113).</source>
        <translation>total_iters를 5로 두는 것: 5스텝부터 학습률이 0입니다 (LR113).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>leaving warmup_prefix off with a long warm-up: the cosine runs on under it, and the rate drops by a jump where it ends.</source>
        <translation>긴 워밍업인데 warmup_prefix를 끄는 것: 코사인이 그 밑에서 흘러가고, 워밍업이 끝나는 곳에서 학습률이 뛰어내립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>looking for local minima: there is one lowest place; what holds a run up are the plains.</source>
        <translation>국소 최솟값을 찾는 것: 가장 낮은 곳은 하나이고, 실행을 붙드는 것은 평원입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>losses for an order are compared.</source>
        <translation>순서를 위한 손실을 견줄 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/custom_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>m is the margin of the right class's logit, r the residual of a number, d the better document's score minus the worse one's, whose losses are averaged over a query's pairs.</source>
        <translation>m은 정답 클래스 로짓의 마진, r은 숫자의 잔차, d는 더 좋은 문서의 점수에서 더 나쁜 문서의 점수를 뺀 것이고, d의 손실은 질의의 쌍에 대해 평균합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/multi_margin_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>m is the true class's logit minus the other's, and n the number of classes.</source>
        <translation>m은 참 클래스의 로짓에서 다른 클래스의 로짓을 뺀 것이고, n은 클래스 수입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>many knots close to each other: a rate that changes more often than the loss settles teaches nothing.</source>
        <translation>서로 가까운 매듭을 많이 두는 것: 손실이 자리 잡는 것보다 자주 바뀌는 학습률은 아무것도 가르쳐 주지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>many layers with a high rate and no warm-up: four of them at Adam's 0.05 came to 0.75 instead of 0.95.</source>
        <translation>워밍업 없이 층이 많고 학습률이 높은 것: Adam 0.05에서 네 층은 0.95 대신 0.75였습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>matrices</source>
        <translation>행렬</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>maximising it alone: a single sure answer that is right has a precision of 1.</source>
        <translation>이것만 최대로 하는 것: 확실한 답 하나만 맞혀도 정밀도가 1입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>maximising it alone: saying yes to everything has a recall of 1.</source>
        <translation>이것만 최대로 하는 것: 모두 예라고 하면 재현율이 1입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>metrics and losses for rare classes are compared.</source>
        <translation>드문 클래스를 위한 지표와 손실을 견줄 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>milestones in epochs and a scheduler that is stepped once a batch: all drops are over in the first epoch (LR101).</source>
        <translation>마일스톤은 에폭인데 스케줄러는 배치마다 밟는 것: 첫 에폭에서 모두 떨어지고 맙니다 (LR101).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>min_lr</source>
        <translation>min_lr</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>min_lr_rate</source>
        <translation>min_lr_rate</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>minimising the square and judging by it: the two have different best answers, the mean and the median.</source>
        <translation>제곱을 최소로 하고 이것으로 판단하는 것: 둘의 가장 좋은 답은 평균과 중앙값으로 다릅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>mixing it up with its sister without _lr_rate: all its rates are a step ahead.</source>
        <translation>_lr_rate가 없는 자매와 섞어 쓰는 것: 이쪽은 모든 학습률이 한 스텝 앞섭니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>models of several sizes of budget out of one run: one at each end.</source>
        <translation>실행 하나에서 여러 예산의 모델을 얻을 때: 끝마다 하나씩.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>momentum, noise and restarts are to be seen step by step, with nothing hidden.</source>
        <translation>모멘텀, 잡음, 재시작을 숨김 없이 한 스텝씩 볼 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>most numbers are right and a few are wild: with one in ten off, the fit was 0.18 off instead of 1.28.</source>
        <translation>대부분의 숫자가 맞고 몇 개가 엉뚱할 때: 열에 하나가 틀려도 적합이 1.28 대신 0.18만 벗어났습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multi_step_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>n is how many of the milestones are at most t. They may come in any order; one named twice counts twice.</source>
        <translation>n은 t 이하인 마일스톤의 수입니다. 순서가 없어도 되고, 두 번 적은 것은 두 번 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multi_step_lr_scheduler.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>n is how many of them are at most t + 1, so that it drops one step before torch's MultiStepLR. decay_rate is 1 unless given, which changes nothing. After a warm-up t counts from its end, unless warmup_prefix is off.</source>
        <translation>n은 t + 1 이하인 것의 수라서, torch의 MultiStepLR보다 한 스텝 먼저 떨어집니다. decay_rate는 주지 않으면 1이라 아무것도 바뀌지 않습니다. warmup_prefix를 끄지 않으면 t는 워밍업의 끝부터 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/run.py"/>
        <source>never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>no formula has the shape that is wanted, or a curve is to be traced from a paper.</source>
        <translation>원하는 모양의 식이 없거나, 논문의 곡선을 따라 그릴 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>no noise and a start with y = 0: it walks onto the saddle and stays for ever.</source>
        <translation>잡음 없이 y = 0에서 시작하는 것: 안장점으로 걸어가 영영 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>no noise: then no schedule leaves the hollow it falls into.</source>
        <translation>잡음이 없는 것: 그러면 어떤 스케줄도 빠진 구덩이를 떠나지 못합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>nobody knows how long training takes: it is cut when the metric stops getting better. On noisy digits 0.37 instead of 0.50.</source>
        <translation>학습이 얼마나 걸릴지 아무도 모를 때: 지표가 나아지지 않으면 낮아집니다. 잡음 섞인 digits에서 0.50 대신 0.37이었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>noise at 0: then every step is a little better than the one before, and a patience hardly ever runs out.</source>
        <translation>잡음을 0으로 두는 것: 스텝마다 앞보다 조금씩 나아져 patience가 거의 다하지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/bce_with_logits_loss.py"/>
        <location filename="../../lrviz/catalog/losses/focal_loss.py"/>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>not counted</source>
        <translation>세지 않음</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>numbers with wild ones among them, as HuberLoss; boxes in object detection have it.</source>
        <translation>HuberLoss처럼 엉뚱한 것이 섞인 숫자. 객체 탐지의 상자에 씁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>one of several classes is right.</source>
        <translation>여러 클래스 중 하나가 맞을 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>one of several classes, where only the order of the logits counts.</source>
        <translation>여러 클래스 중 하나이고 로짓의 순서만 중요할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>one outlier: with β₂ = 0.999 it holds its weight's steps down for a thousand updates.</source>
        <translation>이상점 하나: β₂ = 0.999면 그 가중치의 스텝을 업데이트 천 번 동안 눌러 둡니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>one right answer is looked for, as in a question.</source>
        <translation>질문처럼 맞는 답 하나를 찾을 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>one wild label in the validation set: it decides who is better.</source>
        <translation>검증 집합의 엉뚱한 레이블 하나: 누가 더 나은지 그것이 정합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>only the order counts, and raters differ in what a grade means: NDCG of 0.79 instead of 0.73 with a squared error.</source>
        <translation>순서만 중요하고 평가자마다 등급의 뜻이 다를 때: 제곱 오차의 0.73 대신 NDCG 0.79였습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>optimizer’s</source>
        <translation>옵티마이저의</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/muon.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/list_net_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>p and q are the chances of each document to stand first, by the scores and by the grades.</source>
        <translation>p와 q는 문서마다 첫째가 될 확률로, 점수에 따른 것과 등급에 따른 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup_lr_rate.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>p is a step ahead of the other cosines', and r is min_lr_rate, or min_lr / lr: exactly one of them is given. The warm-up reaches the rate at its last step, num_warmup_steps − 1. Without a warmup_lr_rate it is (t + 1) / num_warmup_steps.</source>
        <translation>p는 다른 코사인보다 한 스텝 앞서고, r은 min_lr_rate 또는 min_lr / lr이며 둘 중 하나만 줍니다. 워밍업은 마지막 스텝 num_warmup_steps − 1에서 학습률에 닿습니다. warmup_lr_rate를 주지 않으면 (t + 1) / num_warmup_steps입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_decay.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>p is the share of decay_steps that is done since the warm-up: the two are added. Keras' warmup_target is the optimizer's rate here. It stays at the floor.</source>
        <translation>p는 워밍업 뒤 decay_steps 중 끝난 비율이고, 둘은 더해집니다. Keras의 warmup_target은 여기서 옵티마이저의 학습률입니다. 끝에는 바닥에 머뭅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/megatron_cosine.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>p is the share of the steps from lr_warmup_steps to lr_decay_steps that is done. Unlike Hugging Face's cosine it doesn't rise again. Megatron counts samples where it is told so.</source>
        <translation>p는 lr_warmup_steps부터 lr_decay_steps까지 중 끝난 비율입니다. Hugging Face의 코사인과 달리 다시 올라가지 않습니다. Megatron은 그렇게 지정하면 샘플로 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>p is the share of the steps from num_warmup_steps to num_training_steps that is done, and r is min_lr_rate, or min_lr / lr: exactly one of them is given. After the end the cosine goes on, and the rate rises again. The warm-up starts from 0, not from the floor.</source>
        <translation>p는 num_warmup_steps부터 num_training_steps까지 중 끝난 비율, r은 min_lr_rate 또는 min_lr / lr이며 둘 중 하나만 줍니다. 끝난 뒤에도 코사인이 이어져 학습률이 다시 올라갑니다. 워밍업은 바닥이 아니라 0에서 시작합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>p is the share of the steps from num_warmup_steps to num_training_steps that is done. After the end the cosine goes on: with half a cycle the rate rises again. The first update runs at a rate of 0.</source>
        <translation>p는 num_warmup_steps부터 num_training_steps까지 중 끝난 비율입니다. 끝난 뒤에도 코사인이 이어져, 반 주기면 학습률이 다시 올라갑니다. 첫 업데이트의 학습률은 0입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/polynomial_decay_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>p is the share of the steps from num_warmup_steps to num_training_steps that is done. lr_end is a rate, not a factor, and has to be below the optimizer's. A warm-up as long as the training divides by zero at its end. transformers reckons with the optimizer's rate in every group, here it is the group's own.</source>
        <translation>p는 num_warmup_steps부터 num_training_steps까지 중 끝난 비율입니다. lr_end는 배수가 아니라 학습률이고, 옵티마이저의 학습률보다 낮아야 합니다. 워밍업이 학습만큼 길면 끝에서 0으로 나눕니다. transformers는 모든 그룹에서 옵티마이저의 학습률로 계산하지만, 여기서는 그룹 자신의 학습률로 계산합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_hard_restarts_schedule_with_warmup.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>p is the share of the steps from num_warmup_steps to num_training_steps that is done; from there on the rate is 0. Where a cycle starts on a step, rounding may let that step still end the cycle before.</source>
        <translation>p는 num_warmup_steps부터 num_training_steps까지 중 끝난 비율이고, 그 뒤로 학습률은 0입니다. 주기가 스텝에서 시작하는 곳에서는 반올림 때문에 그 스텝이 아직 앞 주기를 끝낼 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/softmax_gain_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>p is the softmax of the scores and q the gains' shares. Grades are counted from the query's lowest, so that a lenient rater and a strict one mean the same; a query of one grade only says nothing.</source>
        <translation>p는 점수의 소프트맥스, q는 이득의 몫입니다. 등급은 질의의 가장 낮은 등급부터 세므로, 너그러운 평가자와 엄한 평가자가 같은 뜻이 됩니다. 등급이 한 가지뿐인 질의는 아무 말도 하지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/families.py"/>
        <source>papers</source>
        <translation>논문</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/diabetes.py"/>
        <source>patients</source>
        <translation>환자</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>pictures and small networks, with a momentum of 0.9 and a rate that decays; it needs the least memory.</source>
        <translation>그림과 작은 신경망, 모멘텀 0.9와 감쇠하는 학습률로. 메모리가 가장 적게 듭니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>pictures: what is learnt at one place holds at every other.</source>
        <translation>그림: 한 곳에서 배운 것이 다른 모든 곳에서도 통합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/blobs.py"/>
        <location filename="../../lrviz/catalog/problems/imbalanced.py"/>
        <location filename="../../lrviz/catalog/problems/moons.py"/>
        <source>points</source>
        <translation>점</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/walk.py"/>
        <source>pushes</source>
        <translation>밀기</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>putting the old scheduler's state back and hoping for the new T_max: the state holds the old one, and a cosine climbs (LR121).</source>
        <translation>이전 스케줄러의 상태를 되돌리고 새 T_max를 바라는 것: 상태에는 옛 T_max가 있어 코사인이 올라갑니다 (LR121).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/kl_div_loss.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>q is the target's distribution and p the answer's. torch takes log-probabilities, and only with "batchmean" gives the divergence itself: its default divides by the classes too, which it warns of.</source>
        <translation>q는 목표의 분포, p는 답의 분포입니다. torch는 로그 확률을 받고, "batchmean"일 때만 발산 자체를 냅니다. 기본값은 클래스 수로도 나누는데, torch가 이를 경고합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/ranking.py"/>
        <source>queries</source>
        <translation>질의</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>ranking schedules by it: none reached the middle in more than 11 of 100 runs.</source>
        <translation>이것으로 스케줄의 순위를 매기는 것: 어느 것도 100번 중 11번 넘게 가운데에 이르지 못했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>ranking two runs by one seed: take five, and look whether the bands overlap.</source>
        <translation>시드 하나로 두 실행의 순위를 매기는 것: 다섯을 쓰고 띠가 겹치는지 보세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>rare features, as words in a bag: each weight has a rate that falls only when it is used.</source>
        <translation>단어 가방의 단어처럼 드문 특성: 가중치마다 쓰일 때만 내려가는 학습률이 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>raters at 0, and being surprised: with labels on one scale a squared error ranks as well as any.</source>
        <translation>raters를 0으로 두고 놀라는 것: 레이블의 척도가 하나면 제곱 오차도 어느 것만큼 순위를 잘 매깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reading 0.4 as bad or 0.9 as good: a random order of these queries has 0.32, and other data have another.</source>
        <translation>0.4를 나쁘다거나 0.9를 좋다고 읽는 것: 이 질의들은 무작위 순서가 0.32이고, 다른 데이터는 또 다릅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reading 0.5 as half good: of yes or no that is what guessing has.</source>
        <translation>0.5를 절반쯤 좋다고 읽는 것: 예/아니요에서는 추측만 해도 그렇습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reading an epoch for a step; the axis counts updates, and U changes it to epochs, samples or tokens (LR101).</source>
        <translation>에폭을 스텝으로 읽는 것. 축은 업데이트를 세고, U를 누르면 에폭, 샘플, 토큰으로 바뀝니다 (LR101).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reading it as how well something was learnt: a surface's lowest height may be anything, and is −78.33 on Styblinski and Tang's.</source>
        <translation>얼마나 잘 배웠는지로 읽는 것: 곡면의 가장 낮은 높이는 무엇이든 될 수 있고, Styblinski–Tang에서는 −78.33입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reading its outputs as probabilities: they are distances, and nothing pulls at them beyond the margin.</source>
        <translation>출력을 확률로 읽는 것: 거리이고, 마진 너머에서는 아무것도 당기지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reading its scores as grades: its own squared error was 3.5 where MSE's was 0.57, with the better ranking. With labels on one scale MSE ranks as well.</source>
        <translation>점수를 등급으로 읽는 것: 순위는 더 나은데 제곱 오차는 MSE의 0.57보다 큰 3.5였습니다. 레이블의 척도가 하나면 MSE도 그만큼 순위를 잘 매깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reading the height under a path as the run's loss: off the plane they differ. At the start of the first session the plane of principal components shows 1.40, and 2.31 is true.</source>
        <translation>경로 아래의 높이를 실행의 손실로 읽는 것: 평면 밖에서는 다릅니다. 첫 화면의 세션 시작에서 주성분 평면은 1.40을 보이지만 참값은 2.31입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>recurrent networks and reinforcement learning, where it is what papers used.</source>
        <translation>순환 신경망과 강화 학습, 논문들이 쓴 곳에서.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reproducing a recipe of drops, or showing one: the loss falls off a cliff at each.</source>
        <translation>떨어지는 레시피를 재현하거나 보여 줄 때: 떨어질 때마다 손실이 절벽처럼 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reproducing a recipe with drops at given epochs, as ResNet's at 30, 60 and 80 of 90.</source>
        <translation>90에폭 중 30, 60, 80인 ResNet처럼 정해진 에폭에 떨어지는 레시피를 재현할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>reproducing the first transformer, or one trained after it.</source>
        <translation>첫 트랜스포머나 그 뒤를 따른 것을 재현할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>resuming from the annealed end instead of from the constant phase: the rate has to climb again, which forgets.</source>
        <translation>일정한 단계가 아니라 식힌 끝에서 재개하는 것: 학습률이 다시 올라가야 하고, 그러면 잊습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>returning a rate instead of a factor: it is multiplied by lr once more, 0.1 · 0.1 = 0.01.</source>
        <translation>배수 대신 학습률을 돌려주는 것: lr이 한 번 더 곱해져 0.1 · 0.1 = 0.01이 됩니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>robust losses are compared: the true curve is known, and the fit is drawn on it.</source>
        <translation>이상점에 강한 손실을 견줄 때: 참 곡선을 알고, 적합을 그 위에 그립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>schedules are compared: 440 updates take a third of a second, and the noisy labels leave a decay something to do.</source>
        <translation>스케줄을 견줄 때: 업데이트 440번이 3분의 1초 걸리고, 잡음 섞인 레이블이 감쇠에 할 일을 남깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>seeing what a rate limit is: linear regression by full batches diverges beyond a rate of 2 / 8.05 = 0.2485, exactly.</source>
        <translation>학습률의 한계가 무엇인지 볼 때: 전체 배치의 선형 회귀는 정확히 2 / 8.05 = 0.2485를 넘으면 발산합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>setting the optimizer's lr: it is never used; and its momentum is moved too unless cycle_momentum is off (LR104).</source>
        <translation>옵티마이저의 lr을 정하는 것: 쓰이지 않습니다. cycle_momentum을 끄지 않으면 모멘텀도 움직입니다 (LR104).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>several snapshots of one run are wanted.</source>
        <translation>한 실행의 스냅숏이 여러 개 필요할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>smoothing labels where the model was right to be sure: on clean digits it raised the error from 0.02 to 0.14.</source>
        <translation>모델이 확신해도 옳은 곳에서 레이블을 스무딩하는 것: 깨끗한 digits에서 보정 오차가 0.02에서 0.14로 올랐습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>so many hollows that hardly any run gets through: a limit of what a schedule can do.</source>
        <translation>구덩이가 너무 많아 거의 어떤 실행도 지나지 못합니다: 스케줄이 할 수 있는 것의 한계.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>step() without the metric, a mode that doesn't suit it, or a patience longer than the run, which then never cuts (LR110).</source>
        <translation>지표 없는 step(), 맞지 않는 mode, 또는 실행보다 길어 한 번도 낮추지 않는 patience (LR110).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>stepping it beside another scheduler all along: both set the rate (LR116). Batch norm needs update_bn after averaging.</source>
        <translation>내내 다른 스케줄러 옆에서 밟는 것: 둘 다 학습률을 정합니다 (LR116). 배치 정규화는 평균 뒤에 update_bn이 필요합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>stopping before total_steps: what a straight decay gains comes at its very end (LR120).</source>
        <translation>total_steps 전에 멈추는 것: 곧은 감쇠가 얻는 것은 맨 끝에 옵니다 (LR120).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>tables and small pictures; one hidden layer of 64 has 0.96 of the digits right after a third of a second.</source>
        <translation>표와 작은 그림. 유닛 64개의 은닉층 하나면 3분의 1초 만에 숫자의 0.96을 맞힙니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>taking 0.97 for a good detector of a rare class: four losses all had it on 1 % positives, at an F1 between 0.17 and 0.54.</source>
        <translation>0.97을 드문 클래스를 잘 찾는 것으로 아는 것: 양성 1 %에서 손실 넷이 모두 그랬는데 F1은 0.17에서 0.54였습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>taking it for a constant rate: it jumps to the full rate at total_iters. No scheduler at all keeps the rate constant.</source>
        <translation>일정한 학습률로 아는 것: total_iters에서 온전한 학습률로 뜁니다. 일정하게 두려면 스케줄러를 쓰지 마세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>taking its turn for a fact: it is supposed, and a race shows where it really lies.</source>
        <translation>꺾이는 곳을 사실로 아는 것: 가정일 뿐이고, 경주하면 정말 어디인지 보입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>taking lr_end for a share of the rate: it is a rate itself, 1e-7 unless given.</source>
        <translation>lr_end를 학습률의 비율로 아는 것: 그 자체가 학습률이고, 주지 않으면 1e-7입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>taking num_cycles for what the other cosines call so: there 0.5 falls once, here 1 does.</source>
        <translation>num_cycles를 다른 코사인의 것으로 아는 것: 거기서는 0.5가 한 번 내려가고, 여기서는 1이 그렇습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>taking over Adam's rate: at 0.003 the digits had an accuracy of 0.79, at 0.05 of 0.96. And raising the momentum without lowering the rate: 0.9 makes every step ten times as long.</source>
        <translation>Adam의 학습률을 그대로 쓰는 것: digits에서 0.003은 정확도 0.79, 0.05는 0.96이었습니다. 그리고 학습률을 낮추지 않고 모멘텀을 올리는 것: 0.9면 스텝이 열 배로 길어집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>taking that for a rule: at three times the rate and ten times the noise the cosine wins, 18 of 20.</source>
        <translation>그것을 규칙으로 아는 것: 학습률이 세 배이고 잡음이 열 배면 코사인이 20번 중 18번 이깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>taking the steepest place: it lies above the cliff as often as not. Of a schedule that decays, three times the rate at a tenth of the lowest place did best on the four problems measured.</source>
        <translation>가장 가파른 곳을 고르는 것: 절벽 위일 때가 아닐 때만큼 많습니다. 감쇠하는 스케줄에서는 손실이 가장 낮은 곳의 10분의 1의 세 배가, 재 본 네 문제에서 가장 나았습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the boundary is to be watched while it bends, or calibration on few examples.</source>
        <translation>경계가 굽는 모습이나, 적은 예제에서의 보정을 볼 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the end isn't the end: training goes on later, from a rate that isn't 0.</source>
        <translation>끝이 끝이 아닐 때: 나중에 0이 아닌 학습률에서 학습을 이어 갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the first places count, and grades are on one scale within a query.</source>
        <translation>앞 순위가 중요하고, 질의 안에서 등급의 척도가 하나일 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the first updates: v starts at 0 and isn't corrected, so that the first step is lr / √(1 − alpha), ten times lr.</source>
        <translation>처음 업데이트들: v가 0에서 시작하고 바로잡지 않아, 첫 스텝이 lr의 열 배인 lr / √(1 − alpha)입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the hidden matrices of a transformer, beside AdamW for all else.</source>
        <translation>트랜스포머의 은닉 행렬에. 나머지는 AdamW로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the last quarter of a run, whose weights are averaged (torch.optim.swa_utils.AveragedModel).</source>
        <translation>가중치를 평균하는 실행의 마지막 4분의 1 (torch.optim.swa_utils.AveragedModel).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the length isn't known when training begins: hold the rate, and cool down over the last 20 % whenever it is to end.</source>
        <translation>시작할 때 길이를 모를 때: 학습률을 유지하다가, 끝내려 할 때 마지막 20 % 동안 식힙니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the length isn't known when training begins: the stable part can be stretched, and every decay from it gives a finished model.</source>
        <translation>시작할 때 길이를 모를 때: 안정 구간은 늘릴 수 있고, 거기서 감쇠할 때마다 완성된 모델이 나옵니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the length of the run is known and nothing speaks against it: the best of all shapes by the bound. A model of 610M parameters reached on 80 tokens a parameter what a decay to a tenth needed 200 for.</source>
        <translation>길이를 알고 걸리는 것이 없을 때: 상한으로 모든 모양 중 가장 좋습니다. 파라미터 610M 모델은 10분의 1까지의 감쇠가 200이 필요했던 것을 파라미터당 토큰 80개로 이뤘습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the length of the run is known: within 3 % of the best shape by the bound (2.06 against 2.00 for a straight decay).</source>
        <translation>길이를 알 때: 상한으로 가장 좋은 모양의 3 % 안입니다(곧은 감쇠의 2.00에 대해 2.06).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the length of the run isn't known: it can be stopped anywhere, and cooled down from there.</source>
        <translation>길이를 모를 때: 어디서든 멈출 수 있고, 거기서 식힐 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the limit of a rate is to be seen: at condition 20 a step of 0.1 stays for ever, 0.11 flies off.</source>
        <translation>학습률의 한계를 볼 때: condition 20에서 스텝 0.1은 영영 머물고 0.11은 날아갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the middle of what is possible is wanted, not its mean: one label in ten that is wild hardly moves it (0.08 off instead of 1.28).</source>
        <translation>가능한 것의 평균이 아니라 가운데가 필요할 때: 열에 하나가 엉뚱한 레이블이어도 거의 움직이지 않습니다(1.28 대신 0.08).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the order of the answers counts and the threshold is chosen later.</source>
        <translation>답의 순서가 중요하고 문턱은 나중에 고를 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the probabilities themselves are used: a cost is weighed, or the model may abstain.</source>
        <translation>확률 자체를 쓸 때: 값을 저울질하거나, 모델이 답하지 않아도 될 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>the problem’s</source>
        <translation>문제의 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the schedule is for a network of yours: race it on a small problem first.</source>
        <translation>내 신경망을 위한 스케줄일 때: 먼저 작은 문제에서 경주해 보세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the size of a miss is to be said in the target's own unit.</source>
        <translation>빗나간 크기를 목표 자신의 단위로 말할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the size of a rate isn't known at all: the search takes 100 updates.</source>
        <translation>학습률의 크기를 전혀 모를 때: 탐색은 업데이트 100번이 듭니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the target is a distribution itself, as a teacher's answer.</source>
        <translation>선생 모델의 답처럼 목표 자체가 분포일 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>the three parts’ sum</source>
        <translation>세 파트의 합</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>the top of the list is what counts.</source>
        <translation>목록의 위쪽이 중요할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/inverse_sqrt_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>the warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>throwing the decayed weights away: unlike WSD, training goes on from them.</source>
        <translation>감쇠한 가중치를 버리는 것: WSD와 달리 거기서 학습을 이어 갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/constant_lr.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>torch multiplies at step 0 and divides again at step total_iters. So with total_iters=0 it never divides and the rate stays small, and with factor=0 the division raises.</source>
        <translation>torch는 0스텝에서 곱하고 total_iters 스텝에서 다시 나눕니다. 그래서 total_iters=0이면 나누지 않아 학습률이 작은 채로 있고, factor=0이면 나눗셈이 오류를 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/mean_reciprocal_rank.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>torchmetrics gives the same for scores above 0 (it never finds another) without ties.</source>
        <translation>점수가 0보다 크고(torchmetrics는 그 밖의 것을 찾지 못합니다) 동점이 없으면 torchmetrics도 같은 값을 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training as Megatron-LM does, or reproducing a run of it.</source>
        <translation>Megatron-LM처럼 학습하거나, 그 실행을 재현할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training as timm's scripts do, cut when the accuracy stops rising.</source>
        <translation>timm 스크립트처럼 학습하며, 정확도가 더 오르지 않을 때 낮출 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training as timm's scripts do, with a decay that stays high for long.</source>
        <translation>timm 스크립트처럼 학습하며, 감쇠가 오래 높게 머물 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training as timm's scripts do, with drops at given epochs.</source>
        <translation>timm 스크립트처럼 학습하며, 정해진 에폭에 떨어질 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training as timm's scripts do: EfficientNet's 0.97 every 2.4 epochs.</source>
        <translation>timm 스크립트처럼 학습할 때: EfficientNet은 2.4에폭마다 0.97.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training as timm's scripts do: warm-up, cosine, floor, counted in epochs.</source>
        <translation>timm 스크립트처럼 학습할 때: 워밍업, 코사인, 바닥을 에폭으로 셉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training is resumed with another length: what do the rates do at the seam?</source>
        <translation>다른 길이로 학습을 재개할 때: 이음매에서 학습률이 어떻게 되는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training is to go on whenever new data come: the constant phase can be left, and taken up again, at any step.</source>
        <translation>새 데이터가 올 때마다 학습을 이어 갈 때: 일정한 단계는 어느 스텝에서나 떠나고 다시 이을 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training on 1 % positives and reading the accuracy: always saying no has 99 %. pos_weight=5 raised F1 from 0.17 to 0.54, pos_weight=99 didn't.</source>
        <translation>양성 1 %로 학습하며 정확도를 읽는 것: 늘 아니요라고 해도 99 %입니다. pos_weight=5는 F1을 0.17에서 0.54로 올렸고, pos_weight=99는 그러지 못했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>training on it where a few labels are wild: one in ten moved the whole curve by 1.28, a robust loss by less than 0.2.</source>
        <translation>엉뚱한 레이블이 몇 개 있는 곳에서 이것으로 학습하는 것: 열에 하나가 곡선 전체를 1.28 옮겼고, 강한 손실은 0.2도 되지 않았습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>transformers and whatever has gradients of very different sizes; 0.001 to begin with.</source>
        <translation>트랜스포머와, 기울기 크기가 크게 다른 모든 것. 0.001로 시작하세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>trusting it where a class is rare: with 1 % positives, always saying no has 0.990.</source>
        <translation>클래스가 드문데 믿는 것: 양성 1 %면 늘 아니요라고 해도 0.990입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>tuning beta and the rate apart from each other: it is Huber's loss divided by beta, so that a smaller beta is a larger rate, too.</source>
        <translation>beta와 학습률을 따로 조정하는 것: Huber 손실을 beta로 나눈 것이라, beta가 작으면 학습률도 커집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>tuning lr: where it lies above η it changes nothing.</source>
        <translation>lr을 조정하는 것: η보다 높으면 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>two factors are to hold at once, such as a warm-up times a decay.</source>
        <translation>워밍업 곱하기 감쇠처럼 두 배수가 함께 걸려야 할 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>two losses are to be told apart: which one still pulls at an answer that is right, or at a wild outlier.</source>
        <translation>두 손실을 구별할 때: 어느 것이 맞힌 답이나 엉뚱한 이상점을 여전히 당기는지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/adadelta.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>u is the running square of the updates. lr multiplies the result and is 1 in the paper.</source>
        <translation>u는 업데이트 제곱의 이동 평균입니다. lr은 결과에 곱하고, 논문에서는 1입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>using its probabilities: they are off (calibration error 0.10 instead of 0.016). The paper's alpha of 0.25 made it worse than no focus, and a moved threshold did as well.</source>
        <translation>그 확률을 쓰는 것: 어긋나 있습니다(보정 오차 0.016 대신 0.10). 논문의 alpha 0.25는 focus 없는 것보다 나빴고, 문턱만 옮겨도 그만큼 되었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>waiting for its pictures to fill: each view does its work in its own place.</source>
        <translation>그림이 채워지기를 기다리는 것: 보기마다 일은 제자리에서 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>walking on a surface, where there is nothing to learn but where down is.</source>
        <translation>배울 것은 없고 아래가 어디인지만 있는 곡면을 걸을 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>warm-ups: six blocks with norms after the sums learn at 0.02 only with one (0.45 against 0.95 of accuracy).</source>
        <translation>워밍업: 합 뒤에 정규화를 둔 블록 여섯은 0.02에서 워밍업이 있어야 배웁니다(정확도 0.45와 0.95).</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>watching a hard boundary form; depth and activation matter here.</source>
        <translation>어려운 경계가 생기는 모습을 볼 때. 깊이와 활성화가 중요합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>watching the accuracy: it is 0.991 or 0.992 for losses whose F1 is 0.17 and 0.54.</source>
        <translation>정확도를 지켜보는 것: F1이 0.17과 0.54인 손실에서 0.991과 0.992입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>weight_decay in it: divided by the gradients' size, 0.1 lowered the accuracy from 0.97 to 0.82, where AdamW's didn't (lr 0.01). A high rate needs a warm-up: 0.75 against 0.95 of accuracy.</source>
        <translation>weight_decay를 넣는 것: 기울기의 크기로 나누어져, 0.1이 정확도를 0.97에서 0.82로 낮췄지만 AdamW는 그러지 않았습니다(lr 0.01). 높은 학습률에는 워밍업이 필요합니다: 정확도 0.75와 0.95.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>what gets a run off a saddle: noise and momentum.</source>
        <translation>무엇이 실행을 안장점에서 벗어나게 하는지: 잡음과 모멘텀.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>what is left</source>
        <translation>남은 만큼</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>where Adam does, a little faster at the start.</source>
        <translation>Adam을 쓰는 곳에서, 처음이 조금 빠릅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/plateau_lr_scheduler.py"/>
        <location filename="../../lrviz/catalog/schedules/reduce_lr_on_plateau.py"/>
        <source>which has to be told a metric</source>
        <translation>지표를 들어야 하는</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <source>which takes a whole run to be resumed</source>
        <translation>실행 전체를 재개하는</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>which valley a run ends in depends on its rate and its noise.</source>
        <translation>어느 골짜기에서 끝나는지는 학습률과 잡음에 달렸습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>whole lists are graded, and there are too many pairs.</source>
        <translation>목록 전체에 등급이 있고 쌍이 너무 많을 때.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>why warm-up, hold and decay works: the hold travels, the decay descends.</source>
        <translation>워밍업, 유지, 감쇠가 왜 통하는지: 유지가 나아가고, 감쇠가 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>writing lr_lambda as for LambdaLR: 0.95ᵗ is multiplied up to 0.95 to the t(t + 1) / 2, and is below 1 % after 13 steps.</source>
        <translation>lr_lambda를 LambdaLR처럼 쓰는 것: 0.95ᵗ가 0.95의 t(t + 1) / 2제곱까지 곱해져 13스텝 뒤에 1 % 아래입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/r2.py"/>
        <location filename="../../lrviz/readable.py"/>
        <source>y is the target and x the answer. Where all targets are the same it is 1 if all answers are right and else 0, as in scikit-learn; NaN for fewer than two examples.</source>
        <translation>y는 목표, x는 답입니다. 목표가 모두 같으면 scikit-learn처럼 답이 모두 맞을 때 1, 아니면 0입니다. 예제가 둘보다 적으면 NaN입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>yes or no, or several labels that may be right at once.</source>
        <translation>예/아니요이거나, 동시에 여러 개가 맞을 수 있는 레이블.</translation>
    </message>
    <message>
        <location filename="../../lrviz/readable.py"/>
        <source>yes or no, where only the side counts: what is right by a margin is left alone.</source>
        <translation>어느 쪽인지만 중요한 예/아니요: 마진만큼 맞힌 것은 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <location filename="../../lrviz/ui/paint/chain.py"/>
        <source>.grad</source>
        <translation>.grad</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/chain.py"/>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/chain.py"/>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/chain.py"/>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/chain.py"/>
        <source>{0} of {1} parameter{1:|s}</source>
        <translation>파라미터 {1}개 중 {0}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/chain.py"/>
        <source>{0} parameter{0:|s}</source>
        <translation>파라미터 {0}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/chain.py"/>
        <source>‖g‖</source>
        <translation>‖g‖</translation>
    </message>
</context>
<context>
    <name>ChainCanvas</name>
    <message>
        <location filename="../../lrviz/ui/pages/chain_canvas.py"/>
        <source>Freeze {0}: requires_grad off</source>
        <translation>{0} 동결하기: requires_grad 끄기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/chain_canvas.py"/>
        <source>Train {0} again: requires_grad on</source>
        <translation>{0} 다시 학습하기: requires_grad 켜기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/chain_canvas.py"/>
        <source>frozen: {0}</source>
        <translation>동결됨: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/chain_canvas.py"/>
        <source>gradient {0}</source>
        <translation>기울기 {0}</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <location filename="../../lrviz/ui/controls/choice_list.py"/>
        <source>Choices</source>
        <translation>선택지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/choice_list.py"/>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
</context>
<context>
    <name>ChoiceView</name>
    <message>
        <location filename="../../lrviz/ui/controls/choice_list.py"/>
        <source>Nothing is found by these words.</source>
        <translation>이 단어로는 찾은 것이 없어요.</translation>
    </message>
</context>
<context>
    <name>ChosenPanes</name>
    <message>
        <location filename="../../lrviz/ui/pages/pane_choice.py"/>
        <source>As at first</source>
        <translation>처음 상태로</translation>
    </message>
</context>
<context>
    <name>Classroom</name>
    <message>
        <location filename="../../lrviz/ui/lesson/classroom.py"/>
        <source>Lessons (*.toml)</source>
        <translation>레슨 (*.toml)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/classroom.py"/>
        <source>The folder of {0} doesn’t answer</source>
        <translation>{0}의 폴더가 응답하지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/classroom.py"/>
        <source>Write a lesson</source>
        <translation>레슨 쓰기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/classroom.py"/>
        <source>{0} can’t be opened</source>
        <translation>{0:을} 열 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/classroom.py"/>
        <source>{0} is no longer there</source>
        <translation>{0:이} 더 이상 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/classroom.py"/>
        <source>{0} may be on a drive that is away.</source>
        <translation>{0:은} 연결이 끊긴 드라이브에 있을 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/classroom.py"/>
        <source>{0} wasn’t written</source>
        <translation>{0:을} 저장하지 못했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/classroom.py"/>
        <source>{0}. Your open session is untouched.</source>
        <translation>{0}. 열려 있는 세션은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>Code of the selected run</source>
        <translation>선택한 실행의 코드</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>Copy code</source>
        <translation>코드 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>Escape, then Tab leaves the code.</source>
        <translation>Esc를 누른 뒤 Tab을 누르면 코드에서 나갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/verdict.py"/>
        <source>Line {0}: </source>
        <translation>{0}번째 줄: </translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/verdict.py"/>
        <source>Not drawn yet.</source>
        <translation>아직 그려지지 않았습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>Paste the lines that make optimizer and scheduler.</source>
        <translation>옵티마이저와 스케줄러를 만드는 줄을 붙여넣으세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>Pasted, the text would have {0} characters; at most {1} are read. Nothing was pasted.</source>
        <translation>붙여넣으면 {0}자가 되는데, 읽을 수 있는 것은 {1}자까지입니다. 아무것도 붙여넣지 않았습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>Reset to lrviz’s own code</source>
        <translation>lrviz가 쓴 코드로 되돌리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>Save the training script</source>
        <translation>학습 스크립트 저장</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/verdict.py"/>
        <source>Still drawn as it was.</source>
        <translation>이전 그림을 그대로 그립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>The text has {0} characters; at most {1} are read. It is not kept.</source>
        <translation>글이 {0}자인데, 읽을 수 있는 것은 {1}자까지입니다. 보관하지 않았습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>answer for {0}</source>
        <translation>{0}에 답하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>code of {0}</source>
        <translation>{0}의 코드</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>reset the code of {0}</source>
        <translation>{0}의 코드 되돌리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/code_panel.py"/>
        <source>{0} · leaves {1} after {2} update{2:|s}</source>
        <translation>{0} · {2}번 업데이트 뒤 {1}에서 갈라짐</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <location filename="../../lrviz/ui/panels/column_list.py"/>
        <source>Features</source>
        <translation>특성</translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message>
        <location filename="../../lrviz/ui/panels/column_list.py"/>
        <source>to be learned: {0}</source>
        <translation>배울 것: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/column_list.py"/>
        <source>{0} number{0:|s} an example</source>
        <translation>예제마다 숫자 {0}개</translation>
    </message>
</context>
<context>
    <name>Comeback</name>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>A session</source>
        <translation>세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>It is kept until you open it; what is open now is asked about first.</source>
        <translation>열 때까지 보관해요. 지금 열려 있는 것은 먼저 물어봐요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>Open it</source>
        <translation>열기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>Recovered from {0}</source>
        <translation>{0}에서 복구함</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>The session is as it was when lrviz was closed, and in no file now.</source>
        <translation>세션이 lrviz를 닫았을 때 그대로입니다. 지금은 어떤 파일에도 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>The system ended lrviz. {0} is as it was, with changes that are in no file.</source>
        <translation>시스템이 lrviz를 끝냈습니다. {0:은} 그대로이고, 파일에 없는 변경이 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>Your session</source>
        <translation>내 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>lrviz ended unexpectedly. {0} is as it was, with changes that are in no file.</source>
        <translation>lrviz가 예기치 않게 끝났습니다. {0:은} 그대로이고, 파일에 없는 변경이 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>{0} is no longer there</source>
        <translation>{0:은} 더 이상 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/comeback.py"/>
        <source>{0} was left at {1} with unsaved changes</source>
        <translation>{0:이} {1}에 저장하지 않은 변경과 함께 남았습니다</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <location filename="../../lrviz/ui/pages/comparing.py"/>
        <source>A pane for each run: {0}</source>
        <translation>실행마다 칸 하나: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/comparing.py"/>
        <source>All runs together</source>
        <translation>모든 실행을 함께</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/comparing.py"/>
        <source>Differences to {0}</source>
        <translation>{0:과}의 차이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/comparing.py"/>
        <source>Differences: pin a run first</source>
        <translation>차이: 먼저 실행을 고정하세요</translation>
    </message>
</context>
<context>
    <name>ComposeBar</name>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>A linear climb first; the rest keeps within the plan.</source>
        <translation>먼저 직선으로 올라가고, 나머지는 계획 안에 맞춰집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>Add part</source>
        <translation>파트 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>Add warm-up</source>
        <translation>워밍업 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>Another schedule after it, from a milestone on.</source>
        <translation>마일스톤부터 그 뒤를 잇는 다른 스케줄.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>Another schedule at the same time: their factors multiply.</source>
        <translation>같은 때에 함께 도는 다른 스케줄. 배수끼리 곱해집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>Chain with…</source>
        <translation>체인으로 묶기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>Resume with a new horizon</source>
        <translation>새 길이로 재개하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>Stop where the cursor is, and go on with a scheduler that ends with the plan.</source>
        <translation>커서가 있는 곳에서 멈추고, 계획과 함께 끝나는 스케줄러로 이어 가요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>add part</source>
        <translation>파트 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>add warm-up</source>
        <translation>워밍업 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>chain</source>
        <translation>체인으로 묶기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/compose_bar.py"/>
        <source>resume</source>
        <translation>재개</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>Add part</source>
        <translation>파트 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>Add part after</source>
        <translation>뒤에 파트 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>Add part before</source>
        <translation>앞에 파트 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>Keep only this part</source>
        <translation>이 파트만 남기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>Move down</source>
        <translation>아래로 옮기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>Move up</source>
        <translation>위로 옮기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>Replace…</source>
        <translation>바꾸기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>add part</source>
        <translation>파트 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>move part</source>
        <translation>파트 옮기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>part {0}</source>
        <translation>파트 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/composer.py"/>
        <source>remove part</source>
        <translation>파트 제거</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>%n line(s), in columns that tabs part.</source>
        <translation>
            <numerusform>탭으로 열을 나눈 %n줄.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>Nothing to copy yet</source>
        <translation>아직 복사할 것이 없어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>The numbers of the curves are on the clipboard</source>
        <translation>곡선의 숫자를 클립보드에 복사했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>The picture is on the clipboard</source>
        <translation>그림을 클립보드에 복사했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>The picture wasn’t copied</source>
        <translation>그림을 복사하지 못했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>The values at the cursor are on the clipboard</source>
        <translation>커서의 값을 클립보드에 복사했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>There is no curve in sight.</source>
        <translation>보이는 곡선이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>plot</source>
        <translation>그림</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>{0} × {1} pixels, and as SVG.</source>
        <translation>{0} × {1} 픽셀, 그리고 SVG로.</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <location filename="../../lrviz/ui/pages/corner.py"/>
        <source>Compare runs</source>
        <translation>실행 비교</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} epoch(s)</source>
        <translation>
            <numerusform>{0}에폭</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} example(s)</source>
        <translation>
            <numerusform>예제 {0}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} number(s)</source>
        <translation>
            <numerusform>숫자 {0}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} row(s)</source>
        <translation>
            <numerusform>행 {0}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} run(s)</source>
        <translation>
            <numerusform>실행 {0}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} seed(s)</source>
        <translation>
            <numerusform>시드 {0}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} step(s)</source>
        <translation>
            <numerusform>{0}스텝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} update(s)</source>
        <translation>
            <numerusform>업데이트 {0}번</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataDialog</name>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Choose another file</source>
        <translation>다른 파일 고르기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Choose your data</source>
        <translation>데이터 고르기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Data (*.csv *.tsv *.txt *.npz);;All files (*)</source>
        <translation>데이터 (*.csv *.tsv *.txt *.npz);;모든 파일 (*)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Features</source>
        <translation>특성</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>It can’t be used.</source>
        <translation>쓸 수 없는 파일입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Learned as</source>
        <translation>배우는 방식</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Looked through</source>
        <translation>다 살펴봤어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Looking through the file …</source>
        <translation>파일을 살펴보고 있어요…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Numbers to come close to; a model gives one.</source>
        <translation>가까이 맞힐 숫자. 모델은 숫자 하나를 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>One of several; a model gives a logit for each.</source>
        <translation>여럿 중 하나. 모델은 각각의 로짓을 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>One of two; a model gives one logit, of the second.</source>
        <translation>둘 중 하나. 모델은 둘째의 로짓 하나를 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>To be learned</source>
        <translation>배울 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Use these data</source>
        <translation>이 데이터 쓰기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>Your data</source>
        <translation>내 데이터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>pictures of {0} × {1}</source>
        <translation>{0} × {1} 그림</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>values</source>
        <translation>값</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>yes or no</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>{0} row{0:|s}, {1} array{1:|s}</source>
        <translation>행 {0}개, 배열 {1}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>{0} row{0:|s}, {1} column{1:|s}</source>
        <translation>행 {0}개, 열 {1}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>{0}. From {1}, {2} is learned, one of {3} class{3:|es}: {4}</source>
        <translation>{0}. {1}에서 {3}개 클래스 중 하나인 {2:을} 배웁니다: {4}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/data_dialog.py"/>
        <source>{0}. From {1}, {2} is learned.</source>
        <translation>{0}. {1}에서 {2:을} 배웁니다.</translation>
    </message>
</context>
<context>
    <name>Detour</name>
    <message>
        <location filename="../../lrviz/ui/racing/detour.py"/>
        <source>Branch at step {0}</source>
        <translation>{0}스텝에서 갈라 내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/detour.py"/>
        <source>Branch here</source>
        <translation>여기서 갈라 내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/detour.py"/>
        <source>It can be raced beside the race under way, from where it leaves.</source>
        <translation>갈라지는 곳부터 진행 중인 경주와 나란히 경주할 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/detour.py"/>
        <source>Race it too</source>
        <translation>함께 경주하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/detour.py"/>
        <source>The change is drawn as a plan. From here on it can count in a branch, without a new race.</source>
        <translation>바뀐 내용은 계획으로만 그려집니다. 갈라 내면 새 경주 없이 여기서부터 반영할 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/detour.py"/>
        <source>branch {0} at step {1}</source>
        <translation>{1}스텝에서 {0} 갈라 내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/detour.py"/>
        <source>{0} from {1}</source>
        <translation>{1}부터의 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/detour.py"/>
        <source>{0} is raced on as it was</source>
        <translation>{0:은} 이전 그대로 경주를 계속합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/detour.py"/>
        <source>{0} isn’t raced yet</source>
        <translation>{0:은} 아직 경주하지 않았습니다</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <location filename="../../lrviz/ui/panels/dock.py"/>
        <source>Beside the code</source>
        <translation>코드 옆</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/dock.py"/>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/dock.py"/>
        <source>Dock</source>
        <translation>도크</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/dock.py"/>
        <source>Findings</source>
        <translation>진단</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/dock.py"/>
        <source>Findings {0}</source>
        <translation>진단 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/dock.py"/>
        <source>Numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/dock.py"/>
        <source>Room for the code</source>
        <translation>코드 자리</translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message>
        <location filename="../../lrviz/ui/lesson/dots.py"/>
        <source>Step {0} of {1}</source>
        <translation>{1}단계 중 {0}단계</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <location filename="../../lrviz/ui/arriving/dropping.py"/>
        <source>What was dropped</source>
        <translation>놓은 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/dropping.py"/>
        <source>{0} file{0:|s} {0:is|are} left aside</source>
        <translation>파일 {0}개는 남겨 두었습니다</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>Add {0} as a run; it is read, never run</source>
        <translation>{0:을} 실행으로 추가합니다. 읽기만 하고 실행하지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>Ask what {0} is: a log, a curve or data</source>
        <translation>{0:이} 로그인지 곡선인지 데이터인지 묻습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>Learn from the data in {0}</source>
        <translation>{0}의 데이터로 학습합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>Open the lesson {0}</source>
        <translation>{0} 레슨을 엽니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>Open the session in the text</source>
        <translation>글에 담긴 세션을 엽니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>Open {0}</source>
        <translation>{0:을} 엽니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>Read are {0}, and code as text.</source>
        <translation>{0:과}, 글로 된 코드를 읽습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>Read the text as a run’s code</source>
        <translation>글을 실행의 코드로 읽습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>{0} and {1} more</source>
        <translation>{0} 외 {1}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>{0} can’t be used</source>
        <translation>{0:은} 쓸 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>{0} can’t be used: it is a folder</source>
        <translation>{0:은} 폴더라 쓸 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/drops.py"/>
        <source>{0} is left aside: one at a time is opened</source>
        <translation>{0:은} 남겨 둡니다. 한 번에 하나만 엽니다</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../lrviz/ui/panels/export_dialog.py"/>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_dialog.py"/>
        <source>Export picture</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_dialog.py"/>
        <source>Making {0} …</source>
        <translation>{0:을} 만들고 있어요…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_dialog.py"/>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_dialog.py"/>
        <source>{0} × {1} mm</source>
        <translation>{0} × {1} mm</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_dialog.py"/>
        <source>{0} × {1} pixels · {2}</source>
        <translation>{0} × {1} 픽셀 · {2}</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>All panes</source>
        <translation>모든 칸</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>As on screen</source>
        <translation>화면 그대로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Dots per inch</source>
        <translation>인치당 도트 수</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Line width</source>
        <translation>선 굵기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Looks the same without the fonts, and can’t be searched or edited.</source>
        <translation>글꼴이 없어도 똑같아 보이지만, 찾거나 고칠 수 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Panes</source>
        <translation>칸</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Text as outlines</source>
        <translation>글자를 윤곽선으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Transparent background</source>
        <translation>투명한 배경</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Type size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Unit of the size</source>
        <translation>크기의 단위</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>With the cursor</source>
        <translation>커서 포함</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>With the headline</source>
        <translation>머리글 포함</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/export_form.py"/>
        <source>any, in pixels or millimetres</source>
        <translation>자유롭게, 픽셀 또는 밀리미터로</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>Add one, or paste your scheduler code here.</source>
        <translation>추가하거나 스케줄러 코드를 여기에 붙여넣으세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>No run yet</source>
        <translation>아직 실행이 없어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/arrows.py"/>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/axes.py"/>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/arrows.py"/>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/paint/arrows.py"/>
        <source>update</source>
        <translation>업데이트</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <location filename="../../lrviz/ui/showing/filming.py"/>
        <source>the process that makes it has died, maybe of too little memory</source>
        <translation>영상을 만들던 프로세스가 죽었습니다. 메모리가 부족했을 수 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/filming.py"/>
        <source>there is not enough memory for this size</source>
        <translation>이 크기로 만들기에는 메모리가 부족합니다</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Export film</source>
        <translation>영상 내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Film made</source>
        <translation>영상을 만들었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Frames a second</source>
        <translation>초당 프레임 수</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Making {0} …</source>
        <translation>{0:을} 만들고 있어요…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Stopping …</source>
        <translation>멈추는 중…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>{0} % · {1} s left</source>
        <translation>{0} % · {1}초 남음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/film_dialog.py"/>
        <source>{0} update{0:|s}, {1} a second; the end stays for another second.</source>
        <translation>업데이트 {0}번, 초당 {1}번. 끝 장면은 1초 더 머뭅니다.</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>Add preset</source>
        <translation>프리셋 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>Explanation</source>
        <translation>설명</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>Go to run</source>
        <translation>실행으로 가기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>Lesson</source>
        <translation>레슨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>Open recent file</source>
        <translation>최근 파일 열기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>Pane of Training</source>
        <translation>학습 보기의 칸</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>Schedule of {0}</source>
        <translation>{0}의 스케줄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>This is chosen</source>
        <translation>지금 고른 것입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>no longer there</source>
        <translation>더 이상 없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>schedule of {0}</source>
        <translation>{0}의 스케줄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <source>{0}: what it is</source>
        <translation>{0:이란}</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <location filename="../../lrviz/ui/find/field.py"/>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/field.py"/>
        <source>Find an action, a run, a file, a lesson, a scheduler</source>
        <translation>동작, 실행, 파일, 레슨, 스케줄러 찾기</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Begin lower than {0}, as at {1}.</source>
        <translation>{0}보다 낮게 시작하세요, 이를테면 {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Beyond {0}, where it is {1}, the loss rises.</source>
        <translation>손실이 {1}인 {0:을} 넘어서면 손실이 올라갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>By {0}, {1} of {2} seed{2:|s} had diverged.</source>
        <translation>{0}까지 시드 {2}개 중 {1}개가 발산했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Its lowest loss so far is {0}, at {1}.</source>
        <translation>지금까지 가장 낮은 손실은 {1}에서 {0}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder.py"/>
        <source>Loss while the rate climbs</source>
        <translation>학습률이 올라가는 동안의 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>None of {0} seed{0:|s} went further.</source>
        <translation>시드 {0}개 중 더 나아간 것은 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>One seed: how far another one would be from it isn’t known.</source>
        <translation>시드 1개라, 다른 시드가 얼마나 다를지는 알 수 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Only {0} of {1} seed{1:|s} {0:has|have} {2}.</source>
        <translation>시드 {1}개 중 {0}개에만 {2:이} 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Over {0} seed{0:|s} {1}.</source>
        <translation>시드 {0}개에서 {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Raise it further: what is suggested below may be too low.</source>
        <translation>더 높이 올려 보세요. 아래 제안은 너무 낮을 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Raised {0}.</source>
        <translation>{0:을} 올렸습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Raised {0}; raise it further.</source>
        <translation>{0:을} 올렸습니다. 더 높이 올려 보세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Start {0} at {1}; {2}.</source>
        <translation>{0:을} {1}에서 시작하세요. {2}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Start {0} between {1} and {2}; {3}.</source>
        <translation>{0:을} {1}에서 {2} 사이에서 시작하세요. {3}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Stopped after {0} of {1} update{1:|s}.</source>
        <translation>업데이트 {1}번 중 {0}번에서 멈췄습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>The first losses come in a moment.</source>
        <translation>첫 손실이 곧 나와요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>The seeds disagree: {0} would start anywhere from {1} to {2}.</source>
        <translation>시드마다 말이 다릅니다. {0:은} {1}에서 {2}까지 어디서든 시작하라고 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>Under a decaying schedule up to three times min / 10, here {0}, held in our sweeps.</source>
        <translation>우리 실험에서 감소하는 스케줄은 min / 10의 세 배, 여기서는 {0}까지 견뎠습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder.py"/>
        <source>cut at {0}</source>
        <translation>{0}에서 끊김</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder.py"/>
        <source>from the start, not from where it branches</source>
        <translation>갈라지는 곳이 아니라 처음부터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>from {0} to {1} in {2} update{2:|s}</source>
        <translation>업데이트 {2}번에 {0}에서 {1}까지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>it now has {0}</source>
        <translation>지금은 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>its {1} is {0} now</source>
        <translation>{0}의 지금 값은 {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/suggested.py"/>
        <source>linear steepest</source>
        <translation>선형 최급경사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder.py"/>
        <source>lr (log)</source>
        <translation>lr (로그)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/suggested.py"/>
        <source>min / 10</source>
        <translation>min / 10</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder.py"/>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder.py"/>
        <source>of the validation set</source>
        <translation>검증 집합의</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/suggested.py"/>
        <source>slide</source>
        <translation>슬라이드</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder.py"/>
        <source>smoothed</source>
        <translation>평활함</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/suggested.py"/>
        <source>steepest</source>
        <translation>최급경사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/suggested.py"/>
        <source>valley</source>
        <translation>골짜기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0} alone spreads over {1} decade{1:|s} (standard deviation). Try more updates.</source>
        <translation>{0}만으로도 {1}자릿수(표준편차)에 걸쳐 흩어집니다. 업데이트 수를 늘려 보세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder.py"/>
        <source>{0} at {1}</source>
        <translation>{1}에서 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0} has no loss that is a number, at {1} already.</source>
        <translation>{0:은} {1}에서 이미 손실이 숫자가 아닙니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0} has {1}: it lies between {2} and {3}, where to start.</source>
        <translation>{0}의 {1:은} 시작하기 좋은 {2}에서 {3} 사이에 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0} lies from {1} to {2}</source>
        <translation>{0:은} {1}에서 {2} 사이에 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0} only diverges: its loss never falls below the {1} it begins with, and it is cut by {2}.</source>
        <translation>{0:은} 발산하기만 합니다. 손실이 처음의 {1} 아래로 내려가지 않고 {2}에서 끊깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0} {1}, from {2} to {3} over {4} of {5} seed{5:|s}.</source>
        <translation>{0} {1}, 시드 {5}개 중 {4}개에서 {2}부터 {3}까지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0}’s loss hasn’t fallen by {1}, where the search was stopped.</source>
        <translation>탐색을 멈춘 {1}까지 {0}의 손실은 내려가지 않았습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0}’s loss is lowest at {1}, where it is {2}; no rule finds a rate to start from.</source>
        <translation>{0}의 손실은 {1}에서 {2:으로} 가장 낮습니다. 어떤 규칙도 시작할 학습률을 찾지 못했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0}’s loss never falls: its lowest is {1}, and it begins at {2}.</source>
        <translation>{0}의 손실은 내려가지 않습니다. 가장 낮은 값이 {1}인데 {2}에서 시작합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0}’s loss still falls at {1}, the highest rate tried: it is {2} there.</source>
        <translation>{0}의 손실은 시도한 가장 높은 학습률 {1}에서도 여전히 내려갑니다. 거기서 {2}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0}’s other parameters</source>
        <translation>{0}의 나머지 파라미터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0}’s rate has climbed to {1}, {2} of {3} update{3:|s}.</source>
        <translation>{0}의 학습률이 {1}까지 올라갔습니다. 업데이트 {3}번 중 {2}번.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0}’s rate is about to climb, {1}.</source>
        <translation>{0}의 학습률이 곧 올라갑니다. {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/finder_headline.py"/>
        <source>{0}’s {1}</source>
        <translation>{0}의 {1}</translation>
    </message>
</context>
<context>
    <name>FinderBar</name>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>Not searched yet</source>
        <translation>아직 탐색하지 않았어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>Search again</source>
        <translation>다시 탐색</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>Stop the search</source>
        <translation>탐색 멈추기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>lr {0}: every seed was cut before</source>
        <translation>lr {0}: 모든 시드가 그 전에 끊겼습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>lr {0}: loss {1}</source>
        <translation>lr {0}: 손실 {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>lr {0}: loss {1}, of {2} seed{2:|s} from {3} to {4}</source>
        <translation>lr {0}: 손실 {1}, 시드 {2}개에서 {3}부터 {4}까지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>of an earlier version of {0}, or of other settings</source>
        <translation>{0}의 이전 상태나 다른 설정의 결과</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>{0} s</source>
        <translation>{0}초</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_bar.py"/>
        <source>{0}: {1} of {2} seed{2:|s} {1:has|have} one</source>
        <translation>{0}: 시드 {2}개 중 {1}개에 있음</translation>
    </message>
</context>
<context>
    <name>FinderForm</name>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>All groups</source>
        <translation>모든 그룹</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>All other parameters</source>
        <translation>나머지 모든 파라미터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Each in its proportion to the first.</source>
        <translation>각각 첫째 그룹과의 비율대로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>LR finder</source>
        <translation>LR 탐색</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Loss of</source>
        <translation>손실을 재는 곳</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Now {0}; the other groups keep theirs.</source>
        <translation>지금 {0}. 다른 그룹은 제 값을 유지합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Of each batch, right before it is trained with.</source>
        <translation>배치마다, 그것으로 학습하기 바로 전에.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Of the validation set, after each update: slower, and less noisy.</source>
        <translation>업데이트마다 검증 집합에서. 느리지만 덜 흔들립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Parameter group</source>
        <translation>파라미터 그룹</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Raised in</source>
        <translation>올릴 곳</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Training batch</source>
        <translation>학습 배치</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
</context>
<context>
    <name>FinderPage</name>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>Groups with a rate of their own keep their proportion to it.</source>
        <translation>자신의 학습률을 가진 그룹은 그 비율을 유지합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>Suggested rates</source>
        <translation>제안된 학습률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>The loss never falls: what is read off it is noise.</source>
        <translation>손실이 내려가지 않으므로, 여기서 읽어 낸 것은 잡음입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>The schedule sets its rates itself: its others keep their proportion, and lr has no say.</source>
        <translation>이 스케줄은 학습률을 스스로 정합니다. 나머지는 비율을 유지하고 lr은 쓰이지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>Use as {0}</source>
        <translation>{0:으로} 쓰기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>Use for {0}</source>
        <translation>{0}에 쓰기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>spread</source>
        <translation>퍼짐</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>{0} can’t take {1}</source>
        <translation>{0:은} {1:을} 받을 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>{0} is {1} already.</source>
        <translation>{0:은} 이미 {1}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>{0} of {1}</source>
        <translation>{1}의 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/finder_page.py"/>
        <source>{0} of {1} becomes {2}; it is {3} now.</source>
        <translation>{1}의 {0:이} 지금의 {3}에서 {2:으로} 바뀝니다.</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <location filename="../../lrviz/ui/panels/finding_row.py"/>
        <source>Apply fix</source>
        <translation>수정 적용</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/finding_row.py"/>
        <source>Apply: {0}</source>
        <translation>적용: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/finding_row.py"/>
        <source>Set {0}</source>
        <translation>{0} 설정</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/finding_row.py"/>
        <source>Why {0}</source>
        <translation>{0}인 까닭</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/finding_row.py"/>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/finding_row.py"/>
        <source>line {0}: </source>
        <translation>{0}번째 줄: </translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/finding_row.py"/>
        <source>note</source>
        <translation>참고</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/finding_row.py"/>
        <source>warning</source>
        <translation>경고</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <location filename="../../lrviz/ui/panels/findings_panel.py"/>
        <source>Findings</source>
        <translation>진단</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/findings_panel.py"/>
        <source>{0} and {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/findings_panel.py"/>
        <source>{0} more</source>
        <translation>외 {0}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/findings_panel.py"/>
        <source>{0}: nothing found by {1} rules over {2}.</source>
        <translation>{0}: {2}에 걸쳐 규칙 {1}개로 살폈고, 찾은 문제가 없습니다.</translation>
    </message>
</context>
<context>
    <name>Fits</name>
    <message>
        <location filename="../../lrviz/ui/pages/fits.py"/>
        <source>A race trains a miniature of {0} update{0:|s}, which says little of this plan.</source>
        <translation>경주는 업데이트 {0}번의 축소판을 학습하므로 이 계획에 대해 말해 주는 것이 적습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/fits.py"/>
        <source>Each raced run’s rate rises again, which no law is for.</source>
        <translation>경주한 모든 실행의 학습률이 다시 올라가는데, 그런 경우에 맞는 법칙은 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/fits.py"/>
        <source>No law could be fitted</source>
        <translation>맞출 수 있는 법칙이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/fits.py"/>
        <source>The race is still under way.</source>
        <translation>경주가 아직 진행 중입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/fits.py"/>
        <source>This needs a race of the visible runs as they are.</source>
        <translation>보이는 실행을 지금 그대로 경주해야 합니다.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <location filename="../../lrviz/ui/find/sheet.py"/>
        <source>{0} of {1}</source>
        <translation>{1}개 중 {0}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sheet.py"/>
        <source>↑ ↓ choose   Enter do it   Esc close</source>
        <translation>↑ ↓ 고르기   Enter 하기   Esc 닫기</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>Annealing law</source>
        <translation>어닐링 법칙</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>Bound</source>
        <translation>상한</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>Fit the annealing law to this race…</source>
        <translation>이 경주에 어닐링 법칙 맞추기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>Fit the multi-power law to this race…</source>
        <translation>이 경주에 다중 거듭제곱 법칙 맞추기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>Forecast</source>
        <translation>예측</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>Forecast at step {0}: {1}.</source>
        <translation>{0}스텝의 예측: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>Forecast, {0}: {1}.</source>
        <translation>예측, {0}: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>Multi-power law</source>
        <translation>다중 거듭제곱 법칙</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>No forecast of {0}: {1}.</source>
        <translation>{0}의 예측은 없습니다: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>SGD’s kind and Adam’s are not ranked against each other.</source>
        <translation>SGD 계열과 Adam 계열은 서로 순위를 매기지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>a quarter more</source>
        <translation>4분의 1 더</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>a third more</source>
        <translation>3분의 1 더</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>by an earlier race</source>
        <translation>이전 경주 기준</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>in {0}</source>
        <translation>{0} 단위</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>it has no learning rate</source>
        <translation>학습률이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>its rates are still being scanned</source>
        <translation>학습률을 아직 훑는 중입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>its rates depend on the loss it will have</source>
        <translation>학습률이 앞으로의 손실에 달려 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>loose right after a drop</source>
        <translation>하강 직후에는 느슨함</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>lower is better</source>
        <translation>낮을수록 좋음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>not of {0}: {1}</source>
        <translation>{0} 제외: {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>sampled</source>
        <translation>표본</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>the loss predicted</source>
        <translation>예측한 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>the loss still left, at most</source>
        <translation>남을 손실의 상한</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>torch raises before its end</source>
        <translation>끝나기 전에 torch가 오류를 냅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0} and {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0} can’t be told apart: they end at {1} to {2}, within what the forecast may be off.</source>
        <translation>{0:은} 구별할 수 없습니다. {1}에서 {2:으로} 끝나는데, 예측이 틀릴 수 있는 폭 안입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0} can’t be told apart: they end at {1}.</source>
        <translation>{0:은} 구별할 수 없습니다. 모두 {1:으로} 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0} more</source>
        <translation>{0} 더</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0} should end lower than {1}, which leaves {2} loss; the others may be either.</source>
        <translation>{0:은} 손실을 {2} 남기는 {1}보다 낮게 끝날 전망입니다. 나머지는 어느 쪽일 수도 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0} should end lowest, too close to call; {1} leaves {2} loss.</source>
        <translation>{0} 중 하나가 가장 낮게 끝날 텐데 차이가 너무 작습니다. {1:은} 손실을 {2} 남깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0} should end lowest; {1} leaves {2} loss.</source>
        <translation>{0:이} 가장 낮게 끝날 전망입니다. {1:은} 손실을 {2} 남깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0} times the</source>
        <translation>{0}배</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0}, fitted to an earlier race</source>
        <translation>{0}, 이전 경주에 맞춤</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/forecast_words.py"/>
        <source>{0}, fitted to this race</source>
        <translation>{0}, 이 경주에 맞춤</translation>
    </message>
</context>
<context>
    <name>ForecastBar</name>
    <message>
        <location filename="../../lrviz/ui/pages/forecast_bar.py"/>
        <source>Hide the forecast</source>
        <translation>예측 숨기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/forecast_bar.py"/>
        <source>Improve the selected run’s schedule</source>
        <translation>선택한 실행의 스케줄 개선하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/forecast_bar.py"/>
        <source>Improve the selected run…</source>
        <translation>선택한 실행 개선하기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/forecast_bar.py"/>
        <source>Stop fitting</source>
        <translation>맞추기 멈추기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/forecast_bar.py"/>
        <source>Takes its coefficients from the raced losses, in a second or two</source>
        <translation>경주한 손실에서 계수를 얻어요. 1~2초 걸립니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/forecast_bar.py"/>
        <source>The law that the loss is forecast by</source>
        <translation>손실을 예측하는 법칙</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/forecast_bar.py"/>
        <source>What the forecast rests on, and each run’s best peak</source>
        <translation>예측의 근거와 실행마다의 최적 최고값</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/forecast_bar.py"/>
        <source>{0}: fitting … {1}</source>
        <translation>{0}: 맞추는 중… {1}</translation>
    </message>
</context>
<context>
    <name>ForecastCard</name>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>A peak learning rate that is tuned for {0} is carried to another shape by a factor.</source>
        <translation>{0}에 맞춰 조정한 최고 학습률은 배수 하나로 다른 모양에 옮길 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>A run has been changed since that race: race again, then fit anew.</source>
        <translation>그 경주 뒤에 실행이 바뀌었습니다. 다시 경주한 뒤 새로 맞추세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>Against training</source>
        <translation>학습과 견주기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>Best peak</source>
        <translation>최적 최고값</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>Forecast · {0}</source>
        <translation>예측 · {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>No forecast of {0}: {1}.</source>
        <translation>{0}의 예측은 없습니다: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>Set its learning rate so that it peaks at {0}</source>
        <translation>최고값이 {0:이} 되도록 학습률을 정하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>This needs a forecast of {0} that knows its best peak.</source>
        <translation>최적 최고값을 아는 {0}의 예측이 있어야 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>Use {0} on {1}</source>
        <translation>{1}에 {0} 쓰기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/forecast_card.py"/>
        <source>carry the peak to {0}</source>
        <translation>최고값을 {0:으로} 옮기기</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <location filename="../../lrviz/ui/form/oddities.py"/>
        <source>Both schedulers are the same: give the new one another horizon.</source>
        <translation>두 스케줄러가 똑같습니다. 새 스케줄러에 다른 길이를 주세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>Default {0}.</source>
        <translation>기본값 {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/choices.py"/>
        <source>No scheduler: the optimizer's own rate at every step.</source>
        <translation>스케줄러 없음: 모든 스텝에서 옵티마이저의 학습률 그대로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/section.py"/>
        <source>What it is</source>
        <translation>이것이 무엇인지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/choices.py"/>
        <source>a whole run is resumed, not a part of its schedule</source>
        <translation>스케줄의 한 파트가 아니라 실행 전체를 재개합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>at least {0}</source>
        <translation>{0} 이상</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>at most {0}</source>
        <translation>{0} 이하</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/choices.py"/>
        <source>beyond torch</source>
        <translation>torch 밖</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sources.py"/>
        <location filename="../../lrviz/ui/form/choices.py"/>
        <source>constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>greater than {0}</source>
        <translation>{0} 초과</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>less than {0}</source>
        <translation>{0} 미만</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/choices.py"/>
        <source>torch takes none that is told a metric into another</source>
        <translation>torch는 지표를 듣는 스케줄러를 다른 스케줄러에 넣지 못합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>{0} frozen</source>
        <translation>{0} 동결됨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>{0} must be {1}</source>
        <translation>{0:은} {1:이어야} 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/words.py"/>
        <source>{0}. Still drawn with {1}.</source>
        <translation>{0}. {1:으로} 그린 상태입니다.</translation>
    </message>
</context>
<context>
    <name>FoundView</name>
    <message>
        <location filename="../../lrviz/ui/find/sheet.py"/>
        <source>Found</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/sheet.py"/>
        <source>Nothing is found by these words.</source>
        <translation>이 단어로는 찾은 것이 없어요.</translation>
    </message>
</context>
<context>
    <name>Gradients</name>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>, lr {0}</source>
        <translation>, lr {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/norms.py"/>
        <source>10⁻³</source>
        <translation>10⁻³</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>: loss {0}</source>
        <translation>: 손실 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>From input to loss and back</source>
        <translation>입력에서 손실까지, 그리고 되돌아오기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/norms.py"/>
        <source>Gradient norm</source>
        <translation>기울기 노름</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/norms.py"/>
        <source>Update ÷ weight</source>
        <translation>업데이트 ÷ 가중치</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>above, forward: shape · rms of what a layer gives; below, loss.backward(): ‖∂loss/∂output‖</source>
        <translation>위는 순전파: 층이 내는 것의 모양 · rms, 아래는 loss.backward(): ‖∂loss/∂output‖</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>backward stops: nothing below asks for a gradient</source>
        <translation>역전파가 멈춤: 아래에 기울기를 원하는 것이 없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/norms.py"/>
        <source>by layer, {0}</source>
        <translation>층별, {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>{0} · {1} layer{1:|s}</source>
        <translation>{0} · 층 {1}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>{0}, update {1} of {2}</source>
        <translation>{0}, 업데이트 {1} / {2}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>{0}, Δw {1}</source>
        <translation>{0}, Δw {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>{0}: gradient {1}, weight {2}, update {3} of it.</source>
        <translation>{0}: 기울기 {1}, 가중치 {2}, 업데이트는 그것의 {3}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients.py"/>
        <source>‖w‖ {0}</source>
        <translation>‖w‖ {0}</translation>
    </message>
</context>
<context>
    <name>GradientsHeadline</name>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source> of {0}</source>
        <translation> {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>1/{0} of {1}’s</source>
        <translation>{1}의 1/{0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>; updates are {0} of the weights.</source>
        <translation>. 업데이트는 가중치의 {0}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>; updates are {0} × the weights.</source>
        <translation>. 업데이트는 가중치의 {0}배입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>Every gradient is 0: this update moves nothing by it.</source>
        <translation>모든 기울기가 0이라, 이 업데이트는 기울기로 아무것도 움직이지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>How does the one line loss.backward() reach every parameter?</source>
        <translation>loss.backward() 한 줄이 어떻게 모든 파라미터에 닿을까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>No parameter gets a gradient: all are frozen, so there is nothing to train.</source>
        <translation>기울기를 받는 파라미터가 없습니다. 모두 동결되어 학습할 것이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>The gradient of {0} is no finite number any more.</source>
        <translation>{0}의 기울기가 더 이상 유한한 숫자가 아닙니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>This model has no parameters: there is nothing to train.</source>
        <translation>이 모델에는 파라미터가 없어 학습할 것이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>layer {0}</source>
        <translation>층 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>the model</source>
        <translation>모델</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0} and {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0} and {1} more</source>
        <translation>{0} 외 {1}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0} get no gradient: the loss doesn’t depend on them.</source>
        <translation>{0:은} 기울기를 받지 않습니다. 손실이 이들에 달려 있지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0} get no gradient: they are frozen, and nothing below asks for one, so backward stops after {1}.</source>
        <translation>{0:은} 기울기를 받지 않습니다. 동결되었고 아래에 기울기를 원하는 것이 없어, 역전파가 {1}에서 멈춥니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0} get no gradient: they are frozen. The chain passes through them, and {1} below gets one{2}.</source>
        <translation>{0:은} 기울기를 받지 않습니다. 동결되었지만 사슬은 이들을 지나가고, 아래의 {1:이} 기울기{2:을} 받습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0} gets no gradient: it is frozen, and nothing below asks for one, so backward stops after {1}.</source>
        <translation>{0:은} 기울기를 받지 않습니다. 동결되었고 아래에 기울기를 원하는 것이 없어, 역전파가 {1}에서 멈춥니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0} gets no gradient: it is frozen. The chain passes through it, and {1} below gets one{2}.</source>
        <translation>{0:은} 기울기를 받지 않습니다. 동결되었지만 사슬은 이를 지나가고, 아래의 {1:이} 기울기{2:을} 받습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0} gets no gradient: the loss doesn’t depend on it.</source>
        <translation>{0:은} 기울기를 받지 않습니다. 손실이 여기에 달려 있지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0}’s gradient is {1}</source>
        <translation>{0}의 기울기는 {1}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0}’s gradient is {1}, {2} × {3}’s</source>
        <translation>{0}의 기울기는 {1:으로}, {3}의 {2}배입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0}’s gradient is {1}, {2} × {3}’s: it explodes on the way back.</source>
        <translation>{0}의 기울기는 {1:으로} {3}의 {2}배입니다. 되돌아오면서 폭발합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_headline.py"/>
        <source>{0}’s gradient is {1}, {2}: it vanishes on the way back.</source>
        <translation>{0}의 기울기는 {1:으로} {2}입니다. 되돌아오면서 소실됩니다.</translation>
    </message>
</context>
<context>
    <name>GradientsPage</name>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>It changed since its race.</source>
        <translation>경주 뒤에 바뀌었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>Of a miniature of {0} update{0:|s}.</source>
        <translation>업데이트 {0}번짜리 축소판의 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>Race it to see its layers: its model is a program, which you are asked about first.</source>
        <translation>경주하면 층이 보여요. 모델이 프로그램이라 먼저 물어봅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>This is its first update: race, or step on with one update ({0}).</source>
        <translation>첫 업데이트입니다. 경주하거나 업데이트 한 번({0}) 더 나아가세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>This update can’t be taken apart: {0}. {1} tries again.</source>
        <translation>이 업데이트는 분해할 수 없습니다: {0}. {1:을} 누르면 다시 해 봅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>Training up to there again: {0}.</source>
        <translation>거기까지 다시 학습하고 있어요: {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>Update {0} is being taken apart.</source>
        <translation>업데이트 {0:을} 분해하고 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>freeze {0}</source>
        <translation>{0} 동결</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>train {0}</source>
        <translation>{0} 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>{0} stays frozen</source>
        <translation>{0:은} 동결 상태로 남습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/gradients_page.py"/>
        <source>{0} takes only {1}.</source>
        <translation>{0:은} {1}만 받습니다.</translation>
    </message>
</context>
<context>
    <name>GradientsTable</name>
    <message>
        <location filename="../../lrviz/ui/views/gradients_table.py"/>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_table.py"/>
        <source>Parameter</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_table.py"/>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/gradients_table.py"/>
        <source>Δw ÷ w</source>
        <translation>Δw ÷ w</translation>
    </message>
</context>
<context>
    <name>Ground</name>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>Profile along the line</source>
        <translation>선을 따라 본 단면</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>share of the way</source>
        <translation>길에 대한 비율</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/card/picture.py"/>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>straight</source>
        <translation>직선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>train loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>trained curve</source>
        <translation>학습한 곡선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>val loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>{0}, read off the map</source>
        <translation>{0}, 지도에서 읽음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground.py"/>
        <source>{0}; grey: along a curve trained to join the ends</source>
        <translation>{0}, 회색: 끝점을 잇도록 학습한 곡선</translation>
    </message>
</context>
<context>
    <name>GroundForm</name>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>A ring whose radius is how far a run is from the plane at the cursor.</source>
        <translation>반지름이 커서에서 실행이 평면에서 떨어진 거리인 고리.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>A slice through one end, filter by filter as long as its weights.</source>
        <translation>한 끝점을 지나는 단면. 필터마다 길이를 가중치에 맞춥니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Arrows at the cursor</source>
        <translation>커서의 화살표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Contour values</source>
        <translation>등고선 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Fill the paths with the colour of what is measured at the weights themselves.</source>
        <translation>경로를 가중치 자체에서 잰 값의 색으로 채워요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>From end to end, and the curve that joins them with a low loss.</source>
        <translation>끝에서 끝까지의 직선과, 낮은 손실로 둘을 잇는 곡선.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Off-plane rings</source>
        <translation>평면까지의 거리 고리</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Only classes are right or wrong</source>
        <translation>맞고 틀림은 클래스에만 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Random directions</source>
        <translation>무작위 방향</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Sharpest directions</source>
        <translation>가장 가파른 방향</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Straight lines</source>
        <translation>직선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>The Hessian’s top two eigenvectors at one run’s end.</source>
        <translation>한 실행의 끝에서 헤시안의 가장 큰 고유벡터 둘.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Three ends lie in it exactly; everything else is a projection.</source>
        <translation>세 끝점은 정확히 이 평면에 있고, 나머지는 모두 투영입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Through the runs’ ends</source>
        <translation>실행들의 끝점을 지나는 평면</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>True loss on the paths</source>
        <translation>경로 위의 진짜 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Two principal components of all paths about one run’s end.</source>
        <translation>한 실행의 끝을 중심으로 한 모든 경로의 주성분 둘.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Val loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>What an update is made of: the gradient’s part, the momentum’s, and both.</source>
        <translation>업데이트를 이루는 것: 기울기 몫, 모멘텀 몫, 그리고 둘의 합.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>What is measured</source>
        <translation>무엇을 재는지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Where each run walked, projected onto the plane.</source>
        <translation>실행마다 걸어간 길을 평면에 투영한 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Where the paths vary most</source>
        <translation>경로가 가장 많이 변하는 방향</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>Write what contours stand for.</source>
        <translation>등고선이 나타내는 값을 적어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/ground_form.py"/>
        <source>noise</source>
        <translation>잡음</translation>
    </message>
</context>
<context>
    <name>GroundHeadline</name>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>A bent way joins {0}’s end and {1}’s with a loss of at most {2}; the straight line rises to {3}.</source>
        <translation>굽은 길은 {0}의 끝과 {1}의 끝을 손실 {2} 이하로 잇습니다. 직선은 {3}까지 올라갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>A bent way joins {0}’s end and {1}’s with an accuracy of at least {2}; the straight line falls to {3}.</source>
        <translation>굽은 길은 {0}의 끝과 {1}의 끝을 정확도 {2} 이상으로 잇습니다. 직선은 {3}까지 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>A {0}-step miniature of the {1}-step plan.</source>
        <translation>{1}스텝 계획의 {0}스텝 축소판.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>Add one to see where it walks.</source>
        <translation>추가하면 어디로 걸어가는지 볼 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>All {0} end in basins of their own; the lowest ridge between two of them is {1}, from {2} to {3}.</source>
        <translation>{0} 실행이 모두 저마다의 분지에서 끝납니다. 둘 사이의 가장 낮은 능선은 {2}에서 {3}까지의 {1}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>All {0} end in basins of their own; the shallowest dip between two of them is to {1}, from {2} to {3}.</source>
        <translation>{0} 실행이 모두 저마다의 분지에서 끝납니다. 둘 사이의 가장 얕은 골은 {2}에서 {3}까지의 {1}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>All {0} end in one basin: nowhere on the straight lines between them does accuracy fall below {1}.</source>
        <translation>{0} 실행이 모두 한 분지에서 끝납니다. 그 사이의 직선 어디서도 정확도가 {1} 아래로 내려가지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>All {0} end in one basin: nowhere on the straight lines between them does the loss rise above {1}.</source>
        <translation>{0} 실행이 모두 한 분지에서 끝납니다. 그 사이의 직선 어디서도 손실이 {1} 위로 올라가지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>At step {0}:</source>
        <translation>{0}스텝:</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>No landscape is measured yet.</source>
        <translation>아직 잰 지형이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>No run is visible.</source>
        <translation>보이는 실행이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>No run yet.</source>
        <translation>아직 실행이 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>Open the eye of a run to see where it walks.</source>
        <translation>실행의 눈을 켜면 걸어간 길이 보여요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>Straight from {0} to {1} the loss rises by {2}, to {3}.</source>
        <translation>{0}에서 {1}까지 곧장 가면 손실이 {2} 올라 {3:이} 됩니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>Straight from {0} to {1}: at worst {2}.</source>
        <translation>{0}에서 {1}까지 곧장: 가장 나쁠 때 {2}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>Straight lines from end to end: each point is exact, what lies beside them isn’t shown.</source>
        <translation>끝에서 끝까지의 직선: 선 위의 점은 모두 정확하고, 선 옆은 보이지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>The function itself: its two variables are the axes, and nothing is hidden.</source>
        <translation>함수 자체입니다. 두 변수가 축이라 숨은 것이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>The plane is laid through the run’s weights: it is trained first, {1} update{1:|s}.</source>
        <translation>평면은 실행의 가중치를 지나므로, 먼저 업데이트 {1}번을 학습합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>The plane is laid through the {0} runs’ weights: they are trained first, {1} updates each.</source>
        <translation>평면은 {0} 실행의 가중치를 지나므로, 먼저 각각 업데이트 {1}번을 학습합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>The plane through the three end points: every end is exact, everything else is a projection.</source>
        <translation>세 끝점을 지나는 평면: 끝점은 모두 정확하고, 나머지는 모두 투영입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>The plane through {0} of {1} end points: these are exact, everything else is a projection.</source>
        <translation>끝점 {1}개 중 {0}개를 지나는 평면: 그 점들은 정확하고, 나머지는 모두 투영입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>The two directions the paths vary most in, {0} of their motion; exact only at {1}’s end.</source>
        <translation>경로가 가장 많이 변하는 두 방향으로, 움직임의 {0}. {1}의 끝에서만 정확합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>The two sharpest directions at {0}’s end, which hold {1} of the paths’ motion.</source>
        <translation>{0}의 끝에서 가장 가파른 두 방향으로, 경로 움직임의 {1:을} 담습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>Training loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>Two random directions from {0}’s end, which hold {1} of the paths’ motion.</source>
        <translation>{0}의 끝에서 무작위로 잡은 두 방향으로, 경로 움직임의 {1:을} 담습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>Validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>a run</source>
        <translation>실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>five</source>
        <translation>다섯</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>four</source>
        <translation>네</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>three</source>
        <translation>세</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>two</source>
        <translation>두</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} and {1} end in one basin: nowhere on the straight line between them does accuracy fall below {2}.</source>
        <translation>{0:과} {1:은} 한 분지에서 끝납니다. 그 사이의 직선 어디서도 정확도가 {2} 아래로 내려가지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} and {1} end in one basin: nowhere on the straight line between them does the loss rise above {2}.</source>
        <translation>{0:과} {1:은} 한 분지에서 끝납니다. 그 사이의 직선 어디서도 손실이 {2} 위로 올라가지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} and {1} end in two different basins; a ridge of {2} lies between.</source>
        <translation>{0:과} {1:은} 서로 다른 두 분지에서 끝납니다. 사이에 높이 {2}의 능선이 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} and {1} end in two different basins; accuracy falls to {2} between.</source>
        <translation>{0:과} {1:은} 서로 다른 두 분지에서 끝납니다. 사이에서 정확도가 {2}까지 떨어집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} diverged, to an accuracy of {1}: it ends in no basin.</source>
        <translation>{0:은} 정확도 {1:으로} 발산해 어느 분지에서도 끝나지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} ends above its start, at a loss of {1} from {2}: it lies in no basin.</source>
        <translation>{0:은} 손실 {2}에서 시작해 더 높은 {1}에서 끝나, 어느 분지에도 있지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} ends at {1}, {2} above the lowest point of this plane.</source>
        <translation>{0:은} {1}에서 끝나는데, 이 평면의 가장 낮은 점보다 {2} 높습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} ends at {1}, {2} below the highest point of this plane.</source>
        <translation>{0:은} {1}에서 끝나는데, 이 평면의 가장 높은 점보다 {2} 낮습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} ends at {1}; no point measured in this plane is higher.</source>
        <translation>{0:은} {1}에서 끝납니다. 이 평면에서 잰 점 중 더 높은 것은 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} ends at {1}; no point measured in this plane is lower.</source>
        <translation>{0:은} {1}에서 끝납니다. 이 평면에서 잰 점 중 더 낮은 것은 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} ends highest, at an accuracy of {1}; {2} ends at {3}.</source>
        <translation>{0:이} 정확도 {1:으로} 가장 높게 끝납니다. {2:은} {3:으로} 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} ends lowest, at a loss of {1}; {2} ends at {3}.</source>
        <translation>{0:이} 손실 {1:으로} 가장 낮게 끝납니다. {2:은} {3:으로} 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} of the grid is measured.</source>
        <translation>격자의 {0:을} 쟀습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} on the straight lines between the ends of {1} run{1:|s}.</source>
        <translation>실행 {1}개의 끝점 사이 직선 위의 {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} over a plane, and the path that {1} walked in {2} update{2:|s}.</source>
        <translation>한 평면 위의 {0:과} {1:이} 업데이트 {2}번 동안 걸어간 길.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0} over a plane, and the paths that {1} runs walked in {2} updates.</source>
        <translation>한 평면 위의 {0:과} 실행 {1}개가 업데이트 {2}번 동안 걸어간 길.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{0}; {1} {2} of {3}.</source>
        <translation>{0}. {1} {3}의 {2}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/ground_headline.py"/>
        <source>{1} of {2} seed{2:|s} of {0} {1:ends|end} in the deepest basin found</source>
        <translation>{0:은} 시드 {2}개 중 {1}개가 찾은 가장 깊은 분지에서 끝납니다</translation>
    </message>
</context>
<context>
    <name>GroundPage</name>
    <message>
        <location filename="../../lrviz/ui/pages/ground_page.py"/>
        <source>Stop the survey</source>
        <translation>측량 멈추기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_page.py"/>
        <source>drag to turn · scroll to zoom · 0 to reset</source>
        <translation>끌면 돌리기 · 스크롤하면 확대 · 0이면 처음으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_page.py"/>
        <source>ends at {0}</source>
        <translation>{0}에서 끝남</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_page.py"/>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_page.py"/>
        <source>stopped at {0} · {1} surveys again</source>
        <translation>{0}에서 멈춤 · {1:을} 누르면 다시 측량</translation>
    </message>
</context>
<context>
    <name>GroundTools</name>
    <message>
        <location filename="../../lrviz/ui/pages/ground_tools.py"/>
        <source>3-D</source>
        <translation>3차원</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_tools.py"/>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_tools.py"/>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_tools.py"/>
        <source>Profile along a line</source>
        <translation>선을 따라 단면 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_tools.py"/>
        <source>Replay the walk</source>
        <translation>걸어간 길 다시 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_tools.py"/>
        <source>Seen</source>
        <translation>보는 각도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_tools.py"/>
        <source>Speed of the replay</source>
        <translation>다시 보기 속도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/ground_tools.py"/>
        <source>Speed of the replay: {0}</source>
        <translation>다시 보기 속도: {0}</translation>
    </message>
</context>
<context>
    <name>GroupedRow</name>
    <message>
        <location filename="../../lrviz/ui/controls/grouped_row.py"/>
        <source>One for all groups</source>
        <translation>모든 그룹에 하나</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/grouped_row.py"/>
        <source>One for each group</source>
        <translation>그룹마다 하나</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/grouped_row.py"/>
        <source>group {0}</source>
        <translation>그룹 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/grouped_row.py"/>
        <source>others</source>
        <translation>나머지</translation>
    </message>
</context>
<context>
    <name>GroupsForm</name>
    <message>
        <location filename="../../lrviz/ui/form/groups_form.py"/>
        <source>Add group</source>
        <translation>그룹 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/groups_form.py"/>
        <source>Group {0}</source>
        <translation>그룹 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/groups_form.py"/>
        <source>Remove group {0}</source>
        <translation>그룹 {0} 제거</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/groups_form.py"/>
        <source>add group</source>
        <translation>그룹 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/groups_form.py"/>
        <source>remove group</source>
        <translation>그룹 제거</translation>
    </message>
</context>
<context>
    <name>Hindsight</name>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>Back to {0}</source>
        <translation>{0}까지 되돌리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>Forth to {0}</source>
        <translation>{0}까지 다시 실행하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>Nothing to undo yet</source>
        <translation>아직 되돌릴 것이 없어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>Other sessions</source>
        <translation>다른 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>Undone</source>
        <translation>되돌린 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>What you change is listed here, and every step can be gone back to.</source>
        <translation>바꾼 것이 여기에 쌓이고, 어느 단계로든 되돌아갈 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>as saved in {0}</source>
        <translation>{0}에 저장한 대로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/past/hindsight.py"/>
        <source>{0} as it was opened</source>
        <translation>열었을 때의 {0}</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>%n run(s)</source>
        <translation>
            <numerusform>실행 %n개</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>All presets</source>
        <translation>모든 프리셋</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>All {0}</source>
        <translation>{0}개 모두 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>Fewer</source>
        <translation>접기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>Files that you open or save are kept here.</source>
        <translation>열거나 저장한 파일이 여기에 남아요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>First open</source>
        <translation>첫 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>Forget all</source>
        <translation>모두 잊기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>Lessons</source>
        <translation>레슨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>Recent</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>See the curve, the loss it leads to and the road it takes, before you spend GPU hours.</source>
        <translation>GPU를 쓰기 전에 곡선과 손실, 지나갈 길을 먼저 확인하세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>Start from a preset</source>
        <translation>프리셋으로 시작</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>What will this schedule do?</source>
        <translation>이 스케줄은 어디로 갈까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>{0} · {1} step{1:|s}</source>
        <translation>{0} · {1}스텝</translation>
    </message>
</context>
<context>
    <name>HomeBar</name>
    <message>
        <location filename="../../lrviz/ui/home/home_bar.py"/>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/home_bar.py"/>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>ImproveDialog</name>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>Add as run</source>
        <translation>실행으로 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>Improve {0}</source>
        <translation>{0} 개선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>Law</source>
        <translation>법칙</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>Learning rate of {0}, and the best found</source>
        <translation>{0}의 학습률과, 찾은 것 중 가장 좋은 학습률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>Search done</source>
        <translation>찾기를 마쳤습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>Searching …</source>
        <translation>찾고 있어요…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>The dotted curve ends at {0} instead of {1}</source>
        <translation>점선 곡선은 {1:이} 아니라 {0}에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>The training process is starting …</source>
        <translation>학습 프로세스를 시작하고 있어요…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>improve {0}</source>
        <translation>{0} 개선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>warmup must be below the {0} step{0:|s} of the plan.</source>
        <translation>warmup은 계획의 {0}스텝보다 작아야 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>{0}, after {1} iterations.</source>
        <translation>{0}, {1}번 반복한 뒤.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>{0}, improved</source>
        <translation>개선한 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>{0}: the run is as good as it gets by this law.</source>
        <translation>{0}: 이 법칙으로는 이미 가장 좋은 실행입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>{0}: within what this law can be wrong by, so not worth it.</source>
        <translation>{0}: 이 법칙이 틀릴 수 있는 폭 안이라 바꿀 만하지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/improve_dialog.py"/>
        <source>{0}: {1} less, more than this law can be wrong by.</source>
        <translation>{0}: {1} 낮습니다. 이 법칙이 틀릴 수 있는 폭보다 큽니다.</translation>
    </message>
</context>
<context>
    <name>InRoom</name>
    <message>
        <location filename="../../lrviz/ui/pages/in_room.py"/>
        <source>Not all panes have room: choose which are shown</source>
        <translation>칸이 다 들어갈 자리가 없습니다. 보일 칸을 고르세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/in_room.py"/>
        <source>Panes in sight: {0} of {1}</source>
        <translation>보이는 칸: {1}개 중 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/in_room.py"/>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>It has {0} characters; at most {1} are read. Paste the lines of optimizer and scheduler.</source>
        <translation>글이 {0}자인데, 읽을 수 있는 것은 {1}자까지입니다. 옵티마이저와 스케줄러 줄만 붙여넣으세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>It holds null bytes: it is no text.</source>
        <translation>널 바이트가 있어 글이 아닙니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>It names no optimizer and no scheduler. Code that makes them can be pasted.</source>
        <translation>옵티마이저도 스케줄러도 없습니다. 이들을 만드는 코드를 붙여넣으세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>Plan {0}</source>
        <translation>{0:으로} 계획하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>The clipboard</source>
        <translation>클립보드</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>The loops of {0} make {1}</source>
        <translation>{0}의 반복문은 {1:을} 만듭니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>The plan has {0}.</source>
        <translation>지금 계획은 {0}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>There is no text in it.</source>
        <translation>글이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>it is no text in UTF-8: line {0} isn’t</source>
        <translation>UTF-8 글이 아닙니다. {0}번째 줄을 읽을 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>paste {0}</source>
        <translation>{0} 붙여넣기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>{0} can’t be read</source>
        <translation>{0:을} 읽을 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/incoming.py"/>
        <source>{0} is no run</source>
        <translation>{0:은} 실행이 아닙니다</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <location filename="../../lrviz/ui/recovery/keeper.py"/>
        <source>lrviz can’t keep this session</source>
        <translation>lrviz가 이 세션을 보관할 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/recovery/keeper.py"/>
        <source>{0}. Save the session yourself: a crash would cost what is in no file.</source>
        <translation>{0}. 직접 저장하세요. 비정상 종료되면 파일에 없는 것을 잃습니다.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <location filename="../../lrviz/ui/find/pressing.py"/>
        <source>{0} goes on, takes or leaves what has the focus. Hold {1} or {2} too.</source>
        <translation>{0:은} 포커스가 있는 것을 옮기거나 받거나 나갑니다. {1:이나} {2:을} 함께 누르세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/pressing.py"/>
        <source>{0} moves things in lists and fields. Hold {1} or {2} too.</source>
        <translation>{0:은} 목록과 필드 안을 움직입니다. {1:이나} {2:을} 함께 누르세요.</translation>
    </message>
</context>
<context>
    <name>KeysDelegate</name>
    <message>
        <location filename="../../lrviz/ui/find/keys_rows.py"/>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Actions and their keys</source>
        <translation>동작과 키</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Add keys</source>
        <translation>키 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Change keys</source>
        <translation>키 바꾸기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Esc leaves its keys as they are.</source>
        <translation>Esc를 누르면 키를 그대로 둡니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Keys: {0}.</source>
        <translation>키: {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Keys: {0}. Its own: {1}.</source>
        <translation>키: {0}. 원래 키: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Leave it there</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Nothing is found by these words.</source>
        <translation>이 단어로는 찾은 것이 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Reset all</source>
        <translation>모두 되돌리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Search actions and keys</source>
        <translation>동작과 키 찾기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>Use it here</source>
        <translation>여기에 쓰기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>{0} acts while no field has the focus.</source>
        <translation>{0:은} 포커스가 있는 필드가 없을 때 작동합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_dialog.py"/>
        <source>{0} is “{1}”.</source>
        <translation>{0:은} “{1}”의 키입니다.</translation>
    </message>
</context>
<context>
    <name>KeysModel</name>
    <message>
        <location filename="../../lrviz/ui/find/keys_rows.py"/>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/find/keys_rows.py"/>
        <source>no keys</source>
        <translation>키 없음</translation>
    </message>
</context>
<context>
    <name>KnotsForm</name>
    <message>
        <location filename="../../lrviz/ui/form/knots_form.py"/>
        <source>Add knot</source>
        <translation>매듭 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/knots_form.py"/>
        <source>Remove knot {0}</source>
        <translation>매듭 {0} 제거</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/knots_form.py"/>
        <source>add knot</source>
        <translation>매듭 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/knots_form.py"/>
        <source>factor of knot {0}</source>
        <translation>매듭 {0}의 배수</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/knots_form.py"/>
        <source>knot</source>
        <translation>매듭</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/knots_form.py"/>
        <source>remove knot</source>
        <translation>매듭 제거</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/knots_form.py"/>
        <source>step of knot {0}</source>
        <translation>매듭 {0}의 스텝</translation>
    </message>
</context>
<context>
    <name>Knowing</name>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>MIT licence, © 2026 the lrviz authors. PySide6 and Qt: LGPL 3.</source>
        <translation>MIT 라이선스, © 2026 lrviz 저자들. PySide6와 Qt: LGPL 3.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>No program opens folders here</source>
        <translation>여기에는 폴더를 여는 프로그램이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>Races run on {0}.</source>
        <translation>경주는 {0}에서 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>Shows what a learning-rate schedule will do, before anyone spends GPU hours on it.</source>
        <translation>GPU 시간을 쓰기 전에, 학습률 스케줄이 무엇을 할지 보여 줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>Sources</source>
        <translation>출처</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>The diagnostics are on the clipboard</source>
        <translation>진단 정보를 클립보드에 복사했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>The digits are UCI’s and the diabetes data Efron’s, both by way of scikit-learn. Every card names where its subject was first described.</source>
        <translation>digits는 UCI의 것, diabetes 데이터는 Efron의 것으로 둘 다 scikit-learn에서 옮겼습니다. 카드마다 그 주제가 처음 발표된 곳을 적었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>The forecasts come from {0}.</source>
        <translation>예측의 출처는 {0}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/knowing.py"/>
        <source>Versions, settings and the last lines of the logs, without your name or folders.</source>
        <translation>버전, 설정, 로그의 마지막 줄. 이름과 폴더는 뺍니다.</translation>
    </message>
</context>
<context>
    <name>Law</name>
    <message>
        <location filename="../../lrviz/ui/views/law_words.py"/>
        <source>After each update, the loss above the minimum is at most half of D² over the sum of all rates so far, plus half of G² times the last rate and, for each rate before, its square over the sum of those that followed. D is how far the start is from the minimum, G how steep the loss is at most, T the updates.</source>
        <translation>업데이트마다 최솟값 위의 손실은 많아야 다음의 합입니다. D²을 지금까지의 학습률 합으로 나눈 것의 절반, 그리고 G²의 절반에 마지막 학습률과, 그 전의 학습률마다 그 제곱을 뒤따른 학습률의 합으로 나눈 것을 더해 곱한 것. D는 시작점에서 최솟값까지의 거리, G는 손실의 가장 가파른 기울기, T는 업데이트 수입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/law_words.py"/>
        <source>Source: {0}</source>
        <translation>출처: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/law_words.py"/>
        <source>The loss falls with a power of the sum of all rates so far, and by a share of the area that the falls of the rate have gathered since, which fades.</source>
        <translation>손실은 지금까지의 학습률 합의 거듭제곱으로 내려가고, 그 뒤 학습률이 내려가며 쌓인 넓이의 일부만큼 더 내려가는데, 그 효과는 점점 옅어집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/law_words.py"/>
        <source>The loss falls with a power of the sum of all rates so far, and each fall of the rate takes off more, by a power of the rates that followed it.</source>
        <translation>손실은 지금까지의 학습률 합의 거듭제곱으로 내려가고, 학습률이 내려갈 때마다 그 뒤의 학습률의 거듭제곱만큼 더 내려갑니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/law_words.py"/>
        <source>Two runs are ranked where their ends are more than {0} apart.</source>
        <translation>두 실행의 끝이 {0}보다 많이 떨어져 있을 때만 순위를 매깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/law_words.py"/>
        <source>peaks at {0}, would at {1}</source>
        <translation>지금 최고값 {0}, 바꾸면 {1}</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>Close without saving</source>
        <translation>저장하지 않고 닫기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>Keep racing</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>Save and close</source>
        <translation>저장하고 닫기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>Save changes, stop the race and close?</source>
        <translation>저장하고 경주를 멈춘 뒤 닫을까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>Save changes?</source>
        <translation>바뀐 내용을 저장할까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>Stop and close</source>
        <translation>멈추고 닫기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>Stop the race and close?</source>
        <translation>경주를 멈추고 닫을까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>The session has changes that are in no file yet.</source>
        <translation>세션에 아직 파일로 저장하지 않은 변경이 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>{0} of {1} step{1:|s} {0:is|are} done and will be kept.</source>
        <translation>{1}스텝 중 {0}스텝이 끝났고 기록은 남습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/leaving.py"/>
        <source>{0} of {1} step{1:|s} {0:is|are} done.</source>
        <translation>{1}스텝 중 {0}스텝이 끝났습니다.</translation>
    </message>
</context>
<context>
    <name>LengthRow</name>
    <message>
        <location filename="../../lrviz/ui/form/length_row.py"/>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/length_row.py"/>
        <source>Length of the plan</source>
        <translation>계획의 길이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/length_row.py"/>
        <source>Type it in any unit: 90 epochs, 300 B tokens or 1e6 steps</source>
        <translation>어떤 단위로든 입력하세요: 90 epochs, 300 B tokens, 1e6 steps</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/length_row.py"/>
        <source>{0} is less than one step</source>
        <translation>{0:은} 한 스텝보다 짧습니다</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message>
        <location filename="../../lrviz/ui/home/lesson_card.py"/>
        <source>A lesson that is being read</source>
        <translation>읽고 있는 레슨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/lesson_card.py"/>
        <source>done</source>
        <translation>마침</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/lesson_card.py"/>
        <source>left at step {0} of {1}</source>
        <translation>{1}단계 중 {0}단계까지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/lesson_card.py"/>
        <source>{0} min</source>
        <translation>{0}분</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Finish</source>
        <translation>마치기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Leave the lesson</source>
        <translation>레슨 나가기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Leave the lesson, back to {0}</source>
        <translation>레슨을 나가서 {0:으로} 돌아가기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Lesson: {0}</source>
        <translation>레슨: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Makes the experiment what it was at the beginning; undo brings yours back</source>
        <translation>실험을 처음 상태로 되돌려요. 실행 취소하면 바꾼 것이 돌아와요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Previous step</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Put the experiment back</source>
        <translation>실험 되돌리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>Racing: {0} of {1} step{1:|s}</source>
        <translation>경주 중: {1}스텝 중 {0}스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>The race</source>
        <translation>경주</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>What was measured</source>
        <translation>무엇을 측정했나</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/lesson_panel.py"/>
        <source>{0}. What was read before is shown on.</source>
        <translation>{0}. 앞서 읽은 내용을 계속 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>Loss</name>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>; {0} takes {1}.</source>
        <translation>. {0:은} {1:을} 차지합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>Add one to draw its loss.</source>
        <translation>추가하면 손실을 그려요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>At {0}, {1} is {2} and pushes with {3}, the same for all {4} run{4:|s}.</source>
        <translation>{0}에서 {1:은} {2:이고} {3:으로} 밉니다. 실행 {4}개 모두 같습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>At {0}, {1} is {2} and pushes with {3}.</source>
        <translation>{0}에서 {1:은} {2:이고} {3:으로} 밉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>At {0}, {1}.</source>
        <translation>{0}에서 {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>Counted on {0} {1}, as {2} sees them after {3} update{3:|s}.</source>
        <translation>{2:이} 업데이트 {3}번 뒤에 보는 {1} {0}개를 세었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>Every run walks down {0}: there are no answers that a loss could judge.</source>
        <translation>모든 실행이 {0:을} 걸어 내려갑니다. 손실이 채점할 답이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss.py"/>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss.py"/>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>Loss at {0} = {1}:</source>
        <translation>{0} = {1}에서의 손실:</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>No run is visible.</source>
        <translation>보이는 실행이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>No run yet.</source>
        <translation>아직 실행이 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>No run’s loss fits this problem.</source>
        <translation>어떤 실행의 손실도 이 문제에 맞지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>On a surface, the loss is the height itself.</source>
        <translation>곡면에서는 높이가 곧 손실입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>Open the eye of a run to draw its loss.</source>
        <translation>실행의 눈을 켜면 손실이 그려져요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>Race the runs to see where the training examples sit.</source>
        <translation>경주하면 학습 예제가 어디에 있는지 보여요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss.py"/>
        <source>Where the training set sits</source>
        <translation>학습 집합이 있는 곳</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>better document’s score minus the worse one’s</source>
        <translation>더 좋은 문서의 점수에서 더 나쁜 문서의 점수를 뺀 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>class {0}</source>
        <translation>클래스 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>difference d</source>
        <translation>차이 d</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>margin m</source>
        <translation>마진 m</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>margin of the right class’s logit</source>
        <translation>정답 클래스 로짓의 마진</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>of the output: how hard it is pulled back to the target</source>
        <translation>출력에 대해: 목표 쪽으로 얼마나 세게 당기는지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_sample.py"/>
        <source>of them the model is surest of something else</source>
        <translation>그중 모델이 다른 답을 가장 확신하는 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>on the better document’s score, upwards</source>
        <translation>더 좋은 문서의 점수에 대해, 위쪽으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>on the right class’s logit, upwards</source>
        <translation>정답 클래스의 로짓에 대해, 위쪽으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>output minus target</source>
        <translation>출력에서 목표를 뺀 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>pairs of documents</source>
        <translation>문서 쌍</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>probability given to the right class</source>
        <translation>정답 클래스에 준 확률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>probability p</source>
        <translation>확률 p</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/loss_words.py"/>
        <source>residual r</source>
        <translation>잔차 r</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_sample.py"/>
        <source>these lie furthest off</source>
        <translation>가장 멀리 빗나간 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_sample.py"/>
        <source>these pairs stand in the wrong order</source>
        <translation>순서가 뒤바뀐 쌍</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_sample.py"/>
        <source>these the model gets wrong</source>
        <translation>모델이 틀리는 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_sample.py"/>
        <source>{0} have {1} ({2})</source>
        <translation>{0}개가 {1} ({2})</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>{0} is not drawn: {1}.</source>
        <translation>{0:은} 그리지 않았습니다: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>{0} pushes with {1}</source>
        <translation>{0:은} {1:으로} 밉니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>{0} takes {1} of its gradient from the {2} it gets most wrong ({3}).</source>
        <translation>{0:은} 기울기의 {1:을} 가장 많이 틀리는 {2}({3})에서 얻습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_headline.py"/>
        <source>{0} trains with its loss from step {1} on, where it leaves {2}.</source>
        <translation>{0:은} {2}에서 갈라지는 {1}스텝부터 자신의 손실로 학습합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss.py"/>
        <source>{0} {1}, {2} after {3} update{3:|s}</source>
        <translation>{1} {0}개, 업데이트 {3}번 뒤의 {2}</translation>
    </message>
</context>
<context>
    <name>LossTable</name>
    <message>
        <location filename="../../lrviz/ui/views/loss_table.py"/>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_table.py"/>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_table.py"/>
        <source>Loss at {0}</source>
        <translation>{0}에서의 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_table.py"/>
        <source>Losses</source>
        <translation>손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_table.py"/>
        <source>Median {0}</source>
        <translation>{0} 중앙값</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_table.py"/>
        <source>Share of gradient</source>
        <translation>기울기에서 차지하는 몫</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/loss_table.py"/>
        <source>the height</source>
        <translation>높이</translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message>
        <location filename="../../lrviz/ui/pages/markers.py"/>
        <source>Another place for {0}</source>
        <translation>{0}의 다른 자리</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/markers.py"/>
        <source>Drag it, use the arrow keys (Shift: by 10), or type a number.</source>
        <translation>끌거나, 화살표 키(Shift: 10씩)를 쓰거나, 숫자를 입력하세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/markers.py"/>
        <source>Drag it, use the arrow keys (Shift: by 10), or type a step; a rate. Delete or a double click removes it.</source>
        <translation>끌거나, 화살표 키(Shift: 10씩)를 쓰거나, "스텝; 학습률"을 입력하세요. Delete나 두 번 누르기로 없앱니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/markers.py"/>
        <source>add a knot</source>
        <translation>매듭 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/marked.py"/>
        <source>knot</source>
        <translation>매듭</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/parts.py"/>
        <source>leaves {0} after</source>
        <translation>{0}에서 갈라지는 곳</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/marked.py"/>
        <source>milestone</source>
        <translation>마일스톤</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/markers.py"/>
        <source>move {0}</source>
        <translation>{0} 옮기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/marked.py"/>
        <source>peak</source>
        <translation>최고점</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/markers.py"/>
        <source>remove a knot</source>
        <translation>매듭 제거</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/marked.py"/>
        <source>the rate of a knot must be at least 0</source>
        <translation>매듭의 학습률은 0 이상이어야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/marked.py"/>
        <source>{0} more here</source>
        <translation>여기에 {0}개 더</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/marked.py"/>
        <source>{0} must be a whole number from {1} to {2}</source>
        <translation>{0:은} {1} 이상 {2} 이하의 정수여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/marked.py"/>
        <source>{0} must be a whole number of at least {1}</source>
        <translation>{0:은} {1} 이상의 정수여야 합니다</translation>
    </message>
</context>
<context>
    <name>Meanings</name>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>A training log, for the forecast</source>
        <translation>학습 로그, 예측에 쓰기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>Data to learn from</source>
        <translation>학습할 데이터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>Draws {0} by at most {1} knot{1:|s} each.</source>
        <translation>저마다 매듭 {1}개까지로 {0:을} 그립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>Fits a law to {0} over {1} update{1:|s}.</source>
        <translation>업데이트 {1}번의 {0}에 법칙을 맞춥니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>Learning rates, as runs</source>
        <translation>학습률, 실행으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>No column holds numbers for it.</source>
        <translation>이를 위한 숫자 열이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>No column is called lr or learning_rate.</source>
        <translation>lr 또는 learning_rate라는 열이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>No run listens to one. ReduceLROnPlateau does.</source>
        <translation>지표를 듣는 실행이 없습니다. ReduceLROnPlateau는 듣습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>Opens the choice of columns for {0} row{0:|s}.</source>
        <translation>행 {0}개에서 열을 고르게 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>Tells them {0}, from {1} to {2}.</source>
        <translation>{1}부터 {2}까지의 {0:을} 들려줍니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>The metric that schedulers listen to</source>
        <translation>스케줄러가 듣는 지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/meanings.py"/>
        <source>This needs columns lr and loss over {0} update{0:|s}.</source>
        <translation>업데이트 {0}번에 걸친 lr와 loss 열이 필요합니다.</translation>
    </message>
</context>
<context>
    <name>MeasuredList</name>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>It stopped: {0}.</source>
        <translation>멈췄습니다: {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>Measure again</source>
        <translation>다시 측정</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>Measuring again</source>
        <translation>다시 측정하는 중</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>The caveat</source>
        <translation>주의할 점</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>Trained here with seeds {0} to {1}.</source>
        <translation>시드 {0}–{1:으로} 여기서 학습했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>Training with seeds {0} to {1} …</source>
        <translation>시드 {0}–{1:으로} 학습하는 중 …</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>Trains every scene here with seeds it was never measured with</source>
        <translation>한 번도 쓰지 않은 시드로 모든 장면을 여기서 학습해요</translation>
    </message>
</context>
<context>
    <name>MeasuredRow</name>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>did not hold here</source>
        <translation>여기서는 성립하지 않았습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>held here</source>
        <translation>여기서도 성립했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>held here in {0} of {1} seed{1:|s}</source>
        <translation>여기서는 시드 {1}개 중 {0}개에서 성립했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/measured_list.py"/>
        <source>holds in at least {0} of {1} seed{1:|s}</source>
        <translation>시드 {1}개 중 적어도 {0}개에서 성립합니다</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <location filename="../../lrviz/ui/views/metric.py"/>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/metric.py"/>
        <source>drawn by hand</source>
        <translation>손으로 그림</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/metric.py"/>
        <source>raced: training loss, told once a batch</source>
        <translation>경주: 배치마다 알려 준 학습 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/metric.py"/>
        <source>raced: validation loss once an epoch, training loss once a batch</source>
        <translation>경주: 에폭마다 검증 손실, 배치마다 학습 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/metric.py"/>
        <source>raced: validation loss, told once an epoch</source>
        <translation>경주: 에폭마다 알려 준 검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/metric.py"/>
        <source>sampled: cuts may lie elsewhere</source>
        <translation>표본: 낮아지는 곳이 다를 수 있음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/metric.py"/>
        <source>supposed: {0}</source>
        <translation>가정: {0}</translation>
    </message>
</context>
<context>
    <name>MetricBar</name>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Drag in the pane to draw. Esc ends it.</source>
        <translation>칸에서 끌어 그리세요. Esc를 누르면 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Draw the metric by hand</source>
        <translation>지표를 손으로 그리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Draw the metric by hand  D</source>
        <translation>지표를 손으로 그리기  D</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Metric that schedulers are told</source>
        <translation>스케줄러가 듣는 지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Race a run whose scheduler listens first</source>
        <translation>지표를 듣는 스케줄러의 실행을 먼저 경주하세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Raced</source>
        <translation>경주</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Supposed</source>
        <translation>가정</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Supposed: one metric for all runs, before a race. Raced: what each scheduler was told in its race.</source>
        <translation>가정: 경주 전에, 모든 실행에 같은 지표. 경주: 각 스케줄러가 경주에서 들은 것.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>Values can be typed too: in the run’s form, under “Metric it is told”.</source>
        <translation>값을 입력할 수도 있어요. 실행 양식의 "듣는 지표"에 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/metric_bar.py"/>
        <source>draw the metric</source>
        <translation>지표 그리기</translation>
    </message>
</context>
<context>
    <name>MetricForm</name>
    <message>
        <location filename="../../lrviz/ui/form/metric_form.py"/>
        <source>Clear drawing</source>
        <translation>그림 지우기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/metric_form.py"/>
        <source>Metric it is told</source>
        <translation>듣는 지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/metric_form.py"/>
        <source>Supposed, the same for all runs. A race tells the validation loss once an epoch, or the training loss once a batch.</source>
        <translation>가정한 지표로, 모든 실행에 같습니다. 경주에서는 에폭마다 검증 손실을, 또는 배치마다 학습 손실을 듣습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/metric_form.py"/>
        <source>metric</source>
        <translation>지표</translation>
    </message>
</context>
<context>
    <name>ModelFileRow</name>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>A .py file with a function that returns an nn.Module.</source>
        <translation>nn.Module을 돌려주는 함수가 있는 .py 파일.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Choose a file</source>
        <translation>파일 고르기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Choose your model</source>
        <translation>모델 고르기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Function</source>
        <translation>함수</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Put this file where you can edit it, and use it from there.</source>
        <translation>이 파일을 고칠 수 있는 곳에 두고, 거기서 써요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Python (*.py);;All files (*)</source>
        <translation>Python (*.py);;모든 파일 (*)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Save a copy</source>
        <translation>사본 저장</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Save a copy of the model</source>
        <translation>모델의 사본 저장</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>Take over what has changed in the file since it was chosen.</source>
        <translation>고른 뒤에 파일에서 바뀐 것을 받아들여요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/model_file_row.py"/>
        <source>{0} wasn’t written: {1}.</source>
        <translation>{0:을} 저장하지 못했습니다: {1}.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <location filename="../../lrviz/ui/controls/notice.py"/>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <location filename="../../lrviz/ui/pages/overlays.py"/>
        <source>A schedule of drawn knots takes one at the cursor’s step.</source>
        <translation>손으로 그린 매듭의 스케줄이면 커서의 스텝에 매듭을 더해요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/corner.py"/>
        <source>Go on scanning</source>
        <translation>계속 훑기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/page.py"/>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/page.py"/>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/page.py"/>
        <source>No baseline yet</source>
        <translation>아직 기준이 없어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/page.py"/>
        <source>No update weights to show yet</source>
        <translation>아직 보일 업데이트 비중이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/overlays.py"/>
        <source>Nothing can be forecast yet</source>
        <translation>아직 예측할 수 있는 것이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/page.py"/>
        <source>Panes</source>
        <translation>칸</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/corner.py"/>
        <source>Stop scanning</source>
        <translation>훑기 멈추기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/overlays.py"/>
        <source>There is no knot to add here</source>
        <translation>여기에는 더할 매듭이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/page.py"/>
        <source>{0} pins the selected run.</source>
        <translation>{0:을} 누르면 선택한 실행을 고정해요.</translation>
    </message>
</context>
<context>
    <name>Panorama</name>
    <message>
        <location filename="../../lrviz/ui/views/panorama.py"/>
        <source>Nobody has walked here yet.</source>
        <translation>아직 아무도 여기를 걷지 않았어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panorama.py"/>
        <source>Race the runs to see where they go.</source>
        <translation>경주하면 어디로 가는지 보여요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panorama.py"/>
        <source>start {0}</source>
        <translation>시작 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panorama.py"/>
        <source>{0} changed since this race.</source>
        <translation>이 경주 뒤에 {0:이} 바뀌었습니다.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>As on screen</source>
        <translation>화면 그대로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>Own size</source>
        <translation>원하는 크기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>Paper, one column</source>
        <translation>논문, 한 단</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>Paper, two columns</source>
        <translation>논문, 두 단</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>Slide, 16:9</source>
        <translation>슬라이드, 16:9</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>Square</source>
        <translation>정사각형</translation>
    </message>
</context>
<context>
    <name>PartBody</name>
    <message>
        <location filename="../../lrviz/ui/form/part_form.py"/>
        <source>Part</source>
        <translation>파트</translation>
    </message>
</context>
<context>
    <name>PartForm</name>
    <message>
        <location filename="../../lrviz/ui/form/part_form.py"/>
        <source>in a chain</source>
        <translation>체인 안</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/part_form.py"/>
        <source>never runs</source>
        <translation>실행되지 않음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/part_form.py"/>
        <source>schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/part_form.py"/>
        <source>{0} {1} to {2}</source>
        <translation>{0} {1}부터 {2}까지</translation>
    </message>
</context>
<context>
    <name>PartHead</name>
    <message>
        <location filename="../../lrviz/ui/form/part_head.py"/>
        <source>Actions for {0}</source>
        <translation>{0}에 할 수 있는 일</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/part_head.py"/>
        <source>Drag to reorder, or {0} and {1}.</source>
        <translation>끌어서 순서를 바꾸거나, {0:과} {1:을} 쓰세요.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <location filename="../../lrviz/ui/views/parts.py"/>
        <source>resumed: {0}</source>
        <translation>재개: {0}</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <location filename="../../lrviz/ui/lesson/player.py"/>
        <source>First open</source>
        <translation>첫 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/player.py"/>
        <source>the lesson’s own experiment</source>
        <translation>레슨의 실험</translation>
    </message>
</context>
<context>
    <name>PopUp</name>
    <message>
        <location filename="../../lrviz/ui/controls/popup.py"/>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <location filename="../../lrviz/ui/showing/presentation.py"/>
        <source>Esc leaves, 1 to 9 show and hide runs, {0} and {1} show one pane alone, {2} flips the theme.</source>
        <translation>Esc로 나가기, 1~9로 실행 보이기와 숨기기, {0:과} {1:으로} 칸 하나만 보기, {2:으로} 테마 바꾸기.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/presentation.py"/>
        <source>Presenting</source>
        <translation>발표 중</translation>
    </message>
</context>
<context>
    <name>PresetDialog</name>
    <message>
        <location filename="../../lrviz/ui/panels/preset_dialog.py"/>
        <source>Add as run</source>
        <translation>실행으로 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/preset_dialog.py"/>
        <source>Learning rate of {0}</source>
        <translation>{0}의 학습률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/preset_dialog.py"/>
        <source>Open with its plan</source>
        <translation>계획까지 열기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/preset_dialog.py"/>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/preset_dialog.py"/>
        <source>Search presets</source>
        <translation>프리셋 찾기</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <location filename="../../lrviz/ui/panels/problem_card.py"/>
        <source>Problem: {0}</source>
        <translation>문제: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/problem_card.py"/>
        <source>{0}
Click to change the data, the model and the plan.</source>
        <translation>{0}
누르면 데이터, 모델, 계획을 바꿀 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/problem_card.py"/>
        <source>{0} · batch {1} · {2}</source>
        <translation>{0} · 배치 {1} · {2}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/problem_card.py"/>
        <source>{0}-step miniature of {1} step{1:|s}</source>
        <translation>{1}스텝의 {0}스텝 축소판</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <location filename="../../lrviz/ui/panels/problem_dialog.py"/>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/problem_dialog.py"/>
        <source>Problem and plan</source>
        <translation>문제와 계획</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/problem_dialog.py"/>
        <source>Revert</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/problem_dialog.py"/>
        <source>revert the problem</source>
        <translation>문제 되돌리기</translation>
    </message>
</context>
<context>
    <name>ProblemForm</name>
    <message>
        <location filename="../../lrviz/ui/form/problem_form.py"/>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/problem_form.py"/>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/problem_form.py"/>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/problem_form.py"/>
        <source>{0} leaves after {1} step{1:|s}: the plan must be longer</source>
        <translation>{0:이} {1}스텝 뒤에 갈라집니다. 계획은 그보다 길어야 합니다</translation>
    </message>
</context>
<context>
    <name>QuantityBar</name>
    <message>
        <location filename="../../lrviz/ui/panels/quantity_bar.py"/>
        <source>Looked at along</source>
        <translation>무엇을 따라 볼지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/quantity_bar.py"/>
        <source>Place along the loss</source>
        <translation>손실 위의 자리</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/quantity_bar.py"/>
        <source>← → move it by a hundredth, with Shift by a tenth</source>
        <translation>← → 로 100분의 1씩, Shift와 함께 10분의 1씩 옮깁니다</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <location filename="../../lrviz/ui/panels/questions.py"/>
        <source>Value of {0}</source>
        <translation>{0}의 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/questions.py"/>
        <source>line {0}</source>
        <translation>{0}번째 줄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/questions.py"/>
        <source>{0} as last time</source>
        <translation>지난번처럼 {0}</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <location filename="../../lrviz/ui/panels/questions.py"/>
        <source>Optimizer of {0}</source>
        <translation>{0}의 옵티마이저</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/questions.py"/>
        <source>line {0}: {1}</source>
        <translation>{0}번째 줄: {1}</translation>
    </message>
</context>
<context>
    <name>Races</name>
    <message>
        <location filename="../../lrviz/ui/racing/raced.py"/>
        <source>A race sees {0} example{0:|s} in place of the {1} planned, and {2} an update in place of {3}.</source>
        <translation>경주는 계획한 예제 {1}개 대신 {0}개를 보고, 업데이트마다 {3}개 대신 {2}개를 봅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/raced.py"/>
        <source>A race sees {0} example{0:|s} in place of the {1} planned.</source>
        <translation>경주는 계획한 예제 {1}개 대신 {0}개를 봅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/mishaps.py"/>
        <source>It didn’t stop within {0} second{0:|s}, so its process was replaced. {1:The|All} {1} step{1:|s} {1:is|are} kept.</source>
        <translation>{0}초 안에 멈추지 않아 프로세스를 바꿨습니다. {1}스텝까지의 기록은 남아 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/mishaps.py"/>
        <source>No race was running.</source>
        <translation>진행 중인 경주는 없었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/races.py"/>
        <source>No run to race</source>
        <translation>경주할 실행이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/races.py"/>
        <source>Show a run, or add one.</source>
        <translation>실행을 보이게 하거나 추가하세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/races.py"/>
        <source>The race stopped</source>
        <translation>경주가 멈췄습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/mishaps.py"/>
        <source>The race was ended</source>
        <translation>경주를 끝냈습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/mishaps.py"/>
        <source>Training can’t start</source>
        <translation>학습을 시작할 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/mishaps.py"/>
        <source>Training restarted after a crash</source>
        <translation>학습 프로세스가 죽어 다시 시작했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/racing/mishaps.py"/>
        <source>{0:The|All} {0} step{0:|s} {0:is|are} kept.</source>
        <translation>{0}스텝까지의 기록은 모두 남아 있습니다.</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n일 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n시간 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n분 전</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>an hour ago</source>
        <translation>1시간 전</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>d MMM yyyy</source>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>yesterday</source>
        <translation>어제</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <location filename="../../lrviz/ui/home/recent_row.py"/>
        <source>no longer there</source>
        <translation>더 이상 없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/recent_row.py"/>
        <source>{0} in {1}, {2}</source>
        <translation>{0}, {1}, {2}</translation>
    </message>
</context>
<context>
    <name>Reckoning</name>
    <message>
        <location filename="../../lrviz/ui/compared/reckoning.py"/>
        <source>The numbers are on the clipboard as {0}</source>
        <translation>숫자를 {0} 형식으로 클립보드에 복사했습니다</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <location filename="../../lrviz/ui/remedies.py"/>
        <source>Apply the fix of {0}</source>
        <translation>{0}의 수정 적용</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/remedies.py"/>
        <source>Apply: {0}</source>
        <translation>적용: {0}</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>A run as a plain PyTorch script that needs no lrviz</source>
        <translation>lrviz 없이도 도는 순수 PyTorch 스크립트인 실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>After the last update; best of each column marked.</source>
        <translation>마지막 업데이트 뒤의 값. 열마다 최고를 표시했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Data of the race</source>
        <translation>경주 데이터</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Do it again</source>
        <translation>다시 해 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Drag over a plot to zoom, double-click to see all; a run’s name hides it.</source>
        <translation>그림을 끌면 확대하고, 두 번 누르면 전체를 봅니다. 실행 이름을 누르면 숨깁니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Findings</source>
        <translation>진단</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Keep every loss and metric</source>
        <translation>모든 손실과 지표 담기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Made</source>
        <translation>만든 때</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Made by lrviz. Nothing on this page was loaded from anywhere.</source>
        <translation>lrviz로 만들었습니다. 이 페이지는 어디에서도 아무것도 불러오지 않았습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Means over {0} seeds.</source>
        <translation>시드 {0}개의 평균.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>No run</source>
        <translation>실행 없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>One plot a run</source>
        <translation>실행마다 그림 하나</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Open this session in the window</source>
        <translation>이 세션을 창에서 열기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Race it, and make this page anew</source>
        <translation>경주하고 이 페이지를 새로 만들기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Raced</source>
        <translation>경주한 때</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Read against</source>
        <translation>비교 기준</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Save losses and metrics (CSV)</source>
        <translation>손실과 지표 저장 (CSV)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Save the rates (CSV)</source>
        <translation>학습률 저장 (CSV)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Save the rates at every {0} step{0:|s} (CSV)</source>
        <translation>{0}스텝마다의 학습률 저장 (CSV)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Save the session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Seeds</source>
        <translation>시드</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Show all</source>
        <translation>모두 보이기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>The session</source>
        <translation>세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>This page is a session file too: open it in lrviz, or paste these lines there.</source>
        <translation>이 페이지는 세션 파일이기도 합니다. lrviz에서 열거나, 이 줄들을 붙여넣으세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Trained on</source>
        <translation>학습한 곳</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Where and with what</source>
        <translation>어디서 무엇으로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>Where scripts may run, the curves can be read with a cursor.</source>
        <translation>스크립트가 돌 수 있는 곳에서는 커서로 곡선을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>Where they ended</source>
        <translation>끝난 곳</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>a miniature of {0} step{0:|s}</source>
        <translation>{0}스텝의 축소판</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>nothing is trained</source>
        <translation>학습한 것이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>scale of values</source>
        <translation>값의 축</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>{0} and {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>{0} on {1}</source>
        <translation>{1}의 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <source>{0} run{0:|s}</source>
        <translation>실행 {0}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>{0} step{0:|s} of {1} example{1:|s}, {2} epoch{2:|s}; validated every {3} step{3:|s}</source>
        <translation>예제 {1}개씩 {0}스텝, {2}에폭. {3}스텝마다 검증</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/numbers.py"/>
        <source>{0} · batch {1} · {2} step{2:|s}</source>
        <translation>{0} · 배치 {1} · {2}스텝</translation>
    </message>
</context>
<context>
    <name>ResumedForm</name>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>Don’t resume</source>
        <translation>재개하지 않기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>Keep the new scheduler alone, as if it had been there from the start.</source>
        <translation>처음부터 있었던 것처럼 새 스케줄러만 남겨요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>Keep the old scheduler alone.</source>
        <translation>이전 스케줄러만 남겨요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>Once it is resumed</source>
        <translation>재개한 뒤</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>Only the new one</source>
        <translation>새것만</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>The new scheduler begins at its own step 0, from the base rate that the optimizer remembers.</source>
        <translation>새 스케줄러는 옵티마이저가 기억하는 기준 학습률에서 자신의 0스텝부터 시작합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>The new scheduler is given the old one’s state, and with it the old horizon: of its own fields only functions count.</source>
        <translation>새 스케줄러가 이전 것의 상태를, 따라서 이전 길이까지 받습니다. 자신의 필드 중에서는 함수만 쓰입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>The new scheduler is made on an optimizer whose rates weren’t loaded, and stepped as often as the old one was.</source>
        <translation>학습률을 불러오지 않은 옵티마이저에 새 스케줄러를 만들고, 이전 것이 밟은 만큼 스텝을 밟습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>The new scheduler is made with last_epoch, one step before: it sets the rate by its own formula, or multiplies on from the old rate.</source>
        <translation>새 스케줄러를 한 스텝 전의 last_epoch로 만듭니다. 자신의 식으로 학습률을 정하거나, 이전 학습률에서 이어 곱합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>Until it was stopped</source>
        <translation>멈출 때까지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>don’t resume</source>
        <translation>재개하지 않기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>new scheduler</source>
        <translation>새 스케줄러</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/resumed_form.py"/>
        <source>old scheduler</source>
        <translation>이전 스케줄러</translation>
    </message>
</context>
<context>
    <name>RunDelegate</name>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>Compare all runs with {0}</source>
        <translation>모든 실행을 {0:과} 비교하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>Compare with {0} no longer</source>
        <translation>{0:과} 비교하지 않기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>Name of the run</source>
        <translation>실행 이름</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>{0}: {1}. {2} renames, {3} shows or hides, {4} shows only this one, {5} compares with it.</source>
        <translation>{0}: {1}. {2:으로} 이름 바꾸기, {3:으로} 보이기 또는 숨기기, {4:으로} 이것만 보이기, {5:으로} 비교하기.</translation>
    </message>
</context>
<context>
    <name>RunForm</name>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>Branch</source>
        <translation>갈래</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>Early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>Metric it is told</source>
        <translation>듣는 지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>One step every</source>
        <translation>스텝 간격</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>Parameter groups</source>
        <translation>파라미터 그룹</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>The scheduler steps every</source>
        <translation>스케줄러가 스텝을 밟는 간격</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>a run of its own</source>
        <translation>독립된 실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/run_form.py"/>
        <source>{0} takes only {1}. Frozen: {2}.</source>
        <translation>{0:은} {1}만 받습니다. 동결됨: {2}.</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <location filename="../../lrviz/ui/panels/run_list.py"/>
        <source>It must be {0}.</source>
        <translation>{0:이어야} 합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_list.py"/>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>at {0}: {1}</source>
        <translation>{0}에서: {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>no scheduler</source>
        <translation>스케줄러 없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>not read yet</source>
        <translation>아직 읽지 않음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>stale · {0}</source>
        <translation>오래됨 · {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>unchanged</source>
        <translation>그대로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_row.py"/>
        <source>{0} · {1} part{1:|s}</source>
        <translation>{0} · 파트 {1}개</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <location filename="../../lrviz/ui/panels/run_list.py"/>
        <source>baseline</source>
        <translation>기준</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_list.py"/>
        <source>branch of {0}</source>
        <translation>{0}의 갈래</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_list.py"/>
        <source>changed since its race</source>
        <translation>경주 뒤에 바뀜</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_list.py"/>
        <source>hidden</source>
        <translation>숨김</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_list.py"/>
        <source>rename {0}</source>
        <translation>{0} 이름 바꾸기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/run_list.py"/>
        <source>“{0}” can’t be the name</source>
        <translation>쓸 수 없는 이름입니다: “{0}”</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source> ({name}: {unfit_to_give})</source>
        <translation> ({name}: {unfit_to_give})</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/decisions.py"/>
        <source> ({values})</source>
        <translation> ({values})</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/solo.py"/>
        <source> in {name}, which it comes from</source>
        <translation> (이 실행이 갈라져 나온 {name}에서)</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr106_get_lr.py"/>
        <source>, as {given} at step {step}, where the optimizer uses {used}</source>
        <translation>. {step}스텝에 {given}인데, 옵티마이저는 {used:을} 씁니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/irregular.py"/>
        <source>. Within an epoch the rate really goes on, by up to {most:.3g}, and each restart comes an update later</source>
        <translation>. 한 에폭 안에서 실제 학습률은 많게는 {most:.3g}만큼 이어지고, 재시작마다 업데이트 하나씩 늦습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cycles.py"/>
        <source>1, or at least {near} away from it, since cycles that hardly differ can't be counted</source>
        <translation>1이거나 1에서 {near} 이상 떨어진 값. 거의 같은 주기는 셀 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/__init__.py"/>
        <source>; choose the data anew</source>
        <translation>. 데이터를 새로 고르세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>; it seems to be cut off</source>
        <translation>. 중간에 잘린 것 같습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/reading.py"/>
        <source>; say what it is: </source>
        <translation>. 무엇인지 적으세요: </translation>
    </message>
    <message>
        <location filename="../../lrviz/modelfile.py"/>
        <location filename="../../lrviz/source/frames/libraries/timms.py"/>
        <source>; the nearest is {close}</source>
        <translation>. 가장 가까운 것은 {close}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/bound.py"/>
        <source>A bound from the shape alone, at its best peak rate, for SGD on a convex loss.</source>
        <translation>SGD와 볼록한 손실에서, 최적의 최고 학습률일 때 곡선 모양만으로 구한 상한.</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>A tenth of the rate at which the loss is lowest.</source>
        <translation>손실이 가장 낮은 학습률의 10분의 1.</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>Above the cliff as often as not, and up to 0.7 decades apart from seed to seed.</source>
        <translation>절반쯤은 절벽을 넘어서고, 시드마다 0.7자릿수까지 벌어집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/calibration_error.py"/>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>Always some 10⁻⁴ on batch losses, whatever was trained: where lr is small, any fall is steep. On validation losses up to 2 decades apart.</source>
        <translation>배치 손실에서는 무엇을 학습하든 늘 10⁻⁴ 부근입니다. lr이 작은 곳에서는 조금만 내려가도 가파르기 때문입니다. 검증 손실에서는 2자릿수까지 벌어집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>Among the best rates for SGD with momentum, some 7× low without it, some 2× high for Adam.</source>
        <translation>모멘텀이 있는 SGD에서는 가장 좋은 학습률에 들고, 모멘텀이 없으면 7배쯤 낮으며, Adam에서는 2배쯤 높습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/cnn.py"/>
        <source>CNN pools {channels}×, and {rows}×{columns} pixels can be halved {halvings}×</source>
        <translation>CNN은 {channels}번 풀링하는데, {rows}×{columns} 픽셀은 {halvings}번 반으로 줄일 수 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/cnn.py"/>
        <source>CNN takes one picture at a time, not a query of many documents</source>
        <translation>CNN은 그림을 하나씩 받고, 문서가 많은 질의는 받지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/custom_loss.py"/>
        <source>CustomLoss uses {names}; data that ask for {nouns} have {names2}</source>
        <translation>CustomLoss는 {names:을} 쓰는데, {nouns:을} 묻는 데이터에는 {names2:이} 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>Fitted to {points} losses of {runs} run{runs:|s}; {off}</source>
        <translation>실행 {runs}개의 손실 {points}개에 맞췄습니다. {off}</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/annealing.py"/>
        <source>For a language model of {size} parameters (AdamW, peak 0.0003), fitted here: another model’s level differs.</source>
        <translation>파라미터 {size}개 언어 모델(AdamW, 최고값 0.0003)의 것을 여기에 맞췄습니다. 다른 모델의 수준은 다릅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/multi_power.py"/>
        <source>For a language model of {size} parameters (AdamW, peak 0.0003): another model’s level differs.</source>
        <translation>파라미터 {size}개 언어 모델(AdamW, 최고값 0.0003)의 것입니다. 다른 모델의 수준은 다릅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>From 0.4 to 1 decade apart from seed to seed: what is even is a fixed number, whatever the loss.</source>
        <translation>시드마다 0.4~1자릿수 벌어집니다. 손실이 어떻든 고른 경사의 기준이 정해진 숫자이기 때문입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/resumption.py"/>
        <source>KeyError: {missing}</source>
        <translation>KeyError: {missing}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/lightning.py"/>
        <source>Lightning steps this scheduler once in {every} of its {interval}s; it is drawn stepped in each</source>
        <translation>Lightning은 이 스케줄러를 {interval} {every}번에 한 번 밟습니다. 여기서는 매번 밟는 것으로 그렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>Low by up to 13×, on validation losses by up to 320×, but the steadiest from seed to seed (0.04 to 0.26 decades apart), and it never diverged.</source>
        <translation>최대 13배, 검증 손실에서는 320배까지 낮게 잡지만, 시드 사이의 차이가 가장 작고(0.04~0.26자릿수) 발산한 적이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/mlp.py"/>
        <source>MLP with BatchNorm1d takes a query's documents for features; LayerNorm tells them apart</source>
        <translation>BatchNorm1d가 있는 MLP는 질의의 문서를 특성으로 봅니다. LayerNorm은 둘을 구별합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr118_muon_given_vectors.py"/>
        <source>Muon takes matrices only, and {params} gives it those of {vectors} too: torch raises a ValueError; give it the parameters with ndim == 2, and the others to AdamW</source>
        <translation>Muon은 행렬만 받는데, {params:은} {vectors}의 파라미터까지 줍니다. torch가 ValueError를 냅니다. ndim == 2인 파라미터를 주고 나머지는 AdamW에 주세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/average_precision.py"/>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/bound.py"/>
        <source>Raced on noisy digits, 12 shapes at 6 peak rates each, 10 paired seeds, SGD with momentum 0.9, each shape at the peak rate that trained best. Over 440 updates constant, step and cosine end in the bound’s order in 10 of 10 seeds, and so does every pair of smooth shapes that it sets 10 % apart or more; closer ones don’t: linear, 3 % below cosine by the bound, had the lower training loss in 1 of 10. Over 1760 updates, where the wrong labels are learned by heart, a constant rate still ends above step, step above cosine and cosine above linear, but late decays end lowest (WSD 0.49, cosine 0.59), 5 to 8 % above them by the bound, and an exponential decay above the constant rate, 32 % below it by the bound; on held-out loss few shapes could be told apart. A late cliff is better than the bound says: a tenth of the rate in the last tenth of the run, 15 % above the cosine, trained level with it or below. Best peaks carried from the cosine were within a factor of 2 of those found by sweeping.</source>
        <translation>잡음이 있는 digits에서, 모양 12개를 최고값 6개씩, 짝지은 시드 10개로, 모멘텀 0.9인 SGD로 경주했고, 모양마다 가장 잘 학습된 최고값을 썼습니다. 업데이트 440번에서 constant, step, cosine은 시드 10개 중 10개에서 상한의 순서대로 끝나고, 상한이 10 % 이상 벌려 놓는 매끄러운 모양의 쌍도 모두 그렇습니다. 더 가까운 쌍은 아닙니다. 상한이 cosine보다 3 % 낮은 linear는 10개 중 1개에서 학습 손실이 더 낮았습니다. 틀린 레이블까지 외우는 업데이트 1760번에서도 일정한 학습률은 step 위에서, step은 cosine 위에서, cosine은 linear 위에서 끝나지만, 늦은 감쇠가 가장 낮게 끝나고(WSD 0.49, cosine 0.59) 이는 상한으로는 5~8 % 높은 것이며, 지수 감쇠는 상한으로는 32 % 낮은데도 일정한 학습률 위에서 끝납니다. 따로 둔 손실에서는 구별되는 모양이 적었습니다. 늦은 절벽은 상한보다 낫습니다. 마지막 10분의 1에서 학습률을 10분의 1로 줄인 것은 상한으로 cosine보다 15 % 높지만, 비슷하거나 더 낮게 학습되었습니다. cosine에서 옮긴 최적의 최고값은 직접 훑어 찾은 것과 2배 안이었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <source>SGD and its kin</source>
        <translation>SGD 계열의 옵티마이저</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>The middle of the longest fall (fastai’s choice).</source>
        <translation>가장 긴 하강의 가운데 (fastai의 선택).</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/roc_auc.py"/>
        <source>True positive rate</source>
        <translation>참 양성률</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>Where a window that slides down from the highest rate first finds an even slope (fastai’s too).</source>
        <translation>가장 높은 학습률에서 미끄러져 내려오는 창이 처음으로 고른 경사를 만나는 곳 (역시 fastai).</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>Where the loss falls fastest along log lr.</source>
        <translation>log lr을 따라 손실이 가장 빨리 내려가는 곳.</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>Where the loss falls fastest along lr itself.</source>
        <translation>lr 자체를 따라 손실이 가장 빨리 내려가는 곳.</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>`{name}` can’t take 1 argument</source>
        <translation>`{name}`에는 인자 1개를 줄 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>`{name}` can’t take {count} arguments</source>
        <translation>`{name}`에는 인자 {count}개를 줄 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>`{name}` is a function: write {name}(…)</source>
        <translation>`{name}`: 함수입니다. {name}(…)로 쓰세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>`{name}` takes plain arguments only</source>
        <translation>`{name}`: 그냥 적은 인자만 받습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pgfplots/document.py"/>
        <source>a .tex file holds plots, and this view shows none: choose .svg or .pdf</source>
        <translation>.tex 파일에는 그림이 담기는데 이 보기에는 없습니다. .svg나 .pdf를 고르세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/linter.py"/>
        <source>a Result of lrviz.train, or None</source>
        <translation>lrviz.train의 Result 또는 None</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/write.py"/>
        <source>a Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <location filename="../../lrviz/experiment.py"/>
        <source>a Run, or the text of one</source>
        <translation>Run 또는 그것의 글</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/write.py"/>
        <source>a branch's scheduler is stepped as if it had been there from the start</source>
        <translation>갈래의 스케줄러는 처음부터 있었던 것처럼 스텝을 밟습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/syntax.py"/>
        <source>a character turns the direction of what follows, so that the code isn’t what it looks like: take it out</source>
        <translation>뒤따르는 글의 방향을 뒤집는 문자가 있어, 코드가 보이는 것과 다릅니다. 빼세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>a claim has at most {longest} characters, this one has {text:,}</source>
        <translation>주장은 {longest}자까지인데, 이것은 {text:,}자입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>a complex number</source>
        <translation>복소수</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/write.py"/>
        <source>a composed part takes its first step as it is made, which torch takes for one too many</source>
        <translation>조합된 파트는 만들어지면서 첫 스텝을 밟는데, torch는 이를 한 번 더 밟은 것으로 봅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>a constant rate</source>
        <translation>일정한 학습률</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>a dict</source>
        <translation>dict</translation>
    </message>
    <message>
        <location filename="../../lrviz/experiment.py"/>
        <source>a field of Training</source>
        <translation>Training의 필드</translation>
    </message>
    <message>
        <location filename="../../lrviz/experiment.py"/>
        <source>a field of Training; the nearest is {close}</source>
        <translation>Training의 필드. 가장 가까운 것은 {close}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/film.py"/>
        <source>a film of {fps} frame{fps:|s} a second: a {suffix} file must have between 1 and {most}</source>
        <translation>초당 {fps}프레임짜리 영상: {suffix} 파일은 1 이상 {most} 이하여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/film.py"/>
        <source>a film of {seconds:g} second{seconds:|s}: it must last between one frame and {most:g}</source>
        <translation>{seconds:g}초짜리 영상: 길이는 한 프레임 이상 {most:g}초 이하여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/film.py"/>
        <source>a film of {wide} × {high} pixels: each side must be between {least} and {most}</source>
        <translation>{wide} × {high}픽셀짜리 영상: 각 변은 {least} 이상 {most} 이하여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>a lambda here takes 1 plain argument</source>
        <translation>여기의 lambda는 그냥 적은 인자 1개를 받습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>a lambda here takes {count} plain arguments</source>
        <translation>여기의 lambda는 그냥 적은 인자 {count}개를 받습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>a lambda inside an expression</source>
        <translation>식 안의 lambda</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/skeleton.py"/>
        <source>a lesson needs at least one run, and there is none</source>
        <translation>레슨에는 실행이 적어도 하나 있어야 하는데, 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multi_step_lr_scheduler.py"/>
        <source>a list in order, as timm takes it for</source>
        <translation>timm이 받는 대로 순서가 있는 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/knots.py"/>
        <location filename="../../lrviz/catalog/schedules/wsds.py"/>
        <source>a list in which each is after the one before</source>
        <translation>저마다 앞의 것보다 뒤에 있는 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/composite.py"/>
        <source>a list nested at most {deepest} deep</source>
        <translation>{deepest}단계까지만 겹친 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>a list of at least {least}, each {bound}</source>
        <translation>{bound} {least}개 이상의 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/inline.py"/>
        <source>a list of names of runs, or of indices below {names}</source>
        <translation>실행 이름의 목록이나 {names}보다 작은 번호의 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/experiment.py"/>
        <source>a list of runs with different names; two have this one</source>
        <translation>이름이 서로 다른 실행의 목록. 이 이름이 둘입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>a list of {least} to {most}, each {bound}</source>
        <translation>{bound} {least}~{most}개의 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>a list that has {unknown!r} in it</source>
        <translation>{unknown!r:이} 들어 있는 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <location filename="../../lrviz/training.py"/>
        <source>a list without repeats</source>
        <translation>되풀이가 없는 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/composite.py"/>
        <source>a list without {part}, {apart}</source>
        <translation>{apart} {part:이} 없는 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>a list, each {bound}</source>
        <translation>{bound}의 목록</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/read.py"/>
        <source>a mapping from what the text says to values, or None</source>
        <translation>글에 적힌 것을 값에 잇는 매핑, 또는 None</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/transformer.py"/>
        <source>a multiple of the {heads} heads</source>
        <translation>heads {heads}개의 배수</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/inline.py"/>
        <source>a name, or an index below {names}</source>
        <translation>이름이나 {names}보다 작은 번호</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/syntax.py"/>
        <source>a null byte is no text: take it out</source>
        <translation>널 바이트는 글이 아닙니다. 빼세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/task.py"/>
        <location filename="../../lrviz/spec.py"/>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>a number above low, which is {low:g}</source>
        <translation>{low:g}인 low보다 큰 숫자</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/numbers.py"/>
        <source>a number is missing</source>
        <translation>숫자가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>a number may be at most {largest:g}</source>
        <translation>숫자는 {largest:g}까지입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/syntax.py"/>
        <source>a number of {bit_length:,} bits is too long to be written out</source>
        <translation>{bit_length:,}비트 숫자는 다 적기에 너무 깁니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <source>a number with a decimal point between 0 and 1; torch refuses whole ones</source>
        <translation>0과 1 사이의 소수점 있는 숫자. torch는 정수를 거부합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/groups.py"/>
        <source>a parameter group’s own {name} is not read; the optimizer’s is drawn for all</source>
        <translation>파라미터 그룹 자신의 {name:은} 읽지 않습니다. 모두 옵티마이저의 것으로 그렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/pictures.py"/>
        <source>a picture of {wide} × {high} pixels: each side must be between 1 and {most}</source>
        <translation>{wide} × {high}픽셀짜리 그림: 각 변은 1 이상 {most} 이하여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/paper.py"/>
        <source>a picture of {wide} × {high} pixels: each side must be between 1 and {most}, and it may have {millions} million in all</source>
        <translation>{wide} × {high}픽셀짜리 그림: 각 변은 1 이상 {most} 이하이고 모두 {millions}백만 픽셀 이하여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/experiment.py"/>
        <source>a problem of the catalog</source>
        <translation>카탈로그의 문제</translation>
    </message>
    <message>
        <location filename="../../lrviz/lineage.py"/>
        <source>a run that doesn’t branch off {name} itself</source>
        <translation>{name}에서 갈라지지 않는 실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/curves.py"/>
        <source>a schedule, a run, a text or None</source>
        <translation>스케줄, 실행, 글 또는 None</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>a set</source>
        <translation>set</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/multiplicative_lr.py"/>
        <source>a shorter expression of t: {error}</source>
        <translation>더 짧은 t의 식: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/linter.py"/>
        <source>a text or an Experiment</source>
        <translation>글 또는 Experiment</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>a tuple</source>
        <translation>tuple</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/walkers.py"/>
        <source>a visible run</source>
        <translation>보이는 실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/walkers.py"/>
        <source>a visible run; the nearest is {close}</source>
        <translation>보이는 실행. 가장 가까운 것은 {close}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/outliers.py"/>
        <source>a wave without outliers</source>
        <translation>이상점 없는 물결</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/outliers.py"/>
        <source>a wave, {outliers:g} % outliers</source>
        <translation>물결, 이상점 {outliers:g} %</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/inline.py"/>
        <location filename="../../lrviz/spec.py"/>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <location filename="../../lrviz/curves.py"/>
        <source>a whole number between 0 and {longest} (at= asks for single steps)</source>
        <translation>0 이상 {longest} 이하의 정수 (스텝 하나하나는 at=으로 묻습니다)</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/linter.py"/>
        <source>a whole number of at least 1, or None</source>
        <translation>1 이상의 정수 또는 None</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>a whole number ≥ 1: how long the run is</source>
        <translation>실행의 길이인 1 이상의 정수</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/improve.py"/>
        <source>above 0 and finite</source>
        <translation>0보다 크고 유한한 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/knots.py"/>
        <source>above 0 where between is log</source>
        <translation>between이 log이면 0보다 큰 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/measure.py"/>
        <source>accuracy is for answers that are right or wrong; these data ask for {nouns}</source>
        <translation>정확도는 맞고 틀림이 있는 답에 쓰는데, 이 데이터는 {nouns:을} 묻습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr102_cosine_rises_again.py"/>
        <source>after step {turn} the learning rate rises again, to {rate:.3g} at step {top}</source>
        <translation>{turn}스텝 뒤에 학습률이 다시 올라가, {top}스텝에서 {rate:.3g이} 됩니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr102_cosine_rises_again.py"/>
        <source>after step {turn} the learning rate rises again, to {rate:.3g} at step {top}: num_cycles={num_cycles:g} goes up as often as down, and 0.5 goes down once</source>
        <translation>{turn}스텝 뒤에 학습률이 다시 올라가, {top}스텝에서 {rate:.3g이} 됩니다. num_cycles={num_cycles:g은} 내려가는 만큼 올라가고, 0.5면 한 번 내려갑니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/inline.py"/>
        <location filename="../../lrviz/session.py"/>
        <location filename="../../lrviz/source/write.py"/>
        <source>an Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/questions.py"/>
        <source>an answer is at most {most} characters long</source>
        <translation>답은 {most}자까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>an expression has at most {longest:,} characters, this one has {text:,}</source>
        <translation>식은 {longest:,}자까지인데, 이것은 {text:,}자입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/custom_loss.py"/>
        <source>an expression of p, m, r or d: {error}</source>
        <translation>p, m, r, d의 식: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/formula.py"/>
        <source>an expression of x and y: {error}</source>
        <translation>x와 y의 식: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/formula.py"/>
        <source>an expression of {variable}: {error}</source>
        <translation>{variable}의 식: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/custom_loss.py"/>
        <source>an expression that uses p, m, r or d</source>
        <translation>p, m, r, d 중 하나를 쓰는 식</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/surfaces/formula.py"/>
        <source>an expression that uses x or y</source>
        <translation>x나 y를 쓰는 식</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/losses/custom_loss.py"/>
        <location filename="../../lrviz/catalog/surfaces/formula.py"/>
        <source>an expression with a value: {error}</source>
        <translation>값이 있는 식: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>an index below {groups}: the run has so many groups</source>
        <translation>{groups}보다 작은 번호. 실행의 그룹이 그만큼입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>an index below {runs}</source>
        <translation>{runs}보다 작은 번호</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/finding.py"/>
        <source>an index: the first group’s rate is 0, so the groups have no proportion</source>
        <translation>번호. 첫 그룹의 학습률이 0이라 그룹 사이의 비율이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>an object ({names})</source>
        <translation>객체 ({names})</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/task.py"/>
        <source>an order of documents</source>
        <translation>문서의 순서</translation>
    </message>
    <message>
        <location filename="../../lrviz/experiment.py"/>
        <source>an update of {wanted} example{wanted:|s} is planned, and {title} has {there} to train on: a miniature of the plan has batches that fit</source>
        <translation>업데이트마다 예제 {wanted}개를 계획했는데, {title}에는 학습할 예제가 {there}개입니다. 계획의 축소판에는 맞는 배치가 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/timescale.py"/>
        <source>an update takes all of the weights away: lr · weight_decay is 1 or more</source>
        <translation>업데이트 한 번에 가중치가 모두 사라집니다. lr · weight_decay가 1 이상입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/lineage.py"/>
        <source>another run</source>
        <translation>다른 실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <source>another way than last_epoch, by which composed schedulers don’t resume</source>
        <translation>last_epoch 말고 다른 방식. 조합된 스케줄러는 그것으로 재개되지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <source>anything but 1/{total}, where torch divides by zero</source>
        <translation>torch가 0으로 나누게 되는 1/{total} 말고 다른 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/knots.py"/>
        <source>as many as the steps, {steps} of them</source>
        <translation>스텝 {steps}개만큼</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr120_ends_high.py"/>
        <source>at 0 the bound leaves {other:.3g} instead of {own:.3g}: {less:.2g} % less</source>
        <translation>0에서 상한은 {own:.3g} 대신 {other:.3g을} 남깁니다. {less:.2g} % 적습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr118_muon_with_adamw_s_rate.py"/>
        <source>at its peak, {rate:.3g}, an update has an RMS of {other:.2g}, as AdamW’s at that rate</source>
        <translation>최고값 {rate:.3g}에서 업데이트의 RMS가 그 학습률의 AdamW처럼 {other:.2g}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr118_muon_with_adamw_s_rate.py"/>
        <source>at its peak, {rate:.3g}, an update of a {rows}×{columns} matrix has an RMS of {own:.2g}, where AdamW’s is about {other:.2g}</source>
        <translation>최고값 {rate:.3g}에서 {rows}×{columns} 행렬 업데이트의 RMS는 {own:.2g}인데, AdamW는 {other:.2g}쯤입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/improve.py"/>
        <source>at least 0 and below 1, a share of the peak</source>
        <translation>최고값에 대한 비율로 0 이상 1 미만</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/improve.py"/>
        <source>at least 0 and below the {steps} steps</source>
        <translation>{steps}스텝보다 작은 0 이상의 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/improve.py"/>
        <source>at least 1</source>
        <translation>1 이상</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/power_scheduler.py"/>
        <source>at least warm-up and decay, {warmup_steps} step{warmup_steps:|s}</source>
        <translation>워밍업과 감쇠를 합한 {warmup_steps}스텝 이상</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>at least {needed} losses: {law} has {EACH} coefficients</source>
        <translation>손실 {needed}개 이상: {law}에는 계수가 {EACH}개 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/curves.py"/>
        <source>at least {needed} number{needed:|s}, one for each step() before the last rate</source>
        <translation>마지막 학습률 전의 step()마다 하나씩, 숫자 {needed}개 이상</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/linear_lr.py"/>
        <source>at least {smallest:g}; below that torch's rates are not numbers</source>
        <translation>{smallest:g} 이상. 더 작으면 torch의 학습률이 숫자가 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/lineage.py"/>
        <source>at least {step}, where {run} leaves {parent!r}</source>
        <translation>{run:이} {parent!r}에서 갈라지는 {step} 이상</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cyclic_lr.py"/>
        <source>at most 1 when max_lr is below base_lr, or the rate falls below 0</source>
        <translation>max_lr가 base_lr보다 작으면 1 이하. 아니면 학습률이 0 아래로 내려갑니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/sqrt_cooldown.py"/>
        <source>at most total_steps, {total_steps}</source>
        <translation>total_steps인 {total_steps} 이하</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>at step {end} torch raises: {words}</source>
        <translation>{end}스텝에서 torch가 오류를 냅니다: {words}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>at step {end} torch stops: {words}</source>
        <translation>{end}스텝에서 torch가 멈춥니다: {words}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr107_seams_of_a_sequence.py"/>
        <source>at step {seam} the learning rate jumps from {low:.3g} to {high:.3g}</source>
        <translation>{seam}스텝에서 학습률이 {low:.3g}에서 {high:.3g으로} 뜁니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr108_composed_in_composed.py"/>
        <source>at step {step} torch raises: only the first part of a sequence may be composed itself</source>
        <translation>{step}스텝에서 torch가 오류를 냅니다. 시퀀스에서는 첫 파트만 조합된 것일 수 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>base_lr={low} is above max_lr={high}: the cycles are upside down</source>
        <translation>base_lr={low:이} max_lr={high}보다 높아, 주기가 뒤집힙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/megatron_cosine.py"/>
        <source>below lr_decay_steps, {lr_decay_steps}</source>
        <translation>lr_decay_steps인 {lr_decay_steps}보다 작은 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/tanh_lr_scheduler.py"/>
        <source>below ub, {ub:g}</source>
        <translation>ub인 {ub:g}보다 작은 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/dissecting.py"/>
        <source>between 0 and {most}</source>
        <translation>0 이상 {most} 이하</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <source>beyond the runs it was fitted to, by {longer:.2g} times in length</source>
        <translation>맞춘 실행보다 {longer:.2g}배 길어 범위를 벗어남</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/blobs.py"/>
        <source>blobs, {points} points to train on</source>
        <translation>blobs, 학습할 점 {points}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>calling a number</source>
        <translation>숫자를 호출함</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>calling what a call gives</source>
        <translation>호출의 결과를 호출함</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>cannot allocate memory</source>
        <translation>메모리를 할당할 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>classes, binary or values</source>
        <translation>classes, binary 또는 values</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/irregular.py"/>
        <source>comes before training, which the curve leaves out</source>
        <translation>곡선에 넣지 않은, 학습 전의 것입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/calibration_error.py"/>
        <source>confidence</source>
        <translation>확신</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>connection timed out</source>
        <translation>연결 시간이 초과되었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/counters.py"/>
        <source>counts the rounds of a loop without an end</source>
        <translation>끝없는 반복문의 회차를 셉니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <source>depends on itself</source>
        <translation>자기 자신에게 달려 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/formulas.py"/>
        <source>depends on the step, and the text doesn’t say how: paste what is called, too</source>
        <translation>스텝에 달려 있는데, 글에 그 방식이 없습니다. 호출되는 것도 붙여넣으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/rates.py"/>
        <source>depends on too many conditions</source>
        <translation>너무 많은 조건에 달려 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/by_hand.py"/>
        <source>depends on where {name} begins</source>
        <translation>{name:이} 시작하는 곳에 달려 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/counters.py"/>
        <source>depends on {changed}, which each round changes</source>
        <translation>회차마다 바뀌는 {changed}에 달려 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/devices.py"/>
        <source>device must be one of {names}, not {name}</source>
        <translation>device는 {names} 가운데 하나여야 합니다. {name:은} 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>device or resource busy</source>
        <translation>장치나 파일이 사용 중입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/devices.py"/>
        <source>device {name!r} can't be used: {why}</source>
        <translation>장치 {name!r:을} 쓸 수 없습니다: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/diabetes.py"/>
        <source>diabetes, {patients} patients</source>
        <translation>diabetes, 환자 {patients}명</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/digits.py"/>
        <source>digits</source>
        <translation>digits</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>disk quota exceeded</source>
        <translation>디스크 할당량을 넘었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/forks.py"/>
        <source>diverged at step {step}</source>
        <translation>{step}스텝에서 발산했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr105_scheduler_before_optimizer.py"/>
        <source>each change comes a step too early</source>
        <translation>바뀔 때마다 한 스텝 이릅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr105_scheduler_before_optimizer.py"/>
        <source>each other one is used a step too early</source>
        <translation>하나씩 걸러 한 스텝 일찍 쓰입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>empty, or two sides whose product is {inputs}, the inputs</source>
        <translation>비어 있거나, 곱이 입력 수인 {inputs:이} 되는 두 변</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr122_above_the_ceiling.py"/>
        <source>ended at {last:.3g}</source>
        <translation>{last:.3g}에서 끝났습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/blobs.py"/>
        <source>enough for 20 points of each cloud to train on and 20 held out</source>
        <translation>구름마다 학습용 점 20개와 따로 둘 점 20개가 되는 수</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/spirals.py"/>
        <source>enough for two points of each arm to train on and two held out</source>
        <translation>팔마다 학습용 점 둘과 따로 둘 점 둘이 되는 수</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/moons.py"/>
        <source>enough for two points of each moon to train on and two held out</source>
        <translation>달마다 학습용 점 둘과 따로 둘 점 둘이 되는 수</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/imbalanced.py"/>
        <source>enough of the {examples} point{examples:|s} for two to train on and two held out</source>
        <translation>점 {examples}개 중 학습용 둘과 따로 둘 둘이 되는 수</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/moved.py"/>
        <source>error</source>
        <translation>오차</translation>
    </message>
    <message>
        <location filename="../../lrviz/jobs/process.py"/>
        <source>exit code {code}</source>
        <translation>종료 코드 {code}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/roc_auc.py"/>
        <source>false positive rate</source>
        <translation>거짓 양성률</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizers/sgd.py"/>
        <source>false unless momentum is above 0 and dampening is 0</source>
        <translation>momentum이 0보다 크고 dampening이 0일 때만 참</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>fastai’s, and two OneCycleLR one after the other</source>
        <translation>fastai의 것으로, 이어진 OneCycleLR 둘입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>fastai’s; written as a SequentialLR of ConstantLR and CosineAnnealingLR it can be drawn</source>
        <translation>fastai의 것입니다. ConstantLR와 CosineAnnealingLR의 SequentialLR로 쓰면 그릴 수 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>fastai’s; written as torch’s OneCycleLR it can be drawn</source>
        <translation>fastai의 것입니다. torch의 OneCycleLR로 쓰면 그릴 수 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>file exists</source>
        <translation>같은 이름의 파일이 이미 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>file name too long</source>
        <translation>파일 이름이 너무 깁니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>file too large</source>
        <translation>파일이 너무 큽니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/survey.py"/>
        <source>first x, last x, first y, last y, each first below its last</source>
        <translation>처음 x, 마지막 x, 처음 y, 마지막 y로, 처음이 저마다 마지막보다 작은 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/improve.py"/>
        <source>from 3 to {many}</source>
        <translation>3에서 {many}까지</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr108_composed_in_composed.py"/>
        <source>from step {at} on the learning rate is {has} and not {meant}: {first} inside a sequence runs a step ahead</source>
        <translation>{at}스텝부터 학습률이 {meant:이} 아니라 {has}입니다. 시퀀스 안의 {first:은} 한 스텝 앞서 갑니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr201_verbose_was_taken_out.py"/>
        <source>from torch 2.7 on {name} has no argument verbose, and raises a TypeError: print get_last_lr()</source>
        <translation>torch 2.7부터 {name}에는 verbose 인자가 없어 TypeError가 납니다. get_last_lr()를 출력하세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/get_scheduler.py"/>
        <source>further arguments have to be written out as a dict</source>
        <translation>나머지 인자는 dict로 적어야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_that_never_cuts.py"/>
        <source>gets better as it falls</source>
        <translation>내려갈 때 나아짐</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_that_never_cuts.py"/>
        <source>gets better as it rises</source>
        <translation>올라갈 때 나아짐</translation>
    </message>
    <message>
        <location filename="../../lrviz/curves.py"/>
        <source>given, or at in its place, and not both</source>
        <translation>이것이나 at 중 하나만 준 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <source>given, or else both epochs and steps_per_epoch</source>
        <translation>이것을 주거나, epochs와 steps_per_epoch를 모두 준 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup_lr_rate.py"/>
        <source>given, or else min_lr</source>
        <translation>이것을 주거나 min_lr을 준 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/wsd_schedule.py"/>
        <source>given, or else num_stable_steps</source>
        <translation>이것을 주거나 num_stable_steps를 준 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/sweep.py"/>
        <source>greater than {low:g}, the rate it begins with</source>
        <translation>시작 학습률 {low:g}보다 큰 숫자</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/groups.py"/>
        <source>group {index} (all other parameters)</source>
        <translation>그룹 {index} (나머지 모든 파라미터)</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/groups.py"/>
        <source>group {index} ({pattern})</source>
        <translation>그룹 {index} ({pattern})</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/rates.py"/>
        <source>grows too large</source>
        <translation>너무 커집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/syntax.py"/>
        <source>half a surrogate pair is no text: take it out</source>
        <translation>짝 없는 대리 문자는 글이 아닙니다. 빼세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <source>has a None in it</source>
        <translation>None이 들어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>has a field whose name is no text</source>
        <translation>이름이 글이 아닌 필드가 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/hugging_face.py"/>
        <source>has another default in each library's arguments, and is not given</source>
        <translation>라이브러리마다 인자의 기본값이 다른데, 주지 않았습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <location filename="../../lrviz/source/values/libraries.py"/>
        <source>has no default</source>
        <translation>기본값이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>has two fields called {shown_as_json}</source>
        <translation>{shown_as_json:이라} 부르는 필드가 둘 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>holds half a surrogate pair, which is no text</source>
        <translation>글이 아닌, 짝 없는 대리 문자가 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/imbalanced.py"/>
        <source>imbalanced, {positives:g} % positive</source>
        <translation>imbalanced, 양성 {positives:g} %</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>indices of some of {steps} updates, each above the one before</source>
        <translation>업데이트 {steps}번 중 일부의 번호로, 저마다 앞의 것보다 큰 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>input/output error</source>
        <translation>입출력 오류가 났습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>invalid argument</source>
        <translation>잘못된 인자입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>is a directory</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/groups.py"/>
        <source>is a parameter group without params: say which parameters are in it</source>
        <translation>params가 없는 파라미터 그룹입니다. 어느 파라미터인지 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/members.py"/>
        <source>is given in more than one place (lines {listed})</source>
        <translation>여러 곳에서 주었습니다 ({listed}번째 줄)</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <source>is left out</source>
        <translation>빠졌습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>is missing; it must be {bound}</source>
        <translation>없습니다. {bound:이어야} 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>is missing; {wanted}</source>
        <translation>없습니다. {wanted}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/by_hand.py"/>
        <source>is multiplied in the first round already</source>
        <translation>첫 회차에서 이미 곱해집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>is no optimizer that the text makes: paste the lines that make it, too</source>
        <translation>글이 만드는 옵티마이저가 아닙니다. 그것을 만드는 줄도 붙여넣으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/refusals.py"/>
        <source>is not given in the text</source>
        <translation>글에 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/decisions.py"/>
        <source>is not given in the text and decides{among} what is made in line {places}</source>
        <translation>글에 없는데, {places}번째 줄에서 무엇이 만들어지는지{among} 정합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>is not made in the text: {make}</source>
        <translation>글에서 만들지 않습니다: {make}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/libraries.py"/>
        <source>is not told by {error} on the command line</source>
        <translation>명령줄에서 {error:이} 알려 주지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/irregular.py"/>
        <source>is only done if {text}; {drawn}</source>
        <translation>{text}일 때만 합니다. {drawn}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/rates.py"/>
        <source>is only set under a condition, and stays what it was otherwise</source>
        <translation>조건이 맞을 때만 정해지고, 아니면 전과 같습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>is refused: {cause}</source>
        <translation>거부됩니다: {cause}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/rates.py"/>
        <source>is set by a function that is given other arguments than it takes</source>
        <translation>받는 것과 다른 인자를 받은 함수가 정합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/rates.py"/>
        <source>is set in a loop or a block of its own</source>
        <translation>자신의 반복문이나 블록에서 정해집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/left_open.py"/>
        <source>is set in more than one place (lines {listed})</source>
        <translation>여러 곳에서 정해집니다 ({listed}번째 줄)</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>is set in more than one place: {make}</source>
        <translation>여러 곳에서 정해집니다: {make}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/rates.py"/>
        <source>is set more than once a round</source>
        <translation>한 회차에 여러 번 정해집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/by_hand.py"/>
        <source>is the same for groups that have rates of their own</source>
        <translation>자신의 학습률을 가진 그룹에도 같습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>is unknown: {kind} has no such field</source>
        <translation>알 수 없습니다. {kind}에는 이런 필드가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/hugging_face.py"/>
        <source>is what the Trainer works out of its data and logs as “Total optimization steps”</source>
        <translation>Trainer가 데이터에서 계산해 “Total optimization steps”로 기록하는 것입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>is {given}; it must be {bound}</source>
        <translation>{given}입니다. {bound:이어야} 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>is {given}; {wanted}</source>
        <translation>{given}입니다. {wanted}</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>is {name}; it must be a finite number</source>
        <translation>{name}입니다. 유한한 숫자여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/checking.py"/>
        <source>is {spot}; {why}</source>
        <translation>{spot}입니다. {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>it can’t be read: {error}</source>
        <translation>읽을 수 없습니다: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>it decays its weights otherwise than {name} did</source>
        <translation>가중치 감쇠 방식이 {name:과} 다릅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>it goes from {kinds} where it branches off, and no law holds for both</source>
        <translation>갈라지는 곳에서 {kinds:으로} 바뀌는데, 둘 다에 맞는 법칙은 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>it has more than {nodes} numbers, names and operations</source>
        <translation>숫자, 이름, 연산이 {nodes}개를 넘습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/shelf.py"/>
        <source>it has no scene {wanted}: {instead}</source>
        <translation>{wanted:이라는} 장면이 없습니다: {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>it has {megabytes}, and at most {megabytes2} are read</source>
        <translation>{megabytes}인데, 읽을 수 있는 것은 {megabytes2}까지입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>it has {rows} row{rows:|s}</source>
        <translation>행이 {rows}개인데</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>it has {text:,} characters, and at most {largest:,} are read</source>
        <translation>{text:,}자인데, 읽을 수 있는 것은 {largest:,}자까지입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>it holds Python objects, which are never loaded</source>
        <translation>불러오지 않는 Python 객체가 들어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>it holds characters that are no text</source>
        <translation>글이 아닌 문자가 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>it holds fractions, and classes are text or whole numbers</source>
        <translation>소수가 있는데, 클래스는 글이나 정수입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>it holds more than one number for each example</source>
        <translation>예제마다 숫자가 둘 이상입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>it holds more than {most_classes} different values</source>
        <translation>서로 다른 값이 {most_classes}개를 넘습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>it holds neither numbers nor text but {kind}</source>
        <translation>숫자도 글도 아닌 {kind:이} 들어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>it holds no JSON object</source>
        <translation>JSON 객체가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/envelope.py"/>
        <source>it holds no lrviz session</source>
        <translation>lrviz 세션이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>it holds one value only, {found}: there is nothing to learn</source>
        <translation>값이 {found} 하나뿐이라 배울 것이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>it holds text, and features are numbers</source>
        <translation>글이 들어 있는데, 특성은 숫자입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>it holds {found} classes, and binary are two</source>
        <translation>클래스가 {found}개인데, binary는 둘입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/improving.py"/>
        <source>it is a branch, whose first {step} update{step:|s} are those of {run}</source>
        <translation>갈래라서 처음 업데이트 {step}번은 {run}의 것입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>it is a folder</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>it is a part of itself</source>
        <translation>자기 자신의 일부입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>it is a single value</source>
        <translation>값 하나입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>it is changed after it is made; write it out as it is in the end</source>
        <translation>만든 뒤에 바뀝니다. 마지막 모습대로 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/envelope.py"/>
        <source>it is cut off</source>
        <translation>중간에 잘렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/envelope.py"/>
        <source>it is cut off: {there} of its {all} characters are there</source>
        <translation>중간에 잘렸습니다. {all}자 중 {there}자만 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <location filename="../../lrviz/session.py"/>
        <source>it is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>it is made of {many:,} schedulers; at most {most:,} are read</source>
        <translation>스케줄러 {many:,}개로 이루어져 있는데, 읽을 수 있는 것은 {most:,}개까지입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/envelope.py"/>
        <location filename="../../lrviz/expression.py"/>
        <location filename="../../lrviz/session.py"/>
        <source>it is nested too deeply</source>
        <translation>너무 깊이 겹쳐 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>it is nested too deeply, or holds a number that is too long</source>
        <translation>너무 깊이 겹쳐 있거나, 너무 긴 숫자가 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <source>it is no list</source>
        <translation>목록이 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/notebook.py"/>
        <source>it is no notebook: it is nested too deeply</source>
        <translation>노트북이 아닙니다. 너무 깊이 겹쳐 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/notebook.py"/>
        <source>it is no notebook: the file holds no JSON</source>
        <translation>노트북이 아닙니다. 파일에 JSON이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/notebook.py"/>
        <source>it is no notebook: there are no cells in it</source>
        <translation>노트북이 아닙니다. 셀이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>it is no path</source>
        <translation>경로가 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>it is no regular file</source>
        <translation>보통 파일이 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>it is no scheduler that the text makes; write the call that makes it</source>
        <translation>글이 만드는 스케줄러가 아닙니다. 만드는 호출을 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>it is no text that can be read</source>
        <translation>읽을 수 있는 글이 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>it is not UTF-8 text</source>
        <translation>UTF-8 글이 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>it is not UTF-8 text (line {line}, byte {start})</source>
        <translation>UTF-8 글이 아닙니다 ({line}번째 줄, 바이트 {start})</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <source>it is not a number, a text, a list of these, or arithmetic on them</source>
        <translation>숫자도, 글도, 이들의 목록도, 이들의 산술도 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr101_epochs_for_steps.py"/>
        <source>it is through</source>
        <translation>다 끝났습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <source>it is too long</source>
        <translation>너무 깁니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>it is too long, or nested too deeply</source>
        <translation>너무 길거나 너무 깊이 겹쳐 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <source>it is too {kind}: its rates sum up to {area:.3g}, not to {areas:.3g} … {longest:.3g}</source>
        <translation>너무 {kind}: 학습률의 합이 {areas:.3g} … {longest:.3g이} 아니라 {area:.3g}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>it must be a path</source>
        <translation>경로여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/shelf.py"/>
        <source>it must be a path, or the name of a lesson</source>
        <translation>경로이거나 레슨의 이름이어야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/checking.py"/>
        <source>it must be a place: {instead}</source>
        <translation>자리 이름이어야 합니다: {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/checking.py"/>
        <source>it must be one of pane:TITLE, run:NAME and form:FIELD, or of {spots}</source>
        <translation>pane:제목, run:이름, form:필드, 또는 {spots} 가운데 하나여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>it must be one of {names}</source>
        <translation>{names} 중 하나여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/shelf.py"/>
        <source>it must be the name of a lesson, or a path</source>
        <translation>레슨의 이름이거나 경로여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/checking.py"/>
        <source>it must name a field of {name}: {instead}</source>
        <translation>{name}의 필드 이름이어야 합니다: {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/checking.py"/>
        <source>it must name a run of the scene: {instead}</source>
        <translation>장면에 있는 실행의 이름이어야 합니다: {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>it starts with a byte-order mark; save it as UTF-8 without one</source>
        <translation>바이트 순서 표시로 시작합니다. 그것 없이 UTF-8로 저장하세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/solo.py"/>
        <source>it stopped early after {updates} update{updates:|s}</source>
        <translation>업데이트 {updates}번 뒤에 조기 종료했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <source>it takes too long to work out; write its value</source>
        <translation>계산하는 데 너무 오래 걸립니다. 값을 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>it takes {names}</source>
        <translation>받는 것은 {names}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/jobs/errands.py"/>
        <source>it took longer than {patience:g} second{patience:|s}</source>
        <translation>{patience:g}초보다 오래 걸렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/envelope.py"/>
        <source>it was changed on its way: its check is {check}, and this gives {given}</source>
        <translation>오는 길에 바뀌었습니다. 확인값은 {check}인데 계산하면 {given}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/envelope.py"/>
        <source>it was changed on its way: what is packed in it can’t be unpacked</source>
        <translation>오는 길에 바뀌었습니다. 묶인 것을 풀 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/envelope.py"/>
        <source>it was changed on its way: {part} can’t stand where it does</source>
        <translation>오는 길에 바뀌었습니다. 그 자리에 {part:이} 있을 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr112_batches_counted_as_updates.py"/>
        <source>its horizon of {end} step{end:|s} counts batches, and {why}: it is stepped {steps} times, and ends at {last} instead of {meant}</source>
        <translation>{end}스텝이라는 길이는 배치를 센 것인데, {why}. {steps}번 밟고 {meant} 대신 {last}에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr112_batches_counted_as_updates.py"/>
        <source>its horizon of {end} step{end:|s} counts updates, and it is stepped at every batch, {steps} times: it is over after {share:.0%} of the run</source>
        <translation>{end}스텝이라는 길이는 업데이트를 센 것인데, 배치마다 {steps}번 밟습니다. 실행의 {share:.0%}에서 끝나 버립니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/solo.py"/>
        <source>its loss left all bounds at update {updates}</source>
        <translation>업데이트 {updates}번에서 손실이 한없이 커졌습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>its parts are made in another order than they are listed in, where torch gives other rates for that</source>
        <translation>파트를 적힌 순서와 다르게 만드는데, 그러면 torch의 학습률이 달라집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <source>its peak rate {peak:.3g} is not within {low:.3g} … {high:.3g}: the law was fitted at {fitted}</source>
        <translation>최고 학습률 {peak:.3g이} {low:.3g} … {high:.3g} 안에 있지 않습니다. 이 법칙은 {fitted}에서 맞춘 것입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/solo.py"/>
        <source>its plan ends there</source>
        <translation>계획이 거기서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <source>its rate rises again at update {again}; the law is for rates that only fall</source>
        <translation>학습률이 업데이트 {again}번에서 다시 올라가는데, 이 법칙은 내려가기만 하는 학습률에 맞습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/borrowed.py"/>
        <source>its rates are drawn, with {cls} in its place</source>
        <translation>{cls:을} 대신 두고 학습률을 그렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>its rates up to update {end} are those of {name}</source>
        <translation>업데이트 {end}번까지의 학습률은 {name}의 것입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/arithmetic.py"/>
        <source>its value is a complex number</source>
        <translation>값이 복소수입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <source>its value is too large</source>
        <translation>값이 너무 큽니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/bound.py"/>
        <source>its warm-up of {updates} update{updates:|s} adds {cost:.2g} %: the bound knows no reason for one</source>
        <translation>업데이트 {updates}번의 워밍업이 {cost:.2g} %를 더합니다. 상한은 워밍업의 이유를 모릅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/jobs/process.py"/>
        <source>killed by {signal}</source>
        <translation>{signal} 신호로 종료됨</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <location filename="../../lrviz/source/frames/libraries/get_scheduler.py"/>
        <location filename="../../lrviz/source/frames/libraries/timms.py"/>
        <source>known are {names}</source>
        <translation>아는 것은 {names}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <source>large enough for max_lr / div_factor to be a number</source>
        <translation>max_lr / div_factor가 숫자가 될 만큼 큰 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/one_cycle_lr.py"/>
        <source>large enough for the last rate to be a number</source>
        <translation>마지막 학습률이 숫자가 될 만큼 큰 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>last_epoch other than -1 resumes a run, whose start the text doesn’t hold; leave it out</source>
        <translation>-1이 아닌 last_epoch는 실행을 재개하는데, 그 시작이 글에 없습니다. 빼세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr122_above_the_ceiling.py"/>
        <source>left all bounds</source>
        <translation>끝없이 커졌습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup.py"/>
        <location filename="../../lrviz/catalog/schedules/cosine_with_min_lr_schedule_with_warmup_lr_rate.py"/>
        <source>left out where min_lr_rate is given</source>
        <translation>min_lr_rate를 주었으면 비운 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>left out: an experiment has its own</source>
        <translation>비운 값. 실험에 자신의 것이 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/curves.py"/>
        <source>left out: this scheduler's step() takes none</source>
        <translation>비운 값. 이 스케줄러의 step()은 아무것도 받지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/__init__.py"/>
        <source>left out: {name} has nothing to fit</source>
        <translation>비운 값. {name}에는 맞출 것이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/lineage.py"/>
        <source>less than {steps}, the updates of the plan</source>
        <translation>계획의 업데이트 수인 {steps}보다 작은 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>line {lineno}, column {colno}: {words}{cut}</source>
        <translation>{lineno}번째 줄 {colno}번째 칸: {words}{cut}</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>line {line} holds {cell}</source>
        <translation>{line}번째 줄의 값이 {cell}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>line {line} holds {cell} among numbers</source>
        <translation>숫자 사이에서 {line}번째 줄의 값이 {cell}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>line {line} is empty</source>
        <translation>{line}번째 줄이 비어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/errors.py"/>
        <source>line {line}: {text}</source>
        <translation>{line}번째 줄: {text}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/calibration_error.py"/>
        <source>logits twice too large</source>
        <translation>로짓이 두 배로 큼</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <source>long</source>
        <translation>깁니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>losses above 0; this one is of update {at}</source>
        <translation>0보다 큰 손실. 이것은 업데이트 {at}번의 것입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>losses that fall: they begin at {begun:.3g} and end no lower</source>
        <translation>내려가는 손실. {begun:.3g}에서 시작해 더 낮게 끝나지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/lambda_lr.py"/>
        <location filename="../../lrviz/catalog/schedules/multiplicative_lr.py"/>
        <source>lr_lambda gives {value} at step {t}</source>
        <translation>lr_lambda가 {t}스텝에서 {value:을} 냅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <source>made of the same classes as schedule, whose state it is given</source>
        <translation>상태를 받는 schedule과 같은 클래스로 이루어진 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/quantity.py"/>
        <source>margin: the right class’s logit minus the best other’s</source>
        <translation>마진: 정답 클래스의 로짓에서 다른 것 중 가장 큰 로짓을 뺀 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/by_hand.py"/>
        <source>may be left out</source>
        <translation>빠질 수 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>milestone {late} never comes: its last step is {last}</source>
        <translation>마일스톤 {late:은} 오지 않습니다. 마지막 스텝이 {last}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/moons.py"/>
        <source>moons, noise {noise:g}</source>
        <translation>moons, 잡음 {noise:g}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>more than one {what} is made and stepped (lines {names}); keep one of them</source>
        <translation>{what:을} 둘 이상 만들고 밟습니다 ({names}번째 줄). 하나만 남기세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>must be {bound}</source>
        <translation>{bound:이어야} 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/answers.py"/>
        <source>names has {text}, which is not an expression</source>
        <translation>names에 식이 아닌 {text:이} 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>names of columns</source>
        <translation>열의 이름</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/forks.py"/>
        <source>names of runs</source>
        <translation>실행의 이름들</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/forks.py"/>
        <source>names of runs; the nearest is {close}</source>
        <translation>실행의 이름들. 가장 가까운 것은 {close}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/picture.py"/>
        <source>needs pictures; these data have none</source>
        <translation>그림이 있어야 하는데, 이 데이터에는 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/devices.py"/>
        <source>no Apple GPU, or a macOS older than 12.3</source>
        <translation>Apple GPU가 없거나 macOS가 12.3보다 오래되었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/devices.py"/>
        <source>no NVIDIA GPU, or no driver for it</source>
        <translation>NVIDIA GPU나 그 드라이버가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/bound.py"/>
        <location filename="../../lrviz/laws/origin.py"/>
        <location filename="../../lrviz/laws/timescale.py"/>
        <source>no learning rate is above 0</source>
        <translation>0보다 큰 학습률이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>no optimizer is made on line {line}; {choices}</source>
        <translation>{line}번째 줄에는 만드는 옵티마이저가 없습니다. {choices}</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/walkers.py"/>
        <source>no run has weights that are numbers: there is no path to lay a plane by</source>
        <translation>가중치가 숫자인 실행이 없어, 평면을 놓을 경로가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/walkers.py"/>
        <source>no run is visible: there is no path to lay a plane by</source>
        <translation>보이는 실행이 없어, 평면을 놓을 경로가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>no scheduler found, and no optimizer: {hint}</source>
        <translation>스케줄러도 옵티마이저도 없습니다: {hint}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>no scheduler found: the text doesn’t say how {hidden}{call} is made; paste what makes it, too</source>
        <translation>스케줄러가 없습니다. {hidden}{call:이} 어떻게 만들어지는지 글에 없습니다. 그것을 만드는 것도 붙여넣으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>no scheduler found: what {name} does in line {lineno} is {whose}</source>
        <translation>스케줄러가 없습니다. {lineno}번째 줄에서 {name:이} 하는 일은 {whose}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/by_hand.py"/>
        <source>no scheduler: the learning rate that is set by hand in line {line} is read as {cls}</source>
        <translation>스케줄러가 없습니다. {line}번째 줄에서 손으로 정하는 학습률을 {cls:으로} 읽었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>no space left on device</source>
        <translation>디스크에 남은 공간이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>no such file or directory</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <source>no {part}, {apart}</source>
        <translation>{apart} {part:이} 아닌 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>none of the features</source>
        <translation>특성이 아닌 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>not a directory</source>
        <translation>폴더가 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/cnn.py"/>
        <source>odd, so that a window has a middle</source>
        <translation>홀수. 그래야 창에 가운데가 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/models.py"/>
        <source>of 2 examples it makes {shape}, and it must be {value}</source>
        <translation>예제 2개로 {shape:을} 만드는데, {value:이어야} 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>of a rate that falls: nothing else shows what a fall gives</source>
        <translation>내려가는 학습률의 것. 내려가서 얻는 것은 달리 알 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>of each run when it was</source>
        <translation>그때의 각 실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>of each run’s end</source>
        <translation>각 실행의 끝</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>of rates that only fall; here it rises again</source>
        <translation>내려가기만 하는 학습률의 것. 여기서는 다시 올라갑니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/moved.py"/>
        <source>of the best of ten documents</source>
        <translation>문서 열 개 중 가장 좋은 것의 순위</translation>
    </message>
    <message>
        <location filename="../../lrviz/finding.py"/>
        <source>on digits with 100 updates from 1e-5 to 10 and 20 seeds each of SGD with and without momentum and of Adam, against the constant rates that end within 10 % of the lowest validation loss after 440 updates</source>
        <translation>digits에서 1e-5부터 10까지 업데이트 100번, 모멘텀이 있는 SGD와 없는 SGD와 Adam에 시드 20개씩으로 쟀고, 업데이트 440번 뒤 가장 낮은 검증 손실의 10 % 안에서 끝나는 일정한 학습률과 견주었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/moved.py"/>
        <source>one answer of ten is off by so much</source>
        <translation>답 열 개 중 하나가 이만큼 벗어남</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/moved.py"/>
        <source>one example in five is a yes</source>
        <translation>예제 다섯 중 하나가 양성</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/sequential_lr.py"/>
        <source>one fewer than the schedulers, {schedulers} of them</source>
        <translation>스케줄러 {schedulers}개보다 하나 적은 수</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>one of the catalog's</source>
        <translation>카탈로그에 있는 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/inline.py"/>
        <source>one of the experiment's seeds: {names}</source>
        <translation>실험의 시드 가운데 하나: {names}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>one of {choices}</source>
        <translation>{choices} 중 하나</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedules/resumed.py"/>
        <source>one that schedule’s state fits: {path} has to be {bound}</source>
        <translation>schedule의 상태에 맞는 것: {path:은} {bound:이어야} 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/formulas.py"/>
        <source>only a lambda, or a function that assigns, branches and returns, is read</source>
        <translation>lambda, 또는 대입하고 갈라지고 돌려주는 함수만 읽습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>only a lambda, or a function that ends in a return, is read</source>
        <translation>lambda, 또는 return으로 끝나는 함수만 읽습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>only {library}'s is known</source>
        <translation>{library}의 것만 압니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>operation not permitted</source>
        <translation>허용되지 않은 작업입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/hugging_face.py"/>
        <source>optim={name!r} is none of torch's; its rates are drawn, with AdamW in its place</source>
        <translation>optim={name!r:은} torch에 없습니다. AdamW를 대신 두고 학습률을 그렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <source>optimizers of Adam’s kind</source>
        <translation>Adam 계열의 옵티마이저</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/failure.py"/>
        <source>out of memory: take smaller batches, a smaller model or fewer runs and seeds</source>
        <translation>메모리가 모자랍니다. 배치나 모델을 줄이거나 실행과 시드의 수를 줄이세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/groups.py"/>
        <source>parameter groups that are made in a loop are not read; write out one for each rate</source>
        <translation>반복문에서 만드는 파라미터 그룹은 읽지 않습니다. 학습률마다 하나씩 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/syntax.py"/>
        <source>paste only what sets up the optimizer and the scheduler</source>
        <translation>옵티마이저와 스케줄러를 만드는 것만 붙여넣으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>paste or write the one line that makes it</source>
        <translation>그것을 만드는 한 줄을 붙여넣거나 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_that_never_cuts.py"/>
        <source>patience={patience} lets the first cut come at step {first}, and the plan has {steps} step{steps:|s}</source>
        <translation>patience={patience}이면 처음 낮추는 것이 {first}스텝인데, 계획은 {steps}스텝입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>permission denied</source>
        <translation>접근 권한이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/moved.py"/>
        <source>place</source>
        <translation>순위</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/left_out.py"/>
        <source>print is a function; {shown} is read as a call of it</source>
        <translation>print는 함수입니다. {shown:을} 그 호출로 읽었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/quantity.py"/>
        <source>probability given to the right class</source>
        <translation>정답 클래스에 준 확률</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/ranking.py"/>
        <source>ranking, {queries} queries</source>
        <translation>ranking, 질의 {queries}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/ranking.py"/>
        <source>ranking, {queries} queries, raters differ</source>
        <translation>ranking, 질의 {queries}개, 평가자마다 다름</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>read-only file system</source>
        <translation>읽기 전용인 디스크입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/jobs/errands.py"/>
        <source>reading: its process is closed</source>
        <translation>읽기: 프로세스가 닫혔습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/jobs/errands.py"/>
        <source>reading: its process was ended ({ending})</source>
        <translation>읽기: 프로세스가 끝났습니다 ({ending})</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/metrics/average_precision.py"/>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/quantity.py"/>
        <source>residual: output minus target</source>
        <translation>잔차: 출력에서 목표를 뺀 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>resumed at step {step} by {value} it is made with last_epoch={last}</source>
        <translation>{step}스텝에서 {value:으로} 재개하면 last_epoch={last:으로} 만들어집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>row {row} holds {value}</source>
        <translation>행 {row}의 값이 {value}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>row {row} is empty</source>
        <translation>행 {row:이} 비어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>runs of optimizers of Adam’s kind, or of others: not of both</source>
        <translation>Adam 계열이거나 다른 계열인 옵티마이저의 실행. 둘을 섞을 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr103_one_cycle_of_another_length.py"/>
        <source>scheduler.step() raises at step {end}: OneCycleLR is made for {total} step{total:|s}, and it takes {calls}</source>
        <translation>scheduler.step()이 {end}스텝에서 오류를 냅니다. OneCycleLR는 {total}스텝에 맞춰졌는데 {calls}번 밟습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/task.py"/>
        <source>several classes</source>
        <translation>여러 클래스</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <source>short</source>
        <translation>짧습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/digits.py"/>
        <source>small enough for two of each digit on either side; the rarest has {fewest}</source>
        <translation>양쪽에 숫자마다 둘씩 남을 만큼 작은 값. 가장 드문 것은 {fewest}개입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/experiment.py"/>
        <source>small enough that an update sees at most the {examples} {which} examples</source>
        <translation>업데이트가 {which} 예제 {examples}개까지만 볼 만큼 작은 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/laying.py"/>
        <source>square to it, to {name}’s end</source>
        <translation>그에 수직으로 {name}의 끝을 향하는 방향</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>stale file handle</source>
        <translation>파일이 더 이상 그 자리에 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/digits.py"/>
        <source>standardised digits</source>
        <translation>표준화한 digits</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>step the other schedulers first, and then {name} on its own, with its metric</source>
        <translation>다른 스케줄러를 먼저 밟고, {name:은} 지표와 함께 따로 밟으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/forks.py"/>
        <source>stopped early after {steps} update{steps:|s}</source>
        <translation>업데이트 {steps}번 뒤에 조기 종료했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/chart.py"/>
        <source>straight lines join the ends of two runs, and there is one: take another method</source>
        <translation>직선은 두 실행의 끝을 잇는데, 실행이 하나입니다. 다른 방법을 고르세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>such that of {rows} rows some are left on either side</source>
        <translation>행 {rows}개 중 양쪽에 얼마씩 남는 값</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/irregular.py"/>
        <source>tells the scheduler where it is; the curve is drawn as if it were stepped once each {each}</source>
        <translation>스케줄러에 지금 위치를 알려 줍니다. 곡선은 {each}마다 한 번 밟는 것으로 그렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>text</source>
        <translation>글</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>text in quotes</source>
        <translation>따옴표 안의 글</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/own_model.py"/>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>that of the file, and empty only for one that lrviz ships</source>
        <translation>파일의 것. lrviz에 들어 있는 것만 비울 수 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/quantity.py"/>
        <source>the better document’s score minus the worse one’s</source>
        <translation>더 좋은 문서의 점수에서 더 나쁜 문서의 점수를 뺀 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>the claim is empty</source>
        <translation>주장이 비어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>the class {name} is another one than lrviz writes, and not read; leave it as it was written</source>
        <translation>{name} 클래스가 lrviz가 쓰는 것과 달라 읽지 않았습니다. 쓰인 그대로 두세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/laying.py"/>
        <source>the curvature at {name}’s end is no number: take another method, or another origin</source>
        <translation>{name}의 끝에서 곡률이 숫자가 아닙니다. 다른 방법이나 다른 원점을 고르세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/irregular.py"/>
        <source>the curve is drawn as if it were stepped once each time</source>
        <translation>곡선은 매번 한 번씩 밟는 것으로 그렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/laying.py"/>
        <source>the direction the paths vary most in</source>
        <translation>경로가 가장 많이 변하는 방향</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/pictures.py"/>
        <source>the file</source>
        <translation>파일</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/inlined.py"/>
        <source>the function raises for what it is given; give it something else</source>
        <translation>받은 것에 대해 함수가 오류를 냅니다. 다른 것을 주세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/write.py"/>
        <source>the index of a run</source>
        <translation>실행의 번호</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/write.py"/>
        <source>the index of one of the experiment's {runs} runs</source>
        <translation>실험의 실행 {runs}개 중 하나의 번호</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>the index of one of the {runs} runs</source>
        <translation>실행 {runs}개 중 하나의 번호</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>the last {steps} update{steps:|s}, at rate 0, {steps:changes|change} nothing</source>
        <translation>학습률 0인 마지막 업데이트 {steps}번은 아무것도 바꾸지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <source>the law was fitted to {kinds}, and this run’s optimizer is none of them</source>
        <translation>이 법칙은 {kinds}에 맞춘 것인데, 이 실행의 옵티마이저는 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/schedule.py"/>
        <source>the learning rate at step {t} is not a finite number</source>
        <translation>{t}스텝의 학습률이 유한한 수가 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr114_warm_up_without_training.py"/>
        <source>the learning rate climbs to the end, to {last:.3g} at step {steps}</source>
        <translation>학습률이 끝까지 올라가, {steps}스텝에서 {last:.3g}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr107_seams_of_a_sequence.py"/>
        <source>the learning rate ends at {has} and not at {meant}: {schedule} takes {step} step{step:|s} and has {room} behind step {first}</source>
        <translation>학습률이 {meant:이} 아니라 {has}에서 끝납니다. {schedule:은} {step}스텝이 필요한데 {first}스텝 뒤에는 {room}뿐입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr120_ends_high.py"/>
        <source>the learning rate ends at {last:.3g}, {share:.2g} % of its peak of {peak:.3g}</source>
        <translation>학습률이 {last:.3g}, 최고값 {peak:.3g}의 {share:.2g} %에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr103_one_cycle_of_another_length.py"/>
        <source>the learning rate ends at {left:.3g} at step {last}: OneCycleLR is made for {total} step{total:|s}, and comes down at step {first}</source>
        <translation>학습률이 {last}스텝에 {left:.3g으로} 끝납니다. OneCycleLR는 {total}스텝에 맞춰졌고 {first}스텝에야 내려옵니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>the learning rate falls below 0 at step {step}, to {lowest:.3g} at step {later}: from there on training climbs</source>
        <translation>학습률이 {step}스텝에서 0 아래로 내려가 {later}스텝에 {lowest:.3g이} 됩니다. 그때부터 학습은 거꾸로 올라갑니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr122_above_the_ceiling.py"/>
        <source>the learning rate goes up to {peak:.3g}, {times:.2g} times the ceiling of {limit:.3g} that the race measured up to update {updates}: its training loss began at {first:.3g} and {ended}</source>
        <translation>학습률이 {peak:.3g}까지 올라가는데, 경주가 업데이트 {updates}번까지 잰 한계 {limit:.3g}의 {times:.2g}배입니다. 학습 손실은 {first:.3g}에서 시작해 {ended}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>the learning rate grows from {first:.3g} to {last:.3g} at step {end}: gamma={gamma:g} multiplies it at every drop</source>
        <translation>학습률이 {first:.3g}에서 {end}스텝의 {last:.3g}까지 커집니다. gamma={gamma:g이} 떨어질 때마다 곱해집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr113_never_decays.py"/>
        <source>the learning rate is 0 from step {step} on: {left} of {steps} step{steps:|s} {left:trains|train} nothing</source>
        <translation>{step}스텝부터 학습률이 0입니다. {steps}스텝 중 {left}스텝은 아무것도 학습하지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>the learning rate is 0, and nothing is trained</source>
        <translation>학습률이 0이라 아무것도 학습하지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_that_never_cuts.py"/>
        <source>the learning rate is never cut: from {before} to {cut} is less than eps, {eps:.3g}</source>
        <translation>학습률이 낮아지지 않습니다. {before}에서 {cut}까지가 eps {eps:.3g}보다 작습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_that_never_cuts.py"/>
        <source>the learning rate is never cut: min_lr is {lowest:.3g}, and it starts from {lr:.3g}</source>
        <translation>학습률이 낮아지지 않습니다. min_lr가 {lowest:.3g}인데 {lr:.3g}에서 시작합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/by_hand.py"/>
        <source>the learning rate is set by hand in line {line} and {why}</source>
        <translation>{line}번째 줄에서 학습률을 손으로 정하는데, {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>the learning rate is {peak:.3g} at most: the lambda’s {factor:.3g} is a factor, multiplied by the optimizer’s lr, {lr:.3g}</source>
        <translation>학습률이 많아야 {peak:.3g}입니다. lambda의 {factor:.3g은} 배수라서 옵티마이저의 lr {lr:.3g}에 곱해집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr113_never_decays.py"/>
        <source>the learning rate is {rate:.3g} or less from step {step} on, for {left} of {steps} step{steps:|s}</source>
        <translation>{step}스텝부터 {steps}스텝 중 {left}스텝 동안 학습률이 {rate:.3g} 이하입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr113_never_decays.py"/>
        <source>the learning rate only falls from {peak} to {low} over the {steps} step{steps:|s} of the plan</source>
        <translation>계획의 {steps}스텝 동안 학습률이 {peak}에서 {low}까지만 내려갑니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr113_never_decays.py"/>
        <source>the learning rate stays at {peak} over the {steps} step{steps:|s} of the plan</source>
        <translation>계획의 {steps}스텝 내내 학습률이 {peak}에 머뭅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr116_dead_or_doubled_scheduler.py"/>
        <source>the learning rate stays at {rate:.3g}</source>
        <translation>학습률이 {rate:.3g}에 머뭅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/constants.py"/>
        <source>the list that it is in is too long</source>
        <translation>들어 있는 목록이 너무 깁니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>the log’s unit</source>
        <translation>로그의 단위</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_that_never_cuts.py"/>
        <source>the metric falls to {best:.4g}, from where {bar:.4g} is progress too: threshold_mode is 'rel'</source>
        <translation>지표가 {best:.4g}까지 내려가는데, 거기서는 {bar:.4g}도 진전입니다. threshold_mode가 'rel'입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>the milestones {late} never come: its last step is {last}</source>
        <translation>마일스톤 {late:은} 오지 않습니다. 마지막 스텝이 {last}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr107_seams_of_a_sequence.py"/>
        <source>the milestones {names} are out of order, which leaves parts out</source>
        <translation>마일스톤 {names}의 순서가 뒤바뀌어 빠지는 파트가 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr117_schedule_free.py"/>
        <source>the model is evaluated while {owner} ({cls}) holds the weights it trains: call {owner}.eval() first</source>
        <translation>{owner}({cls})가 학습하는 가중치를 쥐고 있는 동안 모델을 평가합니다. 먼저 {owner}.eval()을 호출하세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/laying.py"/>
        <source>the most varied direction square to it</source>
        <translation>그에 수직인 방향 가운데 가장 많이 변하는 방향</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>the name of a column</source>
        <translation>열의 이름</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/own_model.py"/>
        <source>the name of a function, or None</source>
        <translation>함수의 이름 또는 None</translation>
    </message>
    <message>
        <location filename="../../lrviz/lineage.py"/>
        <source>the name of another run</source>
        <translation>다른 실행의 이름</translation>
    </message>
    <message>
        <location filename="../../lrviz/lineage.py"/>
        <source>the name of another run; the nearest is {close}</source>
        <translation>다른 실행의 이름. 가장 가까운 것은 {close}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>the nearest is {close}</source>
        <translation>가장 가까운 것은 {close}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/notebook.py"/>
        <source>the notebook has no code in it</source>
        <translation>노트북에 코드가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/notebook.py"/>
        <source>the notebook is in {language}, and only Python is read</source>
        <translation>노트북이 {language:으로} 쓰였는데, Python만 읽습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/improving.py"/>
        <source>the optimizer’s rate is 0</source>
        <translation>옵티마이저의 학습률이 0입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>the parts of a scheduler have to be written out as a list</source>
        <translation>스케줄러의 파트는 목록으로 적어야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr109_chained_for_a_sequence.py"/>
        <source>the parts run at the same time, not one after another in {names} step{names:|s}: the learning rate is {rate:.3g} at step {last} and {end:.3g} at the end</source>
        <translation>파트가 {names}스텝씩 차례로가 아니라 동시에 돕니다. 학습률이 {last}스텝에 {rate:.3g}, 끝에 {end:.3g}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/models/own_model.py"/>
        <source>the path of a .py file</source>
        <translation>.py 파일의 경로</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>the path of a file</source>
        <translation>파일의 경로</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizer.py"/>
        <source>the schedule has moved β₁ to 1, and 1 − β₁ᵗ is a divisor</source>
        <translation>스케줄이 β₁을 1로 옮겼는데, 1 − β₁ᵗ로 나눕니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>the scheduler of line {lineno} is a part of another one, and stepped on its own; step only the whole</source>
        <translation>{lineno}번째 줄의 스케줄러는 다른 것의 파트인데 따로 밟습니다. 전체만 밟으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>the scheduler of line {lineno} is in it twice</source>
        <translation>{lineno}번째 줄의 스케줄러가 두 번 들어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>the session</source>
        <translation>세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/syntax.py"/>
        <source>the source must be text, not {source}</source>
        <translation>글이어야 하는데 {source}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/looked_up.py"/>
        <source>the table has no {name!r}; it has {known}</source>
        <translation>표에 {name!r:이} 없습니다. 있는 것은 {known}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/aliases.py"/>
        <source>the text has too many names for the same objects: {less}</source>
        <translation>같은 객체를 부르는 이름이 글에 너무 많습니다: {less}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/syntax.py"/>
        <source>the text holds {nodes:,} names, numbers and calls; at most {most:,} are read: {less}</source>
        <translation>글에 이름, 숫자, 호출이 {nodes:,}개인데, 읽을 수 있는 것은 {most:,}개까지입니다: {less}</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>the text is empty</source>
        <translation>글이 비어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/syntax.py"/>
        <source>the text is nested too deeply: {less}</source>
        <translation>글이 너무 깊이 겹쳐 있습니다: {less}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/syntax.py"/>
        <source>the text is {source:,} characters long; at most {longest:,} are read: {less}</source>
        <translation>글이 {source:,}자인데, 읽을 수 있는 것은 {longest:,}자까지입니다: {less}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>the text makes none</source>
        <translation>글이 만드는 것이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/jobs/client.py"/>
        <source>the training process can't be started ({reason}); {log_file} may say more</source>
        <translation>학습 프로세스를 시작할 수 없습니다 ({reason}). {log_file}에 더 있을 수 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/jobs/client.py"/>
        <source>the training process ended unexpectedly ({reason})</source>
        <translation>학습 프로세스가 예기치 않게 끝났습니다 ({reason})</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr119_adamw_timescale.py"/>
        <source>the weights average over {scale:.3g} update{scale:|s}, 1 / (lr · weight_decay), which is {share:.2g} of an epoch</source>
        <translation>가중치가 업데이트 {scale:.3g}번, 곧 1 / (lr · weight_decay)를 평균하는데, 에폭의 {share:.2g}배입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr114_warm_up_without_training.py"/>
        <source>the {many} at a learning rate of 0</source>
        <translation>학습률 0인 {many}</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>there are none</source>
        <translation>없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>there are those of lines {names}</source>
        <translation>{names}번째 줄에 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>there are {names}</source>
        <translation>{names:이} 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/cards.py"/>
        <source>there is no card {name}</source>
        <translation>카드 {name:이} 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/shelf.py"/>
        <source>there is no lesson of that name: {instead}</source>
        <translation>그런 이름의 레슨이 없습니다: {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/criterion.py"/>
        <source>there is no loss {name}: {instead}</source>
        <translation>{name:이라는} 손실이 없습니다: {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/pictures.py"/>
        <source>there is no pane {pane!r}: choose {titles}</source>
        <translation>칸 {pane!r:이} 없습니다. {titles} 가운데 고르세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/scenarios/__init__.py"/>
        <source>there is no preset of that name; {known}</source>
        <translation>그런 이름의 프리셋이 없습니다. {known}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/write.py"/>
        <source>there is no script for {name}: {misfit}</source>
        <translation>{name}의 스크립트는 없습니다: {misfit}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>there is no such file</source>
        <translation>그런 파일이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/shelf.py"/>
        <source>there is no such file and no lesson of that name{nearby}</source>
        <translation>그런 파일도, 그런 이름의 레슨도 없습니다{nearby}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>there is no {name}: {instead}</source>
        <translation>{name:이} 없습니다: {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/claims.py"/>
        <source>there is no {noun} {name}{where}: {instead}</source>
        <translation>{name:이라는} {noun:이} 없습니다{where}: {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/pictures.py"/>
        <source>there is not enough memory for {wide} × {high} pixels</source>
        <translation>{wide} × {high}픽셀을 담을 메모리가 모자랍니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>this</source>
        <translation>이것</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/devices.py"/>
        <source>this PyTorch is built without CUDA</source>
        <translation>이 PyTorch는 CUDA 없이 빌드되었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/devices.py"/>
        <source>this PyTorch is built without MPS, which needs a Mac</source>
        <translation>이 PyTorch는 MPS 없이 빌드되었습니다. MPS는 Mac에서만 됩니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/moved.py"/>
        <source>threshold</source>
        <translation>문턱</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>too many levels of symbolic links</source>
        <translation>심볼릭 링크가 너무 여러 번 이어집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/files.py"/>
        <source>too many open files</source>
        <translation>열린 파일이 너무 많습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr101_epochs_for_steps.py"/>
        <source>torch raises</source>
        <translation>torch가 오류를 냅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>torch raises before step {last}: {error}</source>
        <translation>{last}스텝 전에 torch가 오류를 냅니다: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>torch refuses it: {why}</source>
        <translation>torch가 거부합니다: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr104_momentum_overridden.py"/>
        <source>torch refuses {optimizer}: {name} moves the momentum, and it has none</source>
        <translation>torch가 {optimizer:을} 거부합니다. {name:은} 모멘텀을 움직이는데, 모멘텀이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr105_scheduler_before_optimizer.py"/>
        <source>training starts at {after} instead of {before}</source>
        <translation>학습이 {before} 대신 {after}에서 시작합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>true or false</source>
        <translation>참 또는 거짓</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>two or more for classes, two for binary and none for values</source>
        <translation>클래스에는 둘 이상, 예/아니요에는 둘, 값에는 없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>version is {given}; it must be a whole number of at least 1</source>
        <translation>version이 {given}입니다. 1 이상의 정수여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>version is {version}, from a newer lrviz; this one reads up to version {latest}</source>
        <translation>version이 {version:으로} 더 새로운 lrviz의 것입니다. 이 lrviz는 version {latest}까지 읽습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/loss.py"/>
        <source>weight has {weight} value{weight:|s}; these data have {outputs} class{outputs:|es}</source>
        <translation>weight의 값이 {weight}개인데, 이 데이터의 클래스는 {outputs}개입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr119_adamw_timescale.py"/>
        <source>weight_decay={weight_decay:g} does next to nothing: its timescale is {scale:.3g} update{scale:|s}, 1 / (lr · weight_decay), and the plan has {steps}, in which it takes at most {most:.2g} % of the weights away</source>
        <translation>weight_decay={weight_decay:g은} 거의 아무 일도 하지 않습니다. 시간 척도가 1 / (lr · weight_decay)인 업데이트 {scale:.3g}번인데, 계획은 {steps}번이라 가중치를 많아야 {most:.2g} % 덜어 냅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/forks.py"/>
        <source>went no further than {steps} update{steps:|s}: {message}</source>
        <translation>업데이트 {steps}번에서 더 나아가지 못했습니다: {message}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/overridden.py"/>
        <source>what a Trainer makes is only read where it is written out</source>
        <translation>Trainer가 만드는 것은 다 적혀 있을 때만 읽습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/timms.py"/>
        <source>what is given as **{given} is not in the text</source>
        <translation>**{given:으로} 주는 것이 글에 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>what is read are the lines that make them, such as torch.optim.SGD(model.parameters(), lr=0.1)</source>
        <translation>읽는 것은 torch.optim.SGD(model.parameters(), lr=0.1)처럼 이들을 만드는 줄입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr105_scheduler_before_optimizer.py"/>
        <source>where {owner} skips an update, as it does the first few, {scheduler}.step() of line {line} still goes on by one: step only where the scale didn't go down</source>
        <translation>{owner:이} 처음 몇 번처럼 업데이트를 건너뛰어도, {line}번째 줄의 {scheduler}.step()은 하나 더 갑니다. 스케일이 내려가지 않았을 때만 밟으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/groups.py"/>
        <source>which parameters are in this group can’t be told by their names; its rates are drawn, for the pattern {pattern}, which may match none</source>
        <translation>이 그룹에 어느 파라미터가 있는지 이름으로 알 수 없습니다. 아무것도 맞지 않을 수 있는 패턴 {pattern:으로} 학습률을 그렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/curves.py"/>
        <source>whole numbers between 0 and {furthest}</source>
        <translation>0 이상 {furthest} 이하의 정수</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>whole numbers, one for each loss: the updates they belong to</source>
        <translation>손실마다 하나씩, 그것이 속한 업데이트를 나타내는 정수</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/task.py"/>
        <source>yes or no</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr122_above_the_ceiling.py"/>
        <source>{above}; with momentum the ceiling is {factor:.3g} times the {along:.3g} along its updates</source>
        <translation>{above}. 모멘텀이 있으면 한계는 업데이트를 따라 잰 {along:.3g}의 {factor:.3g}배입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/spirals.py"/>
        <source>{arms} spirals, noise {noise:g}</source>
        <translation>나선 {arms}개, 잡음 {noise:g}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/reading.py"/>
        <source>{asked} {value}</source>
        <translation>{asked}: {value}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/refusals.py"/>
        <source>{asked} {value}; say what it is: names={{{asked!r}: …}}</source>
        <translation>{asked}: {value}. names={{{asked!r}: …}}로 무엇인지 알려 주세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr112_batches_counted_as_updates.py"/>
        <source>{batches} of each of {workers} workers make an update</source>
        <translation>워커 {workers}개가 {batches}개씩 모여 업데이트 하나가 됩니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr112_batches_counted_as_updates.py"/>
        <source>{batches} of them make an update</source>
        <translation>{batches}개가 모여 업데이트 하나가 됩니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{bound} or None</source>
        <translation>{bound} 또는 None</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{bound}, or one for each parameter group</source>
        <translation>모두에 하나이거나 파라미터 그룹마다 하나인 {bound}</translation>
    </message>
    <message>
        <location filename="../../lrviz/errors.py"/>
        <source>{bound}; the nearest is {close}</source>
        <translation>{bound}. 가장 가까운 것은 {close}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/get_scheduler.py"/>
        <source>{by_name} has no argument {unknown}; it takes {names}</source>
        <translation>{by_name}에는 {unknown} 인자가 없습니다. 받는 것은 {names}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/get_scheduler.py"/>
        <source>{by_name} passes further arguments on to {name} in some versions only; call {function}</source>
        <translation>{by_name:은} 일부 버전에서만 나머지 인자를 {name}에 넘깁니다. {function:을} 호출하세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{called}: this one has {args} arguments</source>
        <translation>{called}: 이것에는 인자가 {args}개 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{called}: {kind} is a text between quotes, not {unparse}</source>
        <translation>{called}: {kind:은} {unparse:이} 아니라 따옴표 안의 글입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{called}: {kind} is a whole number, not {unparse}</source>
        <translation>{called}: {kind:은} {unparse:이} 아니라 정수입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr114_warm_up_without_training.py"/>
        <source>{climbs}, and no step is left for its decay</source>
        <translation>{climbs}. 감쇠할 스텝이 남지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr114_warm_up_without_training.py"/>
        <source>{climbs}: it is at {most:.3g} only from step {top} on</source>
        <translation>{climbs}. {top}스텝부터야 {most:.3g}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr116_dead_or_doubled_scheduler.py"/>
        <source>{cls} changes nothing</source>
        <translation>{cls:은} 아무것도 바꾸지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr117_schedule_free.py"/>
        <source>{cls} needs no schedule, and {scheduler} decays its rate on top of the averaging: leave the scheduler out, and warm up with warmup_steps</source>
        <translation>{cls}에는 스케줄이 필요 없는데, {scheduler:이} 평균 위에 학습률까지 줄입니다. 스케줄러를 빼고 warmup_steps로 워밍업하세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr111_resumed_without_its_start.py"/>
        <source>{cls} with last_epoch={last_epoch} needs initial_lr in the optimizer’s groups, and {optimizer} is new: torch raises a KeyError</source>
        <translation>last_epoch={last_epoch}인 {cls}에는 옵티마이저 그룹의 initial_lr가 필요한데, {optimizer:은} 새것입니다. torch가 KeyError를 냅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{count} value{count:|s}, each {bound}</source>
        <translation>{bound} {count}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/digits.py"/>
        <source>{data}, {wrong} % of labels wrong</source>
        <translation>{data}, 레이블 {wrong} % 오류</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>{error}</source>
        <translation>{error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>{file} can’t be learned as {kind}: a table holds no {lacking}</source>
        <translation>{file:은} {kind:으로} 배울 수 없습니다. 표에는 {lacking:이} 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/errors.py"/>
        <source>{file} can’t be opened: {reason}</source>
        <translation>{file:을} 열 수 없습니다: {reason}</translation>
    </message>
    <message>
        <location filename="../../lrviz/errors.py"/>
        <source>{file} can’t be saved: {reason}</source>
        <translation>{file:을} 저장할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <location filename="../../lrviz/errors.py"/>
        <source>{file} can’t be written: {reason}</source>
        <translation>{file:을} 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>{file} has fewer than {least_rows} rows</source>
        <translation>{file}의 행이 {least_rows}개보다 적습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>{file} has no column of numbers to learn {labels} from{why}</source>
        <translation>{file}에는 {labels:을} 배울 숫자 열이 없습니다{why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>{file} has no column {name}</source>
        <translation>{file}에 {name} 열이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>{file}, {examples} example{examples:|s}</source>
        <translation>{file}, 예제 {examples}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>{file}: no feature is chosen to learn {labels} from</source>
        <translation>{file}: {labels:을} 배울 특성을 고르지 않았습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>{file}: {labels} can’t be learned as {kind}: {why}</source>
        <translation>{file}: {labels:은} {kind:으로} 배울 수 없습니다: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>{file}: {labels} can’t be learned: {unfit_to_learn}</source>
        <translation>{file}: {labels:은} 배울 수 없습니다: {unfit_to_learn}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>{file}: {name} can’t be a feature: {why}</source>
        <translation>{file}: {name:은} 특성이 될 수 없습니다: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/own_model.py"/>
        <source>{file}{place}: {error}{words}</source>
        <translation>{file}{place}: {error}{words}</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/origin.py"/>
        <location filename="../../lrviz/source/frames/decisions.py"/>
        <location filename="../../lrviz/source/values/left_open.py"/>
        <source>{first} to {last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>{first}, and {more} more</source>
        <translation>{first}. 그런 줄이 {more}개 더 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/models.py"/>
        <source>{function} gives {model}, and it must give an nn.Module</source>
        <translation>{function:이} {model:을} 주는데, nn.Module을 주어야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_that_never_cuts.py"/>
        <source>{given} {wrong}, and mode is {mode!r}: the learning rate is cut every {patience} step{patience:|s} of progress</source>
        <translation>{given} {wrong}, mode가 {mode!r}입니다. 나아진 {patience}스텝마다 학습률이 낮아집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>{held}, the others have {rows}</source>
        <translation>{held}, 다른 것은 {rows}개입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr120_ends_high.py"/>
        <source>{high}; {left}</source>
        <translation>{high}. {left}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{id} stands alone: texts stand between quotes{hint}</source>
        <translation>{id:이} 홀로 있습니다. 글은 따옴표 안에 씁니다{hint}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr107_seams_of_a_sequence.py"/>
        <source>{jump}: {scheduler} takes {steps} step{steps:|s} and has {room}</source>
        <translation>{jump}. {scheduler:은} {steps}스텝이 필요한데 {room}뿐입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>{kind} expects all schedulers to belong to the same optimizer, but schedulers[{other}] is made for another one</source>
        <translation>{kind:은} 모든 스케줄러가 같은 옵티마이저의 것이어야 하는데, schedulers[{other}]는 다른 것의 스케줄러입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>{kind} has no argument {name}; {known}</source>
        <translation>{kind}에는 {name} 인자가 없습니다. {known}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/timms.py"/>
        <source>{kind} has no argument {name}{hint}</source>
        <translation>{kind}에는 {name} 인자가 없습니다{hint}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/loss.py"/>
        <source>{kind} is for {wanted}; these data ask for {nouns}</source>
        <translation>{kind:은} {wanted}에 쓰는데, 이 데이터는 {nouns:을} 묻습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>{kind} is given to an optimizer of Keras here; only torch’s are read</source>
        <translation>여기서는 {kind:을} Keras의 옵티마이저에 줍니다. torch의 것만 읽습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>{kind} is given {arg} twice</source>
        <translation>{kind}에 {arg:을} 두 번 주었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>{kind} needs its optimizer as the first argument</source>
        <translation>{kind}의 첫 인자는 옵티마이저여야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>{kind} needs {names}</source>
        <translation>{kind}에는 {names:이} 필요합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>{kind} needs {name}</source>
        <translation>{kind}에는 {name:이} 필요합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/parts.py"/>
        <source>{kind} needs {parts}</source>
        <translation>{kind}에는 {parts:이} 필요합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr109_chained_for_a_sequence.py"/>
        <source>{kind} sets the rate itself: {names} before it has no effect</source>
        <translation>{kind:은} 학습률을 스스로 정하므로, 앞의 {names:은} 효과가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/optimizer.py"/>
        <source>{kind} takes only {only}, and {name} ({size}) isn't one: freeze it with a group</source>
        <translation>{kind:은} {only}만 받는데, {name}({size})는 아닙니다. 그룹으로 동결하세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>{kind} takes {places} arguments by place, not {args}</source>
        <translation>{kind:은} 자리로 받는 인자가 {args}개가 아니라 {places}개입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/nodes.py"/>
        <source>{kind}: {error}</source>
        <translation>{kind}: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/laws/fitting.py"/>
        <source>{left_out} kept from the fit, it was off by {held_out:.2g} at most.</source>
        <translation>{left_out:을} 맞추지 않고 남겨 두었는데, 많아야 {held_out:.2g}만큼 틀렸습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr120_ends_high.py"/>
        <source>{left}, less than the bound can be wrong by</source>
        <translation>{left}. 상한이 틀릴 수 있는 폭보다 작습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/sentences.py"/>
        <source>{listed}, {text}</source>
        <translation>{listed}, {text}</translation>
    </message>
    <message>
        <location filename="../../lrviz/errors.py"/>
        <source>{message} [{rule}]</source>
        <translation>{message} [{rule}]</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/by_hand/by_hand.py"/>
        <source>{message}; write it as a function for LambdaLR</source>
        <translation>{message}. LambdaLR의 함수로 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>{msg} at character {place}</source>
        <translation>{place}번째 글자에서 {msg}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{msg} at character {value}</source>
        <translation>{value}번째 글자에서 {msg}</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>{names} and {more} more</source>
        <translation>{names} 외 {more}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/improving.py"/>
        <source>{name} can’t be improved: {outside}</source>
        <translation>{name:은} 개선할 수 없습니다: {outside}</translation>
    </message>
    <message>
        <location filename="../../lrviz/modelfile.py"/>
        <source>{name} can’t be read as Python</source>
        <translation>{name:은} Python으로 읽을 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>{name} can’t be read: {error}</source>
        <translation>{name:을} 읽을 수 없습니다: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/__init__.py"/>
        <location filename="../../lrviz/logfile.py"/>
        <location filename="../../lrviz/modelfile.py"/>
        <source>{name} can’t be read: {why}</source>
        <translation>{name:을} 읽을 수 없습니다: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/__init__.py"/>
        <source>{name} can’t be read: {why}{hint}</source>
        <translation>{name:을} 읽을 수 없습니다: {why}{hint}</translation>
    </message>
    <message>
        <location filename="../../lrviz/modelfile.py"/>
        <source>{name} can’t be read: {words}</source>
        <translation>{name:을} 읽을 수 없습니다: {words}</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>{name} can’t be unpacked: {error}</source>
        <translation>{name:을} 풀 수 없습니다: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/pictures.py"/>
        <source>{name} ends in {suffix}</source>
        <translation>{name}의 확장자가 {suffix}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/own_model.py"/>
        <source>{name} has changed since it was chosen: read it again</source>
        <translation>{name:이} 고른 뒤에 바뀌었습니다. 다시 읽으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>{name} has changed since its columns were chosen: choose them anew</source>
        <translation>열을 고른 뒤에 {name:이} 바뀌었습니다. 새로 고르세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <location filename="../../lrviz/logfile.py"/>
        <source>{name} has names but no rows</source>
        <translation>{name}에 이름만 있고 행이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/criterion.py"/>
        <source>{name} has no argument {unknown}: {instead}</source>
        <translation>{name}에는 {unknown} 인자가 없습니다: {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/pictures.py"/>
        <source>{name} has no ending</source>
        <translation>{name}에 확장자가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/modelfile.py"/>
        <source>{name} has no function and no class that could make a model</source>
        <translation>{name}에는 모델을 만들 함수도 클래스도 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/modelfile.py"/>
        <source>{name} has no function {function}{hint}</source>
        <translation>{name}에는 {function} 함수가 없습니다{hint}</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/solo.py"/>
        <source>{name} has no update {updates}{where}: {why}</source>
        <translation>{name}에 업데이트 {updates}번이 없습니다{where}: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/logfile.py"/>
        <source>{name} has {columns} columns; at most {most} are read</source>
        <translation>{name}의 열이 {columns}개인데, 읽을 수 있는 것은 {most}개까지입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>{name} has {heads} arrays; 1 to {most_columns} are read</source>
        <translation>{name}의 배열이 {heads}개인데, 1~{most_columns}개를 읽습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>{name} has {names} columns; at most {most_columns} are read</source>
        <translation>{name}의 열이 {names}개인데, 읽을 수 있는 것은 {most_columns}개까지입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>{name} holds no array with rows</source>
        <translation>{name}에는 행이 있는 배열이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/consent.py"/>
        <source>{name} is a program, and nobody has agreed to execute it (trust=True, or --trust)</source>
        <translation>{name:은} 프로그램인데, 실행해도 된다고 아무도 동의하지 않았습니다 (trust=True 또는 --trust)</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>{name} is a scheduler of the text’s own (line {lineno}), which is not read; write what it does as a function for LambdaLR</source>
        <translation>{name:은} 글에서 정의한 스케줄러({lineno}번째 줄)라 읽지 않습니다. 하는 일을 LambdaLR의 함수로 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/__init__.py"/>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>{name} is empty</source>
        <translation>{name:은} 비어 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/__init__.py"/>
        <source>{name} is neither CSV (.csv, .tsv, .txt) nor NPZ (.npz)</source>
        <translation>{name:은} CSV(.csv, .tsv, .txt)도 NPZ(.npz)도 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr116_dead_or_doubled_scheduler.py"/>
        <source>{name} is never stepped: {kept}</source>
        <translation>{name:은} 한 번도 밟지 않습니다: {kept}</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>{name} is no NPZ file</source>
        <translation>{name:은} NPZ 파일이 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/logfile.py"/>
        <location filename="../../lrviz/modelfile.py"/>
        <source>{name} is no UTF-8 text</source>
        <translation>{name:은} UTF-8 글이 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>{name} is no UTF-8 text: byte {object:#04x} is in it</source>
        <translation>{name:은} UTF-8 글이 아닙니다. 바이트 {object:#04x}가 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/get_scheduler.py"/>
        <source>{name} is no schedule that {by_name} makes; {known}</source>
        <translation>{name:은} {by_name:이} 만드는 스케줄이 아닙니다. {known}</translation>
    </message>
    <message>
        <location filename="../../lrviz/logfile.py"/>
        <source>{name} is no table: {error}</source>
        <translation>{name:은} 표가 아닙니다: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>{name} is no {what} that is known; {known}</source>
        <translation>{name:은} 아는 {what:이} 아닙니다. {known}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/timms.py"/>
        <source>{name} is none of timm's that is known; {rest}</source>
        <translation>{name:은} 아는 timm의 것이 아닙니다. {rest}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/own_data.py"/>
        <source>{name} isn’t what it was when its columns were chosen: choose them anew</source>
        <translation>{name:이} 열을 골랐을 때와 다릅니다. 새로 고르세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr104_momentum_overridden.py"/>
        <source>{name} moves the {what} between {low:g} and {high:g}: {optimizer}’s own, {own:g}, is never used</source>
        <translation>{name:은} {what:을} {low:g과} {high:g} 사이에서 움직입니다. {optimizer} 자신의 {own:g은} 쓰이지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/criterion.py"/>
        <source>{name} needs its argument {missing}</source>
        <translation>{name}에는 {missing} 인자가 필요합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr107_seams_of_a_sequence.py"/>
        <source>{name} never runs: it begins at step {first} and ends at {end}</source>
        <translation>{name:은} 실행되지 않습니다. {first}스텝에서 시작해 {end}에 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr107_seams_of_a_sequence.py"/>
        <source>{name} never runs: it begins at step {first} of {steps}</source>
        <translation>{name:은} 실행되지 않습니다. {steps}스텝 중 {first}스텝에서 시작합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>{name} other than {names} is not read; leave it out</source>
        <translation>{names} 말고 다른 {name:은} 읽지 않습니다. 빼세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{name} takes its arguments in their order, without names</source>
        <translation>{name:은} 인자를 이름 없이 순서대로 받습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/criterion.py"/>
        <source>{name} takes {names} arguments, and {given} are given</source>
        <translation>{name:은} 인자 {names}개를 받는데, {given}개를 주었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>{name} unpacks to {megabytes}; at most {most} are read</source>
        <translation>{name:을} 풀면 {megabytes}인데, 읽을 수 있는 것은 {most}까지입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/first_epoch.py"/>
        <source>{name}, a {called}, is only there if {unparse}; the curve leaves out what it does in that epoch, and what stays of it if it isn’t through by then</source>
        <translation>{called}인 {name:은} {unparse}일 때만 있습니다. 곡선에서는 그 에폭에 하는 일과, 그때까지 끝나지 않으면 남는 것을 뺐습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>{name}: line {line_num} can’t be read: {error}</source>
        <translation>{name}: {line_num}번째 줄을 읽을 수 없습니다: {error}</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>{name}: line {line} has {cells} cell{cells:|s}, the first has {names}</source>
        <translation>{name}: {line}번째 줄에는 칸이 {cells}개, 첫 줄에는 {names}개 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>{name}: the name {broken} goes over more than one line</source>
        <translation>{name}: {broken:이라는} 이름이 여러 줄에 걸쳐 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/table.py"/>
        <source>{name}: two columns are called {twice}</source>
        <translation>{name}: {twice:이라는} 열이 둘입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/archive.py"/>
        <source>{name}: {array} is no array of numpy</source>
        <translation>{name}: {array:은} numpy 배열이 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/modelfile.py"/>
        <source>{name}: {function} can’t make a model: {unfit}</source>
        <translation>{name}: {function:은} 모델을 만들 수 없습니다: {unfit}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>{name}={low} is above the learning rate of {rate}, which goes up to it</source>
        <translation>{name}={low:이} 그리로 올라가는 학습률 {rate}보다 높습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>{name}={low} is the learning rate itself, which stays there</source>
        <translation>{name}={low:이} 학습률과 같아 학습률이 그대로입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/modelfile.py"/>
        <source>{name}{where}: {msg}</source>
        <translation>{name}{where}: {msg}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{noun} and less than {limit}</source>
        <translation>{limit}보다 작은 {noun}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{noun} and of at most {limit}</source>
        <translation>{limit} 이하인 {noun}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{noun} between {low} and {high}</source>
        <translation>{low} 이상 {high} 이하의 {noun}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{noun} greater than {limit}</source>
        <translation>{limit}보다 큰 {noun}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{noun} less than {limit}</source>
        <translation>{limit}보다 작은 {noun}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{noun} of at least {limit}</source>
        <translation>{limit} 이상의 {noun}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{noun} of at most {limit}</source>
        <translation>{limit} 이하의 {noun}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{noun} of {least} to any number of characters</source>
        <translation>{least}자 이상의 {noun}</translation>
    </message>
    <message>
        <location filename="../../lrviz/spec.py"/>
        <source>{noun} of {least} to {most} characters</source>
        <translation>{least}~{most}자의 {noun}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/timms.py"/>
        <source>{optimizer} gives every layer a rate of its own here, which is not read</source>
        <translation>여기서 {optimizer:은} 층마다 자신의 학습률을 주는데, 읽지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr111_resumed_without_its_start.py"/>
        <source>{optimizer} goes on with the state loaded in line {loaded}, and {cls} begins at step 0 again: load its state too</source>
        <translation>{optimizer:은} {loaded}번째 줄에서 불러온 상태로 이어 가는데, {cls:은} 다시 0스텝에서 시작합니다. 그 상태도 불러오세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr116_dead_or_doubled_scheduler.py"/>
        <source>{optimizer} is made anew in line {line}, and {names} of line {made} goes on stepping the old one: the new one’s rate stays as it is</source>
        <translation>{line}번째 줄에서 {optimizer:을} 새로 만드는데, {made}번째 줄의 {names:은} 이전 것을 계속 밟습니다. 새것의 학습률은 그대로입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/sentences.py"/>
        <source>{others} and {last}</source>
        <translation>{others}, {last}</translation>
    </message>
    <message>
        <location filename="../../lrviz/sentences.py"/>
        <source>{others} or {last}</source>
        <translation>{others} 또는 {last}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/borrowed.py"/>
        <source>{other} is an optimizer that lrviz doesn’t train with; {shown}</source>
        <translation>{other:은} lrviz가 학습에 쓰지 않는 옵티마이저입니다. {shown}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr116_dead_or_doubled_scheduler.py"/>
        <source>{owner} ({cls}) and {other} ({others}) both step {optimizer}, so that each changes what the other one left: make them one ChainedScheduler or SequentialLR</source>
        <translation>{owner}({cls})와 {other}({others})가 모두 {optimizer:을} 밟아, 저마다 다른 것이 남긴 것을 바꿉니다. ChainedScheduler나 SequentialLR 하나로 만드세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr117_schedule_free.py"/>
        <source>{owner} ({cls}) is never told to train: call {owner}.train() first</source>
        <translation>{owner}({cls})에 학습하라고 알리지 않습니다. 먼저 {owner}.train()을 호출하세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/irregular.py"/>
        <source>{owner} is stepped {times} times a round, up to line {last}; {drawn}</source>
        <translation>{owner:은} {last}번째 줄까지 한 회차에 {times}번 밟습니다. {drawn}</translation>
    </message>
    <message>
        <location filename="../../lrviz/errors.py"/>
        <source>{owner}({field}={value}): {field} must be {bound}</source>
        <translation>{owner}({field}={value}): {field:은} {bound:이어야} 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr106_get_lr.py"/>
        <source>{owner}.get_lr() gives the rate after the one in use{numbers}: ask get_last_lr()</source>
        <translation>{owner}.get_lr()는 지금 쓰는 것 다음의 학습률을 줍니다{numbers}. get_last_lr()로 물으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_without_metric.py"/>
        <source>{owner}.step() needs the metric that {plateau} watches: torch raises a TypeError there</source>
        <translation>{owner}.step()에는 {plateau:이} 지켜보는 지표가 필요합니다. torch가 거기서 TypeError를 냅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr105_scheduler_before_optimizer.py"/>
        <source>{owner}.step() of line {line} comes before {written} of line {later}: the first rate is never used, and {moved}</source>
        <translation>{line}번째 줄의 {owner}.step()이 {later}번째 줄의 {written}보다 먼저 옵니다. 첫 학습률은 쓰이지 않고, {moved}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_without_metric.py"/>
        <source>{owner}.step() of {classes} takes no metric: torch raises a TypeError there</source>
        <translation>{classes}의 {owner}.step()은 지표를 받지 않습니다. torch가 거기서 TypeError를 냅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/irregular.py"/>
        <source>{owner}.step({given}) in line {line} {why}</source>
        <translation>{line}번째 줄의 {owner}.step({given}): {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr110_plateau_without_metric.py"/>
        <source>{owner}.step({given}) takes the metric for the epoch: only {plateau} is told one</source>
        <translation>{owner}.step({given})이 지표를 에폭으로 받습니다. {plateau}만 지표를 듣습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/calls.py"/>
        <source>{package}’s own isn’t read: write the {what} of torch’s, or the LambdaLR, that does the same</source>
        <translation>{package} 자신의 것은 읽지 않습니다. 같은 일을 하는 torch의 {what:이나} LambdaLR를 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/engine/forks.py"/>
        <source>{parent}, which it leaves after {step} update{step:|s}, {why}</source>
        <translation>업데이트 {step}번 뒤에 갈라져 나올 {parent:이} 그 전에 끝났습니다. {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/datafile/__init__.py"/>
        <source>{path} can’t be read: {words}{hint}</source>
        <translation>{path:을} 읽을 수 없습니다: {words}{hint}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>{path} can’t be trained: {why}</source>
        <translation>{path:은} 학습할 수 없습니다: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/write.py"/>
        <location filename="../../lrviz/ui/showing/film.py"/>
        <location filename="../../lrviz/ui/showing/pictures.py"/>
        <source>{path} can’t be written: {why}</source>
        <translation>{path:을} 쓸 수 없습니다: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>{path} is {like}; {wanted}</source>
        <translation>{path:은} {like}입니다. {wanted}</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>{path} {reason}</source>
        <translation>{path}: {reason}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>{path}.code is {code}; it must be a text of torch code</source>
        <translation>{path}.code가 {code}입니다. torch 코드인 글이어야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>{path}.runs is missing; it must be a list of at least one run</source>
        <translation>{path}.runs가 없습니다. 실행이 하나 이상인 목록이어야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>{path}.{name} is said twice: its code says it too</source>
        <translation>{path}.{name:이} 두 번 있습니다. 코드에도 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>{path}.{taken} is unknown: a scene has no such field; {fields}</source>
        <translation>{path}.{taken:은} 알 수 없습니다. 장면에는 이런 필드가 없습니다. {fields}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/reading.py"/>
        <source>{path}: {words}</source>
        <translation>{path}: {words}</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/source.py"/>
        <source>{rare} stands in one row only, and each class needs two</source>
        <translation>{rare:은} 한 행에만 있는데, 클래스마다 둘은 있어야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/forecasts.py"/>
        <source>{samples} samples of {steps} updates</source>
        <translation>업데이트 {steps}번에서 뽑은 표본 {samples}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/timms.py"/>
        <source>{scheduler} with step_on_epochs=False needs updates_per_epoch</source>
        <translation>step_on_epochs=False인 {scheduler}에는 updates_per_epoch가 필요합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/timms.py"/>
        <source>{scheduler} with {name} draws rates at random, which is not read</source>
        <translation>{name:이} 있는 {scheduler:은} 학습률을 무작위로 뽑는데, 읽지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr115_degenerate_parameters.py"/>
        <source>{schedule} with total_iters=0 never gets away from where it begins, at {rate:.3g}</source>
        <translation>total_iters=0인 {schedule:은} 시작한 {rate:.3g}에서 떠나지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>{several}, or make them one SequentialLR or ChainedScheduler: they are not stepped one right after the other</source>
        <translation>{several}. 아니면 SequentialLR나 ChainedScheduler 하나로 만드세요. 바로 이어 밟지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/text/left_out.py"/>
        <source>{shown} is no Python ({why}) and left out: nothing that is read depends on it</source>
        <translation>{shown:은} Python이 아니라({why}) 뺐습니다. 읽은 것 중 여기에 달린 것은 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr113_never_decays.py"/>
        <source>{stays}: {path} says {step}</source>
        <translation>{stays}: {path}에는 {step:이라} 적혀 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr101_epochs_for_steps.py"/>
        <source>{step} step{step:|s} {step:looks|look} like epochs: line {line} steps the scheduler in each of their batches, and {how} after the first {step} batch{step:|es} of {epochs} epoch{epochs:|s}</source>
        <translation>{step}스텝은 에폭처럼 보입니다. {line}번째 줄은 에폭의 배치마다 스케줄러를 밟고, {epochs}에폭 중 처음 배치 {step}개 뒤에 {how}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr101_epochs_for_steps.py"/>
        <source>{step} step{step:|s} {step:looks|look} like epochs: the scheduler steps at every update, {updates} to an epoch, and is through at step {step} of {steps}</source>
        <translation>{step}스텝은 에폭처럼 보입니다. 스케줄러는 업데이트마다, 에폭에 {updates}번 밟고, {steps}스텝 중 {step}스텝에서 끝나 버립니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr101_epochs_for_steps.py"/>
        <source>{step} step{step:|s} {step:looks|look} like updates: the scheduler steps once an epoch, {steps} times, and the learning rate ends at {last:.3g}, {way:.2%} of its way</source>
        <translation>{step}스텝은 업데이트처럼 보입니다. 스케줄러는 에폭마다 한 번, 모두 {steps}번 밟고, 학습률이 갈 길의 {way:.2%}인 {last:.3g}에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/catalog/problems/walk.py"/>
        <source>{surface} · noise {noise:g}</source>
        <translation>{surface} · 잡음 {noise:g}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/usage/loops.py"/>
        <source>{target} {unparse}</source>
        <translation>{target} {unparse}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{text} is a number; a claim compares, as in {value}</source>
        <translation>{text:은} 숫자입니다. 주장은 {value}처럼 비교합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/criterion.py"/>
        <source>{text} is no loss as torch code, like nn.HuberLoss(delta=1.0)</source>
        <translation>{text:은} nn.HuberLoss(delta=1.0) 같은 torch 코드의 손실이 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/film.py"/>
        <source>{told}: a film is a .gif or .mp4 file</source>
        <translation>{told}. 영상은 .gif나 .mp4 파일입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/pictures.py"/>
        <source>{told}: a picture is a .png, .svg, .pdf or .tex file</source>
        <translation>{told}. 그림은 .png, .svg, .pdf, .tex 파일입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/documents.py"/>
        <source>{unknown}; the nearest is {close}</source>
        <translation>{unknown}. 가장 가까운 것은 {close}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{unparse} is a condition, which isn’t compared</source>
        <translation>{unparse:은} 비교되지 않는 조건입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/libraries/ignite.py"/>
        <source>{unparse} is drawn as if it came each time</source>
        <translation>{unparse:은} 매번 오는 것으로 그렸습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{unparse} is no part of a claim</source>
        <translation>{unparse:은} 주장의 일부가 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/criterion.py"/>
        <source>{unparse} is no plain value</source>
        <translation>{unparse:은} 그냥 값이 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{unparse} is {nouns}, and {nouns2} is wanted there</source>
        <translation>{unparse:은} {nouns}인데, 거기에는 {nouns2:이} 필요합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/unfollowed.py"/>
        <source>{unparse}.dampening() warms the rate up by a factor that isn’t drawn</source>
        <translation>{unparse}.dampening()은 그리지 않는 배수로 학습률을 워밍업합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/criterion.py"/>
        <source>{unparse}: arguments stand by themselves, without **</source>
        <translation>{unparse}: 인자는 ** 없이 그대로 적습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{unparse}: compare with &lt; &lt;= &gt; &gt;= == !=</source>
        <translation>{unparse}: &lt; &lt;= &gt; &gt;= == !=로 비교하세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{unparse}: of the operators there are + - * / **</source>
        <translation>{unparse}: 연산자는 + - * / **가 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/claims.py"/>
        <source>{unparse}: the training has {steps} update{steps:|s}</source>
        <translation>{unparse}: 학습의 업데이트는 {steps}번입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/claims.py"/>
        <source>{unparse}: there is no validation after {step} update{step:|s}; the nearest are after {below} and {below2}</source>
        <translation>{unparse}: 업데이트 {step}번 뒤에는 검증이 없습니다. 가장 가까운 것은 {below:과} {below2}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{unparse}: {name} is taken over seeds, and that is one number</source>
        <translation>{unparse}: {name:은} 시드에 대해 구하는데, 이것은 숫자 하나입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{value} is neither a number nor a text</source>
        <translation>{value:은} 숫자도 글도 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>{value} is no {value2}</source>
        <translation>{value:은} {value2:이} 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/session.py"/>
        <source>{value} {reason}</source>
        <translation>{value}: {reason}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/frames/unfollowed.py"/>
        <source>{what} in line {lineno} may set names to other values; they are read as the text gives them</source>
        <translation>{lineno}번째 줄의 {what:은} 이름에 다른 값을 넣을 수 있습니다. 글에 있는 대로 읽었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/by_hand.py"/>
        <source>{what} is set after the scheduler is made, which is not read; give it where it is made</source>
        <translation>{what:이} 스케줄러를 만든 뒤에 정해지는데, 읽지 않습니다. 만드는 곳에서 주세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/expression.py"/>
        <source>{what} isn’t allowed here: use numbers, + - * / // % **, comparisons, and, or, not, if … else, {known}</source>
        <translation>{what:은} 여기에 쓸 수 없습니다. 숫자, + - * / // % **, 비교, and, or, not, if … else, {known:을} 쓰세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>{where}.{message}</source>
        <translation>{where}.{message}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/groups.py"/>
        <location filename="../../lrviz/source/runs/arguments.py"/>
        <source>{where}: {message}</source>
        <translation>{where}: {message}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/read.py"/>
        <source>{why}; {instead}</source>
        <translation>{why}. {instead}</translation>
    </message>
    <message>
        <location filename="../../lrviz/rules/lr112_batches_counted_as_updates.py"/>
        <source>{workers} workers take one each</source>
        <translation>워커 {workers}개가 하나씩 받습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/runs/chosen.py"/>
        <source>{written} could be any of the optimizers of lines {lines}; keep one of them</source>
        <translation>{written:은} {lines}번째 줄의 옵티마이저 중 어느 것일 수도 있습니다. 하나만 남기세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/refusals.py"/>
        <source>{written} is refused: {why}</source>
        <translation>{written:은} 거부됩니다: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/calls/by_hand.py"/>
        <source>{written} is set by hand beside a scheduler or outside of a loop; leave one of them out</source>
        <translation>{written:을} 스케줄러 옆이나 반복문 밖에서 손으로 정합니다. 하나를 빼세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/source/values/refusals.py"/>
        <source>{written} {why}</source>
        <translation>{written}: {why}</translation>
    </message>
    <message>
        <location filename="../../lrviz/teaching/grammar.py"/>
        <source>~ is no part of a claim</source>
        <translation>~는 주장의 일부가 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/numbers.py"/>
        <source>“{text}” can be read in two ways: write {one} or {other}</source>
        <translation>“{text}”는 두 가지로 읽힙니다. {one:이나} {other:으로} 적으세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/entry.py"/>
        <source>“{text}” divides by zero</source>
        <translation>“{text}”에서 0으로 나눕니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/questions.py"/>
        <source>“{text}” is no number, list or word</source>
        <translation>“{text}”는 숫자도 목록도 단어도 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/numbers.py"/>
        <source>“{text}” is not a number</source>
        <translation>“{text}”는 숫자가 아닙니다</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <location filename="../../lrviz/ui/arriving/saving.py"/>
        <source>{0} is there already. Replace it?</source>
        <translation>{0:이} 이미 있습니다. 덮어쓸까요?</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <location filename="../../lrviz/ui/views/apart.py"/>
        <location filename="../../lrviz/ui/views/schedule.py"/>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/schedule_panes.py"/>
        <location filename="../../lrviz/ui/views/schedule.py"/>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule.py"/>
        <source>ends here: torch raises</source>
        <translation>여기서 끝: torch가 오류를 냄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule.py"/>
        <source>not drawn where 0: {0}</source>
        <translation>0인 곳은 그리지 않음: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule.py"/>
        <source>sampled: too long to evaluate at every step</source>
        <translation>표본: 모든 스텝을 계산하기에는 너무 김</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule.py"/>
        <source>scanned to step {0} of {1}</source>
        <translation>{1}스텝 중 {0}스텝까지 훑음</translation>
    </message>
</context>
<context>
    <name>ScheduleHeadline</name>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>Add one to see its learning rate.</source>
        <translation>추가하면 학습률이 보여요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>At step {0}: {1}.</source>
        <translation>{0}스텝: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>Cuts are those on the metric that is supposed.</source>
        <translation>낮아지는 곳은 가정한 지표에 따른 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>Exact rates of all {0} updates, as torch steps them.</source>
        <translation>torch가 밟는 그대로, 업데이트 {0}번 모두의 정확한 학습률.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>Exact rates, as torch steps them; what is a product of factors is found one after the other.</source>
        <translation>torch가 밟는 그대로의 정확한 학습률. 배수의 곱은 하나씩 차례로 구합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>No run is visible.</source>
        <translation>보이는 실행이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>No run yet.</source>
        <translation>아직 실행이 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>Nothing is trained yet: race them to see.</source>
        <translation>아직 학습한 것이 없어요. 경주하면 보여요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>Open the eye of a run to draw it.</source>
        <translation>실행의 눈을 켜면 그려져요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>Races a {0}-step miniature of the {1}-step plan.</source>
        <translation>{1}스텝 계획을 {0}스텝 축소판으로 경주해요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>Rounded in it: {0}.</source>
        <translation>축소하며 반올림한 것: {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>What waits for a plateau is told the metric below; a race tells it its own.</source>
        <translation>정체를 기다리는 스케줄러는 아래 지표를 듣습니다. 경주에서는 자신의 지표를 듣습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>almost 0</source>
        <translation>거의 0</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} changed since its race</source>
        <translation>{0:은} 경주 뒤에 바뀌었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} drops to {1} at step {2}</source>
        <translation>{0:은} {2}스텝에서 {1:으로} 떨어집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} falls from {1} to {2}</source>
        <translation>{0:은} {1}에서 {2:으로} 내려갑니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} falls from {1} to {2}, rising in between</source>
        <translation>{0:은} {1}에서 {2:으로} 내려가는데, 중간에 올라갑니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} has no rate: torch says “{1}”</source>
        <translation>{0}에는 학습률이 없습니다. torch의 말: “{1}”</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} has no rate: {1} cycles the momentum and {2} has none</source>
        <translation>{0}에는 학습률이 없습니다. {1:은} 모멘텀을 돌리는데 {2}에는 모멘텀이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} has not been cut so far</source>
        <translation>{0:은} 아직 낮아지지 않았습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} is cut once, to {1} at step {2}</source>
        <translation>{0:은} {2}스텝에서 {1:으로} 한 번 낮아집니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} is cut {1} times, first at step {2}</source>
        <translation>{0:은} {1}번 낮아지고, 처음은 {2}스텝입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} is resumed at step {1} and ends at {2}</source>
        <translation>{0:은} {1}스텝에서 재개되어 {2}에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} is scanned to step {1} of {2}</source>
        <translation>{0:은} {2}스텝 중 {1}스텝까지 훑었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} is still warming up at the end, at {1}</source>
        <translation>{0:은} 끝에서도 아직 워밍업 중이며 {1}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} jumps from {1} to {2}, resumed at step {3}, and ends at {4}</source>
        <translation>{0:은} {3}스텝에서 재개되며 {1}에서 {2:으로} 뛰고, {4}에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} jumps to {1} at step {2}</source>
        <translation>{0:은} {2}스텝에서 {1:으로} 뜁니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} leaves {1} at step {2} and ends at {3}</source>
        <translation>{0:은} {2}스텝에서 {1}에서 갈라져 {3}에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} leaves {1} at step {2}, from {3} to {4}, and ends at {5}</source>
        <translation>{0:은} {2}스텝에서 {1}에서 갈라지며 {3}에서 {4:이} 되고, {5}에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} leaves {1} at step {2}; torch says “{3}”</source>
        <translation>{0:은} {2}스텝에서 {1}에서 갈라집니다. torch의 말: “{3}”</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} over {1}.</source>
        <translation>{1} 동안의 {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} peaks at {1} and ends at {2}</source>
        <translation>{0:은} {1}까지 올랐다가 {2}에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} rises from {1} to {2}</source>
        <translation>{0:은} {1}에서 {2:으로} 올라갑니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} runs end between {1} ({2}) and {3} ({4})</source>
        <translation>실행 {0}개가 {1}({2})에서 {3}({4}) 사이에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} run{0:|s} {0:has|have} no rate at the end</source>
        <translation>실행 {0}개는 끝에 학습률이 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} stays at {1}</source>
        <translation>{0:은} {1:으로} 유지됩니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} stays at {1}, never cut</source>
        <translation>{0:은} 낮아지지 않고 {1:으로} 유지됩니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} stops at step {1}: torch raises there</source>
        <translation>{0:은} {1}스텝에서 멈춥니다. 거기서 torch가 오류를 냅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} warms up to {1} by step {2}, never cut</source>
        <translation>{0:은} {2}스텝까지 {1:으로} 워밍업하고, 낮아지지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} was cut once in its race, to {1} at step {2}</source>
        <translation>{0:은} 경주에서 {2}스텝에 {1:으로} 한 번 낮아졌습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} was cut once so far, to {1} at step {2}</source>
        <translation>{0:은} 지금까지 {2}스텝에서 {1:으로} 한 번 낮아졌습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} was cut {1} times in its race, first at step {2}</source>
        <translation>{0:은} 경주에서 {1}번 낮아졌고, 처음은 {2}스텝이었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} was cut {1} times so far, first at step {2}</source>
        <translation>{0:은} 지금까지 {1}번 낮아졌고, 처음은 {2}스텝이었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0} was not cut in its race</source>
        <translation>{0:은} 경주에서 낮아지지 않았습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0}, on the metric supposed here.</source>
        <translation>{0}, 여기서 가정한 지표로.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_headline.py"/>
        <source>{0}: {1}.</source>
        <translation>{0}: {1}.</translation>
    </message>
</context>
<context>
    <name>ScheduleTable</name>
    <message>
        <location filename="../../lrviz/ui/views/schedule_table.py"/>
        <source>At cursor</source>
        <translation>커서에서</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_table.py"/>
        <source>Final</source>
        <translation>마지막</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_table.py"/>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_table.py"/>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_table.py"/>
        <source>Peak</source>
        <translation>최고</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/schedule_table.py"/>
        <source>Rates</source>
        <translation>학습률</translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <location filename="../../lrviz/ui/panels/scrub_bar.py"/>
        <source>← → move the cursor; Esc leaves</source>
        <translation>← → 로 커서 옮기기, Esc로 나가기</translation>
    </message>
</context>
<context>
    <name>Searches</name>
    <message>
        <location filename="../../lrviz/ui/racing/searches.py"/>
        <source>it was stopped before the first update ({0} starts it again)</source>
        <translation>첫 업데이트 전에 멈췄습니다 ({0:을} 누르면 다시 시작해요)</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>Export report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>Pasted into a window of lrviz, it opens there.</source>
        <translation>lrviz 창에 붙여넣으면 그대로 열립니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>Pasted session</source>
        <translation>붙여넣은 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>Show it</source>
        <translation>보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>The clipboard</source>
        <translation>클립보드</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>The session can’t be copied</source>
        <translation>세션을 복사할 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>The session is on the clipboard as text</source>
        <translation>세션을 글로 클립보드에 복사했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>{0} holds a session that can’t be opened</source>
        <translation>{0}에 열 수 없는 세션이 있습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>{0} is written</source>
        <translation>{0:을} 저장했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>{0} wasn’t written</source>
        <translation>{0:을} 쓰지 못했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/sending.py"/>
        <source>{0}. Your open session is untouched.</source>
        <translation>{0}. 열려 있는 세션은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>SessionFiles</name>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Export curves</source>
        <translation>곡선 내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Export forecasts</source>
        <translation>예측 내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Export landscape</source>
        <translation>지형 내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Export metrics</source>
        <translation>지표 내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Export the search</source>
        <translation>탐색 내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Metrics come from a race. Press Race first.</source>
        <translation>지표는 경주에서 나와요. 먼저 경주를 누르세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>No landscape yet</source>
        <translation>아직 지형이 없어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>No search yet</source>
        <translation>아직 탐색이 없어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Nothing to export yet</source>
        <translation>아직 내보낼 것이 없어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Open a session, or code</source>
        <translation>세션 또는 코드 열기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Open the LR finder and search for a rate first.</source>
        <translation>LR 탐색을 열어 먼저 학습률을 탐색하세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Race the runs and open the Landscape view first.</source>
        <translation>먼저 경주하고 지형 보기를 여세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Reload</source>
        <translation>다시 불러오기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Reloading shows what it holds now; undoing brings yours back.</source>
        <translation>다시 불러오면 지금 파일의 내용이 보이고, 실행 취소하면 내 것이 되돌아옵니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Replace</source>
        <translation>덮어쓰기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Save changes?</source>
        <translation>바뀐 내용을 저장할까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Save the session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Save the training script</source>
        <translation>학습 스크립트 저장</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Sessions (*.lrviz)</source>
        <translation>세션 (*.lrviz)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>Sessions, reports, lessons, code and tables (*.lrviz *.json *.html *.toml *.py *.ipynb *.csv *.tsv);;All files (*)</source>
        <translation>세션, 보고서, 레슨, 코드, 표 (*.lrviz *.json *.html *.toml *.py *.ipynb *.csv *.tsv);;모든 파일 (*)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>The session has changes that are in no file yet. Save them?</source>
        <translation>세션에 아직 파일로 저장하지 않은 변경이 있어요. 저장할까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>reload {0}</source>
        <translation>{0} 다시 불러오기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>{0} Your open session is untouched.</source>
        <translation>{0} 열려 있는 세션은 그대로입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>{0} can’t be opened</source>
        <translation>{0:을} 열 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>{0} is written</source>
        <translation>{0:을} 저장했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>{0} was changed by another program. Replace it?</source>
        <translation>{0:을} 다른 프로그램이 바꿨습니다. 덮어쓸까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>{0} wasn’t saved</source>
        <translation>{0:을} 저장하지 못했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/session_files.py"/>
        <source>{0} wasn’t written</source>
        <translation>{0:을} 쓰지 못했습니다</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>As the system</source>
        <translation>시스템 설정 따름</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>At start</source>
        <translation>시작할 때</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Dashed</source>
        <translation>점선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Dashes of its own tell a run apart in print and without colours.</source>
        <translation>실행마다 다른 점선이라, 인쇄물이나 색 없이도 구별돼요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>First session</source>
        <translation>첫 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Full</source>
        <translation>모두</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>High</source>
        <translation>높게</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>High has stronger edges and grids, and no tints.</source>
        <translation>높게 하면 테두리와 격자가 진해지고 옅은 바탕색이 없어져요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Last session</source>
        <translation>지난 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Lessons</source>
        <translation>레슨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Light for print and bright rooms, dark for the evening.</source>
        <translation>밝게는 인쇄와 환한 방에, 어둡게는 저녁에 좋아요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Lines</source>
        <translation>선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Motion</source>
        <translation>움직임</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Normal</source>
        <translation>보통</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Of the system’s own size: everything grows with it.</source>
        <translation>시스템 글자 크기에 대한 비율이에요. 모든 것이 함께 커져요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Of the window and of the lessons; torch’s names stay.</source>
        <translation>창과 레슨의 언어예요. torch의 이름은 그대로예요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Reduced</source>
        <translation>줄임</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Solid</source>
        <translation>실선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>What opens where no file is given.</source>
        <translation>파일 없이 열 때 보이는 것이에요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>Whether panels slide and curves morph; nothing depends on it.</source>
        <translation>패널이 미끄러지고 곡선이 변해 가는지예요. 꺼도 잃는 것은 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/choices/settings_rows.py"/>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>%n file(s) are listed on the page of lessons and in the menu.</source>
        <translation>
            <numerusform>레슨 화면과 메뉴에 파일 %n개가 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Change keys…</source>
        <translation>키 바꾸기…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Every action can have keys of your own.</source>
        <translation>동작마다 원하는 키를 줄 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Forget them</source>
        <translation>지우기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Keys and privacy</source>
        <translation>키와 개인 정보</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Log folder</source>
        <translation>로그 폴더</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Look</source>
        <translation>모양</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>No file is remembered.</source>
        <translation>기억하는 파일이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>No model file may be executed without asking you.</source>
        <translation>묻지 않고 실행해도 되는 모델 파일이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Programs that may be executed</source>
        <translation>실행해도 되는 프로그램</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Recent files</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Reset all</source>
        <translation>모두 되돌리기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Revoke</source>
        <translation>동의 취소</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Start and training</source>
        <translation>시작과 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Train on</source>
        <translation>학습할 곳</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>Where races run from now on; one under way stays where it is.</source>
        <translation>이제부터 경주할 곳이에요. 진행 중인 경주는 그대로예요.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>You agreed to execute %n model file(s); without that you are asked again.</source>
        <translation>
            <numerusform>모델 파일 %n개의 실행에 동의했습니다. 취소하면 다시 묻습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <location filename="../../lrviz/ui/find/sheet.py"/>
        <source>Find anything</source>
        <translation>무엇이든 찾기</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Actions for the selected run</source>
        <translation>선택한 실행에 할 수 있는 일</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Add run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Branch at step {0}</source>
        <translation>{0}스텝에서 갈라 내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Colour and mark</source>
        <translation>색과 표식</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Delete with its branches ({0})</source>
        <translation>갈래까지 삭제 ({0})</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Move down</source>
        <translation>아래로 옮기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Move up</source>
        <translation>위로 옮기기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>No run yet. Add one, or paste your scheduler code.</source>
        <translation>아직 실행이 없어요. 추가하거나 스케줄러 코드를 붙여넣으세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Paste code</source>
        <translation>코드 붙여넣기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Pin as baseline</source>
        <translation>기준으로 고정</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Presets…</source>
        <translation>프리셋…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Show</source>
        <translation>보이기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Show only this</source>
        <translation>이것만 보이기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>Unpin as baseline</source>
        <translation>기준 고정 풀기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>add {0}</source>
        <translation>{0} 추가</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>branch {0}</source>
        <translation>{0} 갈라 내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>circle,square,triangle,diamond,triangle down,hexagon,cross,plus</source>
        <translation>동그라미,네모,세모,마름모,뒤집힌 세모,육각형,엑스,십자</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>colour of {0}</source>
        <translation>{0}의 색</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>constant</source>
        <translation>constant</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>delete {0}</source>
        <translation>{0} 삭제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>delete {0} and {1} branches</source>
        <translation>{0:과} 갈래 {1}개 삭제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>duplicate {0}</source>
        <translation>{0} 복제</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/sidebar.py"/>
        <source>{0} from {1}</source>
        <translation>{1}부터의 {0}</translation>
    </message>
</context>
<context>
    <name>Slopes</name>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>, of which momentum {0}</source>
        <translation>, 그중 모멘텀 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>; the update moves {0}</source>
        <translation>. 업데이트는 {0}만큼 움직입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>At {0} the slope is {1}</source>
        <translation>{0}에서 기울기는 {1}입니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>From parameters to the loss and back</source>
        <translation>파라미터에서 손실까지, 그리고 되돌아오기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>Length of the update</source>
        <translation>업데이트의 길이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>Size of the slope</source>
        <translation>기울기의 크기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>There is no slope at {0}: no update follows from it.</source>
        <translation>{0}에는 기울기가 없어 업데이트가 나오지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>backward stops: nothing asks for a gradient</source>
        <translation>역전파가 멈춤: 기울기를 원하는 것이 없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>parameters x, y</source>
        <translation>파라미터 x, y</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>the loss is the height; loss.backward() gives its slope along x and along y</source>
        <translation>높이가 곧 손실입니다. loss.backward()가 x와 y 방향의 기울기를 냅니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>{0}, update {1} of {2}: height {3}.</source>
        <translation>{0}, 업데이트 {1} / {2}: 높이 {3}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/slopes.py"/>
        <source>‖Δw‖ {0}</source>
        <translation>‖Δw‖ {0}</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <location filename="../../lrviz/ui/form/source_row.py"/>
        <source>CSV with names in its first line, or NPZ; it is only read, never executed.</source>
        <translation>첫 줄에 이름이 있는 CSV 또는 NPZ. 읽기만 하고 실행하지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/source_row.py"/>
        <source>Choose a file</source>
        <translation>파일 고르기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/source_row.py"/>
        <source>Choose what is given and what is to be learned.</source>
        <translation>무엇이 주어지고 무엇을 배울지 고르세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/source_row.py"/>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/source_row.py"/>
        <source>pictures of {0} × {1}</source>
        <translation>{0} × {1} 그림</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/source_row.py"/>
        <source>values</source>
        <translation>값</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/source_row.py"/>
        <source>yes or no</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/source_row.py"/>
        <source>{0} class{0:|es}</source>
        <translation>클래스 {0}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/source_row.py"/>
        <source>{0} example{0:|s}. Given: {1}. Learned: {2}, {3}.</source>
        <translation>예제 {0}개. 주어진 것: {1}. 배우는 것: {2}, {3}.</translation>
    </message>
</context>
<context>
    <name>SpecForm</name>
    <message>
        <location filename="../../lrviz/ui/form/spec_form.py"/>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/spec_form.py"/>
        <source>steps</source>
        <translation>스텝</translation>
    </message>
</context>
<context>
    <name>Split</name>
    <message>
        <location filename="../../lrviz/ui/controls/split.py"/>
        <source>Arrow keys move it, with Shift further; Enter folds or unfolds.</source>
        <translation>화살표 키로 옮기고 Shift와 함께 더 멀리, Enter로 접거나 펼칩니다.</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>At {0}: {1}.</source>
        <translation>{0}에서: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>From {0} to {1}.</source>
        <translation>{0}부터 {1}까지.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>Landscape: {0}</source>
        <translation>지형: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0} changes at {1} place{1:|s}.</source>
        <translation>{0:은} {1}곳에서 바뀝니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0} changes at {1}.</source>
        <translation>{0:은} {1}에서 바뀝니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0} is at {1}, {2} off the plane.</source>
        <translation>{0:은} {1}에 있고, 평면에서 {2} 벗어나 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0} is at {1}.</source>
        <translation>{0:은} {1}에 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0}, planned</source>
        <translation>{0}, 계획</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0}, stale</source>
        <translation>{0}, 오래됨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0}: from {1} to {2}, between {3} and {4}.</source>
        <translation>{0}: {1}부터 {2}까지, {3:과} {4} 사이.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0}: from {1} to {2}, highest {3} at {4}.</source>
        <translation>{0}: {1}부터 {2}까지, {4}에서 가장 높은 {3}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0}: from {1} to {2}, lowest {3} at {4}.</source>
        <translation>{0}: {1}부터 {2}까지, {4}에서 가장 낮은 {3}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0}: {1} falling to {2}.</source>
        <translation>{0}: {1}에서 {2}까지 내려감.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0}: {1} rising to {2}.</source>
        <translation>{0}: {1}에서 {2}까지 올라감.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/access/aloud.py"/>
        <source>{0}: {1} throughout.</source>
        <translation>{0}: 내내 {1}.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <location filename="../../lrviz/ui/showing/stage.py"/>
        <source>Landscape</source>
        <translation>지형</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/stage.py"/>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/showing/stage.py"/>
        <source>Update</source>
        <translation>업데이트</translation>
    </message>
</context>
<context>
    <name>StaleChip</name>
    <message>
        <location filename="../../lrviz/ui/controls/stale_chip.py"/>
        <source>Race it</source>
        <translation>이것만 경주</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/stale_chip.py"/>
        <source>Race them</source>
        <translation>이들을 경주</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/stale_chip.py"/>
        <source>{0} changed since this race</source>
        <translation>이 경주 뒤에 {0:이} 바뀌었습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/controls/stale_chip.py"/>
        <source>{0} runs changed since their race</source>
        <translation>경주 뒤에 실행 {0}개가 바뀌었습니다</translation>
    </message>
</context>
<context>
    <name>StartGrip</name>
    <message>
        <location filename="../../lrviz/ui/pages/start_grip.py"/>
        <source>A place is two numbers: x; y</source>
        <translation>자리는 숫자 두 개입니다: x; y</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/start_grip.py"/>
        <source>Another place for the start</source>
        <translation>시작점을 둘 다른 자리</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/start_grip.py"/>
        <source>Start: {0}</source>
        <translation>시작점: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/start_grip.py"/>
        <source>Use the arrow keys (Shift: by 10), or type x; y.</source>
        <translation>화살표 키로 옮기거나(Shift: 10배) x; y를 입력하세요.</translation>
    </message>
</context>
<context>
    <name>Starts</name>
    <message>
        <location filename="../../lrviz/ui/home/starts.py"/>
        <source>Continue {0}</source>
        <translation>{0} 이어 하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/starts.py"/>
        <source>It is read, never run</source>
        <translation>읽기만 하고 실행하지 않습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/starts.py"/>
        <source>New session</source>
        <translation>새 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/starts.py"/>
        <source>Open a file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/starts.py"/>
        <source>Paste or drop code</source>
        <translation>코드 붙여넣기 또는 놓기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/starts.py"/>
        <source>Session, code, lesson, table</source>
        <translation>세션, 코드, 레슨, 표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/home/starts.py"/>
        <source>Three schedules to begin with</source>
        <translation>시작하기 좋은 스케줄 세 개</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <location filename="../../lrviz/ui/past/steps.py"/>
        <source>open {0}</source>
        <translation>{0} 열기</translation>
    </message>
</context>
<context>
    <name>StoppingForm</name>
    <message>
        <location filename="../../lrviz/ui/form/stopping_form.py"/>
        <source>Early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/stopping_form.py"/>
        <source>Stop the run early</source>
        <translation>실행을 일찍 멈추기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/stopping_form.py"/>
        <source>early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/stopping_form.py"/>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/stopping_form.py"/>
        <source>on</source>
        <translation>켬</translation>
    </message>
</context>
<context>
    <name>SuggestionTable</name>
    <message>
        <location filename="../../lrviz/ui/panels/suggestion_table.py"/>
        <source>Of {0} seed{0:|s} {1} {1:has|have} one; their standard deviation is {2} decade{2:|s}.</source>
        <translation>시드 {0}개 중 {1}개에 있습니다. 표준편차는 {2}자릿수입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/suggestion_table.py"/>
        <source>Suggested rates</source>
        <translation>제안된 학습률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/suggestion_table.py"/>
        <source>a trap</source>
        <translation>함정</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/suggestion_table.py"/>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/suggestion_table.py"/>
        <source>{0} to {1}</source>
        <translation>{0}~{1}</translation>
    </message>
</context>
<context>
    <name>Surveys</name>
    <message>
        <location filename="../../lrviz/ui/racing/surveys.py"/>
        <source>it was stopped before there was a picture ({0} starts it again)</source>
        <translation>그림이 나오기 전에 멈췄습니다 ({0:을} 누르면 다시 시작해요)</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <location filename="../../lrviz/ui/panels/table_dialog.py"/>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table_dialog.py"/>
        <source>What is {0}?</source>
        <translation>{0:은} 무엇인가요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table_dialog.py"/>
        <source>{0} row{0:|s}. Columns: {1}.</source>
        <translation>행 {0}개. 열: {1}.</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <location filename="../../lrviz/ui/panels/table_model.py"/>
        <source>A click sorts by it, as does Enter on one of its cells.</source>
        <translation>누르면 이 열로 정렬하고, 칸에서 Enter를 눌러도 됩니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table_model.py"/>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table_model.py"/>
        <source>best</source>
        <translation>최고</translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <location filename="../../lrviz/ui/panels/table_tools.py"/>
        <source>Choose columns</source>
        <translation>열 고르기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table_tools.py"/>
        <source>Copy as a table</source>
        <translation>표로 복사</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <location filename="../../lrviz/ui/panels/table.py"/>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table.py"/>
        <source>As at first</source>
        <translation>처음 상태로</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table.py"/>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table.py"/>
        <source>Copy as CSV</source>
        <translation>CSV로 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table.py"/>
        <source>Copy as LaTeX</source>
        <translation>LaTeX로 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table.py"/>
        <source>Copy as Markdown</source>
        <translation>Markdown으로 복사</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/table.py"/>
        <source>Enter sorts by the column of the cell, {0} copies.</source>
        <translation>Enter를 누르면 그 칸의 열로 정렬하고, {0:을} 누르면 복사합니다.</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <location filename="../../lrviz/ui/arriving/tables.py"/>
        <source>Plan {0} step{0:|s}</source>
        <translation>{0}스텝으로 계획하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/tables.py"/>
        <source>The plan has {0} step{0:|s}.</source>
        <translation>계획은 {0}스텝입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/tables.py"/>
        <source>curves of {0}</source>
        <translation>{0}의 곡선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/tables.py"/>
        <source>metric of {0}</source>
        <translation>{0}의 지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/tables.py"/>
        <source>{0} can’t be used</source>
        <translation>{0:은} 쓸 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arriving/tables.py"/>
        <source>{0} ends at step {1}</source>
        <translation>{0:은} {1}스텝에서 끝납니다</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>. torch is still being loaded; the race starts when it is</source>
        <translation>. torch를 아직 불러오고 있어요. 끝나면 경주가 시작돼요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Device: {0}</source>
        <translation>장치: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <location filename="../../lrviz/ui/past/steps.py"/>
        <source>First open</source>
        <translation>첫 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Lessons</source>
        <translation>레슨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Race again</source>
        <translation>다시 경주</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Redo: {0}</source>
        <translation>다시 실행: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Resume</source>
        <translation>이어 하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Train every visible run side by side</source>
        <translation>보이는 실행을 모두 나란히 학습해요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Train {0}; the results of the others stay</source>
        <translation>{0:을} 학습해요. 나머지의 결과는 남습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Undo: {0}; right click for all steps</source>
        <translation>실행 취소: {0}, 오른쪽 버튼을 누르면 모든 단계</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>View: {0}</source>
        <translation>보기: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>Where races run: {0}</source>
        <translation>경주하는 곳: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>torch is being loaded …</source>
        <translation>torch를 불러오고 있어요…</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/top_bar.py"/>
        <source>{0}: open, save, new</source>
        <translation>{0}: 열기, 저장, 새로 만들기</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Critical sharpness</source>
        <translation>임계 날카로움</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Decision boundary</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Effective learning rate</source>
        <translation>실효 학습률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Fit</source>
        <translation>적합</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Gradient noise scale</source>
        <translation>기울기 잡음 규모</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Gradient norm</source>
        <translation>기울기 노름</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Height at validations</source>
        <translation>검증 때의 높이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <location filename="../../lrviz/ui/views/training.py"/>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Precision and recall</source>
        <translation>정밀도와 재현율</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Precision, recall and F1 per class</source>
        <translation>클래스별 정밀도, 재현율, F1</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>ROC curve</source>
        <translation>ROC 곡선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Reliability</source>
        <translation>신뢰도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Train loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Update norm</source>
        <translation>업데이트 노름</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Update ÷ weights</source>
        <translation>업데이트 ÷ 가중치</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/panes.py"/>
        <source>Weight norm</source>
        <translation>가중치 노름</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training.py"/>
        <source>dashed: 2 ÷ critical sharpness</source>
        <translation>점선: 2 ÷ 임계 날카로움</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training.py"/>
        <source>diverged at step {0}</source>
        <translation>{0}스텝에서 발산</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training.py"/>
        <source>smoothed</source>
        <translation>평활함</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training.py"/>
        <source>smoothed; every batch for {0}</source>
        <translation>평활함, {0:은} 배치마다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/stops.py"/>
        <source>stopped at {0}, best at {1}</source>
        <translation>{0}에서 멈춤, 최고는 {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training.py"/>
        <source>torch raised at step {0}</source>
        <translation>{0}스텝에서 torch가 오류를 냄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/stops.py"/>
        <source>{0} of {1} seeds stopped, first at {2}</source>
        <translation>시드 {1}개 중 {0}개가 멈춤, 처음은 {2}</translation>
    </message>
</context>
<context>
    <name>TrainingHeadline</name>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source> and </source>
        <translation>, </translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source> on {0}</source>
        <translation> ({0}에서)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>A {0}-step miniature of the {1}-step plan.</source>
        <translation>{1}스텝 계획의 {0}스텝 축소판.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>Add one to race it.</source>
        <translation>추가하면 경주할 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>After {0} of {1} updates{2}, down {6}.</source>
        <translation>업데이트 {1}번 중 {0}번 뒤{2}, {6} 내려갔습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>After {0} of {1} updates{2}; best {3} {4} ({5}).</source>
        <translation>업데이트 {1}번 중 {0}번 뒤{2}. 최고 {3} {4} ({5}).</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>All runs are level so far, at {0} of {1}.</source>
        <translation>지금까지 모든 실행이 {0} {1:으로} 비슷합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>All runs end level, at {0} of {1}.</source>
        <translation>모든 실행이 {0} {1:으로} 비슷하게 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>Every run has changed since its race.</source>
        <translation>모든 실행이 경주 뒤에 바뀌었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>Means over {0} seeds, with their range.</source>
        <translation>시드 {0}개의 평균과 범위.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>No run is visible.</source>
        <translation>보이는 실행이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>No run yet.</source>
        <translation>아직 실행이 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>Nothing is trained yet.</source>
        <translation>아직 학습한 것이 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>Open the eye of a run to race it.</source>
        <translation>실행의 눈을 켜면 경주할 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>Race trains {0} run{0:|s} for {1} update{1:|s} each: {2}.</source>
        <translation>경주하면 실행 {0}개를 업데이트 {1}번씩 학습해요: {2}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>The race is on; the first validation is still to come.</source>
        <translation>경주 중입니다. 첫 검증은 아직입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>The race was stopped before its first validation.</source>
        <translation>첫 검증 전에 경주를 멈췄습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>a height</source>
        <translation>높이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>a validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} are level at {4} of about {1}; {2} has {3}.</source>
        <translation>{0:은} {4} 약 {1:으로} 비슷합니다. {2:은} {3}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} changed since this race.</source>
        <translation>이 경주 뒤에 {0:이} 바뀌었습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} diverged at step {1}.</source>
        <translation>{0:은} {1}스텝에서 발산했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} diverged at step {1}; the others go on.</source>
        <translation>{0:은} {1}스텝에서 발산했습니다. 나머지는 계속합니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} diverged at step {1}; the others went on.</source>
        <translation>{0:은} {1}스텝에서 발산했습니다. 나머지는 계속했습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} end level at {4} of about {1}; {2} ends at {3}.</source>
        <translation>{0:은} {4} 약 {1:으로} 비슷하게 끝납니다. {2:은} {3:으로} 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} ends lowest, at {4} of {1}; {2} ends at {3}.</source>
        <translation>{0:이} {4} {1:으로} 가장 낮게 끝납니다. {2:은} {3:으로} 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} ends where {1} does, at {3} of {2}.</source>
        <translation>{0:은} {1:과} 같은 곳에서 끝납니다. {2} {3}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} ends {5} above {1}, at {3} of {2}.</source>
        <translation>{0:은} {1}보다 {5} 높게, {2} {3:으로} 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} ends {5} below {1}, at {3} of {2}.</source>
        <translation>{0:은} {1}보다 {5} 낮게, {2} {3:으로} 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} has a validation loss of {1}; {2}: {3}.</source>
        <translation>{0}의 검증 손실은 {1}입니다. {2}: {3}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} is ahead with {4} of {1}; {2} has {3}.</source>
        <translation>{0:이} {4} {1:으로} 앞섭니다. {2:은} {3}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} is at a height of {1}.</source>
        <translation>{0:은} 높이 {1}에 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} leaves {1} at step {2} and ends level with it, at {3} of {4}.</source>
        <translation>{0:은} {2}스텝에서 {1}에서 갈라져, {3} {4:으로} 비슷하게 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} leaves {1} at step {2} and ends {3} higher, at {4} of {5}.</source>
        <translation>{0:은} {2}스텝에서 {1}에서 갈라져, {4} {5:으로} {3} 높게 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} leaves {1} at step {2} and ends {3} lower, at {4} of {5}.</source>
        <translation>{0:은} {2}스텝에서 {1}에서 갈라져, {4} {5:으로} {3} 낮게 끝납니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} stopped: {1}.</source>
        <translation>{0:이} 멈췄습니다: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0} to {1}</source>
        <translation>{0}~{1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0}: height {1}.</source>
        <translation>{0}: 높이 {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{0}: validation loss {1}, {2} {3}.</source>
        <translation>{0}: 검증 손실 {1}, {2} {3}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_headline.py"/>
        <source>{5} seeds don’t tell {0} from {1}: {3} and {4} of {2}.</source>
        <translation>시드 {5}개로는 {0:과} {1:을} 구별할 수 없습니다. {2} {3:과} {4}입니다.</translation>
    </message>
</context>
<context>
    <name>TrainingTable</name>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>At the cursor</source>
        <translation>커서에서</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>At the end</source>
        <translation>끝에서</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Best</source>
        <translation>최고</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Best of the race</source>
        <translation>경주의 최고</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Best {0}</source>
        <translation>최고 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Difference to {0}</source>
        <translation>{0:과}의 차이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Final LR</source>
        <translation>마지막 LR</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Final mean</source>
        <translation>마지막 평균</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Final train loss</source>
        <translation>마지막 학습 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Final {0}</source>
        <translation>마지막 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <location filename="../../lrviz/ui/views/training_table.py"/>
        <source>How fast</source>
        <translation>빠르기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>LR</source>
        <translation>LR</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Lowest</source>
        <translation>최저</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_table.py"/>
        <source>Mean and standard deviation of {0} seeds.</source>
        <translation>시드 {0}개의 평균과 표준편차.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_table.py"/>
        <source>Metrics</source>
        <translation>지표</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_table.py"/>
        <source>Not told apart by {0} seeds.</source>
        <translation>시드 {0}개로는 구별되지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_table.py"/>
        <source>Of one seed: how sure that is, nobody can tell.</source>
        <translation>시드 하나의 것이라, 얼마나 확실한지는 알 수 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_table.py"/>
        <source>Only {0} of {1} seed{1:|s} {0:has|have} one.</source>
        <translation>시드 {1}개 중 {0}개에만 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Step of best {0}</source>
        <translation>{0:이} 최고인 스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Steps to {0}</source>
        <translation>{0}까지의 스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_table.py"/>
        <source>Stopped (best)</source>
        <translation>멈춘 곳 (최고)</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>The best {0} up to the cursor.</source>
        <translation>커서까지 최고인 {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>The first step at which it is within {0} of the best that any run reaches, {1}.</source>
        <translation>어느 실행이든 이른 최고 {1:과} {0} 안으로 들어오는 첫 스텝.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>The mean of the last {0} update{0:|s}.</source>
        <translation>마지막 업데이트 {0}번의 평균.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>The runs of a race train at once: this is the time it took, by its updates.</source>
        <translation>경주의 실행들은 한꺼번에 학습하므로, 걸린 시간을 업데이트 수로 나눈 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Train loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>Val loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>What a run has more than {0}, the mean over seeds ± its standard error.</source>
        <translation>실행이 {0}보다 큰 만큼, 시드의 평균 ± 표준오차.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>ms/update</source>
        <translation>ms/업데이트</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_table.py"/>
        <source>stale</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_columns.py"/>
        <source>val loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/training_table.py"/>
        <source>{0} seeds tell them apart.</source>
        <translation>시드 {0}개로 구별됩니다.</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Branch the selected run at the cursor</source>
        <translation>커서에서 선택한 실행 갈라 내기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Give the plan a sequence_length to count tokens</source>
        <translation>토큰을 세려면 계획에 sequence_length를 주세요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>One update</source>
        <translation>업데이트 한 번</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Race again</source>
        <translation>다시 경주</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Resume</source>
        <translation>이어 하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Step cursor</source>
        <translation>스텝 커서</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Step cursor: ← → move it by one, with Shift by ten, with {0} by an epoch</source>
        <translation>스텝 커서: ← → 로 1스텝, Shift와 함께 10스텝, {0:과} 함께 한 에폭씩 옮깁니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Stop the race</source>
        <translation>경주 멈추기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>The plan ends at {0}</source>
        <translation>계획은 {0}에서 끝납니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>The rate of {0} at this step, in full</source>
        <translation>이 스텝에서 {0}의 학습률, 모든 자리까지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Type any place: 1e9, 50 epochs, 1.2 B tokens or 80 %</source>
        <translation>어떤 자리든 입력하세요: 1e9, 50 epochs, 1.2 B tokens, 80 %</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Unit of steps</source>
        <translation>스텝의 단위</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>Unit of steps: {0}</source>
        <translation>스텝의 단위: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>lr {0}</source>
        <translation>lr {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>of {0}</source>
        <translation>/ {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>of {0} · epoch {1}</source>
        <translation>/ {0} · 에폭 {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>paused</source>
        <translation>일시정지됨</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>trained again to where a branch leaves: {0}</source>
        <translation>갈래가 갈라지는 곳까지 다시 학습 중: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/transport.py"/>
        <source>{0} s left</source>
        <translation>{0}초 남음</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <location filename="../../lrviz/ui/lesson/trial.py"/>
        <source>what the lesson asks for</source>
        <translation>레슨이 시킨 대로</translation>
    </message>
</context>
<context>
    <name>TrialBox</name>
    <message>
        <location filename="../../lrviz/ui/lesson/trial_box.py"/>
        <source>Done</source>
        <translation>해냈어요</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/trial_box.py"/>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/trial_box.py"/>
        <source>It is set. Now race it.</source>
        <translation>설정했어요. 이제 경주해 보세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/trial_box.py"/>
        <source>Not done yet. This box notices when it is.</source>
        <translation>아직이에요. 해내면 여기에 바로 나타나요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/trial_box.py"/>
        <source>Race it</source>
        <translation>경주하기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/trial_box.py"/>
        <source>Show me</source>
        <translation>보여 주기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/trial_box.py"/>
        <source>That is it.</source>
        <translation>바로 그거예요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/lesson/trial_box.py"/>
        <source>Try it yourself</source>
        <translation>직접 해 보기</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>1 end of {1} is exact in this plane{2}.</source>
        <translation>끝점 {1}개 중 1개가 이 평면에서 정확합니다{2}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>A line is 1 of {0} dimensions: what lies beside it isn’t shown.</source>
        <translation>선은 {0}차원 중 1차원이라, 옆에 있는 것은 보이지 않습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>A plane holds three ends: {0} of {1} lie off it and are drawn where they fall on it.</source>
        <translation>평면은 끝점 셋을 담습니다. {1}개 중 {0}개는 평면을 벗어나 있어 투영된 자리에 그렸습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>A plane is 2 of {0} dimensions: a wall in it may be a valley beside it.</source>
        <translation>평면은 {0}차원 중 2차원이라, 평면의 벽이 바로 옆에서는 골짜기일 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>A slice through {0}’s end along two random directions: {1} of the paths’ motion is hidden.</source>
        <translation>무작위 두 방향을 따라 {0}의 끝을 지나는 단면: 경로 움직임의 {1:이} 숨어 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>Accuracy moves in steps of 1/{0}, because there are {0} validation examples.</source>
        <translation>검증 예제가 {0}개라 정확도는 1/{0}씩 움직입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>All {0} ends are exact in this plane{1}.</source>
        <translation>끝점 {0}개가 모두 이 평면에서 정확합니다{1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>At step {0} the map shows {1} under {2}; the truth is {3}.</source>
        <translation>{0}스텝에서 지도는 {2} 아래에 {1:을} 보이지만, 참값은 {3}입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>Between the ends the plane holds {0} of the motion: don’t read depths along the paths off the map.</source>
        <translation>끝점 사이에서 평면은 움직임의 {0:을} 담습니다. 경로를 따라 깊이를 지도에서 읽지 마세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>Its end is exact in this plane{0}.</source>
        <translation>그 끝은 이 평면에서 정확합니다{0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>Of {0} seed{0:|s} the first is drawn: the others may end elsewhere.</source>
        <translation>시드 {0}개 중 첫째를 그렸습니다. 다른 시드는 다른 곳에서 끝날 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>On the straight line from {0} to {1} accuracy falls to {2}, {3} below the lower end.</source>
        <translation>{0}에서 {1}까지 직선에서 정확도가 {2:으로} 떨어집니다. 더 낮은 끝보다 {3} 낮습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>On the straight line from {0} to {1} the loss rises to {2}, {3} above the higher end.</source>
        <translation>{0}에서 {1}까지 직선에서 손실이 {2:으로} 올라갑니다. 더 높은 끝보다 {3} 높습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>Only {0} of the grid is measured yet: what lies between is interpolated.</source>
        <translation>아직 격자의 {0}만 쟀습니다. 그 사이는 보간한 것입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>The function has 2 variables, and both are drawn: nothing is hidden.</source>
        <translation>함수의 변수가 둘이고 둘 다 그렸으므로 숨은 것이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>The plane holds {0} of the motion but passes exactly only through {1}’s end: don’t compare depths.</source>
        <translation>평면은 움직임의 {0:을} 담지만 {1}의 끝만 정확히 지납니다. 깊이를 견주지 마세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>The two sharpest directions at {0}’s end: {1} of the paths’ motion is along others.</source>
        <translation>{0}의 끝에서 가장 가파른 두 방향: 경로 움직임의 {1:은} 다른 방향에 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>highest {0} from {1} to {2}</source>
        <translation>{1}에서 {2}까지 가장 높은 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>lowest {0} from {1} to {2}</source>
        <translation>{1}에서 {2}까지 가장 낮은 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>one run</source>
        <translation>실행 하나</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} ended after {1} of {2} update{2:|s}: its end is no minimum.</source>
        <translation>{0:은} 업데이트 {2}번 중 {1}번에서 끝났습니다. 그 끝은 최솟값이 아닙니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} ends of {1} are exact in this plane{2}.</source>
        <translation>끝점 {1}개 중 {0}개가 이 평면에서 정확합니다{2}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} in plane</source>
        <translation>{0} 평면 안</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} in the plane</source>
        <translation>{0} 평면 안</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} in truth</source>
        <translation>참값 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} is the worst on the straight line from {1} to {2}; a bent way round may be higher.</source>
        <translation>{1}에서 {2}까지 직선에서 가장 나쁜 값은 {0}입니다. 돌아가는 굽은 길은 더 높을 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} is the worst on the straight line from {1} to {2}; a bent way round may be lower.</source>
        <translation>{1}에서 {2}까지 직선에서 가장 나쁜 값은 {0}입니다. 돌아가는 굽은 길은 더 낮을 수 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} off by {1}</source>
        <translation>{0:은} {1}만큼 벗어남</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} off the plane</source>
        <translation>평면에서 {0} 벗어남</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0} walked in the last {1} step{1:|s}</source>
        <translation>마지막 {1}스텝에 {0} 걸음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>{0}’s λ of {1} is past its limit of {2}: along that direction its steps grow.</source>
        <translation>{0}의 λ {1:이} 한계 {2:을} 넘었습니다. 그 방향으로는 스텝이 커집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>λ {0}</source>
        <translation>λ {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/trust_words.py"/>
        <source>λ {0} of a limit of {1}</source>
        <translation>λ {0}, 한계 {1}</translation>
    </message>
</context>
<context>
    <name>TrustPanel</name>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Accuracy at the cursor</source>
        <translation>커서에서의 정확도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Curvature</source>
        <translation>곡률</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Distance walked</source>
        <translation>걸어간 거리</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Each point is measured on a straight line from end to end: there is no plane.</source>
        <translation>점마다 끝에서 끝까지의 직선 위에서 쟀습니다. 평면은 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Height at the cursor</source>
        <translation>커서에서의 높이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Highest loss on the straight line</source>
        <translation>직선에서 가장 높은 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Highest validation loss on the straight line</source>
        <translation>직선에서 가장 높은 검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>How far to trust these lines</source>
        <translation>이 선들을 얼마나 믿을 수 있는지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_panel.py"/>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>How far to trust this plane</source>
        <translation>이 평면을 얼마나 믿을 수 있는지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Loss at the cursor</source>
        <translation>커서에서의 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Lowest accuracy on the straight line</source>
        <translation>직선에서 가장 낮은 정확도</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>No plane is laid yet.</source>
        <translation>아직 평면을 놓지 않았습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>No run has moved: there are no paths to hide.</source>
        <translation>움직인 실행이 없어 숨길 경로가 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Of each run’s own: {0}.</source>
        <translation>실행마다 자신의 것: {0}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>The deepest {0} of {1} basins.</source>
        <translation>분지 {1}개 중 가장 깊은 {0}개.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>The function has two variables: nothing is hidden.</source>
        <translation>함수의 변수가 둘이라 숨은 것이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>The worst {0} of {1}.</source>
        <translation>{1}개 중 가장 나쁜 {0}개.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Validation loss at the cursor</source>
        <translation>커서에서의 검증 손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>What this picture can’t tell</source>
        <translation>이 그림이 말해 줄 수 없는 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>What this picture tells</source>
        <translation>이 그림이 말해 주는 것</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>Where they settle</source>
        <translation>어디에 자리 잡는지</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>a ridge</source>
        <translation>능선</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>here</source>
        <translation>여기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>in all {0} steps: {1}.</source>
        <translation>{0}스텝 전체: {1}.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>in no basin: {0}</source>
        <translation>어느 분지에도 없음: {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>largest eigenvalue λ against its limit 2 / lr: past it, steps grow.</source>
        <translation>가장 큰 고유값 λ와 한계 2 / lr: 넘으면 스텝이 커집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>largest eigenvalue λ against its limit 2(1 + momentum) / lr: past it, steps grow.</source>
        <translation>가장 큰 고유값 λ와 한계 2(1 + momentum) / lr: 넘으면 스텝이 커집니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>largest eigenvalue λ against the limit past which steps grow.</source>
        <translation>가장 큰 고유값 λ와 넘으면 스텝이 커지는 한계.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>largest eigenvalue λ of the training loss.</source>
        <translation>학습 손실의 가장 큰 고유값 λ.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>last {0} step{0:|s}</source>
        <translation>마지막 {0}스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>of the paths’ motion lies in this plane; {0} is hidden.</source>
        <translation>의 경로 움직임이 이 평면에 있고, {0:은} 숨어 있습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>off plane</source>
        <translation>평면 밖</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>past its limit</source>
        <translation>한계를 넘음</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>step {0}</source>
        <translation>{0}스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>true</source>
        <translation>참값</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>{0} at ({1}, {2})</source>
        <translation>({1}, {2})의 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>{0}: no limit of this kind, {1} rescales each weight.</source>
        <translation>{0}: 이런 한계가 없습니다. {1:이} 가중치마다 크기를 바꿉니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>{0}: no limit, for there is no rate at this step.</source>
        <translation>{0}: 이 스텝에 학습률이 없어 한계가 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>{0}: no limit, since the gradient is clipped.</source>
        <translation>{0}: 기울기를 잘라 내므로 한계가 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>λ</source>
        <translation>λ</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>λ / limit</source>
        <translation>λ / 한계</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/trust_rows.py"/>
        <source>λ is measured at step {0}, the nearest.</source>
        <translation>λ는 가장 가까운 {0}스텝에서 쟀습니다.</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>billion samples</source>
        <translation>십억 샘플</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>billion tokens</source>
        <translation>십억 토큰</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>epoch {0}</source>
        <translation>에폭 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>million samples</source>
        <translation>백만 샘플</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>million tokens</source>
        <translation>백만 토큰</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>step {0}</source>
        <translation>{0}스텝</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>tokens aren’t counted: the plan has no sequence_length</source>
        <translation>토큰은 세지 않습니다. 계획에 sequence_length가 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>trillion samples</source>
        <translation>조 샘플</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>trillion tokens</source>
        <translation>조 토큰</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>{0} must be between 0 and 10¹² steps</source>
        <translation>{0:은} 0 이상 10¹² 이하의 스텝이어야 합니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>{0} samples</source>
        <translation>{0}샘플</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>{0} tokens</source>
        <translation>{0}토큰</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>“{0}” is no unit like steps or epochs</source>
        <translation>“{0}”: steps나 epochs 같은 단위가 아닙니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/units.py"/>
        <source>“{0}” is not a place like 1e9 or 50 epochs</source>
        <translation>“{0}”: 1e9나 50 epochs 같은 자리가 아닙니다</translation>
    </message>
</context>
<context>
    <name>Unread</name>
    <message>
        <location filename="../../lrviz/ui/form/unread.py"/>
        <source>Line {0}: </source>
        <translation>{0}번째 줄: </translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/unread.py"/>
        <source>The code doesn’t say what {0} is. Give its value below the code; the form follows.</source>
        <translation>코드에 {0:이} 무엇인지 없습니다. 코드 아래에 값을 적으면 양식이 따라와요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/unread.py"/>
        <source>The code is being read.</source>
        <translation>코드를 읽고 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/unread.py"/>
        <source>The code isn’t read yet.</source>
        <translation>코드를 아직 읽지 않았습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/unread.py"/>
        <source>{0} and {1} more</source>
        <translation>{0} 외 {1}개</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/unread.py"/>
        <source>{0}{1}. The form follows as soon as the code can be read.</source>
        <translation>{0}{1}. 코드를 읽을 수 있게 되면 양식이 따라와요.</translation>
    </message>
</context>
<context>
    <name>Unsearched</name>
    <message>
        <location filename="../../lrviz/ui/views/unsearched.py"/>
        <source>Add one to find its learning rate.</source>
        <translation>추가하면 학습률을 찾을 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsearched.py"/>
        <source>Its rate climbs from {0} to {1} in {2}, while the loss of {3} is watched.</source>
        <translation>{3}의 손실을 보면서 학습률을 {2}에 {0}에서 {1}까지 올려요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsearched.py"/>
        <source>No rate can be searched for {0}.</source>
        <translation>{0}의 학습률은 탐색할 수 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsearched.py"/>
        <source>No run yet.</source>
        <translation>아직 실행이 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsearched.py"/>
        <source>Which learning rate can {0} bear?</source>
        <translation>{0:은} 얼마나 큰 학습률을 견딜까요?</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsearched.py"/>
        <source>{0} {1} is executed for it, once you agree.</source>
        <translation>{0} 동의하면 이를 위해 {1:을} 실행합니다.</translation>
    </message>
</context>
<context>
    <name>Unsurveyed</name>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>A first picture comes in a moment.</source>
        <translation>첫 그림이 곧 나와요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>Add one to see where it walks.</source>
        <translation>추가하면 어디로 걸어가는지 볼 수 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>It is surveyed when the Landscape view is opened.</source>
        <translation>지형 보기를 열면 측량해요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>No run is visible.</source>
        <translation>보이는 실행이 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>No run yet.</source>
        <translation>아직 실행이 없어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>Nobody has walked here yet.</source>
        <translation>아직 아무도 여기를 걷지 않았어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>Not surveyed yet.</source>
        <translation>아직 측량하지 않았어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>Open the eye of a run to see where it walks.</source>
        <translation>실행의 눈을 켜면 걸어간 길이 보여요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>Race the runs: the landscape is surveyed around the paths they take.</source>
        <translation>경주하면 걸어간 길 둘레의 지형을 측량해요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>The landscape follows when the race ends.</source>
        <translation>경주가 끝나면 지형이 나와요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>The plane is being laid.</source>
        <translation>평면을 놓고 있어요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>The runs are on their way.</source>
        <translation>실행들이 가는 중이에요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>This landscape can’t be surveyed.</source>
        <translation>이 지형은 측량할 수 없습니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>joining the ends</source>
        <translation>끝점 잇기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>looking along the paths</source>
        <translation>경로 따라 보기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>surveying</source>
        <translation>측량</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>training the runs</source>
        <translation>실행 학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/unsurveyed.py"/>
        <source>{0} s left</source>
        <translation>{0}초 남음</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <location filename="../../lrviz/ui/reporting/answered.py"/>
        <source>Answers</source>
        <translation>응답</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/views.py"/>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/views.py"/>
        <location filename="../../lrviz/ui/window.py"/>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/views.py"/>
        <location filename="../../lrviz/ui/window.py"/>
        <source>LR finder</source>
        <translation>LR 탐색</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/grounds.py"/>
        <location filename="../../lrviz/ui/window.py"/>
        <source>Landscape</source>
        <translation>지형</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/views.py"/>
        <location filename="../../lrviz/ui/window.py"/>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/views.py"/>
        <location filename="../../lrviz/ui/window.py"/>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/views.py"/>
        <location filename="../../lrviz/ui/window.py"/>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/answered.py"/>
        <source>Validation examples after the last update.</source>
        <translation>마지막 업데이트 뒤의 검증 예제입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/answered.py"/>
        <source>What each run makes of its one input.</source>
        <translation>하나뿐인 입력으로 실행마다 내놓는 값입니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/plots.py"/>
        <source>true ↓ predicted →</source>
        <translation>정답 ↓ 예측 →</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/answered.py"/>
        <source>{0} gets all {1} right.</source>
        <translation>{0:은} {1}개를 모두 맞힙니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/reporting/answered.py"/>
        <source>{0} gets {1} of {2} right; its most frequent mistake is to take {3} for {4}, {5} of {6}.</source>
        <translation>{0:은} {2}개 중 {1}개를 맞힙니다. 가장 잦은 실수는 {3:을} {4:으로} 보는 것으로, {6}개 중 {5}개입니다.</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <location filename="../../lrviz/ui/views/weights.py"/>
        <source>% of the final weights by each 1 % of the run</source>
        <translation>실행의 1 %마다 마지막 가중치에서 차지하는 %</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/weights.py"/>
        <source>No visible run’s weights decay of their own: give SGD, AdamW or Muon a weight_decay above 0.</source>
        <translation>보이는 실행 중 가중치가 스스로 감쇠하는 것이 없어요. SGD, AdamW, Muon의 weight_decay를 0보다 크게 하세요.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/pages/schedule_panes.py"/>
        <location filename="../../lrviz/ui/views/weights.py"/>
        <source>Update weights</source>
        <translation>업데이트 비중</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/weights.py"/>
        <source>half by the last {0}</source>
        <translation>절반은 마지막 {0}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/weights.py"/>
        <source>not of {0}: {1}</source>
        <translation>{0} 제외: {1}</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/views/weights.py"/>
        <source>{0} averages over {1} update{1:|s} ({2} epoch{2:|s}) where its rate is highest</source>
        <translation>{0:은} 학습률이 가장 높은 곳에서 업데이트 {1}번({2}에폭)을 평균합니다</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <location filename="../../lrviz/ui/window.py"/>
        <source>First open</source>
        <translation>첫 세션</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/window.py"/>
        <source>Reload</source>
        <translation>다시 불러오기</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/window.py"/>
        <source>Reloading shows what it holds now; undoing brings back what is open.</source>
        <translation>다시 불러오면 지금 파일의 내용이 보이고, 실행 취소하면 열려 있던 것이 되돌아옵니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arrangement.py"/>
        <source>Room for the dock</source>
        <translation>도크 자리</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/arrangement.py"/>
        <source>Room for the sidebar</source>
        <translation>사이드바 자리</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/app.py"/>
        <source>That didn’t work</source>
        <translation>뜻대로 되지 않았습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/window.py"/>
        <source>The code of {0} is on the clipboard</source>
        <translation>{0}의 코드를 클립보드에 복사했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/window.py"/>
        <source>The model can’t be raced</source>
        <translation>모델을 경주할 수 없습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/window.py"/>
        <source>{0} and its branches ({1}) are deleted</source>
        <translation>{0:과} 갈래({1})를 삭제했습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/window.py"/>
        <source>{0} brings them back.</source>
        <translation>{0:을} 누르면 되돌아옵니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/window.py"/>
        <source>{0} was changed by another program</source>
        <translation>{0:을} 다른 프로그램이 바꿨습니다</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/app.py"/>
        <source>{0}: {1}. The log in {2} has the details.</source>
        <translation>{0}: {1}. 자세한 내용은 {2}의 로그에 있습니다.</translation>
    </message>
</context>
<context>
    <name>_Restored</name>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>A search trains copies: the weights, the optimizer’s state and all random numbers are, bit for bit, what they were before it. A race after it gives what it would have given without.</source>
        <translation>탐색은 복사본을 학습합니다. 가중치, 옵티마이저 상태, 모든 난수는 탐색 전과 비트까지 똑같습니다. 그 뒤의 경주는 탐색이 없었을 때와 같은 결과를 냅니다.</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/form/finder_form.py"/>
        <source>Weights and random state restored</source>
        <translation>가중치와 난수 상태 복원됨</translation>
    </message>
</context>
<context>
    <name>_Sheet</name>
    <message>
        <location filename="../../lrviz/ui/panels/suggestion_table.py"/>
        <source>Suggestion</source>
        <translation>제안</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/suggestion_table.py"/>
        <source>over {0}</source>
        <translation>{0}에 걸쳐</translation>
    </message>
    <message>
        <location filename="../../lrviz/ui/panels/suggestion_table.py"/>
        <source>what was measured of it</source>
        <translation>측정한 것</translation>
    </message>
</context>
</TS>
