"""Rastrigin: a bowl covered with hollows."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class Rastrigin(Surface, frozen=True):
    """A bowl with a hollow at each whole x and y.

    The amplitude is 10 where it was first described.

    Formula: height = x ** 2 + y ** 2 + amplitude * (2 - cos(2 * pi * x) - cos(2 * pi * y))
    When: so many hollows that hardly any run gets through: a limit of what a schedule can do.
    Mistake: ranking schedules by it: none reached the middle in more than 11 of 100 runs.
    Source: Rastrigin 1974, Systems of extremal control
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-5.12, 5.12, -5.12, 5.12)

    amplitude: Annotated[
        float, Meta(ge=0, le=1000, description="How deep the hollows are.", extra={"slider": (0, 20)})
    ] = 10.0
    start: Start = (3.3, 2.4)

    @property
    def formula(self) -> str:
        return f"x**2 + y**2 + {self.amplitude!r} * (2 - cos(2 * pi * x) - cos(2 * pi * y))"
