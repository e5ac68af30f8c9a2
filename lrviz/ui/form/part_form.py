"""The form of one part of a composed schedule: where it begins, which schedule it is, and that one's own form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.catalog.carried import fitted
from lrviz.catalog.composing import chained, extended
from lrviz.catalog.composite import Composite
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.errors import SpecError
from lrviz.spec import each, fields
from lrviz.ui import metrics
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.scales import allows, limits_of, scale_of
from lrviz.ui.controls.words import out_of_bounds, said
from lrviz.ui.form.choices import offered_parts, schedule_choice
from lrviz.ui.form.part_head import PartHead
from lrviz.ui.form.room import Room
from lrviz.ui.form.section import stops_of
from lrviz.ui.form.thumbnails import Thumbnail
from lrviz.ui.numbers import whole

MILESTONE = each(
    next(field for field in fields(SequentialLR) if field.name == "milestones"),
    "milestone",
    "The step at which the part begins.",
)


class PartForm(QWidget):
    """Shows a part and sends the part it would be with one change: `edited(part, what, dragging)`.

    `milestone_edited(step, dragging)` is sent with where it is to begin. Its form is made in a turn of the event loop
    of its own once its head is seen, so that unfolding it need not wait for it.
    """

    edited = Signal(object, str, bool)
    milestone_edited = Signal(object, bool)
    previewed = Signal(object)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: Schedule = ConstantLR()
        self._colour = 0
        self._room = Room.of(1, 0.0, "")
        self._start: int | None = None
        self.head = PartHead(self)
        self.body: PartBody | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.toggled.connect(self._fold)
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._make)

    @property
    def part(self) -> Schedule:
        """The part it shows."""
        return self._part

    def show_part(self, part: Schedule, colour: int, room: Room, span: range | None, start: int | None) -> None:
        """Show a part with room for so many steps; `span` are its steps in a sequence, `start` its milestone there."""
        self._part, self._colour, self._room, self._start = part, colour, room, start
        about = summary(part)
        line = about if span is None else " · ".join(filter(None, (_told(span), about)))
        picture = Thumbnail(part, room.lr, room.steps)
        self.head.show_part(type(part).__name__, line, self._place(span), picture, colour)
        self._show_body()

    def refuse(self, error: SpecError) -> None:
        """Say why the part can't be the one that was chosen."""
        if self.body is not None:
            self.body.unfit.say(out_of_bounds(error, type(self._part).__name__))

    def refuse_milestone(self, step: Any, error: SpecError) -> None:
        """Mark the milestone: it can't be at that step."""
        if self.body is not None:
            bound = error.bound if allows(MILESTONE, step) else MILESTONE.bound
            broken = SpecError("SequentialLR.milestone", step, bound)
            self.body.milestone.show_error(out_of_bounds(broken, said(self._start), limits_of(MILESTONE)))
            self.body.milestone.show_value(self._start)

    def milestone_taken(self) -> None:
        """Take the mark off the milestone."""
        if self.body is not None:
            self.body.milestone.show_error("")

    def unfold(self) -> None:
        """Unfold the part's form and put the focus on what it is, so that typing searches for another."""
        self.head.setChecked(True)
        if self.body is not None:
            self.body.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """Unfold the part's form and open the list of what it may be."""
        self.unfold()
        if self.body is not None:
            self.body.choice.open()

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        body = self.body.stops() if self.body is not None and self.head.isChecked() else []
        return [self.head, self.head.more, *body]

    def offered(self) -> Sequence[Choice]:
        """Offer every schedule with the curve it would give the part's room; the present one with its own."""
        return offered_parts(self.of_class, self._room)

    def of_class(self, key: str) -> Schedule:
        """Give the part as another class; one that isn't composed is the first part of what is."""
        part, room = self._part, self._room
        cls = next(cls for cls in SCHEDULES if cls.__name__ == key)
        if isinstance(part, cls):
            return part
        if not hasattr(part, "schedulers") and cls is SequentialLR:
            return extended(part, room.steps)
        if not hasattr(part, "schedulers") and cls is ChainedScheduler:
            return chained(part, ExponentialLR.fitted(room.steps, room.lr))
        return fitted(cls, part, room.steps, room.lr)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ahead.start()

    def _place(self, span: range | None) -> str:
        if span is None:
            return self.tr("in a chain")
        if len(span) == 0:
            return self.tr("never runs")
        return self.tr("{0} {1} to {2}").format(self._room.unit, whole(span.start), whole(span.stop))

    def _fold(self, unfolded: bool) -> None:
        if unfolded:
            self._make()
        self._show_body()
        if self.body is not None:
            self.body.setVisible(unfolded)
            self.rebuilt.emit()

    def _make(self) -> None:
        """Make its form, once; nothing of it is seen yet."""
        if self.body is not None:
            return
        self.body = body = PartBody(self)
        body.hide()
        body.show_part(self._part, self._colour, self._room, self._start)
        self._column.addWidget(body)
        body.schedule.edited.connect(self.edited)
        body.schedule.previewed.connect(self.previewed)
        body.schedule.rebuilt.connect(self.rebuilt)
        body.milestone.edited.connect(self.milestone_edited)
        what = self.tr("schedule")
        body.choice.chosen.connect(lambda key: self.edited.emit(self.of_class(key), what, False))
        body.choice.highlighted.connect(lambda key: self.previewed.emit(self.of_class(key)))
        body.choice.closed.connect(lambda: self.previewed.emit(None))

    def _show_body(self) -> None:
        if self.body is not None and self.head.isChecked():
            self.body.show_part(self._part, self._colour, self._room, self._start)


