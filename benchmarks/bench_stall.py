"""How long the window's event loop stands still while a race runs at full speed and every frame is redrawn.

A zero-delay timer notes the gap between two turns of the event loop; turns of less than 1 ms, in which nothing was
done, are left out. The baseline is the same window at rest, and the same window with a slider dragged, in the same
process. Pictures are those that came on the screen. Target: p99 ≤ 16 ms.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.ui.app import application, open_window
from lrviz.ui.window import Window

LONG = 4000
"""Updates of the race that is watched."""


def watch(name: str, window: Window, until: Callable[[], bool], act: Callable[[], None]) -> None:
    """Print the gaps, in ms, between turns of the event loop until a condition holds."""
    gaps: list[float] = []
    clock = QElapsedTimer()
    clock.start()
    timer = QTimer()

    def turn() -> None:
        gaps.append(clock.nsecsElapsed() / 1e6)
        clock.restart()

    timer.timeout.connect(turn)
    timer.start(0)
    moves = QTimer()
    moves.timeout.connect(act)
    moves.start(16)
    pictures: list[float] = []
    drawn = [page.canvas.drawn.connect(lambda: pictures.append(time.monotonic())) for page in window.pages.values()]
    began = time.monotonic()
    while not until():
        QApplication.processEvents()
    took = time.monotonic() - began
    timer.stop()
    moves.stop()
    for connection in drawn:
        QObject.disconnect(connection)
    worked = np.asarray([gap for gap in gaps[5:] if gap >= 1.0] or [0.0])
    p50, p95, p99 = np.percentile(worked, (50, 95, 99))
    print(
        f"{name:30} p50 {p50:5.1f}  p95 {p95:5.1f}  p99 {p99:5.1f}  max {worked.max():5.1f} ms"
        f"   {len(pictures) / took:3.0f} pictures a second, busy {sum(worked) / took / 10:3.0f} %"
    )


def drag(window: Window) -> Callable[[], None]:
    """Give an act that moves step's slider a little further."""
    sizes = iter(range(100, 100_000))

    def act() -> None:
        run = replace(window.store.experiment.runs[1], schedule=StepLR(100 + next(sizes) % 300))
        window.store.edit_run(1, run, "step_size", gesture="drag")

    return act


def main() -> None:
    os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp()  # no session of anybody's
    app = application()
    window = open_window()
    window.resize(1280, 800)
    window.show()
    ready = time.monotonic() + 60
    while not window.races.ready and time.monotonic() < ready:
        app.processEvents()
    first = Experiment.first_open()
    window.store.open(replace(first, training=replace(first.training, steps=LONG)), None)
    rest = time.monotonic() + 3
    watch("at rest", window, lambda: time.monotonic() > rest, lambda: None)
    dragged = time.monotonic() + 5
    watch("a slider dragged", window, lambda: time.monotonic() > dragged, drag(window))
    window.show_view("training")
    window.race()
    watch("racing, redrawn every frame", window, lambda: not window.races.active, lambda: None)
    window.race()
    watch("racing, and a slider dragged", window, lambda: not window.races.active, drag(window))
    window.races.close()


if __name__ == "__main__":
    main()
