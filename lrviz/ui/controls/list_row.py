"""The rows of lists of numbers: any number of them in one field, or so many in a field each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lrviz.spec import Field
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.entry import read_entries, show_entries
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.number_field import NumberField
from lrviz.ui.controls.row import laid_out
from lrviz.ui.controls.scales import length, scale_of
from lrviz.ui.controls.words import drawn_with, explained, said

_FIELD = 68
_PAIR = 2


class ListRow(QWidget):
    """A list such as "30, 80" in one field, or a pair in two beside the name; Enter sends `edited(values, False)`."""

    edited = Signal(object, bool)

    def __init__(self, field: Field, *, colour: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.error = ErrorLine(self)
        self._values: tuple[Any, ...] = ()
        count = length(field)
        self.entries: list[EntryField] = [self._list()] if count is None else [self._one(i) for i in range(count)]
        entries = self.entries[0] if count is None else self._side_by_side()
        if len(self.entries) == _PAIR:
            laid_out(self, field, self.error, entries, None)
        else:
            laid_out(self, field, self.error, None, entries)
        for i, entry in enumerate(self.entries):
            entry.setAccessibleDescription(explained(field))
            entry.edited.connect(lambda value, i=i: self._edited(i, value))
            entry.refused.connect(lambda reason: self.show_error(drawn_with(reason, said(self._values, field.none))))
            entry.restored.connect(lambda: self.show_error(""))

    @property
    def value(self) -> Any:
        """The values it shows."""
        return self._values

    def show_value(self, value: Any) -> None:
        """Show the values; nothing is sent."""
        if value != self._values:
            self.show_error("")
        self._values = value
        if length(self.field) is None:
            self.entries[0].show_value(value)
        else:
            for entry, one in zip(self.entries, value, strict=True):
                entry.show_value(one)

    def show_error(self, text: str) -> None:
        """Mark the entries and say what is wrong with them; "" takes the mark away."""
        for entry in self.entries:
            entry.mark_error(bool(text))
        self.error.say(text)

    def set_colour(self, colour: int) -> None:
        """Do nothing: fields have no part in a run's colour."""

    def _list(self) -> EntryField:
        entry = EntryField(name=self.field.name, read=self._read, show=_show, parent=self)
        if self.field.optional:
            entry.setPlaceholderText(said(None, self.field.none))
        return entry

    def _read(self, text: str) -> Any:
        if self.field.optional and text.strip().lower() in {"", "none", said(None, self.field.none).lower()}:
            return None
        return read_entries(text, whole=self.field.kind == "ints")

    def _one(self, i: int) -> EntryField:
        return NumberField(name=f"{self.field.name} {i + 1}", scale=scale_of(self.field), parent=self)

    def _side_by_side(self) -> QWidget:
        pair = QWidget(self)
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(metrics.S2))
        for entry in self.entries:
            entry.setMaximumWidth(px(_FIELD))
            line.addWidget(entry)
        return pair

    def _edited(self, i: int, value: Any) -> None:
        if length(self.field) is None:
            self.edited.emit(value, False)
        else:
            self.edited.emit((*self._values[:i], value, *self._values[i + 1 :]), False)


def _show(values: tuple[float, ...] | None) -> str:
    return "" if values is None else show_entries(values)
