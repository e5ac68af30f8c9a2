"""A table in the dock: painted quietly, sorted by a click on its head."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import LEFT, RIGHT, rounded, text_width, write
from lrviz.ui.controls.focus import WIDTH, by_keyboard, hide_ring, show_ring
from lrviz.ui.marks import paint_swatch
from lrviz.ui.numbers import exact
from lrviz.ui.palette import theme
from lrviz.ui.table import Cell, Row, Table

Index = QModelIndex | QPersistentModelIndex
NAME_INSET = 34
"""Where a name begins in its column, right of its mark."""
LONGEST_NAME, SHORT_NAME = 160, 72
"""Pixels of a name that are shown; the second where there is little room."""
WIDE_GAP, NARROW_GAP = 22, 14
"""Between two columns of numbers."""
CELL = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
ROW = Qt.ItemDataRole.UserRole + 2


class TableModel(QAbstractTableModel):
    """A Table for Qt's views."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = Table("", (), ())

    def show(self, table: Table) -> None:
        """Show another table."""
        before = self.table
        if (len(table.rows), table.heads, table.first) == (len(before.rows), before.heads, before.first):
            self.table = table
            for at, (old, new) in enumerate(zip(before.rows, table.rows, strict=True)):
                for column in _changed(old, new):  # one by one: of more than one, Qt's view paints all it shows
                    self.dataChanged.emit(self.index(at, column), self.index(at, column))
        else:
            self.beginResetModel()
            self.table = table
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1 + len(self.table.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.table.first or self.tr("Run")) if section == 0 else self.table.heads[section - 1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.table.rows[index.row()]
        cell = Cell(row.name) if index.column() == 0 else row.cells[index.column() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == CELL:
            return cell
        if role == SORT:
            return row.name if index.column() == 0 else cell.value
        if role == Qt.ItemDataRole.ToolTipRole and math.isfinite(cell.value) and exact(cell.value) != cell.text:
            return exact(cell.value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell.text}, {self.tr('best')}" if cell.best else cell.text
        return row if role == ROW else None


def _changed(old: Row, new: Row) -> Iterable[int]:
    """Give the columns of a row that are to be painted anew."""
    if replace(old, cells=new.cells) != new:
        return range(1 + len(new.cells))
    return (column for column in range(1, 1 + len(new.cells)) if old.cells[column - 1] != new.cells[column - 1])


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = metrics.font("body")
        wide = QFontMetricsF(font).horizontalAdvance(str(index.data()))
        return QSize(round(wide) + (44 if index.column() == 0 else 28), _row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme()
        rect = QRectF(option.rect)
        row, cell = cast("Row", index.data(ROW)), cast("Cell", index.data(CELL))
        painter.save()
        if row.selected:
            painter.fillRect(rect, tokens.selected)
        ink = tokens.text3 if row.faint else tokens.text
        if index.column() == 0:
            paint_swatch(painter, QRectF(rect.left() + metrics.S2, rect.center().y() - 6, 18, 12), row.colour, tokens)
            font = _bold("name") if row.selected else metrics.font("name")
            write(painter, rect.adjusted(NAME_INSET, 0, -4, 0), cell.text, font, ink)
        else:
            font = metrics.font("body")
            if cell.best:
                font = _bold("body")
                wide = QFontMetricsF(font).horizontalAdvance(cell.text) + 16
                chip = QRectF(rect.right() - 4 - wide, rect.center().y() - 11, wide, 22)
                rounded(painter, chip, metrics.CHIP, fill=tokens.best_tint)
                ink = tokens.best
            write(painter, rect.adjusted(4, 0, -12, 0), cell.text, font, ink, where=RIGHT)
        view = cast("TableView", self.parent())
        if view.shows_place and view.currentIndex() == index:
            rounded(painter, rect.adjusted(1, 1, -1, -1), metrics.CHIP, border=tokens.focus, width=WIDTH)
        painter.restore()


class _Head(QHeaderView):
    """Quiet words over the columns; a small arrow on the one that sorts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        tokens = theme()
        painter.fillRect(rect, tokens.surface)
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        if self.sortIndicatorSection() == logicalIndex:
            text += " ↑" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else " ↓"
        left = 8 if logicalIndex == 0 else 2
        box = QRectF(rect).adjusted(left, 0, -12 if logicalIndex else 0, 0)
        where = LEFT if logicalIndex == 0 else RIGHT
        write(painter, box, text, metrics.font("secondary"), tokens.text3, where=where)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.border)


class TableView(QTableView):
    """The table itself: read only, rows of 32, no grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = TableModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.shown)
        self._sorted.setSortRole(SORT)
        self.setModel(self._sorted)
        self.setHorizontalHeader(_Head(self))
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabKeyNavigation(False)  # arrows go from cell to cell, Enter sorts
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_row_height())
        self.verticalHeader().setDefaultSectionSize(_row_height())
        head = self.horizontalHeader()
        head.setFixedHeight(round(metrics.TABLE_HEAD * max(1.0, metrics.scale())))
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._by_key = False

    @property
    def shows_place(self) -> bool:
        """Whether the current cell is ringed: a key brought the focus."""
        return self._by_key and self.hasFocus()

    def show_table(self, table: Table) -> None:
        """Show another table; a sorting the person chose stays."""
        if table == self.shown.table:
            return
        self.shown.show(table)
        self.setAccessibleName(table.title)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._sort_by(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def _sort_by(self, column: int) -> None:
        """Sort by a column, or the other way round where it is sorted so."""
        head, order = self.horizontalHeader(), Qt.SortOrder
        turned = head.sortIndicatorSection() == column and head.sortIndicatorOrder() == order.AscendingOrder
        head.setSortIndicator(column, order.DescendingOrder if turned else order.AscendingOrder)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_key = by_keyboard(event)
        show_ring(self, event, 0)
        if self._by_key and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give each column what its words need and an equal share of the rest.

        Where there is too little, words stand closer and a long name is cut; what still has no room is scrolled to.
        """
        table, head = self.shown.table, self.horizontalHeader()
        if not table.heads:
            return
        names = max((text_width(row.name, metrics.font("name")) for row in table.rows), default=0.0)
        bold = _bold("body")
        words = [
            max(
                [
                    text_width(title, metrics.font("secondary")),
                    *(text_width(row.cells[at].text, bold) + 4 for row in table.rows),
                ]
            )
            for at, title in enumerate(table.heads)
        ]
        full = self.viewport().width()
        name, gap = NAME_INSET + min(names + 8, LONGEST_NAME), WIDE_GAP
        if name + sum(words) + WIDE_GAP * len(words) > full:
            name, gap = NAME_INSET + min(names + 8, SHORT_NAME), NARROW_GAP
        needs = [name, *(wide + gap for wide in words)]
        spare = max(0.0, (full - sum(needs)) / len(needs))
        widths = [round(need + spare) for need in needs]
        if spare:
            widths[0] = full - sum(widths[1:])
        for at, width in enumerate(widths):
            if head.sectionSize(at) != width:
                head.resizeSection(at, width)

    def wanted_height(self) -> int:
        """Give the height that shows every row."""
        head = self.horizontalHeader()
        bar = self.horizontalScrollBar().sizeHint().height() if head.length() > self.viewport().width() else 0
        return bar + head.height() + _row_height() * self.shown.rowCount() + metrics.S2


def _bold(role: metrics.Role) -> QFont:
    font = QFont(metrics.font(role))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _row_height() -> int:
    return round(metrics.TABLE_ROW * max(1.0, metrics.scale()))
