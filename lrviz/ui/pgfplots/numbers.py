"""Curves as coordinates: cut to what is in sight, as few as no eye would miss, within what TeX can reckon with."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Axis, Floats, Line
from lrviz.ui.paint.polylines import in_sight
from lrviz.ui.paint.scale import Scale, sane

UNITS = 4.0
"""Units to a point of TeX in which curves are looked at."""
BEYOND = 12.0
"""Units by which a curve may leave the plot: pgfplots cuts there, but can't reckon with what is far."""
OFF = 0.1
"""Units by which a curve may be off where points are left out."""
COLUMNS = 600
"""Columns of a band at most, each with its exact lowest and highest value."""
DIGITS = 7
"""Digits of a coordinate; pgfplots reckons with about so many."""
FINE = 1000.0
"""A stretch that is so many times smaller than its numbers is counted from its own start: TeX's digits end there."""


@dataclass(frozen=True)
class Field:
    """A plot's area, `wide` and `high` in units, and the axes over it."""

    x: Scale
    y: Scale
    wide: float
    high: float

    @classmethod
    def of(cls, x: Axis, y: Axis, wide: float, high: float) -> Field:
        """Lay two axes out over an area of points."""
        return cls(Scale.of(x, 0.0, wide * UNITS), Scale.of(y, 0.0, high * UNITS), wide * UNITS, high * UNITS)

    def places(self, x: Floats, y: Floats) -> Floats:
        """Give points (n, 2) in units; NaN where there is none."""
        return np.column_stack([self.x.pixels(x), self.y.pixels(y)])

    def pieces(self, x: Floats, y: Floats) -> list[Floats]:
        """Give a curve along x as pieces in units, as far as it is in sight, and no more points than it takes."""
        return [few(one) for one in self.wandering(x, y)]

    def wandering(self, x: Floats, y: Floats) -> list[Floats]:
        """Give a curve that may turn back on itself as pieces in units, as far as it is in sight."""
        return in_sight(self.places(x, y), QRectF(0, 0, self.wide, self.high), BEYOND)

    def along(self, x: Floats) -> NDArray[np.bool_]:
        """Say which places along x are in sight, or hardly beyond."""
        low, high = self.x.axis.low, self.x.axis.high
        room = 0.01 * (high - low)
        return (x >= low - room) & (x <= high + room)

    def strand(self, pieces: Iterable[Floats]) -> str:
        """Write pieces in units as coordinates of the axes, with a gap between two."""
        return " (nan,nan) ".join(" ".join(self._coordinate(*point) for point in piece.tolist()) for piece in pieces)

    def at(self, x: float, y: float) -> str:
        """Write a place on the axes, within what can be reckoned with."""
        left, low = self.x.pixel(x), self.y.pixel(y)
        return self._coordinate(_within(left, self.wide), _within(low, self.high))

    def inside(self, x: float, y: float) -> bool:
        """Say whether a place is in sight."""
        left, low = self.x.pixel(x), self.y.pixel(y)
        return -1 <= left <= self.wide + 1 and -1 <= low <= self.high + 1

    def _coordinate(self, left: float, low: float) -> str:
        return f"({told(self.x, left)},{told(self.y, low)})"


def few(through: Floats, off: float = OFF) -> Floats:
    """Leave out points of a polyline (n, 2) that lie so near to the line through those that stay.

    It is the method of Ramer and of Douglas and Peucker: what stays are points of the line, so its turns are exact.
    """
    kept = np.zeros(len(through), dtype=np.bool_)
    kept[[0, -1]] = True
    waiting = [(0, len(through) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        (dx, dy), inner = through[last] - through[first], through[first + 1 : last] - through[first]
        length = math.hypot(dx, dy)
        away = np.abs(inner[:, 0] * dy - inner[:, 1] * dx) / length if length else np.hypot(inner[:, 0], inner[:, 1])
        worst = int(away.argmax())
        if away[worst] > off:
            middle = first + 1 + worst
            kept[middle] = True
            waiting += [(first, middle), (middle, last)]
    return through[kept]


def start(axis: Axis) -> float:
    """Give what is taken from every number on an axis, so that TeX can tell them apart; mostly nothing."""
    axis = sane(axis)
    far = max(abs(axis.low), abs(axis.high)) > FINE * (axis.high - axis.low)
    return axis.low if far and not axis.log else 0.0


def told(scale: Scale, place: float) -> str:
    """Write what lies at a place of an axis, in its own numbers."""
    low, high = scale.axis.low, scale.axis.high
    share = (place - scale.start) / (scale.end - scale.start)
    if scale.axis.log:
        value = 10 ** (math.log10(low) + share * (math.log10(high) - math.log10(low)))
    else:
        value = low - start(scale.axis) + share * (high - low)
        value = 0.0 if abs(value) < 1e-9 * (high - low) else value
    return f"{value:.{DIGITS}g}"


def bound(axis: Axis, value: float) -> str:
    """Write a value of an axis as its plot has it."""
    return f"{value - start(axis):.{DIGITS + 3}g}"


def grouped(line: Line, most: int = COLUMNS) -> Line:
    """Give a band in fewer columns, each with the lowest and the highest value of those that it stands for."""
    size = -(-len(line.x) // most)
    if size <= 1:
        return line
    starts = np.arange(0, len(line.x), size)
    x = line.x[np.minimum(starts + size // 2, len(line.x) - 1)]
    return replace(line, x=x, low=np.fmin.reduceat(line.low, starts), high=np.fmax.reduceat(line.high, starts))


def outlines(field: Field, line: Line) -> list[Floats]:
    """Give the outline of a band in units, one for each part without a gap."""
    line = grouped(line)
    low, high = line.low, line.high
    if field.y.axis.log:  # a column that reaches 0 runs off the bottom
        low = np.where((low <= 0) & (high > 0), field.y.axis.low / 2, low)
    there = field.along(line.x) & ~np.isnan(low) & ~np.isnan(high)
    edges = np.flatnonzero(np.diff(there.astype(np.int8), prepend=0, append=0))
    found = []
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        part = slice(first, last)
        under, over = field.places(line.x[part], low[part]), field.places(line.x[part], high[part])
        outline = np.concatenate([over, under[::-1]])
        outline[:, 1] = np.clip(outline[:, 1], -BEYOND, field.high + BEYOND)
        if last - first > 1 and not np.isnan(outline).any():
            found.append(outline)
    return found


def _within(place: float, size: float) -> float:
    return min(max(place, -BEYOND), size + BEYOND) if math.isfinite(place) else 0.0
