"""CosineScheduleWithWarmup: up to the rate and down a half cosine, as Hugging Face's transformers have it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe, TrainingSteps, WarmupSteps
from lrviz.catalog.swings import swings

NumCycles = Annotated[
    float, Meta(ge=0, description="Waves of the cosine: half a wave goes down once.", extra={"slider": (0.25, 4)})
]


class CosineScheduleWithWarmup(Recipe, frozen=True):
    """Climbs straight from 0 in num_warmup_steps, then swings as a cosine.

    p is the share of the steps from num_warmup_steps to num_training_steps that is done. After the end the cosine goes
    on: with half a cycle the rate rises again. The first update runs at a rate of 0.

    Formula:
        p = (t - num_warmup_steps) / (num_training_steps - num_warmup_steps)
        rate = lr * t / num_warmup_steps if t < num_warmup_steps else lr * (1 + cos(2 * pi * num_cycles * p)) / 2
    When: fine-tuning or pre-training a transformer for a known number of updates.
    Mistake: a num_training_steps in batches where updates are accumulated: the cosine isn't half over at the end
        (LR112).

    >>> import numpy as np
    >>> CosineScheduleWithWarmup(2, 4).at(np.arange(7), lr=1.0)
    array([0. , 0.5, 1. , 0.5, 0. , 0.5, 1. ])
    """

    origin: ClassVar[str] = "transformers.get_cosine_schedule_with_warmup"
    target: ClassVar[str] = TARGET

    num_warmup_steps: WarmupSteps
    num_training_steps: TrainingSteps
    num_cycles: NumCycles = 0.5

    def pieces(self) -> tuple[Piece, ...]:
        progress = "(t - num_warmup_steps) / max(1, num_training_steps - num_warmup_steps)"
        return (
            Piece("t / max(1, num_warmup_steps)", until="num_warmup_steps"),
            Piece(f"0.5 * (1.0 + cos(pi * num_cycles * 2.0 * ({progress})))"),
        )

    def turns(self, steps: int) -> tuple[range, ...] | None:
        length = max(1, self.num_training_steps - self.num_warmup_steps)
        inner = swings(self.num_warmup_steps, length, 2 * self.num_cycles, steps)
        return None if inner is None else (*self.seams(steps), *inner)
