"""Two lessons that tests make up: one that is read and looked at, and one that asks for something."""

from __future__ import annotations

from pathlib import Path

LOOK = """\
title = { en = "Two rates", ko = "두 학습률" }
question = { en = "Which one ends lower?", ko = "어느 쪽이 더 낮게 끝날까요?" }
summary = { en = "A constant rate beside a cosine.", ko = "일정한 학습률과 코사인." }
minutes = 2
order = 900
caveat = { en = "One seed says little.", ko = "시드 하나로는 알 수 없습니다." }

[[scenes]]
name = "short"
training = { steps = 44, validate_every = 22 }

[[scenes.runs]]
name = "constant"
code = "optimizer = torch.optim.SGD(model.parameters(), lr=0.2)"

[[scenes.runs]]
name = "cosine"
code = '''
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=22)
'''

[[steps]]
view = "schedule"
run = "constant"
cursor = 11
highlight = ["pane:Learning rate", "run:cosine"]
text = { en = "Look at `T_max`: it is **half** the run.", ko = "`T_max`를 보세요. 학습의 **절반**이에요." }

[[steps]]
view = "training"
race = true
cursor = 43
highlight = ["pane:Gradient norm", "code"]
text = { en = "The race.", ko = "경주." }

[[steps]]
view = "schedule"
run = "cosine"
highlight = ["form:schedule.T_max"]
text = { en = "Let the cosine end with the run.", ko = "코사인이 학습과 함께 끝나게 해 보세요." }
until = 'setting("cosine", "schedule.T_max") == 44 and raced("cosine")'
hint = { en = "Set `T_max` to 44.", ko = "`T_max`를 44로 바꾸세요." }
done = { en = "Now it ends at 0.", ko = "이제 0에서 끝나요." }

[[measured]]
text = { en = "The loss falls.", ko = "손실이 줄어듭니다." }
holds = 'end("constant", "val_loss") < at("constant", "val_loss", 22)'
of = 3
at_least = 2
"""
SCENES = (
    LOOK.replace(
        "[[steps]]\nview",
        '[[scenes]]\nname = "long"\ntraining = { steps = 88 }\n\n[[scenes.runs]]\nname = "step"\n'
        'code = "optimizer = torch.optim.SGD(model.parameters(), lr=0.5)"\n\n[[steps]]\nview',
        1,
    )
    .replace('view = "training"\nrace = true', 'view = "training"\nscene = "long"\nrace = true')
    .replace("cursor = 43\n", "")
    .replace('run = "cosine"\nhighlight', 'scene = "short"\nrun = "cosine"\nhighlight')
)


def written(folder: Path, name: str = "two-rates", text: str = LOOK) -> Path:
    """Write a lesson into a folder."""
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path
