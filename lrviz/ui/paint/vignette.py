"""A figure in little, for a card: its lines or its terrain alone, with each run's mark at the end and no word."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lrviz.ui import marks, metrics
from lrviz.ui.figure import Axis, Figure, Plot
from lrviz.ui.paint.bands import drawable
from lrviz.ui.paint.bars import paint_bars
from lrviz.ui.paint.curves import paint_line, upwards
from lrviz.ui.paint.heatmap import heat_steps
from lrviz.ui.paint.layout import Map, Pane
from lrviz.ui.paint.paths import paint_path, paint_points
from lrviz.ui.paint.trail import Trail, trails
from lrviz.ui.paint.treks import paint_places, trek_steps
from lrviz.ui.palette import Theme

MARK = 4.5
SHOWN = ("solid", "planned", "stale", "ceiling")
ROOM = 0.06
"""Of the height of y that is left free above and below what is drawn."""


def paint_vignette(painter: QPainter, rect: QRectF, figure: Figure, theme: Theme, title: str = "") -> None:
    """Paint the terrain of a figure into a rectangle, or its plot of that title, or its first."""
    painter.fillRect(rect, theme.bg)
    if figure.terrain is not None:
        _paint_map(painter, Map(figure.terrain, rect, 1.0), theme)
    elif figure.plots:
        _paint_plot(painter, rect, next((one for one in figure.plots if one.title == title), figure.plots[0]), theme)


def _paint_plot(painter: QPainter, rect: QRectF, plot: Plot, theme: Theme) -> None:
    side = metrics.S4
    bare = replace(plot, cursor=None, readings=(), head=None, y=_in_sight(plot))
    pane = Pane(bare, rect, rect.adjusted(side, side, -side, -side), lowest=False, times=1.0, numbers="axis")
    if plot.bars is not None:
        paint_bars(painter, pane=pane, bars=replace(plot.bars, remark="", detail=""), theme=theme)
    if plot.points is not None:
        paint_points(painter, pane=pane, points=plot.points, theme=theme)
    for path in reversed(plot.paths):
        paint_path(painter, pane=pane, path=path, theme=theme)
    shapes = [shape for shape in trails(pane) if shape.line.style in SHOWN]
    for shape in upwards(shapes):
        paint_line(painter, pane=pane, shape=shape, theme=theme, fast=False)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in reversed(shapes):
        if shape.line.style == "solid":
            _paint_end(painter, pane, shape, theme)


def _paint_end(painter: QPainter, pane: Pane, shape: Trail, theme: Theme) -> None:
    """Put a run's mark where its line ends."""
    there = np.flatnonzero(np.isfinite(shape.line.low))
    if not len(there):
        return
    x, y = pane.x.pixel(float(shape.line.x[there[-1]])), pane.y.pixel(float(shape.line.low[there[-1]]))
    y = min(max(y, pane.area.top()), pane.area.bottom())
    marks.paint_mark(painter, x, y, MARK, shape.line.colour, theme.line(shape.line.colour), theme.bg)


def _in_sight(plot: Plot) -> Axis:
    """Give the stretch of y that the lines take, as narrow as it is: no number stands beside it."""
    values = [side for line in plot.lines if line.style == "solid" for side in (line.low, line.high)]
    finite = np.concatenate(values) if values else np.empty(0)
    finite = finite[np.isfinite(finite) & ((finite > 0) if plot.y.log else True)]
    if not len(finite) or finite.max() <= finite.min():
        return plot.y
    low, high = max(float(finite.min()), plot.y.low), min(float(finite.max()), plot.y.high)
    if plot.y.log or high <= low:
        return plot.y
    return replace(plot.y, low=low - ROOM * (high - low), high=high + ROOM * (high - low))


def _paint_map(painter: QPainter, chart: Map, theme: Theme) -> None:
    """Paint the heights of a terrain and the paths over them."""
    heights = chart.terrain.heights
    if drawable(heights):
        for step in heat_steps(chart, heights, theme):
            step(painter)
    painter.save()
    painter.setClipRect(chart.rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in trek_steps(chart, theme):
        step(painter)
    paint_places(painter, chart, theme)
    painter.restore()
