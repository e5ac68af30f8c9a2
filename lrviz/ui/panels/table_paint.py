"""How the cells and heads of a table are painted: quietly, the best on a chip, what is stale in grey."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import LEFT, RIGHT, rounded, text_width, write
from lrviz.ui.controls.focus import WIDTH
from lrviz.ui.icons import paint_icon
from lrviz.ui.marks import paint_swatch
from lrviz.ui.palette import Theme, theme
from lrviz.ui.panels.table_model import CELL, ROW, Index
from lrviz.ui.table import Cell, Row

NAME_INSET = 34
"""Where a name begins in its column, right of its mark."""
PIN = 12
"""The icon behind the name of the run that others are compared with."""


class Shown(Protocol):
    """The view that is painted: it knows which cell the keyboard is on, and whether that is shown."""

    @property
    def shows_place(self) -> bool:
        """Whether the current cell is ringed."""
        ...

    def currentIndex(self) -> QModelIndex:
        """Give the cell that the keyboard is on."""
        ...


class TableDelegate(QStyledItemDelegate):
    """Paints a cell; the one that the keyboard is on is ringed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = metrics.font("body")
        wide = QFontMetricsF(font).horizontalAdvance(str(index.data()))
        return QSize(round(wide) + (44 if index.column() == 0 else 28), row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme()
        rect, state = QRectF(option.rect), option.state
        row, cell = cast("Row", index.data(ROW)), cast("Cell", index.data(CELL))
        painter.save()
        if row.selected:
            painter.fillRect(rect, tokens.selected)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.info_tint if tokens.info_tint != tokens.surface else tokens.selected)
        ink = tokens.text3 if row.faint or cell.quiet else tokens.text
        if index.column() == 0:
            _paint_name(painter, rect, row, ink, tokens)
        else:
            font = metrics.font("body")
            if cell.best:
                font = bold("body")
                wide = QFontMetricsF(font).horizontalAdvance(cell.text) + 16
                chip = QRectF(rect.right() - 4 - wide, rect.center().y() - 11, wide, 22)
                rounded(painter, chip, metrics.CHIP, fill=tokens.best_tint)
                ink = tokens.best
            write(painter, rect.adjusted(4, 0, -12, 0), cell.text, font, ink, where=RIGHT)
        view = cast("Shown", self.parent())
        if view.shows_place and view.currentIndex() == index:
            rounded(painter, rect.adjusted(1, 1, -1, -1), metrics.CHIP, border=tokens.focus, width=WIDTH)
        painter.restore()


def _paint_name(painter: QPainter, rect: QRectF, row: Row, ink: QColor, tokens: Theme) -> None:
    """Paint a run's mark and name, and behind it the note."""
    paint_swatch(painter, QRectF(rect.left() + metrics.S2, rect.center().y() - 6, 18, 12), row.colour, tokens)
    font = bold("name") if row.selected else metrics.font("name")
    room = rect.adjusted(NAME_INSET, 0, -4, 0)
    note = f", {row.note}" if row.note else ""
    pin = PIN + metrics.S1 if row.pinned else 0
    behind = min(text_width(note, metrics.font("secondary")), room.width() / 2)
    named = min(text_width(row.name, font) + 1, room.width() - behind - pin)
    write(painter, QRectF(room.left(), room.top(), named, room.height()), row.name, font, ink)
    if row.pinned:
        middle = room.center().y() - PIN / 2
        paint_icon(painter, QRectF(room.left() + named + metrics.S1, middle, PIN, PIN), "pin", tokens.text2)
        named += pin
    if note:
        rest = QRectF(room.left() + named, room.top(), room.width() - named, room.height())
        write(painter, rest, note, metrics.font("secondary"), tokens.text3)


class TableHead(QHeaderView):
    """Quiet words over the columns; a small arrow on the one that sorts."""

    chosen = Signal(int)
    """A click with Ctrl: the whole column is meant."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.chosen.emit(self.logicalIndexAt(event.position().toPoint()))
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.offset() > 0:  # the head of the names stays in sight
            painter, wide = QPainter(self.viewport()), self.sectionSize(0)
            self.paintSection(painter, QRect(0, 0, wide, self.viewport().height()), 0)
            painter.fillRect(wide - 1, 0, 1, self.viewport().height(), theme().border)

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


def name_width(row: Row) -> float:
    """Give how wide a run's name is, with what stands behind it."""
    behind = text_width(f", {row.note}", metrics.font("secondary")) if row.note else 0.0
    return text_width(row.name, bold("name")) + behind + (PIN + metrics.S1 if row.pinned else 0)


def bold(role: metrics.Role) -> QFont:
    """Give a role's font in the weight of what stands out."""
    font = QFont(metrics.font(role))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def row_height() -> int:
    """Give how high a row is."""
    return round(metrics.TABLE_ROW * max(1.0, metrics.scale()))
