"""The baseline: pinned by key, click or menu, and followed through what happens to its run."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui import metrics
from lrviz.ui.pages.page import Page
from lrviz.ui.panels.run_row import eye_rect, pin_rect
from lrviz.ui.window import Window


@pytest.fixture
def plan() -> Experiment:
    return Experiment.first_open()


def row(window: Window, at: int) -> QRectF:
    rows = window.sidebar.list
    whole = QRectF(rows.visualRect(rows.runs.index(at)))
    return whole.adjusted(metrics.S2, 1, -metrics.S2, -1)


def click(window: Window, at: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(window.sidebar.list.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def menu(window: Window, text: str) -> None:
    entries = window.sidebar.run_menu().actions()
    next(action for action in entries if action.text().startswith(text)).trigger()


def seen(window: Window) -> list[str]:
    return [run.name for run in window.store.experiment.runs if run.visible]


def test_the_key_pins_the_selected_run_and_unpins_it(window: Window) -> None:
    window.store.select(1)
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_B)
    assert window.store.baseline == "step"
    assert not window.store.modified
    QTest.keyClick(window, Qt.Key.Key_B)
    assert window.store.baseline == ""


def test_a_click_on_the_pin_pins_and_leaves_the_eye_and_the_selection_alone(window: Window) -> None:
    window.store.select(0)
    click(window, pin_rect(row(window, 2)).center().toPoint())
    assert window.store.baseline == "cosine"
    assert seen(window) == ["constant", "step", "cosine"]
    click(window, eye_rect(row(window, 2)).center().toPoint())
    assert seen(window) == ["constant", "step"]
    assert window.store.baseline == "cosine"


def test_the_menu_pins_and_unpins(window: Window) -> None:
    menu(window, "Pin as baseline")
    assert window.store.baseline == "step"
    menu(window, "Unpin as baseline")
    assert window.store.baseline == ""


def test_it_follows_a_rename_there_and_back(window: Window) -> None:
    store = window.store
    store.pin("step")
    store.edit("rename", store.experiment.renamed(store.experiment.runs[1], "cliff"))
    assert store.baseline == "cliff"
    store.history.undo()
    assert store.baseline == "step"
    store.history.redo()
    assert store.baseline == "cliff"


def test_it_comes_back_with_its_run_and_is_none_meanwhile(window: Window) -> None:
    store = window.store
    store.pin("step")
    store.select(1)
    window.sidebar.delete_run()
    assert store.baseline == ""
    store.history.undo()
    assert store.baseline == "step"


def test_another_run_in_its_place_is_not_it(window: Window) -> None:
    store = window.store
    store.pin("step")
    runs = store.experiment.runs
    other = replace(runs[1], name="other", schedule=None)
    store.edit("other", replace(store.experiment, runs=(runs[0], other, runs[2])))
    assert store.baseline == ""
    store.history.undo()
    assert store.baseline == "step"


def test_another_session_has_its_own(window: Window) -> None:
    window.store.pin("step")
    window.store.open(Experiment.first_open(), None)
    assert window.store.baseline == ""


def test_values_at_the_cursor_say_how_far_they_are_from_it(window: Window, page: Page) -> None:
    window.store.set_cursor(264)
    window.store.pin("constant")
    QApplication.processEvents()
    page.draw()
    rates = page.canvas.figure.plots[0]
    assert {(one.name, one.text, one.apart) for one in rates.readings} == {
        ("constant", "0.2", ""),
        ("step", "0.02", "(−0.18)"),
        ("cosine", "0.0691", "(−0.131)"),
    }
    assert [(line.style, line.end) for line in rates.lines] == [("reference", "baseline"), ("solid", ""), ("solid", "")]
    window.store.pin("")
    QApplication.processEvents()
    page.draw()
    assert {one.apart for one in page.canvas.figure.plots[0].readings} == {""}


def test_solo_again_brings_back_what_was_seen_before(window: Window) -> None:
    window.store.select(0)
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_V)
    assert seen(window) == ["step", "cosine"]
    window.store.select(1)
    QTest.keyClick(window, Qt.Key.Key_S)
    assert seen(window) == ["step"]
    window.store.select(2)
    QTest.keyClick(window, Qt.Key.Key_S)
    assert seen(window) == ["cosine"]
    QTest.keyClick(window, Qt.Key.Key_S)
    assert seen(window) == ["step", "cosine"]
    alt = Qt.KeyboardModifier.AltModifier
    click(window, eye_rect(row(window, 2)).center().toPoint(), alt)
    assert seen(window) == ["cosine"]
    click(window, eye_rect(row(window, 2)).center().toPoint(), alt)
    assert seen(window) == ["step", "cosine"]


def test_a_row_tells_that_it_is_the_baseline(window: Window) -> None:
    window.store.pin("step")
    index = window.sidebar.list.runs.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "step, StepLR, baseline"


def test_a_file_that_is_opened_again_has_its_baseline(window: Window, tmp_path: Path) -> None:
    store, path, other = window.store, tmp_path / "study.lrviz", tmp_path / "other.lrviz"
    store.pin("step")
    store.saved(path)
    store.open(Experiment.first_open(), other)
    assert store.baseline == ""
    store.open(Experiment.first_open(), path)
    assert store.baseline == "step"
    store.pin("")
    store.open(Experiment.first_open(), other)
    store.open(Experiment.first_open(), path)
    assert store.baseline == ""


def test_what_is_done_to_the_session_before_leaves_the_baseline_of_a_file_alone(window: Window, tmp_path: Path) -> None:
    store, path, other = window.store, tmp_path / "study.lrviz", tmp_path / "other.lrviz"
    store.saved(path)
    store.pin("step")
    store.open(Experiment.first_open(), other)
    store.edit_run(0, Run("changed"), "an edit that nobody saved")
    store.open(Experiment.first_open(), path)
    assert store.baseline == "step"
    for file in (other, None):
        store.open(Experiment.first_open(), path)
        store.pin("step")
        store.open(Experiment.first_open(), file)
        store.saved(path)
        assert store.baseline == "", "a session that is saved over a file has no baseline of that"
    store.open(Experiment.first_open(), None)
    store.open(Experiment.first_open(), path)
    assert store.baseline == ""


def test_a_session_that_is_taken_up_again_has_its_baseline(window: Window) -> None:
    store = window.store
    store.pin("cosine")
    left = store.session
    store.open(Experiment.first_open(), None)
    assert store.baseline == ""
    store.take_up(left)
    assert store.baseline == "cosine"
