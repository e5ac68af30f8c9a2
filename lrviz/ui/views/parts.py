"""What a run's schedule is made of, in updates of the plan: its stretches, and the steps that can be moved."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.parts import Handle, Stretch
from lrviz.catalog.schedule import Schedule
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.figure import Seams, Strip
from lrviz.ui.views import seen
from lrviz.ui.views.sight import Sight, visible


def chosen(experiment: Experiment, sight: Sight) -> Run | None:
    """Give the run whose parts are shown: the selected one where it is in sight, else the only one made of parts."""
    runs = visible(experiment)
    if sight.selected:
        return next((run for run in runs if run.name == sight.selected), None)
    composed = [run for run in runs if stretches(seen.plan(experiment), run)]
    return composed[0] if len(composed) == 1 else None


@lru_cache(maxsize=128)
def stretches(plan: Experiment, run: Run) -> tuple[Stretch, ...]:
    """Give which part of a run's schedule acts when, in updates."""
    if run.schedule is None:
        return ()
    each = plan.updates_per_step(run)
    found = run.schedule.stretches(_scheduler_steps(plan, run))
    return tuple(Stretch(one.first * each, min(one.last * each, plan.training.steps), one.name) for one in found)


@lru_cache(maxsize=32)
def handles(plan: Experiment, run: Run) -> tuple[Handle, ...]:
    """Give the scheduler steps of a run that can be moved."""
    return () if run.schedule is None else run.schedule.handles(_scheduler_steps(plan, run))


def strip(experiment: Experiment, sight: Sight, unit: float) -> Strip | None:
    """Give the names of the chosen run's parts, with x counted in `unit` updates.

    The room for them is kept while any run in sight is made of parts, so that plots don't jump from one run to another.
    """
    plan, run = seen.plan(experiment), chosen(experiment, sight)
    if not any(stretches(plan, one) for one in visible(experiment)):
        return None
    if run is None:
        return Strip(0)
    return Strip(run.colour, tuple((one.first / unit, one.last / unit, one.name) for one in stretches(plan, run)))


def seams(experiment: Experiment, run: Run, unit: float) -> Seams:
    """Give where the steps stand that can be moved; knots have handles on the curve instead."""
    plan = seen.plan(experiment)
    each = plan.updates_per_step(run) / unit
    at = np.array(sorted(one.step * each for one in handles(plan, run) if one.factor is None), dtype=np.float64)
    return Seams(run.name, run.colour, at, np.full(len(at), math.nan))


def moved(run: Run, handle: Handle, step: int, factor: float) -> Run:
    """Give a run with a handle as near to a step and a factor as its schedule can have it."""
    step = max(handle.low, min(step, handle.high))
    for height in (factor, handle.factor or 0.0):
        found = _tried(handle, step, height)
        if found is not None:
            return replace(run, schedule=found)
    good, bad = handle.step, step
    while abs(bad - good) > 1:  # what is refused lies beyond a bound
        middle = (good + bad) // 2
        if _tried(handle, middle, handle.factor or 0.0) is None:
            bad = middle
        else:
            good = middle
    return replace(run, schedule=_tried(handle, good, handle.factor or 0.0) or run.schedule)


def per_factor(plan: Experiment, run: Run, handle: Handle) -> float:
    """Give the rate at a knot for a factor of 1."""
    rate = knot_rates(plan, run).get(handle.path, 0.0)
    return rate / handle.factor if rate and handle.factor else run.optimizer.rate or 1.0


@lru_cache(maxsize=32)
def knot_rates(plan: Experiment, run: Run) -> dict[str, float]:
    """Give the rate at each knot, by the paths of their handles."""
    knots = [one for one in handles(plan, run) if one.factor is not None]
    each, last = plan.updates_per_step(run), plan.training.steps - 1
    at = [min(one.step * each, last) for one in knots]
    curve = plan.curve(run, at) if knots else None
    return {} if curve is None else dict(zip([one.path for one in knots], curve.lr.tolist(), strict=False))


def rate_at(plan: Experiment, run: Run, step: int) -> float | None:
    """Give a run's rate at a scheduler step; None where the plan is over or torch gives none."""
    update = step * plan.updates_per_step(run)
    return seen.rate(plan, run, update) if update < plan.training.steps else None


def with_schedule(run: Run, schedule: Schedule) -> Run:
    """Give a run with another schedule."""
    return replace(run, schedule=schedule)


def _tried(handle: Handle, step: int, factor: float) -> Schedule | None:
    try:
        return handle.moved(step, factor)
    except SpecError:
        return None


def _scheduler_steps(plan: Experiment, run: Run) -> int:
    return -(-plan.training.steps // plan.updates_per_step(run))
