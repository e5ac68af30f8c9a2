"""A landscape of 51×51 points to pixels at 1280×800, with 12 contours, against pyqtgraph's ImageItem and IsocurveItem.

What is timed: other heights alone, which is what the rival draws (as squares, where ours are bands); then all of a map
with 3 paths of 440 steps, rings, marks and labels: other heights, as when a picture is refined; the view panned; and
the cursor moved. The cases take turns; the time is the process's own, for others may run beside.
Targets: heights alone ≥ 1.5× as fast as the rival's; no step above 8 ms, for the canvas paints a few in a turn.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from lrviz.ui.figure import Axis, Figure, Floats, Heights, Terrain, Trek
from lrviz.ui.paint import Sheet, steps
from lrviz.ui.palette import DARK

WIDE, HIGH, GRID, BANDS, CONTOURS, STEPS = 1280, 800, 51, 26, 12, 440
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 20
RUNS = ("constant", "step", "cosine")
X, Y = np.linspace(-3.2, 3.2, GRID), np.linspace(-2, 2, GRID)
EDGES = np.exp(np.linspace(np.log(0.03), np.log(4), BANDS + 1)) - 0.03
LEVELS = tuple(np.geomspace(0.05, 3.5, CONTOURS).tolist())


def values(turn: int) -> Floats:
    """Give two basins, never the same twice."""
    x, y = np.meshgrid(X - 1e-4 * turn, Y)
    basins = np.exp(-((x - 1) ** 2) - (y - 0.5) ** 2) + 1.1 * np.exp(-((x + 1) ** 2) - (y + 0.6) ** 2)
    return np.asarray(3 - 2.6 * basins + 0.1 * (x * x + y * y))


def path(run: int) -> Floats:
    start, end = np.array([-2.0, 1.2]), np.array([(1.0, 0.5), (1.3, -0.2), (-1.0, -0.6)][run])
    noise = np.cumsum(np.random.default_rng(run).normal(0, 0.008, (STEPS, 2)), axis=0)
    return np.asarray(start + np.linspace(0, 1, STEPS)[:, None] ** 0.5 * (end - start) + noise)


PATHS = [path(run) for run in range(len(RUNS))]


def bare(heights: Heights) -> Terrain:
    return Terrain(Axis(-3.2, 3.2), Axis(-2, 2), replace(heights, named=()))


def terrain(heights: Heights, at: int, shift: float = 0.0) -> Terrain:
    treks = tuple(
        Trek(name, run, way[:, 0], way[:, 1], np.ones(STEPS), at=at, off=0.4, end="0.87")
        for run, (name, way) in enumerate(zip(RUNS, PATHS, strict=True))
    )
    return Terrain(Axis(-3.2 + shift, 3.2 + shift), Axis(-2, 2), heights, treks, start=(-2.0, 1.2, "start 2.31"))


def ground(turn: int) -> Heights:
    return Heights(X, Y, values(turn), EDGES, LEVELS, LEVELS[::2], "train loss")


def paint(shown: Terrain, longest: list[float]) -> None:
    """Paint as the canvas does, step by step; note the longest step."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = time.process_time()
    for step in steps(Sheet(Figure(terrain=shown), QRectF(0, 0, WIDE, HIGH)), DARK):
        step(painter)
        after = time.process_time()
        longest.append(after - before)
        before = after
    painter.end()


def rival() -> Callable[[], None]:
    plot = pg.PlotWidget(antialias=True)
    plot.resize(WIDE, HIGH)
    plot.hideAxis("left")
    plot.hideAxis("bottom")
    plot.setRange(xRange=(0, GRID), yRange=(0, GRID), padding=0)
    image = pg.ImageItem()
    image.setColorMap(pg.ColorMap(None, [colour.getRgb()[:3] for colour in DARK.ramp]))  # type: ignore[index]
    plot.addItem(image)
    curves = [pg.IsocurveItem(level=level, pen=pg.mkPen("w")) for level in LEVELS]
    for curve in curves:
        plot.addItem(curve)
    plot.show()
    turns = count()

    def move() -> None:
        given = values(next(turns)).T
        image.setImage(given, levels=(0, 4))
        for curve in curves:
            curve.setData(given)
        plot.viewport().repaint()

    return move


def timed(move: Callable[[], None]) -> float:
    started = time.process_time()
    move()
    return time.process_time() - started


def main() -> None:
    app = QApplication([])
    still, turns, longest = ground(0), count(1), list[float]()
    cases: dict[str, Callable[[], None]] = {
        "heights alone": lambda: paint(bare(ground(next(turns))), longest),
        "a map, other heights": lambda: paint(terrain(ground(next(turns)), 264), longest),
        "a map, panned": lambda: paint(terrain(still, 264, 0.01 * (next(turns) % 20)), longest),
        "a map, cursor moved": lambda: paint(terrain(still, next(turns) % STEPS), longest),
        "pyqtgraph, heights alone": rival(),
    }
    app.processEvents()
    took: dict[str, list[float]] = {case: [] for case in cases}
    for turn in range(ROUNDS + 2):
        for case, move in cases.items():
            seconds = timed(move)
            if turn >= 2:  # the first two warm up
                took[case].append(seconds)
    found = {case: float(np.median(seconds)) for case, seconds in took.items()}
    print(f"{GRID}×{GRID} heights, {BANDS} bands, {CONTOURS} contours, 3 paths, {WIDE}×{HIGH}, median:")
    for case, seconds in found.items():
        print(f"  {case:26} {seconds * 1e3:7.1f} ms")
    print(f"  against pyqtgraph {found['pyqtgraph, heights alone'] / found['heights alone']:.1f}× (target ≥ 1.5)")
    print(f"  longest step, p99 {np.percentile(longest, 99) * 1e3:.1f} ms (an event loop's turn: ≤ 8)")


if __name__ == "__main__":
    main()
