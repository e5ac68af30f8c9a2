"""Comparing by keys and menu: a pane for each run, and differences to the baseline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui.figure import Figure
from lrviz.ui.pages.page import Page
from lrviz.ui.window import Window

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plan() -> Experiment:
    return Experiment.first_open()


def drawn(page: Page) -> Figure:
    QApplication.processEvents()
    page.draw()
    return page.canvas.figure


def titles(page: Page) -> list[str]:
    return [plot.title for plot in drawn(page).plots]


def choose(page: Page, text: str) -> None:
    action = next(one for one in page.comparing.menu(page).actions() if one.text().startswith(text))
    assert action.isEnabled()
    action.trigger()


def test_a_key_gives_each_run_a_pane_and_takes_them_away(window: Window, page: Page) -> None:
    before = titles(page)
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_G)
    assert titles(page) == ["constant", "step", "cosine"]
    QTest.keyClick(window, Qt.Key.Key_V)  # the selected run's eye
    assert titles(page) == ["constant", "cosine"]
    QTest.keyClick(window, Qt.Key.Key_V)
    QTest.keyClick(window, Qt.Key.Key_G)
    assert titles(page) == before


def test_the_button_opens_a_menu_of_what_can_be_split(window: Window, page: Page, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Forecast" in titles(page))
    choose(page, "A pane for each run: Forecast")
    assert titles(page) == ["constant", "step", "cosine"]
    assert drawn(page).plots[0].note.startswith("Forecast")
    checked = [one.text().partition("\t")[0] for one in page.comparing.menu(page).actions() if one.isChecked()]
    assert checked == ["A pane for each run: Forecast"]
    choose(page, "All runs together")
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_G)  # what was split last
    assert drawn(page).plots[0].note.startswith("Forecast")


def test_the_cursor_runs_through_all_panes_and_zooming_one_zooms_all(window: Window, page: Page) -> None:
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_G)
    window.store.set_cursor(100)
    assert {plot.cursor for plot in drawn(page).plots} == {100}
    hand = page.canvas._hands[1]
    hand.setYRange(0.05, 0.1, padding=0)
    page.canvas.take_y(hand)
    assert len({(plot.y.low, plot.y.high) for plot in page.canvas.figure.plots}) == 1
    assert page.canvas.figure.plots[0].y.high == pytest.approx(0.1)


def test_no_grip_stands_on_a_pane_of_its_own(window: Window, page: Page) -> None:
    window.store.select(1)
    drawn(page)
    assert page.markers is not None
    assert page.markers.grips
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_G)
    drawn(page)
    assert not page.markers.grips


def test_differences_ask_for_a_baseline_first(window: Window, page: Page) -> None:
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_B, SHIFT)
    assert [notice.title.text() for notice in window.notices.shown] == ["No baseline yet"]
    window.store.select(0)
    QTest.keyClick(window, Qt.Key.Key_B)
    QTest.keyClick(window, Qt.Key.Key_B, SHIFT)
    assert titles(page)[1] == "Learning rate ÷ constant"
    window.store.pin("step")
    assert titles(page)[1] == "Learning rate ÷ step"
    choose(page, "Differences to step")
    assert "÷" not in "".join(titles(page))


def test_the_button_stands_clear_of_the_others(window: Window, page: Page) -> None:
    drawn(page)
    split, scale = page.corner.split.geometry(), page.corner.scale.geometry()
    assert page.corner.split.isVisible()
    assert not split.intersects(scale)
    row = page.canvas.title_row("lr")
    assert row is not None
    inside = split.translated(-page.canvas.pos()).toRectF()
    assert row.contains(QPointF(row.center().x(), inside.center().y()))


def test_one_run_has_nothing_to_be_compared_with(window: Window, page: Page) -> None:
    window.store.select(0)
    window.sidebar.solo_run()
    drawn(page)
    assert not page.corner.split.isVisible()
