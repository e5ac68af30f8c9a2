"""PolyLRScheduler: timm's power of what is left, with k-decay (arXiv 2004.05909)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta

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


class PolyLRScheduler(Recipe, frozen=True):
    """Falls as a power of what is left to lr_min in t_initial steps, cycle_limit times, and stays there.

    T_cur is how many steps into a cycle of T_i it is; after each cycle its top is multiplied by cycle_decay and T_i by
    cycle_mul. The power is a half unless given, where other libraries have 1: the rate stays high and drops at the end.
    The warm-up covers the curve's beginning unless warmup_prefix is set. Cycles that get shorter are over after
    t_initial / (1 − cycle_mul) steps, where timm raises an error.

    Formula: rate = lr_min + (lr - lr_min) * (1 - (T_cur / T_i) ** k_decay) ** power
    When: training as timm's scripts do, with a decay that stays high for long.
    Mistake: expecting a straight line: its power is 0.5 unless given, so that half way 71 % of the rate are left.

    >>> import numpy as np
    >>> PolyLRScheduler(4, power=1.0).at(np.arange(6), lr=1.0)
    array([1.  , 0.75, 0.5 , 0.25, 0.  , 0.  ])
    """

    origin: ClassVar[str] = "timm.scheduler.PolyLRScheduler"
    target: ClassVar[str] = TARGET

    t_initial: TInitial
    power: Annotated[float, Meta(ge=0, description="The power it falls with.", extra={"slider": (0.25, 4)})] = 0.5
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
        return f"lr_min + ({top} - lr_min) * (1 - {done}) ** power"
