"""The store: edits, drags, undo, selection and cursor."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.store import Store


@pytest.fixture
def store(qtbot: QtBot) -> Store:
    return Store(Experiment.first_open())


def with_step(store: Store, step_size: int) -> Experiment:
    runs = store.experiment.runs
    return replace(store.experiment, runs=(runs[0], replace(runs[1], schedule=StepLR(step_size)), runs[2]))


def test_an_edit_is_undone_and_redone(store: Store, qtbot: QtBot) -> None:
    before = store.experiment
    with qtbot.waitSignal(store.changed):
        store.edit("step size", with_step(store, 100))
    assert store.modified
    store.history.undo()
    assert store.experiment == before
    assert not store.modified
    store.history.redo()
    assert store.experiment.runs[1].schedule == StepLR(100)


def test_a_drag_is_one_undo_step_and_the_next_drag_another(store: Store) -> None:
    before = store.experiment
    for size in (210, 200, 190):
        store.edit("step size", with_step(store, size), gesture="1 step_size")
    store.end_gesture()
    for size in (180, 170):
        store.edit("step size", with_step(store, size), gesture="1 step_size")
    assert store.history.count() == 2
    store.history.undo()
    assert store.experiment.runs[1].schedule == StepLR(190)
    store.history.undo()
    assert store.experiment == before


def test_a_drag_back_to_where_it_began_leaves_no_step(store: Store) -> None:
    before = store.experiment
    store.edit("step size", with_step(store, 210), gesture="1 step_size")
    store.edit("step size", before, gesture="1 step_size")
    assert store.experiment == before
    assert not store.history.canUndo()
    assert not store.modified


def test_an_edit_that_changes_nothing_is_no_step(store: Store) -> None:
    store.edit("nothing", store.experiment)
    assert store.history.count() == 0


def test_selection_and_cursor_stay_in_bounds_when_things_go(store: Store) -> None:
    store.select(2)
    store.set_cursor(439)
    small = replace(store.experiment, runs=store.experiment.runs[:1])
    store.edit("delete", replace(small, training=replace(small.training, steps=100)))
    assert store.selected == 0
    assert store.run == store.experiment.runs[0]
    assert store.cursor == 99
    store.history.undo()
    assert store.selected == 2
    assert store.cursor == 439


def test_no_runs_select_nothing(store: Store) -> None:
    store.edit("delete all", replace(store.experiment, runs=()))
    assert store.run is None


def test_saving_makes_the_state_clean_and_opening_starts_a_new_history(store: Store, tmp_path: Path) -> None:
    store.edit("step size", with_step(store, 100))
    store.saved(tmp_path / "a.lrviz")
    assert not store.modified
    store.history.undo()
    assert store.modified
    store.open(Experiment.of(Run("only")), tmp_path / "b.lrviz")
    assert not store.modified
    assert not store.history.canUndo()
    assert store.path == tmp_path / "b.lrviz"


def test_units(store: Store) -> None:
    store.set_unit("epoch")
    assert store.per_unit == 44
    store.set_unit("samples")
    assert store.per_unit == pytest.approx(1 / 32)


def test_tokens_are_counted_where_the_plan_says_how_many_an_example_has(store: Store) -> None:
    store.set_unit("tokens")
    assert (store.unit, store.per_unit) == ("step", 1)
    training = replace(store.experiment.training, sequence_length=16)
    store.edit("tokens", replace(store.experiment, training=training))
    assert (store.unit, store.per_unit) == ("tokens", 1 / 512)


def test_which_metric_is_shown_is_no_edit(qtbot: QtBot) -> None:
    store = Store(Experiment.first_open())
    with qtbot.waitSignal(store.heard_changed):
        store.hear("raced")
    assert store.heard == "raced"
    assert not store.modified
    with qtbot.assertNotEmitted(store.heard_changed):
        store.hear("raced")


def test_what_is_tried_in_a_lesson_leaves_the_way_forth_to_another_session(store: Store) -> None:
    other = Experiment.of(Run("only", StepLR(9)), steps=50)
    store.open(other, None, "other")
    store.undo()
    own = store.session
    store.lend(other, "lesson")
    store.edit_run(0, Run("only", StepLR(7)), "step size")
    assert store.after is None
    store.take_up(own)
    store.redo()
    assert store.experiment == other
