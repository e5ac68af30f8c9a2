"""StepLRScheduler: timm's cliffs, which need not be whole steps apart."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Annotated, ClassVar, Self

from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog.cycles import WarmupLrInit, WarmupPrefix, WarmupT, begins, climb, now
from lrviz.catalog.recipe import TARGET, Piece, Recipe
from lrviz.catalog.schedule import MOST

SHORTEST = 1e-6
"""The least decay_t."""
PLACES = 64
"""How many different places between two steps the cliffs may fall on, for them to be found."""


class StepLRScheduler(Recipe, frozen=True):
    """Multiplies the rate by decay_rate every decay_t steps.

    decay_t may be a fraction, as the 2.4 epochs of EfficientNet; decay_rate is 1 unless given, which changes nothing.
    After a warm-up t counts from its end, unless warmup_prefix is off.

    Formula: rate = lr * decay_rate ** (t // decay_t)
    When: training as timm's scripts do: EfficientNet's 0.97 every 2.4 epochs.
    Mistake: leaving decay_rate at 1, its default: nothing ever drops.

    >>> import numpy as np
    >>> StepLRScheduler(2.5, decay_rate=0.5).at(np.arange(6), lr=1.0)
    array([1.  , 1.  , 1.  , 0.5 , 0.5 , 0.25])
    """

    origin: ClassVar[str] = "timm.scheduler.StepLRScheduler"
    target: ClassVar[str] = TARGET

    decay_t: Annotated[
        float,
        Meta(
            ge=SHORTEST,
            le=MOST,
            description="Steps from one drop to the next.",
            examples=[30.0],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]
    decay_rate: Annotated[
        float, Meta(ge=0, description="What a drop multiplies the rate by.", extra={"slider": (0.01, 1)})
    ] = 1.0
    warmup_t: WarmupT = 0
    warmup_lr_init: WarmupLrInit = 0.0
    warmup_prefix: WarmupPrefix = True

    @classmethod
    def example(cls) -> Self:
        return cls(30.0, 0.1)

    def pieces(self) -> tuple[Piece, ...]:
        level = f"decay_rate ** ({now(self)} // decay_t)"
        falls = Piece("level", turns=self._cliffs(), where=(("level", level),))
        return (climb(), falls) if self.warmup_t else (falls,)

    def _cliffs(self) -> tuple[range, ...]:
        """Give where it drops; between whole steps, as ranges of those that fall on the same place."""
        near = Fraction(self.decay_t).limit_denominator(PLACES)
        if abs(near - Fraction(self.decay_t)) > Fraction(near, 10**12) or near < 1:
            return ()  # it only ever falls, so that a drop that isn't known hides nothing
        later = Fraction(self.decay_t) > near
        drops = (k * near for k in range(1, near.denominator + 1))
        starts = (math.floor(drop) + 1 if later else math.ceil(drop) for drop in drops)
        return tuple(range(begins(self) + start, MOST, near.numerator) for start in starts)

    def scaled(self, ratio: float) -> Self:
        return replace(super().scaled(ratio), decay_t=max(SHORTEST, min(self.decay_t * ratio, MOST)))
