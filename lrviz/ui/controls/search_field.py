"""A field to search in, with its glass."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme


class SearchField(QLineEdit):
    """A sunken field of 32 with a magnifying glass before its text; on a `raised` ground nothing tells it apart."""

    def __init__(
        self, hint: str, parent: QWidget | None = None, *, ground: Literal["sunken", "raised"] = "sunken"
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setFont(metrics.font("body"))
        self.setFrame(False)
        self.setMaxLength(100)
        self.setTextMargins(px(metrics.S8), 0, px(metrics.S2), 0)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(metrics.BUTTON_HEIGHT))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()  # a file is for the window, not its name for the field
        else:
            super().dragEnterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        rounded(painter, QRectF(self.rect()), metrics.FIELD, fill=getattr(now, self._ground))
        size = px(metrics.ICON)
        paint_icon(painter, QRectF(px(metrics.S2) + 2, (self.height() - size) / 2, size, size), "search", now.text3)
        painter.end()
        super().paintEvent(event)
