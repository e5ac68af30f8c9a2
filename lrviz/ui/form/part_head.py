"""The head of a part in a composer: its curve, name and steps; it is dragged to its place and folds the part's form."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from lrviz.ui import keymap, metrics
from lrviz.ui.controls.below import below
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.choice_list import THUMBNAIL, Thumbnail
from lrviz.ui.controls.drawing import accent, px, rounded, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.controls.picture import Picture
from lrviz.ui.icons import paint_icon
from lrviz.ui.palette import theme
from lrviz.ui.speech.spoken import joined

_GRIP, _CHEVRON = 12, 14
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""With Alt they move the part by so many places."""


class PartHead(QAbstractButton):
    """A row of two lines with a grip; checked while the part's form is unfolded.

    `dragged` is sent with the place of the mouse on the screen while the row is dragged, `dropped` when it is let go,
    with whether it is to stay there; `moved` with how many places a key moves it by.
    """

    dragged = Signal(QPoint)
    dropped = Signal(bool)
    moved = Signal(int)
    removed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line, self._colour = "", 0
        self._shown: tuple[object, ...] = ()
        self._thumbnail: Thumbnail | None = None
        self._picture = Picture(self)
        self._picture.renewed.connect(self.update)
        self._pressed: QPoint | None = None
        self._dragging = False
        self._stays = False
        self.more = IconButton("ellipsis", "", parent=self)
        self.more.clicked.connect(lambda: self.menu_wanted.emit(below(self.more)))
        self.setCheckable(True)
        self.clicked.connect(self.toggle)
        self.setFont(metrics.font("name"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, name: str, line: str, place: str, thumbnail: Thumbnail, colour: int) -> None:
        """Show a part's class, a line about it, where it stands and its curve in a run's colour."""
        shown = (name, line, place, thumbnail, colour)
        if shown == self._shown:
            return
        self._shown, self._line, self._thumbnail, self._colour = shown, line, thumbnail, colour
        self.setText(name)
        called = joined(", ", (name, place))
        self.setAccessibleName(called)
        self.setAccessibleDescription(line)
        keys = map(keymap.native, ("Alt+Up", "Alt+Down"))
        hint = "" if self._stays else self.tr("Drag to reorder, or {0} and {1}.").format(*keys)
        self.setToolTip(joined("\n", (called, line, hint)))
        self.more.set_icon("ellipsis", self.tr("Actions for {0}").format(name))
        self.update()

    def stay(self) -> None:
        """Keep the part where it is: nothing moves or removes it."""
        self._stays = True
        self.more.hide()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(metrics.RUN_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(metrics.RUN_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(px(metrics.BUTTON_SMALL), metrics.HIT)
        self.more.setGeometry(self.width() - side, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, rect = QPainter(self), theme(), QRectF(self.rect())
        if self._dragging or self.underMouse():
            rounded(painter, rect, metrics.CARD, fill=now.selected if self._dragging else now.hover)
        middle, left = rect.center().y(), 0.0
        chevron = ("chevron-down" if self.isChecked() else "chevron-right", _CHEVRON)
        for icon, size in (chevron,) if self._stays else (("grip-vertical", _GRIP), chevron):
            box = QRectF(left, middle - px(size) / 2, px(size), px(size))
            paint_icon(painter, box, icon, now.text2 if self.underMouse() else now.text3)
            left += px(size) + px(2)
        if self._thumbnail is not None:
            width, height = px(THUMBNAIL[0]), px(THUMBNAIL[1])
            box = QRectF(left + px(2), middle - height / 2, width, height)
            self._picture.paint(painter, box, self._thumbnail, accent(self._colour), self._thumbnail)
            left += width + px(10)
        room = (self.width() if self._stays else self.more.x()) - metrics.S1 - left
        write(painter, QRectF(left, middle - px(19), room, px(19)), self.text(), self.font(), now.text)
        write(painter, QRectF(left, middle, room, px(16)), self._line, metrics.font("axis"), now.text2)

    def nextCheckState(self) -> None:
        """Leave it to `clicked`: Qt repaints between the two, which would paint all that is unfolded at once."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()  # these keys mean the run, unless a part has the focus
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._dragging:
            self._let_go(stay=False)
        elif self._takes(event) and key in _KEYS:
            self.moved.emit(_KEYS[key])
        elif self._takes(event):
            self.removed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._stays:
            event.ignore()
            return
        self.menu_wanted.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self._stays:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._pressed
        if not self._dragging and way.manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.setDown(False)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.setFocus(Qt.FocusReason.MouseFocusReason)  # so that Escape gives the drag up
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._let_go(stay=True)
            return
        self._pressed = None
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def _takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key is one that moves or removes the part."""
        if self._stays:
            return False
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        removes = event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier
        return removes or (alt and Qt.Key(event.key()) in _KEYS)

    def _let_go(self, *, stay: bool) -> None:
        self._dragging, self._pressed = False, None
        self.unsetCursor()
        self.setDown(False)
        self.dropped.emit(stay)
        self.update()
