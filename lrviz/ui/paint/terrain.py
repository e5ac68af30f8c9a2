"""A terrain seen from above: heights, contours, paths, and what is written on them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lrviz.ui.figure import Terrain
from lrviz.ui.paint.bands import drawable, paint_scale
from lrviz.ui.paint.heatmap import heat_steps
from lrviz.ui.paint.layout import HINTS, Map, Step
from lrviz.ui.palette import Theme


def terrain_steps(rect: QRectF, terrain: Terrain, theme: Theme, times: float, *, fast: bool) -> Iterator[Step]:
    """Give what a terrain is painted by, in order: a strip of its heights, a contour or a path in each step."""
    chart = Map(terrain, rect, times)
    yield partial(_paint_ground, chart=chart, theme=theme)
    heights = terrain.heights
    if drawable(heights):
        yield from heat_steps(chart, heights, theme)
        yield partial(_paint_scale, chart=chart, theme=theme)


def _paint_ground(painter: QPainter, chart: Map, theme: Theme) -> None:
    painter.fillRect(chart.rect, theme.sunken)


def _paint_scale(painter: QPainter, chart: Map, theme: Theme) -> None:
    if chart.terrain.heights is not None:
        painter.save()
        painter.setRenderHints(HINTS)
        paint_scale(painter, chart.rect, chart.terrain.heights, theme, chart.times)
        painter.restore()
