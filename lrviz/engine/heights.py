"""Heights: what is measured at many places of a plane through weight space."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray

from lrviz.engine.measure import Measure
from lrviz.engine.plane import Plane

Floats = NDArray[np.float64]
Heights = Callable[[Floats, Floats], NDArray[np.float32]]
"""Gives the values (k,) at places x (k,) and y (k,) of a plane, in their order; its time is linear in k."""


def heights(measure: Measure, plane: Plane) -> Heights:
    """Get ready to measure places of a plane, whose rows lie on the measure's device."""
    row = torch.empty_like(plane.origin)

    def at(x: Floats, y: Floats) -> NDArray[np.float32]:
        values = np.empty(len(x), dtype=np.float32)
        for place, (across, up) in enumerate(zip(x.tolist(), y.tolist(), strict=True)):
            torch.add(plane.origin, plane.across, alpha=across, out=row)
            values[place] = measure.at(row.add_(plane.up, alpha=up))
        return values

    return at
