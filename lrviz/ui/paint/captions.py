"""What is written on a map: names at the ends of paths, the heights of contours, a hint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.ui import metrics, numbers
from lrviz.ui.figure import Floats, Heights
from lrviz.ui.paint.arrows import legend_box
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.bands import drawable, paint_chip, scale_box
from lrviz.ui.paint.contours import in_pixels
from lrviz.ui.paint.layout import LONGEST_NAME, Map, elided, width
from lrviz.ui.paint.placing import GAP, Box, along, beside
from lrviz.ui.paint.polylines import kept, unbroken
from lrviz.ui.paint.scale import Scale
from lrviz.ui.paint.treks import end
from lrviz.ui.palette import Theme

HIGH, LOW = 22.0, 18.0
"""Heights of a chip with a name, and of one on a contour."""
QUIET = 0.75
"""Of the usual share of a chip that of one on a contour."""
EDGE = 6.0
"""Pixels between a chip and the edge of its map."""
EVERY = 10.0
"""Pixels from one point of a line to the next that labels look at."""
ROW = 1 << 20
"""More than there are such points from the top of any picture to its bottom."""
MOVED = 14.0
"""A label that is farther from its place than usual by more than this has a leader to it."""


@dataclass(frozen=True)
class Caption:
    """Words on a chip, which covers a `share` of the map; `at` is the place in pixels they belong to, if any."""

    words: str
    box: QRectF
    colour: QColor
    at: tuple[float, float] | None = None
    role: metrics.Role = "value"
    share: float = 1.0


def captions(chart: Map, theme: Theme, dots: bytes) -> list[Caption]:
    """Give what is written beside the ends of the paths and their start, where there is room; and the hint."""
    wanted = _wanted(chart, theme)
    sizes = tuple((width(words, "value", chart.times) + 16 * chart.times, HIGH * chart.times) for words, _, _ in wanted)
    places = tuple(at for _, _, at in wanted)
    boxes = _beside(places, sizes, _room(chart), _fixed(chart), dots, chart.times)
    found = zip(wanted, boxes, strict=True)
    beside_ends = [Caption(words, _rect(box), colour, at) for (words, colour, at), box in found if box is not None]
    note = note_box(chart)
    return beside_ends if note is None else [*beside_ends, Caption(_note(chart), note, theme.text3, role="secondary")]


def heights_written(chart: Map, theme: Theme, others: list[Caption], dots: bytes) -> Iterator[Caption]:
    """Give the heights that are written on their contours: as far from paths and other captions as can be."""
    heights = chart.terrain.heights
    if not drawable(heights):
        return
    taken = (*_fixed(chart), *(_box(caption.box) for caption in others))
    for level, words in zip(heights.named, numbers.apart(heights.named, heights.form), strict=True):
        size = width(words, "value", chart.times) + 10 * chart.times, LOW * chart.times
        box = _along(heights, level, (chart.x, chart.y), _room(chart), size, taken, dots)
        if box is not None:
            taken = (*taken, box)
            yield Caption(words, _rect(box), theme.text, share=QUIET)


def paint_captions(painter: QPainter, found: list[Caption], theme: Theme, times: float) -> None:
    """Paint captions, with a leader to the places of those that had to move."""
    for caption in found:
        _paint_leader(painter, caption, times)
    for caption in found:
        middle = caption.box.center()
        paint_chip(painter, caption.box, theme, times, share=caption.share)
        start = middle.x() - width(caption.words, caption.role, times) / 2
        text(painter, start, middle.y(), caption.words, caption.role, colour=caption.colour, times=times)


def _wanted(chart: Map, theme: Theme) -> list[tuple[str, QColor, tuple[float, float]]]:
    """Give the words beside ends and start, their colour, and the place in pixels each belongs to."""
    found = []
    for trek in chart.terrain.treks:
        name = elided(trek.name, "value", chart.times, LONGEST_NAME * chart.times)
        words, at = f"{name} {trek.end}".strip(), end(chart, trek)
        if words and at is not None:
            found.append((words, theme.text3 if trek.stale else theme.ink(trek.colour), at))
    if chart.terrain.start is not None and chart.terrain.start[2]:
        x, y, words = chart.terrain.start
        at = chart.place(x, y)
        if at is not None:
            found.append((words, theme.text, at))
    return found


def _fixed(chart: Map) -> tuple[Box, ...]:
    """Give what no label may lie on: the colour scale, the hint, the legend, the controls at the upper right."""
    heights, (wide, high), rect = chart.terrain.heights, chart.terrain.aside, chart.rect
    scale = scale_box(rect, heights, chart.times) if drawable(heights) else None
    aside = QRectF(rect.right() - wide, rect.top(), wide, high) if wide else None
    return tuple(_box(box) for box in (scale, note_box(chart), legend_box(chart), aside) if box is not None)


def _note(chart: Map) -> str:
    """Give the hint, cut to what is left of the row of the colour scale."""
    heights, times = chart.terrain.heights, chart.times
    right = scale_box(chart.rect, heights, times).left() if drawable(heights) else chart.rect.right()
    room = right - chart.rect.left() - chart.terrain.indent - (2 * metrics.S3 + metrics.S4) * times
    return elided(chart.terrain.note, "secondary", times, room) if room > 0 else ""


def note_box(chart: Map) -> QRectF | None:
    """Give where the hint stands, at the lower left; None where there is none."""
    times, rect, words = chart.times, chart.rect, _note(chart)
    if not words:
        return None
    wide = width(words, "secondary", times) + 16 * times
    left = rect.left() + chart.terrain.indent + metrics.S3 * times
    return QRectF(left, rect.bottom() - (metrics.S2 + HIGH) * times, wide, HIGH * times)


def _room(chart: Map) -> Box:
    edge = EDGE * chart.times
    return _box(chart.rect.adjusted(edge, edge, -edge, -edge))


def path_dots(chart: Map) -> bytes:
    """Give points all along the paths in sight, as a key: the cursor changes nothing about them."""
    pieces = [piece for trek in chart.terrain.treks for piece in unbroken(chart.pixels(trek.x, trek.y))]
    points = np.concatenate([*(_spaced(piece[kept(piece, EVERY)]) for piece in pieces), np.zeros((0, 2))])
    cells = np.rint(points[_inside(points, chart.rect)] / EVERY).astype(np.int64)
    return np.unique(cells[:, 0] * ROW + cells[:, 1]).tobytes()


def _inside(points: Floats, rect: QRectF) -> NDArray[np.bool_]:
    x, y = points.T
    across = (x >= rect.left()) & (x <= rect.right())
    return np.asarray(across & (y >= rect.top()) & (y <= rect.bottom()))


def _spaced(line: Floats) -> Floats:
    """Give points along a line, at even distances."""
    gone = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.linspace(0, gone[-1], 1 + int(gone[-1] / EVERY))
    return np.column_stack([np.interp(at, gone, side) for side in line.T])


@lru_cache(maxsize=16)
def _beside(  # noqa: PLR0917 - what `beside` takes, as values that can be looked up
    places: tuple[tuple[float, float], ...],
    sizes: tuple[tuple[float, float], ...],
    room: Box,
    taken: tuple[Box, ...],
    dots: bytes,
    times: float,
) -> list[Box | None]:
    around = tuple((x - GAP / 2, y - GAP / 2, x + GAP / 2, y + GAP / 2) for x, y in places)
    points = np.array(places, dtype=np.float64).reshape(-1, 2)
    return beside(points, sizes, room, taken=(*taken, *around), paths=_points(dots), times=times)


@lru_cache(maxsize=64)
def _along(  # noqa: PLR0917 - what `along` takes, as values that can be looked up
    heights: Heights,
    level: float,
    scales: tuple[Scale, Scale],
    room: Box,
    size: tuple[float, float],
    taken: tuple[Box, ...],
    dots: bytes,
) -> Box | None:
    lines = [_spaced(line) for line in in_pixels(heights, level, *scales)]
    return along(lines, size, room, taken=taken, paths=_points(dots))


def _points(dots: bytes) -> Floats:
    return np.column_stack(np.divmod(np.frombuffer(dots, np.int64), ROW)) * EVERY


def _paint_leader(painter: QPainter, caption: Caption, times: float) -> None:
    if caption.at is None:
        return
    (x, y), box = caption.at, caption.box
    near = QPointF(max(box.left(), min(x, box.right())), max(box.top(), min(y, box.bottom())))
    if np.hypot(near.x() - x, near.y() - y) > (GAP + MOVED) * times:
        painter.setPen(QPen(caption.colour, times))
        painter.drawLine(QPointF(x, y), near)


def _box(rect: QRectF) -> Box:
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def _rect(box: Box) -> QRectF:
    return QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]))
