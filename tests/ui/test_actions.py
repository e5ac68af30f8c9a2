"""The window's actions: each key does one thing, and each can be found."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.ui.actions import actions, install
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store
from lrviz.ui.window import Window


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window(Store(Experiment.first_open()), Races())
    qtbot.addWidget(made, before_close_func=lambda window: window.store.history.setClean())
    return made


def test_no_two_actions_share_a_key(window: Window) -> None:
    keys = Counter(QKeySequence(key).toString() for action in actions(window) for key in action.keys)
    assert [key for key, times in keys.items() if times > 1 or not key] == []


def test_every_action_can_be_called_on_a_window_without_runs(window: Window) -> None:
    window.store.open(Experiment.of(), None)
    files = {"new", "open", "save", "save_as", "picture", "curves", "metrics", "script", "report", "write_lesson"}
    for action in actions(window):
        if action.key not in files | {"quit", "log_folder", "problem", "race", "play", "one"}:
            action.act()
    assert window.store.experiment.runs[0].name == "constant"


def test_the_actions_of_the_window_have_words(window: Window) -> None:
    assert all(made.text() for made in install(window).values())


def test_an_action_acts_on_what_is_typed_by_then(window: Window, qtbot: QtBot) -> None:
    made = install(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    gamma = next(one for one in window.sidebar.form.findChildren(EntryField) if one.accessibleName() == "gamma")
    gamma.setFocus()
    gamma.setText("0.25")
    made["duplicate"].trigger()
    assert [run.schedule for run in window.store.experiment.runs[1:3]] == [StepLR(220, 0.25)] * 2
