"""A box with a tint of its own, for what stands out in a lesson: something to do, a caveat, an error."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.palette import theme

Tint = Literal["info", "best", "warning", "error"]


class Tinted(QFrame):
    """Holds widgets below each other."""

    def __init__(self, tint: Tint, parent: QWidget) -> None:
        super().__init__(parent)
        self._tint = tint
        self.column = QVBoxLayout(self)
        side = px(metrics.S3)
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(px(metrics.S2))

    def set_tint(self, tint: Tint) -> None:
        """Take another tint."""
        self._tint = tint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill = getattr(theme(), f"{self._tint}_tint")
        rounded(QPainter(self), QRectF(self.rect()), metrics.CARD, fill=fill, border=theme().border)
