"""The dialog that looks for a run's best schedule under a law: law, warm-up and floor, and what it would gain."""

from __future__ import annotations

import itertools
from typing import Annotated, Any

from msgspec import Meta
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lrviz.catalog.schedule import MOST
from lrviz.catalog.schedules.knots import Knots
from lrviz.errors import SpecError
from lrviz.events import Event, Improve, Improved
from lrviz.experiment import Experiment
from lrviz.improving import before, improved_run, warmup
from lrviz.laws import LAWS, AnyLaw
from lrviz.results import Forecast
from lrviz.run import Run
from lrviz.spec import Value, fields
from lrviz.ui import metrics
from lrviz.ui.controls.below import below
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.progress import Progress
from lrviz.ui.controls.scales import limits_of, scale_of
from lrviz.ui.controls.words import out_of_bounds, said
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.figure import Figure
from lrviz.ui.form.section import labelled
from lrviz.ui.naming import free_name
from lrviz.ui.numbers import NARROW, apart, whole
from lrviz.ui.pages.foresight import Foresight
from lrviz.ui.panels.sidebar import free_colour
from lrviz.ui.racing.errand import Errand
from lrviz.ui.racing.races import Races
from lrviz.ui.showing.portrait import Portrait
from lrviz.ui.speech import saying
from lrviz.ui.speech.spoken import together
from lrviz.ui.store import Store
from lrviz.ui.views.forecast_words import titled

SLOT = "improve"
USUAL = 150
"""Iterations that a search takes; few take more."""


class Aim(Value, frozen=True):
    """What the best schedule is to keep: what a person sets of it."""

    warmup: Annotated[
        int,
        Meta(ge=0, le=MOST, description="Updates up to the peak, straight from 0.", extra={"unit": "steps"}),
    ] = 0
    floor: Annotated[
        float,
        Meta(ge=0, lt=1, description="Share of the peak that the rate never falls below.", extra={"slider": (0, 0.2)}),
    ] = 0.0


