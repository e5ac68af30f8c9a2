"""MegatronCosine: up to the rate, down a half cosine and on at the floor, as Megatron-LM trains."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog.recipe import TARGET, Piece, Recipe, WarmupSteps
from lrviz.catalog.schedule import MOST, rescaled
from lrviz.sentences import say


class MegatronCosine(Recipe, frozen=True):
    """Climbs straight from init_lr in lr_warmup_steps, falls as a half cosine to min_lr, and stays there.

    p is the share of the steps from lr_warmup_steps to lr_decay_steps that is done. Unlike Hugging Face's cosine it
    doesn't rise again. Megatron counts samples where it is told so.

    Formula:
        p = min(1, (t - lr_warmup_steps) / (lr_decay_steps - lr_warmup_steps))
        rate = (
            init_lr + (lr - init_lr) * t / lr_warmup_steps if t < lr_warmup_steps
            else min_lr + (lr - min_lr) * (1 + cos(pi * p)) / 2
        )
    When: training as Megatron-LM does, or reproducing a run of it.
    Mistake: giving samples where steps are meant: with a batch of 1 024 the warm-up takes 1 024 times as long (LR114).

    >>> import numpy as np
    >>> MegatronCosine(2, 6, min_lr=0.2).at(np.array([0, 1, 2, 4, 6, 9]), lr=1.0)
    array([0. , 0.5, 1. , 0.6, 0.2, 0.2])
    """

    origin: ClassVar[str] = "Megatron-LM, megatron.core.optimizer_param_scheduler.OptimizerParamScheduler, cosine"
    target: ClassVar[str] = TARGET

    lr_warmup_steps: WarmupSteps
    lr_decay_steps: Annotated[
        int,
        Meta(
            ge=1, le=MOST, description="Steps until the floor.", examples=[100], extra={"scale": "log", "unit": "steps"}
        ),
    ]
    min_lr: Annotated[
        float,
        Meta(ge=0, description="The floor, as a rate.", extra={"scale": "log", "slider": (1e-8, 1), "unit": "lr"}),
    ] = 0.0
    init_lr: Annotated[
        float,
        Meta(ge=0, description="The rate it climbs from.", extra={"scale": "log", "slider": (1e-8, 1), "unit": "lr"}),
    ] = 0.0

    def check(self) -> None:
        if self.lr_warmup_steps >= self.lr_decay_steps:
            raise self.refuse(
                "lr_warmup_steps", say("below lr_decay_steps, {lr_decay_steps}", lr_decay_steps=self.lr_decay_steps)
            )

    def refused(self, lr: float) -> str:
        if lr < self.min_lr:
            return f"AssertionError: min_lr ({self.min_lr}) is above max_lr"
        return f"AssertionError: init_lr ({self.init_lr}) is above max_lr" if lr < self.init_lr else ""

    def scaled(self, ratio: float) -> Self:
        warmup, decay = rescaled(self.lr_warmup_steps, ratio), rescaled(self.lr_decay_steps, ratio)
        return replace(self, lr_warmup_steps=min(warmup, decay - 1), lr_decay_steps=decay)

    def pieces(self) -> tuple[Piece, ...]:
        done = "(t - lr_warmup_steps) / (lr_decay_steps - lr_warmup_steps)"
        climb = Piece("(init_lr + (lr - init_lr) * t / lr_warmup_steps) / lr", until="lr_warmup_steps")
        return (
            *((climb,) if self.lr_warmup_steps else ()),
            Piece(f"(min_lr + (lr - min_lr) * (0.5 * (cos(pi * ({done})) + 1.0))) / lr", until="lr_decay_steps"),
            Piece("min_lr / lr"),
        )
