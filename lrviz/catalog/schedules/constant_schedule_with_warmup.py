"""ConstantScheduleWithWarmup: up to the rate, and on at it."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.recipe import TARGET, Piece, Recipe, WarmupSteps


class ConstantScheduleWithWarmup(Recipe, frozen=True):
    """Climbs straight from 0 in num_warmup_steps and stays at the rate.

    The first update runs at a rate of 0.

    Formula: rate = lr * min(1, t / num_warmup_steps)
    When: fine-tuning for a few hundred steps, where the end isn't known yet.
    Mistake: counting on the first update: its rate is 0.

    >>> import numpy as np
    >>> ConstantScheduleWithWarmup(4).at(np.arange(6), lr=1.0)
    array([0.  , 0.25, 0.5 , 0.75, 1.  , 1.  ])
    """

    origin: ClassVar[str] = "transformers.get_constant_schedule_with_warmup"
    target: ClassVar[str] = TARGET

    num_warmup_steps: WarmupSteps

    def pieces(self) -> tuple[Piece, ...]:
        return Piece("t / max(1.0, num_warmup_steps)", until="num_warmup_steps"), Piece("1.0")
