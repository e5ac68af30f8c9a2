"""A session without runs says what to do next, and does it at a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.ui.pages.beginning import Beginning
from lrviz.ui.window import Window


@pytest.fixture
def plan() -> Experiment:
    return Experiment.of("StepLR(optimizer, step_size=30)", steps=100)


def _beginning(window: Window) -> Beginning:
    found: Beginning = window.pages["schedule"].canvas.findChildren(Beginning)[0]
    return found


def test_a_run_is_added_by_the_button_that_goes_then(window: Window, qtbot: QtBot) -> None:
    window.store.open(Experiment.of(), None)
    beginning = _beginning(window)
    assert beginning.isVisible()
    qtbot.mouseClick(beginning.add, Qt.MouseButton.LeftButton)
    assert len(window.store.experiment.runs) == 1
    assert not beginning.isVisible()
    window.store.undo()
    assert beginning.isVisible()


def test_the_code_on_the_clipboard_becomes_a_run(window: Window, qtbot: QtBot) -> None:
    window.store.open(Experiment.of(), None)
    QApplication.clipboard().setText("StepLR(optimizer, step_size=7)")
    qtbot.mouseClick(_beginning(window).paste, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.store.experiment.runs) == 1)
    assert window.store.experiment.runs[0].schedule == StepLR(7)


def test_it_stands_inside_of_a_small_window(window: Window) -> None:
    window.store.open(Experiment.of(), None)
    window.resize(window.minimumSize())
    beginning = _beginning(window)
    assert window.pages["schedule"].canvas.rect().contains(beginning.geometry())
