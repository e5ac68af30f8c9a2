"""Curves: numpy straight into polygons, whatever the values, in a time that depends on pixels only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from lrviz.ui import marks
from lrviz.ui.figure import Floats, Line
from lrviz.ui.paint.layout import WIDE_PANE, Pane
from lrviz.ui.paint.scale import Mask
from lrviz.ui.palette import Theme

CHUNK = 64
"""Points of a noisy band painted at a time: filling one long ragged polygon takes time that grows with its square."""
DENSE = 8
"""Columns in a row that overlap, from which on they are filled as a band."""
FLAT = 0.02
"""Bend in pixels below which a point may be left out."""
RAGGED = 6.0
"""A line that travels this many times the height of its pane is ragged."""


@dataclass(frozen=True, eq=False)
class Trail:
    """A line in pixels: at each x from `top` down to `bottom`. NaN breaks it."""

    x: Floats
    top: Floats
    bottom: Floats

    @property
    def mid(self) -> Floats:
        """The middle of each column."""
        return (self.top + self.bottom) / 2


def trail(line: Line, pane: Pane) -> Trail:
    """Give the part of a line that is in sight, in pixels, with at most two points a pixel."""
    axis = pane.x.axis
    first = max(0, int(np.searchsorted(line.x, axis.low)) - 1)
    last = int(np.searchsorted(line.x, axis.high, side="right")) + 1
    x = pane.x.pixels(line.x[first:last])
    low, high = line.low[first:last], line.high[first:last]
    bottom = pane.y.pixels(low)
    top = bottom if line.high is line.low else pane.y.pixels(high)
    if top is not bottom:
        if pane.y.axis.log:  # a column that reaches 0 runs off the bottom
            bottom = np.where((low <= 0) & (high > 0), pane.area.bottom(), bottom)
        top, bottom = np.fmin(top, bottom), np.fmax(top, bottom)
    return _by_pixel(Trail(x, top, bottom)) if len(x) > 2 * pane.area.width() + 4 else Trail(x, top, bottom)


def _by_pixel(long: Trail) -> Trail:
    columns = np.nan_to_num(np.floor(long.x)).astype(np.int64)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    with np.errstate(invalid="ignore"):
        return Trail(long.x[starts], np.fmin.reduceat(long.top, starts), np.fmax.reduceat(long.bottom, starts))


def paint_lines(painter: QPainter, pane: Pane, theme: Theme, *, fast: bool) -> None:
    """Paint a pane's lines: bands and raw ones lowest, then what is pale, the first run on top."""
    order = ("band", "raw", "planned", "stale", "solid")
    painter.save()
    painter.setClipRect(pane.area.adjusted(-2, -2 * pane.times, 2, 2 * pane.times))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not fast)
    for line in sorted(reversed(pane.plot.lines), key=lambda line: order.index(line.style)):
        shape = trail(line, pane)
        for piece in _unbroken(shape):
            _paint(painter, piece, line, pane, theme, fast=fast)
    painter.restore()


def line_width(line: Line, pane: Pane) -> float:
    """Give how thick a line is drawn, in pixels."""
    if line.style == "raw":
        return pane.times
    if line.style == "stale":
        return 1.6 * pane.times
    return (2.25 if pane.area.width() >= WIDE_PANE * pane.times else 2.0) * pane.times


def _paint(painter: QPainter, piece: Trail, line: Line, pane: Pane, theme: Theme, *, fast: bool) -> None:
    colour = _colour(line, theme)
    if line.style == "band":
        _fill(painter, piece, colour, pane.area)
        return
    dense = _dense(piece)
    pen = _pen(line, colour, pane)
    for start, stop, filled in _stretches(dense):
        part = Trail(piece.x[start:stop], piece.top[start:stop], piece.bottom[start:stop])
        if filled:
            _band(painter, part, colour, pane, pen, fast=fast)
        else:
            _stroke(painter, _path(part), pen, pane.area, fast=fast)


def _colour(line: Line, theme: Theme) -> QColor:
    colour = QColor(theme.line(line.colour))
    raw = 0.22 if theme.name == "light" else 0.30
    colour.setAlphaF({"solid": 1.0, "planned": 0.28, "stale": 0.45, "raw": raw, "band": 0.12}[line.style])
    return colour


def _pen(line: Line, colour: QColor, pane: Pane) -> QPen:
    width = line_width(line, pane)
    if line.style == "solid" or line.style == "planned":
        pen = marks.line_pen(colour, width, line.colour)
        if line.colour >= marks.DASHED:
            pen.setDashPattern([length * pane.times / width for length in marks.DASHES])
        if line.style == "planned":
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if line.style == "stale":
        pen.setDashPattern([4 * pane.times / width, 3 * pane.times / width])
    return pen


def _unbroken(shape: Trail) -> Iterator[Trail]:
    """Cut a line where it is NaN."""
    there = ~(np.isnan(shape.top) | np.isnan(shape.x))
    if there.all():
        if len(shape.x):
            yield shape
        return
    edges = np.flatnonzero(np.diff(there.astype(np.int8), prepend=0, append=0))
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        yield Trail(shape.x[start:stop], shape.top[start:stop], shape.bottom[start:stop])


