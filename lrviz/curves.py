"""Curves: the learning rates of a schedule or of a text, asked for without an experiment."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import numpy as np
from msgspec.structs import replace
from numpy.typing import ArrayLike, NDArray

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedule import Schedule
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.results import Curve
from lrviz.run import Run
from lrviz.sentences import say
from lrviz.source.read import read

LONGEST = 10**9
"""Steps of one array: 16 bytes each, and as many again on the way."""

FURTHEST = 10**15
"""The last step that can be asked for."""


def curve(
    schedule_or_source: Schedule | Run | str | None,
    *,
    lr: float = 0.1,
    steps: int | None = None,
    at: ArrayLike | None = None,
    momentum: float | None = None,
    metric: ArrayLike | None = None,
    names: Mapping[str, Any] | None = None,
) -> Curve:
    """Give the learning rates that torch would use, for a schedule, a run or a text of PyTorch code.

    Parameters
    ----------
    schedule_or_source
        A schedule of the catalog, a run, a text as `lrviz.parse` reads it, or None for a constant rate.
    lr
        The rate before any schedule. A run, or a text with an optimizer line, has its own.
    steps
        Ask for the steps 0 … steps − 1.
    at
        Ask for these steps (whole numbers ≥ 0, in any order). Exactly one of `steps` and `at` is given.
    momentum
        The momentum (β₁) before any schedule, where `lr` counts.
    metric
        What a scheduler that listens, as ReduceLROnPlateau, is told: `metric[t]` by its (t + 1)-th step. Without one
        its rate is never cut.
    names
        Answers to what a text doesn't say, as in `lrviz.parse`.

    Raises
    ------
    SpecError
        An argument is out of bounds.
    SourceError, ScheduleError
        As `lrviz.parse`.
    """
    t = _steps(steps, at)
    run = run_of(schedule_or_source, lr=lr, momentum=momentum, names=names)
    if metric is not None:
        return _told(run, t, metric)
    return Experiment.of(run.untold()).curve(0, t)


def _told(run: Run, t: NDArray[np.int64], metric: ArrayLike) -> Curve:
    """Give the rates of a run whose scheduler is told a metric at each step."""
    if run.listener is None:
        raise SpecError("curve.metric", metric, say("left out: this scheduler's step() takes none"))
    needed = int(t.max(initial=0))
    try:
        told = np.asarray(metric, dtype=np.float64).reshape(-1)
    except (ValueError, TypeError):
        told = np.zeros(0)
    if len(told) < needed:
        raise SpecError(
            "curve.metric",
            metric,
            say("at least {needed} number{needed:|s}, one for each step() before the last rate", needed=needed),
        )
    listener, rates = run.listener, run.rates()
    lrs = np.stack([listener.for_group(i).given(told[:needed], lr).at(t) for i, lr in enumerate(rates)])
    return dataclasses.replace(Experiment.of(run.untold()).curve(0, t), lrs=lrs)


def run_of(
    given: Schedule | Run | str | None,
    *,
    lr: float = 0.1,
    momentum: float | None = None,
    names: Mapping[str, Any] | None = None,
) -> Run:
    """Give the run whose rates `curve` asks for, stepped once an update; arguments and errors are those of `curve`."""
    if isinstance(given, Run):
        return replace(given, stepped="batch")
    if isinstance(given, str):
        said, has_optimizer = read(given, names=names)
        if has_optimizer:
            return replace(said, stepped="batch")
        given = said.schedule
    if given is not None and not isinstance(given, Schedule):
        raise SpecError("curve.schedule_or_source", given, say("a schedule, a run, a text or None"))
    name = type(given).__name__ if given else "constant"
    return Run(name, given, _optimizer(lr, momentum))


def _optimizer(lr: float, momentum: float | None) -> SGD:
    try:
        return SGD(lr=lr) if momentum is None else SGD(lr=lr, momentum=momentum)
    except SpecError as error:
        raise SpecError(f"curve.{error.path.partition('.')[2]}", error.value, error.bound) from None


def _steps(steps: int | None, at: ArrayLike | None) -> NDArray[np.int64]:
    if (steps is None) == (at is None):
        raise SpecError("curve.steps", steps, say("given, or at in its place, and not both"))
    if at is not None:
        return _at(at)
    if isinstance(steps, bool) or not isinstance(steps, (int, np.integer)) or not 0 <= steps <= LONGEST:
        raise SpecError(
            "curve.steps",
            steps,
            say("a whole number between 0 and {longest} (at= asks for single steps)", longest=LONGEST),
        )
    return np.arange(int(steps), dtype=np.int64)


def _at(at: ArrayLike) -> NDArray[np.int64]:
    bound = say("whole numbers between 0 and {furthest}", furthest=FURTHEST)
    try:
        given = np.asarray(at).reshape(-1)
    except (ValueError, TypeError):
        raise SpecError("curve.at", at, bound) from None
    if given.size == 0:
        return np.zeros(0, np.int64)
    if given.dtype.kind not in "iu":
        raise SpecError("curve.at", at, bound)
    wrong = (given < 0) | (given > FURTHEST)
    if wrong.any():
        raise SpecError("curve.at", int(given[wrong.argmax()]), bound)
    return given.astype(np.int64)
