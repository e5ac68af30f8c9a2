"""CosineAnnealingWarmRestarts: a cosine down, again and again (SGDR, Loshchilov & Hutter, arXiv 1608.03983)."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import MOST, Link, Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise, glided, passed


class CosineAnnealingWarmRestarts(Schedule, frozen=True):
    """Glides towards eta_min in T_0 steps and starts anew, each cycle T_mult times as long as the one before.

    T_cur is how many steps into a cycle of T_i steps it is.

    Formula: rate = eta_min + (lr - eta_min) * (1 + cos(pi * T_cur / T_i)) / 2
    When: a run is to be usable at the end of every cycle, or to leave a basin it is stuck in.
    Mistake: expecting more of restarts than of one slow cosine: on Ackley's surface 67 % of them reached the middle, 78
        % of the slow ones. Ending amid a cycle ends at a high rate (LR120).
    Source: Loshchilov and Hutter 2017, SGDR: Stochastic gradient descent with warm restarts, arXiv 1608.03983

    >>> CosineAnnealingWarmRestarts(T_0=2).at(np.arange(5), lr=1.0)
    array([1. , 0.5, 1. , 0.5, 1. ])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.CosineAnnealingWarmRestarts"

    T_0: Annotated[
        int,
        Meta(
            ge=1,
            le=MOST,
            description="Steps of the first cycle.",
            examples=[50],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]
    T_mult: Annotated[
        int, Meta(ge=1, le=MOST, description="How much longer each next cycle is.", extra={"slider": (1, 4)})
    ] = 1
    eta_min: Annotated[
        float, Meta(ge=0, description="The floor.", extra={"scale": "log", "slider": (1e-6, 1), "unit": "lr"})
    ] = 0.0

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        if self.T_mult == 1:
            return glided(lr, self.eta_min, t % self.T_0, self.T_0)
        starts = self._starts(int(t.max()) + 1)
        cycle = passed(starts, t) - 1
        lengths = np.array([float(self.T_0 * self.T_mult**i) for i in range(len(starts))])  # the last may pass int64
        return glided(lr, self.eta_min, t - starts[cycle], lengths[cycle])

    def undone(self, t: int) -> int:
        return -1

    def rebuilt(self, t: int, lr: float) -> tuple[int, Link]:
        return super().rebuilt(t if t < self.T_0 else self.T_0 + t % self.T_0, lr)  # it takes one restart for all

    def turns(self, steps: int) -> tuple[range, ...]:
        if self.T_mult == 1:
            return (range(self.T_0, steps, self.T_0),)
        return tuple(range(int(start), int(start) + 1) for start in self._starts(steps)[1:])

    def _starts(self, steps: int) -> Steps:
        """Give the first step of every cycle that begins before `steps`."""
        starts, length = [0], self.T_0
        while starts[-1] + length < steps:
            starts.append(starts[-1] + length)
            length *= self.T_mult
        return np.array(starts, dtype=np.int64)