def _dense(piece: Trail) -> Mask:
    """Say which columns hold the same values as a neighbour: there the line goes up and down faster than pixels."""
    dense = np.zeros(len(piece.x), dtype=np.bool_)
    if piece.top is piece.bottom or len(piece.x) < DENSE:
        return dense
    shared = np.minimum(piece.bottom[:-1], piece.bottom[1:]) - np.maximum(piece.top[:-1], piece.top[1:]) > 2
    shared &= np.diff(piece.x) <= 2
    dense[:-1] |= shared
    dense[1:] |= shared
    return dense


def _stretches(dense: Mask) -> Iterator[tuple[int, int, bool]]:
    """Cut a line into stretches to stroke and stretches to fill, one point shared at each cut."""
    edges = np.flatnonzero(np.diff(dense.astype(np.int8), prepend=0, append=0))
    done = 0
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        if stop - start >= DENSE:
            if start > done:
                yield done, int(start) + 1, False
            yield int(start), int(stop), True
            done = int(stop) - 1
    if done < len(dense) - 1 or not done:
        yield done, len(dense), False


def _path(part: Trail) -> Floats:
    """Give the points a line is stroked through: one a column, two where it falls off a cliff within the column."""
    points = np.column_stack([part.x, part.mid])
    if part.top is part.bottom:
        return _sparse(points)
    tall = part.bottom - part.top
    before, after = np.concatenate([tall[:1], tall[:-1]]), np.concatenate([tall[1:], tall[-1:]])
    cliff = (tall > 3) & ((before < tall / 3) | (after < tall / 3))
    if not cliff.any():
        return _sparse(points)
    where = np.flatnonzero(cliff)
    previous = part.mid[np.maximum(where - 1, 0)]
    following = part.mid[np.minimum(where + 1, len(tall) - 1)]
    down = np.where(where > 0, previous <= part.mid[where], following >= part.mid[where])
    first = np.where(down, part.top[where], part.bottom[where])
    second = np.where(down, part.bottom[where], part.top[where])
    points[where, 1] = first
    return np.insert(points, where + 1, np.column_stack([part.x[where], second]), axis=0)


def _sparse(points: Floats) -> Floats:
    """Leave out points of a smooth line that no eye would miss: three of four where it hardly bends."""
    if len(points) < 16:
        return points
    step = np.diff(points[:, 0])
    if step.max() > 2 or step.min() <= 0:
        return points
    bend = np.zeros(len(points), dtype=np.bool_)
    bend[1:-1] = np.abs(np.diff(np.diff(points[:, 1]) / step)) > FLAT
    bend[1:] |= bend[:-1].copy()
    bend[:-1] |= bend[1:].copy()
    bend[::4] = True
    bend[-1] = True
    return points[bend]


def _stroke(painter: QPainter, points: Floats, pen: QPen, area: QRectF, *, fast: bool) -> None:
    if len(points) == 1:
        _dot(painter, points, pen)
        return
    travelled = float(np.abs(np.diff(np.clip(points[:, 1], area.top(), area.bottom()))).sum())
    ragged = travelled > RAGGED * area.height()
    if fast:
        pen = QPen(pen.color(), 0)
    painter.setPen(pen)
    size = CHUNK if ragged else len(points)
    for start in range(0, len(points) - 1, size):
        painter.drawPolyline(polygon(points[start : start + size + 1]))


def _dot(painter: QPainter, points: Floats, pen: QPen) -> None:
    """Paint a line of one point, which a pen would not show."""
    radius = max(1.5, pen.widthF() / 2)
    x, y = points[0]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _band(painter: QPainter, part: Trail, colour: QColor, pane: Pane, pen: QPen, *, fast: bool) -> None:
    """Fill what a line sweeps when it goes up and down within each pixel: pale, between its two edges."""
    pale = QColor(colour)
    pale.setAlphaF(colour.alphaF() * 0.4)
    _fill(painter, part, pale, pane.area)
    edge = QPen(colour, 0) if fast else QPen(colour, min(pen.widthF(), 1.25 * pane.times))
    painter.setPen(edge)
    for side in (part.top, part.bottom):
        travelled = float(np.abs(np.diff(np.clip(side, pane.area.top(), pane.area.bottom()))).sum())
        if travelled < RAGGED * pane.area.height():
            painter.drawPolyline(polygon(_sparse(np.column_stack([part.x, side]))))


def _fill(painter: QPainter, part: Trail, colour: QColor, area: QRectF) -> None:
    top = np.clip(part.top, area.top() - 4, area.bottom() + 4)
    bottom = np.clip(part.bottom, area.top() - 4, area.bottom() + 4)
    ragged = float(np.abs(np.diff(top)).sum() + np.abs(np.diff(bottom)).sum()) > 2 * RAGGED * area.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    if ragged:  # seams between chunks show where they are antialiased
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    size = CHUNK if ragged else max(1, len(part.x))
    for start in range(0, max(1, len(part.x) - 1), size):
        cut = slice(start, start + size + 1)
        over = np.column_stack([part.x[cut], top[cut]])
        under = np.column_stack([part.x[cut], bottom[cut]])[::-1]
        painter.drawPolygon(polygon(np.concatenate([over, under])))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def polygon(points: Floats) -> QPolygonF:
    """Give points (n, 2) as a polygon: one copy of memory, no Python object for each point."""
    made = QPolygonF()
    made.resize(len(points))
    if len(points):
        memory = shiboken6.VoidPtr(made.data(), 16 * len(points), True)  # type: ignore[call-overload]  # its stub lacks the address
        np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)[:] = points  # type: ignore[call-overload]  # a buffer
    return made
