"""Histograms: grey bars from the floor up, and the remark above them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from lrviz.ui.figure import Bars
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.layout import HINTS, Pane, width
from lrviz.ui.palette import Theme

GAP, ROUND = 1.5, 2.0
"""Pixels between two bars, and of a bar's upper corners."""
LINE = 18
"""Height of a line of the remark."""


def paint_bars(painter: QPainter, pane: Pane, bars: Bars, theme: Theme) -> None:
    """Paint a histogram within its pane."""
    times, area = pane.times, pane.area
    left, top = pane.x.pixels(bars.edges), pane.y.pixels(bars.heights)
    painter.save()
    painter.setRenderHints(HINTS)
    painter.setClipRect(area.adjusted(0, -2, 0, 0), Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(theme.text3, theme.surface, 0.6))
    for start, end, height in zip(left[:-1], left[1:], top, strict=True):
        box = QRectF(start + GAP / 2 * times, height, end - start - GAP * times, area.bottom() - height + ROUND * times)
        if height < area.bottom():
            painter.drawRoundedRect(box, ROUND * times, ROUND * times)
    _paint_remark(painter, pane, bars, theme)
    painter.restore()


def _paint_remark(painter: QPainter, pane: Pane, bars: Bars, theme: Theme) -> None:
    """Write the remark over the lowest stretch of bars that is wide enough for it."""
    if not bars.remark:
        return
    times, area = pane.times, pane.area
    wide = max(width(bars.remark, "value", times), width(bars.detail, "secondary", times)) + 16 * times
    if wide > area.width():
        return
    left, top = pane.x.pixels(bars.edges), pane.y.pixels(bars.heights)
    starts = np.arange(area.left(), area.right() - wide + 1, 4 * times)
    highest = [
        float(top[(left[1:] > start) & (left[:-1] < start + wide)].min(initial=area.bottom())) for start in starts
    ]
    best = int(np.argmax(highest))
    y = area.top() + LINE * times
    if highest[best] < y + (LINE + 4) * times:
        return
    x = float(starts[best]) + 8 * times
    text(painter, x, y, bars.remark, "value", colour=theme.text, times=times)
    text(painter, x, y + LINE * times, bars.detail, "secondary", colour=theme.text2, times=times)
