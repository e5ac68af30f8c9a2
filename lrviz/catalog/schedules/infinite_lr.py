"""InfiniteLR: a rate that training can go on at for ever, and anneal from at any time (arXiv 2403.08763)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe, WarmupSteps
from lrviz.catalog.schedule import MOST

Cooldown = Literal["cosine", "inverse-sqrt"]


class InfiniteLR(Recipe, frozen=True):
    """Climbs straight, cools down to a constant rate, stays at it, and anneals exponentially: four phases in a row.

    The formula has the cosine; an inverse root goes as 1 + (constant_ratio − 1) h(p) / h(1) with h(x) = 1 / √(1 + 10 x)
    − 1 and p the share of cooldown_steps that is done. The first update runs at a rate of 0.

    Formula:
        c = constant_ratio
        k = warmup_steps + cooldown_steps
        n = k + constant_steps
        rate = (
            lr * t / warmup_steps if t < warmup_steps
            else lr * (c + (1 - c) * (1 + cos(pi * (t - warmup_steps) / cooldown_steps)) / 2) if t < k
            else lr * c if t < n
            else lr * c * (min_ratio / c) ** min(1, (t - n) / anneal_steps)
        )
    When: training is to go on whenever new data come: the constant phase can be left, and taken up again, at any step.
    Mistake: resuming from the annealed end instead of from the constant phase: the rate has to climb again, which
        forgets.

    >>> import numpy as np
    >>> InfiniteLR(1, 2, 2, 2, constant_ratio=0.5, min_ratio=0.125).at(np.arange(8), lr=1.0)
    array([0.   , 1.   , 0.75 , 0.5  , 0.5  , 0.5  , 0.25 , 0.125])
    """

    origin: ClassVar[str] = (
        "Ibrahim et al. 2024, Simple and scalable strategies to continually pre-train large language models, "
        "arXiv 2403.08763; Singh et al. 2025, arXiv 2503.02844"
    )
    target: ClassVar[str] = TARGET

    warmup_steps: WarmupSteps
    cooldown_steps: Annotated[
        int,
        Meta(
            ge=0,
            le=MOST,
            description="Steps down to the constant rate.",
            examples=[20],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]
    constant_steps: Annotated[
        int,
        Meta(
            ge=0,
            le=MOST,
            description="Steps at the constant rate.",
            examples=[50],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]
    anneal_steps: Annotated[
        int,
        Meta(ge=0, le=MOST, description="Steps of annealing.", examples=[20], extra={"scale": "log", "unit": "steps"}),
    ]
    constant_ratio: Annotated[
        float, Meta(gt=0, description="The constant rate, as a share of the rate.", extra={"slider": (0.01, 1)})
    ] = 0.55
    min_ratio: Annotated[
        float, Meta(gt=0, description="The last rate, as a share of the rate.", extra={"slider": (0.001, 1)})
    ] = 0.1
    cooldown: Annotated[Cooldown, Meta(description="The way down to the constant rate.")] = "cosine"

    def pieces(self) -> tuple[Piece, ...]:
        cooling = "(t - warmup_steps) / max(1, cooldown_steps)"
        ways: dict[Cooldown, str] = {
            "cosine": f"constant_ratio + (1 - constant_ratio) / 2 * (1 + cos(pi * ({cooling})))",
            "inverse-sqrt": (f"1 + (constant_ratio - 1) / (1 / sqrt(11) - 1) * (1 / sqrt(1 + 10 * ({cooling})) - 1)"),
        }
        annealed = "(t - warmup_steps - cooldown_steps - constant_steps) / max(1, anneal_steps)"
        return (
            Piece("t / max(1, warmup_steps)", until="warmup_steps"),
            Piece(ways[self.cooldown], until="warmup_steps + cooldown_steps"),
            Piece("constant_ratio", until="warmup_steps + cooldown_steps + constant_steps"),
            Piece(
                f"constant_ratio * (min_ratio / constant_ratio) ** ({annealed})",
                until="warmup_steps + cooldown_steps + constant_steps + anneal_steps",
            ),
            Piece("min_ratio"),
        )
