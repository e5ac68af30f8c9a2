"""Saddle: a saddle between two valleys."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.surface import TARGET, Area, Start, Surface


class Saddle(Surface, frozen=True):
    """A saddle at (0, 0) between two valleys at (0, −1) and (0, 1).

    The gradient is nothing on the saddle itself: how long a walk lingers there depends on noise and on momentum.

    Formula: height = (x ** 2 - y ** 2) / 2 + y ** 4 / 4
    When: what gets a run off a saddle: noise and momentum.
    Mistake: no noise and a start with y = 0: it walks onto the saddle and stays for ever.
    """

    target: ClassVar[str] = TARGET
    domain: ClassVar[Area] = (-2.0, 2.0, -2.0, 2.0)
    start: Start = (-1.5, 0.001)

    @property
    def formula(self) -> str:
        return "0.5 * (x**2 - y**2) + 0.25 * y**4"
