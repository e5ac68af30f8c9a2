"""Starting and ending: the application, its fonts and theme, its log, and what happens on a signal or an error."""

from __future__ import annotations

import gc
import logging
import signal
import socket
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from lrviz import __version__
from lrviz.experiment import Experiment
from lrviz.files import log_folder
from lrviz.ui import metrics, palette
from lrviz.ui.access import text_size
from lrviz.ui.actions import install
from lrviz.ui.choices import settings
from lrviz.ui.choices.habits import Habits
from lrviz.ui.pages import look
from lrviz.ui.racing.races import Races
from lrviz.ui.recovery.arrival import arrive, session_of
from lrviz.ui.recovery.comeback import Comeback
from lrviz.ui.speech import translation
from lrviz.ui.store import Store
from lrviz.ui.style import LrvizStyle
from lrviz.ui.window import Window

log = logging.getLogger("lrviz")


def main(path: Path | None = None) -> int:
    """Open the window, with a session if one is given, and stay until it is closed; return the exit code."""
    start_log()
    gc.disable()  # nothing is thrown away until all is made
    app = application()
    window = open_window(path)
    signals = Signals(app, window)
    sys.excepthook = Unexpected(window)
    threading.excepthook = _log_thread
    window.furnished.connect(set_aside)
    window.show()
    code = app.exec()
    signals.close()
    window.end()
    return code


def set_aside() -> None:
    """Let Python look for garbage again, but not among what stays as long as the window: each look took 50 ms."""
    gc.freeze()
    gc.enable()


def application() -> QApplication:
    """Give the application with lrviz's style, fonts and theme."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setOrganizationName("lrviz")
    app.setApplicationName("lrviz")
    app.setApplicationVersion(__version__)
    if app.property("systemPoints") is None:
        app.setProperty("systemPoints", app.font().pointSizeF() if sys.platform != "linux" else _points(app.font()))
    app.setStyle(LrvizStyle())
    text_size.follow_settings()
    palette.follow_system()
    look.follow_settings()
    translation.speak()
    return app


def open_window(path: Path | None = None) -> Window:
    """Make the window on a file, or on what a launch shows; the worker starts after its first paint.

    That is the session of last time where it was left, the first-open one, or the page of lessons, as it is set.
    """
    arrival = arrive(path, settings.REOPEN.value)
    store, races = Store(Experiment.first_open()), Races()
    if arrival.left is not None:
        store.take_up(session_of(arrival.left))
    window = Window(store, races)
    window.habits = Habits(window)
    window.comeback = Comeback(window, arrival)
    install(window)
    window.furnished.connect(races.open)
    window.furnished.connect(window.aside.hire)
    if path is not None:
        window.furnished.connect(lambda: window.files.read(path))
    elif settings.REOPEN.value == "lessons":
        window.furnished.connect(window.classroom.go_home)
    window.furnished.connect(window.comeback.begin)
    return window


class Signals(QObject):
    """Ends on SIGINT, SIGTERM and the session's end: nobody is asked, and the next launch has all that was open.

    A socket wakes Qt, since Python's handlers can't run while it waits.
    """

    def __init__(self, app: QApplication, window: Window) -> None:
        super().__init__(app)
        self._window = window
        app.commitDataRequest.connect(self._keep)
        self._read, self._write = socket.socketpair()
        self._write.setblocking(False)
        signal.set_wakeup_fd(self._write.fileno())
        self._before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._quit)

    def close(self) -> None:
        """Put the handlers of before back: from here on a signal ends what hangs."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._read.close()
        self._write.close()

    def _quit(self) -> None:
        self._read.recv(64)
        self._keep()
        QApplication.exit(0)

    def _keep(self) -> None:
        """Write what is open before the window goes."""
        if self._window.comeback is not None:
            self._window.comeback.stop()


class Unexpected:
    """Says an unexpected error in one sentence and writes it to the log; the window stays."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("unexpected", exc_info=(kind, error, trace))
        why = str(error).partition("\n")[0]
        text = self._window.tr("{0}: {1}. The log in {2} has the details.").format(kind.__name__, why, log_folder())
        QTimer.singleShot(0, lambda: self._window.notices.say("error", self._window.tr("That didn’t work"), text))


def _log_thread(failed: threading.ExceptHookArgs) -> None:
    """Write to the log what ended a thread; the window does without it."""
    log.error("in thread %s", failed.thread and failed.thread.name, exc_info=failed.exc_value)


def start_log() -> None:
    """Write warnings and errors to a file of at most two megabytes."""
    if log.handlers:
        return
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_folder() / "lrviz.log", maxBytes=2**20, backupCount=1, encoding="utf-8")
    except OSError:
        log.addHandler(logging.NullHandler())  # a read-only home is no reason not to open
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)


def _points(font: QFont) -> float:
    """Give the system's font size; off screen Qt reports its own default, which is no choice of a person's."""
    return font.pointSizeF() if QApplication.platformName() not in ("offscreen", "minimal") else metrics.DEFAULT_POINTS
