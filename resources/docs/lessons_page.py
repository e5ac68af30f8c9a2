"""The page on writing a lesson, from the values a lesson is made of and the words of claims."""

from __future__ import annotations

import re
from itertools import groupby

import msgspec

from lrviz.run import Run
from lrviz.spec import Field, fields
from lrviz.teaching.checking import SPOTS
from lrviz.teaching.grammar import called
from lrviz.teaching.lesson import Lesson, Measured, Step
from lrviz.teaching.wording import WORDS

EXAMPLE = '''\
title = { en = "A rate too high", ko = "너무 높은 학습률" }
question = { en = "Does twice the rate learn twice as fast?", ko = "학습률을 두 배로 하면 두 배 빨리 배울까요?" }
summary = { en = "Two runs, one twice as bold.", ko = "두 학습, 하나는 두 배로 대담합니다." }
minutes = 3
order = 50
topics = ["rate"]

caveat.en = """
On other data another rate is too high. Text between three quotes may go over several lines.

An empty line begins a paragraph; `code` and **what matters** are marked like this.
"""
caveat.ko = "데이터가 다르면 너무 높은 학습률도 다릅니다."

[[scenes]]
name = "digits"
problem = { type = "Digits", label_noise = 0.2 }
training = { steps = 88, validate_every = 22 }

[[scenes.runs]]
name = "bold"
code = "optimizer = torch.optim.SGD(model.parameters(), lr=0.8, momentum=0.9)"

[[scenes.runs]]
name = "bolder"
code = """
optimizer = torch.optim.SGD(model.parameters(), lr=1.6, momentum=0.9)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=88)
"""
loss = "nn.CrossEntropyLoss(label_smoothing=0.1)"

[[scenes]]
name = "clean digits"
like = "digits"
problem = { label_noise = 0.0 }

[[steps]]
text = { en = "Both keep **one** rate at first.", ko = "처음에는 둘 다 **하나의** 학습률을 유지합니다." }
view = "schedule"
highlight = ["pane:Learning rate", "run:bolder"]

[[steps]]
text = { en = "Watch the losses at step 44.", ko = "44번째 스텝의 손실을 보세요." }
view = "training"
race = true
cursor = 44

[[steps]]
text = { en = "Now take a rate that is calm.", ko = "이제 차분한 학습률을 골라 보세요." }
view = "schedule"
run = "bold"
highlight = ["form:optimizer.lr"]
until = 'setting("bold", "optimizer.lr") <= 0.2 and raced("bold")'
hint = { en = "0.2 or less, and then Race.", ko = "0.2 이하로 하고 Race를 누르세요." }
done = { en = "That one settles.", ko = "이제 가라앉습니다." }

[[measured]]
text = { en = "Clean labels end with the lower loss.", ko = "깨끗한 라벨은 더 낮은 손실로 끝납니다." }
holds = 'end("clean digits: bold", "loss") < end("bold", "loss")'
of = 5
at_least = 4
'''

HEAD = """\
# Writing a lesson

A lesson is one `.toml` file: a question, the experiments that answer it, steps that are gone through in the window,
what was measured, and what it doesn't show. Anyone can write one, and share it by sending the file: it opens when it is
dropped on the window, and whatever is changed in the file is shown while it is written. Nothing in it is executed.

    lrviz lessons --new my-lesson --from study.lrviz    # a lesson to begin with, made of a session
    lrviz lessons --check my-lesson.toml                # what is wrong with it, and whether what it says holds
    lrviz lessons --schema > lessons.schema.json        # for an editor that completes TOML
    lrviz train my-lesson.toml --scene "clean digits"   # a lesson wherever a command takes a session

A file in `resources/lessons` of a clone comes with lrviz, under the file's name.

This one says all there is to say; the tests read it:
"""

TEXTS = """\
## Texts

A text is said in English and in Korean, `{ en = "…", ko = "…" }`, or in English alone, `"…"`. Lines are joined, an
empty one begins a paragraph, `code` stands between backticks and **what matters** between two asterisks.
"""

