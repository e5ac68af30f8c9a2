"""The dock: findings, numbers and code; below the view, or a column at its right on wide windows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.aside import Aside
from lrviz.ui.choices import sizes
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.split import Split
from lrviz.ui.judging import Judged
from lrviz.ui.numbers import whole
from lrviz.ui.palette import theme
from lrviz.ui.panels.code_panel import CodePanel
from lrviz.ui.panels.findings_panel import FindingsPanel
from lrviz.ui.panels.table import TableView
from lrviz.ui.panels.table_tools import TableTools
from lrviz.ui.store import Store
from lrviz.ui.table import Table

FIRST = {"schedule": "findings"}
"""What of numbers and findings a view has beside the code until a person chooses; numbers in the others."""


class Dock(QWidget):
    """Findings or numbers beside the code, all three below each other, or one at a time where there is no room."""

    unveiled = Signal()
    """It was hidden and is in sight again."""
    rearranged = Signal()
    """It shows one half instead of both, or both instead of one: it may need another height."""

    def __init__(self, store: Store, parent: QWidget | None = None, *, aside: Aside | None = None) -> None:
        super().__init__(parent)
        self.table = TableView(self)
        self.tools = TableTools(self.table, self)
        self.findings = FindingsPanel(self)
        self.code = CodePanel(store, aside, self)
        self._view = ""
        words = [("numbers", self.tr("Numbers")), ("findings", self.tr("Findings")), ("code", self.tr("Code"))]
        self.tabs = Segmented(words, name=self.tr("Dock"), small=True, parent=self)
        self.halves = Segmented(words[:2], name=self.tr("Beside the code"), small=True, parent=self)
        self._title = ElidedLabel("section", "text2", self)
        self._found = ElidedLabel("section", "text2", self)
        self._left = QWidget(self)
        self._numbers = QWidget(self._left)
        self._judged = QWidget(self._left)
        self._split = Split(Qt.Orientation.Horizontal, self.tr("Room for the code"), self)
        self._lay_out()
        self.tabs.show_choice("numbers")
        self.halves.show_choice("numbers")
        for tabs in (self.tabs, self.halves):
            tabs.chosen.connect(self._choose)

    def _lay_out(self) -> None:
        self._halves_row = QWidget(self._left)
        line = self._halves_line = QHBoxLayout(self._halves_row)
        line.setContentsMargins(metrics.S4, 0, metrics.S2, 0)
        line.addWidget(self.halves)
        line.addStretch(1)
        self._halves_row.setFixedHeight(px(metrics.DOCK_HEAD))
        _titled(self._judged, self._found, self.findings, metrics.S2)
        self._numbers_line = _titled(self._numbers, self._title, self.table, metrics.S2)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        for widget in (self._halves_row, self._judged, self._numbers):
            left.addWidget(widget)
        self._stack = left
        for part in (self.table, self.findings, self.code.text):  # the dock may be folded to its head
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._left)
        self._split.addWidget(self.code)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.splitterMoved.connect(self._remember)
        self._split.fold_wanted.connect(self._forget)
        self.code.setMinimumWidth(220)
        self._head = QWidget(self)
        self._head.setFixedHeight(px(metrics.DOCK_HEAD))
        head = self._head_line = QHBoxLayout(self._head)
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
        """Whether its parts stand below each other."""
        return self._split.orientation() == Qt.Orientation.Vertical

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.unveiled.emit()

    def lead(self, view: str) -> None:
        """Show beside the code what was chosen for a view."""
        self._view = view
        chosen = str(QSettings().value(f"dock/tab/{view}", FIRST.get(view, "numbers")))
        self._put(chosen if chosen in self.tabs.keys() else "numbers")  # noqa: SIM118 - it is no mapping
        self.share_out()

    def stand(self, *, upright: bool) -> None:
        """Put its parts below each other, or side by side."""
        self._split.setOrientation(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
        self.findings.stand(cards=upright)
        self.share_out()

    def show_table(self, table: Table) -> None:
        """Show a view's numbers."""
        self._title.setText(table.title)
        for tabs in (self.tabs, self.halves):
            tabs.set_text("numbers", table.title)
        before = self.table.wanted_height()
        self.table.show_table(table)
        self.tools.look()
        if self.upright and self.table.wanted_height() != before:
            self.share_out()

    def show_findings(self, judged: Sequence[Judged], steps: int) -> None:
        """Show what was found in the runs in sight."""
        before = self.findings.wanted_height()
        self.findings.show_findings(judged, steps)
        count = self.findings.count
        title = self.tr("Findings {0}").format(whole(count)) if count else self.tr("Findings")
        self._found.setText(title)
        for tabs in (self.tabs, self.halves):
            tabs.set_text("findings", title)
        if self.upright and self.findings.wanted_height() != before:
            self.share_out()

    def share_out(self) -> None:
        """Give the code its width and what is beside it the rest; where that stands above it, all its rows."""
        narrow = not self.upright and self.width() < px(metrics.DOCK_TABS)
        chosen = self.tabs.choice if narrow else self.halves.choice
        self._halves_row.setVisible(not narrow and not self.upright)
        self._title.setVisible(self.upright)
        self._found.setVisible(self.upright)
        self.code.title.setVisible(not narrow)
        self._numbers.setVisible(self.upright or chosen == "numbers")
        self._judged.setVisible(self.upright or chosen == "findings")
        self._left.setVisible(not narrow or chosen != "code")
        self.code.setVisible(not narrow or chosen == "code")
        if narrow == self._head.isHidden():
            self._head.setVisible(narrow)
            self.rearranged.emit()
        row = self._numbers_line if self.upright else self._head_line if narrow else self._halves_line
        row.addWidget(self.tools)
        self.tools.setVisible(self.upright or chosen == "numbers")
        if self.upright:
            most = self.height() // 3
            found = min(px(metrics.DOCK_HEAD) + self.findings.wanted_height(), most)
            numbers = min(px(metrics.DOCK_HEAD) + self.table.wanted_height(), most)
            self._stack.setStretch(1, found)
            self._stack.setStretch(2, numbers)
            self._split.setSizes([found + numbers, max(1, self.height() - found - numbers)])
        else:
            code = sizes.remembered("code") or min(px(metrics.DOCK_CODE), self.width() // 2)
            self._split.setSizes([max(1, self.width() - code), code])
        layout = self.layout()
        if layout is not None:
            layout.activate()  # the window asks at once how small it may be

    def reveal(self, part: str) -> None:
        """Bring numbers, findings or code into sight."""
        if part == "code" and not self.code.isHidden():
            return
        self._put(part)
        self.share_out()

    def _remember(self) -> None:
        if not self.upright:
            sizes.remember("code", self._split.sizes()[1])

    def _forget(self) -> None:
        sizes.forget("code")
        self.share_out()

    def _choose(self, key: str) -> None:
        self._put(key)
        if self._view:
            QSettings().setValue(f"dock/tab/{self._view}", key)
        self.share_out()

    def _put(self, key: str) -> None:
        self.tabs.show_choice(key)
        if key != "code":
            self.halves.show_choice(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().surface)


def _titled(part: QWidget, title: ElidedLabel, content: QWidget, indent: int) -> QHBoxLayout:
    """Lay out a title over what it names, and give its row."""
    title.setFixedHeight(px(metrics.DOCK_HEAD))
    line = QHBoxLayout()
    line.setContentsMargins(metrics.S2, 0, metrics.S2, 0)
    line.addWidget(title)
    column = QVBoxLayout(part)
    column.setContentsMargins(indent, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(line)
    column.addWidget(content, 1)
    return line
