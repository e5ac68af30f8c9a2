"""What is written on the plot: names at the ends of the curves, values at the cursor, why a curve stops."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from lrviz.ui import marks, metrics
from lrviz.ui.figure import Reading
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.curves import CROSS
from lrviz.ui.paint.layout import LABEL_GAP, WIDE_PANE, Pane, end_label, label_width, width
from lrviz.ui.paint.trail import Trail
from lrviz.ui.palette import NEUTRAL, Theme

APART, READINGS_APART = 18, 20
LEADER = 3
"""A label moved by more than this has a leader to its line."""
EVERY, EVERY_NARROW = 132, 100
"""Pixels from one mark of a run to its next; in a grid's narrower panes they are closer."""
MARK, CURSOR_MARK = 3.6, 5.0
READING_GAP = 16
"""From the cursor to a value's first digit; its pill begins 10 from the cursor."""
EDGE = 5
"""A text's middle stays this far inside the pane."""


@dataclass(frozen=True)
class Label:
    """A text beside a point: the name in the run's ink, the value after it in grey."""

    x: float
    y: float
    end: float
    name: str
    value: str
    ink: QColor
    wide: float


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Push positions apart to at least `gap`, within [low, high], keeping their order, as little as that takes.

    Where there is no room for the gap they share what there is.

    >>> apart([10, 12, 50], 18, 0, 100)
    [2.0, 20.0, 50.0]
    """
    if len(wanted) > 1:
        gap = min(gap, max(0.0, (high - low) / (len(wanted) - 1)))
    groups: list[tuple[float, int]] = []  # each: mean of what its members want, less the gaps before them; how many
    for rank, position in enumerate(wanted):
        mean, size = float(position) - rank * gap, 1
        while groups and groups[-1][0] > mean:
            above, many = groups.pop()
            mean, size = (above * many + mean * size) / (many + size), many + size
        groups.append((mean, size))
    highest = max(low, high - (len(wanted) - 1) * gap)
    bases = itertools.chain.from_iterable([min(max(mean, low), highest)] * size for mean, size in groups)
    return [base + rank * gap for rank, base in enumerate(bases)]


def paint_marks(painter: QPainter, pane: Pane, shapes: list[Trail], theme: Theme) -> None:
    """Put each run's mark on its curves, staggered so that two runs on one line show as alternating marks.

    Where a run has marks at its seams, or places are pinned down, they stand there and nowhere else.
    """
    if pane.plot.pins:
        return
    seamed = {seams.name for seams in pane.plot.seams if not np.isnan(seams.y).all()}
    shapes = [s for s in shapes if s.line.style in ("solid", "reference") and len(s.x) and s.line.name not in seamed]
    runs = list(dict.fromkeys((shape.line.name, shape.line.colour) for shape in shapes))
    every = (EVERY if pane.area.width() >= WIDE_PANE * pane.times else EVERY_NARROW) * pane.times
    for shape in shapes:
        run = shape.line.name, shape.line.colour
        x = np.arange(pane.area.left() + every * (runs.index(run) + 0.5) / len(runs), pane.area.right(), every)
        x = x[np.abs(x - shape.x[-1]) > (14 if shape.line.cross else 8) * pane.times]
        if pane.plot.cursor is not None and pane.plot.readings:
            x = x[np.abs(x - pane.x.pixel(pane.plot.cursor)) > 12 * pane.times]
        for column, y in zip(x.tolist(), shape.heights(x).tolist(), strict=True):
            if pane.area.top() <= y <= pane.area.bottom():
                _paint_mark(painter, pane, theme, (column, y), (MARK, shape.line.colour))


def _paint_mark(painter: QPainter, pane: Pane, theme: Theme, at: tuple[float, float], mark: tuple[float, int]) -> None:
    """Paint a run's mark (its radius, the run's colour) on a plot, its halo in the colour of the ground there."""
    (x, y), (radius, run) = at, mark
    marks.paint_mark(painter, x, y, radius * pane.times, run, theme.line(run), _ground(pane, theme, x))


def _ground(pane: Pane, theme: Theme, x: float) -> QColor:
    head = pane.plot.head
    return theme.bg if head is not None and x > pane.x.pixel(head) else theme.surface


def paint_cursor(painter: QPainter, pane: Pane, theme: Theme) -> None:
    """Paint the cursor's line."""
    if pane.plot.cursor is not None and pane.x.axis.low <= pane.plot.cursor <= pane.x.axis.high:
        thick = max(1.0, round(pane.times * 0.75))
        x = round(pane.x.pixel(pane.plot.cursor))
        painter.fillRect(QRectF(x, pane.area.top(), thick, pane.area.height()), theme.text2)


