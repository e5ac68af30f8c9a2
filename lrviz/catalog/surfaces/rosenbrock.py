"""Rosenbrock: a long bent valley."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class Rosenbrock(Surface, frozen=True):
    """A bent valley: easily found, and long to walk to its lowest place, (1, 1).

    b is 100 where it was first described.

    Formula: height = (1 - x) ** 2 + b * (y - x ** 2) ** 2
    When: distance against calm: at a low rate every decay loses to a constant one, 20 of 20, for it stops on the way.
    Mistake: taking that for a rule: at three times the rate and ten times the noise the cosine wins, 18 of 20.
    Source: Rosenbrock 1960, An automatic method for finding the greatest or least value of a function, doi
        10.1093/comjnl/3.3.175
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
