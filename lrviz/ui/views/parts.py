"""What a run's schedule is made of, in updates of the plan: its stretches, and the steps that can be moved."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import cast

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.parts import Handle, Stretch
from lrviz.catalog.schedule import Schedule
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.figure import Seams, Strip
from lrviz.ui.views import seen
from lrviz.ui.views.sight import Sight, visible

FORK = "branch.step"
"""The path of the handle that stands where a branch leaves: it counts in updates, not in scheduler steps."""


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
    found = run.schedule.stretches(plan.scheduler_steps(run))
    first, end = 0 if run.branch is None else run.branch.step, plan.training.steps
    placed = (
        one._replace(first=max(first, plan.update_at(run, one.first)), last=min(plan.update_at(run, one.last), end))
        for one in found
    )
    return tuple(one for one in placed if one.first < one.last)


@lru_cache(maxsize=32)
def handles(plan: Experiment, run: Run) -> tuple[Handle, ...]:
    """Give the scheduler steps of a run that can be moved, of a branch those that are its own."""
    found = () if run.schedule is None else run.schedule.handles(plan.scheduler_steps(run))
    own = 0 if run.branch is None else run.branch.step
    return tuple(one for one in found if plan.update_at(run, one.step) >= own)


def leaving(plan: Experiment, run: Run) -> Handle | None:
    """Give where a branch leaves, which can be moved as far as what it leaves and what leaves it allow."""
    if run.branch is None:
        return None
    low, high = bounds(plan, run)
    name = QCoreApplication.translate("Markers", "leaves {0} after").format(run.branch.run)
    step, schedule = run.branch.step, cast("Schedule", run.schedule)
    return Handle(FORK, name, step, step, lambda _step, _factor: schedule, low, high)  # `moved` moves the branch


def bounds(plan: Experiment, run: Run) -> tuple[int, int]:
    """Give the first and the last update after which a branch can leave."""
    above = plan.parent(run)
    low = above.branch.step if above is not None and above.branch is not None else 1
    below = (one.branch.step for one in plan.runs if one.branch is not None and one.branch.run == run.name)
    return low, min(below, default=max(low, plan.training.steps - 1))


def strip(experiment: Experiment, sight: Sight) -> Strip | None:
    """Give the names of the chosen run's parts.

    The room for them is kept while any run in sight is made of parts, so that plots don't jump from one run to another.
    """
    plan, run = seen.plan(experiment), chosen(experiment, sight)
    if not any(stretches(plan, one) for one in visible(experiment)):
        return None
    if run is None:
        return Strip(0)
    unit = sight.scale(experiment)
    return Strip(run.colour, tuple((one.first / unit, one.last / unit, _named(one)) for one in stretches(plan, run)))


def _named(stretch: Stretch) -> str:
    return QCoreApplication.translate("Parts", "resumed: {0}").format(stretch.name) if stretch.resumed else stretch.name


def seams(experiment: Experiment, run: Run, sight: Sight) -> Seams:
    """Give where the steps in sight stand that can be moved; knots have handles on the curve instead."""
    plan = seen.plan(experiment)
    unit = sight.scale(experiment)
    at = sorted(plan.update_at(run, one.step) for one in handles(plan, run) if one.factor is None)
    x = np.array([step / unit for step in at if sight.first <= step <= sight.last], dtype=np.float64)
    return Seams(run.name, run.colour, x, np.full(len(x), math.nan))


def moved(run: Run, handle: Handle, step: int, *factors: float) -> Run:
    """Give a run with a handle as near to a step as its schedule can have it, with the first factor it can have."""
    step = max(handle.low, min(step, handle.high))
    if handle.path == FORK and run.branch is not None:
        return replace(run, branch=replace(run.branch, step=step))
    own = handle.factor or 0.0
    found = next((made for factor in (*factors, own) if (made := _tried(handle, step, factor)) is not None), None)
    good, bad = handle.step, step
    while found is None and abs(bad - good) > 1:  # what is refused lies beyond a bound
        middle = (good + bad) // 2
        good, bad = (good, middle) if _tried(handle, middle, own) is None else (middle, bad)
    return replace(run, schedule=found or _tried(handle, good, own) or run.schedule)


def per_factor(plan: Experiment, run: Run, handle: Handle) -> float:
    """Give the rate at a knot for a factor of 1."""
    rate = knot_rates(plan, run).get(handle.path, 0.0)
    return rate / handle.factor if rate and handle.factor else run.optimizer.rate or 1.0


@lru_cache(maxsize=32)
def knot_rates(plan: Experiment, run: Run) -> dict[str, float]:
    """Give the rate at each knot, by the paths of their handles."""
    knots = [one for one in handles(plan, run) if one.factor is not None]
    if not knots:
        return {}
    at = [min(plan.update_at(run, one.step), plan.training.steps) for one in knots]
    lrs = plan.curve(run, at).lr.tolist()
    own = run.optimizer.rate
    return {  # what lies beyond the plan has no rate there
        one.path: rate if step < plan.training.steps else own * (one.factor or 0.0)
        for one, step, rate in zip(knots, at, lrs, strict=False)
    }


def rate_at(plan: Experiment, run: Run, step: int) -> float | None:
    """Give a run's rate at a scheduler step; None where the plan is over or torch gives none."""
    update = plan.update_at(run, step)
    return seen.rate(plan, run, update) if update < plan.training.steps else None


def with_schedule(run: Run, schedule: Schedule) -> Run:
    """Give a run with another schedule."""
    return replace(run, schedule=schedule)


def _tried(handle: Handle, step: int, factor: float) -> Schedule | None:
    try:
        return handle.moved(step, factor)
    except SpecError:
        return None
