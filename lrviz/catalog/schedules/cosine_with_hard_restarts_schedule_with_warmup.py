"""CosineWithHardRestartsScheduleWithWarmup: up to the rate, and down a half cosine several times."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe, TrainingSteps, WarmupSteps
from lrviz.catalog.schedule import MOST

FEW = 4096
"""So many restarts are found one by one; where more of them lie isn't known."""


class CosineWithHardRestartsScheduleWithWarmup(Recipe, frozen=True):
    """Climbs straight from 0 in num_warmup_steps, then falls num_cycles times as a half cosine.

    p is the share of the steps from num_warmup_steps to num_training_steps that is done; from there on the rate is 0.
    Where a cycle starts on a step, rounding may let that step still end the cycle before.

    Formula:
        p = min(1, (t - num_warmup_steps) / (num_training_steps - num_warmup_steps))
        rate = (
            lr * t / num_warmup_steps if t < num_warmup_steps
            else lr * (1 + cos(pi * (num_cycles * p % 1))) / 2 if p < 1
            else 0
        )
    When: several snapshots of one run are wanted.
    Mistake: taking num_cycles for what the other cosines call so: there 0.5 falls once, here 1 does.

    >>> import numpy as np
    >>> CosineWithHardRestartsScheduleWithWarmup(0, 4, num_cycles=2).at(np.arange(6), lr=1.0)
    array([1. , 0.5, 1. , 0.5, 0. , 0. ])
    """

    origin: ClassVar[str] = "transformers.get_cosine_with_hard_restarts_schedule_with_warmup"
    target: ClassVar[str] = TARGET

    num_warmup_steps: WarmupSteps
    num_training_steps: TrainingSteps
    num_cycles: Annotated[
        int, Meta(ge=0, le=MOST, description="How often it falls.", examples=[4], extra={"slider": (1, 20)})
    ] = 1

    @property
    def length(self) -> int:
        """The steps that the cycles share."""
        return max(1, self.num_training_steps - self.num_warmup_steps)

    def pieces(self) -> tuple[Piece, ...]:
        progress = "(t - num_warmup_steps) / max(1, num_training_steps - num_warmup_steps)"
        return (
            Piece("t / max(1, num_warmup_steps)", until="num_warmup_steps"),
            Piece(
                f"0.5 * (1.0 + cos(pi * (num_cycles * ({progress}) % 1.0)))",
                until="num_warmup_steps + max(1, num_training_steps - num_warmup_steps)",
            ),
            Piece("0.0"),
        )

    def turns(self, steps: int) -> tuple[range, ...] | None:
        if self.num_cycles > FEW:
            return None
        restarts = {self.num_warmup_steps + self._restart(cycle) for cycle in range(1, self.num_cycles)}
        return (*self.seams(steps), *(range(turn, turn + 1) for turn in sorted(restarts) if 0 < turn < steps))

    def _restart(self, cycle: int) -> int:
        """Give the first step after the warm-up that is taken for one of this cycle."""
        step = math.ceil(Fraction(cycle * self.length, self.num_cycles))
        return step if self.num_cycles * (step / self.length) >= cycle else step + 1
