"""From a moved slider to pixels on the canvas: 8 schedules at 1280×800, against pyqtgraph drawing every point.

What is timed is one slider's move: a new experiment, its exact columns, the figure, and the painted widget. The rivals
are given the rates of every step beforehand, so only their drawing counts. The cases take turns, some moves each.
Targets at 10⁶ steps: ≥ 50× against setData, ≥ 5× against pyqtgraph's own downsampling; within 16.7 ms; at 10⁹ no
slower than at 10⁶.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from itertools import count
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import pyqtgraph as pg
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui import palette
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.views import schedule
from lrviz.ui.views.sight import Sight

RUNS, WIDE, HIGH = 8, 1280, 800
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 40
RIVAL_ROUNDS = max(3, ROUNDS // 8)
MOVES = 4
"""Moves of a drag in each round; the first, which comes after a rest, is not counted."""


def smooth(index: int, steps: int) -> Schedule:
    return CosineAnnealingLR(T_max=steps + index * steps // 10, eta_min=0.001 * index)


def oscillating(index: int, _steps: int) -> Schedule:
    return CyclicLR(base_lr=0.01 * index, max_lr=0.2 - 0.01 * index, step_size_up=50 + index, cycle_momentum=False)


Shape = Callable[[int, int], Schedule]


def experiment(shape: Shape, steps: int) -> Experiment:
    """Give 8 runs."""
    runs = [
        Run(f"run {index}", colour=index, optimizer=SGD(lr=0.2), schedule=shape(index, steps)) for index in range(RUNS)
    ]
    return Experiment.of(*runs, steps=steps)


def moved(plan: Experiment, move: int) -> Experiment:
    """Give the experiment as an edit gives it when the first run's slider has moved; never the same twice."""
    first, *others = plan.runs
    return replace(plan, runs=(replace(first, optimizer=SGD(lr=0.2 * 0.9999**move)), *others))


def ours(shape: Shape, steps: int) -> Callable[[], None]:
    canvas = Canvas()
    canvas.resize(WIDE, HIGH)
    canvas.limits(0, steps - 1)
    canvas.show()
    before, moves = experiment(shape, steps), count()

    def move() -> None:
        plan = moved(before, next(moves))
        sight = Sight(0, steps - 1, WIDE - 100, cursor=steps // 2)
        canvas.show_figure(schedule.figure(plan, {}, sight))
        canvas.viewport().repaint()

    return move


def theirs(shape: Shape, steps: int, **options: Any) -> Callable[[], None]:
    plot = pg.PlotWidget()
    plot.resize(WIDE, HIGH)
    plot.show()
    plan = experiment(shape, steps)
    at = np.arange(steps)
    rates = [np.asarray(plan.curve(run, at).lr) for run in plan.runs]
    curves = [plot.plot(pen=pg.mkPen(palette.LIGHT.line(index)), **options) for index in range(RUNS)]
    moves = count()

    def move() -> None:
        for index, curve in enumerate(curves):
            curve.setData(at, rates[index] * (1 - 0.0001 * (next(moves) % 50)))
        plot.viewport().repaint()

    return move


def p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


def timed(move: Callable[[], None]) -> float:
    started = time.perf_counter()
    move()
    return time.perf_counter() - started


def main() -> None:
    app = QApplication([])
    palette.use(palette.LIGHT)
    for name, shape in (("smooth", smooth), ("oscillating", oscillating)):
        cases = {
            "lrviz 10⁶": (ours(shape, 10**6), ROUNDS),
            "lrviz 10⁹": (ours(shape, 10**9), ROUNDS),
            "pyqtgraph setData": (theirs(shape, 10**6), RIVAL_ROUNDS),
            "pyqtgraph downsampled": (
                theirs(shape, 10**6, autoDownsample=True, downsampleMethod="peak", clipToView=True),
                RIVAL_ROUNDS,
            ),
        }
        app.processEvents()
        times: dict[str, list[float]] = {case: [] for case in cases}
        for turn in range(ROUNDS + 2):
            for case, (move, rounds) in cases.items():
                if turn < rounds + 2:
                    took = [timed(move) for _ in range(MOVES)]
                    if turn >= 2:  # the first two warm up
                        times[case] += took[1:]
        found = {case: p95(taken) for case, taken in times.items()}
        print(f"{name}, {RUNS} schedules, {WIDE}×{HIGH}, p95 (median):")
        for case, taken in times.items():
            print(f"  {case:22} {found[case] * 1e3:8.1f} ms ({np.median(taken) * 1e3:.1f})")
        base = found["lrviz 10⁶"]
        print(f"  against setData {found['pyqtgraph setData'] / base:.0f}× (target ≥ 50)")
        print(f"  against downsampling {found['pyqtgraph downsampled'] / base:.1f}× (target ≥ 5)")
        print(f"  10⁹ against 10⁶ steps {found['lrviz 10⁹'] / base:.2f} (target ≤ 1 but for noise)")
        print(f"  within a frame of 16.7 ms: {'yes' if base <= 1 / 60 else 'no'}")


if __name__ == "__main__":
    main()
