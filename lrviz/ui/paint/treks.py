"""The runs' paths over a plane: as far as the cursor in full, pale after it, with rings for what the plane hides."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from lrviz.ui import marks, metrics
from lrviz.ui.figure import Floats, Trek
from lrviz.ui.paint.bands import band_colours, banded, drawable, scaled
from lrviz.ui.paint.layout import HINTS, Map, Step
from lrviz.ui.paint.polylines import draw, in_sight, kept
from lrviz.ui.paint.scale import FAR
from lrviz.ui.palette import Theme

AFTER = 0.38
"""Share of a path's colour after the cursor."""
STALE, STALE_WIDTH, STALE_DASHES = 0.7, 1.6, (4.0, 3.0)
RING_WIDTH, RING_DASHES, RING_TINT = 1.2, (5.0, 3.0), 0.08
SMALLEST_RING = 3.0
"""Pixels a run must be off the plane for a ring to be drawn; it is about its mark else."""
CLOUD = 0.6
SHADED = 4.0
"""Pixels from one point to the next at which a path's colour may change."""
BEYOND = 6.0
"""Pixels a path is followed beyond the edge of its map."""

Part = Callable[[QPainter, Map, Trek, Theme], None]


def trek_steps(chart: Map, theme: Theme) -> Iterator[Step]:
    """Give the steps that paint a map's paths, the first on top: what is pale and the rings lie under all the lines."""
    lying = chart.terrain.treks[::-1]
    for trek in lying:
        yield partial(_painted, what=_paint_after, chart=chart, trek=trek, theme=theme)
    for trek in lying:
        if chart.terrain.rings and not trek.stale:
            yield partial(_painted, what=_paint_ring, chart=chart, trek=trek, theme=theme)
    for trek in lying:
        yield partial(_painted, what=_paint_casing, chart=chart, trek=trek, theme=theme)
        yield partial(_painted, what=_paint_before, chart=chart, trek=trek, theme=theme)
    for trek in lying:
        yield partial(_painted, what=_paint_end, chart=chart, trek=trek, theme=theme)
        yield partial(_painted, what=_paint_fork, chart=chart, trek=trek, theme=theme)


def paint_places(painter: QPainter, chart: Map, theme: Theme) -> None:
    """Paint the runs' marks at the cursor, and where their other seeds are."""
    lying = chart.terrain.treks[::-1]
    for trek in lying:
        pale, radius = _pale(theme.line(trek.colour), CLOUD), metrics.SEED_PLACE * chart.times
        for place in trek.cloud.tolist() if trek.cloud is not None else ():
            if (seen := chart.place(*place)) is not None:
                marks.paint_mark(painter, *seen, radius, trek.colour, pale)
    for trek in lying:
        colour, radius = theme.text3 if trek.stale else theme.line(trek.colour), metrics.CURSOR_PLACE * chart.times
        for place in _cursor(trek):
            if (seen := chart.place(*place)) is not None:
                marks.paint_mark(painter, *seen, radius, trek.colour, colour, casing(theme))


