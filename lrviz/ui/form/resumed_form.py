"""The form of a resumed schedule: where training stopped, how it went on, and the schedulers of both sessions."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.catalog.resumption import By
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.errors import SpecError
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.form.part_form import PartForm
from lrviz.ui.form.room import Room
from lrviz.ui.form.spec_form import SpecForm

SESSIONS = ("schedule", "then")


class ResumedForm(QWidget):
    """Shows a resumed schedule and sends the one it would be with one change: `edited(schedule, what, dragging)`.

    The schedule of one session alone is sent so too. `previewed` is sent with what a highlighted choice would make.
    """

    edited = Signal(object, str, bool)
    previewed = Signal(object)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schedule: Resumed | None = None
        self.values = SpecForm(self)
        self.way = Paragraph("secondary", "text2", self)
        self.parts = {name: PartForm(self) for name in SESSIONS}
        self.old = Button(self.tr("Don’t resume"), icon="x", kind="ghost", small=True, parent=self)
        self.new = Button(self.tr("Only the new one"), icon="x", kind="ghost", small=True, parent=self)
        self.old.setToolTip(self.tr("Keep the old scheduler alone."))
        self.new.setToolTip(self.tr("Keep the new scheduler alone, as if it had been there from the start."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(metrics.S1))
        column.addWidget(self.values)
        column.addWidget(self.way)
        titles = {"schedule": self.tr("Until it was stopped"), "then": self.tr("Once it is resumed")}
        for name, form in self.parts.items():
            title = ElidedLabel("secondary", "text2", self)
            title.setText(titles[name])
            column.addWidget(title)
            column.addWidget(form)
            form.head.stay()
            form.edited.connect(lambda part, what, dragging, name=name: self._put(name, part, what, dragging))
            form.previewed.connect(lambda part, name=name: self._preview(name, part))
            form.rebuilt.connect(self.rebuilt)
        for button in (self.old, self.new):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.values.edited.connect(self.edited)
        self.values.rebuilt.connect(self.rebuilt)
        self.old.clicked.connect(lambda: self._unwrap("schedule"))
        self.new.clicked.connect(lambda: self._unwrap("then"))

    @property
    def schedule(self) -> Resumed:
        """The schedule it shows."""
        if self._schedule is None:
            raise RuntimeError("no schedule was shown yet")
        return self._schedule

    def show_resumed(self, schedule: Resumed, colour: int, room: Room) -> None:
        """Show a resumed schedule in a run's colour, with room for so many steps; nothing is sent."""
        self._schedule = schedule
        self.values.show_spec(schedule, colour, steps=room.steps, unit=room.unit)
        if (said := meant(schedule.by)) != self.way.text():
            self.way.setText(said)
        seam = min(schedule.step, room.steps)
        spans = {"schedule": range(seam), "then": range(seam, room.steps)}
        for name, form in self.parts.items():
            form.show_part(getattr(schedule, name), colour, room, spans[name], None)

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        parts = [stop for form in self.parts.values() for stop in form.stops()]
        return [*self.values.stops(), *parts, self.old, self.new]

    def _put(self, name: str, part: Schedule, what: str, dragging: bool) -> None:
        changed = self._with(name, part)
        if isinstance(changed, SpecError):
            self.parts[name].refuse(changed)
            return
        session = self.tr("old scheduler") if name == "schedule" else self.tr("new scheduler")
        self.edited.emit(changed, f"{session} {what}", dragging)

    def _preview(self, name: str, part: Schedule | None) -> None:
        changed = None if part is None else self._with(name, part)
        self.previewed.emit(None if isinstance(changed, SpecError) else changed)

    def _with(self, name: str, part: Schedule) -> Resumed | SpecError:
        change: dict[str, Any] = {name: part}
        try:
            return replace(self.schedule, **change)
        except SpecError as error:
            return error

    def _unwrap(self, name: str) -> None:
        self.edited.emit(getattr(self.schedule, name), self.tr("don’t resume"), False)


def meant(by: By) -> str:
    """Say in a sentence what resuming some way does."""
    match by:
        case "load_state_dict":
            return _tr(
                "The new scheduler is given the old one’s state, and with it the old horizon: of its own fields only "
                "functions count."
            )
        case "last_epoch":
            return _tr(
                "The new scheduler is made with last_epoch, one step before: it sets the rate by its own formula, or "
                "multiplies on from the old rate."
            )
        case "stepped":
            return _tr(
                "The new scheduler is made on an optimizer whose rates weren’t loaded, and stepped as often as the old "
                "one was."
            )
        case "fresh":
            return _tr("The new scheduler begins at its own step 0, from the base rate that the optimizer remembers.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ResumedForm", text)
