"""Reading a lesson: what a file says is what is there, and what is wrong with it is said with its line, in one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz import (
    SGD,
    CosineAnnealingLR,
    CrossEntropyLoss,
    Experiment,
    FocalLoss,
    HuberLoss,
    LessonError,
    Moons,
    MSELoss,
    ReduceLROnPlateau,
    Run,
    SessionError,
)
from lrviz.files import resource
from lrviz.teaching.lesson import Lesson
from lrviz.teaching.reading import LARGEST, read

TEXT = '''\
title = "A lesson"
question.en = "Does it?"
question.ko = "그런가요?"
summary = { en = "It does." }
minutes = 3
caveat = """
Not here,
nor there.

A second paragraph.
"""

[[scenes]]
name = "digits"
problem = { type = "Digits", label_noise = 0.2 }
training = { steps = 40, validate_every = 10 }

[[scenes.runs]]
name = "constant"
code = """
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
"""

[[scenes.runs]]
name = "cosine"
code = """
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=40)
"""
clip = 1.0

[[steps]]
text = "Look."
view = "schedule"
run = "cosine"
highlight = ["form:schedule.T_max", "pane:Learning rate", "run:constant", "race"]

[[steps]]
text = "Now you."
until = 'setting("cosine", "schedule.T_max") < 40'
hint = "Change it."

[[measured]]
text = "It is so."
holds = 'end("cosine", "accuracy") > at("constant", "accuracy", 10)'
of = 4
at_least = 3
'''


def refused(text: str) -> LessonError:
    with pytest.raises(LessonError) as caught:
        read(text, "mine.toml")
    said = str(caught.value)
    assert said.startswith("mine.toml can’t be opened: ")
    assert "\n" not in said
    assert len(said) < 500
    return caught.value


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1, old
    return TEXT.replace(old, new)


def test_a_file_is_read_as_it_says(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(TEXT, encoding="utf-8")
    lesson = read(tmp_path / "mine.toml")
    assert lesson == read(TEXT)
    assert (lesson.title.en, lesson.title.ko) == ("A lesson", "")
    assert lesson.question.said("ko") == "그런가요?"
    assert lesson.title.said("ko") == "A lesson"
    assert lesson.caveat.en == "Not here, nor there.\n\nA second paragraph."
    (scene,) = lesson.scenes
    runs = Run("constant", optimizer=SGD(lr=0.2)), Run("cosine", CosineAnnealingLR(T_max=40), SGD(lr=0.2), clip=1.0)
    assert scene.experiment == Experiment.of(*runs, steps=40, validate_every=10)
    assert [run.colour for run in scene.experiment.runs] == [0, 1]
    assert lesson.steps[0].highlight[1] == "pane:Learning rate"


def test_a_single_scene_needs_no_name() -> None:
    assert read(changed('name = "digits"\n', "")).scenes[0].name == "the experiment"


def test_a_scene_like_another_says_only_what_differs() -> None:
    second = """
[[scenes]]
name = "clean"
like = "digits"
problem = { label_noise = 0.0 }
training = { steps = 30 }
[[scenes]]
name = "moons"
like = "digits"
problem = { type = "Moons" }
runs = [{ name = "only" }]
"""
    noisy, clean, moons = (scene.experiment for scene in read(TEXT + second).scenes)
    assert clean.runs == noisy.runs
    assert (clean.training.steps, clean.training.validate_every) == (30, 10)
    assert (noisy.problem.label_noise, clean.problem.label_noise) == (0.2, 0.0)  # type: ignore[attr-defined]
    assert moons.problem == Moons()
    assert moons.training == noisy.training
    assert [run.name for run in moons.runs] == ["only"]


def test_runs_may_be_given_field_by_field() -> None:
    fields = """
