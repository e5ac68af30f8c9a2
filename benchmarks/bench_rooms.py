"""How long one handler holds the window's event loop while a person opens what stands around the views.

The palette, settings, keys, cards, the page of lessons, a pasted session, a report: each opened by keys, for the first
time and again. A handler is what the loop calls with one event; its CPU time counts, of this thread alone, so that a
busy machine doesn't change it. Budget: 8 ms.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.bench_handlers import Watched, report, settle
from lrviz.experiment import Experiment
from lrviz.session import dumps, save
from lrviz.ui.app import application, open_window
from lrviz.ui.arriving import recent
from lrviz.ui.window import Window

SIZE = (1280, 800)
SESSION = Experiment.first_open().miniature(2000)
FILES = 8
"""Files that were opened lately."""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keys go."""
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if over is None:
        window.activateWindow()
    QTest.keyClick(over or QApplication.focusWidget() or window, key, held)


def find(app: QApplication, window: Window) -> None:
    """Open the palette, type, go through what is found, and close it."""
    press(window, Qt.Key.Key_P, CTRL | SHIFT)
    settle(app, 1.0)
    for letter in (Qt.Key.Key_C, Qt.Key.Key_O, Qt.Key.Key_S, Qt.Key.Key_I):
        press(window, letter)
        settle(app, 0.1)
    for _ in range(8):
        press(window, Qt.Key.Key_Down)
        settle(app, 0.05)
    press(window, Qt.Key.Key_Escape)
    settle(app)


def change_settings(app: QApplication, window: Window) -> None:
    """Open the settings and close them."""
    press(window, Qt.Key.Key_Comma, CTRL)
    settle(app, 0.6)
    press(window, Qt.Key.Key_Escape)
    settle(app)


def change_keys(app: QApplication, window: Window) -> None:
    """Open the page of keys, and close it."""
    press(window, Qt.Key.Key_Slash, CTRL)
    settle(app, 0.6)
    press(window, Qt.Key.Key_Escape)
    settle(app)


def explain(app: QApplication, window: Window) -> None:
    """Open the cards of the schedule, of the loss and of the view, and close them."""
    form = window.sidebar.form
    for widget in (form.schedule, form.optimizer, window):
        widget.setFocus()
        settle(app, 0.2)
        press(window, Qt.Key.Key_F1)
        settle(app, 0.6)
        press(window, Qt.Key.Key_Escape)
        settle(app)


def explain_something(app: QApplication, window: Window) -> None:
    """Open the list of all cards, and one of them."""
    press(window, Qt.Key.Key_F1, CTRL)
    settle(app, 0.6)
    for _ in range(4):
        press(window, Qt.Key.Key_Down)
        settle(app, 0.05)
    press(window, Qt.Key.Key_Return)
    settle(app, 0.6)
    press(window, Qt.Key.Key_Escape)
    settle(app)


def go_home(app: QApplication, window: Window) -> None:
    """Go to the page of lessons, and back."""
    press(window, Qt.Key.Key_0, CTRL)
    settle(app, 1.5)
    press(window, Qt.Key.Key_Escape)
    settle(app)


def about(app: QApplication, window: Window) -> None:
    """Open what lrviz is."""
    press(window, Qt.Key.Key_P, CTRL | SHIFT)
    settle(app, 0.6)
    for letter in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_O, Qt.Key.Key_U, Qt.Key.Key_T):
        press(window, letter)
    settle(app)
    press(window, Qt.Key.Key_Return)
    settle(app, 0.6)
    press(window, Qt.Key.Key_Escape)
    settle(app)


def paste_session(app: QApplication, window: Window) -> None:
    """Paste a session."""
    window.store.history.setClean()
    QGuiApplication.clipboard().setText(f"```\n{dumps(SESSION)}```\n")
    window.setFocus()
    press(window, Qt.Key.Key_V, CTRL)
    settle(app, 2.0)
    assert window.store.name, "nothing came of it"


def write_report(app: QApplication, window: Window) -> None:
    """Write a report."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        window.sending.report(path)
        until = time.monotonic() + 30
        while not path.exists() and time.monotonic() < until:
            settle(app, 0.05)
        assert path.exists()
        settle(app)


ACTS: tuple[Callable[[QApplication, Window], None], ...] = (
    find,
    change_settings,
    change_keys,
    explain,
    explain_something,
    go_home,
    about,
    paste_session,
    write_report,
)


def main() -> None:
    app = Watched()
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        os.environ["XDG_STATE_HOME"] = folder  # no session of anybody's
        application()
        for at in range(FILES):
            path = Path(folder) / f"session {at}.lrviz"
            save(Experiment.first_open(), path)
            recent.remember(path)
        window = open_window()
        window.furnished.disconnect(window.races.open)
        window.resize(*SIZE)
        window.show()
        settle(app, 1.0)
        until = time.monotonic() + 60
        while ("home" not in vars(window.classroom) or window.aside.busy) and time.monotonic() < until:
            settle(app)
        settle(app, 2.0)
        for act in ACTS:
            for _ in range(2):
                report(app, window, SIZE, act)
        window.store.history.setClean()
        window.close()
        window.deleteLater()
        settle(app)


if __name__ == "__main__":
    main()
