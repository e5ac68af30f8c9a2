"""CosineLRScheduler: timm's cosine (Loshchilov & Hutter, arXiv 1608.03983), with k-decay (arXiv 2004.05909)."""

from __future__ import annotations

from typing import ClassVar, Self

from lrviz.catalog.cycles import (
    APART,
    CycleDecay,
    CycleLimit,
    CycleMul,
    KDecay,
    LrMin,
    TInitial,
    WarmupLrInit,
    WarmupPrefix,
    WarmupT,
    climb,
    cycles,
    told_apart,
)
from lrviz.catalog.recipe import TARGET, Piece, Recipe


class CosineLRScheduler(Recipe, frozen=True):
    """Falls as a half cosine to lr_min in t_initial steps, cycle_limit times, and stays there.

    T_cur is how many steps into a cycle of T_i it is; after each cycle its top is multiplied by cycle_decay and T_i by
    cycle_mul. The warm-up covers the cosine's beginning unless warmup_prefix is set, so that the rate jumps down a
    little at its end. Cycles that get shorter are over after t_initial / (1 − cycle_mul) steps, where timm raises an
    error.

    Formula: rate = lr_min + (lr - lr_min) * (1 + cos(pi * (T_cur / T_i) ** k_decay)) / 2
    When: training as timm's scripts do: warm-up, cosine, floor, counted in epochs.
    Mistake: leaving warmup_prefix off with a long warm-up: the cosine runs on under it, and the rate drops by a jump
        where it ends.

    >>> import numpy as np
    >>> CosineLRScheduler(4, lr_min=0.2).at(np.arange(6), lr=1.0).round(3)
    array([1.   , 0.883, 0.6  , 0.317, 0.2  , 0.2  ])
    """

    origin: ClassVar[str] = "timm.scheduler.CosineLRScheduler"
    target: ClassVar[str] = TARGET

    t_initial: TInitial
    lr_min: LrMin = 0.0
    cycle_mul: CycleMul = 1.0
    cycle_decay: CycleDecay = 1.0
    cycle_limit: CycleLimit = 1
    warmup_t: WarmupT = 0
    warmup_lr_init: WarmupLrInit = 0.0
    warmup_prefix: WarmupPrefix = False
    k_decay: KDecay = 1.0

    @classmethod
    def example(cls) -> Self:
        return cls(100, warmup_t=5)

    def check(self) -> None:
        if not told_apart(self):
            raise self.refuse("cycle_mul", APART)

    def pieces(self) -> tuple[Piece, ...]:
        return (*((climb(),) if self.warmup_t else ()), *cycles(self, self._rate))

    def _rate(self, top: str, step: str, length: str) -> str:
        done = f"{step} / {length}" if self.k_decay == 1 else f"{step} ** k_decay / {length} ** k_decay"
        return f"lr_min + 0.5 * ({top} - lr_min) * (1 + cos(pi * ({done})))"
