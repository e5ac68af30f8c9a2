"""Seams: the places where something happens to a run, such as a cut of its rate."""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from lrviz.ui import marks
from lrviz.ui.figure import Seams
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.layout import HINTS, Pane
from lrviz.ui.palette import Theme

RADIUS = 4.4
DOTS = (1.5, 3.5)
APART = 8.0
"""Pixels between two seams of a run; one that is closer to the one before it is left out."""
PALE = 0.45


def paint_seams(painter: QPainter, pane: Pane, seams: Seams, theme: Theme) -> None:
    """Paint the dotted lines of a run's seams, under its curves."""
    painter.save()
    share = PALE * (PALE if seams.stale else 1)
    pen = QPen(mixed(theme.line(seams.colour), theme.surface, share), pane.times)
    pen.setDashPattern([length * pane.times for length in DOTS])
    painter.setPen(pen)
    for x, _ in _places(pane, seams):
        column = round(x) + 0.5
        painter.drawLine(QLineF(column, pane.area.top(), column, pane.area.bottom()))
    painter.restore()


def paint_seam_marks(painter: QPainter, pane: Pane, seams: Seams, theme: Theme) -> None:
    """Paint a run's mark where each of its seams meets its curve; of a stale one a pale mark."""
    painter.save()
    painter.setRenderHints(HINTS)
    painter.setClipRect(pane.area.adjusted(-RADIUS, -RADIUS, RADIUS, RADIUS), Qt.ClipOperation.IntersectClip)
    colour = mixed(theme.line(seams.colour), theme.surface, PALE if seams.stale else 1)
    for x, y in _places(pane, seams):
        if not math.isnan(y):
            marks.paint_mark(painter, x, y, RADIUS * pane.times, seams.colour, colour, theme.surface)
    painter.restore()


@lru_cache(maxsize=64)  # lines and marks stand at the same places
def _places(pane: Pane, seams: Seams) -> list[tuple[float, float]]:
    """Give the pixels of the seams in sight that are far enough from each other."""
    pixels = pane.x.pixels(seams.x)
    inside = np.flatnonzero((pane.area.left() <= pixels) & (pixels <= pane.area.right()))
    x = pixels[inside].tolist()
    kept = [0] if x else []
    while kept and (following := bisect_left(x, x[kept[-1]] + APART * pane.times, kept[-1] + 1)) < len(x):
        kept.append(following)
    y = pane.y.pixels(seams.y[inside[kept]]) if kept else np.zeros(0)
    return list(zip([x[at] for at in kept], y.tolist(), strict=True))
