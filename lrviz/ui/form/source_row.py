"""The part of the problem form that shows which data file is learned from, and lets another be chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.catalog.source import Source
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.numbers import whole


class SourceRow(QWidget):
    """The file's name, what is learned from it, and the buttons that ask for another file or other columns of it."""

    file_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ElidedLabel("name", "text", self)
        self.learned = Paragraph("secondary", "text2", self)
        self.choose = Button(self.tr("Choose a file"), icon="folder-open", small=True, parent=self)
        self.columns = Button(self.tr("Columns"), kind="ghost", small=True, parent=self)
        self.choose.setToolTip(self.tr("CSV with names in its first line, or NPZ; it is only read, never executed."))
        self.columns.setToolTip(self.tr("Choose what is given and what is to be learned."))
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.columns)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(metrics.S1), 0, px(metrics.S1))
        column.setSpacing(px(metrics.S1))
        column.addWidget(self.name)
        column.addWidget(self.learned)
        column.addLayout(buttons)
        self.choose.clicked.connect(self.file_wanted)
        self.columns.clicked.connect(self.columns_wanted)

    def show_source(self, source: Source) -> None:
        """Show what is learned from."""
        self.name.setText(source.name)
        self.name.setToolTip(str(source.file))
        given = self.tr("pictures of {0} × {1}").format(*source.image) if source.image else _listed(source.features)
        told = self.tr("{0} example{0:|s}. Given: {1}. Learned: {2}, {3}.")
        kinds = {
            "classes": self.tr("{0} class{0:|es}").format(len(source.classes)),
            "binary": self.tr("yes or no"),
            "values": self.tr("values"),
        }
        self.learned.setText(told.format(whole(source.rows), given, source.labels, kinds[source.task]))


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) if len(names) <= 6 else f"{', '.join(names[:5])}, … {names[-1]} ({len(names)})"
