"""A choice of few that each need a sentence: a card with a title and a line on what taking it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import elided, px, rounded, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme


class Option(QAbstractButton):
    """A real button underneath; one that can't be taken is dim, and its line says why."""

    def __init__(self, icon: str, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._line = icon, text
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(metrics.OPTION[0]), px(metrics.OPTION[1]))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        able = self.isEnabled()
        over = able and (self.underMouse() or self.isDown())
        rounded(
            painter,
            box,
            metrics.CARD,
            fill=now.hover if over else now.surface,
            border=now.strong if able else now.border,
        )
        side, left = px(metrics.ICON_BIG), px(metrics.S4)
        paint_icon(
            painter, QRectF(left, box.center().y() - side / 2, side, side), self._icon, now.text2 if able else now.text3
        )
        x, middle = left + side + px(metrics.S3), box.center().y()
        room, small = box.width() - x - px(metrics.S3), metrics.font("secondary")
        ink = now.text if able else now.text3
        write(painter, QRectF(x, middle - px(20), room, px(20)), self.text(), metrics.font("plot_title"), ink)
        write(painter, QRectF(x, middle, room, px(18)), self._line, small, now.text2)
        self.setToolTip(self._line if elided(self._line, small, room) != self._line else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)
