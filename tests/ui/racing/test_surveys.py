"""Surveys: the latest is under way, what was known stays known, and one that ends its worker isn't tried for ever."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from lrviz import MLP, Digits, Experiment, Run
from lrviz.events import Block, Died, Event, Failed, Finished, Ground, Happened, Laid, Preparing
from lrviz.survey import Survey
from lrviz.ui.racing.races import Races
from lrviz.ui.racing.surveys import KEPT, SLOT, Surveys

PLAN = Experiment.of(Run("a"), problem=Digits(model=MLP(hidden=(4,))), steps=2)
ENDS, RANDOM = Survey(grid=3), Survey(grid=3, method="random")
NONE = Block.of(np.zeros((1, 1)))
LAID = Laid(
    Block.of(np.zeros(1, np.int64)),
    Block.of(np.zeros((1, 1, 2))),
    NONE,
    NONE,
    1.0,
    (1.0,),
    (0.0, 1.0, 0.0, 1.0),
    ("", ""),
)


@pytest.fixture
def surveys(qtbot: QtBot) -> Surveys:
    """Give surveys whose worker isn't started: the test says what comes from it."""
    return Surveys(Races())


def ground(done: float) -> Ground:
    line = Block.of(np.array([0.0, 1.0]))
    return Ground(line, line, Block.of(np.zeros((2, 2), np.float32)), done)


def hear(surveys: Surveys, *events: Event) -> None:
    surveys._races.heard.emit(Happened(SLOT, surveys._errand.ticket, events))


def finish(surveys: Surveys) -> None:
    hear(surveys, LAID, ground(1.0))
    surveys._races.heard.emit(Finished(SLOT, surveys._errand.ticket))


def test_another_survey_takes_the_place_of_the_one_under_way(surveys: Surveys) -> None:
    surveys.want(PLAN, ENDS)
    first = surveys._errand.ticket
    hear(surveys, LAID, ground(0.5))
    surveys.want(PLAN, RANDOM)
    assert surveys._errand.ticket != first
    assert surveys.of(PLAN, ENDS) is None
    surveys._races.heard.emit(Happened(SLOT, first, (ground(1.0),)))
    assert surveys.of(PLAN, RANDOM) is None
    finish(surveys)
    assert surveys.of(PLAN, RANDOM) is not None
    assert not surveys.active


def test_going_back_to_a_known_landscape_ends_the_one_under_way(surveys: Surveys) -> None:
    surveys.want(PLAN, ENDS)
    finish(surveys)
    surveys.want(PLAN, RANDOM)
    hear(surveys, LAID, ground(0.5))
    surveys.want(PLAN, ENDS)
    assert surveys.progress() is None  # what it shows is whole
    assert surveys.of(PLAN, ENDS) is not None
    assert not surveys.active


def test_what_was_looked_at_longest_ago_is_forgotten(surveys: Surveys) -> None:
    others = [replace(RANDOM, seed=seed) for seed in range(KEPT)]
    for survey in (ENDS, *others[:-1]):
        surveys.want(PLAN, survey)
        finish(surveys)
    surveys.want(PLAN, ENDS)
    surveys.want(PLAN, others[-1])
    finish(surveys)
    assert surveys.of(PLAN, ENDS) is not None
    assert surveys.of(PLAN, others[0]) is None


def test_what_is_refused_is_said_and_tried_again_only_when_asked(surveys: Surveys) -> None:
    surveys.want(PLAN, ENDS)
    surveys._races.heard.emit(Failed(SLOT, surveys._errand.ticket, "no such thing"))
    assert surveys.refused(PLAN, ENDS) == "no such thing"
    surveys.want(PLAN, ENDS)
    assert not surveys.active
    surveys.again(PLAN, ENDS)
    surveys.want(PLAN, ENDS)
    assert surveys.active
    assert not surveys.refused(PLAN, ENDS)


def test_a_survey_that_ends_its_worker_is_tried_once_more_and_not_for_ever(surveys: Surveys) -> None:
    surveys.want(PLAN, ENDS)
    surveys._races.heard.emit(Died("killed", tickets=(surveys._errand.ticket,)))
    assert not surveys.refused(PLAN, ENDS)
    surveys.want(PLAN, ENDS)
    assert surveys.active
    surveys._races.heard.emit(Died("killed", tickets=(surveys._errand.ticket,)))
    assert surveys.refused(PLAN, ENDS) == "killed"
    surveys.want(PLAN, ENDS)
    assert not surveys.active


def test_one_that_is_stopped_keeps_its_picture_or_says_that_there_is_none(surveys: Surveys) -> None:
    surveys.want(PLAN, ENDS)
    hear(surveys, Preparing("training the runs", 0.5))
    progress = surveys.progress()
    assert progress is not None
    assert (progress.words, progress.done) == ("training the runs", 0.5)
    surveys.stop()
    assert "stopped" in surveys.refused(PLAN, ENDS)
    surveys.want(PLAN, RANDOM)
    hear(surveys, LAID, ground(0.5))
    surveys.stop()
    found = surveys.of(PLAN, RANDOM)
    assert found is not None
    assert found.done == 0.5
    surveys.want(PLAN, RANDOM)
    assert not surveys.active
    surveys.again(PLAN, RANDOM)
    assert surveys.of(PLAN, RANDOM) is None
    surveys.want(PLAN, RANDOM)
    assert surveys.active
