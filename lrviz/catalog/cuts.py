"""Cuts: where a rate that listens to a metric was cut, and the schedule that makes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.schedule import Rates, Steps


@dataclass(frozen=True, eq=False)
class Cuts:
    """Where a plateau's rate was cut: it is `rates[i]` from step `steps[i]` on, the first from step 0.

    `since[i]` is the step from which nothing was better until that cut: the last one that was, or the end of a
    cooldown. `sampled` says that not every step was told its metric, so that a cut may lie elsewhere.
    """

    steps: NDArray[np.int64]
    rates: Rates
    since: NDArray[np.int64]
    sampled: bool = False

    def at(self, t: Steps) -> Rates:
        """Give the rate at each of the steps `t`."""
        return np.asarray(self.rates[np.searchsorted(self.steps, t, side="right") - 1])
