"""A line that folds the rows below it away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px, text_width, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme


class Disclosure(QAbstractButton):
    """A word with a chevron; checked while `content` is unfolded. What is folded away yet set stands behind it."""

    def __init__(self, text: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.setFont(metrics.font("secondary"))
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        content.hide()
        self.toggled.connect(content.setVisible)

    def note(self, text: str) -> None:
        """Say what is set among the rows folded away."""
        self._note = text
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), max(px(28), metrics.HIT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, size = QPainter(self), theme(), px(14)
        ink = now.text if self.underMouse() else now.text2
        icon = "chevron-down" if self.isChecked() else "chevron-right"
        paint_icon(painter, QRectF(-2, (self.height() - size) / 2, size, size), icon, ink)
        left = size + px(metrics.S1)
        words = text_width(self.text(), self.font()) + 1
        write(painter, QRectF(left, 0, words, self.height()), self.text(), self.font(), ink)
        if self._note and not self.isChecked():
            room = QRectF(left + words + px(metrics.S2), 0, self.width() - left - words - px(metrics.S2), self.height())
            write(painter, room, self._note, metrics.font("code"), now.text3)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)
