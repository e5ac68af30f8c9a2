"""The form of the selected run: its schedule, its optimizer and its loss."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.run import Branch, EarlyStopping, Group, Run
from lrviz.spec import fields
from lrviz.ui import metrics
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.scales import limits_of
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.words import out_of_bounds, said
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.form.branch_form import BranchForm
from lrviz.ui.form.choices import choice_of
from lrviz.ui.form.chosen import with_loss, with_optimizer, with_schedule, with_steps
from lrviz.ui.form.compose_bar import ComposeBar
from lrviz.ui.form.disclosure import Disclosure
from lrviz.ui.form.groups_form import GroupsForm
from lrviz.ui.form.metric_form import MetricForm
from lrviz.ui.form.oddities import oddities
from lrviz.ui.form.offers import offered_losses, offered_schedules, present_schedule
from lrviz.ui.form.room import Room
from lrviz.ui.form.rows import row_of
from lrviz.ui.form.schedule_form import ScheduleForm
from lrviz.ui.form.section import card_button, column, labelled, order_tabs, section, stops_of
from lrviz.ui.form.spec_form import SpecForm
from lrviz.ui.form.stopping_form import StoppingForm
from lrviz.ui.form.swatch import Swatch
from lrviz.ui.form.unread import missing
from lrviz.ui.paced import Paced
from lrviz.ui.speech import saying
from lrviz.ui.speech.spoken import joined
from lrviz.ui.views.parts import bounds

CLIP = next(field for field in fields(Run) if field.name == "clip")

ODDITIES = 2
"""What is said of a composed schedule in the form; the tooltip says the rest."""
_ABOVE = 3
"""Items of the form above its sections: the run's name, a space, and what is missing of its text."""


