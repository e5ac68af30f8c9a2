"""Fits: a law fitted to the race in the window, in the worker, for forecasts until the session is closed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Signal

from lrviz.events import Block, Event, Fit, Fitted, Fitting, Log
from lrviz.experiment import Experiment
from lrviz.forecasts import is_adaptive, logged, mean_losses
from lrviz.laws.fitting import FITTABLE, Empirical
from lrviz.laws.origin import rises_again
from lrviz.results import RunResult
from lrviz.run import Run
from lrviz.ui.numbers import whole
from lrviz.ui.racing.errand import Errand
from lrviz.ui.racing.raced import Raced, raced_plan, shrinks
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store

SLOT = "fit"
Floats = NDArray[np.float64]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Fits", text)


@dataclass(frozen=True)
class FittedLaw:
    """A law that was fitted to a race, and the fingerprints of the runs in it."""

    law: Empirical
    marks: frozenset[str]

    def earlier(self, experiment: Experiment) -> bool:
        """Whether one of these runs has been changed since."""
        return not self.marks <= _marks(experiment, experiment.runs)


def _marks(experiment: Experiment, runs: Sequence[Run]) -> frozenset[str]:
    """Give the fingerprints of some runs as they are raced."""
    plan, names = raced_plan(experiment), {run.name for run in runs}
    return frozenset(plan.fingerprint(run) for run in plan.runs if run.name in names)


@dataclass(frozen=True, eq=False)
class Entrants:
    """The runs of a race that a law can be fitted to, with what they gave; `why` says why there are none."""

    runs: tuple[tuple[Run, RunResult], ...] = ()
    why: str = ""


def entrants(experiment: Experiment, raced: Mapping[str, Raced], selected: Run | None) -> Entrants:
    """Give the visible runs that came to their end, with the loss and the kind of optimizer of the selected one.

    Those of another loss, or of Adam's kind beside SGD's, can't be told by one law, nor can rates that rise again.
    """
    if shrinks(experiment):
        steps = whole(raced_plan(experiment).training.steps)
        return Entrants(
            why=_tr("A race trains a miniature of {0} update{0:|s}, which says little of this plan.").format(steps)
        )
    visible = [run for run in experiment.runs if run.visible]
    fresh = [run for run in visible if run.name in raced and not raced[run.name].stale]
    if any(raced[run.name].running for run in fresh):
        return Entrants(why=_tr("The race is still under way."))
    done = [run for run in fresh if _came_to_its_end(raced[run.name])]
    if not done:
        return Entrants(why=_tr("This needs a race of the visible runs as they are."))
    like = selected if selected in done else done[0]
    alike = [run for run in done if run.loss == like.loss and is_adaptive(run) is is_adaptive(like)]
    results = [(run, RunResult(run.name, dict(enumerate(raced[run.name].traces)))) for run in alike]
    falling = tuple((run, one) for run, one in results if rises_again(logged(one.lrs, one.losses)[0]) is None)
    return Entrants(falling, "" if falling else _tr("Each raced run’s rate rises again, which no law is for."))


def _came_to_its_end(raced: Raced) -> bool:
    return all(
        len(trace.losses) == raced.steps and trace.diverged_at is None and trace.halted is None
        for trace in raced.traces
    )


class Fits(QObject):
    """One fit at a time; `fitted` with the law and the runs it is of, once it is there."""

    fitted = Signal(object)
    changed = Signal()
    """A fit began, came further, or ended."""

    def __init__(self, store: Store, races: Races, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._races = store, races
        self._errand = Errand(races, SLOT, self)
        self._errand.heard.connect(self._go_on)
        self._errand.ended.connect(self._ended)
        self._marks: frozenset[str] = frozenset()
        self.law, self.done = "", 0.0
        store.opened.connect(self.stop)

    @property
    def active(self) -> bool:
        """Whether a fit is under way: of `law`, of which the share `done` is."""
        return self._errand.active

    @property
    def experiment(self) -> Experiment:
        """The experiment that is open."""
        return self._store.experiment

    def why_not(self) -> str:
        """Say why no law can be fitted now; empty where one can."""
        return self._entrants().why

    def fit(self, law: str) -> None:
        """Fit a law to the race of the visible runs, in place of a fit under way."""
        runs = self._entrants().runs
        if not runs:
            return
        self._marks = _marks(self.experiment, [run for run, _ in runs])
        logs = tuple(Log(Block.of(one.lrs), Block.of(mean_losses(one))) for _, one in runs)
        self.law, self.done = law, 0.0
        self._errand.start(Fit(law, logs, is_adaptive(runs[0][0])))
        self.changed.emit()

    def fit_log(self, rates: Floats, losses: Floats) -> None:
        """Fit a law to a log from elsewhere, of an optimizer of the selected run's kind; no edit makes it stale."""
        run = self._store.run
        self._marks, self.law, self.done = frozenset(), next(iter(FITTABLE)), 0.0
        self._errand.start(
            Fit(self.law, (Log(Block.of(rates), Block.of(losses)),), run is not None and is_adaptive(run))
        )
        self.changed.emit()

    def stop(self) -> None:
        """Fit no further; nothing more is said."""
        if self.active:
            self._errand.stop()
            self.changed.emit()

    def _entrants(self) -> Entrants:
        experiment = self.experiment
        return entrants(experiment, self._races.of(experiment), self._store.run)

    def _go_on(self, events: tuple[Event, ...]) -> None:
        match events[-1]:
            case Fitting(done=done):
                self.done = done
                self.changed.emit()
            case Fitted(found=found):
                origin = dataclasses.replace(found.law.origin, unit="")
                self.fitted.emit(FittedLaw(replace(found.law, origin=origin), self._marks))

    def _ended(self, why: str) -> None:
        if why:
            bound = why.partition("): ")[2] or why
            said = bound if bound.endswith(".") else f"{bound}."
            self._races.said.emit("error", self.tr("No law could be fitted"), f"{said[:1].upper()}{said[1:]}")
        self.changed.emit()
