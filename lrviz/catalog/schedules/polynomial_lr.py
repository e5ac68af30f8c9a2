"""PolynomialLR: down to zero along a power of the time left."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import MOST, Link, Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise


class PolynomialLR(Schedule, frozen=True):
    """Decays to zero in total_iters steps, and stays there.

    With total_iters=0 torch never leaves lr, and with power=0 neither.

    Formula: rate = lr * (1 - min(t, total_iters) / total_iters) ** power
    When: a decay to zero that is straight (power 1), or fast at first and flat at its end (power 2).
    Mistake: leaving total_iters at 5: the rate is 0 from step 5 on (LR113).

    >>> PolynomialLR(total_iters=4, power=2.0).at(np.arange(6), lr=1.0)
    array([1.    , 0.5625, 0.25  , 0.0625, 0.    , 0.    ])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.PolynomialLR"
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "multiplies"

    total_iters: Annotated[
        int, Meta(ge=0, le=MOST, description="Steps down to zero.", extra={"scale": "log", "unit": "steps"})
    ] = 5
    power: Annotated[
        float, Meta(ge=0, description="1 is a straight line, more falls earlier.", extra={"slider": (0, 4)})
    ] = 1.0

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        if self.total_iters == 0:
            return np.full(np.shape(t), lr)
        return np.asarray(lr * self._power(self._left(t)))

    def _left(self, t: Steps) -> Rates:
        return np.asarray(1.0 - np.minimum(t, self.total_iters) / self.total_iters)

    def _power(self, left: Rates) -> Rates:
        return left if self.power == 1 else left**self.power

    @property
    def rises(self) -> bool:
        return False

    def grown(self, since: Steps, t: Steps) -> Rates:
        if self.total_iters == 0:
            return np.ones(np.broadcast_shapes(np.shape(since), np.shape(t)))
        with np.errstate(all="ignore"):
            return np.where(since < self.total_iters, self._power(self._left(t) / self._left(since)), 1.0)

    def entered(self, t: int, lr: float) -> Link:
        return Link(((1.0 - t / self.total_iters) / (1.0 - (t - 1) / self.total_iters)) ** self.power, 0.0)

    def restarted(self, lr: float) -> Link:
        return Link(0.0, lr * (1.0 - 0 / self.total_iters) ** self.power)

    def settles(self) -> int:
        return self.total_iters
