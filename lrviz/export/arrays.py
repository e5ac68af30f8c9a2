"""Landscapes as files of arrays: what numpy loads without executing anything."""

from __future__ import annotations

import io
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lrviz.results import Landscape, Route


def npz_of_landscape(landscape: Landscape) -> bytes:
    """Give a landscape as an NPZ file, for `np.load` as it is (no pickle).

    `values` (ny, nx) are at `x` and `y`. The i-th of the runs in `names` was at `path_i` (n, 2) after `steps_i`
    updates, `off_plane_i` away from the plane, had gone `walked_i`, and `path_loss_i` is what is true there;
    `sharpness_i` belongs to `sharpness_steps_i`. Of a line, row k joins the ends of the two runs in `pairs[k]`, and
    `bent` are the values along the trained curves. `ridge_values[k]` lie evenly between the ends of `ridge_runs[k]`.
    """
    parts: dict[str, NDArray[Any]] = {
        "x": landscape.x,
        "y": landscape.y,
        "values": landscape.values,
        "names": np.array(landscape.names, np.str_),
        "method": np.array(landscape.method),
        "what": np.array(landscape.what),
        "axes": np.array(landscape.axes),
        "area": np.array(landscape.area),
        "explained": np.array(landscape.explained),
        "ridge_runs": np.array([(each.first, each.second) for each in landscape.crossings], np.str_).reshape(-1, 2),
        "ridge_values": np.array([each.values for each in landscape.crossings]),
    }
    if landscape.method == "line":
        parts["pairs"] = np.array(landscape.pairs, np.str_).reshape(-1, 2)
    if landscape.bent is not None:
        parts["bent"] = landscape.bent
    own = chain.from_iterable(_of_route(i, route).items() for i, route in enumerate(landscape.routes))
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **parts, **dict(own))
    return file.getvalue()


def _of_route(i: int, route: Route) -> dict[str, NDArray[Any]]:
    return {
        f"steps_{i}": route.steps,
        f"path_{i}": route.places,
        f"off_plane_{i}": route.off,
        f"walked_{i}": route.walked,
        f"path_loss_{i}": route.loss,
        f"sharpness_steps_{i}": route.sharpness_steps,
        f"sharpness_{i}": route.sharpness,
    }
