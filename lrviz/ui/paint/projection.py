"""From places in space to pixels: how a surface that is turned towards the eye is seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Axis, Floats, Turn

RELIEF = 0.45
"""How high the scale of heights stands, in longer sides of the plane."""
MARGIN = 6.0
"""Pixels left free around a surface that isn't enlarged."""


@dataclass(frozen=True, eq=False)
class Projection:
    """Parallel rays from an eye that looks down on the plane: what is upright stays upright, and nothing shrinks.

    `middle` is the place (x, y, z) seen at the pixel `centre`, `stretch` (3,) how many sides of the plane a unit of
    each is, `side` how many pixels. x and y are the plane's, z is 0 to 1 over the scale of heights. Angles in degrees:
    at elevation 90 and turn 0 the plane is seen as on the map; a positive turn turns it against the clock.
    """

    elevation: float
    turn: float
    middle: tuple[float, float, float]
    stretch: tuple[float, float, float]
    centre: tuple[float, float]
    side: float

    @classmethod
    def of(cls, area: QRectF, x: Axis, y: Axis, turned: Turn) -> Projection:
        """Give the one that shows a stretch of the plane as large as it may be in an area, however it is turned."""
        wide, long = abs(x.high - x.low), abs(y.high - y.low)
        unit = max(wide, long) or 1.0
        across = float(np.hypot(wide, long)) / unit
        rising = np.radians(turned.elevation)
        upright = across * abs(np.sin(rising)) + RELIEF * abs(np.cos(rising))
        free = max(1.0, area.width() - 2 * MARGIN), max(1.0, area.height() - 2 * MARGIN)
        return cls(
            elevation=turned.elevation,
            turn=turned.turn,
            middle=((x.low + x.high) / 2, (y.low + y.high) / 2, 0.5),
            stretch=(1 / unit, 1 / unit, RELIEF),
            centre=(area.center().x(), area.center().y()),
            side=float(min(free[0] / across, free[1] / upright)) * turned.zoom,
        )

    @cached_property
    def axes(self) -> Floats:
        """Give what is right, up and towards the eye, as unit vectors (3, 3) in the plane's directions."""
        turn, rising = np.radians(self.turn), np.radians(self.elevation)
        cos, sin, low, high = np.cos(turn), np.sin(turn), np.cos(rising), np.sin(rising)
        return np.array([[cos, -sin, 0.0], [sin * high, cos * high, low], [-sin * low, -cos * low, high]])

    def pixels(self, points: Floats) -> Floats:
        """Give where points (..., 3) are seen, as pixels (..., 2) right and down."""
        seen = self._sides(points) @ self.axes[:2].T * (self.side, -self.side)
        return np.asarray(seen + self.centre)

    def depth(self, points: Floats) -> Floats:
        """Give how near to the eye points (..., 3) are, in pixels; 0 is the middle, more is nearer."""
        return np.asarray(self._sides(points) @ self.axes[2] * self.side)

    def _sides(self, points: Floats) -> Floats:
        return (np.asarray(points, dtype=np.float64) - self.middle) * self.stretch
