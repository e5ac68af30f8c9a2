"""A terrain seen from above: heights, contours, paths, and what is written on them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.ui.figure import Heights, Terrain
from lrviz.ui.paint.arrows import paint_arrows, paint_legend, paint_line
from lrviz.ui.paint.bands import band_colours, banded, drawable, paint_scale, scaled
from lrviz.ui.paint.captions import captions, heights_written, paint_captions, path_dots
from lrviz.ui.paint.contours import in_pixels
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.heatmap import heat_steps
from lrviz.ui.paint.layout import HINTS, Map, Step
from lrviz.ui.paint.polylines import draw
from lrviz.ui.paint.treks import paint_place, paint_places, trek_steps
from lrviz.ui.palette import Theme

FINE, FAST = 2000, 400
"""Points a path is drawn through at most, at rest and while something is dragged."""


def terrain_steps(rect: QRectF, terrain: Terrain, theme: Theme, times: float, *, fast: bool) -> Iterator[Step]:
    """Give what a terrain is painted by, in order: a strip of its heights, a contour or a path in each step."""
    chart = Map(terrain, rect, times, FAST if fast else FINE)
    within = partial(_within, rect)
    yield partial(_paint_ground, chart=chart, theme=theme)
    dots = path_dots(chart)
    if drawable(terrain.heights):
        yield from heat_steps(chart, terrain.heights, theme)
    written = captions(chart, theme, dots)
    if drawable(terrain.heights):
        yield from _contour_steps(chart, terrain.heights, theme, fast=fast)
    for named in heights_written(chart, theme, written, dots):
        yield within(partial(paint_captions, found=[named], theme=theme, times=times))
    yield within(lambda painter: paint_line(painter, chart, theme))
    yield from trek_steps(chart, theme)
    yield within(lambda painter: _paint_start(painter, chart, theme))
    yield within(lambda painter: paint_arrows(painter, chart, theme))
    yield within(lambda painter: paint_captions(painter, written, theme, times))
    yield within(lambda painter: paint_places(painter, chart, theme))
    yield within(lambda painter: _paint_keys(painter, chart, theme))


def _within(rect: QRectF, step: Step) -> Step:
    """Give a step that paints inside a rectangle only, with fine edges, and leaves the painter as it was."""

    def paint(painter: QPainter) -> None:
        painter.save()
        painter.setRenderHints(HINTS)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        step(painter)
        painter.restore()

    return paint


def _paint_ground(painter: QPainter, chart: Map, theme: Theme) -> None:
    painter.fillRect(chart.rect, theme.sunken)


def _contour_steps(chart: Map, heights: Heights, theme: Theme, *, fast: bool) -> Iterator[Step]:
    """Give a step for each contour; those whose height is written are stronger. Opaque lines are drawn much faster."""
    below = band_colours(heights, theme)[banded(heights, scaled(heights, np.array(heights.contours, dtype=np.float64)))]
    for level, ground in zip(heights.contours, below.tolist(), strict=True):
        over = theme.contours[level in heights.named]
        pen = QPen(mixed(over, QColor(*ground), over.alphaF()), chart.times)
        yield partial(_paint_contour, chart=chart, heights=heights, level=level, pen=pen, fast=fast)


def _paint_contour(painter: QPainter, chart: Map, heights: Heights, level: float, pen: QPen, *, fast: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not fast)
    for line in in_pixels(heights, level, chart.x, chart.y):
        draw(painter, pen, line)
    painter.restore()


def _paint_start(painter: QPainter, chart: Map, theme: Theme) -> None:
    if chart.terrain.start is not None:
        at = chart.place(*chart.terrain.start[:2])
        if at is not None:
            paint_place(painter, QPointF(*at), theme.text, theme, chart.times)


def _paint_keys(painter: QPainter, chart: Map, theme: Theme) -> None:
    """Paint what says how to read the map."""
    if drawable(chart.terrain.heights):
        paint_scale(painter, chart.rect, chart.terrain.heights, theme, chart.times)
    paint_legend(painter, chart, theme)
