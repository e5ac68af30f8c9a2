"""Quadratic: a bowl, longer than wide."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class Quadratic(Surface, frozen=True):
    """A bowl that is steeper along y: the step that y bears is too short for x.

    Gradient descent goes astray beyond a rate of 2 / condition; with its momentum β, of 2 · (1 + β) / condition.

    Formula: height = (x ** 2 + condition * y ** 2) / 2
    When: the limit of a rate is to be seen: at condition 20 a step of 0.1 stays for ever, 0.11 flies off.
    Mistake: a rate chosen for x: y bears 2 / condition at most, with momentum β (1 + β) times that.
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-5.0, 5.0, -2.5, 2.5)

    condition: Annotated[
        float,
        Meta(
            ge=1,
            le=1e6,
            description="How much steeper y is than x: the condition number.",
            extra={"scale": "log", "slider": (1, 1000)},
        ),
    ] = 20.0
    start: Start = (-4.0, 1.5)

    @property
    def formula(self) -> str:
        return f"0.5 * (x**2 + {self.condition!r} * y**2)"
