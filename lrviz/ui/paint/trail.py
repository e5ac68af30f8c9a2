"""A line in pixels: what of it is in sight, whatever its values and however many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lrviz.ui.figure import Floats, Line
from lrviz.ui.paint.layout import Pane
from lrviz.ui.paint.scale import Mask, Scale

FLAT = 0.02
"""Bend in pixels below which a point may be left out."""
DENSE = 8
"""Columns in a row that overlap, from which on they are filled as a band."""
KEPT = 64
"""Lines whose pixels are kept: of all that a drag redraws it changes one."""


@dataclass(frozen=True, eq=False)
class Trail:
    """A line in pixels: at each x from `top` down to `bottom`, `mid` between them. NaN breaks it."""

    line: Line
    x: Floats
    top: Floats
    bottom: Floats
    mid: Floats

    def cut(self, start: int, stop: int) -> Trail:
        """Give a part of it."""
        return self.along(self.x[start:stop], lambda side: side[start:stop])

    def along(self, x: Floats, side: Callable[[Floats], Floats]) -> Trail:
        """Give the line along another x, each of its sides changed alike; what is one array stays one."""
        if self.top is self.bottom:
            only = side(self.mid)
            return Trail(self.line, x, only, only, only)
        return Trail(self.line, x, side(self.top), side(self.bottom), side(self.mid))

    def heights(self, x: Floats) -> Floats:
        """Give the middle of the line at pixel columns, by straight lines between its points; NaN where it isn't."""
        if not len(self.x):
            return np.full(len(x), np.nan)
        return np.interp(x, self.x, self.mid, left=np.nan, right=np.nan)

    def height(self, x: float) -> float:
        """Give the middle of the line at one pixel column."""
        return float(self.heights(np.array([x]))[0])


def trails(pane: Pane) -> list[Trail]:
    """Give the lines of a pane in pixels, with at most two points a pixel."""
    return [_trail(line, pane.x, pane.y) for line in pane.plot.lines]


@lru_cache(maxsize=KEPT)
def _trail(line: Line, across: Scale, up: Scale) -> Trail:
    first = max(0, int(np.searchsorted(line.x, across.axis.low)) - 1)
    last = int(np.searchsorted(line.x, across.axis.high, side="right")) + 1
    x = across.pixels(line.x[first:last])
    low = line.low[first:last]
    bottom = up.pixels(low)
    if line.high is line.low:
        top = mid = bottom
    else:
        high = line.high[first:last]
        top = up.pixels(high)
        if up.axis.log:  # a column that reaches 0 runs off the bottom
            bottom = np.where((low <= 0) & (high > 0), up.start, bottom)
        top, bottom = np.fmin(top, bottom), np.fmax(top, bottom)
        mid = (top + bottom) / 2
    found = Trail(line, x, top, bottom, mid)
    return _by_pixel(found) if len(x) > 2 * (across.end - across.start) + 4 else found


def _by_pixel(long: Trail) -> Trail:
    columns = np.nan_to_num(np.floor(long.x)).astype(np.int64)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    top, bottom = np.fmin.reduceat(long.top, starts), np.fmax.reduceat(long.bottom, starts)
    return Trail(long.line, long.x[starts], top, bottom, (top + bottom) / 2)


def unbroken(shape: Trail) -> Iterator[Trail]:
    """Cut a line where it is NaN."""
    there = ~(np.isnan(shape.top) | np.isnan(shape.x))
    if there.all():
        if len(shape.x):
            yield shape
        return
    edges = np.flatnonzero(np.diff(there.astype(np.int8), prepend=0, append=0))
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        yield shape.cut(int(start), int(stop))


def within(piece: Trail, left: float, right: float) -> Trail:
    """Cut a line, unbroken, a pixel beyond the left and right edge of a pane: not every picture format clips.

    Nothing is left of a line that is beyond one of them.
    """
    x, left, right = piece.x, left - 1, right + 1
    if x[0] >= left and x[-1] <= right:
        return piece
    inner = (x > left) & (x < right)
    edges = np.array([edge for edge in (left, right) if x[0] < edge < x[-1]])
    place = np.where(edges == left, 0, int(inner.sum()))
    return piece.along(
        np.insert(x[inner], place, edges), lambda side: np.insert(side[inner], place, np.interp(edges, x, side))
    )


