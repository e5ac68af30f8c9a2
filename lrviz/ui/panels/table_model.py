"""A table for Qt's views, in the order of its rows or sorted by one of its columns."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QWidget

from lrviz.ui.numbers import exact
from lrviz.ui.table import Cell, Row, Table

Index = QModelIndex | QPersistentModelIndex
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

    @property
    def first(self) -> str:
        """What stands above the first column."""
        return self.table.first or self.tr("Run")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1 + len(self.table.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.first if section == 0 else self.table.heads[section - 1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._about(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _about(self, section: int) -> str:
        """Say what a column is about, and how it is sorted by."""
        key = self.table.columns[section - 1] if section else ""
        about = next((offer.about for offer in self.table.offers if offer.key == key and key), "")
        sorts = self.tr("A click sorts by it, as does Enter on one of its cells.")
        return f"{about}\n{sorts}" if about else sorts

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.table.rows[index.row()]
        cell = Cell(row.name) if index.column() == 0 else row.cells[index.column() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == CELL:
            return cell
        if role == SORT:
            return row.name if index.column() == 0 else cell.value
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = exact(cell.value) if math.isfinite(cell.value) and exact(cell.value) != cell.text else ""
            return "\n".join(text for text in (whole, cell.about) if text) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            note = row.note if index.column() == 0 else self.tr("best") if cell.best else cell.about
            return f"{cell.text}, {note}" if note else cell.text
        return row if role == ROW else None


class SortedTable(QSortFilterProxyModel):
    """The same rows sorted: numbers by size, those that are missing last, whichever way it goes."""

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(SORT), right.data(SORT)
        if isinstance(one, str):
            return one < str(other)
        if math.isnan(one) or math.isnan(other):  # the greatest where the least comes first, else the least
            rising = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return math.isnan(other) > math.isnan(one) if rising else math.isnan(one) > math.isnan(other)
        return bool(one < other)


def _changed(old: Row, new: Row) -> Iterable[int]:
    """Give the columns of a row that are to be painted anew."""
    if replace(old, cells=new.cells) != new:
        return range(1 + len(new.cells))
    return (column for column in range(1, 1 + len(new.cells)) if old.cells[column - 1] != new.cells[column - 1])
