"""LR121: resumed with another horizon, the rate jumps, rises, stays flat, or the new horizon is lost."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lrviz.catalog.schedule import Rates
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.errors import Finding

CLOSE = 1e-6
"""Rates that differ by less than this share of the highest are the same."""
JUMP = 0.05
"""The most that a seam may change the rate by, as a share of the highest, without being called a jump."""
LOOKED_AT = 1000
"""Steps at which the rest of the plan is looked at."""


def resumed_horizon(schedule: Resumed, steps: int, lr: float) -> Iterator[Finding]:
    """Find what keeps a resumed scheduler from going on as its new horizon means it: its state, or its first step.

    `steps` is how many scheduler steps the plan has, and `lr` the rate of the group.

    Bad:  Resumed(CosineAnnealingLR(500), 400, CosineAnnealingLR(1000))   # 1000 steps
    Good: Resumed(CosineAnnealingLR(1000), 400, CosineAnnealingLR(1000))  # 1000 steps
    """
    end = schedule.ends(lr)
    last = (steps if end is None else min(steps, end)) - 1
    seam = schedule.step
    if seam > last:
        return
    places = np.unique(np.linspace(seam, last, LOOKED_AT).astype(np.int64))
    rates, before = schedule.at(places, lr), float(schedule.at(np.array([seam - 1]), lr)[0])
    meant = schedule.then.at(places, lr)
    high = max(before, float(rates.max()), float(np.nanmax(meant)))
    if not np.isfinite(high) or high == 0:
        return
    if schedule.by == "load_state_dict" and schedule.then != schedule.schedule and _apart(rates, meant, high):
        yield _found(
            f"the old {type(schedule.then).__name__} comes back with its horizon by load_state_dict: step {last} has "
            f"the learning rate {rates[-1]:.3g}, and {meant[-1]:.3g} was meant"
        )
    if abs(rates[0] - before) > JUMP * high:
        yield _found(f"at step {seam} the learning rate jumps from {before:.3g} to {rates[0]:.3g}")
    top = int(rates.argmax())
    if rates[top] > rates[0] + JUMP * high:
        yield _found(f"after step {seam} the learning rate rises, to {rates[top]:.3g} at step {places[top]}")
    elif len(rates) > 1 and np.ptp(rates) <= CLOSE * high:
        yield _found(f"from step {seam} to the end the learning rate stays at {rates[0]:.3g}")


def _found(message: str) -> Finding:
    return Finding("LR121", "warning", message)


def _apart(rates: Rates, meant: Rates, high: float) -> bool:
    return bool((np.abs(rates - meant) > CLOSE * high).any())
