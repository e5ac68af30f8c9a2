"""Questions: what a text doesn't say is asked for, what is answered is read, and a wrong answer is told in words."""

from __future__ import annotations

from typing import Any

import pytest

from lrviz import SourceError, SpecError, StepLR, parse
from lrviz.source.read import study

OPEN = """\
optimizer = SGD(model.parameters(), lr=args.lr, momentum=0.9)
scheduler = OneCycleLR(optimizer, max_lr=args.lr * 10, total_steps=epochs * len(train_loader), pct_start=cfg["warm"])
"""
ANSWERS = {"args.lr": 0.1, "epochs": 3, "len(train_loader)": 100, 'cfg["warm"]': 0.25}


def test_every_open_value_is_asked_for_once_with_its_line() -> None:
    reading = study(OPEN)
    assert reading.run is None
    asked = {one.expression: one.line for one in reading.questions}
    assert asked == {"args.lr": 1, "epochs": 2, "len(train_loader)": 2, "cfg['warm']": 2}
    for one in reading.questions:
        assert one.expression in one.why
        assert "names=" not in one.why


def test_answers_give_the_curve_however_they_are_spelt() -> None:
    run = study(OPEN, names=ANSWERS).run
    assert run is not None
    assert (
        run.schedule
        == parse("o = SGD(p, 0.1, 0.9)\nOneCycleLR(o, max_lr=0.1 * 10, total_steps=300, pct_start=0.25)").schedule
    )
    spelt = {"args . lr": 0.1, "( epochs )": 3, "len( train_loader )": 100, "cfg['warm']": 0.25}
    assert study(OPEN, names=spelt).run == run


@pytest.mark.parametrize("answered", ANSWERS)
def test_an_answer_takes_its_question_away_and_no_other(answered: str) -> None:
    before, after = (
        {one.expression for one in study(OPEN, names=names).questions} for names in ({}, {answered: ANSWERS[answered]})
    )
    assert before - after == {answered.replace('"', "'")}
    assert after < before


def test_the_whole_of_an_expression_may_be_answered() -> None:
    names = {"args.lr": 0.1, "epochs * len(train_loader)": 300, "cfg['warm']": 0.25}
    assert study(OPEN, names=names).run == study(OPEN, names=ANSWERS).run


WRONG: dict[str, tuple[Any, str, str]] = {
    "a text for a number": ("thirty", "LR115", r"step_size='thirty'.*must be"),
    "a fraction": (2.5, "LR115", r"step_size=2\.5.*must be"),
    "a number out of bounds": (0, "LR115", r"step_size=0.*at least 1|step_size=0.*>= 1|step_size=0.*must be"),
    "not a number": (float("nan"), "LR115", r"step_size=nan.*must be"),
    "nothing": (None, "LR115", r"step_size=None.*must be"),
    "a list": ([3], "LR115", r"step_size=\[3\].*must be"),
    "a truth value": (True, "LR115", r"step_size=True.*must be"),
    "an endless number": (10**400, "LR115", r"step_size=.*must be"),
}


@pytest.mark.parametrize(("answer", "rule", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_answer_is_told_with_field_and_bound(answer: Any, rule: str, words: str) -> None:
    text = "o = SGD(p, 0.1)\ns = StepLR(o, step_size=drop)"
    reading = study(text, names={"drop": answer})
    assert reading.run is None
    assert [one.rule for one in reading.findings] == [rule]
    with pytest.raises((SpecError, SourceError), match=words):
        parse(text, names={"drop": answer})


@pytest.mark.parametrize("expression", ["x = 3", "", "1 +", "if", "a\nb", "((", "\0", "\ud800"])
def test_an_answer_to_no_expression_is_told(expression: str) -> None:
    reading = study(OPEN, names={expression: 3})
    assert reading.run is None
    assert reading.findings[0].rule == "LR200"
    assert "which is not an expression" in reading.findings[0].message


def test_answers_hold_while_the_text_is_edited() -> None:
    edited = "# my run\nimport torch\n" + OPEN.replace("momentum=0.9", "momentum=0.8").replace("optimizer", "opt")
    run = study(edited, names=ANSWERS).run
    assert run is not None
    assert run.schedule == study(OPEN, names=ANSWERS).run.schedule  # type: ignore[union-attr]
    assert not study(edited, names=ANSWERS).questions


def test_an_answer_to_what_is_no_longer_asked_changes_nothing() -> None:
    told = OPEN.replace("epochs *", "7 *")
    assert study(told, names=ANSWERS).run == study(told, names={**ANSWERS, "epochs": 99}).run


def test_an_answer_stands_over_what_the_text_says() -> None:
    text = "drop = 30\no = SGD(p, 0.1)\ns = StepLR(o, step_size=drop)"
    assert parse(text, names={"drop": 10}).schedule == StepLR(10)
