"""Which row shows which kind of parameter."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget

from lrviz.spec import Field
from lrviz.ui.controls.check import Check
from lrviz.ui.controls.choice_row import ChoiceRow
from lrviz.ui.controls.grouped_row import GroupedRow
from lrviz.ui.controls.list_row import ListRow
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.row import Row
from lrviz.ui.controls.text_row import TextRow

_ROWS: dict[str, Callable[..., QWidget]] = {
    "int": NumberRow,
    "float": NumberRow,
    "bool": Check,
    "choice": ChoiceRow,
    "text": TextRow,
    "ints": ListRow,
    "floats": ListRow,
}


def has_row(field: Field) -> bool:
    """Tell whether a form shows a field; values made of fields have forms of their own."""
    return field.kind in _ROWS


def row_of(field: Field, colour: int, parent: QWidget) -> Row:
    """Make the row of a field, in a run's colour."""
    kind = GroupedRow if field.grouped else _ROWS[field.kind]
    return cast("Row", kind(field, colour=colour, parent=parent))
