"""What every row of a form is: a parameter's name, something to change its value with, and a line for errors."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lrviz.spec import Field
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.slider import Slider
from lrviz.ui.controls.words import explained


class Row(Protocol):
    """A row of a form. It shows a value and sends another: `edited(value, dragging)`."""

    field: Field

    @property
    def error(self) -> ErrorLine:
        """Where it says what is wrong."""
        ...

    @property
    def edited(self) -> SignalInstance:
        """Sent with the new value and whether the mouse is still dragging it."""
        ...

    def show_value(self, value: Any) -> None:
        """Show a value; nothing is sent."""

    def show_error(self, text: str) -> None:
        """Mark the entry and say what is wrong with it; "" takes the mark away."""

    def set_colour(self, colour: int) -> None:
        """Paint it in a run's colour."""


def laid_out(
    row: QWidget, field: Field, error: ErrorLine, beside: QWidget | None, below: QWidget | None, *, label: str = ""
) -> None:
    """Lay a row out: the name and what stands beside it, what stands below, and the error.

    The name is the field's, as in code, or a `label` as people write, where what is set has no place in code.
    """
    name = ElidedLabel("body" if label else "code", parent=row)
    name.setText(label or field.name)
    row.setToolTip(explained(field))
    row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    column = QVBoxLayout(row)
    # a slider keeps its own distance to the next row
    column.setContentsMargins(0, 0, 0, 0 if isinstance(below, Slider) else px(metrics.S2))
    column.setSpacing(px(2))
    line = QHBoxLayout()
    line.setSpacing(px(metrics.S2))
    line.addWidget(name, 1)
    if beside is not None:
        line.addWidget(beside)
    column.addLayout(line)
    if below is not None:
        column.addWidget(below)
    column.addWidget(error)
