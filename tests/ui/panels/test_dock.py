"""The dock: what it shows at which width, and that a person's sizes are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitterHandle
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui import metrics
from lrviz.ui.panels.dock import Dock
from lrviz.ui.store import Store
from lrviz.ui.table import Cell, Row, Table
from lrviz.ui.window import Window
from tests.ui.opened import opened_alone

TABLE = Table("Rates", ("At cursor", "Final"), (Row("step", 1, (Cell("0.2", 0.2), Cell("0.02", 0.02))),))


@pytest.fixture
def dock(qtbot: QtBot) -> Dock:
    made = Dock(Store(Experiment.first_open()))
    qtbot.addWidget(made)
    made.show_table(TABLE)
    made.resize(992, 164)
    made.show()
    return made


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return opened_alone(qtbot)


def heights(window: Window) -> int:
    QApplication.processEvents()
    QApplication.processEvents()
    return window.dock.height()


def line(window: Window) -> QSplitterHandle:
    return window.arrangement.work.handle(1)


def test_numbers_and_code_stand_side_by_side_and_one_at_a_time_where_there_is_no_room(dock: Dock) -> None:
    assert dock.table.isVisible()
    assert dock.code.isVisible()
    assert dock.code.width() == metrics.DOCK_CODE
    assert not dock.tabs.isVisible()
    dock.resize(700, 164)
    assert dock.tabs.isVisible()
    assert dock.table.isVisible()
    assert not dock.code.isVisible()
    dock.tabs.chosen.emit("code")
    assert dock.code.isVisible()
    assert not dock.table.isVisible()
    dock.resize(992, 164)
    assert dock.table.isVisible()
    assert dock.code.isVisible()


def test_at_the_right_numbers_stand_above_the_code_with_all_their_rows(dock: Dock) -> None:
    dock.resize(400, 900)
    dock.stand(upright=True)
    assert dock.table.isVisible()
    assert dock.code.isVisible()
    assert dock.table.viewport().height() >= dock.table.rowHeight(0)
    assert dock.table.height() < 200


def test_a_dragged_dock_keeps_its_height_when_the_window_changes_its_size_and_in_the_next_window(
    window: Window, qtbot: QtBot
) -> None:
    assert heights(window) == metrics.DOCK_SCHEDULE
    window.arrangement.work.moveSplitter(window.arrangement.work.height() - 260, 1)
    window.arrangement.work.splitterMoved.emit(0, 1)
    dragged = heights(window)
    assert dragged > metrics.DOCK_SCHEDULE + 60
    window.resize(1300, 900)
    assert heights(window) == dragged
    window.show_view("training")
    assert heights(window) == metrics.DOCK_TRAINING
    window.show_view("schedule")
    assert heights(window) == dragged


def test_a_double_click_on_its_line_folds_the_dock_and_another_unfolds_it(window: Window) -> None:
    for wanted in (window.dock.minimumSizeHint().height(), metrics.DOCK_SCHEDULE):
        QTest.mouseDClick(line(window), Qt.MouseButton.LeftButton, pos=QPoint(40, 0))
        assert heights(window) == wanted


def test_in_a_low_window_it_starts_folded(window: Window) -> None:
    window.resize(900, 600)
    assert heights(window) <= metrics.DOCK_HEAD + 6


def test_a_dragged_sidebar_keeps_its_width(window: Window) -> None:
    assert window.sidebar.width() == metrics.SIDEBAR
    window.arrangement.body.moveSplitter(340, 1)
    window.arrangement.body.splitterMoved.emit(340, 1)
    window.resize(1400, 820)
    QApplication.processEvents()
    assert window.sidebar.width() == 340


def test_at_the_right_a_double_click_gives_the_dock_back_its_width(window: Window) -> None:
    window.resize(1920, 1080)
    QApplication.processEvents()
    window.arrangement.work.moveSplitter(window.arrangement.work.width() - 600, 1)
    window.arrangement.work.splitterMoved.emit(0, 1)
    assert window.dock.width() > 500
    for _ in range(2):
        QTest.mouseDClick(line(window), Qt.MouseButton.LeftButton, pos=QPoint(0, 40))
        QApplication.processEvents()
        assert window.dock.width() == metrics.DOCK_RIGHT


def test_code_keeps_the_width_it_was_dragged_to_until_a_double_click(dock: Dock) -> None:
    dock._split.moveSplitter(992 - 300, 1)
    dock._split.splitterMoved.emit(992 - 300, 1)
    assert dock.code.width() == pytest.approx(300, abs=2)
    dock.resize(1100, 164)
    assert dock.code.width() == pytest.approx(300, abs=2)
    QTest.mouseDClick(dock._split.handle(1), Qt.MouseButton.LeftButton, pos=QPoint(0, 40))
    assert dock.code.width() == metrics.DOCK_CODE


@pytest.mark.parametrize("value", ["wide", "-3", "9" * 30])
def test_a_size_that_is_none_in_the_settings_is_passed_over(window: Window, value: str) -> None:
    QSettings().setValue("size/dock/schedule", value)
    window.resize(1290, 810)
    assert heights(window) >= metrics.DOCK_HEAD


def test_above_the_code_numbers_have_room_for_runs_that_come(dock: Dock) -> None:
    dock.resize(400, 900)
    dock.stand(upright=True)
    before = dock.table.height()
    dock.show_table(Table("Rates", TABLE.heads, tuple(Row(str(i), i, TABLE.rows[0].cells) for i in range(4))))
    QApplication.processEvents()
    assert dock.table.height() > before
    assert dock.table.verticalScrollBar().maximum() == 0, "every row is in sight"
