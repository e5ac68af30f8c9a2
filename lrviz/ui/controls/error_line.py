"""The line under a field that says what is wrong with its entry."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import WORDS, breakable, px
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
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        return QSize(px(metrics.SIDEBAR_MIN), self.heightForWidth(px(metrics.SIDEBAR_MIN)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.S12), self._first())

    def heightForWidth(self, width: int) -> int:
        measured = self.fontMetrics()
        room = max(1, width - self._indent())
        text = breakable(self.text(), self.font(), room)
        height = measured.boundingRect(0, 0, room, 10_000, WORDS, text).height()
        lines = max(1, round(height / measured.lineSpacing()))
        return self._first() + (lines - 1) * measured.lineSpacing()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), theme().error
        icon = px(_ICON)
        paint_icon(painter, QRectF(0, (self._first() - icon) / 2, icon, icon), "circle-alert", ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        above = (self._first() - self.fontMetrics().lineSpacing()) / 2
        place = QRectF(self.rect()).adjusted(self._indent(), above, 0, 0)
        painter.drawText(place, WORDS, breakable(self.text(), self.font(), place.width()))

    def _first(self) -> int:
        return max(px(_LINE), self.fontMetrics().lineSpacing())

    def _indent(self) -> int:
        return px(_ICON) + px(metrics.S1)
