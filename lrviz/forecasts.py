"""Forecasts: the loss that a schedule leads to by one of the laws, asked for with or without an experiment."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.schedule import Schedule
from lrviz.curves import run_of
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.laws import law_of
from lrviz.laws.law import Law
from lrviz.laws.pace import EACH, Pace
from lrviz.laws.timescale import nothing_left, timescale
from lrviz.results import Floats, Forecast, Timescale
from lrviz.run import Run

POINTS = 512
"""Updates after which a forecast gives the loss, unless it is asked for others."""


def forecast(
    schedule_or_source_or_experiment: Schedule | Run | Experiment | str | None,
    *,
    law: str = "bound",
    steps: int | None = None,
    lr: float = 0.1,
    fit: Any = None,
    run: int = 0,
) -> Forecast:
    """Give the loss that a schedule leads to by a law, from its rates alone and without training.

    Parameters
    ----------
    schedule_or_source_or_experiment
        A schedule of the catalog, a run, a text as `lrviz.parse` reads it, None for a constant rate, or an experiment.
    law
        "bound", "multi-power" or "annealing".
    steps
        Updates of the whole run; an experiment has its own.
    lr
        The rate before any schedule, as in `lrviz.curve`.
    fit
        What the law's coefficients are taken from: the name of a published set ("25M", "100M", "400M"), or a law as
        `lrviz.laws.fitting.fitted` gives it. The bound has none.
    run
        Which of an experiment's runs.

    Raises
    ------
    SpecError
        An argument is out of bounds.
    SourceError, ScheduleError
        As `lrviz.parse`.
    """
    chosen = law_of(law, fit)
    if isinstance(schedule_or_source_or_experiment, Experiment):
        experiment = schedule_or_source_or_experiment
        if steps is not None:
            raise SpecError("forecast.steps", steps, "left out: an experiment has its own")
        if isinstance(run, bool) or not isinstance(run, int) or not 0 <= run < len(experiment.runs):
            raise SpecError("forecast.run", run, f"the index of one of the {len(experiment.runs)} runs")
        return of(experiment, experiment.runs[run], chosen)
    one = run_of(schedule_or_source_or_experiment, lr=lr)
    if isinstance(steps, bool) or not isinstance(steps, (int, np.integer)) or steps < 1:
        raise SpecError("forecast.steps", steps, "a whole number ≥ 1: how long the run is")
    return of(Experiment.of(one.untold(), steps=int(steps)), one.untold(), chosen)


def of(experiment: Experiment, run: Run, law: Law, at: NDArray[np.int64] | None = None, most: int = EACH) -> Forecast:
    """Give a run's forecast after the updates `at`: by default some hundred that lie evenly, the last one included.

    A run of more than `most` updates is looked at in so many stretches.
    """
    steps = experiment.training.steps
    places = np.unique(np.linspace(0, steps - 1, POINTS).astype(np.int64)) if at is None else at
    end = experiment.curve(run, [steps - 1])
    if not len(end):
        return nothing(law, f"torch raises before step {steps - 1}: {end.error}")
    pace = pace_of(experiment, run, most)
    if outside := law.outside(pace, adaptive=is_adaptive(run)):
        return nothing(law, outside)
    said = law.predicted(pace, places)
    return Forecast(
        law.name,
        law.unit,
        places,
        said.loss,
        said.low,
        said.high,
        said.final,
        said.best_lr,
        notes=(*_notes(pace), *said.notes),
    )


def timescale_of(experiment: Experiment, run: Run, at: NDArray[np.int64] | None = None) -> Timescale:
    """Give what a run's updates leave in its final weights, at the updates `at` or at some hundred that lie evenly."""
    steps = experiment.training.steps
    end = experiment.curve(run, [steps - 1])
    if not len(end):
        return nothing_left(f"torch raises before step {steps - 1}: {end.error}")
    places = np.unique(np.linspace(0, steps - 1, POINTS).astype(np.int64)) if at is None else at
    return timescale(pace_of(experiment, run), run.optimizer.shrinking, places)


def is_adaptive(run: Run) -> bool:
    """Whether a run's optimizer divides its gradients, as Adam does: it is never ranked against one that doesn't."""
    return run.optimizer.stability_limit(run.optimizer.rate) is None


@lru_cache(maxsize=32)
def pace_of(experiment: Experiment, run: Run, most: int = EACH) -> Pace:
    """Give the rates of a run as the laws take them, which torch accepts up to its end."""

    def rates_at(t: NDArray[np.int64]) -> Floats:
        return experiment.curve(run, t).lr

    return Pace.of(rates_at, experiment.training.steps, most)


def nothing(law: Law, why: str) -> Forecast:
    """Give a law's forecast of a run that it holds nothing for."""
    empty = np.zeros(0)
    return Forecast(law.name, law.unit, empty.astype(np.int64), empty, empty, empty, float("nan"), outside=why)


def _notes(pace: Pace) -> tuple[str, ...]:
    moved = int(pace.updates[-1]) + 1
    still = [f"the last {pace.steps - moved} updates, at rate 0, change nothing"] if moved < pace.steps else []
    long = [f"{len(pace.rates)} samples of {pace.steps} updates"] if pace.sampled else []
    return (*still, *long)
