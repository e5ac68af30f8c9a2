"""ConstantSchedule: the optimizer's rate, at every step."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.recipe import TARGET, Piece, Recipe


class ConstantSchedule(Recipe, frozen=True):
    """Leaves the rate as it is.

    >>> import numpy as np
    >>> ConstantSchedule().at(np.arange(3), lr=0.5)
    array([0.5, 0.5, 0.5])
    """

    origin: ClassVar[str] = "transformers.get_constant_schedule"
    target: ClassVar[str] = TARGET

    def pieces(self) -> tuple[Piece, ...]:
        return (Piece("1.0"),)
