"""LinearLR: a straight line between two shares of the rate."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import MOST, Link, Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise
from lrviz.sentences import say

SMALLEST = 1e-300
"""Below this, torch's start_factor · total_iters loses its digits or its reciprocal overflows."""


class LinearLR(Schedule, frozen=True):
    """Goes from start_factor to end_factor in total_iters steps, and stays there.

    With total_iters=0 torch never leaves lr · start_factor.

    Formula: rate = lr * (start_factor + (end_factor - start_factor) * min(t, total_iters) / total_iters)
    When: a warm-up, in a sequence with what comes after; or a straight decay to zero, by the bound the best shape there
        is.
    Mistake: a start_factor of 0, which torch refuses: take 1e-3 (LR115).

    >>> LinearLR(start_factor=0.5, total_iters=4).at(np.arange(6), lr=1.0)
    array([0.5  , 0.625, 0.75 , 0.875, 1.   , 1.   ])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.LinearLR"
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "multiplies"

    start_factor: Annotated[
        float, Meta(gt=0, le=1, description="Share of the rate at step 0.", extra={"slider": (0.001, 1)})
    ] = 1.0 / 3
    end_factor: Annotated[
        float, Meta(ge=0, le=1, description="Share of the rate from step total_iters on.", extra={"slider": (0, 1)})
    ] = 1.0
    total_iters: Annotated[
        int, Meta(ge=0, le=MOST, description="Steps from start to end.", extra={"scale": "log", "unit": "steps"})
    ] = 5

    def check(self) -> None:
        if self.start_factor < SMALLEST:
            raise self.refuse(
                "start_factor",
                say("at least {smallest:g}; below that torch's rates are not numbers", smallest=SMALLEST),
            )

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        return np.asarray(lr * self._share(t))

    def _share(self, t: Steps) -> Rates:
        if self.total_iters == 0:
            return np.full(np.shape(t), self.start_factor)
        done = np.minimum(t, self.total_iters) / self.total_iters
        return np.asarray(self.start_factor * (1 - done) + self.end_factor * done)  # never below both

    @property
    def rises(self) -> bool:
        return self.end_factor > self.start_factor

    def grown(self, since: Steps, t: Steps) -> Rates:
        with np.errstate(all="ignore"):
            return np.where(since < self.total_iters, self._share(t) / self._share(since), 1.0)

    def entered(self, t: int, lr: float) -> Link:
        if t == 0:
            return Link(self.start_factor, 0.0)
        rise = self.end_factor - self.start_factor
        return Link(1.0 + rise / (self.total_iters * self.start_factor + (t - 1) * rise), 0.0)

    def restarted(self, lr: float) -> Link:
        rise = self.end_factor - self.start_factor
        return Link(0.0, lr * (self.start_factor + rise * 0 / self.total_iters))

    def settles(self) -> int:
        return self.total_iters