def between(through: Floats, top: float, bottom: float) -> list[Floats]:
    """Cut a polyline (n, 2) where it leaves the rows from top to bottom; give the pieces that are inside."""
    y = through[:, 1]
    if y.min() >= top and y.max() <= bottom:
        return [through]
    before, after = y[:-1], y[1:]
    where, there = [], []
    for edge in (top, bottom):
        crossed = np.flatnonzero((before < edge) != (after < edge))
        share = (edge - before[crossed]) / (after[crossed] - before[crossed])
        x = through[crossed, 0] + share * (through[crossed + 1, 0] - through[crossed, 0])
        where.append(crossed + np.minimum(share, 1 - 1e-9))  # before the point that is outside
        there.append(np.column_stack([x, np.full(len(x), edge)]))
    places = np.concatenate([np.arange(len(through), dtype=np.float64), *where])
    every = np.concatenate([through, *there])[np.argsort(places, kind="stable")]
    inside = (every[:, 1] >= top) & (every[:, 1] <= bottom)
    cuts = np.flatnonzero(~inside[:-1] | ~inside[1:]) + 1
    return [part for part in np.split(every, cuts) if len(part) > 1]


def stretches(piece: Trail) -> Iterator[tuple[Trail, bool]]:
    """Cut a line into stretches to stroke and (True) stretches to fill, one point shared at each cut."""
    if piece.top is piece.bottom or len(piece.x) < DENSE:
        yield piece, False
        return
    edges = np.flatnonzero(np.diff(_dense(piece).astype(np.int8), prepend=0, append=0))
    done = 0
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if stop - start >= DENSE:
            if start > done:
                yield piece.cut(done, start + 1), False
            yield piece.cut(start, stop), True
            done = stop - 1
    if done < len(piece.x) - 1 or not done:
        yield piece.cut(done, len(piece.x)), False


def _dense(piece: Trail) -> Mask:
    """Say which columns hold the same values as a neighbour: there the line goes up and down faster than pixels."""
    dense = np.zeros(len(piece.x), dtype=np.bool_)
    shared = np.minimum(piece.bottom[:-1], piece.bottom[1:]) - np.maximum(piece.top[:-1], piece.top[1:]) > 2
    shared &= np.diff(piece.x) <= 2
    dense[:-1] |= shared
    dense[1:] |= shared
    return dense


def points(part: Trail) -> Floats:
    """Give the points a line is stroked through: one a column, two where it has an end or falls off a cliff in it."""
    through = np.column_stack([part.x, part.mid])
    if part.top is part.mid:
        return sparse(through)
    tall = part.bottom - part.top
    before, after = np.concatenate([tall[:1], tall[:-1]]), np.concatenate([tall[1:], tall[-1:]])
    cliff = (tall > 3) & ((before < tall / 3) | (after < tall / 3))
    cliff[[0, -1]] = tall[[0, -1]] > 3
    if not cliff.any():
        return sparse(through)
    where = np.flatnonzero(cliff)
    previous = part.mid[np.maximum(where - 1, 0)]
    following = part.mid[np.minimum(where + 1, len(tall) - 1)]
    down = np.where(where > 0, previous <= part.mid[where], following >= part.mid[where])
    through[where, 1] = np.where(down, part.top[where], part.bottom[where])
    second = np.where(down, part.bottom[where], part.top[where])
    return np.insert(through, where + 1, np.column_stack([part.x[where], second]), axis=0)


def sparse(through: Floats) -> Floats:
    """Leave out points of a smooth line that no eye would miss: the less it bends, the more of them."""
    if len(through) < 16:
        return through
    step = np.diff(through[:, 0])
    if step.max() > 2 or step.min() <= 0:
        return through
    bend = np.zeros(len(through))
    bend[1:-1] = np.abs(np.diff(np.diff(through[:, 1]) / step))
    kept = np.zeros(len(through), dtype=np.bool_)
    kept[::16] = kept[-1] = True
    for every, least in ((4, FLAT / 16), (1, FLAT)):  # k columns apart, a bend b a column is k²·b/8 off
        sharp = bend > least
        sharp[1:] |= sharp[:-1].copy()
        sharp[:-1] |= sharp[1:].copy()
        sharp[np.arange(len(sharp)) % every != 0] = False
        kept |= sharp
    return through[kept]
