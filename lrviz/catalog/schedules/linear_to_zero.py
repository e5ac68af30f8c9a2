"""LinearToZero: straight down to zero, which beats a floor (D2Z, Bergsma et al., arXiv 2502.15938)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe, WarmupSteps
from lrviz.catalog.schedule import MOST


class LinearToZero(Recipe, frozen=True):
    """Climbs straight in warmup_steps and falls straight to final_ratio of the rate at total_steps, and stays there.

    A final_ratio of 0 is the paper's D2Z; 0.1 is the tenfold decay it is compared with. The first update runs at a rate
    of 0.

    Formula:
        p = min(1, (t - warmup_steps) / (total_steps - warmup_steps))
        rate = lr * t / warmup_steps if t < warmup_steps else lr * (1 - (1 - final_ratio) * p)
    When: the length of the run is known and nothing speaks against it: the best of all shapes by the bound. A model of
        610M parameters reached on 80 tokens a parameter what a decay to a tenth needed 200 for.
    Mistake: stopping before total_steps: what a straight decay gains comes at its very end (LR120).

    >>> import numpy as np
    >>> LinearToZero(2, 6).at(np.arange(8), lr=1.0)
    array([0.  , 0.5 , 1.  , 0.75, 0.5 , 0.25, 0.  , 0.  ])
    """

    origin: ClassVar[str] = (
        "Bergsma et al. 2025, Straight to zero: why linearly decaying the learning rate to zero works best for LLMs, "
        "arXiv 2502.15938"
    )
    target: ClassVar[str] = TARGET

    warmup_steps: WarmupSteps
    total_steps: Annotated[
        int,
        Meta(
            ge=1, le=MOST, description="Steps until the end.", examples=[100], extra={"scale": "log", "unit": "steps"}
        ),
    ]
    final_ratio: Annotated[
        float, Meta(ge=0, le=1, description="The last rate, as a share of the rate.", extra={"slider": (0, 1)})
    ] = 0.0

    def pieces(self) -> tuple[Piece, ...]:
        done = "(t - warmup_steps) / max(1, total_steps - warmup_steps)"
        return (
            Piece("t / max(1, warmup_steps)", until="warmup_steps"),
            Piece(f"1 - (1 - final_ratio) * ({done})", until="total_steps"),
            Piece("final_ratio"),
        )
