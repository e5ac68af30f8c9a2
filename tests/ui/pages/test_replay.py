"""The step cursor walks by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.pages.ground_tools import GroundTools
from lrviz.ui.pages.replay import Replay
from lrviz.ui.store import Store


def walking(qtbot: QtBot, steps: int = 40) -> tuple[Store, Replay]:
    store = Store(Experiment.of(Run("a"), steps=steps))
    replay = Replay(store)
    replay.set_speed(40.0)
    return store, replay


def test_the_cursor_walks_to_the_end_and_stops_there(qtbot: QtBot) -> None:
    store, replay = walking(qtbot)
    store.set_cursor(10)
    replay.toggle()
    assert replay.active
    qtbot.waitUntil(lambda: not replay.active)
    assert store.cursor == 39


def test_from_the_end_it_starts_over(qtbot: QtBot) -> None:
    store, replay = walking(qtbot)
    store.set_cursor(39)
    replay.toggle()
    assert store.cursor == 0
    assert replay.active


def test_whoever_moves_the_cursor_stops_it(qtbot: QtBot) -> None:
    store, replay = walking(qtbot, steps=100_000)
    replay.toggle()
    store.set_cursor(50_000)
    assert not replay.active
    assert store.cursor == 50_000


def test_a_second_press_leaves_the_cursor_where_it_is(qtbot: QtBot) -> None:
    store, replay = walking(qtbot, steps=100_000)
    replay.toggle()
    with qtbot.waitSignal(store.cursor_changed):
        pass
    replay.toggle()
    assert not replay.active
    assert store.cursor > 0


def test_the_pace_is_chosen_from_a_menu(qtbot: QtBot) -> None:
    _, replay = walking(qtbot)
    parent = QWidget()
    qtbot.addWidget(parent)
    tools = GroundTools(replay, parent)
    replay.set_speed(0.5)
    assert tools.pace.text() == "½×"
    menu = tools.pace_menu()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["½×"]
    next(action for action in menu.actions() if action.text() == "4×").trigger()
    assert replay.speed == 4
    tools.player.click()
    assert tools.player.icon_name == "pause"
    tools.player.click()
    assert not replay.active
