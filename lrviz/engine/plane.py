"""A plane through weight space."""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor


class Plane(NamedTuple):
    """All weights `origin + x · across + y · up`: rows (P,) of float32, in the order of the model's parameters.

    The directions are orthogonal, and of one length where the plane's units are those of the weights.
    """

    origin: Tensor
    across: Tensor
    up: Tensor

    def at(self, x: float, y: float) -> Tensor:
        """Give the weights at a place of the plane, (P,)."""
        return self.origin + x * self.across + y * self.up
