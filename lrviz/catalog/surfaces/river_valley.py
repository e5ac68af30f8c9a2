"""RiverValley: a river between steep walls."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class RiverValley(Surface, frozen=True):
    """A river between steep walls that winds and gently falls.

    A picture of training: a high rate carries far along the river, bouncing off the walls, and only a decay settles
    down to it. The formula is lrviz's own. The river never ends.

    Formula: height = wall * (y - bend * sin(x)) ** 2 / 2 - fall * x
    When: why warm-up, hold and decay works: the hold travels, the decay descends.
    Mistake: judging a run before its decay: high on the walls it may be farthest along the river.
    Source: Wen et al. 2024, Understanding warmup-stable-decay learning rates: a river valley loss landscape
        perspective, arXiv 2410.05192
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-1.0, 9.0, -2.5, 2.5)

    wall: Annotated[
        float,
        Meta(
            ge=0,
            le=1e6,
            description="How steep the walls are, as a curvature.",
            extra={"scale": "log", "slider": (1, 1000)},
        ),
    ] = 20.0
    bend: Annotated[
        float, Meta(ge=-10, le=10, description="How far the river swings to each side.", extra={"slider": (0, 2)})
    ] = 0.7
    fall: Annotated[
        float, Meta(ge=0, le=100, description="How much the river falls per unit of x.", extra={"slider": (0, 2)})
    ] = 0.3
    start: Start = (0.0, 1.5)

    @property
    def formula(self) -> str:
        return f"0.5 * {self.wall!r} * (y - {self.bend!r} * sin(x))**2 - {self.fall!r} * x"
