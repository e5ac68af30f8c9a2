"""The list of all steps: what they are called, going to one, and what is seen of it before."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.pages.page import Page
from lrviz.ui.past import steps
from lrviz.ui.window import Window


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.of(Run("step", StepLR(30)), Run("cosine", CosineAnnealingLR(100), colour=1), steps=100)


def step_to(window: Window, size: int) -> None:
    run = window.store.experiment.runs[0]
    window.store.edit_run(0, replace(run, schedule=StepLR(size)), "step_size")


def test_steps_say_what_changed_with_its_values(window: Window) -> None:
    store = window.store
    step_to(window, 20)
    store.edit_run(1, replace(store.experiment.runs[1], stepped="epoch"), "stepped")
    store.edit("steps", replace(store.experiment, training=replace(store.experiment.training, steps=200)))
    store.edit("add a run", replace(store.experiment, runs=(*store.experiment.runs, Run("more", colour=2))))
    rows = [(choice.name, choice.help) for choice in window.hindsight.choices()]
    assert rows == [
        ("Add a run", "now"),
        ("steps 100 → 200", ""),
        ("every batch → every epoch", "cosine"),
        ("step_size 30 → 20", "step"),
        ("First open as it was opened", ""),
    ]
    assert window.top.undo.toolTip().startswith("Undo: add a run")


def test_a_click_goes_back_many_steps_in_one_redraw_and_selects_what_changed(window: Window, qtbot: QtBot) -> None:
    for size in (20, 10, 5):
        step_to(window, size)
    window.store.select(1)
    window.hindsight.open()
    assert window.hindsight.list is not None
    changes = QSignalSpy(window.store.changed)
    view = window.hindsight.list.view
    row = window.hindsight.list.model.row_of("0")
    assert row is not None
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(row, 0)).center()
    )
    assert changes.count() == 1
    assert window.store.experiment.runs[0].schedule == StepLR(30)
    assert window.store.selected == 0
    assert [choice.group for choice in window.hindsight.choices()] == ["Undone"] * 3 + ["Done"]


def test_the_step_that_is_highlighted_is_drawn_over_the_curves(window: Window, page: Page) -> None:
    step_to(window, 20)
    window.hindsight.open()
    assert window.hindsight.list is not None
    window.hindsight.list.highlight("0")
    page.draw()
    assert [line.name for line in page.figure.plots[0].lines if line.style == "fix"] == ["step"]
    window.hindsight.list.close()
    page.draw()
    assert not [line for line in page.figure.plots[0].lines if line.style == "fix"]


def test_a_long_press_and_a_right_click_of_undo_open_it(window: Window, qtbot: QtBot) -> None:
    step_to(window, 20)
    undo = window.top.undo
    qtbot.mousePress(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.hindsight.list is not None)
    qtbot.mouseRelease(undo, Qt.MouseButton.LeftButton)
    assert window.store.history.index() == 1, "the press was no click"
    assert window.hindsight.list is not None
    window.hindsight.list.close()
    undo.customContextMenuRequested.emit(undo.rect().center())
    assert window.hindsight.list is not None
    window.hindsight.list.close()


def test_opening_can_be_undone_with_all_its_steps(window: Window, tmp_path: Path) -> None:
    step_to(window, 20)
    store = window.store
    store.saved(tmp_path / "first.lrviz")
    step_to(window, 10)
    before = store.session
    store.open(Experiment.of(Run("other", StepLR(7)), steps=50), tmp_path / "second.lrviz")
    assert steps.back(store) == "open second.lrviz"
    assert window.hindsight.choices()[-1].name == "Back to first.lrviz"
    window.top.undo.click()
    assert store.session == before
    assert store.modified
    store.undo()
    assert store.experiment.runs[0].schedule == StepLR(20)
    assert not store.modified, "it is as saved there"
    assert window.hindsight.choices()[0].name == "Forth to second.lrviz"
    store.redo()
    window.top.redo.click()
    assert store.path == tmp_path / "second.lrviz"


def test_an_edit_there_leaves_no_way_forth(window: Window) -> None:
    step_to(window, 20)
    window.store.open(Experiment.of(Run("other", StepLR(7)), steps=50), None, "other")
    window.store.undo()
    step_to(window, 15)
    assert not steps.forth(window.store)


def test_undoing_in_a_lesson_does_not_lead_out_of_it(window: Window) -> None:
    step_to(window, 20)
    window.store.lend(Experiment.of(Run("lent", StepLR(7)), steps=50), "a lesson")
    assert not steps.back(window.store)
    window.store.undo()
    assert [run.name for run in window.store.experiment.runs] == ["lent"]


def test_without_a_step_there_is_nothing_to_list(window: Window) -> None:
    window.hindsight.open()
    assert window.hindsight.list is None
    assert window.notices.shown[-1].title.text() == "Nothing to undo yet"