def paint_readings(painter: QPainter, pane: Pane, shapes: list[Trail], theme: Theme, *, fast: bool) -> list[QRectF]:
    """Paint the cursor's marks and the values beside it; give where the values stand."""
    plot, times, area = pane.plot, pane.times, pane.area
    if plot.cursor is None or not plot.readings or not pane.x.axis.low <= plot.cursor <= pane.x.axis.high:
        return []
    x = pane.x.pixel(plot.cursor)
    placed = [(reading, pane.y.pixel(reading.value)) for reading in plot.readings]
    placed = [(reading, y) for reading, y in placed if area.top() - 1 <= y <= area.bottom() + 1]
    if not fast:
        for reading, y in reversed(placed):
            if reading.colour != NEUTRAL:
                _paint_mark(painter, pane, theme, (x, y), (CURSOR_MARK, reading.colour))
    placed.sort(key=lambda pair: pair[1])
    wide = max((_reading_width(reading, times) for reading, _ in placed), default=0.0)
    right = x + (READING_GAP + wide) * times <= area.right() or x - area.left() < READING_GAP * times + wide
    falling = [10 * times if _falls(reading, pane, shapes, x, y, right=right) else 0.0 for reading, y in placed]
    wanted = [y - lift for (_, y), lift in zip(placed, falling, strict=True)]
    places = apart(wanted, READINGS_APART * times, area.top() + EDGE * times, area.bottom() - EDGE * times)
    pills = []
    for (reading, _), y in zip(placed, places, strict=True):
        own = _reading_width(reading, times)
        start = x + READING_GAP * times if right else x - READING_GAP * times - own
        pills.append(_pill(painter, QRectF(start, y, own, 0), times, _ground(pane, theme, start)))
        text(painter, start, y, reading.text, "value", colour=theme.ink(reading.colour), times=times)
        if reading.apart:
            start += width(f"{reading.text} ", "value", times)
            text(painter, start, y, reading.apart, "secondary", colour=theme.text2, times=times)
    return pills


def _reading_width(reading: Reading, times: float) -> float:
    """Give how wide a value is with what stands behind it."""
    if not reading.apart:
        return width(reading.text, "value", times)
    return width(f"{reading.text} ", "value", times) + width(reading.apart, "secondary", times)


def paint_remarks(painter: QPainter, pane: Pane, theme: Theme) -> None:
    """Write remarks right of their points, or left; where neither has room, over them on a ground of their own."""
    times, area = pane.times, pane.area
    for remark in pane.plot.remarks:
        x, wide = pane.x.pixel(remark.x), width(remark.text, "secondary", times)
        y = max(area.top() + 8 * times, min(pane.y.pixel(remark.y), area.bottom() - 8 * times))
        start = x + 10 * times
        if start + wide > area.right():
            start = x - 10 * times - wide
        if start < area.left():
            start = max(area.left() + 4 * times, min(x - wide / 2, area.right() - wide))
            _pill(painter, QRectF(start, y, wide, 0), times, theme.surface)
        text(painter, start, y, remark.text, "secondary", colour=theme.text2, times=times)


def _falls(reading: Reading, pane: Pane, shapes: list[Trail], x: float, y: float, *, right: bool) -> bool:
    """Say whether the curve leaves the cursor downwards, on the side its value is written."""
    styles = ("solid", "planned", "reference")
    own = [shape for shape in shapes if shape.line.name == reading.name and shape.line.style in styles]
    reach = (24 if right else -24) * pane.times
    return any(3 * pane.times < shape.height(x + reach) - y < 40 * pane.times for shape in own)


def _pill(painter: QPainter, words: QRectF, times: float, ground: QColor) -> QRectF:
    pill = words.adjusted(-6 * times, -9 * times, 6 * times, 9 * times)
    colour = QColor(ground)
    colour.setAlphaF(0.92)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(pill, metrics.CHIP * times, metrics.CHIP * times)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return pill


def paint_ends(painter: QPainter, pane: Pane, shapes: list[Trail], theme: Theme, taken: list[QRectF]) -> None:
    """Write the names and values at the ends of the curves, and crosses where they end in one."""
    found = [label for shape in shapes if (label := _label(shape, pane, theme)) is not None]
    found.sort(key=lambda label: label.y)
    times, area = pane.times, pane.area
    places = apart([label.y for label in found], APART * times, area.top() + EDGE * times, area.bottom() - EDGE * times)
    for label, y in zip(found, places, strict=True):
        words = QRectF(label.x, y, label.wide, 0)
        inside = label.x < area.right()
        clear = words.adjusted(-6, -8, 6, 8) if inside else words.adjusted(0, -6, 0, 6)
        if any(pill.intersects(clear) for pill in taken):
            continue  # the cursor stands there and says it
        if abs(y - label.y) > LEADER * times:
            _leader(
                painter, QPointF(label.end + 3 * times, label.y), QPointF(label.x - 3 * times, y), theme.strong, times
            )
        if inside:
            _pill(painter, words, times, _ground(pane, theme, label.x))
        text(painter, label.x, y, label.name, "value", colour=label.ink, times=times)
        if label.value:
            start = label.x + width(label.name, "value", times) + (5 * times if label.name else 0)
            text(painter, start, y, label.value, "secondary", colour=theme.text2, times=times)
    _paint_crosses(painter, pane, shapes, theme)


