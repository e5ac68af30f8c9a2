"""Lines that wander over a plane, in pixels: what of them is in sight, and no more points than can be seen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Floats
from lrviz.ui.paint.trail import between

FINEST = 0.5
"""Pixels within which points are one."""
MOST = 2000
"""Points of a line that are kept; of a longer one those farthest left, right, up and down, stretch by stretch."""


def in_sight(points: Floats, rect: QRectF, beyond: float = 0.0) -> list[Floats]:
    """Cut a line (n, 2) where it is NaN, and where it leaves a rectangle by some pixels: not every format clips."""
    left, right = rect.left() - beyond, rect.right() + beyond
    top, bottom = rect.top() - beyond, rect.bottom() + beyond
    return [
        part[:, ::-1]
        for piece in unbroken(points)
        for inner in between(piece[kept(piece)], top, bottom)
        for part in between(inner[:, ::-1], left, right)
        if len(part) > 1
    ]


def unbroken(points: Floats) -> Iterator[Floats]:
    """Cut a line where it is NaN."""
    there = ~np.isnan(points).any(axis=1)
    edges = np.flatnonzero(np.diff(there.astype(np.int8), prepend=0, append=0))
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield points[start:stop]


def kept(points: Floats) -> NDArray[np.intp]:
    """Give which points of an unbroken line are drawn: one where it hardly moves, and few of very many."""
    moved = (np.diff(np.floor(points[:, :2] / FINEST), axis=0) != 0).any(axis=1)
    there = np.flatnonzero(np.concatenate([[True], moved]))
    if len(there) > MOST:
        stretches = np.array_split(there, MOST // 4)
        there = np.unique(np.concatenate([stretch[_extremes(points[stretch])] for stretch in stretches]))
    return np.union1d(there, len(points) - 1)


def _extremes(points: Floats) -> NDArray[np.intp]:
    return np.concatenate([points[:, :2].argmin(axis=0), points[:, :2].argmax(axis=0)])
