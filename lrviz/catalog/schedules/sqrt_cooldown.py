"""SqrtCooldown: a constant rate and a 1 − √ cool-down at its end (Hägele et al., arXiv 2405.18392)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe, WarmupSteps
from lrviz.catalog.schedule import MOST
from lrviz.sentences import say


class SqrtCooldown(Recipe, frozen=True):
    """Climbs straight in warmup_steps, stays, and cools down in the last cooldown_steps of total_steps.

    It falls steeply at first and flattens out. The first update runs at a rate of 0.

    Formula:
        k = total_steps - cooldown_steps
        p = max(0, min(1, (t - k) / cooldown_steps))
        rate = lr * t / warmup_steps if t < warmup_steps else lr * (final_factor + (1 - final_factor) * (1 - sqrt(p)))
    When: the length isn't known when training begins: hold the rate, and cool down over the last 20 % whenever it is to
        end.
    Mistake: judging the run before the cool-down: most of the loss falls in it.

    >>> import numpy as np
    >>> SqrtCooldown(2, 4, 8).at(np.arange(10), lr=1.0).round(3)
    array([0.   , 0.5  , 1.   , 1.   , 1.   , 0.5  , 0.293, 0.134, 0.   ,
           0.   ])
    """

    origin: ClassVar[str] = (
        "Hägele et al. 2024, Scaling laws and compute-optimal training beyond fixed training durations, "
        "arXiv 2405.18392"
    )
    target: ClassVar[str] = TARGET

    warmup_steps: WarmupSteps
    cooldown_steps: Annotated[
        int,
        Meta(ge=0, le=MOST, description="Steps down.", examples=[20], extra={"scale": "log", "unit": "steps"}),
    ]
    total_steps: Annotated[
        int,
        Meta(
            ge=1, le=MOST, description="Steps until the end.", examples=[100], extra={"scale": "log", "unit": "steps"}
        ),
    ]
    final_factor: Annotated[
        float, Meta(ge=0, description="The last rate, as a share of the rate.", extra={"slider": (0, 1)})
    ] = 0.0

    def pieces(self) -> tuple[Piece, ...]:
        done = "(t - (total_steps - cooldown_steps)) / max(1, cooldown_steps)"
        return (
            Piece("t / max(1, warmup_steps)", until="warmup_steps"),
            Piece("1.0", until="total_steps - cooldown_steps"),
            Piece(f"final_factor + (1 - final_factor) * (1 - sqrt({done}))", until="total_steps"),
            Piece("final_factor"),
        )

    def check(self) -> None:
        if self.cooldown_steps > self.total_steps:
            raise self.refuse("cooldown_steps", say("at most total_steps, {total_steps}", total_steps=self.total_steps))
