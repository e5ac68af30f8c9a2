"""REX: a fall that is slow at first and fast at the end (Chen, Wolfe & Kyrillidis, arXiv 2107.04197)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe
from lrviz.catalog.schedule import MOST


class REX(Recipe, frozen=True):
    """Falls to 0 in total_steps as a reflected exponential.

    It stays above the straight line all the way, and at 0 afterwards.

    Formula:
        p = min(1, t / total_steps)
        rate = lr * (1 - p) / (1 / 2 + (1 - p) / 2)
    When: few epochs: it keeps the rate up and still ends at 0.
    Mistake: adding a warm-up in front and keeping total_steps: the end is cut off (LR120).

    >>> import numpy as np
    >>> REX(4).at(np.arange(6), lr=1.0).round(3)
    array([1.   , 0.857, 0.667, 0.4  , 0.   , 0.   ])
    """

    origin: ClassVar[str] = (
        "Chen et al. 2021, REX: Revisiting budgeted training with an improved schedule, arXiv 2107.04197"
    )
    target: ClassVar[str] = TARGET

    total_steps: Annotated[
        int,
        Meta(ge=1, le=MOST, description="Steps until 0.", examples=[100], extra={"scale": "log", "unit": "steps"}),
    ]

    def pieces(self) -> tuple[Piece, ...]:
        left = "(1 - t / total_steps)"
        return Piece(f"{left} / (0.5 + 0.5 * {left})", until="total_steps"), Piece("0.0")
