"""CosineWithMinLrScheduleWithWarmup: up to the rate and down a half cosine to a floor."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe, TrainingSteps, WarmupSteps
from lrviz.catalog.swings import swings
from lrviz.sentences import say

NumCycles = Annotated[
    float, Meta(ge=0, description="Waves of the cosine: half a wave goes down once.", extra={"slider": (0.25, 4)})
]
MinLr = Annotated[
    float,
    Meta(
        ge=0,
        description="The floor, as a rate.",
        extra={"scale": "log", "slider": (1e-8, 1), "unit": "lr", "none": "min_lr_rate"},
    ),
]
MinLrRate = Annotated[
    float, Meta(ge=0, description="The floor, as a share of the rate.", extra={"slider": (0, 1), "none": "min_lr"})
]


class CosineWithMinLrScheduleWithWarmup(Recipe, frozen=True):
    """Climbs straight from 0 in num_warmup_steps, then swings as a cosine to a floor of r.

    p is the share of the steps from num_warmup_steps to num_training_steps that is done, and r is min_lr_rate, or
    min_lr / lr: exactly one of them is given. After the end the cosine goes on, and the rate rises again. The warm-up
    starts from 0, not from the floor.

    For min_lr transformers reckons with the optimizer's rate in every group, here it is the group's own.

    Formula:
        p = (t - num_warmup_steps) / (num_training_steps - num_warmup_steps)
        rate = (
            lr * t / num_warmup_steps if t < num_warmup_steps
            else lr * (r + (1 - r) * (1 + cos(2 * pi * num_cycles * p)) / 2)
        )
    When: the end isn't the end: training goes on later, from a rate that isn't 0.
    Mistake: a floor of a tenth out of habit: by the bound it costs 9 % (2.25 against 2.06), and going to zero was
        better in LLMs, too (LR120).

    >>> import numpy as np
    >>> CosineWithMinLrScheduleWithWarmup(2, 4, min_lr_rate=0.2).at(np.arange(7), lr=1.0)
    array([0. , 0.5, 1. , 0.6, 0.2, 0.6, 1. ])
    """

    origin: ClassVar[str] = "transformers.get_cosine_with_min_lr_schedule_with_warmup"
    target: ClassVar[str] = TARGET

    num_warmup_steps: WarmupSteps
    num_training_steps: TrainingSteps
    num_cycles: NumCycles = 0.5
    min_lr: MinLr | None = None
    min_lr_rate: MinLrRate | None = None

    @classmethod
    def example(cls) -> Self:
        return cls(10, 100, min_lr_rate=0.1)

    def check(self) -> None:
        if self.min_lr is not None and self.min_lr_rate is not None:
            raise self.refuse("min_lr", say("left out where min_lr_rate is given"))
        if self.min_lr is None and self.min_lr_rate is None:
            raise self.refuse("min_lr_rate", say("given, or else min_lr"))

    def pieces(self) -> tuple[Piece, ...]:
        progress = "(t - num_warmup_steps) / max(1, num_training_steps - num_warmup_steps)"
        floor = "min_lr / lr" if self.min_lr_rate is None else "min_lr_rate"
        return (
            Piece("t / max(1, num_warmup_steps)", until="num_warmup_steps"),
            Piece(f"0.5 * (1.0 + cos(pi * num_cycles * 2.0 * ({progress}))) * (1 - {floor}) + {floor}"),
        )

    def turns(self, steps: int) -> tuple[range, ...] | None:
        length = max(1, self.num_training_steps - self.num_warmup_steps)
        inner = swings(self.num_warmup_steps, length, 2 * self.num_cycles, steps)
        return None if inner is None else (*self.seams(steps), *inner)
