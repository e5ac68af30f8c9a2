"""A window, or what works for it, that goes while a text is being read: nothing is said and nothing is left."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASIDES = """
import sys
import time
from functools import partial

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from lrviz.ui.aside import Aside


def keep_busy(aside):
    for kind in map(str, range(100)):
        aside.ask(kind, partial(time.sleep, 0), lambda _: None)


def main():
    app = QCoreApplication([])
    owners = []
    for _ in range(20):
        owner = QObject()
        keep_busy(Aside(owner))
        owners.append(owner)
        app.processEvents()
    if sys.argv[1] == "deleted":
        for owner in owners:
            shiboken6.delete(owner)
    if sys.argv[1] == "shut down":
        app.shutdown()


if __name__ == "__main__":
    main()
"""

WINDOWS = """
import os, sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from lrviz.ui.app import application, open_window

TEXT = open(sys.argv[2]).read() + "x = 1\\n" * 3000

def main():
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
    app = application()
    for way in ("closed", "deleted", "left"):
        window = open_window()
        window.furnished.disconnect(window.races.open)
        window.show()
        while not window.pages or (way == "closed" and not window.aside._errands.ready):
            app.processEvents()
        window.incoming.take(TEXT, "a script")
        for _ in range(20):
            app.processEvents()
        assert window.aside.busy
        if way == "closed":
            window.store.history.setClean()
            window.close()
        elif way == "deleted":
            window.deleteLater()
            app.processEvents()

if __name__ == "__main__":
    main()
"""


def ended(script: str, *arguments: str) -> tuple[int, str, str]:
    """Run a script to its end, and give its exit code and what it said."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], check=False, capture_output=True, text=True, env=env, timeout=120
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("way", ["deleted", "shut down", "left"])
def test_what_is_still_being_worked_out_when_its_window_goes_is_for_nobody(way: str) -> None:
    assert ended(ASIDES, way) == (0, "", "")


def test_a_window_ends_quietly_while_a_text_is_being_read(tmp_path: Path) -> None:
    script = Path(__file__).parents[1] / "source/scripts/trainer_class.py.txt"
    code, said, errors = ended(WINDOWS, str(tmp_path), str(script))
    errors = "\n".join(line for line in errors.splitlines() if "propagateSizeHints" not in line)
    assert (code, said, errors) == (0, "", "")
