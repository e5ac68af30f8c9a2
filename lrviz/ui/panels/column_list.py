"""The columns of a data file, each with what it holds and a box that takes it for a feature."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lrviz.catalog.source import unfit_to_give
from lrviz.datafile import Column
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.palette import theme
from lrviz.ui.style import paint_check

Index = QModelIndex | QPersistentModelIndex
HOLDS = Qt.ItemDataRole.UserRole
_CHECK = 14


class ColumnModel(QAbstractListModel):
    """Columns as rows, with the features checked; the one that is learned can't be one."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        self._features: Collection[str] = ()
        self._labels = ""

    def show(self, columns: Sequence[Column], features: Collection[str], labels: str) -> None:
        """Show other columns, or another choice of them."""
        if columns is not self._columns:
            self.beginResetModel()
            self._columns, self._features, self._labels = columns, features, labels
            self.endResetModel()
            return
        self._features, self._labels = features, labels
        self.dataChanged.emit(self.index(0), self.index(len(columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name
        if role == HOLDS:
            return self._holds(column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return f"{column.name}: {self._holds(column)}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if column.name in self._features else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        column = self._columns[index.row()]
        if unfit_to_give(column) or column.name == self._labels:
            return Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def toggle(self, index: Index) -> None:
        """Take a column, or leave it out."""
        if index.isValid() and self.flags(index) & Qt.ItemFlag.ItemIsEnabled:
            self.toggled.emit(self._columns[index.row()].name)

    def _holds(self, column: Column) -> str:
        """Say what a column holds, or why it can't be a feature."""
        if column.name == self._labels:
            return self.tr("to be learned: {0}").format(self._seen(column))
        if why := unfit_to_give(column):
            return why
        if column.shape:
            return self.tr("{0} number{0:|s} an example").format(" × ".join(map(str, column.shape)))
        return self._seen(column)

    def _seen(self, column: Column) -> str:
        return ", ".join(column.preview) + ", …" if column.preview else ""


class ColumnDelegate(QStyledItemDelegate):
    """A box, the column's name and below it what it holds."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(metrics.SIDEBAR_MIN), px(metrics.RUN_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect = theme(), QRectF(option.rect)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if current or (option.state & QStyle.StateFlag.State_MouseOver and enabled):
            painter.fillRect(rect, now.selected if current else now.hover)
        side = px(_CHECK)
        left = rect.left() + px(metrics.S2)
        if enabled:
            state = QStyle.StateFlag.State_Enabled
            checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state |= QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
            paint_check(painter, QRectF(left, rect.center().y() - side / 2, side, side), state)
        words = rect.adjusted(px(metrics.S2) + side + px(metrics.S2), 0, -px(metrics.S2), 0)
        middle = rect.center().y()
        ink = now.text if enabled else now.text2
        name = QRectF(words.left(), middle - px(19), words.width(), px(20))
        write(painter, name, str(index.data()), metrics.font("name"), ink)
        held = QRectF(words.left(), middle, words.width(), px(18))
        write(painter, held, str(index.data(HOLDS)), metrics.font("secondary"), now.text2)
        painter.restore()


class ColumnList(QListView):
    """The columns, one stop for the Tab key; a click or Space takes one or leaves it out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = ColumnModel(self)
        self.setModel(self.columns)
        self.setItemDelegate(ColumnDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Features"))
        self.clicked.connect(self.columns.toggle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.columns.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.columns.rowCount():
            self.setCurrentIndex(self.columns.index(0))
        show_ring(cast("QWidget", self), event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(cast("QWidget", self))
