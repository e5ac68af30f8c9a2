"""The rows of the page of keys: a head for each group, and under it its actions with their keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from lrviz.ui import keymap, metrics
from lrviz.ui.controls.caps import caps_width, paint_caps
from lrviz.ui.controls.drawing import RIGHT, px, rounded, text_width, write
from lrviz.ui.find.ranking import match
from lrviz.ui.palette import theme

Index = QModelIndex | QPersistentModelIndex


class Bound(NamedTuple):
    """An action that keys can be given to: how it is called, what it is about, and whether it moves things."""

    key: str
    title: str
    group: str
    bare: bool


class KeysModel(QAbstractListModel):
    """The actions that match what is searched for, each group under its head."""

    def __init__(self, actions: Sequence[Bound], parent: QObject) -> None:
        super().__init__(parent)
        self._all = tuple(actions)
        self._rows: list[Bound | str] = []

    def search(self, text: str) -> None:
        """Keep the actions that a text names, by their words, their group or their keys."""
        self.beginResetModel()
        self._rows = []
        for action in self._all:
            keys = " ".join(map(keymap.native, keymap.keys(action.key)))
            if match(text, action.title, f"{action.group} {keys}") is None:
                continue
            if action.group not in self._rows:
                self._rows.append(action.group)
            self._rows.append(action)
        self.endResetModel()

    def action(self, index: Index) -> Bound | None:
        """Give the action of a row; None for a head."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return row if isinstance(row, Bound) else None

    def row_of(self, key: str) -> int | None:
        """Give the row of an action, None where it isn't shown."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Bound) and row.key == key), None)

    def first(self) -> int | None:
        """Give the row of the first action, None where there is none."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Bound)), None)

    def show_keys(self) -> None:
        """Show the keys in force by now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            keys = ", ".join(map(keymap.native, keymap.keys(row.key))) or self.tr("no keys")
            return f"{row.title}: {keys}" + (f", {self.tr('changed')}" if changed(row.key) else "")
        return row.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.action(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def changed(key: str) -> bool:
    """Whether an action has other keys than its own."""
    return keymap.keys(key) != keymap.own(key)


class KeysDelegate(QStyledItemDelegate):
    """Paints a head, or an action with the caps of its keys at the right; other keys than its own are marked so."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        head = cast("KeysModel", index.model()).action(index) is None
        return QSize(0, px(metrics.DOCK_HEAD if head else metrics.TABLE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect = theme(), QRectF(option.rect)
        action = cast("KeysModel", index.model()).action(index)
        left, right = rect.left() + px(metrics.S3), rect.right() - px(metrics.S3)
        if action is None:
            head = QRectF(left, rect.top(), right - left, rect.height())
            write(painter, head, str(index.data()), metrics.font("section"), now.text2)
            return
        view = cast("QListView", self.parent())
        if view.currentIndex().row() == index.row():
            rounded(painter, rect, metrics.FIELD, fill=now.selected)
        for keys in reversed([keymap.native(one) for one in keymap.keys(action.key)]):
            paint_caps(painter, right, rect.center().y(), keys)
            right -= caps_width(keys) + px(metrics.S3)
        if changed(action.key):
            word, small = self.tr("changed"), metrics.font("secondary")
            wide = text_width(word, small) + 1
            place = QRectF(right - wide, rect.top(), wide, rect.height())
            write(painter, place, word, small, now.text2, where=RIGHT)
            right -= wide + px(metrics.S3)
        room = QRectF(left, rect.top(), right - left, rect.height())
        write(painter, room, action.title, metrics.font("body"), now.text)
