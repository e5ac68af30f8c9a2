"""Cuts: how a rate that listens to a metric warms up, where it was cut, and the schedule that makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.schedule import Rates, Steps


class Stall(NamedTuple):
    """Where patience ended: the best call until then, the one from which was counted, and the one that was too much."""

    best: int
    since: int
    call: int


class Climb(NamedTuple):
    """A straight warm-up, start + t · slope up to step `last`, in which no metric is heard; none where that is 0."""

    last: int
    start: float
    slope: float

    def at(self, t: Steps) -> Rates:
        """Give the rate at each of the steps `t` while nothing cuts it: after the warm-up it stays."""
        return np.asarray(self.start + np.minimum(t, self.last) * self.slope)

    @property
    def top(self) -> float:
        """The rate it leads to."""
        return self.start + self.last * self.slope


@dataclass(frozen=True, eq=False)
class Cuts:
    """Where a plateau's rate was cut: after its `climb` it is `rates[i]` from step `steps[i]` on, the first from 0.

    Until that cut nothing was better than at step `best[i]`, and steps were counted since `since[i]`: the best one or
    the end of a cooldown or of the warm-up. `sampled` says that not every step was told its metric, so that a cut may
    lie elsewhere.
    """

    climb: Climb
    steps: NDArray[np.int64]
    rates: Rates
    best: NDArray[np.int64]
    since: NDArray[np.int64]
    sampled: bool = False

    def at(self, t: Steps) -> Rates:
        """Give the rate at each of the steps `t`."""
        rates = np.asarray(self.rates[np.searchsorted(self.steps, t, side="right") - 1])
        return np.where(t < self.climb.last, self.climb.at(t), rates) if self.climb.last else rates
