"""The form of one value: a row for each of its fields, made from the class alone."""

from __future__ import annotations

from typing import Any, cast

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.errors import SpecError
from lrviz.spec import Field, Value, fields
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.grouped_row import GroupedRow
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.row import Row
from lrviz.ui.controls.scales import limits_of, scale_of
from lrviz.ui.controls.words import out_of_bounds, said
from lrviz.ui.form.disclosure import Disclosure
from lrviz.ui.form.rows import has_row, row_of
from lrviz.ui.form.section import stops_of


class SpecForm(QWidget):
    """Shows a value and sends the value it would be with one field changed: `edited(value, field name, dragging)`.

    It keeps nothing: until the new value is shown, it shows the old one. An entry that breaks a bound is marked, with
    the bound and what is still drawn, and nothing is sent. `rare` fields stand under "More".
    """

    edited = Signal(object, str, bool)
    rebuilt = Signal()
    """Sent when its rows were made anew, at the end of the window's tab order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, Row] = {}
        self.more: Disclosure | None = None
        self._spec: Value | None = None
        self._colour = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body: QWidget | None = None

    @property
    def spec(self) -> Value | None:
        """The value it shows."""
        return self._spec

    def show_spec(
        self, spec: Value | None, colour: int, *, steps: int | None = None, unit: str = "", groups: int = 1
    ) -> None:
        """Show a value in a run's colour; nothing is sent.

        `steps` is how many scheduler steps the plan has, over which sliders of step counts run, and `unit` what such
        a step is called. None shows nothing.
        """
        if type(spec) is not type(self._spec):
            self._rebuild(type(spec) if spec is not None else None, colour)
        self._spec = spec
        for name, row in self.rows.items():
            if colour != self._colour:
                row.set_colour(colour)
            if isinstance(row, NumberRow) and row.field.unit == "steps":
                row.set_scale(scale_of(row.field, steps), unit or self.tr("steps"))
            if isinstance(row, NumberRow) and isinstance(row.field.step, str):
                row.set_scale(scale_of(row.field, step=getattr(spec, row.field.step)), "")
            if isinstance(row, GroupedRow):
                row.set_groups(groups)
            row.show_value(getattr(spec, name))
        self._colour = colour
        if self.more is not None:
            self.more.note(", ".join(self._set_apart()))

    def refuse(self, name: str, error: SpecError) -> None:
        """Mark a field's entry: what was made of it can't be."""
        row, still = self.rows[name], getattr(self._spec, name)
        row.show_error(out_of_bounds(error, said(still, row.field.none), limits_of(row.field)))
        row.show_value(still)

    def _rebuild(self, cls: type[Value] | None, colour: int) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.setParent(None)
            self._body.deleteLater()
        self.rows, self.more, self._colour = {}, None, colour
        self._body = QWidget(self)
        self._column.addWidget(self._body)
        column = _column(self._body)
        column.setContentsMargins(0, px(6), 0, 0)
        shown = [field for field in fields(cls) if has_row(field)] if cls is not None else []
        for field in shown:
            if not field.rare:
                column.addWidget(self._row(field, self._body))
        rare = [field for field in shown if field.rare]
        if rare:
            content = QWidget(self._body)
            rows = _column(content)
            for field in rare:
                rows.addWidget(self._row(field, content))
            self.more = Disclosure(self.tr("More"), content, self._body)
            column.addWidget(self.more)
            column.addWidget(content)
        self._body.show()
        self.rebuilt.emit()

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        rows = self.rows.values()
        plain = [stop for row in rows if not row.field.rare for stop in stops_of(cast("QWidget", row))]
        rare = [stop for row in rows if row.field.rare for stop in stops_of(cast("QWidget", row))]
        return [*plain, *([self.more] if self.more is not None else []), *rare]

    def _row(self, field: Field, parent: QWidget) -> QWidget:
        row = row_of(field, self._colour, parent)
        row.edited.connect(lambda value, dragging, name=field.name: self._edit(name, value, dragging))
        self.rows[field.name] = row
        return cast("QWidget", row)

    def _edit(self, name: str, value: Any, dragging: bool) -> None:
        try:
            changed = msgspec.structs.replace(cast("Value", self._spec), **{name: value})
        except SpecError as error:
            self.refuse(name, error)
            return
        self.rows[name].show_error("")
        if getattr(changed, name) == getattr(self._spec, name):  # said in other words: show it in ours
            self.rows[name].show_value(getattr(changed, name))
        if changed != self._spec or not dragging:
            self.edited.emit(changed, name, dragging)

    def _set_apart(self) -> list[str]:
        """Name what is folded away and not at its default."""
        rare = [row.field for row in self.rows.values() if row.field.rare]
        values = [(field, getattr(self._spec, field.name)) for field in rare]
        return [f"{field.name} {said(value, field.none)}" for field, value in values if value != field.default]


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(metrics.S1))
    return column
