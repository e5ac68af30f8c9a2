"""ExponentialLR: the same share is lost at every step."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

import msgspec
from msgspec import Meta

from lrviz.catalog.schedule import Rates, Schedule, Steps, slowed
from lrviz.catalog.shapes import blockwise, decayed


class ExponentialLR(Schedule, frozen=True):
    """Multiplies the rate by gamma at every step.

    Formula: rate = lr * gamma ** t
    When: a decay without an end: every step costs the same share.
    Mistake: a gamma meant for epochs, stepped once a batch: 0.8 is below 1 % after 21 steps. On the digits that ended
        at a loss of 2.22 instead of 0.20 (LR113).

    >>> import numpy as np
    >>> ExponentialLR(gamma=0.5).at(np.arange(4), lr=1.0)
    array([1.   , 0.5  , 0.25 , 0.125])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.ExponentialLR"
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "multiplies"

    gamma: Annotated[
        float,
        Meta(ge=0, description="What a step multiplies the rate by.", examples=[0.95], extra={"slider": (0.8, 1)}),
    ]

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        return decayed(lr, self.gamma, t)

    @property
    def rises(self) -> bool:
        return self.gamma > 1

    def grown(self, since: Steps, t: Steps) -> Rates:
        return decayed(1.0, self.gamma, t - since)

    def scaled(self, ratio: float) -> Self:
        return msgspec.structs.replace(self, gamma=slowed(self.gamma, ratio))
