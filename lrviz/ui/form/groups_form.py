"""The form of a run's parameter groups: which parameters have a rate or a decay of their own, or stay as they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.run import Group
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.form.spec_form import SpecForm


class GroupsForm(QWidget):
    """Shows groups and sends the groups there would be with one change: `edited(groups, what, dragging)`.

    A parameter belongs to the first group whose pattern matches its name; the rest to the optimizer's own.
    """

    edited = Signal(object, str, bool)
    rebuilt = Signal()
    """Groups were added or taken away: what the Tab key stops at is another list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self.forms: list[SpecForm] = []
        self.removers: list[IconButton] = []
        self._bodies: list[QWidget] = []
        self.add = Button(self.tr("Add group"), icon="plus", kind="ghost", small=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(metrics.S1))
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self._column.addLayout(row)
        self.add.clicked.connect(self._add)

    def show_groups(self, groups: tuple[Group, ...], colour: int) -> None:
        """Show groups in a run's colour; nothing is sent."""
        self._groups = groups
        if len(groups) != len(self.forms):
            self._rebuild(len(groups))
        for form, group in zip(self.forms, groups, strict=True):
            form.show_spec(group, colour)

    def _rebuild(self, count: int) -> None:
        for body in self._bodies:
            body.hide()
            body.deleteLater()
        self.forms, self.removers, self._bodies = [], [], []
        for index in range(count):
            body = self._body(index)
            self._bodies.append(body)
            self._column.insertWidget(index, body)
            body.show()
        self.rebuilt.emit()

    def _body(self, index: int) -> QWidget:
        body = QWidget(self)
        title = ElidedLabel("section", "text2", body)
        title.setText(self.tr("Group {0}").format(index + 1))
        remove = IconButton("trash-2", self.tr("Remove group {0}").format(index + 1), parent=body)
        form = SpecForm(body)
        line = QHBoxLayout()
        line.addWidget(title, 1)
        line.addWidget(remove)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, px(metrics.S1), 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(form)
        remove.clicked.connect(lambda: self._remove(index))
        form.edited.connect(lambda group, name, dragging: self._put(index, group, name, dragging))
        form.rebuilt.connect(self.rebuilt)
        self.forms.append(form)
        self.removers.append(remove)
        return body

    def _add(self) -> None:
        self.edited.emit((*self._groups, Group("*.bias")), self.tr("add group"), False)

    def _remove(self, index: int) -> None:
        kept = (*self._groups[:index], *self._groups[index + 1 :])
        self.edited.emit(kept, self.tr("remove group"), False)

    def _put(self, index: int, group: Group, name: str, dragging: bool) -> None:
        groups = (*self._groups[:index], group, *self._groups[index + 1 :])
        self.edited.emit(groups, f"group {index + 1} {name}", dragging)
