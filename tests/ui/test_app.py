"""How the application starts and ends."""

from __future__ import annotations

import signal
import threading

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui import app
from lrviz.ui.app import Signals, Unexpected
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


def test_what_is_unexpected_is_said_in_a_line_and_logged(
    window: Window, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    error = RuntimeError("this is wrong\nand this is why")
    Unexpected(window)(RuntimeError, error, None)
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    text = window.notices.shown[0].text.text()
    assert text.startswith("RuntimeError: this is wrong. The log in ")
    assert "and this is why" in caplog.text


def test_what_ends_a_thread_is_logged(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(threading, "excepthook", app._log_thread)
    thread = threading.Thread(target=lambda: 1 / 0, name="sums")
    thread.start()
    thread.join()
    assert "in thread sums" in caplog.text
    assert "ZeroDivisionError" in caplog.text
