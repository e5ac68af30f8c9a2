"""StepLR: a cliff every step_size steps."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import MOST, Link, Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise, decayed


class StepLR(Schedule, frozen=True):
    """Multiplies the rate by gamma every step_size steps.

    Formula: rate = lr * gamma ** (t // step_size)
    When: reproducing a recipe of drops, or showing one: the loss falls off a cliff at each.
    Mistake: a step_size in epochs and a scheduler stepped once a batch: StepLR(3, 0.3) was below 1 % after 12 batches
        and ended at a loss of 2.24 instead of 0.21 (LR101).

    >>> import numpy as np
    >>> StepLR(step_size=2, gamma=0.5).at(np.arange(5), lr=1.0)
    array([1.  , 1.  , 0.5 , 0.5 , 0.25])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.StepLR"
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "multiplies"

    step_size: Annotated[
        int,
        Meta(
            ge=1,
            le=MOST,
            description="Steps from one drop to the next.",
            examples=[30],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]
    gamma: Annotated[
        float, Meta(ge=0, description="What a drop multiplies the rate by.", extra={"slider": (0.01, 1)})
    ] = 0.1

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        return decayed(lr, self.gamma, t // self.step_size)

    @property
    def rises(self) -> bool:
        return self.gamma > 1

    def grown(self, since: Steps, t: Steps) -> Rates:
        return decayed(1.0, self.gamma, self._drops(t) - self._drops(since))

    def _drops(self, t: Steps) -> Steps:
        """Count the drops up to each step; at step 0 there is none, though torch may come from one before."""
        return t // self.step_size + (t < 0)

    def rebuilt(self, t: int, lr: float) -> tuple[int, Link]:
        return t, Link(float(self.links(np.full(1, t), lr)[0][0]), 0.0)  # torch multiplies once more

    def turns(self, steps: int) -> tuple[range, ...]:
        return (range(self.step_size, steps, self.step_size),)
