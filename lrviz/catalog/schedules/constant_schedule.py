"""ConstantSchedule: the optimizer's rate, at every step."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.recipe import TARGET, Piece, Recipe


class ConstantSchedule(Recipe, frozen=True):
    """Leaves the rate as it is.

    Formula: rate = lr
    When: a run to compare with, or one whose rate something else sets.
    Mistake: leaving it at that: over 24 000 steps the bound of a constant rate is 3.42, of a straight decay 2.00.

    >>> import numpy as np
    >>> ConstantSchedule().at(np.arange(3), lr=0.5)
    array([0.5, 0.5, 0.5])
    """

    origin: ClassVar[str] = "transformers.get_constant_schedule"
    target: ClassVar[str] = TARGET

    def pieces(self) -> tuple[Piece, ...]:
        return (Piece("1.0"),)