class ImproveDialog(QDialog):
    """Searches as soon as it is open, and again whenever something is set; adds what it found as a run.

    The search runs in the worker; closing the dialog ends it. What the run is like is looked at in the turn after the
    dialog opens, so that it opens at once.
    """

    def __init__(self, store: Store, races: Races, foresight: Foresight, run: Run, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._races, self._at = store, races, store.selected
        self._experiment, self._run = store.experiment, run.untold()
        self._laws = [fit.law for fit in foresight.fits.values()]
        self._law: AnyLaw = foresight.law
        self._aim = Aim()
        self._before: Forecast | None = None
        self._found: Improved | None = None
        self._errand = Errand(races, SLOT, self)
        self._errand.heard.connect(self._go_on)
        self._errand.ended.connect(self._ended)
        races.ready_changed.connect(self._show)
        self.setWindowTitle(self.tr("Improve {0}").format(self._run.name))
        self._make()
        self._lay_out()
        for name, row in self.rows.items():
            row.edited.connect(lambda value, dragging, name=name: self._take(name, value, dragging=dragging))
        self.law.clicked.connect(lambda: open_menu(self.menu(), below(self.law)))
        self.add.clicked.connect(self._add)
        self.cancel.clicked.connect(self.reject)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self._show()
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        """Look at the run as it is, and search."""
        self._aim = Aim(warmup=warmup(self._experiment, self._run))
        self.choose(self._law)

    def _make(self) -> None:
        self.law = Button(titled(self._law), icon="chevron-down", kind="secondary", small=True, parent=self)
        self.rows = {field.name: NumberRow(field, colour=self._run.colour, parent=self) for field in fields(Aim)}
        self.rows["warmup"].set_scale(scale_of(self.rows["warmup"].field, self._experiment.training.steps), "steps")
        self.picture = Portrait(self)
        self.progress = Progress(self.tr("Search done"), self)
        self.verdict = Paragraph("body", "text", self)
        self.basis = Paragraph("secondary", "text2", self)
        self.error = ErrorLine(self)
        self.cancel = Button(self.tr("Cancel"), kind="secondary", parent=self)
        self.add = Button(self.tr("Add as run"), kind="primary", parent=self)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(metrics.S2))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(metrics.S4)] * 4)
        column.setSpacing(px(metrics.S2))
        column.addLayout(labelled(self.tr("Law"), self.law))
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self.picture, 1)
        for widget in (self.progress, self.verdict, self.basis, self.error):
            column.addWidget(widget)
        column.addLayout(buttons)
        open_as(self, metrics.IMPROVE_DIALOG)

    def menu(self) -> QMenu:
        """Give the menu of all laws with their sets of coefficients and those fitted, the chosen one checked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for law in itertools.chain(*(sets.values() for sets in LAWS.values()), self._laws):
            action = menu.addAction(titled(law))
            action.setCheckable(True)
            action.setChecked(law == self._law)
            action.triggered.connect(lambda _=False, law=law: self.choose(law))
            group.addAction(action)
        return menu

    def choose(self, law: AnyLaw) -> None:
        """Search by another law."""
        self._law = law
        self._before = before(self._experiment, self._run, law)
        self.law.setText(titled(law))
        self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and adds the run where none has."""
        focused = self.focusWidget()
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or isinstance(focused, EntryField):
            super().keyPressEvent(event)
        elif isinstance(focused, Button):
            focused.click()
        else:
            self.add.click()

    def done(self, result: int) -> None:
        self._errand.stop()
        super().done(result)

    @property
    def searching(self) -> bool:
        """Whether a search is under way, or about to be."""
        return self._before is None or self._errand.active

    @property
    def improved(self) -> Run | None:
        """The run with the best schedule so far; None before there is one."""
        if self._found is None:
            return None
        return improved_run(self._run, Knots(self._found.steps, self._found.factors), self._run.name)

    def _take(self, name: str, value: Any, *, dragging: bool) -> None:
        row, steps = self.rows[name], self._experiment.training.steps
        try:
            aim = replace(self._aim, **{name: value})
        except SpecError as error:
            row.show_error(out_of_bounds(error, said(getattr(self._aim, name)), limits_of(row.field)))
            return
        if aim.warmup >= steps:
            row.show_error(self.tr("warmup must be below the {0} step{0:|s} of the plan.").format(whole(steps)))
            return
        self._aim = aim
        row.show_value(value)
        if not dragging:
            self._search()

    def _search(self) -> None:
        self._found = None
        self.error.say("")
        self._errand.start(Improve(self._experiment, self._at, self._law, self._aim.warmup, self._aim.floor))
        self._show()

    def _go_on(self, events: tuple[Event, ...]) -> None:
        if isinstance(events[-1], Improved):
            self._found = events[-1]
            self._show()

    def _ended(self, why: str) -> None:
        self.error.say(why if not why or why.endswith(".") else f"{why}.")
        self._show()

    def _show(self) -> None:
        busy, found = self.searching, self._found
        self.add.setEnabled(found is not None and not busy)
        self.progress.setVisible(busy and self._races.ready)
        self.progress.setValue(0 if found is None else min(1000, round(1000 * found.iteration / USUAL)))
        for name, row in self.rows.items():
            row.show_value(getattr(self._aim, name))
        self.basis.setText(together("{0} {1}.", saying.said(self._law.assumes), self._law.source))
        self.verdict.setText(self._verdict(found, busy=busy))
        improved = self.improved
        self.picture.show_figure(
            lambda width: _figure(self._experiment, self._run, improved, width),
            self.tr("Learning rate of {0}, and the best found").format(self._run.name),
        )

    def _verdict(self, found: Improved | None, *, busy: bool) -> str:
        """Say what is gained, and whether the law can tell that it is a gain."""
        if found is None or self._before is None:
            waits = self.tr("Searching …") if self._races.ready else self.tr("The training process is starting …")
            return waits if busy else ""
        own, best = self._before.final, found.value
        first, second = apart([best, own])
        ends = self.tr("The dotted curve ends at {0} instead of {1}").format(
            first, f"{second} {self._law.unit}".rstrip()
        )
        if busy:
            return self.tr("{0}, after {1} iterations.").format(ends, whole(found.iteration))
        if best >= own:
            return self.tr("{0}: the run is as good as it gets by this law.").format(ends)
        if self._law.apart(best, own):
            share = f"{100 * (own - best) / own:.2g}{NARROW}%"
            return self.tr("{0}: {1} less, more than this law can be wrong by.").format(ends, share)
        return self.tr("{0}: within what this law can be wrong by, so not worth it.").format(ends)

    def _add(self) -> None:
        """Add the run with its best schedule below its own, in one undo step."""
        improved, experiment = self.improved, self._store.experiment
        if improved is None:
            return
        at, runs = self._place() + 1, experiment.runs
        name = free_name(self.tr("{0}, improved").format(self._run.name), runs)
        added = replace(improved, name=name, colour=free_colour(runs), visible=True)
        changed = replace(experiment, runs=(*runs[:at], added, *runs[at:]))
        self._store.edit(self.tr("improve {0}").format(self._run.name), changed)
        self._store.select(at)
        self.accept()

    def _place(self) -> int:
        """Give where the run stands."""
        names = [run.name for run in self._store.experiment.runs]
        return names.index(self._run.name) if self._run.name in names else len(names) - 1


def _figure(experiment: Experiment, run: Run, improved: Run | None, width: int) -> Figure:
    """Give the run's rates, and dotted over them those of the best schedule so far."""
    from lrviz.ui.views import schedule  # with the plots, which the window doesn't wait for
    from lrviz.ui.views.sight import Sight

    line = (*(replace(one, visible=False) for one in experiment.lineage(run)[:-1]), replace(run, visible=True))
    alone = replace(experiment, runs=line)
    last = max(1, experiment.training.steps - 1)
    return schedule.figure(alone, {}, Sight(0, last, width, momentum=False, proposed=improved))


def open_dialog(store: Store, races: Races, foresight: Foresight, parent: QWidget) -> None:
    """Open the dialog for the selected run, where there is one, by the law of the forecast."""
    if store.run is not None:
        dialog = ImproveDialog(store, races, foresight, store.run, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
