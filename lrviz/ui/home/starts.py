"""The first things to do on the page of lessons: go on, begin anew, open a file, paste code."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from lrviz.ui import keymap, metrics
from lrviz.ui.controls.caps import caps_width, paint_caps
from lrviz.ui.controls.drawing import px, rounded, text_width, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.form.section import order_tabs
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme
from lrviz.ui.speech.spoken import joined

DASH = [5.0, 4.0]


class Starts(QWidget):
    """Four cards, two and two."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back = StartCard("play", "lessons", self)
        self.new = StartCard("plus", "new", self)
        self.open = StartCard("folder-open", "open", self)
        self.paste = StartCard("clipboard-paste", "paste", self, dashed=True)
        cards = (self.back, self.new, self.open, self.paste)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(metrics.S2))
        for at, card in enumerate(cards):
            grid.addWidget(card, *divmod(at, 2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        order_tabs(cards)

    def say(self, session: str, size: str) -> None:
        """Say in the language in force what they do; `session` can be gone on with, and `size` is what is in it."""
        self.back.say(self.tr("Continue {0}").format(session), size)
        self.new.say(self.tr("New session"), self.tr("Three schedules to begin with"))
        self.open.say(self.tr("Open a file"), self.tr("Session, code, lesson, table"))
        self.paste.say(self.tr("Paste or drop code"), self.tr("It is read, never run"))


class StartCard(QAbstractButton):
    """An icon, what it does and a line on it, with the key that does the same; a real button underneath."""

    def __init__(self, icon: str, action: str, parent: QWidget, *, dashed: bool = False) -> None:
        super().__init__(parent)
        self._icon, self._action, self._dashed, self._line = icon, action, dashed, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        keymap.changes.changed.connect(self.update)

    def say(self, title: str, line: str) -> None:
        """Say what it does, and a line on it."""
        self._line = line
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setToolTip(keymap.told(joined(". ", (title, line)), self._action))
        self.update()

    def sizeHint(self) -> QSize:
        wide, high = metrics.START_CARD
        return QSize(px(wide), px(high))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN) // 2, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        over = self.underMouse() or self.isDown()
        fill, border = (now.hover, now.strong) if over else (now.surface, now.border)
        rounded(painter, box, metrics.CARD, fill=fill, border=None if self._dashed else border)
        if self._dashed:
            line = QPen(now.strong, 1.5)
            line.setDashPattern(DASH)
            painter.setPen(line)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), metrics.CARD, metrics.CARD)
        side, left = px(metrics.ICON), px(metrics.S3)
        paint_icon(painter, QRectF(left, box.center().y() - side / 2, side, side), self._icon, now.text2)
        x, middle, right = left + side + px(10), box.center().y(), box.right() - px(metrics.S3)
        keys, room = keymap.shown(self._action), right - x
        title = text_width(self.text(), metrics.font("name"))
        if keys and title + caps_width(keys) + px(metrics.S3) <= room:
            paint_caps(painter, right, middle - px(9), keys)
            room -= caps_width(keys) + px(metrics.S3)
        write(painter, QRectF(x, middle - px(19), room, px(19)), self.text(), metrics.font("name"), now.text)
        below = QRectF(x, middle, right - x, px(17))
        write(painter, below, self._line, metrics.font("secondary"), now.text2)
