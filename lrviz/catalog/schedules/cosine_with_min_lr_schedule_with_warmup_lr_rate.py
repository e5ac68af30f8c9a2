"""CosineWithMinLrScheduleWithWarmupLrRate: a cosine to a floor whose warm-up doesn't start at 0."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe, TrainingSteps, WarmupSteps
from lrviz.catalog.schedules.cosine_with_min_lr_schedule_with_warmup import MinLr, MinLrRate, NumCycles
from lrviz.catalog.swings import swings
from lrviz.sentences import say


class CosineWithMinLrScheduleWithWarmupLrRate(Recipe, frozen=True):
    """Climbs straight from warmup_lr_rate of the rate, then swings as a cosine to a floor of r.

    p is a step ahead of the other cosines', and r is min_lr_rate, or min_lr / lr: exactly one of them is given. The
    warm-up reaches the rate at its last step, num_warmup_steps − 1. Without a warmup_lr_rate it is (t + 1) /
    num_warmup_steps.

    For min_lr transformers reckons with the optimizer's rate in every group, here it is the group's own.

    Formula:
        p = (t + 1 - num_warmup_steps) / (num_training_steps - num_warmup_steps)
        rate = (
            lr * (t + 1) / num_warmup_steps if t < num_warmup_steps
            else lr * (r + (1 - r) * (1 + cos(2 * pi * num_cycles * p)) / 2)
        )
    When: as CosineWithMinLrScheduleWithWarmup, and the first update is to do something.
    Mistake: mixing it up with its sister without _lr_rate: all its rates are a step ahead.

    >>> import numpy as np
    >>> CosineWithMinLrScheduleWithWarmupLrRate(2, 4, min_lr_rate=0.2).at(np.arange(5), lr=1.0)
    array([0.5, 1. , 0.6, 0.2, 0.6])
    """

    origin: ClassVar[str] = "transformers.get_cosine_with_min_lr_schedule_with_warmup_lr_rate"
    target: ClassVar[str] = TARGET

    num_warmup_steps: WarmupSteps
    num_training_steps: TrainingSteps
    num_cycles: NumCycles = 0.5
    min_lr: MinLr | None = None
    min_lr_rate: MinLrRate | None = None
    warmup_lr_rate: (
        Annotated[
            float,
            Meta(
                ge=0,
                description="What the warm-up starts from, as a share of the rate.",
                extra={"slider": (0, 1), "none": "1 / num_warmup_steps"},
            ),
        ]
        | None
    ) = None

    @classmethod
    def example(cls) -> Self:
        return cls(10, 100, min_lr_rate=0.1)

    def check(self) -> None:
        if self.min_lr is not None and self.min_lr_rate is not None:
            raise self.refuse("min_lr", say("left out where min_lr_rate is given"))
        if self.min_lr is None and self.min_lr_rate is None:
            raise self.refuse("min_lr_rate", say("given, or else min_lr"))

    def pieces(self) -> tuple[Piece, ...]:
        climb = "warmup_lr_rate + (1.0 - warmup_lr_rate) * t / max(1, num_warmup_steps - 1)"
        progress = "(t - num_warmup_steps + 1.0) / max(1.0, num_training_steps - num_warmup_steps)"
        floor = "min_lr / lr" if self.min_lr_rate is None else "min_lr_rate"
        return (
            Piece(
                "(t + 1.0) / max(1.0, num_warmup_steps)" if self.warmup_lr_rate is None else climb,
                until="num_warmup_steps",
            ),
            Piece(f"0.5 * (1.0 + cos(pi * num_cycles * 2.0 * ({progress}))) * (1 - {floor}) + {floor}"),
        )

    def turns(self, steps: int) -> tuple[range, ...] | None:
        length = max(1, self.num_training_steps - self.num_warmup_steps)
        inner = swings(self.num_warmup_steps - 1, length, 2 * self.num_cycles, steps)
        return None if inner is None else (*self.seams(steps), *inner)
