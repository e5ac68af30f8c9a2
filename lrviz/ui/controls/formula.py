"""A formula in a card: its lines below each other, made smaller where they don't fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lrviz.notation import Row, plain
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.paint.notation import SMALLEST, Laid, lay

TIMES, STEP = 1.1, 0.05
"""A formula is a little larger than the text around it."""


class Formula(QWidget):
    """Paints the lines of a formula; read aloud it is text."""

    def __init__(self, lines: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)
        self._laid = self._lay(TIMES)
        self.setAccessibleName("\n".join(map(plain, self._lines)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(max(laid.width for laid in self._laid)) + 1, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.S12), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        times = TIMES
        self._laid = self._lay(times)
        while times > SMALLEST and max(laid.width for laid in self._laid) > self.width() - 2:
            times -= STEP  # letters come in whole pixels: no share of the width is sure to fit
            self._laid = self._lay(times)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = float(px(metrics.S1))
        for laid in self._laid:
            laid.draw(painter, 1.0, y + laid.over)
            y += laid.over + laid.under + px(metrics.S2)

    def _height(self) -> int:
        gaps = px(metrics.S2) * (len(self._laid) - 1)
        return round(sum(laid.over + laid.under for laid in self._laid)) + gaps + 2 * px(metrics.S1)

    def _lay(self, times: float) -> list[Laid]:
        return [lay(line, times) for line in self._lines]
