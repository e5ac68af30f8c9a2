"""The palette: one field over the window in which everything is found by its name, and done with Enter."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QCursor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from lrviz.ui import keymap, metrics
from lrviz.ui.access import motion
from lrviz.ui.controls.drawing import RIGHT, px, rounded, text_width, write
from lrviz.ui.controls.search_field import SearchField
from lrviz.ui.controls.shadow import SHADOW, paint_shadow
from lrviz.ui.find.entry import Entry, ordered
from lrviz.ui.find.rows import FoundDelegate, FoundModel, spoken
from lrviz.ui.find.veil import Veil
from lrviz.ui.palette import theme

RISE = 4
"""Pixels that it comes up."""
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ENDS = {Qt.Key.Key_Home: -1_000_000, Qt.Key.Key_End: 1_000_000}
_OF_THEMSELVES = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Modifiers that come with a key on the number pad, and with Backtab."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(QWidget):
    """Stands over a window that it dims; what is taken is sent once the sheet is gone and the focus back.

    While it is open the keys are its own: no other action of the window hears them.
    """

    taken = Signal(object)
    """The entry that a person took."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._entries: tuple[Entry, ...] = ()
        self._used: tuple[str, ...] = ()
        self._before: QWidget | None = None
        self._pointer = QPoint()
        self.setAccessibleName(self.tr("Find anything"))
        self.veil = Veil(parent, self)
        self.veil.pressed.connect(self.leave)
        self.card = Card(self)
        self.card.risen.connect(self.veil.draw)
        self.field, self.view, self.model = self.card.field, self.card.view, self.card.model
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.view.clicked.connect(self._take)
        self.view.entered.connect(self._point)
        self.view.selectionModel().currentChanged.connect(self._say)
        parent.installEventFilter(self)
        self.hide()

    def open_with(self, entries: Sequence[Entry], used: Sequence[str]) -> None:
        """Open over the window with these entries, those used last first."""
        self._before = QApplication.focusWidget()
        self._entries = tuple(entries)
        self._used = tuple(used)
        self.field.clear()
        self._search("")
        self._fit()
        self._pointer = QCursor.pos()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.card.rise()

    def refill(self, entries: Sequence[Entry]) -> None:
        """Show other entries for the same words: more has been read by now."""
        if self._entries != tuple(entries):
            self._entries = tuple(entries)
            row = self.model.shown(self.view.currentIndex())
            self._search(self.field.text())
            at = self.model.row_of(row.entry.key) if row is not None else None
            if at is not None:
                self.view.setCurrentIndex(self.model.index(at))

    def rehearse(self, entries: Sequence[Entry]) -> Generator[None, None, None]:
        """Paint the rows seen first into nowhere, one a turn: icons and letters that are drawn once are there then."""
        self._entries = tuple(entries)
        self._search("")
        room = QRect(0, 0, px(metrics.PALETTE), px(metrics.FOUND_ROW))
        nowhere = QPixmap(room.size() * self.devicePixelRatioF())
        nowhere.setDevicePixelRatio(self.devicePixelRatioF())
        option = QStyleOptionViewItem()
        option.rect = room
        for row in range(min(self.model.rowCount(), px(metrics.PALETTE_HIGH) // px(metrics.FOUND_ROW) + 1)):
            yield
            painter = QPainter(nowhere)
            self.view.itemDelegate().paint(painter, option, self.model.index(row))
            painter.end()

    def leave(self) -> None:
        """Close, and give the focus back."""
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.card.settle()
        self.veil.lift()
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():  # a pop-up takes its field along
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.window().setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.setAccepted(not _opens(event))
            elif event.type() == QEvent.Type.KeyPress:
                return self._press(event)
        elif watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Move, take or leave by a key; say whether it was one of those."""
        key = Qt.Key(event.key())
        page = max(1, self.view.viewport().height() // px(metrics.FOUND_ROW) - 1)
        moves = _MOVES | _ENDS | {Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _ENTER:
            self._take(self.view.currentIndex())
        elif key in moves and not event.modifiers() & ~_OF_THEMSELVES:
            self._move(moves[key])
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # what the field leaves alone is for nobody behind it

    def _move(self, rows: int) -> None:
        count = self.model.rowCount()
        if count:
            at = max(0, min(count - 1, self.view.currentIndex().row() + rows))
            self.view.setCurrentIndex(self.model.index(at))

    def _point(self, index: QModelIndex) -> None:
        moved = QCursor.pos() != self._pointer  # a list that opens or scrolls under a mouse at rest isn't pointed at
        self._pointer = QCursor.pos()
        if moved:
            self.view.setCurrentIndex(index)

    def _search(self, text: str) -> None:
        rows = ordered(text, self._entries, self._used)
        self.model.show_rows(rows)
        self.card.foot.say(len(rows), len(self._entries))
        if rows:
            self.view.setCurrentIndex(self.model.index(0))
        self.view.scrollToTop()
        if self.isVisible():
            self._fit()

    def _take(self, index: QModelIndex) -> None:
        shown = self.model.shown(index)
        if shown is not None and not shown.entry.why:
            self.leave()
            self.taken.emit(shown.entry)

    def _say(self, now: QModelIndex, _before: QModelIndex) -> None:
        """Tell who reads the field aloud which entry Enter would take."""
        shown = self.model.shown(now)
        self.field.setAccessibleDescription(spoken(shown.entry) if shown is not None else "")

    def _fit(self) -> None:
        """Stand where the window has room for the card, as high as its rows are."""
        whole = self._window.rect()
        room = whole.adjusted(metrics.S4, metrics.S4, -metrics.S4, -metrics.S4)
        width = min(px(metrics.PALETTE), room.width())
        top = min(px(metrics.PALETTE_TOP), max(room.top(), (whole.height() - px(metrics.PALETTE_HIGH)) // 2))
        height = min(self.card.wanted_height(), room.bottom() - top)
        place = QRect((whole.width() - width) // 2, top, width, height).adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW)
        self.setGeometry(place.adjusted(0, 0, 0, RISE))
        self.card.stand(QRect(0, 0, place.width(), place.height()))


def _opens(event: QKeyEvent) -> bool:
    """Whether a key is one that opens the sheet, and closes it."""
    return keymap.holder(keymap.portable_of(event.keyCombination())) == "find"


class Card(QFrame):
    """The field, the rows under it and a line that says what the keys do; a shadow lies within its own edges."""

    risen = Signal()
    """It has come up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = SearchField(
            self.tr("Find an action, a run, a file, a lesson, a scheduler …"), self, ground="raised"
        )
        self.field.setMinimumHeight(px(metrics.PALETTE_FIELD))
        self.view, self.model = FoundView(self), FoundModel(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(FoundDelegate(self.view))
        self.foot = Foot(self)
        self._place = QRect()
        self._rising = QVariantAnimation(self)
        self._rising.setStartValue(0.0)
        self._rising.setEndValue(1.0)
        self._rising.setEasingCurve(motion.EASE)
        self._rising.valueChanged.connect(self._show_risen)
        self._rising.finished.connect(self.risen)
        column = QVBoxLayout(self)
        side = SHADOW + metrics.S2
        column.setContentsMargins(side, SHADOW + metrics.S1, side, SHADOW + metrics.S1)
        column.setSpacing(metrics.S1)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)

    def stand(self, place: QRect) -> None:
        """Stand somewhere, once it has risen."""
        self._place = place
        self._show_risen(float(self._rising.currentValue()) if self._rises() else 1.0)

    def rise(self) -> None:
        """Come up a little; fading in too would paint all of it twice in each frame."""
        self._rising.stop()
        length = motion.duration(motion.PALETTE)
        if length:
            self._rising.setDuration(length)
            self._rising.start()
        else:
            self.risen.emit()

    def settle(self) -> None:
        """Rise no more."""
        self._rising.stop()

    def _rises(self) -> bool:
        return self._rising.state() == QVariantAnimation.State.Running

    def _show_risen(self, share: float) -> None:
        self.setGeometry(self._place.translated(0, round(RISE * (1 - share))))

    def wanted_height(self) -> int:
        """Give how high it is without its shadow when all rows are seen, or as many as it may show."""
        rows = max(1, self.model.rowCount()) * px(metrics.FOUND_ROW)
        frame = px(metrics.PALETTE_FIELD) + px(metrics.PALETTE_FOOT) + 4 * metrics.S1
        return min(frame + rows, px(metrics.PALETTE_HIGH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a click beside the rows is none outside the card

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        paint_shadow(painter, self.rect(), metrics.POPUP, self.devicePixelRatioF())
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        rounded(painter, card, metrics.POPUP, fill=now.raised, border=now.border)
        line = self.field.geometry().bottom() + metrics.S1 / 2
        painter.fillRect(QRectF(card.left() + 1, line, card.width() - 2, 1), now.border)


class FoundView(QListView):
    """The rows, or a line that says there are none. What is behind isn't seen through it, so nor is it painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the keys
        self.setAccessibleName(self.tr("Found"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(1)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self.viewport()), theme()
        painter.fillRect(event.rect(), now.raised)
        if self.model().rowCount() == 0:
            room = QRectF(px(metrics.S3), 0, self.viewport().width() - 2 * px(metrics.S3), px(metrics.FOUND_ROW))
            write(painter, room, self.tr("Nothing is found by these words."), metrics.font("body"), now.text2)
        painter.end()
        super().paintEvent(event)


class Foot(QWidget):
    """Says what the keys do, and how many entries there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = ""
        self.setFixedHeight(px(metrics.PALETTE_FOOT))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def say(self, found: int, of: int) -> None:
        """Say how many entries are found, and of how many."""
        self._count = self.tr("{0} of {1}").format(found, of) if found < of else str(of)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, small = QPainter(self), theme(), metrics.font("axis")
        painter.fillRect(self.rect(), now.raised)
        room = QRectF(self.rect()).adjusted(px(metrics.S3), 0, -px(metrics.S3), 0)
        write(painter, room, self._count, small, now.text3, where=RIGHT)
        room.setWidth(room.width() - text_width(self._count, small) - px(metrics.S3))
        write(painter, room, self.tr("↑ ↓ choose   Enter do it   Esc close"), small, now.text3)
