"""Heights: what is measured at many places of a plane through weight space."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray

from lrviz.engine.failure import full
from lrviz.engine.layered import Layered, layered
from lrviz.engine.measure import Measure
from lrviz.engine.member import REFUSALS
from lrviz.engine.plane import Plane

Floats = NDArray[np.float64]
Heights = Callable[[Floats, Floats], NDArray[np.float32]]
"""Gives the values (k,) at places x (k,) and y (k,) of a plane, in their order; its time is linear in k."""


def heights(measure: Measure, plane: Plane) -> Heights:
    """Get ready to measure places of a plane, whose rows lie on the measure's device.

    Linear layers with a bend between each two are measured `layered`, all else in place. Values are those of
    `measure.at(plane.at(x, y))` within the rounding of float32, which is that of the terms it sums: far away from the
    plane's origin it is larger. They are given as they are where they aren't finite, NaN where torch refuses. Memory
    doesn't depend on the number of places.
    """
    fast = layered(measure, plane)
    return _in_place(measure, plane) if fast is None else _row_by_row(fast)


def _in_place(measure: Measure, plane: Plane) -> Heights:
    """Write each place's weights into the model."""
    row = torch.empty_like(plane.origin)

    def at(x: Floats, y: Floats) -> NDArray[np.float32]:
        values = np.empty(len(x), dtype=np.float32)
        for place, (across, up) in enumerate(zip(x.tolist(), y.tolist(), strict=True)):
            torch.add(plane.origin, plane.across, alpha=across, out=row)
            values[place] = measure.at(row.add_(plane.up, alpha=up))
        return values

    return at


def _row_by_row(fast: Layered) -> Heights:
    """Measure places of the same y together, whatever the order they are asked for in."""

    def at(x: Floats, y: Floats) -> NDArray[np.float32]:
        order = np.lexsort((x, y))
        values = torch.full((len(x),), math.nan, device=fast.outputs.device)
        row = math.nan
        with torch.inference_mode():
            for place, across, up in zip(values.unbind(), x[order].tolist(), y[order].tolist(), strict=True):
                if up != row:
                    fast.go_to(up)
                    row = up
                try:
                    fast.measure(across, place)
                except REFUSALS as error:
                    if full(error):
                        raise
        found = np.empty(len(x), dtype=np.float32)
        found[order] = values.cpu().numpy()
        return found

    return at
