"""A dot for each step of a lesson: those behind are filled, and the one that is shown is a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.palette import theme

DOT, GAP, BAR = 6, 5, 16


class Dots(QWidget):
    """Where the room is too small for all, they are closer together."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._at, self._count = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_at(self, at: int, count: int) -> None:
        """Show which one of how many steps it is."""
        self._at, self._count = at, count
        self.setAccessibleName(self.tr("Step {0} of {1}").format(at + 1, count))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(BAR), px(DOT) + px(GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        dot, bar, gap = float(px(DOT)), float(px(BAR)), float(px(GAP))
        wide = (self._count - 1) * (dot + gap) + bar
        squeezed = min(1.0, self.width() / max(1.0, wide))
        dot, bar, gap = dot * squeezed, bar * squeezed, gap * squeezed
        left, top = (self.width() - wide * squeezed) / 2, (self.height() - dot) / 2
        for at in range(self._count):
            long = bar if at == self._at else dot
            fill = now.text if at == self._at else now.text3 if at < self._at else now.strong
            rounded(painter, QRectF(left, top, long, dot), dot / 2, fill=fill)
            left += long + gap
