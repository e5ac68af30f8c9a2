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
    strength = 22 if theme().name == "light" else 70
    painter.drawPixmap(outer.topLeft(), _drawn(outer.width(), outer.height(), radius, ratio, strength))


@functools.lru_cache(maxsize=16)
def _drawn(width: int, height: int, radius: float, ratio: float, strength: int) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    layers = SHADOW - _DROP
    for layer in range(layers):  # from far out and faint to near: what is painted over adds up
        inset = float(layer)
        painter.setBrush(QColor(0, 0, 0, round(strength * 2 * (layer + 1) / (layers * (layers + 1)))))
        rect = QRectF(inset, inset + 2 * _DROP, width - 2 * inset, height - 2 * inset - 2 * _DROP)
        painter.drawRoundedRect(rect, radius + SHADOW - inset, radius + SHADOW - inset)
    painter.end()
    return pixmap
