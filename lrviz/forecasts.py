"""Forecasts: the loss that a schedule leads to by one of the laws, asked for with or without an experiment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.schedule import Schedule
from lrviz.curves import run_of
from lrviz.errors import RefusedError, SpecError
from lrviz.experiment import Experiment
from lrviz.laws import law_of
from lrviz.laws.fitting import Fitted, fitted
from lrviz.laws.law import Law
from lrviz.laws.pace import EACH, Counts, Pace
from lrviz.laws.timescale import nothing_left
from lrviz.laws.timescale import timescale as left_by
from lrviz.results import Floats, Forecast, Result, RunResult, Timescale
from lrviz.run import Run
from lrviz.sentences import say

EXACT = 1 << 15
"""Updates of a run up to which the loss after one of them is found from each rate."""
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
        What the law's coefficients are taken from: the name of a set ("25M", "100M", "400M"), a race (a Result, or one
        run of it) whose losses they are fitted to, a log of the run that is asked for, as a pair of updates and losses,
        or what `lrviz.laws.fitting.fitted` gave for any of these. The bound has none.
    run
        Which of an experiment's runs.

    Raises
    ------
    SpecError
        An argument is out of bounds.
    SourceError, ScheduleError
        As `lrviz.parse`.
    """
    experiment, asked = _asked("forecast", schedule_or_source_or_experiment, steps, lr, run)
    return of(experiment, asked, _chosen(law, fit, experiment, asked))


def timescale(
    schedule_or_source_or_experiment: Schedule | Run | Experiment | str | None,
    *,
    steps: int | None = None,
    lr: float = 0.1,
    run: int = 0,
) -> Timescale:
    """Give over how many updates a run's weights average by its weight decay, and what each leaves in the final ones.

    Arguments and errors are those of `forecast`. A schedule alone has an optimizer without weight decay.

    >>> said = timescale("opt = AdamW(p, lr=1e-3, weight_decay=0.1); CosineAnnealingLR(opt, 24000)", steps=24000)
    >>> round(said.memory.min()), round(said.half)
    (10000, 15464)
    """
    experiment, asked = _asked("timescale", schedule_or_source_or_experiment, steps, lr, run)
    return timescale_of(experiment, asked)


def _asked(
    who: str, given: Schedule | Run | Experiment | str | None, steps: int | None, lr: float, run: int
) -> tuple[Experiment, Run]:
    """Give the experiment and the run that are asked for."""
    if isinstance(given, Experiment):
        if steps is not None:
            raise SpecError(f"{who}.steps", steps, say("left out: an experiment has its own"))
        if isinstance(run, bool) or not isinstance(run, int) or not 0 <= run < len(given.runs):
            raise SpecError(f"{who}.run", run, say("the index of one of the {runs} runs", runs=len(given.runs)))
        return given, given.runs[run]
    one = run_of(given, lr=lr)
    if isinstance(steps, bool) or not isinstance(steps, (int, np.integer)) or steps < 1:
        raise SpecError(f"{who}.steps", steps, say("a whole number ≥ 1: how long the run is"))
    alone = Experiment.of(one.untold(), steps=int(steps))
    return alone, alone.runs[0]


def _chosen(law: str, fit: Any, experiment: Experiment, run: Run) -> Law:
    """Give the law that is asked for, fitted to what `fit` holds where that is losses."""
    match fit:
        case Fitted():
            return law_of(law, fit.law)
        case Result():
            return fitted(law, *raced(experiment, fit.runs)).law
        case RunResult():
            return fitted(law, *raced(experiment, (fit,))).law
        case (updates, losses):
            return fitted(law, [(pace_of(experiment, run), updates, losses)], is_adaptive(run)).law
    return law_of(law, fit)


def raced(experiment: Experiment, runs: Sequence[RunResult]) -> tuple[list[tuple[Pace, Counts, Floats]], bool | None]:
    """Give what `fitting.fit` takes of some runs of a race: their curves, and whether they are adaptive.

    The losses are means over a run's seeds, where these had the same rates. Whether it is adaptive is not known where
    the experiment doesn't have the runs.

    Raises
    ------
    SpecError
        Some of the runs are adaptive and some aren't: no law holds for both.
    """
    names = {run.name for run in runs}
    kinds = {is_adaptive(one) for run in experiment.runs if run.name in names for one in experiment.lineage(run)}
    if len(kinds) > 1:
        raise SpecError(
            "forecast.fit", sorted(names), say("runs of optimizers of Adam’s kind, or of others: not of both")
        )
    return [_curve(run) for run in runs], next(iter(kinds), None)


def _curve(run: RunResult) -> tuple[Pace, Counts, Floats]:
    return logged(run.lrs, mean_losses(run))


def logged(rates: Floats, losses: Floats) -> tuple[Pace, Counts, Floats]:
    """Give what `fitting.fit` takes of a run from the rate and the loss of each of its updates."""
    return Pace.of(lambda t: rates[t], len(rates)), np.arange(len(rates)), losses


