"""ConstantLR: a smaller rate for the first steps, then the full one."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import MOST, Link, Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise


class ConstantLR(Schedule, frozen=True):
    """Multiplies the rate by factor before step total_iters, and gives the full rate from there on.

    torch multiplies at step 0 and divides again at step total_iters. So with total_iters=0 it never divides and the
    rate stays small, and with factor=0 the division raises.

    Formula: rate = factor * lr if t < total_iters else lr
    When: a short start at a lower rate; at torch's defaults a third of it for 5 steps.
    Mistake: taking it for a constant rate: it jumps to the full rate at total_iters. No scheduler at all keeps the rate
        constant.

    >>> ConstantLR(factor=0.5, total_iters=2).at(np.arange(4), lr=1.0)
    array([0.5, 0.5, 1. , 1. ])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.ConstantLR"
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "multiplies"

    factor: Annotated[
        float,
        Meta(ge=0, le=1, description="What the rate is multiplied by before total_iters.", extra={"slider": (0.01, 1)}),
    ] = 1.0 / 3
    total_iters: Annotated[
        int,
        Meta(ge=0, le=MOST, description="Steps at the smaller rate.", extra={"scale": "log", "unit": "steps"}),
    ] = 5

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        low = lr * self.factor
        if self.total_iters == 0:
            return np.full(np.shape(t), low)
        high = low * (1.0 / self.factor) if self.factor else np.nan  # torch's own way back, rounding included
        return np.where(t < self.total_iters, low, high)

    @property
    def rises(self) -> bool:
        return self.factor < 1

    def grown(self, since: Steps, t: Steps) -> Rates:
        back = 1.0 / self.factor if self.factor else np.nan
        return np.where((since < self.total_iters) & (self.total_iters <= t), back, 1.0)

    def entered(self, t: int, lr: float) -> Link:
        return Link(self.factor if t == 0 else 1.0, 0.0)

    def restarted(self, lr: float) -> Link:
        return Link(0.0, lr * (self.factor + (self.total_iters == 0) * (1 - self.factor)))

    def settles(self) -> int:
        return self.total_iters

    def rebuilt(self, t: int, lr: float) -> tuple[int, Link]:
        return t, Link(float(self.links(np.full(1, t), lr)[0][0]), 0.0)  # torch multiplies once more

    def turns(self, steps: int) -> tuple[range, ...]:
        return (range(max(1, self.total_iters), min(steps, self.total_iters + 1)),)

    def ends(self, lr: float = 1.0) -> int | None:
        return self.total_iters if self.factor == 0 and self.total_iters else None

    def message(self, t: int, lr: float = 1.0) -> str:
        return "ZeroDivisionError: float division by zero" if self.factor == 0 else super().message(t)
