"""The one place where the window's experiment changes: every edit is an undo step, and everyone redraws from here."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from lrviz.catalog.quantity import BY_TASK, Name
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.survey import Survey
from lrviz.ui.naming import renamed
from lrviz.ui.outlook import Outlook
from lrviz.ui.past.history import History, Past, Step
from lrviz.ui.sweep import Sweep
from lrviz.ui.units import Measure, Unit, known, measure

FIRST_LOOK = 0.6
"""Share of the plan the cursor stands at when a session is opened."""

REMEMBERED = 8
"""Sessions that one can go back to, or forth."""
Heard = Literal["supposed", "raced"]
"""Which metric is shown to schedulers that listen: the one that is supposed, or the one their race told them."""


@dataclasses.dataclass(frozen=True)
class Session:
    """A session with its history, as it stands in a window."""

    experiment: Experiment
    path: Path | None
    name: str
    past: Past
    selected: int
    cursor: int
    lent: bool = False
    baseline: str = ""

    @property
    def modified(self) -> bool:
        """Whether the experiment differs from what its file holds; one that is lent belongs to no file."""
        return not self.lent and self.past.saved != self.past.at

    @property
    def begun(self) -> bool:
        """Whether it is more than what every first launch opens."""
        return bool(self.path or self.name or self.past != Past())


class Store(QObject):
    """The experiment in the window, the run that is selected and the step the cursor is on."""

    changed = Signal()
    """The experiment is another one."""
    selected_changed = Signal()
    cursor_changed = Signal()
    baseline_changed = Signal()
    """Another run is the baseline, or none is."""
    unit_changed = Signal()
    heard_changed = Signal()
    looked = Signal()
    """The place along a loss, or the quantity it is looked at along, is another one."""
    survey_changed = Signal()
    """What is looked at of the landscape is something else."""
    outlook_changed = Signal()
    """How the landscape is looked at is another way."""
    sweep_changed = Signal()
    """What an LR finder is asked for is something else."""
    opened = Signal()
    """Another session is about to come; nothing of the one before is to be shown with it."""
    named = Signal()
    """The session's file or its saved state changed."""
    renamed = Signal(str, str)
    """A run that was called so is about to be called otherwise."""

    def __init__(self, experiment: Experiment, path: Path | None = None) -> None:
        super().__init__()
        self._experiment = experiment
        self._path = path
        self._name = ""
        self._lent = False
        self._selected = min(1, max(0, len(experiment.runs) - 1))
        self._cursor = 0
        self._pinned = ""
        self.companions: frozenset[str] = frozenset()
        """The runs that were seen before one of them was seen alone."""
        self._unit: Unit = "step"
        self._heard: Heard = "supposed"
        self._quantity: Name = "p"
        self._at = 0.5
        self._survey = Survey()
        self._outlook = Outlook()
        self._sweep = Sweep()
        self._back: tuple[Session, ...] = ()
        self._forth: tuple[Session, ...] = ()
        self.history = History(self._move, self)
        self.history.cleanChanged.connect(self.named)
        self.set_cursor(FIRST_LOOK * experiment.training.steps)

    @property
    def experiment(self) -> Experiment:
        """The experiment as it stands."""
        return self._experiment

    @property
    def path(self) -> Path | None:
        """The file the session was opened from or saved to."""
        return self._path

    @property
    def name(self) -> str:
        """What the session is called while it has no file; empty for the one a first launch opens."""
        return self._name

    @property
    def modified(self) -> bool:
        """Whether the experiment differs from what its file holds; one that is lent belongs to no file."""
        return not self._lent and not self.history.isClean()

    @property
    def session(self) -> Session:
        """The session as a value, to be taken up again."""
        past, at = self.history.past, (self._selected, self._cursor)
        return Session(self._experiment, self._path, self._name, past, *at, self._lent, self._pinned)

    @property
    def before(self) -> Session | None:
        """The session that undoing leads back to where no step of this one is left; a lent one has none."""
        return self._back[-1] if self._back and not self._lent else None

    @property
    def after(self) -> Session | None:
        """The session that was gone back from."""
        return self._forth[-1] if self._forth and not self._lent else None

    @property
    def selected(self) -> int:
        """Index of the selected run; 0 when there is none."""
        return min(self._selected, max(0, len(self._experiment.runs) - 1))

    @property
    def run(self) -> Run | None:
        """The selected run."""
        return self._experiment.runs[self.selected] if self._experiment.runs else None

    @property
    def cursor(self) -> int:
        """The update the step cursor is on."""
        return min(self._cursor, self._experiment.training.steps - 1)

    @property
    def baseline(self) -> str:
        """Name of the run that others are compared with; empty without one, or while it is deleted."""
        return self._pinned if any(run.name == self._pinned for run in self._experiment.runs) else ""

    @property
    def unit(self) -> Unit:
        """What steps are counted in, wherever they are shown: the chosen unit, or steps where it isn't known."""
        return self._unit if known(self._experiment, self._unit) else "step"

    @property
    def heard(self) -> Heard:
        """Which metric schedulers that listen are shown with, where there is a choice."""
        return self._heard

    @property
    def quantity(self) -> Name:
        """The quantity losses are looked at along: the chosen one where the problem's examples have it, or none."""
        known = BY_TASK[self._experiment.problem.task]
        return self._quantity if self._quantity in known or not known else known[0]

    @property
    def at(self) -> float:
        """Where the cursor stands along that quantity, as a share of the way across."""
        return self._at

    @property
    def survey(self) -> Survey:
        """What is looked at of the landscape."""
        return self._survey

    @property
    def outlook(self) -> Outlook:
        """How it is looked at."""
        return self._outlook

    @property
    def sweep(self) -> Sweep:
        """What an LR finder is asked for."""
        return self._sweep

    @property
    def measure(self) -> Measure:
        """What axes along the steps count in."""
        return measure(self._experiment, self.unit)

    @property
    def per_unit(self) -> float:
        """How many updates make one of what axes count in."""
        return self.measure.updates

    def edit(self, what: str, experiment: Experiment, *, gesture: str = "") -> None:
        """Replace the experiment; `what` names the step in the history.

        Edits of one `gesture` (a drag of one slider) that follow each other are one undo step.
        """
        if experiment != self._experiment:
            if not self._lent:  # what is tried in a lesson leads nowhere else
                self._forth = ()
            self.history.push(Step(what, self._experiment, experiment, gesture))
            self._put(experiment)

    def edit_run(self, index: int, run: Run, what: str, *, gesture: str = "") -> None:
        """Replace one run."""
        runs = self._experiment.runs
        changed = replace(self._experiment, runs=(*runs[:index], run, *runs[index + 1 :]))
        self.edit(what, changed, gesture=gesture)

    def end_gesture(self) -> None:
        """Close a drag: the next edit is an undo step of its own, whatever its gesture is called."""
        self.history.end_gesture()

    def undo(self) -> None:
        """Go back by a step; from where the session began, to the one before it."""
        before = self.before
        if self.history.canUndo() or before is None:
            self.history.undo()
            return
        self._forth = (*self._forth, self.session)
        self._back = self._back[:-1]
        self._put_in(before)

    def redo(self) -> None:
        """Go forth by a step; from the last one, to the session that was gone back from."""
        after = self.after
        if self.history.canRedo() or after is None:
            self.history.redo()
            return
        self._back = (*self._back, self.session)
        self._forth = self._forth[:-1]
        self._put_in(after)

    def select(self, index: int) -> None:
        """Select a run."""
        if index != self._selected and 0 <= index < len(self._experiment.runs):
            self._selected = index
            self.sweep_over(replace(self._sweep, group=None))  # another run's groups are others
            self.selected_changed.emit()

    def pin(self, name: str) -> None:
        """Compare all runs with this one; with none where it is empty."""
        if name != self._pinned:
            self._pinned = name
            self.baseline_changed.emit()

    def set_cursor(self, step: float) -> None:
        """Put the step cursor on an update of the plan."""
        step = round(max(0.0, min(step, self._experiment.training.steps - 1)))
        if step != self._cursor:
            self._cursor = step
            self.cursor_changed.emit()

    def look(self, at: float) -> None:
        """Put the cursor a share of the way along a loss."""
        at = max(0.0, min(at, 1.0))
        if at != self._at:
            self._at = at
            self.looked.emit()

    def look_along(self, quantity: Name) -> None:
        """Look at losses along another quantity."""
        if quantity != self._quantity:
            self._quantity = quantity
            self.looked.emit()

    def set_unit(self, unit: Unit) -> None:
        """Count steps in another unit."""
        if unit != self._unit:
            self._unit = unit
            self.unit_changed.emit()

    def hear(self, heard: Heard) -> None:
        """Show schedulers that listen with another metric."""
        if heard != self._heard:
            self._heard = heard
            self.heard_changed.emit()

    def look_over(self, survey: Survey) -> None:
        """Look at something else of the landscape."""
        if survey != self._survey:
            self._survey = survey
            self.survey_changed.emit()

    def look_from(self, outlook: Outlook) -> None:
        """Look at the landscape in another way."""
        if outlook != self._outlook:
            self._outlook = outlook
            self.outlook_changed.emit()

    def sweep_over(self, sweep: Sweep) -> None:
        """Ask an LR finder for something else."""
        if sweep != self._sweep:
            self._sweep = sweep
            self.sweep_changed.emit()

    def open(self, experiment: Experiment, path: Path | None, name: str = "") -> None:
        """Put another session in the window, with a history of its own; undoing leads back to the one before.

        One without a file may have a name.
        """
        if not self._lent and self.session.begun:
            self._back = (*self._back, self.session)[-REMEMBERED:]
        self._forth = ()
        self._put_in(Session(experiment, path, name, Past(), *_first_look(experiment)))

    def lend(self, experiment: Experiment, name: str) -> None:
        """Put an experiment in the window that is there to try things on: until it is saved nobody misses a change."""
        self._put_in(Session(experiment, None, name, Past(), *_first_look(experiment), lent=True))

    def take_up(self, session: Session) -> None:
        """Put a session in the window as it was left, with its history."""
        self._put_in(session)

    def _put_in(self, session: Session) -> None:
        self._lent, self._name, self._path = session.lent, session.name, session.path
        self._selected = session.selected
        self.opened.emit()
        self.pin("")
        self._put(session.experiment)
        self.pin(session.baseline)
        self.history.take_up(session.past)  # it may say that the session is named: all but its look is there by now
        self.look_over(replace(self._survey, area=None, origin=""))
        self.look_from(dataclasses.replace(self._outlook, line=None))
        self.sweep_over(replace(self._sweep, group=None))
        self.selected_changed.emit()
        self.set_cursor(session.cursor)
        self.named.emit()

    def saved(self, path: Path) -> None:
        """Note that `path` now holds the experiment."""
        self._path, self._lent = path, False
        self.history.setClean()
        self.named.emit()

    def _put(self, experiment: Experiment) -> None:
        before = self.baseline
        names = renamed(self._experiment.runs, experiment.runs)
        self._pinned = names.get(self._pinned, self._pinned)
        for had, has in names.items():
            self.renamed.emit(had, has)
        self._experiment = experiment
        self.changed.emit()
        if self.baseline != before:
            self.baseline_changed.emit()

    def _move(self, before: Experiment, after: Experiment) -> None:
        """Put what the history leads to, and select the run that is another: nothing changes out of sight."""
        chosen = self.run.name if self.run is not None else ""
        changed = [index for index, run in enumerate(after.runs) if run not in before.runs]
        same = [index for index, run in enumerate(after.runs) if run.name == chosen]
        wanted = next((index for index in (self._selected, *same) if index in changed), None)
        self._put(after)
        for index in (changed or same)[:1] if wanted is None else (wanted,):
            self.select(index)


def _first_look(experiment: Experiment) -> tuple[int, int]:
    """Give the run that is selected at first, and the update the cursor stands on."""
    cursor = round(min(FIRST_LOOK * experiment.training.steps, experiment.training.steps - 1))
    return min(1, max(0, len(experiment.runs) - 1)), cursor
