"""The row of a text or an expression."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lrviz.spec import Field
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.row import laid_out
from lrviz.ui.controls.words import drawn_with, explained, said


class TextRow(QWidget):
    """The name above, a field in code type below; Enter sends `edited(text, False)`, None where none is needed."""

    edited = Signal(object, bool)

    def __init__(self, field: Field, *, colour: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.entry = EntryField(name=field.name, read=self._read, show=_show, parent=self)
        if field.optional:
            self.entry.setPlaceholderText(said(None, field.none))
        self.error = ErrorLine(self)
        laid_out(self, field, self.error, None, self.entry)
        self.entry.setAccessibleDescription(explained(field))
        self.entry.edited.connect(lambda value: self.edited.emit(value, False))
        self.entry.refused.connect(lambda reason: self.show_error(drawn_with(reason, said(self.value))))
        self.entry.restored.connect(lambda: self.show_error(""))

    @property
    def value(self) -> Any:
        """The value it shows."""
        return self.entry.value

    def show_value(self, value: Any) -> None:
        """Show a value; nothing is sent."""
        if value != self.value:
            self.show_error("")
        self.entry.show_value(value)

    def show_error(self, text: str) -> None:
        """Mark the entry and say what is wrong with it; "" takes the mark away."""
        self.entry.mark_error(bool(text))
        self.error.say(text)

    def set_colour(self, colour: int) -> None:
        """Do nothing: a text has no part in a run's colour."""

    def _read(self, text: str) -> str | None:
        return text.strip() or (None if self.field.optional else "")


def _show(text: str | None) -> str:
    return text or ""
