"""Presenting: the view alone in large type, by keys and mouse, and everything back as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz import CosineAnnealingLR, Experiment, Run, StepLR
from lrviz.ui import metrics, palette
from lrviz.ui.pages.page import Page
from lrviz.ui.paint.curves import line_width
from lrviz.ui.window import Window

PLAN = Experiment.of(Run("constant"), Run("step", StepLR(30)), Run("cosine", CosineAnnealingLR(66)), steps=66)


@pytest.fixture
def plan() -> Experiment:
    return PLAN


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget() or window
    QTest.keyClick(focused, key, held)
    QApplication.processEvents()


@pytest.fixture
def shown(window: Window) -> Window:
    window.activateWindow()
    page = window.page
    assert page is not None
    page.canvas.setFocus()
    press(window, Qt.Key.Key_F5)
    window.resize(*metrics.PRESENTED_ON)  # no screen of the tests is as large
    QApplication.processEvents()
    return window


def test_f5_shows_the_view_alone_in_large_type_and_esc_brings_everything_back(window: Window) -> None:
    chrome = (window.top, window.sidebar, window.dock, window.transport)
    assert all(part.isVisible() for part in chrome)
    before, page = window.geometry(), window.page
    assert page is not None
    page.canvas.setFocus()
    press(window, Qt.Key.Key_F5)
    assert window.isFullScreen()
    window.resize(*metrics.PRESENTED_ON)
    QApplication.processEvents()
    assert not any(part.isVisible() for part in chrome)
    assert page.isVisible()
    assert page.canvas.hasFocus()
    assert page.canvas.sheet.times == pytest.approx(metrics.PRESENTED)
    assert page.headline.font().pixelSize() == 32
    pane = page.canvas.sheet.panes[0]
    assert line_width(pane.plot.lines[0], pane) == pytest.approx(4)
    press(window, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in chrome)
    assert page.isVisible()
    assert (window.isFullScreen(), window.geometry(), page.canvas.sheet.times) == (False, before, 1.0)
    assert page.headline.font().pixelSize() == 18
    pane = page.canvas.sheet.panes[0]
    assert line_width(pane.plot.lines[0], pane) == pytest.approx(2.25)


def test_f5_once_more_leaves_too(shown: Window) -> None:
    press(shown, Qt.Key.Key_F5)
    assert not shown.presentation.active


def test_no_control_of_any_view_is_in_sight(shown: Window) -> None:
    page = shown.page
    assert isinstance(page, Page)
    assert page.forecast_bar is not None
    assert not page.scale_button.isVisible()
    assert not page.forecast_bar.isVisible()
    for key in ("training", "loss", "landscape", "finder", "gradients", "schedule"):
        shown.show_view(key)
        QApplication.processEvents()
        assert shown.page is not None
        assert shown.page.canvas.stage.bare, key
        assert not shown.page.subline.isVisible(), key
    press(shown, Qt.Key.Key_Escape)
    assert page.scale_button.isVisible()
    assert page.forecast_bar.isVisible()


def test_digits_show_and_hide_runs_and_the_view_keys_act(shown: Window) -> None:
    press(shown, Qt.Key.Key_2)
    assert [run.visible for run in shown.store.experiment.runs] == [True, False, True]
    press(shown, Qt.Key.Key_2)
    assert all(run.visible for run in shown.store.experiment.runs)
    press(shown, Qt.Key.Key_9)  # there is no ninth
    press(shown, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shown.view == "loss"
    assert shown.page is not None
    assert shown.page.canvas.stage.bare
    press(shown, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    cursor = shown.store.cursor
    press(shown, Qt.Key.Key_Right)
    assert shown.store.cursor == cursor + 1


def test_one_pane_stands_alone_by_key_and_by_a_click_on_its_title(shown: Window) -> None:
    page = shown.page
    assert isinstance(page, Page)
    every = [plot.key for plot in page.canvas.figure.plots]
    assert len(every) > 1
    press(shown, Qt.Key.Key_BracketRight)
    assert [plot.key for plot in page.canvas.figure.plots] == every[:1]
    press(shown, Qt.Key.Key_BracketRight)
    assert [plot.key for plot in page.canvas.figure.plots] == every[1:2]
    press(shown, Qt.Key.Key_BracketLeft)
    press(shown, Qt.Key.Key_BracketLeft)
    assert [plot.key for plot in page.canvas.figure.plots] == every
    row = page.canvas.title_row(every[1])
    assert row is not None
    QTest.mouseClick(page.canvas.viewport(), Qt.MouseButton.LeftButton, pos=row.center().toPoint())
    QApplication.processEvents()
    assert [plot.key for plot in page.canvas.figure.plots] == every[1:2]
    QTest.mouseClick(page.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    QApplication.processEvents()
    assert [plot.key for plot in page.canvas.figure.plots] == every


def test_a_pane_that_stood_alone_stands_with_the_others_again_afterwards(shown: Window) -> None:
    page = shown.page
    assert isinstance(page, Page)
    press(shown, Qt.Key.Key_BracketRight)
    press(shown, Qt.Key.Key_Escape)
    assert len(page.canvas.figure.plots) > 1


def test_the_scrubber_moves_the_cursor_and_is_gone_once_the_pointer_rests(shown: Window, qtbot: QtBot) -> None:
    bar = shown.presentation._scrub_bar
    assert bar.track.isVisible()
    bar.track.setValue(33)
    assert shown.store.cursor == 33
    assert bar.where.text() == shown.transport.where.text()
    shown.store.set_cursor(12)
    assert bar.track.value() == shown.transport.scrubber.value()
    qtbot.waitUntil(lambda: not bar.track.isVisible())
    override = QApplication.overrideCursor()
    assert override is not None
    assert override.shape() == Qt.CursorShape.BlankCursor
    page = shown.page
    assert isinstance(page, Page)
    QTest.mouseMove(page.canvas.viewport(), QPoint(200, 200))
    QTest.mouseMove(page.canvas.viewport(), QPoint(220, 210))
    qtbot.waitUntil(bar.track.isVisible)
    assert QApplication.overrideCursor() is None


def test_the_pointer_is_there_for_what_stands_over_the_view(shown: Window, qtbot: QtBot) -> None:
    presentation = shown.presentation
    presentation._rest()
    assert QApplication.overrideCursor() is not None
    press(shown, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.overrideCursor() is None)
    presentation._rest()
    assert QApplication.overrideCursor() is None
    press(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: presentation._hall.isAncestorOf(QApplication.focusWidget() or shown))
    presentation._rest()
    assert QApplication.overrideCursor() is not None


def test_light_and_dark_are_flipped_until_it_ends(shown: Window) -> None:
    kept = palette.choice()
    press(shown, Qt.Key.Key_N)
    assert palette.theme().name == "dark"
    assert palette.choice() == kept
    press(shown, Qt.Key.Key_Escape)
    assert palette.theme().name == "light"


def test_the_page_of_lessons_ends_it(shown: Window) -> None:
    press(shown, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert not shown.presentation.active
    assert shown.classroom.at_home
    shown.classroom.go_to_session()
    assert shown.sidebar.isVisible()
