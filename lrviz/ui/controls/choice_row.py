"""The row of a parameter that takes one of a few words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lrviz.spec import Field
from lrviz.ui import metrics
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px, text_width
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.row import laid_out
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.words import explained, said

_BESIDE = 150
_BELOW = 280
"""Pixels there are beside a name, and below it in the narrowest sidebar that is given."""
_FEW = 4


class ChoiceRow(QWidget):
    """A few choices stand side by side, short ones beside the name; more, or longer ones, are a choice box below it.

    None is one of them, under the word for what it stands for.
    """

    edited = Signal(object, bool)

    def __init__(self, field: Field, *, colour: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.error = ErrorLine(self)
        self._value: Any = ""
        self._none = said(None, field.none)
        self._meant = {str(choice): choice for choice in field.choices}  # a choice may be a number
        if field.optional:
            self._meant[self._none] = None
        self.chooser: Segmented | ChoiceBox
        if len(self._meant) <= _FEW and self._wide() <= px(_BELOW):
            options = [(choice, choice) for choice in self._meant]
            self.chooser = Segmented(options, name=field.name, small=True, parent=self)
        else:
            self.chooser = ChoiceBox(lambda: [Choice(key, key) for key in self._meant], name=field.name, parent=self)
        self.chooser.setAccessibleDescription(explained(field))
        short = isinstance(self.chooser, Segmented) and self._wide() <= px(_BESIDE)
        laid_out(self, field, self.error, self.chooser if short else None, None if short else self.chooser)
        self.chooser.chosen.connect(lambda key: self.edited.emit(self._meant[key], False))

    @property
    def value(self) -> Any:
        """The choice it was last told to show."""
        return self._value

    def show_value(self, value: Any) -> None:
        """Show a choice; nothing is sent."""
        if value != self._value:
            self.show_error("")
        self._value = value
        key = self._none if value is None else str(value)
        if isinstance(self.chooser, ChoiceBox):
            self.chooser.show_choice(Choice(key, key))
        else:
            self.chooser.show_choice(key)

    def show_error(self, text: str) -> None:
        """Say what is wrong with the choice; "" takes it away."""
        self.error.say(text)

    def set_colour(self, colour: int) -> None:
        """Draw a choice box's pictures in a run's colour."""
        if isinstance(self.chooser, ChoiceBox):
            self.chooser.set_colour(colour)

    def _wide(self) -> float:
        return sum(text_width(choice, metrics.font("name")) + 2 * px(metrics.S3) for choice in self._meant)
