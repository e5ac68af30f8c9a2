"""A cursor's place on a line with ticks below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.palette import theme


class Track(QSlider):
    """A slider that goes where it is pressed; the keys that move it are the window's."""

    shown = Signal()
    """It shows another place."""

    def __init__(self, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ticks: Sequence[float] = ()
        self._done = 0.0
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(80)
        self.setFixedHeight(32)

    def show_place(self, value: int, most: int, ticks: Sequence[float], done: float = 0.0) -> None:
        """Show a place from 0 to `most` without saying that someone moved it.

        `ticks` and how much of the line is `done` are shares of its length.
        """
        blocked = self.blockSignals(True)
        self.setRange(0, most)
        self.setValue(value)
        self.blockSignals(blocked)
        self._ticks, self._done = ticks, done
        self.update()
        self.shown.emit()

    def copy(self, other: Track) -> None:
        """Show the place that another one shows, without its ticks."""
        self.show_place(other.value(), other.maximum(), (), other._done)

    def sizeHint(self) -> QSize:
        return QSize(240, 32)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event)

    def _take(self, event: QMouseEvent) -> None:
        share = (event.position().x() - 3) / max(1, self.width() - 6)
        self.setValue(round(min(1.0, max(0.0, share)) * self.maximum()))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, width, middle = 3.0, self.width() - 6.0, self.height() / 2
        painter.setBrush(tokens.sunken)
        painter.drawRoundedRect(QRectF(left, middle - 2, width, 4), 2, 2)
        if self._done:
            painter.setBrush(tokens.strong)
            painter.drawRoundedRect(QRectF(left, middle - 2, width * self._done, 4), 2, 2)
        for share in self._ticks:
            painter.fillRect(QRectF(round(left + share * width), middle + 7, 1, 4), tokens.strong)
        place = left + width * self.value() / max(1, self.maximum())
        painter.setBrush(tokens.text)
        painter.drawRoundedRect(QRectF(place - 2.5, middle - 9, 5, 18), 2, 2)
