"""The list a choice box opens: a search field over the choices in their groups, each with its picture and a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import accent, px, rounded, text_width, write
from lrviz.ui.controls.search_field import SearchField
from lrviz.ui.controls.shadow import SHADOW, paint_shadow
from lrviz.ui.palette import theme

Index = QModelIndex | QPersistentModelIndex
Thumbnail = Callable[[QPainter, QRectF, QColor], None]

THUMBNAIL = (26, 12)
_PICTURE = (40, 22)
_ROW, _ROW_SHORT, _HEAD = 44, 32, 26
_MOST = 8
_WIDTH = 420


@dataclass(frozen=True)
class Choice:
    """One choice: its key, name, a line on what it is, its group, and what paints its picture in a colour.

    One that can't be taken says why in `unfit`, in place of its line. Its `words` are searched too.
    """

    key: str
    name: str
    help: str = ""
    group: str = ""
    thumbnail: Thumbnail | None = None
    unfit: str = ""
    words: str = ""


class _Asking(QObject):
    explain = Signal(str, QWidget, QRect)
    """A choice by its key is to be explained: the widget whose list it is in, and where on the screen that is."""


asking = _Asking()


class ChoiceList(QFrame):
    """A pop-up over the choices that match what is typed.

    Arrows move, Enter or a click takes (`taken`), Escape or a click beside it closes (`closed`, also after a choice
    was taken); `highlighted` is sent as the highlight moves.
    """

    highlighted = Signal(str)
    taken = Signal(str)
    closed = Signal()

    def __init__(self, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._below, self._pointer = QRect(), QCursor.pos()
        self.search = SearchField(self.tr("Search"), self)
        self.model = ChoiceModel(choices, self)
        self.view = ChoiceView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChoiceDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMinimumHeight(1)  # Qt would keep room for a scroll bar's buttons
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the search field keeps the keys
        self.view.setAccessibleName(self.tr("Choices"))
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        inner = SHADOW + metrics.S2
        column.setContentsMargins(inner, inner, inner, inner)
        column.setSpacing(metrics.S1)
        column.addWidget(self.search)
        column.addWidget(self.view)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.view.entered.connect(self._hover)
        self.view.clicked.connect(self._take)
        self.view.selectionModel().currentChanged.connect(self._moved)

    def open_at(self, below: QRect, key: str, colour: int) -> None:
        """Open under a rectangle of the screen (above it where there is no room) with `key` highlighted."""
        cast("ChoiceDelegate", self.view.itemDelegate()).colour = colour
        self._below = below
        self._fit()
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self.highlight(key)

    def highlight(self, key: str) -> None:
        """Highlight a choice that is in the list."""
        row = self.model.row_of(key)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
            if key in moves:
                self._move(moves[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(self.view.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.close()
                return True
            if key == Qt.Key.Key_F1:
                self._explain()
                return True
        return super().eventFilter(watched, event)

    def _explain(self) -> None:
        """Ask for the card of the highlighted choice."""
        choice, box = self.model.choice(self.view.currentIndex()), self.parentWidget()
        if choice is not None and box is not None:
            key, at = choice.key, self._below
            self.close()
            asking.explain.emit(key, box, at)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        paint_shadow(painter, self.rect(), metrics.DIALOG, self.devicePixelRatioF())
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        rounded(painter, card, metrics.DIALOG, fill=now.raised, border=now.border)

    def _fit(self) -> None:
        """Take the room the rows need under the box, or above it where there is more of it."""
        screen = QGuiApplication.screenAt(self._below.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        width = min(max(self._below.width(), px(_WIDTH)) + 2 * SHADOW, room.width())
        left = max(room.left(), min(self._below.left() - SHADOW, room.right() - width))
        under = self._below.bottom() + 1 + metrics.S1 - SHADOW
        over = self._below.top() - metrics.S1 + SHADOW
        fits = under + self._height(_MOST * px(_ROW)) <= room.bottom()
        upwards = not fits and over - room.top() > room.bottom() - under
        height = min(self._height(_MOST * px(_ROW)), over - room.top() if upwards else room.bottom() - under)
        self.setGeometry(left, over - height if upwards else under, width, height)

    def _height(self, most: int) -> int:
        rows, row = 0, 0
        while rows < most and row < self.model.rowCount():
            rows, row = rows + self.view.sizeHintForRow(row), row + 1
        own = self.search.sizeHint().height() + 2 * (SHADOW + metrics.S2) + metrics.S1
        return own + max(px(_ROW), min(rows, most))

    def _filter(self, text: str) -> None:
        current = self.model.choice(self.view.currentIndex())
        self.model.filter(text)
        self._fit()
        kept = self.model.row_of(current.key) if current is not None and not text else None
        row = kept if kept is not None else self.model.beside(-1, 1)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))

    def _move(self, rows: int) -> None:
        row = self.model.beside(self.view.currentIndex().row(), rows)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))
            if self.model.beside(row, -1) == row:
                self.view.scrollToTop()

    def _hover(self, index: QModelIndex) -> None:
        # a list that opens or scrolls under a mouse at rest is not pointed at
        moved = QCursor.pos() != self._pointer
        self._pointer = QCursor.pos()
        if moved and self.model.choice(index) is not None:
            self.view.setCurrentIndex(index)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        choice = self.model.choice(now)
        if choice is not None and not choice.unfit and self.isVisible():
            self.highlighted.emit(choice.key)

    def _take(self, index: QModelIndex) -> None:
        choice = self.model.choice(index)
        if choice is not None and not choice.unfit:
            self.taken.emit(choice.key)
            self.close()


class ChoiceView(QListView):
    """The rows, or a line that says there are none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            room = QRectF(metrics.S2, 0, self.viewport().width() - 2 * metrics.S2, px(_ROW))
            write(painter, room, self.tr("Nothing is found by these words."), metrics.font("body"), theme().text2)


