"""The line under a field that says what is wrong with its entry."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme

_LINE = 18
_ICON = 14


class ErrorLine(QLabel):
    """A sentence with its icon, 18 px a line; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(metrics.font("secondary"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence and have it read aloud; "" hides the line."""
        if text == self.text():
            return
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def sizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN), self.heightForWidth(max(1, self.width())))

    def heightForWidth(self, width: int) -> int:
        room = max(1, width - self._indent())
        flags = int(Qt.TextFlag.TextWordWrap)
        height = self.fontMetrics().boundingRect(0, 0, room, 10_000, flags, self.text()).height()
        lines = max(1, round(height / self.fontMetrics().lineSpacing()))
        return lines * max(px(_LINE), self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), theme().error
        first = max(px(_LINE), self.fontMetrics().lineSpacing())
        paint_icon(painter, QRectF(0, (first - px(_ICON)) / 2, px(_ICON), px(_ICON)), "circle-alert", ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        rect = QRectF(self.rect()).adjusted(self._indent(), 0, 0, 0)
        painter.drawText(rect, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter), self.text())

    def _indent(self) -> int:
        return px(_ICON) + px(metrics.S1)
