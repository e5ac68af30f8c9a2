"""The rows of what was found: a model of them, and what paints them."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from lrviz.ui import metrics
from lrviz.ui.controls.caps import caps_width, paint_caps
from lrviz.ui.controls.drawing import RIGHT, elided, pen, px, rounded, text_width, write
from lrviz.ui.find.entry import NO_RUN, Entry, Shown
from lrviz.ui.icons import paint_icon
from lrviz.ui.marks import paint_swatch
from lrviz.ui.palette import theme

Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """What was found, one a row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Shown, ...] = ()

    def show_rows(self, rows: tuple[Shown, ...]) -> None:
        """Show these rows in place of all others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def shown(self, index: Index) -> Shown | None:
        """Give what a row shows."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def row_of(self, key: str) -> int | None:
        """Give the row of an entry, None where it isn't shown."""
        return next((at for at, shown in enumerate(self._rows) if shown.entry.key == key), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._rows[index.row()].entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        return (entry.why or entry.title) if role == Qt.ItemDataRole.ToolTipRole else None


def spoken(entry: Entry) -> str:
    """Give what is read aloud of an entry."""
    return ", ".join(part for part in (entry.title, entry.group, *entry.keys[:1], entry.why) if part)


class FoundDelegate(QStyledItemDelegate):
    """Paints a row: icon, title with the letters hit underlined, what kind of thing it is (or why not), its keys."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(metrics.FOUND_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = cast("FoundModel", index.model()).shown(index)
        if shown is None:
            return
        now, rect, entry = theme(), QRectF(option.rect), shown.entry
        current = cast("QListView", self.parent()).currentIndex().row() == index.row()
        if current:
            rounded(painter, rect, metrics.FIELD, fill=now.selected)
        left, right = rect.left() + px(metrics.S3), rect.right() - px(metrics.S3)
        ink = now.text3 if entry.why else now.text
        self._paint_icon(painter, rect, entry, now.text3 if entry.why else now.text2)
        left += px(metrics.S6)
        if entry.keys and not entry.why:
            paint_caps(painter, right, rect.center().y(), entry.keys[0])
            right -= caps_width(entry.keys[0]) + px(metrics.S3)
        aside, small = entry.why or entry.group, metrics.font("secondary")
        title = text_width(entry.title, metrics.font("name")) + 1
        wide = min(text_width(aside, small) + 1, max(px(metrics.FOUND_GROUP), right - left - title - px(metrics.S4)))
        place = QRectF(right - wide, rect.top(), wide, rect.height())
        write(painter, place, aside, small, now.text2 if current else now.text3, where=RIGHT)
        room = QRectF(left, rect.top(), right - wide - px(metrics.S4) - left, rect.height())
        write(painter, room, entry.title, metrics.font("name"), ink)
        _underline(painter, room, shown, metrics.font("name"))

    def _paint_icon(self, painter: QPainter, rect: QRectF, entry: Entry, ink: QColor) -> None:
        side = px(metrics.ICON)
        place = QRectF(rect.left() + px(metrics.S3), rect.center().y() - side / 2, side, side)
        if entry.colour != NO_RUN:
            paint_swatch(painter, place, entry.colour, theme())
        elif entry.icon:
            paint_icon(painter, place, entry.icon, ink)


def _underline(painter: QPainter, room: QRectF, shown: Shown, font: QFont) -> None:
    """Underline the letters hit, neighbours with one line, as far as the title can be seen."""
    title = shown.entry.title
    seen = elided(title, font, room.width())
    ends = len(title) if seen == title else max(0, len(seen) - 1)
    base = room.center().y() + painter.fontMetrics().height() / 2
    painter.setPen(pen(theme().focus, 2))
    start: int | None = None
    for at in range(ends + 1):
        hit = at in shown.hits and at < ends
        if hit and start is None:
            start = at
        elif not hit and start is not None:
            x, to = (room.left() + text_width(title[:edge], font) for edge in (start, at))
            painter.drawLine(round(x) + 1, round(base), round(to) - 1, round(base))
            start = None
