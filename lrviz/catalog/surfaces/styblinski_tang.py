"""StyblinskiTang: four valleys of three depths."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class StyblinskiTang(Surface, frozen=True):
    """Four valleys of three depths, the deepest at (−2.904, −2.904).

    Formula: height = (x ** 4 - 16 * x ** 2 + 5 * x + y ** 4 - 16 * y ** 2 + 5 * y) / 2
    When: basins of different depth: does a run find the deepest?
    Mistake: expecting a lowest height of 0: it is −78.33.
    Source: Styblinski and Tang 1990, Experiments in nonconvex optimization, doi 10.1016/0893-6080(90)90029-K
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-5.0, 5.0, -5.0, 5.0)
    start: Start = (2.7, 2.7)

    @property
    def formula(self) -> str:
        return "0.5 * (x**4 - 16 * x**2 + 5 * x + y**4 - 16 * y**2 + 5 * y)"
