"""A file that was opened or saved lately: its name, its folder, and how long ago that was."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.arriving.presence import is_there
from lrviz.ui.arriving.recent import Recent, ago, place
from lrviz.ui.controls.drawing import RIGHT, px, rounded, text_width, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.icons import paint_icon
from lrviz.ui.lesson.written import SUFFIX
from lrviz.ui.palette import theme


class RecentRow(QAbstractButton):
    """Opens the file again."""

    def __init__(self, one: Recent, now: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.there = is_there(one.path)
        self.one, self._ago = one, ago(one.when, now) if self.there else _tr("no longer there")
        self.setText(one.path.stem if one.path.suffix == ".lrviz" else one.path.name)
        self.setAccessibleName(_tr("{0} in {1}, {2}").format(self.text(), place(one.path), self._ago))
        self.setToolTip(str(one.path))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(metrics.LESSON_CARD[0]), px(metrics.RECENT_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN) // 2, px(metrics.RECENT_ROW))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        if self.underMouse() or self.isDown():
            rounded(painter, box, metrics.FIELD, fill=now.hover)
        side, small = px(metrics.ICON), metrics.font("secondary")
        ink = now.text if self.there else now.text3
        icon = "book-open" if self.one.path.suffix.lower() == SUFFIX else "file-code"
        paint_icon(painter, QRectF(0, box.center().y() - side / 2, side, side), icon, now.text2)
        wide = text_width(self._ago, small) + 1
        write(
            painter, QRectF(box.right() - wide, box.top(), wide, box.height()), self._ago, small, now.text2, where=RIGHT
        )
        left, room = side + px(10), box.width() - side - px(10) - wide - px(metrics.S4)
        name = min(room, text_width(self.text(), metrics.font("name")) + 1)
        row = QRectF(left, box.top(), name, box.height())
        write(painter, row, self.text(), metrics.font("name"), ink)
        rest = QRectF(left + name + px(10), box.top(), room - name - px(10), box.height())
        if rest.width() > px(metrics.S6):
            write(painter, rest, place(self.one.path), small, now.text2)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecentRow", text)
