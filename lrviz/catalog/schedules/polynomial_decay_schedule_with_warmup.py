"""PolynomialDecayScheduleWithWarmup: up to the rate and down a power, as BERT was trained."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe, TrainingSteps, WarmupSteps


class PolynomialDecayScheduleWithWarmup(Recipe, frozen=True):
    """Climbs straight from 0 in num_warmup_steps, then falls to lr_end as a power of what is left.

    p is the share of the steps from num_warmup_steps to num_training_steps that is done. lr_end is a rate, not a
    factor, and has to be below the optimizer's. A warm-up as long as the training divides by zero at its end.
    transformers reckons with the optimizer's rate in every group, here it is the group's own.

    Formula:
        p = min(1, (t - num_warmup_steps) / (num_training_steps - num_warmup_steps))
        rate = lr * t / num_warmup_steps if t < num_warmup_steps else lr_end + (lr - lr_end) * (1 - p) ** power
    When: BERT's own schedule: a power of 1 and an end of 0.
    Mistake: taking lr_end for a share of the rate: it is a rate itself, 1e-7 unless given.

    >>> import numpy as np
    >>> PolynomialDecayScheduleWithWarmup(2, 6, lr_end=0.2).at(np.arange(8), lr=1.0)
    array([0. , 0.5, 1. , 0.8, 0.6, 0.4, 0.2, 0.2])
    """

    origin: ClassVar[str] = "transformers.get_polynomial_decay_schedule_with_warmup"
    target: ClassVar[str] = TARGET

    num_warmup_steps: WarmupSteps
    num_training_steps: TrainingSteps
    lr_end: Annotated[
        float, Meta(ge=0, description="The last rate.", extra={"scale": "log", "slider": (1e-8, 1), "unit": "lr"})
    ] = 1e-7
    power: Annotated[float, Meta(ge=0, description="The power it falls with.", extra={"slider": (0.25, 4)})] = 1.0

    def refused(self, lr: float) -> str:
        return "" if lr > self.lr_end else f"lr_end ({self.lr_end}) must be smaller than initial lr"

    def pieces(self) -> tuple[Piece, ...]:
        left = "1 - (t - num_warmup_steps) / (num_training_steps - num_warmup_steps)"
        return (
            Piece("t / max(1, num_warmup_steps)", until="num_warmup_steps"),
            Piece(f"((lr - lr_end) * ({left}) ** power + lr_end) / lr", until="num_training_steps + 1"),
            Piece("lr_end / lr"),
        )
