"""The box that says that code can be pasted and files dropped; a click pastes, and the window takes what is dropped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lrviz.ui import keymap, metrics
from lrviz.ui.controls.drawing import px, rounded, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme

DASH = [5.0, 4.0]


class DropBox(QAbstractButton):
    """A dashed frame with an icon and two lines; a real button underneath."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say()

    def say(self) -> None:
        """Say in the language in force what can be dropped."""
        self.setText(_tr("Paste your scheduler code, or drop a file"))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._detail())
        self.setToolTip(keymap.told(_tr("A click reads what is on the clipboard"), "paste"))
        self.update()

    def sizeHint(self) -> QSize:
        wide, high = metrics.DROP_BOX
        return QSize(px(wide), px(high))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        rounded(painter, box, metrics.CARD, fill=now.hover if self.underMouse() or self.isDown() else now.surface)
        line = QPen(now.strong, 1.5)
        line.setDashPattern(DASH)
        painter.setPen(line)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), metrics.CARD, metrics.CARD)
        side, left = px(metrics.ICON_BIG), px(metrics.S6 - metrics.S1)
        paint_icon(painter, QRectF(left, box.center().y() - side / 2, side, side), "clipboard-paste", now.text2)
        x, middle = left + side + px(metrics.S4 - metrics.S1), box.center().y()
        room = box.width() - x - px(metrics.S3)
        write(painter, QRectF(x, middle - px(20), room, px(20)), self.text(), metrics.font("plot_title"), now.text)
        small = metrics.font("secondary")
        write(painter, QRectF(x, middle, room, px(18)), self._detail(), small, now.text2)

    def _detail(self) -> str:
        return ".py  .ipynb  .lrviz  .toml · " + _tr("read, never run")


def _tr(text: str) -> str:
    return QCoreApplication.translate("DropBox", text)
