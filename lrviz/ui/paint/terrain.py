"""A terrain seen from above: heights, contours, and what lies on them; one in space is `relief`'s."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from lrviz.ui.figure import Heights, Terrain
from lrviz.ui.paint.bands import drawable
from lrviz.ui.paint.captions import captions, heights_written, paint_captions
from lrviz.ui.paint.contours import in_pixels
from lrviz.ui.paint.heatmap import heat_steps
from lrviz.ui.paint.layout import Map, Step
from lrviz.ui.paint.markings import marking_steps, within
from lrviz.ui.paint.relief import relief_steps
from lrviz.ui.palette import Theme
from lrviz.ui.polygon import polygon


def terrain_steps(rect: QRectF, terrain: Terrain, theme: Theme, times: float, *, fast: bool) -> Iterator[Step]:
    """Give what a terrain is painted by, in order: a strip of its heights, a contour or a path in each step."""
    if terrain.turned is not None:
        yield from relief_steps(rect, terrain, theme, times, fast=fast)
        return
    chart = Map(terrain, rect, times)
    yield partial(_paint_ground, chart=chart, theme=theme)
    if drawable(terrain.heights):
        yield from heat_steps(chart, terrain.heights, theme)
        yield from _contour_steps(chart, terrain.heights, theme, fast=fast)
    written = captions(chart, theme)
    yield within(rect, lambda painter: paint_captions(painter, heights_written(chart, theme, written), theme, times))
    yield from marking_steps(chart, theme)


def _paint_ground(painter: QPainter, chart: Map, theme: Theme) -> None:
    painter.fillRect(chart.rect, theme.sunken)


def _contour_steps(chart: Map, heights: Heights, theme: Theme, *, fast: bool) -> Iterator[Step]:
    for level in heights.contours:
        yield partial(_paint_contour, chart=chart, heights=heights, level=level, theme=theme, fast=fast)


def _paint_contour(painter: QPainter, chart: Map, heights: Heights, level: float, theme: Theme, *, fast: bool) -> None:
    """Paint one contour; one whose height is written is stronger."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not fast)
    painter.setPen(QPen(theme.contours[level in heights.named], chart.times))
    for line in in_pixels(heights, level, chart.x, chart.y):
        painter.drawPolyline(polygon(line))
    painter.restore()
