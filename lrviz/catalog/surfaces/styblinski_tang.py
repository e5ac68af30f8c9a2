"""StyblinskiTang: four valleys of three depths."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class StyblinskiTang(Surface, frozen=True):
    """Four valleys of three depths, the deepest at (−2.904, −2.904): ½ · (x⁴ − 16x² + 5x + y⁴ − 16y² + 5y).

    M. A. Styblinski and T.-S. Tang, Experiments in nonconvex optimization, 1990.
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-5.0, 5.0, -5.0, 5.0)
    start: Start = (2.7, 2.7)

    @property
    def formula(self) -> str:
        return "0.5 * (x**4 - 16 * x**2 + 5 * x + y**4 - 16 * y**2 + 5 * y)"
