"""How long the window's event loop stands still while a race runs at full speed and every frame is redrawn.

A zero-delay timer notes the gap between two turns of the event loop. The baseline is the same window at rest, and the
same window with a slider dragged, in the same process. Target: p99 ≤ 16 ms.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.ui.app import application, open_window
from lrviz.ui.window import Window

LONG = 4000
"""Updates of the race that is watched."""


def stalls(app: QApplication, until: Callable[[], bool], act: Callable[[], None]) -> np.ndarray:
    """Give the gaps, in ms, between turns of the event loop until a condition holds."""
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
    while not until():
        app.processEvents()
    timer.stop()
    moves.stop()
    return np.asarray(gaps[5:])


def report(name: str, gaps: np.ndarray) -> None:
    quantiles = np.percentile(gaps, (50, 95, 99))
    print(
        f"{name:34} p50 {quantiles[0]:5.1f}  p95 {quantiles[1]:5.1f}  p99 {quantiles[2]:5.1f}  max {gaps.max():5.1f} ms"
    )


def drag(window: Window) -> Callable[[], None]:
    """Give an act that moves step's slider a little further."""
    sizes = iter(range(100, 100_000))

    def act() -> None:
        run = replace(window.store.experiment.runs[1], schedule=StepLR(100 + next(sizes) % 300))
        window.store.edit_run(1, run, "step_size", gesture="drag")

    return act


def main() -> None:
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
    report("at rest", stalls(app, lambda: time.monotonic() > rest, lambda: None))
    dragged = time.monotonic() + 5
    report("a slider dragged", stalls(app, lambda: time.monotonic() > dragged, drag(window)))
    window.show_view("training")
    window.race()
    report("racing, redrawn every frame", stalls(app, lambda: not window.races.active, lambda: None))
    window.race()
    report("racing, and a slider dragged", stalls(app, lambda: not window.races.active, drag(window)))
    window.races.close()


if __name__ == "__main__":
    main()
