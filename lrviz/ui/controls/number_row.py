"""The row of a number: its name, a field, and a slider in the run's colour."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lrviz.spec import Field
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.number_field import NumberField
from lrviz.ui.controls.row import laid_out
from lrviz.ui.controls.scale import Scale
from lrviz.ui.controls.scales import scale_of
from lrviz.ui.controls.slider import Slider
from lrviz.ui.controls.words import drawn_with, explained, said
from lrviz.ui.speech.spoken import joined


class NumberRow(QWidget):
    """Field and slider show one number; whichever is moved sends it: `edited(value, dragging)`.

    A drag sends every number on its way with dragging True and the last one once more with False. It is called as the
    field is in code, or has a `label`.
    """

    edited = Signal(object, bool)

    def __init__(self, field: Field, *, colour: int = 0, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.label = field, label or field.name
        scale = scale_of(field)
        self.entry = NumberField(name=self.label, scale=scale, none=field.none if field.optional else None, parent=self)
        self.slider = Slider(scale, colour=colour, parent=self)
        self.error = ErrorLine(self)
        self._value: Any = None
        self._error, self._help = "", explained(field)
        laid_out(self, field, self.error, self.entry, self.slider, label=label)
        if not field.required and isinstance(field.default, (int, float)):
            self.slider.set_default(field.default)
        self.entry.edited.connect(lambda value: self.edited.emit(value, False))
        self.entry.refused.connect(lambda reason: self.show_error(drawn_with(reason, self._said())))
        self.entry.restored.connect(lambda: self.show_error(""))
        self.slider.moved.connect(lambda value: self.edited.emit(self._typed(value), self.slider.dragging))
        self.slider.released.connect(lambda: self.edited.emit(self._typed(self.slider.number), False))
        self._describe()

    @property
    def value(self) -> Any:
        """The value it shows."""
        return self._value

    def show_value(self, value: Any) -> None:
        """Show a value; nothing is sent. An error stays while the value it speaks of does."""
        changed = value != self._value
        if changed and self._error:
            self.show_error("")
        self._value = value
        self.entry.show_value(value)
        self.slider.show_number(value)
        if changed:
            self._describe()

    def show_error(self, text: str) -> None:
        """Mark the entry and say what is wrong with it; "" takes the mark away."""
        self._error = text
        self.entry.mark_error(bool(text))
        self.error.say(text)
        self._describe()

    def set_colour(self, colour: int) -> None:
        """Paint the slider in a run's colour."""
        self.slider.set_colour(colour)

    def set_scale(self, scale: Scale, unit: str) -> None:
        """Let field and slider run over other numbers, counted in `unit`."""
        self.entry.set_scale(scale)
        self.entry.set_unit(unit)
        self.slider.set_scale(scale)

    def _typed(self, value: Any) -> Any:
        return float(value) if self.field.kind == "float" and value is not None else value

    def _said(self) -> str:
        return said(self._value, self.field.none)

    def _describe(self) -> None:
        """Tell a screen reader which number it is, what it means, and what is wrong with it."""
        self.slider.setAccessibleName(self.label)
        described = joined(" ", (self._error, self._help))
        self.slider.setAccessibleDescription(described)
        self.entry.setAccessibleDescription(described)
