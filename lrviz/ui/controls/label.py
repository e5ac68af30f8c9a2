"""A line of text that ends in an ellipsis where it doesn't fit."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import fitting, px, text_width, write
from lrviz.ui.palette import theme

Tone = Literal["text", "text2", "text3"]
LINE: dict[metrics.Role, int] = {
    "hero": 40,
    "lead": 24,
    "big": 34,
    "headline": 26,
    "form_title": 24,
    "secondary": 18,
    "axis": 16,
    "code": 19,
    "value": 18,
}


class ElidedLabel(QLabel):
    """One line in the font of a role; what doesn't fit is left out at the end and told in the tooltip.

    Before that it is written smaller, down to `least` times its size.
    """

    def __init__(
        self, role: metrics.Role, tone: Tone = "text", parent: QWidget | None = None, *, least: float = 1.0
    ) -> None:
        super().__init__(parent)
        self._role, self._tone, self._line, self._told = role, tone, LINE.get(role, 20), ""
        self._times, self._least = 1.0, least
        self.setFont(metrics.font(role))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        before = self.text()
        super().setText(text)
        if text != before:
            self._tell()

    def enlarge(self, times: float) -> None:
        """Write it so many times larger than usual."""
        self._line, self._times = round(LINE.get(self._role, 20) * times), times
        self.setFont(metrics.font(self._role, times))
        self.updateGeometry()

    def set_tone(self, tone: Tone) -> None:
        """Write it in another tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), self.font())) + 1, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(metrics.S6)), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = getattr(theme(), self._tone if self.isEnabled() else "text3")
        write(QPainter(self), QRectF(self.rect()), self.text(), self._fitting(), ink, where=int(self.alignment()))

    def _fitting(self) -> QFont:
        usual = self.font() if self._least == 1.0 else metrics.font(self._role, self._times)
        return fitting(self.text(), usual, self.width(), self._least)

    def _height(self) -> int:
        return max(px(self._line), self.fontMetrics().height())

    def _tell(self) -> None:
        if self.toolTip() == self._told:
            cut = text_width(self.text(), self._fitting()) > self.width() + 0.5
            self._told = self.text() if cut else ""
            self.setToolTip(self._told)