name = "cosine"
schedule = { type = "ReduceLROnPlateau", patience = 2 }
stepped = "epoch"
optimizer = { type = "SGD", lr = 0.3 }
loss = "nn.CrossEntropyLoss(label_smoothing=0.1)"
groups = [{ pattern = "*.bias", frozen = true }]
"""
    text = re.sub(r'name = "cosine"\ncode = """.*?"""\n', fields, TEXT, flags=re.DOTALL).replace(
        "form:schedule.T_max", "race"
    )
    run = read(text).scenes[0].experiment.runs[1]
    assert run.schedule == ReduceLROnPlateau(patience=2)
    assert run.loss == CrossEntropyLoss(label_smoothing=0.1)
    assert (run.stepped, run.optimizer.rate, run.groups[0].pattern) == ("epoch", 0.3, "*.bias")


def test_code_of_a_scheduler_alone_leaves_the_optimizer_to_a_field() -> None:
    code = 'code = "CosineAnnealingLR(optimizer, T_max=40)"\noptimizer = { type = "Adam", lr = 0.01 }'
    text = re.sub(r'(name = "cosine"\n)code = """.*?"""', rf"\1{code}", TEXT, flags=re.DOTALL)
    assert type(read(text).scenes[0].experiment.runs[1].optimizer).__name__ == "Adam"


@pytest.mark.parametrize(
    ("text", "loss"),
    [
        ("nn.HuberLoss(delta=2.0)", HuberLoss(delta=2.0)),
        ("torch.nn.HuberLoss(2)", HuberLoss(delta=2.0)),
        ("MSELoss()", MSELoss()),
    ],
)
def test_a_loss_is_read_as_torch_code(text: str, loss: object) -> None:
    diabetes = changed('{ type = "Digits", label_noise = 0.2 }', '{ type = "Diabetes" }').replace("accuracy", "mae")
    assert read(diabetes.replace("clip = 1.0", f'loss = "{text}"')).scenes[0].experiment.runs[1].loss == loss


def test_a_loss_left_out_is_the_one_that_fits_the_problem() -> None:
    diabetes = changed('{ type = "Digits", label_noise = 0.2 }', '{ type = "Diabetes" }').replace("accuracy", "mae")
    assert {run.loss for run in read(diabetes).scenes[0].experiment.runs} == {MSELoss()}
    yes_or_no = changed("clip = 1.0", 'loss = "FocalLoss(alpha=0.75)"')
    assert read(yes_or_no).scenes[0].experiment.runs[1].loss == FocalLoss(alpha=0.75)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("minutes = 3", "minutes = ", 5, "invalid value"),
        ("minutes = 3", "minutes = 3\nminutes = 4", 6, "cannot overwrite a value"),
        ("minutes = 3\n", "", None, "minutes is missing; it must be a whole number between 1 and 60"),
        ("minutes = 3", "minutes = 300", 5, "minutes is 300; it must be a whole number between 1 and 60"),
        ("minutes = 3", "minutes = 1979-05-27", 5, 'minutes is "1979-05-27"; it must be'),
        ("minutes = 3", "minutes = inf", 5, "minutes is Infinity; it must be"),
        (
            "minutes = 3",
            "minutes = 3\nminuts = 3",
            6,
            "minuts is unknown: Lesson has no such field; the nearest is min",
        ),
        ('title = "A lesson"', "title = { ko = '수업' }", 1, "title.en is missing"),
        ('title = "A lesson"', 'title = { en = "A", kr = "B" }', 1, "title.kr is unknown"),
        ('title = "A lesson"', "title = 3", 1, "title is 3; it must be an object (en, ko)"),
        ("label_noise = 0.2", "label_noise = 2", 15, "scenes[0].problem.label_noise is 2; it must be a number between"),
        ('"Digits", label', '"Digit", label', 15, 'scenes[0].problem.type is "Digit"; the nearest is Digits'),
        ("steps = 40,", 'steps = "many",', 16, 'scenes[0].training.steps is "many"; it must be a whole number'),
        ('name = "digits"', 'name = "digits"\nseed = 3', 15, "scenes[0].seed is unknown: a scene has no such field"),
        ('name = "digits"', 'like = "digits"', 14, "scenes[0].like is 'digits'; it must name a scene before this one"),
        ('name = "digits"', "like = []", 14, "scenes[0].like is []; it must name a scene before this one"),
        ('name = "constant"', 'name = "cosine"', 13, "a list of runs with different names"),
        ('lr=0.2)\n"""\n\n[[sc', 'lr=0.2\n"""\n\n[[sc', 21, "scenes[0].runs[0].code: "),
        ("CosineAnnealingLR", "CosinAnnealingLR", 28, "scenes[0].runs[1].code: "),
        ("T_max=40)", "T_max=epochs)", 28, "epochs"),
        ("T_max=40)", "T_max=0)", 28, "scenes[0].runs[1].code: CosineAnnealingLR(T_max=0): T_max must be"),
        (
            '[[steps]]\ntext = "Look."',
            '[[scenes]]\nlike = "digits"\n[[steps]]\ntext = "Look."',
            32,
            "scenes[1].name is mis",
        ),
        ("clip = 1.0", "clip = 0", 30, "scenes[0].runs[1].clip is 0; it must be a number greater than 0"),
        ("clip = 1.0", 'schedule = { type = "StepLR", step_size = 3 }', 30, "is said twice: its code says it too"),
        ("clip = 1.0", 'loss = "nn.L1Loss()"', 24, "scenes[0].runs[1] can’t be trained: L1Loss is for"),
        (
            "clip = 1.0",
            'loss = "nn.MSLoss()"',
            30,
            "scenes[0].runs[1].loss: there is no loss 'MSLoss': the nearest is MSE",
        ),
        ("clip = 1.0", 'loss = "open(1)"', 30, "there is no loss 'open'"),
        ("clip = 1.0", 'loss = "HuberLoss(dlta=1)"', 30, "HuberLoss has no argument dlta: the nearest is delta"),
        ("clip = 1.0", 'loss = "HuberLoss(delta=-1)"', 30, "delta must be a number greater than 0"),
        ("clip = 1.0", 'loss = "HuberLoss(1, 2, 3)"', 30, "HuberLoss takes 1 arguments, and 3 are given"),
        ("clip = 1.0", 'loss = "HuberLoss(delta=x)"', 30, "'x' is no plain value"),
        ("clip = 1.0", 'loss = "HuberLoss(**x)"', 30, "without **"),
        ("clip = 1.0", 'loss = "CustomLoss()"', 30, "CustomLoss needs its argument formula"),
        ("clip = 1.0", 'loss = "3"', 30, "is no loss as torch code"),
        (
            'run = "cosine"',
            'run = "cosin"',
            35,
            "steps[0].run is 'cosin'; it must be a run of the scene: the nearest is",
        ),
        ('view = "schedule"', 'view = "shedule"', 34, "steps[0].view is \"shedule\"; it must be one of 'schedule'"),
        ('view = "schedule"', 'scene = "moons"', 34, "steps[0].scene is 'moons'; it must be a scene: there are digits"),
        ('view = "schedule"', "cursor = 41", 34, "steps[0].cursor is 41, and the scene has 40 updates"),
        ('view = "schedule"', 'hint = "no"', 34, "steps[0].hint is given, and the step has no until"),
        ('"race"]', '"rase"]', 36, "steps[0].highlight[3] is 'rase'; it must be a place: the nearest is race"),
        ('"race"]', '"run:adam"]', 36, "it must name a run of the scene: there are constant, cosine"),
        ('"race"]', '"form:schedule.Tmax"]', 36, "it must name a field of 'cosine': the nearest is T_max"),
        ('"race"]', '"form:schedul"]', 36, "the nearest is schedule"),
        ('"race"]', '"pane:"]', 36, "it must be one of pane:TITLE, run:NAME and form:FIELD"),
        ('"race"]', '"race", "view"]', 36, "it must be a list of 0 to 4"),
        ("< 40'", "<< 40'", 40, "steps[1].until is no claim: "),
        ('setting("cosine", "schedule.T_max") < 40', 'found("cosine", "valley") < 40', 40, "what no race measures"),
        ("at_least = 3", "at_least = 5", 47, "measured[0].at_least is 5; it must be at most 4, which `of` is"),
        ("at_least = 3", 'scene = "moons"', 47, "measured[0].scene is 'moons'; it must be a scene: there are digits"),
        ('at("constant"', 'at("const"', 45, "measured[0].holds is no claim: there is no run 'const': the nearest is"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, line: int | None, words: str) -> None:
    error = refused(changed(old, new))
    assert words in error.reason
    assert error.line == line
    assert line is None or f"line {line}: " in str(error)


def test_a_line_of_code_inside_quotes_on_the_same_line_is_found() -> None:
    text = TEXT.replace('code = """\noptimizer = torch', 'code = """optimizer = trch', 1)
    assert refused(text).line == 20


def test_what_is_no_lesson_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(LessonError, match="there is no such file"):
        read(tmp_path / "none.toml")
    with pytest.raises(LessonError, match="it is a folder"):
        read(tmp_path)
    with pytest.raises(LessonError, match="it is no path"):
        read("a\0b")
    (tmp_path / "latin.toml").write_bytes("title = 'é'".encode("latin-1"))
    with pytest.raises(SessionError, match=r"latin\.toml can’t be opened: it is not UTF-8 text"):
        read(tmp_path / "latin.toml")
    (tmp_path / "large.toml").write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(LessonError, match=r"at most 0\.25 MB are read"):
        read(tmp_path / "large.toml")
    assert "title is missing" in refused("\n").reason
    assert "nested too deeply" in refused(f"a = {'[' * 5000}\n").reason
    assert "too long" in refused(f"a = {'9' * 5000}\n").reason
    assert "scenes is 3" in refused('scenes = 3\ntitle = "a"\nquestion = "a"\nsummary = "a"\nminutes = 1\n').reason
    assert "runs is missing" in refused(re.sub(r"\[\[scenes.runs\]\].*(?=\[\[steps)", "", TEXT, flags=re.DOTALL)).reason


PLACES = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.sampled_from(['"', "[", "]", "=", "3", "\n", "x", "{"])), max_size=4
)


@given(PLACES, st.integers(0, len(TEXT)), st.integers(0, 40))
@settings(max_examples=60)
def test_a_damaged_file_is_a_lesson_or_one_line(places: list[tuple[int, str]], start: int, cut: int) -> None:
    text = TEXT[:start] + TEXT[start + cut :]
    for at, put in places:
        text = text[:at] + put + text[at:]
    try:
        found: Lesson | str = read(text, "mine.toml")
    except LessonError as error:
        found = str(error)
    assert isinstance(found, Lesson) or len(found.splitlines()) == 1


def test_nothing_is_executed(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    code = f"open({str(mark)!r}, 'w')\noptimizer = torch.optim.SGD(model.parameters(), lr=0.2)"
    text = changed('optimizer = torch.optim.SGD(model.parameters(), lr=0.2)\n"""\n\n', f'{code}\n"""\n\n')
    assert read(text).scenes[0].experiment.runs[0].optimizer == SGD(lr=0.2)
    assert not mark.exists()


def test_the_first_lesson_is_the_first_session() -> None:
    lesson = read(resource("lessons", "first-open.toml"))
    assert lesson.scenes[0].experiment == Experiment.first_open()