class RunForm(QWidget):
    """Shows a run and sends the run it would be with one change: `edited(run, what, dragging)`.

    Of a run whose scheduler listens it shows the metric supposed for it too, and sends `metric_edited(metric, what,
    dragging)`. `previewed` is sent with the run a highlighted choice would make, and with None when the list is closed.
    """

    edited = Signal(object, str, bool)
    metric_edited = Signal(object, str, bool)
    previewed = Signal(object)
    card_wanted = Signal(QWidget)
    """The card of what a widget shows is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self._experiment: Experiment | None = None
        self._steps = 1
        self._shown: dict[str, tuple[object, ...]] = {}
        self.title = ElidedLabel("form_title", parent=self)
        self._swatch = Swatch(self)
        self.unread = Paragraph("body", "text2", self)
        self.branch = BranchForm(self)
        self.schedule = ChoiceBox(partial(self._offer, offered_schedules), name=self.tr("Schedule"), parent=self)
        self.schedule_form = ScheduleForm(self)
        self.schedule_unfit = ErrorLine(self)
        self.odd = Paragraph("secondary", "text2", self)
        self.compose = ComposeBar(self)
        self.stepped = Segmented(
            [("batch", self.tr("batch")), ("epoch", self.tr("epoch"))],
            name=self.tr("The scheduler steps every"),
            small=True,
            parent=self,
        )
        self.told = MetricForm(self)
        self.optimizer = ChoiceBox(
            lambda: [choice_of(cls) for cls in OPTIMIZERS], name=self.tr("Optimizer"), parent=self
        )
        self.optimizer_unfit = ErrorLine(self)
        self.frozen = Paragraph("secondary", "text2", self)
        self.optimizer_form = SpecForm(self)
        self.clip = row_of(CLIP, 0, self)
        self.groups = GroupsForm(self)
        self.groups_fold = Disclosure(self.tr("Parameter groups"), self.groups, self)
        self.loss = ChoiceBox(partial(self._offer, offered_losses), name=self.tr("Loss"), parent=self)
        self.loss_unfit = ErrorLine(self)
        self.loss_form = SpecForm(self)
        self.stopping = StoppingForm(self)
        boxes = {"schedule": self.schedule, "metric": self.told.kind, "optimizer": self.optimizer, "loss": self.loss}
        self.cards = {part: card_button(self, partial(self.card_wanted.emit, box)) for part, box in boxes.items()}
        self._odd = Paced(self)
        self._odd.due.connect(self._say_odd, Qt.ConnectionType.QueuedConnection)  # in a turn of its own
        self._lay_out()
        self._connect()

    def show_run(self, run: Run, experiment: Experiment) -> None:
        """Show a run of an experiment; nothing is sent. A section is shown anew where something in it is another."""
        another = self._run is None or self._run.name != run.name
        self._run, self._experiment = run, experiment
        self._steps = experiment.scheduler_steps(run)
        problem, plan, rates = experiment.problem, experiment.training, run.rates()
        depends: dict[Callable[[Run, Experiment], None], tuple[object, ...]] = {
            self._show_head: (run.name, run.colour),
            self._show_branch: (run.branch, run.schedule is None, run.colour, run.branch and bounds(experiment, run)),
            self._show_schedule: (run.schedule, run.branch, run.stepped, run.unfit, rates, run.colour, plan, problem),
            self._show_optimizer: (run.optimizer, run.groups, run.clip, run.colour, problem),
            self._show_loss: (run.loss, run.colour, problem),
            self._show_stopping: (run.early_stopping, run.colour),
        }
        for show, values in depends.items():
            if self._shown.get(show.__name__) != values:
                self._shown[show.__name__] = values
                show(run, experiment)
        self._show_unread(run)
        (self._odd.now if another else self._odd.want)()
        if run.listens:
            self.told.show_metric(experiment.metric)

    def _show_unread(self, run: Run) -> None:
        """Say what is missing of a text that isn't read yet, in place of what it would say."""
        said = missing(run)
        self.unread.setText(said)
        self.unread.setVisible(bool(said))
        for name, is_there in (("schedule", True), ("optimizer", True), ("metric", run.listens)):
            self._sections[name].setVisible(is_there and not said)

    def _show_head(self, run: Run, _experiment: Experiment) -> None:
        self.title.setText(run.name)
        self._swatch.show_colour(run.colour)

    def _show_branch(self, run: Run, experiment: Experiment) -> None:
        self._sections["branch"].setVisible(run.branch is not None)
        if run.branch is not None:
            between, scheduled = bounds(experiment, run), run.schedule is not None
            self.branch.show_branch(run.branch, run.colour, between, scheduled=scheduled)

    def _show_stopping(self, run: Run, _experiment: Experiment) -> None:
        self.stopping.show_stopping(run.early_stopping, run.colour)

    def _show_schedule(self, run: Run, experiment: Experiment) -> None:
        rate = run.optimizer.rate
        self.schedule.show_choice(present_schedule(run, experiment))
        self.schedule.set_colour(run.colour)
        unit = self.tr("epochs") if run.stepped == "epoch" else self.tr("steps")
        room = Room.of(self._steps, rate, unit, len(run.rates()))
        self.schedule_form.show_schedule(run.schedule, run.colour, room)
        self.compose.show_schedule(run.schedule, run.colour, room)
        self.schedule_unfit.say(saying.said(run.unfit))
        self.stepped.show_choice(run.stepped)
        self._stepping.setVisible(run.schedule is not None)

    def _show_optimizer(self, run: Run, experiment: Experiment) -> None:
        self.optimizer.show_choice(choice_of(type(run.optimizer)))
        self.optimizer.set_colour(run.colour)
        self.optimizer_form.show_spec(run.optimizer, run.colour)
        self.clip.set_colour(run.colour)
        self.clip.show_value(run.clip)
        self.groups.show_groups(run.groups, run.colour)
        self.groups_fold.note(", ".join(map(_noted, run.groups)))
        self.optimizer_unfit.say(saying.said(run.untrainable(experiment.problem.shapes)))
        self.frozen.setText(self._frozen())
        self.frozen.setVisible(bool(self.frozen.text()))

    def _show_loss(self, run: Run, experiment: Experiment) -> None:
        self.loss.show_choice(choice_of(type(run.loss)))
        self.loss.set_colour(run.colour)
        self.loss_unfit.say(saying.said(run.loss.unfit(experiment.problem.task, experiment.problem.outputs)))
        self.loss_form.show_spec(run.loss, run.colour)

    def show_known(self) -> None:
        """Draw the curve in the schedule's box as far as it is scanned by now."""
        if self._run is not None and self._experiment is not None:
            self.schedule.show_choice(present_schedule(self._run, self._experiment))

    def point_at(self, update: int) -> None:
        """Say on which update of the plan the cursor is."""
        if self._run is not None and self._experiment is not None:
            self.compose.point_at(int(self._experiment.scheduler_step(self._run, np.array([update]))[0]))

    def _lay_out(self) -> None:
        form = self._column = column(self)
        line = QHBoxLayout()
        line.setSpacing(px(metrics.S2))
        line.addWidget(self._swatch)
        line.addWidget(self.title, 1)
        form.addLayout(line)
        form.addSpacing(px(metrics.S2))
        form.addWidget(self.unread)
        self._stepping = QWidget(self)
        self.stepped.setParent(self._stepping)
        row = QVBoxLayout(self._stepping)
        row.setContentsMargins(0, px(metrics.S1), 0, 0)
        row.addLayout(labelled(self.tr("One step every"), self.stepped))
        optimizer = (self.optimizer, self.optimizer_unfit, self.frozen, self.optimizer_form)
        clip = cast("QWidget", self.clip)
        composed = (self.schedule_form, self.schedule_unfit, self.odd, self.compose)
        schedule = (self.schedule, *composed, self._stepping)
        loss = (self.loss, self.loss_unfit, self.loss_form)
        self._sections = {
            "branch": section(self.tr("Branch"), self, self.branch),
            "schedule": section(self.tr("Schedule"), self, *schedule, beside=self.cards["schedule"]),
            "metric": section(self.tr("Metric it is told"), self, self.told, beside=self.cards["metric"]),
            "optimizer": section(
                self.tr("Optimizer"),
                self,
                *(*optimizer, clip, self.groups_fold, self.groups),
                beside=self.cards["optimizer"],
            ),
            "loss": section(self.tr("Loss"), self, *loss, beside=self.cards["loss"]),
            "stopping": section(self.tr("Early stopping"), self, self.stopping),
        }
        for part in self._sections.values():
            form.addWidget(part)
        form.addStretch(1)

    def lead(self, part: str) -> None:
        """Put the schedule's or the loss's section on top: what the view in sight is about."""
        above = {"branch", part, "metric"} if part == "schedule" else {part}
        order = sorted(self._sections, key=lambda name: name not in above)
        for place, name in enumerate(order):
            self._column.insertWidget(place + _ABOVE, self._sections[name])
        self._order()

    def _connect(self) -> None:
        self.schedule.chosen.connect(lambda key: self._send(self._with_schedule(key), "schedule"))
        self.schedule.highlighted.connect(lambda key: self.previewed.emit(self._with_schedule(key)))
        self.schedule.closed.connect(lambda: self.previewed.emit(None))
        self.schedule_form.previewed.connect(self._preview_schedule)
        self.compose.edited.connect(self._compose)
        self.compose.previewed.connect(self._preview_schedule)
        self.optimizer.chosen.connect(self._choose_optimizer)
        self.optimizer.highlighted.connect(
            lambda key: self.previewed.emit(with_optimizer(self.run, key, self._experiment))
        )
        self.optimizer.closed.connect(lambda: self.previewed.emit(None))
        self.loss.chosen.connect(lambda key: self._send(with_loss(self.run, key, self._experiment), "loss"))
        self.loss.highlighted.connect(lambda key: self.previewed.emit(with_loss(self.run, key, self._experiment)))
        self.loss.closed.connect(lambda: self.previewed.emit(None))
        self.stepped.chosen.connect(lambda key: self._send(with_steps(self.run, key, self._experiment), "stepped"))
        self.branch.edited.connect(self._branch)
        self.branch.parted.connect(lambda: self._branch(None, self.tr("a run of its own"), False))
        self.stopping.edited.connect(self._stop_early)
        self.stopping.rebuilt.connect(self._order)
        self.told.edited.connect(self.metric_edited)
        self.told.rebuilt.connect(self._order)
        self.clip.edited.connect(self._clip)
        self.groups.edited.connect(
            lambda groups, what, dragging: self._send(replace(self.run, groups=groups), what, dragging)
        )
        self.groups.rebuilt.connect(self._order)
        for form, part in (
            (self.schedule_form, "schedule"),
            (self.optimizer_form, "optimizer"),
            (self.loss_form, "loss"),
        ):
            form.rebuilt.connect(self._order)
            form.edited.connect(
                lambda spec, name, dragging, part=part: self._send(replace(self.run, **{part: spec}), name, dragging)
            )

    def part_of(self, widget: QWidget) -> str:
        """Give the name of the section that a widget is in: "schedule", "optimizer", …; "" where it is in none."""
        return next((name for name, part in self._sections.items() if part.isAncestorOf(widget)), "")

    def _order(self) -> None:
        form = (self.cards["schedule"], self.schedule, *self.schedule_form.stops(), *self.compose.stops())
        schedule = (*form, *stops_of(self.stepped))
        groups = (self.groups_fold, *stops_of(self.groups))
        clip = stops_of(cast("QWidget", self.clip))
        optimizer = (self.cards["optimizer"], self.optimizer, *self.optimizer_form.stops(), *clip, *groups)
        stops = {
            "branch": tuple(self.branch.stops()),
            "schedule": schedule,
            "metric": (self.cards["metric"], *self.told.stops()),
            "optimizer": optimizer,
            "loss": (self.cards["loss"], self.loss, *self.loss_form.stops()),
            "stopping": tuple(self.stopping.stops()),
        }
        parts = sorted(self._sections, key=lambda name: self._column.indexOf(self._sections[name]))
        order_tabs(stop for part in parts for stop in stops[part])

    @property
    def run(self) -> Run:
        """The run it shows."""
        if self._run is None:
            raise RuntimeError("no run was shown yet")
        return self._run

    def _send(self, run: Run, what: str, dragging: bool = False) -> None:
        if not dragging:
            self._shown.clear()  # a control shows what was chosen, which nobody may take
        self.edited.emit(run, what, dragging)

    def _compose(self, schedule: Schedule, what: str, place: int) -> None:
        """Take a composite, and unfold the part at `place`, which is new."""
        self._send(replace(self.run, schedule=schedule), what)
        if isinstance(schedule, Resumed):
            self.schedule_form.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.schedule_form.composer is not None and self.run.schedule == schedule:
            self.schedule_form.composer.parts[place].unfold()

    def _preview_schedule(self, schedule: Schedule | None) -> None:
        self.previewed.emit(None if schedule is None else replace(self.run, schedule=schedule))

    def _say_odd(self) -> None:
        """Say what torch does oddly with what the schedule is composed of."""
        found = oddities(self._experiment, self.run) if self._experiment is not None else []
        said = joined(" ", found[:ODDITIES])
        if said != self.odd.text():
            self.odd.setText(said)
        self.odd.setToolTip(joined("\n", found))
        self.odd.setVisible(bool(found))

    def _branch(self, branch: Branch | None, what: str, dragging: bool) -> None:
        """Leave another run elsewhere or otherwise, or none."""
        self._send(replace(self.run, branch=branch), what, dragging)

    def _stop_early(self, stopping: EarlyStopping | None, what: str, dragging: bool) -> None:
        self._send(replace(self.run, early_stopping=stopping), what, dragging)

    def _clip(self, longest: float | None, dragging: bool) -> None:
        """Cut the gradient's norm to another bound, or say what is wrong with it."""
        try:
            changed = replace(self.run, clip=longest)
        except SpecError as error:
            self.clip.show_error(out_of_bounds(error, said(self.run.clip, CLIP.none), limits_of(CLIP)))
            self.clip.show_value(self.run.clip)
            return
        self.clip.show_error("")
        self._send(changed, CLIP.name, dragging)

    def _offer(self, choices: Callable[[Run, Experiment], Sequence[Choice]]) -> Sequence[Choice]:
        return () if self._experiment is None else choices(self.run, self._experiment)

    def _with_schedule(self, key: str) -> Run:
        return self.run if self._experiment is None else with_schedule(self.run, key, self._experiment)

    def _choose_optimizer(self, key: str) -> None:
        """Take an optimizer, and unfold the groups where it brings some of its own."""
        run = with_optimizer(self.run, key, self._experiment)
        if set(run.groups) - set(self.run.groups):
            self.groups_fold.setChecked(True)
        self._send(run, "optimizer")

    def _frozen(self) -> str:
        """Say what is frozen for an optimizer that doesn't take everything."""
        only = QCoreApplication.translate("Catalog", self.run.optimizer.only) if self.run.optimizer.only else ""
        frozen = ", ".join(group.pattern for group in self.run.groups if group.frozen)
        name = type(self.run.optimizer).__name__
        return self.tr("{0} takes only {1}. Frozen: {2}.").format(name, only, frozen) if only and frozen else ""


def _noted(group: Group) -> str:
    """Name a group by its pattern where it is folded away."""
    frozen = QCoreApplication.translate("Form", "{0} frozen")
    return frozen.format(group.pattern) if group.frozen else group.pattern
