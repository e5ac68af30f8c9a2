"""WSDS: warm-up, stable, decay, again and again from where it had decayed (WSD-S, Wen et al., arXiv 2410.05192)."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, ClassVar, Self

from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog.recipe import TARGET, Piece, Recipe, WarmupSteps
from lrviz.catalog.schedule import MOST, rescaled, rescaled_apart
from lrviz.sentences import say


class WSDS(Recipe, frozen=True):
    """Climbs straight in warmup_steps, stays, decays in the decay_steps before each of decay_ends, and goes on at lr.

    A decay goes straight in 1 / lr, so that it is steep at first; p is the share of decay_steps that is done. At an end
    the rate jumps back up, since training goes on from the decayed weights; after the last it stays at min_ratio. The
    first update runs at a rate of 0.

    Formula: rate = lr / (1 + (1 / min_ratio - 1) * p)
    When: models of several sizes of budget out of one run: one at each end.
    Mistake: throwing the decayed weights away: unlike WSD, training goes on from them.

    >>> import numpy as np
    >>> WSDS(1, (4, 8), decay_steps=2, min_ratio=0.2).at(np.arange(9), lr=1.0).round(3)
    array([0.   , 1.   , 1.   , 0.333, 1.   , 1.   , 1.   , 0.333, 0.2  ])
    """

    origin: ClassVar[str] = (
        "Wen et al. 2024, Understanding warmup-stable-decay learning rates: a river valley loss landscape perspective, "
        "arXiv 2410.05192"
    )
    target: ClassVar[str] = TARGET

    warmup_steps: WarmupSteps
    decay_ends: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=MOST)], ...],
        Meta(
            min_length=1,
            max_length=64,
            description="The steps at which a decay is done, in order.",
            examples=[(50, 100)],
            extra={"unit": "steps"},
        ),
    ]
    decay_steps: Annotated[
        int,
        Meta(ge=1, le=MOST, description="Steps of each decay.", examples=[10], extra={"scale": "log", "unit": "steps"}),
    ]
    min_ratio: Annotated[
        float,
        Meta(
            gt=0, le=1, description="What is left after a decay, as a share of the rate.", extra={"slider": (0.01, 1)}
        ),
    ] = 0.1

    def check(self) -> None:
        if any(after <= before for before, after in pairwise(self.decay_ends)):
            raise self.refuse("decay_ends", say("a list in which each is after the one before"))

    def scaled(self, ratio: float) -> Self:
        decay = rescaled(self.decay_steps, ratio)
        warmup, ends = rescaled(self.warmup_steps, ratio), rescaled_apart(self.decay_ends, ratio)
        return replace(self, warmup_steps=warmup, decay_ends=ends, decay_steps=decay)

    def pieces(self) -> tuple[Piece, ...]:
        cycles = (
            (
                Piece("1.0", until=f"{end} - decay_steps"),
                Piece(f"1 / (1 + (1 / min_ratio - 1) * (t - ({end} - decay_steps)) / decay_steps)", until=f"{end}"),
            )
            for end in self.decay_ends
        )
        return (
            Piece("t / max(1, warmup_steps)", until="warmup_steps"),
            *(piece for cycle in cycles for piece in cycle),
            Piece("min_ratio"),
        )
