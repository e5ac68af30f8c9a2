"""Notices are about what is there: one of a run that was deleted goes with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui.window import Window


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.first_open()


def test_a_notice_about_a_run_goes_with_it_and_others_stay(window: Window, qtbot: QtBot) -> None:
    window.store.select(1)
    window.dock.code.copied.emit("step")
    window.races.said.emit("info", "The training process is starting", "")
    about, other = window.notices.shown
    assert "step" in about.title.text()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.sidebar.list.setFocus()
    QTest.keyClick(window.sidebar.list, Qt.Key.Key_Delete)
    assert [run.name for run in window.store.experiment.runs] == ["constant", "cosine"]
    assert window.notices.shown == [other]
    window.store.undo()
    assert window.notices.shown == [other]
