"""Rastrigin: a bowl covered with hollows."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class Rastrigin(Surface, frozen=True):
    """A bowl with a hollow at each whole x and y: x² + y² + amplitude · (2 − cos 2πx − cos 2πy).

    L. A. Rastrigin, Systems of Extremal Control, 1974, where the amplitude is 10.
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
