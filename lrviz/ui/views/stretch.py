"""The stretch of a race that is in sight, and its values as its pixels can show them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lrviz.ui.figure import Axis
from lrviz.ui.units import Measure
from lrviz.ui.views.schedule import step_axis
from lrviz.ui.views.told import Series

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Stretch:
    """The stretch of the race in sight, in the race's own updates; `head` is how far it has come, if not to its end.

    What a miniature races is drawn along the steps of its plan, as in every other view.
    """

    first: float
    last: float
    width: int
    cursor: float | None
    head: int | None
    measure: Measure

    @property
    def unit(self) -> float:
        """How many updates of the race make one of what the axis counts in."""
        return self.measure.updates

    def axis(self) -> Axis:
        """Give the x axis."""
        return step_axis(self.first, self.last, self.measure)


def thinned(x: Floats, y: Floats, stretch: Stretch) -> Series:
    """Leave out values that would share a pixel with another; the last one stays. They lie evenly."""
    apart = x[1] - x[0] if len(x) > 1 else 1.0
    every = int((stretch.last - stretch.first) / stretch.width / apart)
    if every < 2:
        return x, y
    kept = np.arange(len(x) - 1, -1, -every)[::-1]
    return x[kept], y[kept]


def swept(x: Floats, y: Floats, stretch: Stretch) -> tuple[Floats, Floats, Floats]:
    """Give the lowest and highest value in each pixel, where there are several."""
    every = int((stretch.last - stretch.first) / stretch.width)
    if every < 2 or not len(x):
        return x, y, y
    starts = np.arange(0, len(x), every)
    return x[starts], np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
