"""What is kept of races, and for how long; the worker itself is driven in test_window."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine.inline import train
from lrviz.events import DeviceInfo, Failed, Finished, Happened, Ready, Update
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.racing import kept as module
from lrviz.ui.racing.raced import of_result, plan_behind, raced_plan
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store

PLAN = Experiment.of(Run("a"), Run("b", StepLR(3)), steps=6)


@pytest.fixture
def races(qtbot: QtBot) -> Races:
    return Races()  # its worker is never started: commands wait for it


def receive(races: Races, *updates: int) -> None:
    """Let some updates of the race under way come in."""
    for step in updates:
        races._receive(Happened("race", races._ticket, (Update(step, (1.0, 2.0), (0.1, 0.1)),)))


def test_a_short_plan_is_raced_as_it_is_and_a_long_one_as_a_miniature() -> None:
    assert raced_plan(PLAN) is PLAN
    long = replace(PLAN, training=replace(PLAN.training, steps=100_000))
    assert raced_plan(long).training.steps == 600
    exact = of_result(PLAN, train(PLAN, device="cpu"))
    assert plan_behind(PLAN, exact.values()) == PLAN


def test_what_came_in_is_found_by_what_made_it(races: Races) -> None:
    races.start(PLAN)
    receive(races, 0, 1)
    found = races.of(PLAN)
    assert found["a"].running
    assert found["a"].traces[0].losses.tolist() == [1.0, 1.0]
    edited = replace(PLAN, runs=(PLAN.runs[0], replace(PLAN.runs[1], schedule=StepLR(2))))
    assert races.of(edited)["b"].stale
    assert not races.of(PLAN)["b"].stale


def test_a_stale_result_goes_with_its_run_to_another_name_and_back(races: Races, qtbot: QtBot) -> None:
    store = Store(PLAN)
    store.renamed.connect(races.rename)
    races.start(PLAN)
    receive(races, 0, 1)
    store.edit_run(1, replace(PLAN.runs[1], schedule=StepLR(2)), "step size")
    assert races.of(store.experiment)["b"].stale
    store.edit("rename", store.experiment.renamed(store.experiment.runs[1], "c"))
    assert races.of(store.experiment)["c"].stale
    store.undo()
    assert races.of(store.experiment)["b"].stale
    store.undo()
    assert not races.of(store.experiment)["b"].stale


def test_events_of_an_older_race_are_not_mixed_in(races: Races) -> None:
    races.start(PLAN)
    old = races._ticket
    races.start(PLAN)
    races._receive(Happened("race", old, (Update(0, (9.0, 9.0), (0.1, 0.1)),)))
    races._receive(Finished("race", old))
    assert races.state == "running"
    assert len(races.of(PLAN)["a"].traces[0].losses) == 0


def test_a_failed_race_is_said_and_kept(races: Races, qtbot: QtBot) -> None:
    races.start(PLAN)
    receive(races, 0)
    with qtbot.waitSignal(races.said) as said:
        races._receive(Failed("race", races._ticket, "CUDA is out of memory."))
    assert said.args[2] == "CUDA is out of memory."
    assert races.state == "done"
    assert len(races.of(PLAN)["a"].traces[0].losses) == 1


def test_results_no_run_shows_are_let_go_beyond_the_budget(races: Races, monkeypatch: pytest.MonkeyPatch) -> None:
    races.start(PLAN)
    receive(races, 0)
    kept = races.recording
    assert kept is not None
    monkeypatch.setattr(module, "MEMORY", kept.nbytes // 2)
    other = replace(PLAN, runs=(Run("a", StepLR(2)), Run("b", StepLR(4))))
    races.start(other)
    assert not races.of(other)["a"].stale
    assert races.of(PLAN)["a"].stale


def test_a_run_that_was_deleted_shows_nothing_that_has_to_be_kept(
    races: Races, monkeypatch: pytest.MonkeyPatch
) -> None:
    races.start(PLAN)
    receive(races, 0)
    kept = races.recording
    assert kept is not None
    monkeypatch.setattr(module, "MEMORY", kept.nbytes // 2)
    races.start(Experiment.of(Run("c"), steps=6, seeds=(3,)))
    assert races.of(PLAN) == {}


def test_without_a_visible_run_nothing_is_raced(races: Races, qtbot: QtBot) -> None:
    hidden = replace(PLAN, runs=tuple(replace(run, visible=False) for run in PLAN.runs))
    with qtbot.waitSignal(races.said):
        races.start(hidden)
    assert races.state == "idle"


def test_a_device_is_chosen_from_those_the_worker_found(races: Races) -> None:
    info = DeviceInfo("cpu", "CPU")
    races._receive(Ready((info,), "2.13"))
    assert races.ready
    races.choose(info)
    assert races.device == "cpu"
