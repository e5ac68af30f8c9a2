"""What lies on a terrain, seen from above or in space: paths, start, arrows, and what is written beside them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from lrviz.ui.paint.arrows import paint_arrows, paint_legend, paint_line
from lrviz.ui.paint.bands import drawable, paint_scale
from lrviz.ui.paint.captions import Caption, paint_captions
from lrviz.ui.paint.layout import HINTS, Map, Step
from lrviz.ui.paint.treks import paint_place, paint_places, trek_steps
from lrviz.ui.palette import Theme


def marking_steps(chart: Map, theme: Theme, written: list[Caption]) -> Iterator[Step]:
    """Give what is painted over the heights and contours of a map, in order; `written` are its captions."""
    rect = chart.rect
    yield within(rect, lambda painter: paint_line(painter, chart, theme))
    yield from trek_steps(chart, theme)
    yield within(rect, lambda painter: _paint_start(painter, chart, theme))
    yield within(rect, lambda painter: paint_arrows(painter, chart, theme))
    yield within(rect, lambda painter: paint_captions(painter, written, theme, chart.times))
    yield within(rect, lambda painter: paint_places(painter, chart, theme))
    yield within(rect, lambda painter: _paint_keys(painter, chart, theme))


def within(rect: QRectF, step: Step) -> Step:
    """Give a step that paints inside a rectangle only, with fine edges, and leaves the painter as it was."""

    def paint(painter: QPainter) -> None:
        painter.save()
        painter.setRenderHints(HINTS)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        step(painter)
        painter.restore()

    return paint


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
