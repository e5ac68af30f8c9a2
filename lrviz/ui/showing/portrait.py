"""A figure of its own in a dialog, painted a slice at a time: the dialog goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.figure import Figure
from lrviz.ui.pages.easel import Easel, Order
from lrviz.ui.paint import Sheet
from lrviz.ui.palette import theme

LEAST = 200
"""Pixels high that it asks for at most, however large text is: a dialog has to fit a screen."""


class Portrait(QWidget):
    """Shows a figure, which is made for its width in a turn of the event loop of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._make: Callable[[int], Figure] | None = None
        self._easel = Easel(self)
        self._easel.finished.connect(self.update)
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._draw)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setRetainSizeWhenHidden(True)  # what is below it stays where it is
        self.setSizePolicy(policy)

    def show_figure(self, make: Callable[[int], Figure], name: str) -> None:
        """Show the figure that `make` gives for a width in pixels; `name` is what a screen reader says."""
        self._make = make
        self.setAccessibleName(name)
        self._due.start()

    @property
    def busy(self) -> bool:
        """Whether the figure isn't on the screen yet."""
        return self._due.isActive() or self._easel.busy

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), min(px(180), LEAST))

    def resizeEvent(self, event: object) -> None:
        self._due.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._due.start()

    def _draw(self) -> None:
        if self._make is not None:
            sheet = Sheet(self._make(self.width()), QRectF(self.rect()), metrics.scale())
            self._easel.paint(Order(sheet, theme(), self.devicePixelRatioF(), moving=False))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, image = QPainter(self), self._easel.image()
        if image.isNull():
            painter.fillRect(self.rect(), theme().surface)
        painter.drawImage(QPointF(), image)
