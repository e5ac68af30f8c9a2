"""The form of a curve drawn by hand: a table of its knots, and what the curve is between them."""

from __future__ import annotations

from typing import cast

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lrviz.catalog.schedules.knots import Knots
from lrviz.errors import SpecError
from lrviz.spec import each, fields
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.number_field import NumberField
from lrviz.ui.controls.scale import Scale
from lrviz.ui.controls.scales import limits_of, scale_of
from lrviz.ui.controls.words import explained, out_of_bounds, said
from lrviz.ui.form.room import Room
from lrviz.ui.form.rows import row_of
from lrviz.ui.form.section import stops_of

_FIELDS = {field.name: field for field in fields(Knots)}
STEP = each(_FIELDS["steps"], "step", "The step of a knot.")
FACTOR = each(_FIELDS["factors"], "factor", "What the rate is multiplied by there.")
FACTORS = Scale(0.001, 10, log=True, whole=False, zero=True)
"""What the arrow keys step a factor along."""
MOST = 64


class KnotsForm(QWidget):
    """Shows knots and sends the knots there would be with one change: `edited(knots, what, dragging)`.

    A step typed beyond another knot's puts the knot there: they are kept in order.
    """

    edited = Signal(object, str, bool)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knots: Knots | None = None
        self._room = Room.of(1, 0.0, "")
        self.steps: list[NumberField] = []
        self.factors: list[NumberField] = []
        self.removers: list[IconButton] = []
        self.error = ErrorLine(self)
        self.add = Button(self.tr("Add knot"), icon="plus", kind="ghost", small=True, parent=self)
        self.between = row_of(_FIELDS["between"], 0, self)
        self.add.clicked.connect(self._add)
        self.between.edited.connect(lambda value, _: self._send({"between": value}, "between"))
        self._grid = QGridLayout()
        self._grid.setSpacing(px(metrics.S1))
        self._grid.setColumnStretch(0, 3)  # steps are long numbers
        self._grid.setColumnStretch(1, 2)
        for column, field in enumerate((_FIELDS["steps"], _FIELDS["factors"])):
            title = ElidedLabel("code", parent=self)
            title.setText(field.name)
            title.setToolTip(explained(field))
            self._grid.addWidget(title, 0, column)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(6), 0, 0)
        layout.setSpacing(px(metrics.S1))
        layout.addLayout(self._grid)
        layout.addWidget(self.error)
        layout.addLayout(row)
        layout.addWidget(cast("QWidget", self.between))

    @property
    def knots(self) -> Knots:
        """The knots it shows."""
        if self._knots is None:
            raise RuntimeError("no knots were shown yet")
        return self._knots

    def show_knots(self, knots: Knots, colour: int, room: Room) -> None:
        """Show knots in a run's colour, with room for so many steps; nothing is sent."""
        if knots != self._knots:
            self._accept()
        self._knots, self._room = knots, room
        if len(knots.steps) != len(self.steps):
            self._rebuild(len(knots.steps))
        scale = scale_of(STEP, room.steps)
        for field, step in zip(self.steps, knots.steps, strict=True):
            field.set_scale(scale)
            field.set_unit(room.unit)
            field.show_value(step)
        for field, factor in zip(self.factors, knots.factors, strict=True):
            field.show_value(factor)
        self.between.set_colour(colour)
        self.between.show_value(knots.between)
        self.add.setEnabled(len(knots.steps) < MOST)

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        rows = zip(self.steps, self.factors, self.removers, strict=True)
        return [*(stop for row in rows for stop in row), self.add, *stops_of(cast("QWidget", self.between))]

    def _rebuild(self, count: int) -> None:
        """Make as many rows as there are knots; those that stay keep the focus."""
        for widgets in (self.steps, self.factors, self.removers):
            for gone in widgets[count:]:
                gone.hide()
                gone.deleteLater()
            del widgets[count:]
        for row in range(len(self.steps), count):
            self._row(row)
        for remover in self.removers:
            remover.setEnabled(count > 1)
        self.rebuilt.emit()

    def _row(self, row: int) -> None:
        number = row + 1
        step = NumberField(name=self.tr("step of knot {0}").format(number), scale=scale_of(STEP), parent=self)
        factor = NumberField(name=self.tr("factor of knot {0}").format(number), scale=FACTORS, parent=self)
        remove = IconButton("x", self.tr("Remove knot {0}").format(number), parent=self)
        step.edited.connect(lambda value: self._put_step(row, value))
        factor.edited.connect(lambda value: self._put_factor(row, value))
        remove.clicked.connect(lambda: self._remove(row))
        for field, one in ((step, STEP), (factor, FACTOR)):
            field.setAccessibleDescription(explained(one))
            field.refused.connect(lambda reason, field=field: self._refuse(field, f"{reason}."))
            field.restored.connect(self._accept)
            field.setMaximumWidth(px(metrics.S12) * 4)
        for column, widget in enumerate((step, factor, remove)):
            self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignVCenter)
            widget.show()
        self.steps.append(step)
        self.factors.append(factor)
        self.removers.append(remove)

    def _put_step(self, row: int, step: int) -> None:
        steps = (*self.knots.steps[:row], step, *self.knots.steps[row + 1 :])
        order = sorted(range(len(steps)), key=lambda i: steps[i])
        changes = {"steps": tuple(steps[i] for i in order), "factors": tuple(self.knots.factors[i] for i in order)}
        try:
            changed = replace(self.knots, **changes)
        except SpecError as error:
            broken = SpecError("Knots.step", step, error.bound)
            self._refuse(self.steps[row], out_of_bounds(broken, said(self.knots.steps[row]), limits_of(STEP)))
            return
        self._take(changed, self.tr("knot"))

    def _put_factor(self, row: int, factor: float) -> None:
        factors = (*self.knots.factors[:row], factor, *self.knots.factors[row + 1 :])
        try:
            changed = replace(self.knots, factors=factors)
        except SpecError as error:
            broken = SpecError("Knots.factor", factor, error.bound)
            self._refuse(self.factors[row], out_of_bounds(broken, said(self.knots.factors[row]), limits_of(FACTOR)))
            return
        self._take(changed, self.tr("knot"))

    def _add(self) -> None:
        """Put a knot on the curve, in the middle of the widest way between two or to the plan's end."""
        steps = np.array([*self.knots.steps, max(self._room.steps, self.knots.steps[-1] + 2)])
        widest = int(np.diff(steps).argmax())
        middle = int(steps[widest] + steps[widest + 1]) // 2
        if middle in self.knots.steps:
            return
        factor = float(f"{self.knots.at(np.array([middle]), 1.0)[0]:.4g}")
        ahead = widest + 1
        changes = {
            "steps": (*self.knots.steps[:ahead], middle, *self.knots.steps[ahead:]),
            "factors": (*self.knots.factors[:ahead], factor, *self.knots.factors[ahead:]),
        }
        self._take(replace(self.knots, **changes), self.tr("add knot"))

    def _remove(self, row: int) -> None:
        knots = self.knots
        steps, factors = list(knots.steps), list(knots.factors)
        del steps[row], factors[row]
        self._take(replace(knots, steps=tuple(steps), factors=tuple(factors)), self.tr("remove knot"))

    def _send(self, changes: dict[str, str], what: str) -> None:
        try:
            changed = replace(self.knots, **changes)
        except SpecError as error:
            self.between.show_error(out_of_bounds(error, self.knots.between))
            return
        self.between.show_error("")
        self._take(changed, what)

    def _accept(self) -> None:
        """Take marks and error away."""
        for field in (*self.steps, *self.factors):
            field.mark_error(False)
        self.error.say("")

    def _take(self, changed: Knots, what: str) -> None:
        self._accept()
        self.edited.emit(changed, what, False)

    def _refuse(self, field: NumberField, text: str) -> None:
        field.mark_error(True)
        self.error.say(text)
