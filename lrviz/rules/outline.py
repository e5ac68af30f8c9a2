"""What a run's curve looks like, from so few of its steps that a plan of any length takes no longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.schedule import Rates, Steps
from lrviz.experiment import Experiment
from lrviz.rules.rule import Case, bare, first
from lrviz.run import Run

SPREAD = 65
"""Steps that are looked at wherever the curve turns, evenly over the plan."""
MANY = 64
"""Turns of a kind that are looked at on either end of the plan; those in between follow the same course."""
ROUNDING = 1e-9
"""Rates that differ by less than this share are the same."""
LONGEST_SCAN = 1 << 14
"""Steps up to which a curve is looked at whose rates can only be had one after the other."""


class Outline(NamedTuple):
    """The rates at some `steps` of a plan in order, among them the first, the last and those about every turn.

    It ends where torch raises or a rate isn't finite.
    """

    steps: Steps
    rates: Rates

    @property
    def peak(self) -> float:
        """The highest rate."""
        return float(self.rates.max())

    @property
    def top(self) -> int:
        """The step of the highest rate, the first of those that are as high but for rounding."""
        return int(self.steps[(self.rates >= self.peak * (1 - ROUNDING)).argmax()])

    @property
    def last(self) -> float:
        """The rate at the end."""
        return float(self.rates[-1])

    @property
    def stops(self) -> int:
        """The step behind its last one: the plan's end, or about where torch raises."""
        return int(self.steps[-1]) + 1

    def rate(self, step: int) -> float:
        """Give the rate at a step that is looked at."""
        return float(self.rates[np.searchsorted(self.steps, step)])

    def between(self, first: int, last: int) -> Outline:
        """Give what is known of the steps from `first` up to `last`, the latter excluded; it may be nothing."""
        low, high = np.searchsorted(self.steps, (first, last))
        return Outline(self.steps[low:high], self.rates[low:high])


def outline(case: Case) -> Outline | None:
    """Give the outline of a case's curve; None where there is none yet.

    That is where the plan isn't known, where the scheduler is told a metric, or where so many rates can only be had one
    after the other.
    """
    return None if case.steps is None or case.run.listens else _outline(first(case.run), case.steps)


def courses(case: Case) -> Rates | None:
    """Give the rates of every parameter group at the steps of a case's outline, (groups, n); None where it has none."""
    seen = outline(case)
    return None if seen is None else case.experiment.curve(bare(case.run), seen.steps).lrs


@lru_cache(maxsize=256)  # every rule asks, and a drag changes one run of many
def _outline(run: Run, steps: int) -> Outline | None:
    plan = _plan()
    if plan.scans(run) and steps > LONGEST_SCAN:
        return None
    turns = () if run.schedule is None else run.schedule.turns(steps)
    at = np.unique(np.concatenate([np.linspace(0, steps - 1, SPREAD).astype(np.int64), *_about(turns or (), steps)]))
    curve = plan.curve(run, at)
    return Outline(at[: len(curve)], np.asarray(curve.lr)) if len(curve) else None


@cache
def _plan() -> Experiment:
    """Give a plan whose updates are scheduler steps."""
    return Experiment()


def _about(turns: tuple[range, ...], steps: int) -> Iterator[Steps]:
    """Give the steps of turns and those beside them: of many only the outermost."""
    alone = sorted(turn.start for turn in turns if len(turn) == 1)
    for one in (alone, *(turn for turn in turns if len(turn) > 1)):
        ends = one if len(one) <= 2 * MANY else [*one[:MANY], *one[-MANY:]]
        found = np.asarray([*ends], dtype=np.int64)
        yield np.clip(np.concatenate([found - 1, found, found + 1]), 0, steps - 1)


def first_step(case: Case, low: int, high: int, holds: Callable[[Rates], NDArray[np.bool_]]) -> int:
    """Give the first step after `low` whose rate has a property that `high` has, if it is had from there on."""
    while high - low > 1:
        at = np.unique(np.linspace(low + 1, high, min(high - low, SPREAD)).astype(np.int64))
        index = int(np.argmax(holds(case.rates(at))))
        low, high = int(at[index - 1]) if index else low, int(at[index])
    return high
