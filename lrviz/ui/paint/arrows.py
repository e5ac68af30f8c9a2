"""What one step of a run was made of, as arrows over a plane, and the line along which a profile is drawn."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from lrviz.ui import metrics
from lrviz.ui.figure import Arrow, Floats
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.bands import paint_chip
from lrviz.ui.paint.layout import Map, width
from lrviz.ui.paint.polylines import in_sight
from lrviz.ui.paint.treks import casing
from lrviz.ui.palette import Theme
from lrviz.ui.polygon import polygon

KINDS: dict[str, tuple[float, tuple[float, ...]]] = {
    "gradient": (1.6, (5.0, 3.0)),
    "momentum": (1.6, (1.5, 2.5)),
    "update": (2.2, ()),
}
"""Each kind's width and dashes, in pixels."""
HEAD, SHARP = 8.0, math.radians(24)
SAMPLE, LINE = 22.0, 16.0
"""In the legend: the length of an arrow, and the height of a line."""
PROFILE, HANDLE = 1.5, 4.0


def paint_line(painter: QPainter, chart: Map, theme: Theme) -> None:
    """Paint the straight line along which a profile is drawn, with a round handle at each end."""
    if chart.terrain.line is None:
        return
    ends = np.array(chart.terrain.line, dtype=np.float64)
    points = chart.pixels(ends[:, 0], ends[:, 1])
    for colour, wide in ((casing(theme), PROFILE + 2), (theme.text2, PROFILE)):
        painter.setPen(QPen(colour, wide * chart.times, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for part in in_sight(points, chart.rect):
            painter.drawPolyline(polygon(part))
    painter.setPen(QPen(theme.text2, PROFILE * chart.times))
    painter.setBrush(casing(theme))
    for end in chart.terrain.line:
        if (seen := chart.place(*end)) is not None:
            painter.drawEllipse(QPointF(*seen), HANDLE * chart.times, HANDLE * chart.times)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_arrows(painter: QPainter, chart: Map, theme: Theme) -> None:
    """Paint each arrow in its run's colour and its kind's line."""
    for arrow in chart.terrain.arrows:
        start, end = chart.pixels(np.array([arrow.x, arrow.x + arrow.dx]), np.array([arrow.y, arrow.y + arrow.dy]))
        if np.isfinite([start, end]).all():
            ends = np.array([start, end])
            _paint_arrow(painter, chart, arrow.kind, ends, (casing(theme), theme.line(arrow.colour)))


def legend_box(chart: Map) -> QRectF | None:
    """Give where it is said which arrow is which, at the upper left; None where there are none."""
    kinds = _kinds(chart.terrain.arrows)
    if not kinds:
        return None
    times, margin = chart.times, metrics.S3 * chart.times
    wide = max(width(_name(kind), "axis", times) for kind in kinds) + (SAMPLE + 3 * metrics.S2) * times
    high = (len(kinds) * LINE + metrics.S2) * times
    return QRectF(chart.rect.left() + margin, chart.rect.top() + margin, wide, high)


def paint_legend(painter: QPainter, chart: Map, theme: Theme) -> None:
    """Say which arrow is which."""
    box, times = legend_box(chart), chart.times
    if box is None:
        return
    paint_chip(painter, box, theme, times)
    for row, kind in enumerate(_kinds(chart.terrain.arrows)):
        left, y = box.left() + metrics.S2 * times, box.top() + (metrics.S1 + (row + 0.5) * LINE) * times
        sample = np.array([[left, y], [left + SAMPLE * times, y]])
        _paint_arrow(painter, chart, kind, sample, (casing(theme), theme.text2))
        text(painter, left + (SAMPLE + metrics.S2) * times, y, _name(kind), "axis", colour=theme.text2, times=times)


def _kinds(arrows: tuple[Arrow, ...]) -> list[str]:
    there = {arrow.kind for arrow in arrows}
    return [kind for kind in KINDS if kind in there]


def _name(kind: str) -> str:
    match kind:
        case "gradient":
            return QCoreApplication.translate("Figure", "gradient")
        case "momentum":
            return QCoreApplication.translate("Figure", "momentum")
        case _:
            return QCoreApplication.translate("Figure", "update")


def _paint_arrow(painter: QPainter, chart: Map, kind: str, ends: Floats, colours: tuple[QColor, QColor]) -> None:
    """Paint one arrow (2, 2): first what is about it, then itself."""
    length = float(np.hypot(*(ends[1] - ends[0])))
    if length < 1:
        return
    (wide, dashes), times = KINDS[kind], chart.times
    way = (ends[1] - ends[0]) / length
    head = min(HEAD * times, length)
    shaft = in_sight(np.array([ends[0], ends[1] - way * head * 0.8]), chart.rect)
    point = _head(ends[1], way, head) if chart.rect.contains(*ends[1].tolist()) else QPolygonF()
    for colour, more in zip(colours, (2.0, 0.0), strict=True):
        pen = QPen(colour, (wide + more) * times, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if dashes and not more:
            pen.setDashPattern([dash / wide for dash in dashes])
        painter.setPen(pen)
        for part in shaft:
            painter.drawPolyline(polygon(part))
        painter.setPen(QPen(colour, more * times) if more else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(point)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _head(tip: Floats, way: Floats, length: float) -> QPolygonF:
    across = np.array([-way[1], way[0]]) * length * math.tan(SHARP)
    return polygon(np.array([tip, tip - way * length + across, tip - way * length - across]))
