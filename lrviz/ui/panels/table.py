"""A table in the dock: sorted by a click on its head, its cells chosen and copied, its columns picked from a menu."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyle, QStyleOptionViewItem, QTableView, QWidget

from lrviz.export.typeset import FORMATS, TYPESET, Format
from lrviz.ui import keymap, metrics
from lrviz.ui.compared import kept_columns
from lrviz.ui.controls.drawing import text_width
from lrviz.ui.controls.focus import by_keyboard, hide_ring, show_ring
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.palette import theme
from lrviz.ui.panels.table_model import SORT, SortedTable, TableModel
from lrviz.ui.panels.table_paint import NAME_INSET, TableDelegate, TableHead, bold, name_width, row_height
from lrviz.ui.table import Table, sheet_of

LONGEST_NAME, SHORT_NAME = 160, 72
"""Pixels of a name that are shown; the second where there is little room."""
WIDE_GAP, NARROW_GAP = 22, 14
"""Between two columns of numbers."""
UNSORTED = -1


class TableView(QTableView):
    """The table itself: read only, rows of 32, no grid.

    A click on a head sorts by its column, rising, then falling, then not at all; Enter does so by the cell's. A click
    with Ctrl on a head takes the column, one on a name the row. What is taken is copied, or all.
    """

    columns_chosen = Signal()
    """Other columns are wanted."""
    copied = Signal(str)
    """What was taken is on the clipboard in this format."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = TableModel(self)
        self._sorted = SortedTable(self)
        self._sorted.setSourceModel(self.shown)
        self._sorted.setSortRole(SORT)
        self.setModel(self._sorted)
        self._head = TableHead(self)
        self.setHorizontalHeader(self._head)
        self.setItemDelegate(TableDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabKeyNavigation(False)  # arrows go from cell to cell
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(row_height())
        self.verticalHeader().setDefaultSectionSize(row_height())
        self._head.setFixedHeight(round(metrics.TABLE_HEAD * max(1.0, metrics.scale())))
        self._head.setSectionsClickable(True)
        self._head.sectionPressed.disconnect()  # Qt's own takes the column too, that a click only sorts by
        self._head.setHighlightSections(False)
        self._head.setSortIndicatorClearable(True)
        self._head.setSortIndicator(UNSORTED, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.sortByColumn(UNSORTED, Qt.SortOrder.AscendingOrder)
        self._by_key = False
        self._head.chosen.connect(self._take_column)
        self._head.sortIndicatorChanged.connect(self._remember_order)

    @property
    def shows_place(self) -> bool:
        """Whether the current cell is ringed: a key brought the focus."""
        return self._by_key and self.hasFocus()

    def show_table(self, table: Table) -> None:
        """Show another table, sorted as that one was before."""
        before = self.shown.table
        if table == before:
            return
        self.shown.show(table)
        if (table.key, table.columns) != (before.key, before.columns):
            self._sort_as_before(table)
        self.setAccessibleName(table.title)
        keys = self.tr("Enter sorts by the column of the cell, {0} copies.").format(keymap.native("Ctrl+C"))
        self.setAccessibleDescription(keys)
        self._share_out()

    # sorting

    def _sort_as_before(self, table: Table) -> None:
        """Sort by what was remembered of a table, where it has that column."""
        column, order = (kept_columns.sorted_by(table.key) or ("", "rising")) if table.key else ("", "rising")
        names = ("name", *table.columns)
        at = names.index(column) if column in names else UNSORTED
        rising = Qt.SortOrder.AscendingOrder if order == "rising" else Qt.SortOrder.DescendingOrder
        self._head.blockSignals(True)
        self._head.setSortIndicator(at, rising)
        self._head.blockSignals(False)
        self._sorted.sort(at, rising)

    def _remember_order(self, at: int, order: Qt.SortOrder) -> None:
        table = self.shown.table
        if table.key and at <= len(table.columns):
            column = ("name", *table.columns)[at] if at >= 0 else ""
            rising = order == Qt.SortOrder.AscendingOrder
            kept_columns.sort_by(table.key, column, "rising" if rising else "falling")

    def _sort_on(self, column: int) -> None:
        """Sort by a column: rising, then falling, then not at all."""
        if self._head.sortIndicatorSection() != column:
            self._head.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        elif self._head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder:
            self._head.setSortIndicator(column, Qt.SortOrder.DescendingOrder)
        else:
            self._head.setSortIndicator(UNSORTED, Qt.SortOrder.AscendingOrder)

    # taking cells, and copying them

    def _take_column(self, column: int) -> None:
        command = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Columns
        self.selectionModel().select(self.model().index(0, column), command)

    def written(self, form: Format) -> str:
        """Give what is taken of the table as text, or all of it where no more than one cell is."""
        taken = self.selectedIndexes()
        every = len(taken) < 2
        rows = range(self.model().rowCount()) if every else sorted({index.row() for index in taken})
        columns = (
            list(range(len(self.shown.table.heads)))
            if every
            else sorted({index.column() - 1 for index in taken if index.column()})
        )
        order = [self._sorted.mapToSource(self._sorted.index(row, 0)).row() for row in rows]
        return TYPESET[form](sheet_of(self.shown.table, self.shown.first, order, columns))

    def copy(self, form: Format | None = None) -> None:
        """Put what is taken, or all, on the clipboard; in the format that was taken last where none is given."""
        chosen = form or kept_columns.copied_as()
        kept_columns.copy_as(chosen)
        QGuiApplication.clipboard().setText(self.written(chosen))
        self.copied.emit(chosen)

    def copy_menu(self, parent: QWidget) -> QMenu:
        """Give the menu of the formats it can be copied in; the one that Ctrl+C takes has its key beside it."""
        menu = QMenu(parent)
        names = {
            "markdown": self.tr("Copy as Markdown"),
            "csv": self.tr("Copy as CSV"),
            "latex": self.tr("Copy as LaTeX"),
        }
        key = QKeySequence(QKeySequence.StandardKey.Copy).toString(QKeySequence.SequenceFormat.NativeText)
        for form in FORMATS:
            text = f"{names[form]}\t{key}" if form == kept_columns.copied_as() else names[form]
            menu.addAction(text).triggered.connect(partial(self.copy, form))
        return menu

    # which columns there are

    def column_menu(self, parent: QWidget) -> QMenu:
        """Give the menu of all columns there are, those shown checked."""
        menu, table = QMenu(parent), self.shown.table
        for group, offers in groupby(table.offers, key=lambda offer: offer.group):
            below = menu.addMenu(group)
            below.setToolTipsVisible(True)
            for offer in offers:
                action = below.addAction(offer.title)
                action.setToolTip(offer.about)
                action.setCheckable(True)
                action.setChecked(offer.key in table.keys)
                action.setEnabled(table.keys != (offer.key,))  # the last one stays
                action.triggered.connect(partial(self._choose, self._with(offer.key)))
        menu.addSeparator()
        menu.addAction(self.tr("All")).triggered.connect(partial(self._choose, tuple(o.key for o in table.offers)))
        menu.addAction(self.tr("As at first")).triggered.connect(partial(self._choose, ()))
        return menu

    def _with(self, key: str) -> tuple[str, ...]:
        """Give the columns with one more or one less, in their order."""
        table = self.shown.table
        return tuple(offer.key for offer in table.offers if (offer.key in table.keys) != (offer.key == key))

    def _choose(self, keys: tuple[str, ...]) -> None:
        kept_columns.choose(self.shown.table.key, keys)
        self.columns_chosen.emit()

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._sort_on(self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Escape and self.selectedIndexes():
            self.clearSelection()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
            event.ignore()  # the window's own keys
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_key = by_keyboard(event)
        show_ring(self, event, 0)
        if self._by_key and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            command = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(index, command)
        elif not index.isValid():
            self.clearSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.copy_menu(self)
        if self.shown.table.offers:
            menu.addSeparator()
            columns = self.column_menu(menu)
            columns.setTitle(self.tr("Columns"))
            menu.addMenu(columns)
        open_menu(menu, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    # names stay in sight while the rest is scrolled

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self._head.viewport().update()

    def indexAt(self, at: QPoint) -> QModelIndex:
        over = self._head.offset() > 0 and at.x() < self._head.sectionSize(0)
        return super().indexAt(QPoint(self.columnViewportPosition(0), at.y()) if over else at)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._head.offset() <= 0:
            return
        painter, wide = QPainter(self.viewport()), self._head.sectionSize(0)
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        for row in range(max(first, 0), (last if last >= 0 else self.model().rowCount() - 1) + 1):
            option, index = QStyleOptionViewItem(), self.model().index(row, 0)
            option.rect = QRect(0, self.rowViewportPosition(row), wide, self.rowHeight(row))
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            painter.fillRect(option.rect, theme().surface)
            self.itemDelegate().paint(painter, option, index)
        painter.fillRect(wide - 1, 0, 1, self.viewport().height(), theme().border)

    # room

    def _share_out(self) -> None:
        """Give each column what its words need and an equal share of the rest.

        Where there is too little, words stand closer, and a long name is cut where that is enough; else it is scrolled.
        """
        table, head = self.shown.table, self.horizontalHeader()
        if not table.heads:
            return
        names = max((name_width(row) for row in table.rows), default=0.0)
        small, strong = metrics.font("secondary"), bold("body")
        words = [
            max(
                [
                    text_width(f"{title} ↓" if at + 1 == head.sortIndicatorSection() else title, small),
                    *(text_width(row.cells[at].text, strong) + 4 for row in table.rows),
                ]
            )
            for at, title in enumerate(table.heads)
        ]
        full = self.viewport().width()
        name, gap = NAME_INSET + min(names + 8, LONGEST_NAME), WIDE_GAP
        if name + sum(words) + WIDE_GAP * len(words) > full:
            gap = NARROW_GAP
            short = NAME_INSET + min(names + 8, SHORT_NAME)
            name = short if short + sum(words) + gap * len(words) <= full else name
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
        return bar + head.height() + row_height() * self.shown.rowCount() + metrics.S2
