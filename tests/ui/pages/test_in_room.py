"""Panes in a window too low or too narrow for all of them: as many as can be read, and the rest by key and menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui import metrics
from lrviz.ui.pages.in_room import InRoom, grid
from lrviz.ui.pages.page import Page
from lrviz.ui.paint.layout import LOWEST
from lrviz.ui.window import Window


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.first_open()


@pytest.fixture
def large() -> Iterator[None]:
    """Let text be twice as large as usual."""
    metrics.enlarge(2.0)
    yield
    metrics.enlarge(1.0)


def titles(page: Page) -> list[str]:
    return [plot.title for plot in page.figure.plots]


def shown(window: Window, view: str, width: int, height: int, qtbot: QtBot) -> tuple[Page, InRoom]:
    window.resize(width, height)
    window.show_view(view)
    page = window.pages[view]
    assert isinstance(page, Page)
    qtbot.waitUntil(lambda: not page.busy)
    page.draw()
    return page, page.corner.in_room


def test_all_panes_are_there_where_they_have_room(window: Window, qtbot: QtBot) -> None:
    page, room = shown(window, "loss", 1280, 800, qtbot)
    assert titles(page)[:2] == ["Loss", "Gradient"]
    assert not room.part
    assert not room.button.isVisible()


@pytest.mark.usefixtures("large")
def test_in_a_low_window_as_many_are_shown_as_can_be_read(window: Window, qtbot: QtBot) -> None:
    page, room = shown(window, "loss", 1280, 800, qtbot)
    assert room.part
    assert titles(page) == ["Loss"]
    assert all(pane.area.height() >= 2 * LOWEST - 1 for pane in page.canvas.panes)
    assert room.button.isVisible()
    assert room.button.accessibleName() == "Panes in sight: 1 of 2"
    page, room = shown(window, "loss", 1280, 1200, qtbot)
    assert titles(page) == ["Loss", "Gradient"]
    assert not room.button.isVisible()


@pytest.mark.usefixtures("large")
def test_a_key_shows_the_next_panes_and_the_menu_any(window: Window, qtbot: QtBot) -> None:
    page, room = shown(window, "schedule", 1280, 800, qtbot)
    assert page.forecast_bar is not None
    assert titles(page) == ["Learning rate"]
    assert not page.forecast_bar.isVisible()
    with qtbot.waitActive(window):
        window.activateWindow()
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_BracketRight)
    assert titles(page) == ["Forecast"]
    assert not page.scale_button.isVisible(), "it is about the rates, which are out of sight"
    assert page.forecast_bar.isVisible()
    assert page.forecast_bar.geometry().right() < room.button.geometry().left()
    QTest.keyClick(page.canvas, Qt.Key.Key_BracketRight)
    assert titles(page) == ["Learning rate"], "after the last comes the first"
    QTest.keyClick(page.canvas, Qt.Key.Key_BracketLeft)
    assert titles(page) == ["Forecast"]
    menu = room.menu()
    assert [action.isChecked() for action in menu.actions()] == [False, True]
    menu.actions()[0].trigger()
    assert titles(page) == ["Learning rate"]


@pytest.mark.usefixtures("large")
def test_what_is_looked_for_comes_into_sight(window: Window, qtbot: QtBot) -> None:
    page, _room = shown(window, "schedule", 1280, 800, qtbot)
    assert titles(page) == ["Learning rate"]
    page.insist_on(("Forecast",))
    assert titles(page) == ["Forecast"]


def test_columns_give_way_before_rows_do(window: Window, qtbot: QtBot) -> None:
    figure = shown(window, "loss", 1280, 800, qtbot)[0].figure
    assert grid(figure, QSizeF(900, 1000), 1.0) == (1, 8)
    assert grid(figure, QSizeF(900, 1000), 2.0) == (1, 4)
    assert grid(figure, QSizeF(900, 20), 1.0) == (1, 1), "one is always there"