class PartBody(QWidget):
    """What a part's head folds away."""

    def __init__(self, form: PartForm) -> None:
        from lrviz.ui.form.schedule_form import ScheduleForm  # a part may be composed itself

        super().__init__(form)
        self.milestone = NumberRow(MILESTONE, parent=self)
        self.choice = ChoiceBox(form.offered, name=self.tr("Part"), parent=self)
        self.unfit = ErrorLine(self)
        self.schedule = ScheduleForm(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(metrics.S4), px(metrics.S1), 0, px(metrics.S2))
        column.setSpacing(px(metrics.S1))
        for widget in (self.milestone, self.choice, self.unfit, self.schedule):
            column.addWidget(widget)

    def show_part(self, part: Schedule, colour: int, room: Room, start: int | None) -> None:
        """Show a part; one without a milestone begins where the whole does."""
        self.milestone.setVisible(start is not None)
        if start is not None:
            self.milestone.set_colour(colour)
            self.milestone.set_scale(scale_of(MILESTONE, room.plan), room.unit)
            self.milestone.show_value(start)
        self.choice.show_choice(schedule_choice(type(part), Thumbnail(part, room.lr, room.steps)))
        self.choice.set_colour(colour)
        self.unfit.say("")
        self.schedule.show_schedule(part, colour, room)

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        milestone = stops_of(cast("QWidget", self.milestone)) if not self.milestone.isHidden() else []
        return [*milestone, self.choice, *self.schedule.stops()]


def summary(schedule: Schedule) -> str:
    """Say what a schedule is made of: its parts, or the values that have no default or another one.

    >>> summary(ConstantLR(0.5, total_iters=10))
    'factor 0.5, total_iters 10'
    """
    if isinstance(schedule, Composite):
        return ", ".join(type(part).__name__ for part in schedule.parts)
    values = [(field, getattr(schedule, field.name)) for field in fields(type(schedule))]
    apart = [(field, value) for field, value in values if field.required or value != field.default]
    return ", ".join(f"{field.name} {said(value, field.none)}" for field, value in apart)


def _told(span: range) -> str:
    """Write the steps of a part."""
    if len(span) == 0:
        return QCoreApplication.translate("PartForm", "never runs")
    return f"{whole(span.start)} – {whole(span.stop)}"
