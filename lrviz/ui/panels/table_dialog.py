"""The dialog that asks what a table of numbers is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lrviz.logfile import Table
from lrviz.ui import metrics
from lrviz.ui.arriving.meanings import Kind, Meaning
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.few_lines import FewLines
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.option import Option
from lrviz.ui.form.section import order_tabs
from lrviz.ui.numbers import whole

ICONS: dict[Kind, str] = {"curve": "chart-spline", "fit": "trending-down", "metric": "pencil", "data": "file-code"}


class TableDialog(QDialog):
    """Offers what a table may mean; `taken` is sent with the kind that a person takes."""

    taken = Signal(str)

    def __init__(self, table: Table, meanings: Sequence[Meaning], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(table.name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title, columns = ElidedLabel("form_title", "text", self), FewLines("secondary", "text2", parent=self)
        title.setText(self.tr("What is {0}?").format(table.name))
        columns.setText(self._said(table))
        self.options = {one.kind: Option(ICONS[one.kind], one.title, one.why or one.text, self) for one in meanings}
        cancel = Button(self.tr("Cancel"), kind="ghost", parent=self)
        column, buttons = QVBoxLayout(self), QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        column.setContentsMargins(*[px(metrics.S4)] * 4)
        column.setSpacing(px(metrics.S2))
        column.addWidget(title)
        column.addWidget(columns)
        column.addSpacing(px(metrics.S1))
        for one in meanings:
            option = self.options[one.kind]
            option.setEnabled(not one.why)
            option.clicked.connect(lambda _=False, kind=one.kind: self._take(kind))
            column.addWidget(option)
        column.addStretch(1)
        column.addLayout(buttons)
        open_as(self, metrics.TABLE_DIALOG)
        order_tabs((*self.options.values(), cancel))
        cancel.clicked.connect(self.reject)
        next(iter(self.options.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _said(self, table: Table) -> str:
        """Say what the table holds."""
        names = list(dict.fromkeys(series.name for part in table.parts for series in part.columns))
        return self.tr("{0} row{0:|s}. Columns: {1}.").format(whole(table.rows), ", ".join(names))

    def _take(self, kind: Kind) -> None:
        self.accept()
        self.taken.emit(kind)
