"""The form of a schedule of any kind: rows of its values, the list of its parts, a table of knots, or two sessions."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.ui.form.composer import Composer
from lrviz.ui.form.knots_form import KnotsForm
from lrviz.ui.form.resumed_form import ResumedForm
from lrviz.ui.form.room import Room
from lrviz.ui.form.spec_form import SpecForm

Form = SpecForm | Composer | KnotsForm | ResumedForm
F = TypeVar("F", SpecForm, Composer, KnotsForm, ResumedForm)


class ScheduleForm(QWidget):
    """Shows a schedule and sends the one it would be with one change: `edited(schedule, what, dragging)`.

    `previewed` is sent with the schedule a highlighted choice would make, and with None when its list is closed.
    """

    edited = Signal(object, str, bool)
    previewed = Signal(object)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = SpecForm(self)
        self.composer: Composer | None = None
        self.knots: KnotsForm | None = None
        self.resumed: ResumedForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._take(self.values)
        self._shown: Form = self.values

    def show_schedule(self, schedule: Schedule | None, colour: int, room: Room) -> None:
        """Show a schedule in a run's colour, with room for so many steps; nothing is sent. None shows nothing."""
        if isinstance(schedule, (SequentialLR, ChainedScheduler)):
            self.composer = self.composer or self._take(Composer(self))
            self.composer.show_composite(schedule, colour, room)
            self._raise(self.composer)
        elif isinstance(schedule, Resumed):
            self.resumed = self.resumed or self._take(ResumedForm(self))
            self.resumed.show_resumed(schedule, colour, room)
            self._raise(self.resumed)
        elif isinstance(schedule, Knots):
            self.knots = self.knots or self._take(KnotsForm(self))
            self.knots.show_knots(schedule, colour, room)
            self._raise(self.knots)
        else:
            self.values.show_spec(schedule, colour, steps=room.steps, unit=room.unit, groups=room.groups)
            self._raise(self.values)

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        return self._shown.stops()

    def _take(self, form: F) -> F:
        self._column.addWidget(form)
        form.edited.connect(self.edited)
        form.rebuilt.connect(self.rebuilt)
        if isinstance(form, (Composer, ResumedForm)):
            form.previewed.connect(self.previewed)
        return form

    def _raise(self, form: Form) -> None:
        """Show one of the forms and hide the others; the focus stays in the form that is shown."""
        if form is self._shown:
            return
        focused, stops = QApplication.focusWidget(), form.stops()
        inside = focused is not None and self._shown.isAncestorOf(focused)
        self._shown.hide()
        self._shown = form
        form.show()
        if inside and stops:  # else Delete, pressed for the last part but one, would take the run
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.rebuilt.emit()
