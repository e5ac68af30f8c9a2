"""Cuts: where a rate that listens to a metric was cut, and the schedule that makes."""

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


@dataclass(frozen=True, eq=False)
class Cuts:
    """Where a plateau's rate was cut: it is `rates[i]` from step `steps[i]` on, the first from step 0.

    Until that cut nothing was better than at step `best[i]`, and steps were counted since `since[i]`: the best one or
    the end of a cooldown. `sampled` says that not every step was told its metric, so that a cut may lie elsewhere.
    """

    steps: NDArray[np.int64]
    rates: Rates
    best: NDArray[np.int64]
    since: NDArray[np.int64]
    sampled: bool = False

    def at(self, t: Steps) -> Rates:
        """Give the rate at each of the steps `t`."""
        return np.asarray(self.rates[np.searchsorted(self.steps, t, side="right") - 1])
