"""Lines that wander over a plane, in pixels: what of them is in sight, and no more points than can be seen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lrviz.ui.figure import Floats
from lrviz.ui.paint.trail import between
from lrviz.ui.polygon import polygon

FINEST = 0.5
"""Pixels within which points are one."""
MOST = 2000
"""Points of a line that are drawn."""
PIECE = 48
"""Points painted at a time: the painter's time for a line grows faster than its length."""


def in_sight(points: Floats, rect: QRectF, beyond: float = 0.0, most: int = MOST) -> list[Floats]:
    """Cut a line (n, 2) where it is NaN, and where it leaves a rectangle by some pixels: not every format clips."""
    left, right = rect.left() - beyond, rect.right() + beyond
    top, bottom = rect.top() - beyond, rect.bottom() + beyond
    return [
        part[:, ::-1]
        for piece in unbroken(points)
        for inner in between(piece[kept(piece, most=most)], top, bottom)
        for part in between(inner[:, ::-1], left, right)
        if len(part) > 1
    ]


def unbroken(points: Floats) -> Iterator[Floats]:
    """Cut a line where it is NaN."""
    there = ~np.isnan(points).any(axis=1)
    edges = np.flatnonzero(np.diff(there.astype(np.int8), prepend=0, append=0))
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield points[start:stop]


def kept(points: Floats, finest: float = FINEST, most: int = MOST) -> NDArray[np.intp]:
    """Give which points of a line are drawn: one where it moves by less than `finest` pixels, and at most `most`.

    Of more those are taken that are farthest left, right, up and down, stretch by stretch.
    """
    moved = (np.diff(np.floor(points[:, :2] / finest), axis=0) != 0).any(axis=1)
    there = np.flatnonzero(np.concatenate([[True], moved]))
    if len(there) > most:
        each = -(-4 * len(there) // most)
        stretches = np.append(there, np.repeat(there[-1], -len(there) % each)).reshape(-1, each)
        among = points[stretches, :2]
        outmost = np.hstack([among.argmin(axis=1), among.argmax(axis=1)])
        there = np.unique(np.take_along_axis(stretches, outmost, axis=1))
    return np.union1d(there, [0, len(points) - 1])


def draw(painter: QPainter, pen: QPen, line: Floats) -> None:
    """Draw a line (n, 2); one of many points in pieces and without round corners, which takes a tenth of the time."""
    if len(line) <= PIECE:
        painter.setPen(pen)
        painter.drawPolyline(polygon(line))
        return
    pen = QPen(pen)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    dashed = pen.style() == Qt.PenStyle.CustomDashLine
    shared = 2 if pen.color().alpha() == 255 and not dashed else 1
    piece = len(line) if dashed else PIECE
    for start in range(0, len(line) - 1, piece):
        painter.drawPolyline(polygon(line[start : start + piece + shared]))
