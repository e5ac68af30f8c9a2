"""Icons: our own strokes on a grid of 24, tinted and kept for each colour, size and pixel ratio."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lrviz.files import resource


def icon_pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Give an icon of `size` device-independent pixels, drawn in `colour` for a screen of `ratio`.

    Raises
    ------
    FileNotFoundError
        There is no icon of that name in resources/icons.
    """
    return _drawn(name, colour.name(QColor.NameFormat.HexArgb), size, ratio)


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Paint an icon in the middle of `rect`, as large as its shorter side and on whole device pixels."""
    size = int(min(rect.width(), rect.height()))
    ratio = painter.device().devicePixelRatio()
    left = round((rect.center().x() - size / 2) * ratio) / ratio
    top = round((rect.center().y() - size / 2) * ratio) / ratio
    pixmap = icon_pixmap(name, colour, size, ratio)
    painter.drawPixmap(QRectF(left, top, size, size), pixmap, QRectF(pixmap.rect()))


@functools.lru_cache(maxsize=512)
def _drawn(name: str, argb: str, size: int, ratio: float) -> QPixmap:
    colour = QColor(argb)
    text = _source(name).replace("currentColor", colour.name())
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(text.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@functools.cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