def _label(shape: Trail, pane: Pane, theme: Theme) -> Label | None:
    line = shape.line
    name, value = end_label(line, pane.times)
    if line.cross or line.style in ("raw", "had", "band", "behind") or not (name or value):
        return None
    end = _end(shape, pane)
    if end is None:
        return None
    x, y = end
    wide = label_width(name, value, pane.times)
    start = min(x + LABEL_GAP * pane.times, pane.cell.right() - wide - 4 * pane.times)
    ink = theme.text3 if line.style == "stale" else theme.ink(line.colour)
    height = max(pane.area.top(), min(y, pane.area.bottom()))
    return Label(start, height, x, name, value, ink, wide)


def _end(shape: Trail, pane: Pane) -> tuple[float, float] | None:
    """Give the last point of a curve in sight; None when none is."""
    there = np.flatnonzero(~np.isnan(shape.top) & (shape.x <= pane.area.right() + 0.5))
    if not len(there):
        return None
    last = int(there[-1])
    if last + 1 < len(shape.x) and shape.x[last] < pane.area.right() - 0.5:  # it goes on beyond the edge
        y = shape.height(pane.area.right())
        if y == y:  # noqa: PLR0124 - not NaN
            return pane.area.right(), y
    x = float(shape.x[last])
    return (x, float(shape.mid[last])) if x >= pane.area.left() - 0.5 else None


def _paint_crosses(painter: QPainter, pane: Pane, shapes: list[Trail], theme: Theme) -> None:
    """Draw a cross where a curve ends before its time, and say why."""
    times, area = pane.times, pane.area
    ended = [(shape.line, _stop(shape, pane)) for shape in shapes if shape.line.cross]
    crosses = sorted(((line, stop) for line, stop in ended if stop is not None), key=lambda pair: pair[1][1])
    places = apart(
        [stop[1] for _, stop in crosses], APART * times, area.top() + CROSS * times, area.bottom() - CROSS * times
    )
    for (line, (x, y)), label_y in zip(crosses, places, strict=True):
        pen = QPen(theme.line(line.colour), 2.25 * times, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        arm = 4.5 * times
        painter.drawLine(QPointF(x - arm, y - arm), QPointF(x + arm, y + arm))
        painter.drawLine(QPointF(x - arm, y + arm), QPointF(x + arm, y - arm))
        said = f"{line.name} {line.cross}" if line.named else line.cross
        wide = max(width(said, "value", times), width(line.why, "secondary", times))
        start = x + 12 * times if x + 12 * times + wide < pane.cell.right() else x - 12 * times - wide
        _pill(painter, QRectF(start, label_y, wide, 0), times, _ground(pane, theme, start))
        text(painter, start, label_y, said, "value", colour=theme.error, times=times)
        if line.why:
            text(painter, start, label_y + 16 * times, line.why, "secondary", colour=theme.text2, times=times)


def _stop(shape: Trail, pane: Pane) -> tuple[float, float] | None:
    """Give where a curve that ends in a cross leaves the pane, or stops inside it."""
    there = np.flatnonzero(~np.isnan(shape.top))
    if not len(there):
        return None
    outside = there[(shape.mid[there] < pane.area.top()) | (shape.mid[there] > pane.area.bottom())]
    last = int(there[-1])
    if len(outside) and outside[-1] == last:
        run = last  # the first of the points that stay outside until the end
        while run > 0 and run - 1 in outside:
            run -= 1
        if run > 0 and not np.isnan(shape.mid[run - 1]):
            edge = pane.area.top() if shape.mid[run] < pane.area.top() else pane.area.bottom()
            share = (edge - shape.mid[run - 1]) / (shape.mid[run] - shape.mid[run - 1])
            x = float(shape.x[run - 1] + share * (shape.x[run] - shape.x[run - 1]))
        else:
            x = float(shape.x[run])
    else:
        x = float(shape.x[last])
    y = max(pane.area.top() + CROSS * pane.times, min(float(shape.mid[last]), pane.area.bottom() - CROSS * pane.times))
    return (x, y) if pane.area.left() - 1 <= x <= pane.area.right() + 1 else None


def _leader(painter: QPainter, start: QPointF, end: QPointF, colour: QColor, times: float) -> None:
    path = QPainterPath(start)
    bend = (start.x() + end.x()) / 2
    path.cubicTo(QPointF(bend, start.y()), QPointF(bend, end.y()), end)
    painter.setPen(QPen(colour, times))
    painter.drawPath(path)
