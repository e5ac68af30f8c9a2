"""MultiStepLRScheduler: timm's cliffs at steps of one's choice, each a step earlier than torch's."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, ClassVar, Self

from msgspec import Meta

from lrviz.catalog.cycles import WarmupLrInit, WarmupPrefix, WarmupT, begins, climb
from lrviz.catalog.recipe import TARGET, Piece, Recipe
from lrviz.catalog.schedule import MOST
from lrviz.sentences import say


class MultiStepLRScheduler(Recipe, frozen=True):
    """Multiplies the rate by decay_rate at each of the steps decay_t.

    n is how many of them are at most t + 1, so that it drops one step before torch's MultiStepLR. decay_rate is 1
    unless given, which changes nothing. After a warm-up t counts from its end, unless warmup_prefix is off.

    Formula: rate = lr * decay_rate ** n
    When: training as timm's scripts do, with drops at given epochs.
    Mistake: leaving decay_rate at 1, its default: nothing ever drops.

    >>> import numpy as np
    >>> MultiStepLRScheduler((2, 4), decay_rate=0.5).at(np.arange(5), lr=1.0)
    array([1.  , 0.5 , 0.5 , 0.25, 0.25])
    """

    origin: ClassVar[str] = "timm.scheduler.MultiStepLRScheduler"
    target: ClassVar[str] = TARGET

    decay_t: Annotated[
        tuple[Annotated[int, Meta(ge=0, le=MOST)], ...],
        Meta(
            max_length=64,
            description="The steps one before which the rate drops, in order.",
            examples=[(50, 75)],
            extra={"unit": "steps"},
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
        return cls((50, 75), 0.1)

    def check(self) -> None:
        if any(after < before for before, after in pairwise(self.decay_t)):
            raise self.refuse("decay_t", say("a list in order, as timm takes it for"))

    def pieces(self) -> tuple[Piece, ...]:
        first = begins(self) - 1
        levels = ("1.0", "decay_rate", *(f"decay_rate ** {drops}" for drops in range(2, len(self.decay_t) + 1)))
        falls = (
            *(Piece(level, until=f"{first + step}") for level, step in zip(levels, self.decay_t, strict=False)),
            Piece(levels[len(self.decay_t)]),
        )
        return (climb(), *falls) if self.warmup_t else falls
