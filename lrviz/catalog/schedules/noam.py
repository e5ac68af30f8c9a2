"""Noam: the schedule of the Transformer (Vaswani et al. 2017, arXiv 1706.03762), named after one of its authors."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog.recipe import TARGET, Piece, Recipe
from lrviz.catalog.schedule import MOST


class Noam(Recipe, frozen=True):
    """Climbs straight for warmup_steps, then falls as one over the root of the step, all in units of 1 / √d_model.

    The paper counts from 1, hence the s. There the optimizer's rate is 1: the highest rate is lr / √(d_model ·
    warmup_steps).

    Formula:
        s = t + 1
        rate = lr * d_model ** (-1 / 2) * min(s ** (-1 / 2), s * warmup_steps ** (-3 / 2))
    When: reproducing the first transformer, or one trained after it.
    Mistake: an lr of 1e-3 before it: the optimizer's rate is only a factor here, and 1 in the paper. The peak of 512
        and 4 000 is 0.0007.

    >>> import numpy as np
    >>> Noam(d_model=4, warmup_steps=4).at(np.array([0, 1, 3, 15]), lr=1.0)
    array([0.0625, 0.125 , 0.25  , 0.125 ])
    """

    origin: ClassVar[str] = "Vaswani et al. 2017, Attention is all you need, arXiv 1706.03762, equation 3"
    target: ClassVar[str] = TARGET

    d_model: Annotated[
        int,
        Meta(
            ge=1,
            le=MOST,
            description="Width of the model.",
            examples=[512],
            extra={"slider": (64, 16384), "scale": "log"},
        ),
    ]
    warmup_steps: Annotated[
        int,
        Meta(
            ge=1,
            le=MOST,
            description="Steps up to the highest rate.",
            examples=[10],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]

    @classmethod
    def fitted(cls, steps: int, lr: float) -> Self:  # noqa: ARG003 - the model’s width says how high it is
        return cls(512, max(1, round(steps / 10)))

    def scaled(self, ratio: float) -> Self:
        small = super().scaled(ratio)
        width = round(self.d_model * self.warmup_steps / small.warmup_steps)  # so that the highest rate stays
        return replace(small, d_model=min(MOST, max(1, width)))

    def pieces(self) -> tuple[Piece, ...]:
        return (
            Piece("d_model ** -0.5 * ((t + 1) * warmup_steps ** -1.5)", until="warmup_steps"),
            Piece("d_model ** -0.5 / sqrt(t + 1)"),
        )
