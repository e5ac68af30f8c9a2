"""Dissections: the latest is under way, what was known stays known, and what was refused is said."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from lrviz import MLP, SGD, Digits, Experiment, Run
from lrviz.events import Block, Died, Dissected, Event, Failed, Finished, Happened, Portion, Replayed
from lrviz.ui.racing import dissections as module
from lrviz.ui.racing.dissections import SLOT, Dissections
from lrviz.ui.racing.races import Races

PLAN = Experiment.of(Run("a"), Run("b", optimizer=SGD(lr=0.3)), problem=Digits(model=MLP(hidden=(4,))), steps=20)
PICTURE = Block.of(np.zeros((4, 64), np.float32))


@pytest.fixture
def found(qtbot: QtBot) -> Dissections:
    """Give dissections whose worker isn't started: the test says what comes from it."""
    return Dissections(Races())


def apart(step: int) -> Dissected:
    return Dissected(step, 2.0, (), (Portion("0.weight", (4, 64), True, 0.1, {}, PICTURE, PICTURE),))


def hear(found: Dissections, *events: Event) -> None:
    found._races.heard.emit(Happened(SLOT, found._errand.ticket, events))


def finish(found: Dissections, step: int) -> None:
    hear(found, apart(step))
    found._races.heard.emit(Finished(SLOT, found._errand.ticket))


def test_the_latest_takes_the_place_of_the_one_under_way(found: Dissections) -> None:
    found.want(PLAN, 0, 3)
    first = found._errand.ticket
    found.want(PLAN, 0, 5)
    found._races.heard.emit(Happened(SLOT, first, (apart(3),)))
    assert found.of(PLAN, 0, 3) is None
    finish(found, 5)
    known = found.of(PLAN, 0, 5)
    assert known is not None
    assert (known.step, known.run) == (5, "a")
    assert not found.active


def test_what_is_known_isnt_asked_for_again_whatever_its_colour(found: Dissections) -> None:
    found.want(PLAN, 1, 3)
    finish(found, 3)
    ticket = found._errand.ticket
    run = replace(PLAN.runs[1], colour=7)
    found.want(replace(PLAN, runs=(PLAN.runs[0], run)), 1, 3)
    assert found._errand.ticket == ticket
    assert found.of(PLAN, 0, 3) is None


def test_the_last_of_a_run_is_there_while_another_is_under_way(found: Dissections) -> None:
    for step in (2, 4):
        found.want(PLAN, 0, step)
        finish(found, step)
    found.want(PLAN, 0, 9)
    last = found.last(PLAN, 0)
    assert last is not None
    assert last.step == 4
    assert found.last(PLAN, 1) is None


def test_it_says_how_far_it_is_trained_again(found: Dissections) -> None:
    found.want(PLAN, 0, 9)
    assert found.replayed is None
    hear(found, Replayed(0.25))
    assert found.replayed == 0.25
    finish(found, 9)
    assert found.replayed is None


def test_what_was_refused_is_said_and_not_tried_until_it_is_wanted_again(found: Dissections) -> None:
    found.want(PLAN, 0, 9)
    found._races.heard.emit(Failed(SLOT, found._errand.ticket, "it diverged at step 4"))
    assert found.refused(PLAN, 0, 9) == "it diverged at step 4"
    found.want(PLAN, 0, 9)
    assert not found.active
    found.again()
    found.want(PLAN, 0, 9)
    assert found.active


def test_a_worker_that_dies_refuses_its_update_alone(found: Dissections) -> None:
    found.want(PLAN, 0, 9)
    found._races.heard.emit(Died("out of memory", tickets=(found._errand.ticket,)))
    assert found.refused(PLAN, 0, 9) == "out of memory"
    assert found.refused(PLAN, 0, 8) == ""


def test_the_oldest_pictures_are_let_go(found: Dissections, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MEMORY", 5 * len(PICTURE.data))
    for step in (1, 2, 3):
        found.want(PLAN, 0, step)
        finish(found, step)
    assert [found.of(PLAN, 0, step) is not None for step in (1, 2, 3)] == [False, True, True]
