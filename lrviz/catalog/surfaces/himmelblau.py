"""Himmelblau: four valleys of the same depth."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class Himmelblau(Surface, frozen=True):
    """Four valleys, all of height 0.

    Their lowest places are (3, 2), (−2.805, 3.131), (−3.779, −3.283) and (3.584, −1.848).

    Formula: height = (x ** 2 + y - 11) ** 2 + (x + y ** 2 - 7) ** 2
    When: which valley a run ends in depends on its rate and its noise.
    Mistake: calling one valley better: all four are of height 0.
    Source: Himmelblau 1972, Applied nonlinear programming
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-5.0, 5.0, -5.0, 5.0)
    start: Start = (0.0, 0.0)

    @property
    def formula(self) -> str:
        return "(x**2 + y - 11)**2 + (x + y**2 - 7)**2"
