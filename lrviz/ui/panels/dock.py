"""The dock: what the view says in numbers, and the code; below the view, or a column at its right on wide windows."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.palette import theme
from lrviz.ui.panels.code_panel import CodePanel
from lrviz.ui.panels.table import TableView
from lrviz.ui.store import Store
from lrviz.ui.table import Table


class Dock(QSplitter):
    """Numbers and code side by side, or one above the other."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.table = TableView(self)
        self.code = CodePanel(store, self)
        self._title = ElidedLabel("section", "text2", self)
        numbers = QWidget(self)
        column = QVBoxLayout(numbers)
        column.setContentsMargins(metrics.S2, 0, 0, 0)
        column.setSpacing(0)
        self._title.setFixedHeight(metrics.DOCK_HEAD)
        head = QHBoxLayout()
        head.setContentsMargins(metrics.S2, 0, 0, 0)
        head.addWidget(self._title)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.addWidget(numbers)
        self.addWidget(self.code)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.code.setMinimumWidth(220)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_table(self, table: Table) -> None:
        """Show a view's numbers."""
        self._title.setText(table.title)
        self.table.show_table(table)

    def show_all_rows(self) -> None:
        """Where numbers stand above the code: give them what they need, and the rest to the code."""
        if self.orientation() == Qt.Orientation.Vertical:
            table = min(metrics.DOCK_HEAD + self.table.wanted_height(), self.height() // 2)
            self.setSizes([table, max(1, self.height() - table)])

    def createHandle(self) -> QSplitterHandle:
        return Handle(self.orientation(), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)


class Handle(QSplitterHandle):
    """A line of one pixel to drag, with a wider place to take hold of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(0, 0, self.width(), self.height()), theme().border)
