"""What a schedule is that is told a metric: torch's ReduceLROnPlateau, at once or after a warm-up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Self

import numpy as np

from lrviz.catalog.cuts import Climb, Cuts, Stall
from lrviz.catalog.schedule import Rates, Schedule, Steps

if TYPE_CHECKING:
    from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau


class Listener(Schedule, frozen=True):
    """A schedule whose every step is told a metric, so that its rate is no function of the step.

    It warms up, if it does, and hears nothing meanwhile; then a ReduceLROnPlateau is stepped. A subclass says what
    both are, and what it is with endless patience. `at` is its rate while nothing cuts it, and `given` folds a series
    of metrics into the cuts that are made.
    """

    listens: ClassVar[bool] = True
    apart: ClassVar[str] = "which has to be told a metric"

    @property
    def plateau(self) -> ReduceLROnPlateau:
        """The scheduler of torch's that hears the metric."""
        raise NotImplementedError(type(self).__name__)

    @property
    def warmup(self) -> int:
        """How many steps go by before the metric is heard."""
        return 0

    def climb(self, lr: float) -> Climb:
        """Give the warm-up of a group whose own rate is `lr`."""
        return Climb(0, lr, 0.0)

    def untold(self) -> Self:
        """Give the scheduler with a patience that no plan outlasts."""
        raise NotImplementedError(type(self).__name__)

    def at(self, t: Steps, lr: float) -> Rates:
        return self.climb(lr).at(t)

    def turns(self, steps: int) -> tuple[range, ...] | None:
        return (range(self.warmup, self.warmup + 1),) if 0 < self.warmup < steps else ()

    def given(self, metric: Iterable[float], lr: float) -> Cuts:
        """Fold what `step(metric)` is told, call by call, into the cuts of a group whose own rate is `lr`."""
        told = np.array(metric if isinstance(metric, np.ndarray) else [*metric], dtype=np.float64)
        heard = told[self.warmup :]
        return self.cut(self.plateau.stalls(self.plateau.progress(heard), len(heard)), lr)

    def cut(self, stalls: Iterable[Stall], lr: float) -> Cuts:
        """Cut a rate `lr` at each stall of the calls that are heard, until no cut lowers it any further."""
        climb, plateau = self.climb(lr), self.plateau
        found, rates = [Stall(0, 0, -climb.last)], [climb.top]  # the first rate counts from the first step on
        for stall in stalls:
            if plateau.is_lowest(rates[-1]):
                break
            found.append(stall)
            rates.append(plateau.lowered(rates[-1]))
        best, since, steps = np.array(found, dtype=np.int64).T + climb.last
        return Cuts(climb, steps, np.array(rates), best, since)
