"""What stands for a run in its form: its line and mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.marks import paint_swatch
from lrviz.ui.palette import theme


class Swatch(QWidget):
    """The run's line and mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colour(self, colour: int) -> None:
        """Show those of another run colour."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(18), px(metrics.S6))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_swatch(QPainter(self), QRectF(self.rect()), self._colour, theme())
