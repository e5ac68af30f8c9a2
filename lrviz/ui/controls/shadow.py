"""The soft shadow under notices and pop-ups, painted once for each radius and cut into corners and edges."""

from __future__ import annotations

import functools
import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from lrviz.ui.palette import theme

SHADOW = 12
"""How far it reaches out, in pixels."""
_DROP = 3
_BETWEEN = 2


def paint_shadow(painter: QPainter, outer: QRect, radius: float, ratio: float) -> None:
    """Paint the shadow of a card that lies SHADOW inside `outer`; its middle, which the card hides, is left out."""
    strength = 22 if theme().name == "light" else 70
    corner, drawn = _corner(radius), _drawn(radius, ratio, strength)
    end = corner + _BETWEEN
    places = ((0, corner), (corner, _BETWEEN), (end, corner))
    x, y = outer.x(), outer.y()
    wide, high = outer.width() - 2 * corner, outer.height() - 2 * corner
    columns = ((x, corner), (x + corner, wide), (x + corner + wide, corner))
    rows = ((y, corner), (y + corner, high), (y + corner + high, corner))
    for (left, width), (source_x, source_width) in zip(columns, places, strict=True):
        for (top, height), (source_y, source_height) in zip(rows, places, strict=True):
            if (source_x, source_y) != (corner, corner):
                source = QRectF(source_x * ratio, source_y * ratio, source_width * ratio, source_height * ratio)
                painter.drawPixmap(QRectF(left, top, width, height), drawn, source)


def _corner(radius: float) -> int:
    """Give how far a corner of the shadow reaches; between two of them it is the same all along."""
    return math.ceil(radius) + SHADOW + 2 * _DROP


@functools.lru_cache(maxsize=16)
def _drawn(radius: float, ratio: float, strength: int) -> QPixmap:
    side = 2 * _corner(radius) + _BETWEEN
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    layers = SHADOW - _DROP
    for layer in range(layers):  # from far out and faint to near: what is painted over adds up
        inset = float(layer)
        painter.setBrush(QColor(0, 0, 0, round(strength * 2 * (layer + 1) / (layers * (layers + 1)))))
        rect = QRectF(inset, inset + 2 * _DROP, side - 2 * inset, side - 2 * inset - 2 * _DROP)
        painter.drawRoundedRect(rect, radius + SHADOW - inset, radius + SHADOW - inset)
    painter.end()
    return pixmap
