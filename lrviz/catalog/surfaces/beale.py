"""Beale: plains with steep corners."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class Beale(Surface, frozen=True):
    """Plains with steep corners, and one lowest place, (3, ½).

    f = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)². E. M. L. Beale, On an iterative method for finding a
    local minimum of a function of more than one variable, 1958.
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-4.5, 4.5, -4.5, 4.5)
    start: Start = (1.0, 1.0)

    @property
    def formula(self) -> str:
        return "(1.5 - x + x * y)**2 + (2.25 - x + x * y**2)**2 + (2.625 - x + x * y**3)**2"