SCENES = """\
## `[[scenes]]`

An experiment, raced as it is. With one scene its name may be left out. `problem`, `training` and `metric` are written
as in a session file, without what is left as it is. `like` names a scene before this one: `problem` and `training`
are then changed field by field, and `runs` stay those of that scene unless they are given.

## `[[scenes.runs]]`

A run has a `name` and either `code`, its optimizer and scheduler as torch code (pasted as it is: functions around it,
transformers and timm are understood as in the window), or the same as fields: {fields}, written as in a session file.
`loss` may be torch code too. What isn't given is as torch has it, and the loss is the problem's own.
"""

UNTOLD = ("name", "colour", "visible", "listing")
"""Fields of a run that no lesson says."""

PLACES = """\
### What is highlighted

`highlight` names up to four places of the window:

- `"pane:Learning rate"`: a plot of the view, by its title in English
- `"run:cosine"`: a row in the list of runs
- `"form:schedule.T_max"`, `"form:optimizer.lr"`: a field in the form of the run that is selected
- {spots}
"""

CLAIMS = """\
## Claims

What a lesson says was measured has a claim behind it, which the tests weigh on trainings with seeds of their own. So
has a step that asks a person for something (`until`), about the experiment as they have changed it. A claim is a
comparison, or several with `and`, `or` and `not`; numbers are reckoned with by `+ - * / **`. Texts stand between
quotes.

    end("cosine", "accuracy") > end("constant", "accuracy") + 0.02        in at_least of the seeds
    mean(end("cosine", "val_loss")) < 0.4                                 one condition about all seeds
    share(diverged("hot")) >= 0.5
    setting("cosine", "schedule.T_max") == 440 and raced("cosine")        in until

A run of another scene is `"scene: run"`; seeds are paired. What isn't known, as the accuracy of a training that
diverged, is neither more nor less than anything. In `until`, `"any run"` is each run in turn until the claim holds.
Metrics have the names that `lrviz train -o` writes, "loss" and "train_loss" are the batches'; a name that is none is
answered with those there are.
"""

TITLES = {
    "each": "Of one training",
    "seed": "Of what else is measured with a seed",
    "all": "Of all seeds",
    "plain": "Of numbers",
    "scene": "Of the experiment as it is, for `until`",
}


def page() -> str:
    """Write the whole page."""
    parts = [
        f"{HEAD}\n```toml\n{EXAMPLE}```\n",
        f"## The file\n\n{_table(Lesson)}\n",
        TEXTS,
        SCENES.format(fields=", ".join(f"`{field.name}`" for field in fields(Run) if field.name not in UNTOLD)),
        f"## `[[steps]]`\n\n{_table(Step)}\n",
        PLACES.format(spots=", ".join(f'`"{spot}"`' for spot in SPOTS)),
        f"## `[[measured]]`\n\n{_table(Measured)}\n",
        CLAIMS,
        _words(),
    ]
    return "\n".join(parts)


def _table(cls: type[msgspec.Struct]) -> str:
    """Give a row for each field: what it is, what it must be, and what it is where it is left out."""
    rows = map(_row, fields(cls))
    return "\n".join(["| field | what it is | it must be | left out |", "|---|---|---|---|", *rows])


def _row(field: Field) -> str:
    bound = field.bound.removesuffix(" or None").replace("an object (en, ko)", "a text")
    bound = re.sub(r", each an object .*", ", see below", bound)
    left = "**required**" if field.required else _written(field.default)
    return f"| `{field.name}` | {field.help} | {bound} | {left} |"


def _written(value: object) -> str:
    if value is None or value in ("", ()):
        return "–"
    return f"`{type(value).__name__}`" if isinstance(value, msgspec.Struct) else f"`{value}`".replace("'", '"')


def _words() -> str:
    """Give the words of claims, by what they are about."""
    order = list(TITLES)
    known = sorted(WORDS.items(), key=lambda item: order.index(item[1].per))
    parts = []
    for per, words in groupby(known, key=lambda item: item[1].per):
        rows = [f"- `{called(name)}`: {word.about}" for name, word in words]
        parts.append(f"### {TITLES[per]}\n\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)
