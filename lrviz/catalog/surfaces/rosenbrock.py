"""Rosenbrock: a long bent valley."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class Rosenbrock(Surface, frozen=True):
    """A bent valley, (1 − x)² + b · (y − x²)²: easily found, and long to walk to its lowest place, (1, 1).

    H. H. Rosenbrock, An automatic method for finding the greatest or least value of a function, 1960, where b is 100.
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-2.0, 2.0, -1.0, 3.0)

    b: Annotated[
        float,
        Meta(
            ge=0,
            le=1e6,
            description="How steep the valley's walls are.",
            extra={"scale": "log", "slider": (1, 1000)},
        ),
    ] = 10.0
    start: Start = (-1.2, 1.0)

    @property
    def formula(self) -> str:
        return f"(1 - x)**2 + {self.b!r} * (y - x**2)**2"
