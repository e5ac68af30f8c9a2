"""Pins: where a line begins or ends for a reason, at its very point."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.ui import metrics
from lrviz.ui.figure import Spot
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.layout import Pane, width
from lrviz.ui.palette import Theme

RADIUS, DOT = 4.0, 3.2
BAR = 7.0
"""Half the height of the bar that stands where a line was stopped."""
THICK = 2.0
ROOM, RISE = 8.0, 18.0
"""Pixels from a spot to what is written of it, and up to its middle."""


def paint_spot(painter: QPainter, pane: Pane, spot: Spot, theme: Theme) -> None:
    """Paint a ring where a run leaves another, a dot where it was best, a bar where it was stopped."""
    x, y, times = pane.x.pixel(spot.x), pane.y.pixel(spot.y), pane.times
    area = pane.area
    if not (area.left() - 1 <= x <= area.right() + 1 and area.top() - 1 <= y <= area.bottom() + 1):
        return  # out of sight, or nowhere
    colour = theme.line(spot.colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, THICK * times, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    match spot.kind:
        case "fork":
            painter.setBrush(theme.surface)
            painter.drawEllipse(QPointF(x, y), RADIUS * times, RADIUS * times)
        case "best":
            painter.setPen(QPen(theme.surface, THICK * times))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(x, y), DOT * times, DOT * times)
        case "stop":
            painter.drawLine(QLineF(x, y - BAR * times, x, y + BAR * times))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if spot.text:
        _paint_text(painter, pane, spot, QPointF(x, y), theme)


def _paint_text(painter: QPainter, pane: Pane, spot: Spot, at: QPointF, theme: Theme) -> None:
    """Write what a spot says above it, within its pane, on the ground's colour: lines may go through there."""
    times, wide = pane.times, width(spot.text, "secondary", pane.times)
    left = max(pane.area.left() + ROOM * times, min(at.x() + ROOM * times, pane.area.right() - wide))
    y = max(pane.area.top() + ROOM * times, at.y() - RISE * times)
    ground = QColor(theme.surface)
    ground.setAlphaF(0.92)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    pill = QRectF(left - 4 * times, y - 9 * times, wide + 8 * times, 18 * times)
    painter.drawRoundedRect(pill, metrics.CHIP * times, metrics.CHIP * times)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    text(painter, left, y, spot.text, "secondary", colour=theme.text2, times=times)
