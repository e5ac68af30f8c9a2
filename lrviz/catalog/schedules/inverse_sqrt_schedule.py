"""InverseSqrtSchedule: up to the rate, and down as one over the root of the step (Zhai et al., arXiv 2106.04560)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog.recipe import TARGET, Piece, Recipe, WarmupSteps
from lrviz.catalog.schedule import MOST

TIMESCALE = 10_000
"""What stands for a timescale where neither it nor a warm-up is given."""


class InverseSqrtSchedule(Recipe, frozen=True):
    """Climbs straight from 0 in num_warmup_steps, then falls as one over the root of the step.

    Without a timescale it is num_warmup_steps, or 10 000 where that is 0. It never ends.

    Formula:
        rate = (
            lr * t / num_warmup_steps if t < num_warmup_steps
            else lr / sqrt(1 + (t - num_warmup_steps) / timescale)
        )
    When: the length of the run isn't known: it can be stopped anywhere, and cooled down from there.
    Mistake: calling it done where it stops: at ten times the warm-up the rate is still a third of the peak (LR120).

    >>> import numpy as np
    >>> InverseSqrtSchedule(2).at(np.array([0, 1, 2, 8, 18]), lr=1.0).round(3)
    array([0.   , 0.5  , 1.   , 0.5  , 0.333])
    """

    origin: ClassVar[str] = "transformers.get_inverse_sqrt_schedule"
    target: ClassVar[str] = TARGET

    num_warmup_steps: WarmupSteps
    timescale: (
        Annotated[
            int,
            Meta(
                ge=1,
                le=MOST,
                description="Steps after which the fall has made the rate 1/√2 as high.",
                extra={"scale": "log", "unit": "steps", "none": "the warm-up"},
            ),
        ]
        | None
    ) = None

    def names(self) -> dict[str, float]:
        timescale = self.num_warmup_steps or TIMESCALE if self.timescale is None else self.timescale
        return {"num_warmup_steps": self.num_warmup_steps, "timescale": timescale}

    def pieces(self) -> tuple[Piece, ...]:
        return (
            Piece("t / max(1, num_warmup_steps)", until="num_warmup_steps"),
            Piece("1.0 / sqrt((t + (timescale - num_warmup_steps)) / timescale)"),
        )

    def scaled(self, ratio: float) -> Self:
        said = self if self.num_warmup_steps or self.timescale else replace(self, timescale=TIMESCALE)
        return super(InverseSqrtSchedule, said).scaled(ratio)
