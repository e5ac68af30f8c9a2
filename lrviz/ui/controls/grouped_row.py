"""The row of a parameter that may have a value for each parameter group: one for all of them, or a field each."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.spec import Field
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.number_field import NumberField
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.scales import scale_of
from lrviz.ui.controls.text_row import TextRow
from lrviz.ui.controls.words import drawn_with, explained, said
from lrviz.ui.speech.spoken import together


class GroupedRow(QWidget):
    """Shows the row of one value, or below the name a field for each of a tuple's; sends `edited(value, dragging)`.

    A button goes from one to the other where there is more than one group.
    """

    edited = Signal(object, bool)

    def __init__(self, field: Field, *, colour: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.single = (TextRow if field.kind == "text" else NumberRow)(field, colour=colour, parent=self)
        self.entries: list[EntryField] = []
        self._error = ErrorLine(self)
        self.switch = Button("", kind="ghost", small=True, parent=self)
        self._value: Any = None
        self._groups = 1
        self._several = QWidget(self)
        self._lines = QVBoxLayout(self._several)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(metrics.S1))
        self._lines.addWidget(self._name())
        self.setToolTip(explained(field))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for part in (self.single, self._several, self._error):
            column.addWidget(part)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.switch)
        column.addLayout(line)
        self.single.edited.connect(self.edited)
        self.switch.clicked.connect(self._switch)
        self._arrange()

    @property
    def value(self) -> Any:
        """The value it shows."""
        return self._value

    @property
    def error(self) -> ErrorLine:
        """Where it says what is wrong."""
        return self._error if isinstance(self._value, tuple) else self.single.error

    def show_value(self, value: Any) -> None:
        """Show a value or a tuple of them; nothing is sent."""
        if value != self._value:
            self.show_error("")
        self._value = value
        if isinstance(value, tuple):
            self._make(len(value))
            for entry, one in zip(self.entries, value, strict=True):
                entry.show_value(one)
        else:
            self.single.show_value(value)
        self._arrange()

    def set_groups(self, groups: int) -> None:
        """Offer a value for each of so many parameter groups."""
        self._groups = groups
        self._arrange()

    def show_error(self, text: str) -> None:
        """Mark what is shown and say what is wrong with it; "" takes the mark away."""
        if not isinstance(self._value, tuple):
            self.single.show_error(text)
            return
        for entry in self.entries:
            entry.mark_error(bool(text))
        self._error.say(text)

    def set_colour(self, colour: int) -> None:
        """Paint the slider in a run's colour."""
        self.single.set_colour(colour)

    def _arrange(self) -> None:
        several = isinstance(self._value, tuple)
        self.single.setVisible(not several)
        self._several.setVisible(several)
        self.switch.setVisible(several or self._groups > 1)
        self.switch.setText(self.tr("One for all groups") if several else self.tr("One for each group"))
        self.switch.setAccessibleName(together("{0}: {1}", self.field.name, self.switch.text()))

    def _switch(self) -> None:
        value = self._value
        self.edited.emit(value[0] if isinstance(value, tuple) else (value,) * self._groups, False)

    def _make(self, count: int) -> None:
        """Have so many fields, each beside the number of its group."""
        while len(self.entries) > count:
            line = cast("QWidget", self.entries.pop().parentWidget())
            line.hide()
            line.deleteLater()
        while len(self.entries) < count:
            self._lines.addWidget(self._line(len(self.entries)))

    def _line(self, i: int) -> QWidget:
        line = QWidget(self._several)
        label = ElidedLabel("secondary", "text2", line)
        label.setText(self.tr("others") if i == 0 else self.tr("group {0}").format(i))
        entry = self._entry(f"{self.field.name}, {label.text()}", line)
        entry.setAccessibleDescription(explained(self.field))
        entry.edited.connect(lambda value: self.edited.emit((*self._value[:i], value, *self._value[i + 1 :]), False))
        entry.refused.connect(lambda reason: self.show_error(drawn_with(reason, said(self._value, self.field.none))))
        entry.restored.connect(lambda: self.show_error(""))
        self.entries.append(entry)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(metrics.S2))
        row.addWidget(label, 1)
        row.addWidget(entry, 3 if self.field.kind == "text" else 0)
        return line

    def _entry(self, name: str, parent: QWidget) -> EntryField:
        if self.field.kind == "text":
            return EntryField(name=name, read=str.strip, show=str, parent=parent)
        return NumberField(name=name, scale=scale_of(self.field), parent=parent)

    def _name(self) -> ElidedLabel:
        name = ElidedLabel("code", parent=self._several)
        name.setText(self.field.name)
        return name
