"""What the views ask of a run's curve, kept while plan and run are the same: a drag changes one run of many."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from lrviz.catalog.signals.learning_curve import LearningCurve
from lrviz.columns import Columns, Quantity, columns
from lrviz.experiment import Experiment
from lrviz.run import Run


@lru_cache(maxsize=8)
def plan(experiment: Experiment) -> Experiment:
    """Give an experiment without its runs, but branches and what they leave: all a run's curve depends on beside it."""
    left = {run.branch.run for run in experiment.runs if run.branch is not None}
    kept = (run for run in experiment.runs if run.branch is not None or run.name in left)
    return replace(experiment, runs=tuple(kept))


def band(plan: Experiment, run: Run, first: int, last: int, width: int, quantity: Quantity) -> Columns:  # noqa: PLR0917 - as `columns`
    """Give a run's rate or momentum in each of `width` pixel columns, of a scan what is known now."""
    return _band(unheard(plan, run), run, first, last, width, quantity, plan.known(run))


@lru_cache(maxsize=128)
def _band(  # noqa: PLR0917 - as `columns`
    plan: Experiment,
    run: Run,
    first: int,
    last: int,
    width: int,
    quantity: Quantity,
    known: int,  # noqa: ARG001 - what is known of a scan is another curve
) -> Columns:
    return columns(plan, run, first, last, width, quantity)


def unheard(plan: Experiment, run: Run) -> Experiment:
    """Give a plan as far as a run's curve depends on it: only what it leaves, the metric where a scheduler listens."""
    own = _alone(plan, run) if run.branch is not None else _unbranched(plan)
    return own if any(one.listens for one in (run, *own.runs)) else _unheard(own)


@lru_cache(maxsize=64)
def _alone(plan: Experiment, run: Run) -> Experiment:
    return replace(plan, runs=plan.lineage(run)[:-1])


@lru_cache(maxsize=8)
def _unbranched(plan: Experiment) -> Experiment:
    return replace(plan, runs=())


@lru_cache(maxsize=64)
def _unheard(plan: Experiment) -> Experiment:
    return replace(plan, metric=LearningCurve())


def scanned(plan: Experiment, run: Run) -> int | None:
    """Give up to which update a run's rates are known as far as it has been scanned; None where all are."""
    known = plan.known(run)
    return known if known < plan.training.steps else None


def rate(plan: Experiment, run: Run, step: int) -> float | None:
    """Give a run's rate at an update; None where torch gives none, or where it hasn't been scanned."""
    return _rate(unheard(plan, run), run, step) if step < plan.known(run) else None


@lru_cache(maxsize=1024)
def _rate(plan: Experiment, run: Run, step: int) -> float | None:
    curve = plan.curve(run, [step])
    return float(curve.lr[0]) if len(curve) else None


def momentum(plan: Experiment, run: Run, step: int) -> float | None:
    """Give a run's momentum or beta at an update; None where it has none, or where it hasn't been scanned."""
    return _momentum(unheard(plan, run), run, step) if step < plan.known(run) else None


@lru_cache(maxsize=1024)
def _momentum(plan: Experiment, run: Run, step: int) -> float | None:
    curve = plan.curve(run, [step])
    return float(curve.momentum[0]) if curve.momentum is not None and len(curve) else None
