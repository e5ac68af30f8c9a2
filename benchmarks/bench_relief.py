"""A landscape of 51×51 points in space to pixels at 1280×800: at rest and while it turns, against every face by itself.

What is timed: the surface alone, and all of it with 12 contours, 3 paths of 440 steps, marks and labels, each turned a
little further than the one before. The rival draws the same fine faces as antialiased polygons one by one, in the same
order and colours. The cases take turns; the time is the process's own, for others may run beside.
Targets: the surface at rest ≤ 23 ms and while it turns ≤ 8 ms on an idle machine, no step above 4 ms; the surface at
rest ≥ 2× as fast as the rival, while it turns ≥ 6×.
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
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPolygonF

from lrviz.ui.figure import Axis, Floats, Heights, Terrain, Trek, Turn
from lrviz.ui.paint.layout import Step
from lrviz.ui.paint.relief import relief_steps
from lrviz.ui.paint.space import Space
from lrviz.ui.palette import DARK

WIDE, HIGH, GRID, BANDS, STEPS = 1280, 800, 51, 26, 440
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 20
RECT = QRectF(0, 0, WIDE, HIGH)
SIDE = np.linspace(-2.0, 2.0, GRID)
EDGES = np.exp(np.linspace(np.log(0.03), np.log(4), BANDS + 1)) - 0.03
LEVELS = tuple(EDGES[2:-1:2].tolist())


def basins() -> Floats:
    x, y = np.meshgrid(SIDE, SIDE)
    found = np.exp(-((x - 1) ** 2) - (y - 0.5) ** 2) + 1.1 * np.exp(-((x + 1) ** 2) - (y + 0.6) ** 2)
    return np.asarray(3 - 2.6 * found + 0.1 * (x * x + y * y))


def trek(run: int) -> Trek:
    start, end = np.array([-1.5, 1.2]), np.array([(1.0, 0.5), (1.3, -0.2), (-1.0, -0.6)][run])
    noise = np.cumsum(np.random.default_rng(run).normal(0, 0.008, (STEPS, 2)), axis=0)
    x, y = (start + np.linspace(0, 1, STEPS)[:, None] ** 0.5 * (end - start) + noise).T
    return Trek(("constant", "step", "cosine")[run], run, x, y, np.full(STEPS, np.nan), at=264, end="0.87")


HEIGHTS = Heights(SIDE, SIDE, basins(), EDGES, title="train loss")
BARE = Terrain(Axis(-2, 2), Axis(-2, 2), HEIGHTS)
WHOLE = replace(
    BARE,
    heights=replace(HEIGHTS, contours=LEVELS, named=LEVELS[::2]),
    treks=tuple(trek(run) for run in range(3)),
    start=(-1.5, 1.2, "start 2.31"),
)


def paint(shown: Terrain, longest: list[float]) -> None:
    """Paint as the canvas does, step by step; note the longest step."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = time.process_time()
    took = []
    for step in relief_steps(RECT, shown, DARK, 1.0, fast=False):
        step(painter)
        after = time.process_time()
        took.append(after - before)
        before = after
    painter.end()
    longest.append(max(took))


def one_by_one(shown: Terrain) -> Step:
    """Give the painting of all faces from far to near, each with a thin line about it that hides the seams."""
    colours = [QColor(*(round(255 * share / 60) for _ in range(3))) for share in range(61)]

    def painted(painter: QPainter) -> None:
        sight = Space(shown, RECT, 1.0).sight
        assert sight is not None
        pixels, places = sight.pixels.tolist(), np.clip(sight.places, 0, 60).astype(int).tolist()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(len(pixels) - 1):
            for column in range(len(pixels[0]) - 1):
                corners = (row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)
                colour = colours[places[row][column]]
                painter.setPen(colour)
                painter.setBrush(colour)
                painter.drawPolygon(QPolygonF([QPointF(*pixels[i][j]) for i, j in corners]), Qt.FillRule.WindingFill)

    return painted


def rival(shown: Terrain) -> None:
    painter = QPainter(image := QImage(WIDE, HIGH, QImage.Format.Format_RGB32))
    one_by_one(shown)(painter)
    painter.end()
    assert not image.isNull()


def timed(move: Callable[[], None]) -> float:
    started = time.process_time()
    move()
    return time.process_time() - started


def main() -> None:
    app = QGuiApplication([])
    turns = count()
    fine, coarse = list[float](), list[float]()

    def turned(shown: Terrain, *, moving: bool) -> Terrain:
        return replace(shown, turned=Turn(turn=-32 + 0.7 * (next(turns) % 200), coarse=moving))

    cases: dict[str, Callable[[], None]] = {
        "surface, at rest": lambda: paint(turned(BARE, moving=False), fine),
        "surface, turning": lambda: paint(turned(BARE, moving=True), coarse),
        "all, at rest": lambda: paint(turned(WHOLE, moving=False), fine),
        "all, turning": lambda: paint(turned(WHOLE, moving=True), coarse),
        "face by face": lambda: rival(turned(BARE, moving=False)),
    }
    took: dict[str, list[float]] = {case: [] for case in cases}
    for turn in range(ROUNDS + 2):
        for case, move in cases.items():
            seconds = timed(move)
            if turn >= 2:  # the first two warm up
                took[case].append(seconds)
    found = {case: float(np.median(seconds)) for case, seconds in took.items()}
    print(f"{GRID}×{GRID} heights, {BANDS} bands, {len(LEVELS)} contours, 3 paths, {WIDE}×{HIGH}, median (least):")
    for case, seconds in found.items():
        print(f"  {case:18} {seconds * 1e3:7.1f} ms ({min(took[case]) * 1e3:.1f})")
    base = found["face by face"]
    print(f"  surface at rest {base / found['surface, at rest']:.1f}× as fast as face by face (target ≥ 2)")
    print(f"  surface turning {base / found['surface, turning']:.1f}× as fast (target ≥ 6)")
    for name, longest in (("at rest", fine), ("turning", coarse)):
        print(f"  longest step {name}, median {np.median(longest) * 1e3:.1f} ms (target ≤ 4)")
    app.quit()


if __name__ == "__main__":
    main()
