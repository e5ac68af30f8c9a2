"""How long one handler holds the window's event loop while a person types into a long script, and how long a key takes.

The script is a real one with other code behind it, so long as each size says. A handler is what the loop calls with
one event; its CPU time counts, of this thread alone, so that a busy machine doesn't change it; those of less than 1 ms
are left out. A key's time is that from the press until the line is painted. Budget: 8 ms; the ratio is the longest's
to it. Run by `python -m benchmarks.bench_typing`.
"""

from __future__ import annotations

import ast
import gc
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QMimeData, QSettings, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

import lrviz.ui.window
from benchmarks.bench_handlers import Watched, settle
from lrviz.ui.app import application, open_window
from lrviz.ui.window import Window

BUDGET = 8.0
SIZES = 1_000, 10_000, 50_000, 100_000
KEYS = 40
SCRIPT = Path(__file__).parents[1] / "tests/source/scripts/trainer_class.py.txt"
FILLING = Path(lrviz.ui.window.__file__)


def script(size: int) -> str:
    """Give a script of at most so many characters."""
    filling = FILLING.read_text(encoding="utf-8").replace("from __future__ import annotations", "")
    text = SCRIPT.read_text(encoding="utf-8")
    number = 0
    while len(text) < size:
        text += "\n\n" + filling.replace("class Window", f"class Window{number}")
        number += 1
    lines = text[:size].splitlines(keepends=True)
    while not _is_python("".join(lines)):
        lines.pop()
    return "".join(lines)


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def type_words(app: Watched, window: Window) -> list[float]:
    """Type a comment below the first lines, with a pause now and then, in which what was typed is read."""
    editor, keys = window.dock.code.text, []
    cursor = editor.textCursor()
    cursor.setPosition(editor.text.index("\n", 400))
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "# ")
    for number in range(KEYS):
        began = time.thread_time()
        QTest.keyClick(editor, Qt.Key.Key_A)
        editor.viewport().repaint()
        keys.append((time.thread_time() - began) * 1e3)
        settle(app, 0.6 if number % 8 == 7 else 0.08)
    return keys


def type_over(app: Watched, window: Window) -> list[float]:
    """Select all, delete it, paste it back, and paste over it."""
    editor = window.dock.code.text
    data = QMimeData()
    data.setText(editor.text)
    for act in (
        editor.selectAll,
        lambda: QTest.keyClick(editor, Qt.Key.Key_Delete),
        lambda: editor.insertFromMimeData(data),
        editor.selectAll,
        lambda: editor.insertFromMimeData(data),
    ):
        act()
        settle(app, 0.8)
    return [0.0]


def undo(app: Watched, window: Window) -> list[float]:
    """Undo five times and redo them."""
    for act in (window.store.history.undo,) * 5 + (window.store.history.redo,) * 5:
        act()
        settle(app, 0.6)
    return [0.0]


def scroll(app: Watched, window: Window) -> list[float]:
    """Scroll through all of it."""
    bar = window.dock.code.text.verticalScrollBar()
    for share in np.linspace(0, 1, 30):
        bar.setValue(round(share * bar.maximum()))
        settle(app, 0.03)
    window.dock.code.text.moveCursor(QTextCursor.MoveOperation.Start)
    return [0.0]


ACTS: tuple[Callable[[Watched, Window], list[float]], ...] = (type_words, undo, scroll, type_over)


def report(app: Watched, window: Window, size: int, act: Callable[[Watched, Window], list[float]]) -> None:
    """Print how long the handlers of an act took, which took longest, and how long a key takes."""
    gc.collect()
    app.took.clear()
    keys = act(app, window)
    worked = np.asarray([took for took, _ in app.took if took >= 1.0] or [0.0])
    p50, p99 = np.percentile(worked, (50, 99))
    said = ", ".join(f"{name} {took:.1f}" for took, name in sorted(app.took, reverse=True)[:5])
    print(
        f"{size:7} {act.__name__:10} p50 {p50:5.1f}  p99 {p99:5.1f}  max {worked.max():5.1f} ms"
        f"   {worked.max() / BUDGET:4.1f} × the budget   a key {np.median(keys):4.1f}, at most {max(keys):4.1f}"
        f"   {said}",
        flush=True,
    )


def main() -> None:
    app = Watched()
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        os.environ["XDG_STATE_HOME"] = folder  # no session of anybody's
        application()
        for size in SIZES:
            window = open_window()
            window.furnished.disconnect(window.races.open)
            window.show()
            settle(app, 3.0)
            window.incoming.take(script(size), "a script")
            while window.aside.busy:
                app.processEvents()
            settle(app, 1.0)
            window.dock.code.text.setFocus()
            for act in ACTS:
                report(app, window, size, act)
            window.store.history.setClean()
            window.close()
            window.deleteLater()
            settle(app)


if __name__ == "__main__":
    main()
