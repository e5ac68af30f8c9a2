"""A box that shows one choice with its picture and opens a list to search the others in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.choice_list import THUMBNAIL, Choice, ChoiceList, corner_of
from lrviz.ui.controls.drawing import accent, px, rounded, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.controls.picture import Picture
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme
from lrviz.ui.speech.spoken import together

_OPENERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4})


class ChoiceBox(QAbstractButton):
    """Shows one choice of those that `offer` gives when the list opens.

    A click, Space, Enter or an arrow opens it; typing a letter searches at once. `highlighted` is sent while the
    highlight moves in the open list, `chosen` when another choice is taken, `closed` when the list is gone.
    """

    highlighted = Signal(str)
    chosen = Signal(str)
    closed = Signal()

    def __init__(self, offer: Callable[[], Sequence[Choice]], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer, self._name, self._colour = offer, name, 0
        self._choice: Choice | None = None
        self._picture = Picture(self)
        self._picture.renewed.connect(self.update)
        self.list: ChoiceList | None = None
        self.setFont(metrics.font("name"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    @property
    def choice(self) -> str:
        """The key that is shown as chosen."""
        return self._choice.key if self._choice else ""

    def show_choice(self, choice: Choice) -> None:
        """Show a choice; nothing is sent."""
        if choice == self._choice:
            return
        self._choice = choice
        if choice.name != self.text():
            self.setText(choice.name)
            self.setAccessibleName(together("{0}: {1}", self._name, choice.name))
            self.setToolTip(choice.help)
        self.update()

    def set_colour(self, colour: int) -> None:
        """Draw pictures in a run's colour."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def open(self) -> None:
        """Open the list."""
        if self.list is not None:
            return
        self.list = ChoiceList(self._offer(), self)
        self.list.highlighted.connect(self.highlighted)
        self.list.taken.connect(self._taken)
        self.list.closed.connect(self._gone)
        self.list.open_at(corner_of(self), self.choice, self._colour)
        self.update()

    def search(self, text: str) -> None:
        """Open the list with a search already typed."""
        self.open()
        if self.list is not None:
            self.list.search.setText(text)

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(metrics.CHOICE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.S12), px(metrics.CHOICE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if Qt.Key(event.key()) in _OPENERS:
            self.open()
        elif plain and text.isalnum():
            self.search(text)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        rect = QRectF(self.rect())
        border = now.strong if self.isEnabled() else now.border
        if self.list is not None:
            border = now.focus
        elif self.underMouse() and self.isEnabled():
            border = now.text3
        rounded(painter, rect, metrics.BUTTON, fill=now.surface, border=border)
        choice, left = self._choice, float(px(metrics.S3))
        if choice is not None and choice.thumbnail is not None:
            width, height = px(THUMBNAIL[0]), px(THUMBNAIL[1])
            box = QRectF(left, rect.center().y() - height / 2, width, height)
            self._picture.paint(painter, box, choice.thumbnail, accent(self._colour), choice.thumbnail)
            left += width + px(10)
        size = px(metrics.ICON)
        chevron = QRectF(rect.right() - px(10) - size, rect.center().y() - size / 2, size, size)
        paint_icon(painter, chevron, "chevron-down", now.text2)
        ink = now.text if self.isEnabled() else now.text3
        room = QRectF(left, 0, chevron.left() - metrics.S1 - left, rect.height())
        write(painter, room, self.text(), self.font(), ink)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.BUTTON)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def _open(self) -> None:  # `clicked` comes with a bool that `open` has no place for
        self.open()

    def _taken(self, key: str) -> None:
        if key != self.choice:
            self.chosen.emit(key)

    def _gone(self) -> None:
        if self.list is not None:
            self.list.deleteLater()
            self.list = None
            self.closed.emit()
            self.update()
