"""A small picture in a control: made beside the drag that changes it, never in its way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

Draw = Callable[[QPainter, QRectF, QColor], None]


class Picture(QObject):
    """Keeps a picture until it is to show something else, which is drawn in a turn of the event loop of its own.

    Meanwhile it stays as it was, or empty; `renewed` is sent once it is another. At once it is drawn in another colour,
    or for another size.
    """

    renewed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._colour = QColor()
        self._shown: object = None
        self._wanted: tuple[object, Draw] | None = None
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._make)

    def paint(self, painter: QPainter, rect: QRectF, shown: object, colour: QColor, draw: Draw) -> None:
        """Paint the picture of `shown`, a value, or the one before; `draw` draws it where it isn't drawn yet."""
        ratio = painter.device().devicePixelRatio()
        size = (rect.size() * ratio).toSize()
        known = not self._pixmap.isNull()
        if (size, colour) != (self._pixmap.size(), self._colour):
            self._pixmap, self._colour = QPixmap(size), colour
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            if known:
                self._draw(shown, draw)
        if shown == self._shown:
            self._wanted = None
        else:
            self._wanted = shown, draw
            self._due.start()
        at = QPointF(round(rect.left() * ratio) / ratio, round(rect.top() * ratio) / ratio)
        painter.drawPixmap(at, self._pixmap)

    def _make(self) -> None:
        if self._wanted is not None:
            self._draw(*self._wanted)
            self.renewed.emit()

    def _draw(self, shown: object, draw: Draw) -> None:
        self._wanted, self._shown = None, shown
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        draw(painter, QRectF(QPointF(), self._pixmap.deviceIndependentSize()), self._colour)
        painter.end()
