"""MultiStepLR: a cliff at each of the steps named."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import MOST, Link, Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise, decayed, passed

Milestone = Annotated[int, Meta(ge=0, le=MOST)]


class MultiStepLR(Schedule, frozen=True):
    """Multiplies the rate by gamma at each milestone.

    n is how many of the milestones are at most t. They may come in any order; one named twice counts twice.

    Formula: rate = lr * gamma ** n
    When: reproducing a recipe with drops at given epochs, as ResNet's at 30, 60 and 80 of 90.
    Mistake: milestones in epochs and a scheduler that is stepped once a batch: all drops are over in the first epoch
        (LR101).

    >>> MultiStepLR(milestones=(1, 3), gamma=0.5).at(np.arange(5), lr=1.0)
    array([1.  , 0.5 , 0.5 , 0.25, 0.25])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.MultiStepLR"
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "multiplies"

    milestones: Annotated[
        tuple[Milestone, ...],
        Meta(description="The steps at which the rate drops.", examples=[(30, 80)], extra={"unit": "steps"}),
    ]
    gamma: Annotated[
        float, Meta(ge=0, description="What a drop multiplies the rate by.", extra={"slider": (0.01, 1)})
    ] = 0.1

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        levels = decayed(lr, self.gamma, np.arange(len(self.milestones) + 1))
        return np.asarray(levels[passed(np.array(sorted(self.milestones), dtype=np.int64), t)])

    @property
    def rises(self) -> bool:
        return self.gamma > 1

    def grown(self, since: Steps, t: Steps) -> Rates:
        marks = np.array(sorted(self.milestones), dtype=np.int64)
        return decayed(1.0, self.gamma, np.searchsorted(marks, t, "right") - np.searchsorted(marks, since, "right"))

    def settles(self) -> int:
        return max(self.milestones, default=0)

    def rebuilt(self, t: int, lr: float) -> tuple[int, Link]:
        return t, Link(float(self.links(np.full(1, t), lr)[0][0]), 0.0)  # torch multiplies once more

    def turns(self, steps: int) -> tuple[range, ...]:
        return tuple(range(turn, turn + 1) for turn in sorted(set(self.milestones)) if 0 < turn < steps)
