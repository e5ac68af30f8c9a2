"""LR101: a schedule whose steps are counted in epochs is stepped at every update, or the other way about."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.rules.horizon import Horizon, horizon, share_of_plan
from lrviz.rules.outline import Outline, outline
from lrviz.rules.rule import Case, Found, rule

FEWEST = 10
"""Updates in an epoch from which on the two can be told apart."""
WHOLE, PART = (0.8, 1.1), (0.2, 1.1)
"""The share of the plan that a horizon takes in the other unit: T_max is about the whole, StepLR's a part of it."""
SPENT = 0.5
"""The share of its peak that a curve is down to where its horizon is over."""
RESTARTS = 50
"""From so many restarts on, of as many epochs, they aren't meant."""


@rule("LR101", "warning", covers=("LR102", "LR103", "LR107", "LR109", "LR113", "LR114", "LR115", "LR120"))
def epochs_for_steps(case: Case) -> Iterator[Found]:
    """A scheduler counts the calls of its step(): updates where it is stepped after each, epochs where it is then.

    Its own numbers of steps have to count the same. Where they count the other, the curve is over in the first part of
    the first epoch, or hardly begins.

    Bad:  CosineAnnealingLR(optimizer, T_max=100)  # 39100 steps of 391
    Good: CosineAnnealingLR(optimizer, T_max=39100)  # 39100 steps of 391
    Bad:  StepLR(optimizer, step_size=30)  # 35190 steps of 391
    Good: get_constant_schedule_with_warmup(optimizer, 100)  # 39100 steps of 391
    Seen in: pytorch 65417, lightning 5631, lightning 6948
    """
    schedule, seen, updates = case.run.schedule, outline(case), case.updates_per_epoch
    if schedule is None or seen is None or case.steps is None or updates is None or updates < FEWEST:
        return
    end = horizon(schedule)
    if end is None or end.step < 1:
        return
    if (
        case.run.stepped == "batch"
        and _near(end, end.step * updates / case.steps)
        and _is_spent(schedule, end, seen, case)
    ):
        message = (
            f"{end.step} steps look like epochs: the scheduler steps at every update, {updates} to an epoch, "
            f"and is through at step {end.step} of {case.steps}"
        )
        fixed = replace(case.run, schedule=schedule.scaled(updates))
        stops = seen.stops < case.steps
        yield Found(message, fixed, f"schedule.{end.path}", end.step, severity="error" if stops else None)
    elif case.run.stepped == "epoch" and _near(end, end.step / updates / case.steps):
        message = (
            f"{end.step} steps look like updates: the scheduler steps once an epoch, {case.steps} times, "
            f"and the learning rate ends at {seen.last:.3g}, {case.steps / end.step:.2%} of its way"
        )
        yield Found(message, replace(case.run, schedule=schedule.scaled(1 / updates)), f"schedule.{end.path}", 0)


def _near(end: Horizon, share: float) -> bool:
    low, high = WHOLE if share_of_plan(end.path) == 1 else PART
    return low <= share <= high


def _is_spent(schedule: Schedule, end: Horizon, seen: Outline, case: Case) -> bool:
    """Say whether the curve has done at its horizon what it does: what only warms up is as high as it gets."""
    if isinstance(schedule, CosineAnnealingWarmRestarts):
        return schedule.T_mult == 1 and (case.steps or 0) >= RESTARTS * end.step
    if case.run.ends() == end.step + 1:  # a cycle that raises
        return True
    before, rate = seen.between(0, end.step), case.rates([end.step])[0]
    return bool(len(before.steps) and rate <= SPENT * before.peak)
