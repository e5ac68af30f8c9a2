"""A terrain seen from above: heights, contours, and what lies on them; one in space is `relief`'s."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.ui.figure import Heights
from lrviz.ui.paint.bands import band_colours, banded, drawable, scaled
from lrviz.ui.paint.captions import captions, heights_written, paint_captions, path_dots
from lrviz.ui.paint.contours import in_pixels
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.heatmap import heat_steps
from lrviz.ui.paint.layout import Map, Step
from lrviz.ui.paint.markings import marking_steps, within
from lrviz.ui.paint.polylines import draw
from lrviz.ui.paint.relief import relief_steps
from lrviz.ui.palette import Theme

FINE, FAST = 2000, 400
"""Points a path is drawn through at most, at rest and while something is dragged."""


def terrain_steps(laid: Map, theme: Theme, ground: QColor | None, *, fast: bool) -> Iterator[Step]:
    """Give what a terrain is painted by, in order: a strip of its heights, a contour or a path in each step.

    Where there are no heights is the `ground`, or what is sunken in the theme.
    """
    rect, terrain, times = laid.rect, laid.terrain, laid.times
    if terrain.turned is not None:
        yield from relief_steps(rect, terrain, theme, times, fast=fast, stroke=laid.stroke)
        return
    chart = replace(laid, many=FAST if fast else FINE)
    yield partial(_paint_ground, chart=chart, colour=ground or theme.sunken)
    dots = path_dots(chart)
    if drawable(terrain.heights):
        yield from heat_steps(chart, terrain.heights, theme)
    written = captions(chart, theme, dots)
    if drawable(terrain.heights):
        yield from _contour_steps(chart, terrain.heights, theme, fast=fast)
    for named in heights_written(chart, theme, written, dots):
        yield within(rect, partial(paint_captions, found=[named], theme=theme, times=times))
    yield from marking_steps(chart, theme, written)


def _paint_ground(painter: QPainter, chart: Map, colour: QColor) -> None:
    painter.fillRect(chart.rect, colour)


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
