"""What a window remembers of the one before it: place, parts, outlook and finder; and how all that is undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as replaced
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.ui import metrics
from lrviz.ui.choices import habits, settings, sizes
from lrviz.ui.figure import Turn
from lrviz.ui.pages.page import Page
from lrviz.ui.window import Window
from tests.ui.opened import opened_alone


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return opened_alone(qtbot)


def again(window: Window, qtbot: QtBot) -> Window:
    """Close a window and open the next one."""
    window.store.history.setClean()
    assert window.close()
    return opened_alone(qtbot)


def test_what_is_looked_at_and_how_is_there_again(window: Window, qtbot: QtBot) -> None:
    store = window.store
    store.set_unit("epoch")
    store.look_from(replace(store.outlook, turned=Turn(30.0), rings=False, line=((0.0, 0.0), (1.0, 1.0))))
    store.sweep_over(replaced(store.sweep, seeds=3, group=1))
    store.look_over(replaced(store.survey, method="random", area=(0.0, 1.0, 0.0, 1.0)))
    assert isinstance(window.page, Page)
    window.page.toggle_log()
    window.page.toggle_momentum()
    after = again(window, qtbot)
    assert after.store.unit == "epoch"
    assert after.store.outlook == replace(store.outlook, line=None), "a line belongs to one landscape"
    assert after.store.sweep == replaced(store.sweep, group=None)
    assert (after.store.survey.method, after.store.survey.area) == ("random", None)
    assert isinstance(after.page, Page)
    assert after.page.sight().log
    assert not after.page.sight().momentum


def test_parts_that_were_put_away_stay_away_and_those_a_view_hides_do_not(window: Window, qtbot: QtBot) -> None:
    window.sidebar.hide()
    window.show_view("landscape")  # it has a panel in the dock's place
    after = again(window, qtbot)
    assert after.view == "landscape"
    assert not after.sidebar.isVisible()
    assert not after.dock.isVisible()
    after.show_view("schedule")
    assert after.dock.isVisible()
    after.dock.hide()
    assert not again(after, qtbot).dock.isVisible()


def test_a_crash_costs_no_layout(window: Window, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    window.dock.hide()
    qtbot.waitUntil(lambda: settings.DOCK.value == "no")
    assert QSettings().value("geometry") == window.saveGeometry()


def test_a_window_whose_screen_is_gone_comes_into_sight(window: Window, qtbot: QtBot) -> None:
    window.move(5000, 5000)
    after = again(window, qtbot)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.intersects(after.frameGeometry())


def test_what_is_kept_and_makes_no_sense_is_left(window: Window, qtbot: QtBot) -> None:
    before = window.store.sweep
    assert window.close()
    QSettings().setValue("looks/sweep", '{"low": -1}')
    QSettings().setValue("looks/outlook", "[")
    QSettings().setValue("geometry", "nonsense")
    after = opened_alone(qtbot)
    assert after.store.sweep == before
    assert after.width() == 1280


def test_resetting_the_layout_brings_all_parts_back(window: Window) -> None:
    window.resize(900, 600)
    window.sidebar.hide()
    window.dock.hide()
    sizes.remember("dock/schedule", 300)
    habits.reset(window)
    QApplication.processEvents()
    assert window.size().toTuple() == metrics.WINDOW
    assert window.sidebar.isVisible()
    assert window.dock.isVisible()
    assert not sizes.remembered("dock/schedule")


def test_a_presentation_is_no_habit(window: Window) -> None:
    assert window.habits is not None
    window.habits.keep()
    before = QSettings().value("geometry")
    window.presentation.begin()
    window.habits.keep()
    assert QSettings().value("geometry") == before
    window.presentation.leave()
