"""Beale: plains with steep corners."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class Beale(Surface, frozen=True):
    """Plains with steep corners, and one lowest place, (3, ½).

    Formula: height = (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2
    When: gradients of very different size: on the plains next to nothing, in the corners thousands.
    Mistake: looking for local minima: there is one lowest place; what holds a run up are the plains.
    Source: Beale 1958, On an iterative method for finding a local minimum of a function of more than one variable
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-4.5, 4.5, -4.5, 4.5)
    start: Start = (1.0, 1.0)

    @property
    def formula(self) -> str:
        return "(1.5 - x + x * y)**2 + (2.25 - x + x * y**2)**2 + (2.625 - x + x * y**3)**2"
