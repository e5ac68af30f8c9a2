"""A text that wraps at its spaces, in the font and tone of a role."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import WORDS, breakable, line_count, px
from lrviz.ui.controls.label import LINE, Tone
from lrviz.ui.palette import theme


class Wrapped(QLabel):
    """As many lines as its width makes it, each as high as the role says."""

    def __init__(self, role: metrics.Role, tone: Tone = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._tone, self._line = role, tone, LINE.get(role, 20)
        self.setFont(metrics.font(role))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def enlarge(self, times: float) -> None:
        """Write it so many times larger than usual."""
        self._line = round(LINE.get(self._role, 20) * times)
        self.setFont(metrics.font(self._role, times))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        measured = self.fontMetrics()
        return QSize(measured.horizontalAdvance(self.text()) + 2, max(px(self._line), measured.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.S12), max(px(self._line), self.fontMetrics().height()))

    def heightForWidth(self, width: int) -> int:
        spacing, lines = self.fontMetrics().lineSpacing(), line_count(self.text(), self.font(), width)
        return max(lines * spacing, px(self._line) + (lines - 1) * spacing)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(getattr(theme(), self._tone))
        text = breakable(self.text(), self.font(), self.width())
        painter.drawText(QRectF(self.rect()), WORDS | int(Qt.AlignmentFlag.AlignVCenter), text)


class Paragraph(Wrapped):
    """A wrapped text in a form, which keeps its whole height however low the form is."""

    def setText(self, text: str) -> None:
        before = self.text()
        super().setText(text)
        if text != before and self.isVisible():  # hidden, its width says nothing, and dialogs would open far too high
            self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """Ask for all lines: layouts inside of layouts hand down no height for a width, and would squeeze them."""
        self.setMinimumHeight(self.heightForWidth(self.width()))