class ChoiceModel(QAbstractListModel):
    """The choices that match a text, under the heads of their groups; found ones by how well they match, no heads."""

    def __init__(self, choices: Sequence[Choice], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(choices)
        self._rows: list[Choice | str] = []
        self.searched = False
        self.filter("")

    def filter(self, text: str) -> None:
        """Keep the choices that hold every word of `text`; first the one it names, then by how names begin."""
        words = _plain(text).split()
        found = [choice for choice in self._all if all(word in _searched(choice) for word in words)]
        if words:
            found.sort(key=lambda choice: _rank(choice, words))
        self.beginResetModel()
        self.searched = bool(words)
        self._rows = []
        for choice in found:
            grouped = choice.group and not words
            if grouped and not any(isinstance(row, Choice) and row.group == choice.group for row in self._rows):
                self._rows.append(choice.group)
            self._rows.append(choice)
        self.endResetModel()

    def choice(self, index: Index) -> Choice | None:
        """Give the choice of a row; None for a head."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return row if isinstance(row, Choice) else None

    def row_of(self, key: str) -> int | None:
        """Give the row of a key, None where it isn't shown."""
        return next((i for i, row in enumerate(self._rows) if isinstance(row, Choice) and row.key == key), None)

    def beside(self, row: int, steps: int) -> int | None:
        """Give the choice `steps` choices below a row, stopping at the ends; None where there is none."""
        rows = [i for i, item in enumerate(self._rows) if isinstance(item, Choice)]
        if not rows:
            return None
        at = rows.index(row) if row in rows else -1
        return rows[max(0, min(len(rows) - 1, at + steps))]

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.name if isinstance(row, Choice) else row
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole} and isinstance(row, Choice):
            return row.unfit or row.help
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.choice(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a row: picture, name, the line on what it is, and of what was searched for its group.

    Pictures are made one a turn of the event loop, so that a list of many opens at once.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.colour = 0
        self._made: dict[str, QPixmap] = {}
        self._wanted: dict[str, Choice] = {}
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._make)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        choice = cast("ChoiceModel", index.model()).choice(index)
        if choice is None:
            return QSize(0, px(_HEAD))
        return QSize(0, px(_ROW if choice.help or choice.unfit else _ROW_SHORT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = cast("ChoiceModel", index.model()).choice(index)
        now = theme()
        rect = QRectF(option.rect)
        if choice is None:
            head = rect.adjusted(metrics.S2, 0, -metrics.S2, 0)
            write(painter, head, str(index.data()), metrics.font("section"), now.text2)
            return
        view = cast("QListView", self.parent())
        if view.currentIndex().row() == index.row():
            rounded(painter, rect, metrics.FIELD, fill=now.selected)
        left = rect.left() + metrics.S2
        if choice.thumbnail is not None:
            width, height = px(_PICTURE[0]), px(_PICTURE[1])
            self._picture(painter, QPointF(left, rect.center().y() - height / 2), choice)
            left += width + metrics.S3
        room = rect.right() - metrics.S2 - left
        ink, line = (now.text3, choice.unfit) if choice.unfit else (now.text, choice.help)
        if not line:
            write(painter, QRectF(left, rect.top(), room, rect.height()), choice.name, metrics.font("name"), ink)
            return
        middle = rect.center().y()
        write(painter, QRectF(left, middle - px(19), room, px(19)), choice.name, metrics.font("name"), ink)
        below, small = QRectF(left, middle, room, px(17)), metrics.font("secondary")
        if choice.group and cast("ChoiceModel", index.model()).searched:
            tag = text_width(choice.group, small) + 1
            write(painter, QRectF(below.right() - tag, middle, tag, px(17)), choice.group, small, now.text2)
            below.setWidth(room - tag - metrics.S3)
        write(painter, below, line, small, now.text3 if choice.unfit else now.text2)

    def _picture(self, painter: QPainter, at: QPointF, choice: Choice) -> None:
        """Paint a choice's picture if it is made; else see to it that it is."""
        if choice.key in self._made:
            painter.drawPixmap(at, self._made[choice.key])
            return
        self._wanted[choice.key] = choice
        if not self._due.isActive():
            self._due.start(0)

    def _make(self) -> None:
        """Make the next picture that is wanted."""
        key = next(iter(self._wanted))
        choice = self._wanted.pop(key)
        view = cast("QListView", self.parent())
        width, height, ratio = px(_PICTURE[0]), px(_PICTURE[1]), view.devicePixelRatioF()
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if choice.thumbnail is not None:
            choice.thumbnail(painter, QRectF(0, 0, width, height), accent(self.colour))
        painter.end()
        self._made[key] = pixmap
        model = cast("ChoiceModel", view.model())
        row = model.row_of(key)
        if row is not None:
            view.update(model.index(row))
        if self._wanted:
            self._due.start(0)


def _searched(choice: Choice) -> str:
    return _plain(f"{choice.name} {choice.group} {choice.help} {choice.words}")


def _plain(text: str) -> str:
    """Write a text as it is compared: warm-up and warmup are one word, step_size is two."""
    return text.lower().replace("_", " ").replace("-", "")


def _rank(choice: Choice, words: list[str]) -> tuple[bool, ...]:
    name = _plain(choice.name)
    return name != " ".join(words), not name.startswith(words[0]), not all(word in name for word in words)


def corner_of(widget: QWidget) -> QRect:
    """Give where a widget lies on the screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
