"""The soft shadow under notices and pop-ups, painted once for each size."""

from __future__ import annotations

import functools

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from lrviz.ui.palette import theme

SHADOW = 12
"""How far it reaches out, in pixels."""
_DROP = 3


def paint_shadow(painter: QPainter, outer: QRect, radius: float, ratio: float) -> None:
    """Paint the shadow of a card that lies SHADOW inside `outer`."""
    strength = 3.2 if theme().name == "light" else 9.0
    painter.drawPixmap(outer.topLeft(), _drawn(outer.width(), outer.height(), radius, ratio, strength))


@functools.lru_cache(maxsize=16)
def _drawn(width: int, height: int, radius: float, ratio: float, strength: float) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for reach in range(1, SHADOW):
        inset = float(reach)
        rect = QRectF(inset, inset, width - 2 * inset, height - 2 * inset).translated(0, _DROP)
        painter.setBrush(QColor(0, 0, 0, round(strength)))
        painter.drawRoundedRect(rect, radius + SHADOW - reach, radius + SHADOW - reach)
    painter.end()
    return pixmap
