"""TanhLRScheduler: timm's hyperbolic tangent (Hsueh, Li & Wu, arXiv 1806.01593)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta

from lrviz.catalog.cycles import (
    APART,
    CycleDecay,
    CycleLimit,
    CycleMul,
    LrMin,
    TInitial,
    WarmupLrInit,
    WarmupPrefix,
    WarmupT,
    climb,
    cycles,
    reached,
    told_apart,
)
from lrviz.catalog.recipe import TARGET, Piece, Recipe
from lrviz.sentences import say


class TanhLRScheduler(Recipe, frozen=True):
    """Falls as a hyperbolic tangent to lr_min in t_initial steps, cycle_limit times, and stays there.

    T_cur is how many steps into a cycle of T_i it is; after each cycle its top is multiplied by cycle_decay and T_i by
    cycle_mul. It neither starts quite at the rate nor ends quite at lr_min: at the defaults (1 − tanh 3) / 2 = 0.25 %
    are left. The warm-up covers the curve's beginning, and aims at where the curve is at its end, unless warmup_prefix
    is set. Cycles that get shorter are over after t_initial / (1 − cycle_mul) steps, where timm raises an error.

    Formula:
        p = T_cur / T_i
        rate = lr_min + (lr - lr_min) * (1 - tanh(lb * (1 - p) + ub * p)) / 2
    When: a long hold and a smooth fall in one formula.
    Mistake: expecting it to end at lr_min: (1 − tanh ub) / 2 of the way is left, 0.25 % at the default 3.
    Source: Hsueh, Li and Wu 2019, Stochastic gradient descent with hyperbolic-tangent decay on classification, arXiv
        1806.01593

    >>> import numpy as np
    >>> TanhLRScheduler(4).at(np.arange(6), lr=1.0).round(3)
    array([1.   , 1.   , 0.982, 0.269, 0.   , 0.   ])
    """

    origin: ClassVar[str] = "timm.scheduler.TanhLRScheduler"
    target: ClassVar[str] = TARGET

    t_initial: TInitial
    lb: Annotated[float, Meta(description="Where on the tangent a cycle starts.", extra={"slider": (-10, 0)})] = -7.0
    ub: Annotated[float, Meta(description="Where on it a cycle ends.", extra={"slider": (0, 10)})] = 3.0
    lr_min: LrMin = 0.0
    cycle_mul: CycleMul = 1.0
    cycle_decay: CycleDecay = 1.0
    cycle_limit: CycleLimit = 1
    warmup_t: WarmupT = 0
    warmup_lr_init: WarmupLrInit = 0.0
    warmup_prefix: WarmupPrefix = False

    @classmethod
    def example(cls) -> Self:
        return cls(100, warmup_t=5)

    def check(self) -> None:
        if not self.lb < self.ub:
            raise self.refuse("lb", say("below ub, {ub:g}", ub=self.ub))
        if not told_apart(self):
            raise self.refuse("cycle_mul", APART)

    def pieces(self) -> tuple[Piece, ...]:
        curve = cycles(self, self._rate)
        if not self.warmup_t:
            return curve
        return (
            climb("lr" if self.warmup_prefix else f"({reached(self, self._rate, self.warmup_t, 'warmup_t')})"),
            *curve,
        )

    def _rate(self, top: str, step: str, length: str) -> str:
        done = f"({step} / {length})"
        return f"lr_min + 0.5 * ({top} - lr_min) * (1 - tanh(lb * (1.0 - {done}) + ub * {done}))"
