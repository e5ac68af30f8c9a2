"""How the application starts and ends."""

from __future__ import annotations

import signal

import pytest
from PySide6.QtWidgets import QApplication

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
