"""Ackley: a funnel with many small hollows."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.surface import TARGET, Area, Start, Surface

FORMULA = "20 + e - 20 * exp(-0.2 * sqrt(0.5 * (x**2 + y**2) + 1e-30)) - exp(0.5 * (cos(2 * pi * x) + cos(2 * pi * y)))"


class Ackley(Surface, frozen=True):
    """A funnel with a hollow in each unit of it; only the one in the middle, (0, 0), reaches 0.

    The root holds 1e-30 more, so that it has a slope at 0.

    Formula: height = 20 + e - 20 * exp(-sqrt((x ** 2 + y ** 2) / 2) / 5) - exp((cos(2 * pi * x) + cos(2 * pi * y)) / 2)
    When: does time at a high rate carry a run over barriers, and a low one settle it?
    Mistake: no noise: then no schedule leaves the hollow it falls into.
    Source: Ackley 1987, A connectionist machine for genetic hillclimbing, doi 10.1007/978-1-4613-1997-9
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-8.0, 8.0, -8.0, 8.0)
    start: Start = (7.0, 6.0)

    @property
    def formula(self) -> str:
        return FORMULA
