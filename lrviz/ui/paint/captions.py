"""What is written on a map: names at the ends of paths, the heights of contours, a hint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
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
from lrviz.ui.paint.polylines import in_sight
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


def captions(chart: Map, theme: Theme) -> list[Caption]:
    """Give what is written beside the ends of the paths and their start, where there is room; and the hint."""
    wanted = _wanted(chart, theme)
    sizes = tuple((width(words, "value", chart.times) + 16 * chart.times, HIGH * chart.times) for words, _, _ in wanted)
    places = tuple(at for _, _, at in wanted)
    boxes = _beside(places, sizes, _room(chart), _fixed(chart), _dots(chart), chart.times)
    found = zip(wanted, boxes, strict=True)
    beside_ends = [Caption(words, _rect(box), colour, at) for (words, colour, at), box in found if box is not None]
    note = _note_box(chart)
    return (
        beside_ends
        if note is None
        else [*beside_ends, Caption(chart.terrain.note, note, theme.text3, role="secondary")]
    )


def heights_written(chart: Map, theme: Theme, others: list[Caption]) -> list[Caption]:
    """Give the heights that are written on their contours: as far from paths and other captions as can be."""
    heights = chart.terrain.heights
    if not drawable(heights):
        return []
    taken = tuple(_box(caption.box) for caption in others)
    boxes = _on_contours(heights, (chart.x, chart.y), (*_fixed(chart), *taken), _dots(chart), chart.times)
    return [
        Caption(words, _rect(box), theme.text, share=QUIET)
        for words, box in zip(_named(heights), boxes, strict=True)
        if box is not None
    ]


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
        at = chart.x.pixel(x), chart.y.pixel(y)
        if chart.rect.contains(*at):
            found.append((words, theme.text, at))
    return found


def _fixed(chart: Map) -> tuple[Box, ...]:
    """Give what no label may lie on: the colour scale, the hint, the legend."""
    heights = chart.terrain.heights
    scale = scale_box(chart.rect, heights, chart.times) if drawable(heights) else None
    return tuple(_box(box) for box in (scale, _note_box(chart), legend_box(chart)) if box is not None)


def _note_box(chart: Map) -> QRectF | None:
    if not chart.terrain.note:
        return None
    times, rect = chart.times, chart.rect
    wide = width(chart.terrain.note, "secondary", times) + 16 * times
    return QRectF(rect.left() + metrics.S3 * times, rect.bottom() - (metrics.S2 + HIGH) * times, wide, HIGH * times)


def _named(heights: Heights) -> list[str]:
    return [numbers.short(level, heights.form) for level in heights.named]


def _room(chart: Map) -> Box:
    edge = EDGE * chart.times
    return _box(chart.rect.adjusted(edge, edge, -edge, -edge))


def _dots(chart: Map) -> bytes:
    """Give points (n, 2) all along the paths in sight, in pixels, as memory: the cursor changes nothing about them."""
    found = [
        _spaced(part) for trek in chart.terrain.treks for part in in_sight(chart.pixels(trek.x, trek.y), chart.rect)
    ]
    dots = np.concatenate([*found, np.zeros((0, 2))])
    return np.unique(np.round(dots / EVERY), axis=0).tobytes()


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


@lru_cache(maxsize=16)
def _on_contours(
    heights: Heights, scales: tuple[Scale, Scale], taken: tuple[Box, ...], dots: bytes, times: float
) -> list[Box | None]:
    """Give where the height of each contour that has it written goes, one after the other."""
    x, y = scales
    room = (x.start + EDGE * times, y.end + EDGE * times, x.end - EDGE * times, y.start - EDGE * times)
    placed: list[Box | None] = []
    for level, words in zip(heights.named, _named(heights), strict=True):
        size = width(words, "value", times) + 10 * times, LOW * times
        others = [*taken, *(box for box in placed if box is not None)]
        lines = [_spaced(line) for line in in_pixels(heights, level, x, y)]
        placed.append(along(lines, size, room, taken=others, paths=_points(dots)))
    return placed


def _points(dots: bytes) -> Floats:
    return np.frombuffer(dots).reshape(-1, 2) * EVERY


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
