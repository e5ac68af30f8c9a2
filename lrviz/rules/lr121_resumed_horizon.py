"""LR121: resumed with another horizon, the rate jumps, rises, stays flat, or the new horizon is lost."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np

from lrviz.catalog.resumption import By
from lrviz.catalog.schedule import Rates
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.errors import SpecError
from lrviz.rules.numbers import told_apart
from lrviz.rules.outline import outline
from lrviz.rules.rule import Case, Found, rule
from lrviz.run import Run

CLOSE = 1e-6
"""Rates that differ by less than this share of the highest are the same."""
JUMP = 0.05
"""The most that a seam may change the rate by, as a share of the highest, without being called a jump."""
LOOKED_AT = 1000
"""Steps at which the rest of the plan is looked at."""
WAYS: tuple[By, ...] = ("last_epoch", "stepped", "fresh")
"""Ways to resume that don't bring the old horizon back, in the order in which they are tried."""


@rule("LR121", "warning")
def resumed_with_another_horizon(case: Case) -> Iterator[Found]:
    """A scheduler that is resumed for more steps than it was built for goes on by its state, or from its first step.

    load_state_dict brings every field of the old one back, so that the new horizon is lost. Built anew, it may jump,
    rise or stay flat at the step where training goes on. Building it with last_epoch, or fresh from the rate that the
    old one left, are other ways.

    Bad:  Resumed(CosineAnnealingLR(500), 400, CosineAnnealingLR(1000))  # 1000 steps
    Good: Resumed(CosineAnnealingLR(1000), 400, CosineAnnealingLR(1000))  # 1000 steps
    Seen in: open_clip 413, OneTrainer 1604, yolov3 626
    """
    schedule = case.run.schedule
    if not isinstance(schedule, Resumed) or case.steps is None or case.run.unfit or outline(case) is None:
        return
    message = next(resumed_horizon(schedule, case.steps, case.run.optimizer.rate), None)
    if message is not None:  # what else there is to say follows from it
        yield Found(message, _otherwise(case.run, schedule, case.steps), "schedule.then", schedule.step)


def _otherwise(run: Run, schedule: Resumed, steps: int) -> Run | None:
    """Give the run resumed another way, by which nothing keeps it from going on."""
    for way in WAYS:
        try:
            changed = msgspec.structs.replace(schedule, by=way)
        except SpecError:
            continue
        if not any(resumed_horizon(changed, steps, run.optimizer.rate)):
            return msgspec.structs.replace(run, schedule=changed)
    return None


def resumed_horizon(schedule: Resumed, steps: int, lr: float) -> Iterator[str]:
    """Say what keeps a resumed scheduler from going on as its new horizon means it: its state, or its first step.

    `steps` is how many scheduler steps the plan has, and `lr` the rate of the group.
    """
    end = schedule.ends(lr)
    last = (steps if end is None else min(steps, end)) - 1
    seam = schedule.step
    if seam > last:
        return
    places = np.unique(np.linspace(seam, last, LOOKED_AT).astype(np.int64))
    rates, before = schedule.at(places, lr), float(schedule.at(np.array([seam - 1]), lr)[0])
    meant = schedule.then.at(places, lr)
    high = max(before, float(rates.max()), float(np.max(meant, initial=0.0, where=~np.isnan(meant))))
    if not np.isfinite(high) or high == 0:
        return
    if schedule.by == "load_state_dict" and schedule.then != schedule.schedule and not _same(rates, meant, high):
        at = int(np.abs(rates - meant).argmax()) if _same(rates[-1], meant[-1], high) else -1
        has, wanted = told_apart(rates[at], meant[at])
        yield (
            f"the old {type(schedule.then).__name__} comes back with its horizon by load_state_dict: step {places[at]} "
            f"has the learning rate {has}, and {wanted} was meant"
        )
    if abs(rates[0] - before) > JUMP * high:
        yield f"at step {seam} the learning rate jumps from {before:.3g} to {rates[0]:.3g}"
    top = int(rates.argmax())
    if rates[top] > rates[0] + JUMP * high:
        yield f"after step {seam} the learning rate rises, to {rates[top]:.3g} at step {places[top]}"
    elif len(rates) > 1 and np.ptp(rates) <= CLOSE * high:
        yield f"from step {seam} to the end the learning rate stays at {rates[0]:.3g}"


def _same(rates: Rates | float, others: Rates | float, high: float) -> bool:
    return not bool((np.abs(rates - others) > CLOSE * high).any())
