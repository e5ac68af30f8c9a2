"""A thin bar that shows how far something has come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.palette import theme


class Progress(QProgressBar):
    """From 0 to 1000; a real progress bar underneath."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setValue(self, value: int) -> None:
        self.setUpdatesEnabled(False)  # Qt would paint it, and all that waits with it, before this returns
        super().setValue(value)
        self.setUpdatesEnabled(True)

    def sizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN), px(metrics.S1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        rounded(painter, box, metrics.CHIP / 2, fill=now.sunken)
        done = box.adjusted(0, 0, -box.width() * (1 - self.value() / self.maximum()), 0)
        rounded(painter, done, metrics.CHIP / 2, fill=now.text2)
