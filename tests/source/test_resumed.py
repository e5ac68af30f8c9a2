"""A resumed run as text: its class comes along, and what is read has to fit."""

from __future__ import annotations

import pytest

from lrviz import (
    ConstantLR,
    CosineAnnealingLR,
    LinearScheduleWithWarmup,
    Resumed,
    Run,
    SourceError,
    StepLR,
    code,
    parse,
)

LATER = Resumed(CosineAnnealingLR(500), 400, CosineAnnealingLR(1000), "last_epoch")


def test_functions_make_both_schedulers_and_have_names_of_their_own() -> None:
    text = code(Run("run", Resumed(LinearScheduleWithWarmup(50, 500), 400, LinearScheduleWithWarmup(50, 1000))))
    for line in (
        "def linear_schedule_with_warmup_1(",
        "def linear_schedule_with_warmup_2(",
        "def before(optimizer):",
        "def after(optimizer):",
        "class Resumed:",
        'optimizer, before, 400, after, by="load_state_dict")',
    ):
        assert text.count(line) == 1
    assert "->" not in text
    assert "last_epoch" not in text


def test_last_epoch_is_written_and_has_to_be_one_before_the_step() -> None:
    text = code(Run("run", LATER))
    assert "last_epoch=399)" in text
    assert parse(text).schedule == LATER
    for changed in ("last_epoch=398", "last_epoch=-1"):
        with pytest.raises(SourceError, match="resumed at step 400 by last_epoch it is made with last_epoch=399"):
            parse(text.replace("last_epoch=399", changed))


def test_the_class_may_be_left_out_and_lambdas_stand_for_functions() -> None:
    text = "scheduler = Resumed(optimizer, lambda o: StepLR(o, 3), 5, then=lambda o: StepLR(o, 9), by='stepped')"
    assert parse(text).schedule == Resumed(StepLR(3), 5, StepLR(9), "stepped")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("self.steps += 1", "self.steps += 2", "the class Resumed is another one than lrviz writes"),
        ("    return torch", "    found = torch", "a function that ends in a return"),
        ("last_epoch=399", "last_epoch=k", "k is not given in the text"),
        ("400", "0", "made with last_epoch=-1"),
    ],
)
def test_what_can_not_be_read_is_refused_by_name(old: str, new: str, words: str) -> None:
    text = code(Run("run", LATER))
    assert old in text
    with pytest.raises(SourceError, match=words):
        parse(text.replace(old, new))


def test_a_recipe_that_goes_on_from_a_session_that_is_not_there_is_refused() -> None:
    text = code(Run("run", LinearScheduleWithWarmup(50, 500)))
    assert "lr_lambda=linear_schedule_with_warmup)" in text
    with pytest.raises(SourceError, match="last_epoch other than -1"):
        parse(text.replace("_with_warmup)\n", "_with_warmup, last_epoch=5)\n"))


def test_an_error_in_a_session_says_which_one() -> None:
    text = "scheduler = Resumed(optimizer, lambda o: StepLR(o, 3), 5, lambda o: StepLR(o, 0), by='fresh')"
    with pytest.raises(ValueError, match=r"Resumed\(then\.step_size=0\)"):
        parse(text)
    assert parse(code(Run("run", Resumed(ConstantLR(), 5, ConstantLR())))).schedule == Resumed(
        ConstantLR(), 5, ConstantLR()
    )
