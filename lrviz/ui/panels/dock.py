"""The dock: what the view says in numbers, and the code; below the view, or a column at its right on wide windows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lrviz.ui import metrics, sizes
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.split import Split
from lrviz.ui.palette import theme
from lrviz.ui.panels.code_panel import CodePanel
from lrviz.ui.panels.table import TableView
from lrviz.ui.store import Store
from lrviz.ui.table import Table


class Dock(QWidget):
    """Numbers and code side by side, one above the other, or one at a time where there is no room for both."""

    unveiled = Signal()
    """It was hidden and is in sight again."""
    rearranged = Signal()
    """It shows one half instead of both, or both instead of one: it may need another height."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = TableView(self)
        self.code = CodePanel(store, self)
        self._title = ElidedLabel("section", "text2", self)
        self.tabs = Segmented(
            [("numbers", self.tr("Numbers")), ("code", self.tr("Code"))], name=self.tr("Dock"), small=True, parent=self
        )
        self.tabs.show_choice("numbers")
        self.tabs.chosen.connect(self._choose)
        self._numbers = QWidget(self)
        self._split = Split(Qt.Orientation.Horizontal, self)
        self._lay_out()

    def _lay_out(self) -> None:
        numbers = QVBoxLayout(self._numbers)
        numbers.setContentsMargins(metrics.S2, 0, 0, 0)
        numbers.setSpacing(0)
        self._title.setFixedHeight(metrics.DOCK_HEAD)
        title = QHBoxLayout()
        title.setContentsMargins(metrics.S2, 0, 0, 0)
        title.addWidget(self._title)
        numbers.addLayout(title)
        numbers.addWidget(self.table, 1)
        for half in (self.table, self.code.text):  # the dock may be folded to its head
            half.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._numbers)
        self._split.addWidget(self.code)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.splitterMoved.connect(self._remember)
        self._split.fold_wanted.connect(self._forget)
        self.code.setMinimumWidth(220)
        self._head = QWidget(self)
        self._head.setFixedHeight(metrics.DOCK_HEAD)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(metrics.S4, 0, metrics.S2, 0)
        head.addWidget(self.tabs)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._split, 1)

    @property
    def upright(self) -> bool:
        """Whether numbers stand above the code."""
        return self._split.orientation() == Qt.Orientation.Vertical

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.unveiled.emit()

    def stand(self, *, upright: bool) -> None:
        """Put numbers above the code, or beside it."""
        self._split.setOrientation(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
        self.share_out()

    def show_table(self, table: Table) -> None:
        """Show a view's numbers."""
        self._title.setText(table.title)
        before = self.table.wanted_height()
        self.table.show_table(table)
        if self.upright and self.table.wanted_height() != before:
            self.share_out()

    def share_out(self) -> None:
        """Give the code its width and the numbers the rest; where they stand above it, all their rows."""
        narrow = not self.upright and self.width() < metrics.DOCK_TABS
        self._title.setVisible(not narrow)
        self.code.title.setVisible(not narrow)
        self._numbers.setVisible(not narrow or self.tabs.choice == "numbers")
        self.code.setVisible(not narrow or self.tabs.choice == "code")
        if narrow == self._head.isHidden():
            self._head.setVisible(narrow)
            self.rearranged.emit()
        if self.upright:
            table = min(metrics.DOCK_HEAD + self.table.wanted_height(), self.height() // 2)
            self._split.setSizes([table, max(1, self.height() - table)])
        else:
            code = sizes.remembered("code") or min(metrics.DOCK_CODE, self.width() // 2)
            self._split.setSizes([max(1, self.width() - code), code])
        layout = self.layout()
        if layout is not None:
            layout.activate()  # the window asks at once how small it may be

    def _remember(self) -> None:
        if not self.upright:
            sizes.remember("code", self._split.sizes()[1])

    def _forget(self) -> None:
        sizes.forget("code")
        self.share_out()

    def _choose(self, key: str) -> None:
        self.tabs.show_choice(key)
        self.share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)
