"""How the application starts and ends."""

from __future__ import annotations

import signal

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui.app import Signals
from lrviz.ui.window import Window


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.first_open()


def test_signals_do_what_they_did_before_once_the_window_is_gone(qapp: QApplication, window: Window) -> None:
    def handlers() -> list[object]:
        return [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]

    before = handlers()
    signals = Signals(qapp, window)
    assert handlers() != before
    signals.close()
    assert handlers() == before


def test_the_problem_s_form_is_gone_once_it_is_closed(window: Window, qtbot: QtBot) -> None:
    """It would be drawn anew at every change, each time that it was opened once more."""
    for close in ("accept", "reject", "close"):
        dialog = window.edit_problem()
        QTimer.singleShot(0, getattr(dialog, close))
        qtbot.waitUntil(lambda dialog=dialog: not shiboken6.isValid(dialog))  # type: ignore[misc]
