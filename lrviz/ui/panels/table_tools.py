"""What can be done with the numbers in the dock: choose their columns, and copy them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lrviz.ui.controls.below import below
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.panels.table import TableView


class TableTools(QWidget):
    """Two buttons in the title row of the numbers, each with a menu."""

    def __init__(self, table: TableView, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.columns = IconButton("columns", self.tr("Choose columns"), parent=self)
        self.copy = IconButton("copy", self.tr("Copy as a table"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.columns)
        row.addWidget(self.copy)
        self.columns.clicked.connect(lambda: open_menu(table.column_menu(self), below(self.columns)))
        self.copy.clicked.connect(lambda: open_menu(table.copy_menu(self), below(self.copy)))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.look()

    def look(self) -> None:
        """Offer columns where the table has some to choose from, and a copy where it has rows."""
        self.columns.setVisible(bool(self._table.shown.table.offers))
        self.copy.setEnabled(bool(self._table.shown.table.rows))