def paint_place(painter: QPainter, at: QPointF, colour: QColor, theme: Theme, times: float) -> None:
    """Paint where a path starts or ends: an open circle."""
    radius = metrics.PLACE * times
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(casing(theme))
    painter.drawEllipse(at, radius + 1.5 * times, radius + 1.5 * times)
    painter.setPen(QPen(colour, metrics.PATH * times))
    painter.drawEllipse(at, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def end(chart: Map, trek: Trek) -> tuple[float, float] | None:
    """Give the pixel where a path ends; None where that is out of sight, or nowhere."""
    known = np.flatnonzero(np.isfinite(trek.x) & np.isfinite(trek.y))
    return chart.place(float(trek.x[known[-1]]), float(trek.y[known[-1]])) if len(known) else None


def casing(theme: Theme) -> QColor:
    """Give the colour about paths and marks, which keeps them apart from what they lie on."""
    return QColor(theme.chip.rgb())


def _paint_after(painter: QPainter, chart: Map, trek: Trek, theme: Theme) -> None:
    """Paint what comes after the cursor; of a path that has no place there, all of it."""
    start = _reached(trek) or 0
    colour = _pale(theme.text2 if trek.stale else theme.line(trek.colour), AFTER)
    _draw(painter, chart, _pen(trek, colour, chart.times * chart.stroke), chart.pixels(trek.x[start:], trek.y[start:]))


def _paint_casing(painter: QPainter, chart: Map, trek: Trek, theme: Theme) -> None:
    """Paint what lies about the path as far as the cursor; about a shaded one the run's colour."""
    if _shaded(chart, trek):
        pen = _round(theme.line(trek.colour), (metrics.CASING + 2) * chart.times * chart.stroke)
        _draw(painter, chart, pen, _walked(chart, trek)[0])
    elif not trek.stale:
        _draw(
            painter, chart, _round(casing(theme), metrics.CASING * chart.times * chart.stroke), _walked(chart, trek)[0]
        )


def _paint_before(painter: QPainter, chart: Map, trek: Trek, theme: Theme) -> None:
    """Paint the path as far as the cursor."""
    points, z = _walked(chart, trek)
    if _shaded(chart, trek):
        _draw_shaded(painter, chart, points, z, theme)
        return
    colour = _pale(theme.text2, STALE) if trek.stale else theme.line(trek.colour)
    _draw(painter, chart, _pen(trek, colour, chart.times * chart.stroke), points)


def _draw_shaded(painter: QPainter, chart: Map, points: Floats, z: Floats, theme: Theme) -> None:
    """Fill a line with the colours of what is true along it, a stretch of one band at a time."""
    heights = chart.terrain.heights
    if not drawable(heights) or not len(z):
        return
    colours = band_colours(heights, theme)
    bands = np.where(np.isfinite(z), banded(heights, scaled(heights, z)), -1)
    for start, stop in pairwise([0, *(np.flatnonzero(np.diff(bands)) + 1).tolist(), len(bands)]):
        colour = QColor(*colours[bands[start]].tolist()) if bands[start] >= 0 else casing(theme)
        _draw(painter, chart, _round(colour, metrics.CASING * chart.times * chart.stroke), points[start : stop + 1])


def _shaded(chart: Map, trek: Trek) -> bool:
    return trek.shaded and not trek.stale and drawable(chart.terrain.heights)


def _walked(chart: Map, trek: Trek) -> tuple[Floats, Floats]:
    """Give the path as far as the cursor in pixels (n, 2), and what is true along it; a shaded one in few steps."""
    reached = _reached(trek)
    many = 0 if reached is None else reached + 1
    points, z = chart.pixels(trek.x[:many], trek.y[:many]), trek.z[:many]
    if not many or not _shaded(chart, trek):
        return points, z
    few = kept(points, SHADED, chart.many // 4)
    return points[few], z[few]


def _paint_ring(painter: QPainter, chart: Map, trek: Trek, theme: Theme) -> None:
    """Paint how far a run is from the plane: a ring of that radius, in the plane's units, about its mark.

    One that is wider than the picture isn't filled: it would tint all the heights.
    """
    radii = ring(chart, trek)
    if radii is None:
        return
    ((x, y),) = ((chart.x.pixel(x), chart.y.pixel(y)) for x, y in _cursor(trek))
    colour = theme.line(trek.colour)
    box = QRectF(x - radii[0], y - radii[1], 2 * radii[0], 2 * radii[1])
    disc = QPainterPath()
    disc.addEllipse(box)
    if box.width() <= chart.rect.width() and box.height() <= chart.rect.height():
        tint = _pale(colour, RING_TINT)
        painter.fillPath(disc if chart.rect.contains(box) else disc.intersected(_outline(chart)), tint)
    pen = QPen(colour, RING_WIDTH * chart.times)
    pen.setDashPattern([length / RING_WIDTH for length in RING_DASHES])
    angles = np.linspace(0, 2 * math.pi, int(min(720, 24 + 2 * max(radii))))
    _draw(painter, chart, pen, np.column_stack([x + radii[0] * np.cos(angles), y - radii[1] * np.sin(angles)]))


def ring(chart: Map, trek: Trek) -> tuple[float, float] | None:
    """Give the radii, across and up, of the ring about a run in pixels; None where it has none."""
    if not _cursor(trek) or not math.isfinite(trek.off):
        return None
    radii = abs(trek.off * chart.x.length), abs(trek.off * chart.y.length)
    return radii if SMALLEST_RING * chart.times < min(radii) and max(radii) < FAR else None


def _outline(chart: Map) -> QPainterPath:
    path = QPainterPath()
    path.addRect(chart.rect)
    return path


def _paint_end(painter: QPainter, chart: Map, trek: Trek, theme: Theme) -> None:
    place = end(chart, trek)
    if place is not None:
        colour = theme.text3 if trek.stale else theme.line(trek.colour)
        paint_place(painter, QPointF(*place), colour, theme, chart.times)


def _paint_fork(painter: QPainter, chart: Map, trek: Trek, theme: Theme) -> None:
    """Paint where a path leaves another one."""
    place = chart.place(float(trek.x[0]), float(trek.y[0])) if trek.forked and len(trek.x) else None
    if place is not None:
        paint_place(painter, QPointF(*place), theme.line(trek.colour), theme, chart.times)


def _reached(trek: Trek) -> int | None:
    """Give the index of the last place that was reached at the cursor."""
    return None if trek.at is None or not len(trek.x) else max(0, min(trek.at, len(trek.x) - 1))


def _cursor(trek: Trek) -> list[tuple[float, float]]:
    """Give where a run is at the cursor; nothing where it is nowhere."""
    reached = _reached(trek)
    if reached is None:
        return []
    x, y = float(trek.x[reached]), float(trek.y[reached])
    return [(x, y)] if math.isfinite(x) and math.isfinite(y) else []


def _pen(trek: Trek, colour: QColor, times: float) -> QPen:
    if not trek.stale:
        return marks.line_pen(colour, metrics.PATH * times, trek.colour)
    pen = QPen(colour, STALE_WIDTH * times)
    pen.setDashPattern([length / STALE_WIDTH for length in STALE_DASHES])
    return pen


def _round(colour: QColor, wide: float) -> QPen:
    return QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _pale(colour: QColor, share: float) -> QColor:
    pale = QColor(colour)
    pale.setAlphaF(share)
    return pale


def _draw(painter: QPainter, chart: Map, pen: QPen, points: Floats) -> None:
    for part in in_sight(points, chart.rect, BEYOND, chart.many):
        draw(painter, pen, part)


def _painted(painter: QPainter, *, what: Part, chart: Map, trek: Trek, theme: Theme) -> None:
    painter.save()
    painter.setRenderHints(HINTS)
    painter.setClipRect(chart.rect, Qt.ClipOperation.IntersectClip)
    what(painter, chart, trek, theme)
    painter.restore()
