"""What no function of x can draw: curves that turn back on themselves, and clouds of points."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from lrviz.ui import marks
from lrviz.ui.figure import Path, Points
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.layout import HINTS, Pane
from lrviz.ui.palette import Theme
from lrviz.ui.polygon import polygon

RADIUS = 2.2
WIDTH = 2.0


def paint_path(painter: QPainter, pane: Pane, path: Path, theme: Theme) -> None:
    """Paint a run's path within its pane, with the run's mark at its middle."""
    points = np.column_stack([pane.x.pixels(path.x), pane.y.pixels(path.y)])
    gaps = np.flatnonzero(np.isnan(points).any(axis=1))
    painter.save()
    painter.setRenderHints(HINTS)
    painter.setClipRect(pane.area, Qt.ClipOperation.IntersectClip)
    pen = QPen(theme.line(path.colour), WIDTH * pane.times * (pane.stroke or 1.0))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    lengths = marks.dashes(path.colour)
    if lengths:
        pen.setDashPattern([length / WIDTH for length in lengths])
    painter.setPen(pen)
    for piece in np.split(points, gaps):
        whole = piece[~np.isnan(piece).any(axis=1)]
        if len(whole) > 1:
            painter.drawPolyline(polygon(whole))
            x, y = whole[len(whole) // 2]
            colour = theme.line(path.colour)
            marks.paint_mark(painter, float(x), float(y), 3.6 * pane.times, path.colour, colour, theme.surface)
            painter.setPen(pen)
    painter.restore()


def paint_points(painter: QPainter, pane: Pane, points: Points, theme: Theme) -> None:
    """Paint a cloud: full dots for the first kind, rings for the second, squares for the third, and so on."""
    x, y = pane.x.pixels(points.x), pane.y.pixels(points.y)
    radius = RADIUS * pane.times
    grey = mixed(theme.text3, theme.surface, 0.7)
    painter.save()
    painter.setRenderHints(HINTS)
    painter.setClipRect(pane.area, Qt.ClipOperation.IntersectClip)
    for across, down, kind in zip(x.tolist(), y.tolist(), points.kind.tolist(), strict=True):
        full = kind % 2 == 0
        painter.setPen(Qt.PenStyle.NoPen if full else QPen(grey, 1.2 * pane.times))
        painter.setBrush(grey if full else Qt.BrushStyle.NoBrush)
        if kind % 4 < 2:
            painter.drawEllipse(QPointF(across, down), radius, radius)
        else:
            painter.drawRect(round(across - radius), round(down - radius), round(2 * radius), round(2 * radius))
    painter.restore()