def mean_losses(run: RunResult) -> Floats:
    """Give the mean loss of each update over a run's seeds, of those that had the rates of the first."""
    alike = [trace.losses for trace in run.by_seed.values() if np.array_equal(trace.lrs, run.lrs)]
    return np.asarray(np.mean(alike, axis=0))


def of(experiment: Experiment, run: Run, law: Law, at: NDArray[np.int64] | None = None, most: int = EACH) -> Forecast:
    """Give a run's forecast after the updates `at`: by default some hundred that lie evenly, the last one included.

    A run of more than `most` updates is looked at in so many stretches.
    """
    steps = experiment.training.steps
    places = np.unique(np.linspace(0, steps - 1, POINTS).astype(np.int64)) if at is None else at
    try:
        pace = pace_of(experiment, run, most)
    except RefusedError as error:
        return nothing(law, str(error))
    if outside := _outside(experiment, run, law, pace):
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
        notes=(*_notes(pace), *_of_parents(experiment, run), *said.notes),
    )


def loss_after(experiment: Experiment, run: Run, law: Law, update: int) -> float:
    """Give a law's loss after one update, in some milliseconds; NaN where it says nothing.

    Of a run of more than `EXACT` updates its rates are samples, the closer the nearer they lie before that one.

    Raises
    ------
    RefusedError
        Torch raises before the run's end.
    """
    steps = experiment.training.steps
    whole = steps <= EXACT
    pace = pace_of(experiment, run) if whole else Pace.near(_rates_of(experiment, run), steps, update)
    if _outside(experiment, run, law, pace):
        return float("nan")
    return float(law.predicted(pace, np.array([update])).loss[0])


def timescale_of(experiment: Experiment, run: Run, at: NDArray[np.int64] | None = None, most: int = EACH) -> Timescale:
    """Give what a run's updates leave in its final weights, at the updates `at` or at some hundred that lie evenly.

    A run of more than `most` updates is looked at in so many stretches.
    """
    steps = experiment.training.steps
    try:
        pace = pace_of(experiment, run, most)
    except RefusedError as error:
        return nothing_left(str(error))
    if len({one.optimizer.shrinking for one in experiment.lineage(run)}) > 1:
        return nothing_left(
            say("it decays its weights otherwise than {name} did", name=experiment.lineage(run)[-2].name)
        )
    places = np.unique(np.linspace(0, steps - 1, POINTS).astype(np.int64)) if at is None else at
    return left_by(pace, run.optimizer.shrinking, places)


def is_adaptive(run: Run) -> bool:
    """Whether a run's optimizer divides its gradients, as Adam does: it is never ranked against one that doesn't."""
    return run.optimizer.stability_limit(run.optimizer.rate) is None


def _outside(experiment: Experiment, run: Run, law: Law, pace: Pace) -> str:
    """Say why a law holds nothing for a run; empty where it does."""
    line = experiment.lineage(run)
    for before, after in pairwise(line):
        if is_adaptive(before) != is_adaptive(after):
            kinds = f"{type(before.optimizer).__name__} to {type(after.optimizer).__name__}"
            return say("it goes from {kinds} where it branches off, and no law holds for both", kinds=kinds)
    return law.outside(pace, adaptive=is_adaptive(run))


@lru_cache(maxsize=32)
def pace_of(experiment: Experiment, run: Run, most: int = EACH) -> Pace:
    """Give the rates of a run as the laws take them.

    Raises
    ------
    RefusedError
        Torch raises before the run's end.
    """
    return Pace.of(_rates_of(experiment, run), experiment.training.steps, most)


def _rates_of(experiment: Experiment, run: Run) -> Callable[[NDArray[np.int64]], Floats]:
    last = experiment.training.steps - 1

    def rates_at(t: NDArray[np.int64]) -> Floats:
        for at in ([last], t):  # the end tells at once of most runs that don't come so far
            curve = experiment.curve(run, at)
            if len(curve) < len(at):
                raise RefusedError(say("torch raises before step {last}: {error}", last=last, error=curve.error))
        return curve.lr

    return rates_at


def nothing(law: Law, why: str) -> Forecast:
    """Give a law's forecast of a run that it holds nothing for."""
    empty = np.zeros(0)
    return Forecast(law.name, law.unit, empty.astype(np.int64), empty, empty, empty, float("nan"), outside=why)


def _of_parents(experiment: Experiment, run: Run) -> list[str]:
    parents = [(each.run.name, each.end) for each in experiment.stretches(run) if each.end is not None]
    return [say("its rates up to update {end} are those of {name}", end=end, name=name) for name, end in parents]


def _notes(pace: Pace) -> tuple[str, ...]:
    moved = int(pace.updates[-1]) + 1
    still = (
        [say("the last {steps} update{steps:|s}, at rate 0, {steps:changes|change} nothing", steps=pace.steps - moved)]
        if moved < pace.steps
        else []
    )
    long = (
        [say("{samples} samples of {steps} updates", samples=len(pace.rates), steps=pace.steps)] if pace.sampled else []
    )
    return (*still, *long)
