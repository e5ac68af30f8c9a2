"""A height field as a mesh of faces, and the same mesh as it lies before the eye, the farthest row first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Axis, Floats, Heights
from lrviz.ui.paint.bands import sampled
from lrviz.ui.paint.projection import RELIEF, Projection

EVEN = 0.5
"""The share of the lines of a mesh that is spread evenly; the others go where heights change most."""
STEEP = 85
"""The percentile of the slopes along a line of the mesh that counts for it: a single spike moves nothing."""


@dataclass(frozen=True, eq=False)
class Mesh:
    """`places` (ny, nx) on the scale of bands at `x` (nx,) and `y` (ny,), NaN in holes, and how steep each face is.

    `slopes` (ny - 1, nx - 1, 2) are in sides of the plane, both ways, smooth even where the heights are known at few
    places.
    """

    x: Floats
    y: Floats
    places: Floats
    slopes: Floats
    bands: int

    def at(self, x: Floats, y: Floats) -> Floats:
        """Give the place on the scale of bands at places on the plane (n,); NaN beyond the mesh and in its holes."""
        columns, rows = np.arange(len(self.x), dtype=np.float64), np.arange(len(self.y), dtype=np.float64)
        column = np.interp(x, self.x, columns, left=np.nan, right=np.nan)
        row = np.interp(y, self.y, rows, left=np.nan, right=np.nan)
        there = np.isfinite(column + row)
        left = np.clip(np.where(there, column, 0).astype(np.intp), 0, len(columns) - 2)
        low = np.clip(np.where(there, row, 0).astype(np.intp), 0, len(rows) - 2)
        across, up = column - left, row - low
        lower = self.places[low, left] * (1 - across) + self.places[low, left + 1] * across
        upper = self.places[low + 1, left] * (1 - across) + self.places[low + 1, left + 1] * across
        return np.asarray(lower * (1 - up) + upper * up)

    @property
    def points(self) -> Floats:
        """The corners in space (ny, nx, 3), heights as shares of the scale."""
        across, up = np.broadcast_arrays(self.x, self.y[:, None])
        return np.stack([across, up, self.places / self.bands], axis=-1)


@dataclass(frozen=True, eq=False)
class Sight:
    """A mesh as it is seen: corners as `pixels` (rows + 1, columns + 1, 2), rows from far to near, columns rightwards.

    No row hides any part of one that follows it. What lies outside the picture is drawn in to its edge; only the second
    of the pixels of a hole is NaN. `places` are the corners', `slopes` the faces', rightwards and away.
    """

    pixels: Floats
    places: Floats
    slopes: Floats


def sight(mesh: Mesh, projection: Projection, rect: QRectF) -> Sight:
    """Turn a mesh towards the eye, by its quarter turns first: then its columns are never more across than 45°."""
    turns = round(projection.turn / 90)
    angle = np.radians(projection.turn)
    turned = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    pixels = projection.pixels(np.nan_to_num(mesh.points))
    pixels[np.isnan(mesh.places), 1] = np.nan
    inside = np.clip(pixels, (rect.left(), rect.top()), (rect.right(), rect.bottom()))  # not every format clips
    return Sight(
        pixels=_quarters(inside, turns),
        places=_quarters(mesh.places, turns),
        slopes=_quarters(mesh.slopes @ turned, turns),
    )


def _quarters(grid: Floats, turns: int) -> Floats:
    """Give what lies on the plane as rows from the top, turned by a quarter against the clock so many times."""
    return np.ascontiguousarray(np.rot90(grid[::-1], turns))


def ranks(mesh: Mesh, projection: Projection, x: Floats, y: Floats) -> Floats:
    """Give in which row, counted from the far end, places on the plane lie: 2.5 is in the middle of the third."""
    quarter = round(projection.turn / 90) % 4
    along, wanted = (mesh.y, y) if quarter in (0, 2) else (mesh.x, x)
    found = np.interp(wanted, along, np.arange(len(along), dtype=np.float64))
    return len(along) - 1 - found if quarter in (0, 1) else found


@lru_cache(maxsize=4)
def mesh(heights: Heights, across: Axis, up: Axis, faces: int, *, faded: bool) -> Mesh:
    """Give the part of heights in sight as a mesh of `faces` each way; what isn't `faded` ends at the last band."""
    bands = len(heights.edges) - 1
    x, y = _lines(heights, across, up, faces)
    places = _softened(sampled(heights, x, y))
    if not faded:
        places = np.minimum(places, bands)
    return Mesh(x, y, places, _slopes(heights, x, y), bands)


def overlap(heights: Heights, across: Axis, up: Axis) -> bool:
    """Say whether any heights lie in the stretch of the plane in sight."""
    stretches = _stretch(heights.x, across), _stretch(heights.y, up)
    known = np.isfinite([across.low, across.high, up.low, up.high]).all()
    return bool(known) and all(first < last for first, last in stretches)


def _softened(places: Floats) -> Floats:
    """Give the middle of each place and those around it: a narrow valley across the mesh would look like a saw."""
    soft = places
    for axis in (0, 1, 0, 1):
        turned = soft.swapaxes(0, axis).copy()
        turned[1:-1] = (turned[:-2] + 2 * turned[1:-1] + turned[2:]) / 4
        soft = turned.swapaxes(0, axis)
    return np.where(np.isnan(soft), places, soft)


def _lines(heights: Heights, across: Axis, up: Axis, faces: int) -> tuple[Floats, Floats]:
    """Give where the lines of a mesh lie: closer together where the heights are steep."""
    x, y = (_stretch(known, axis) for known, axis in ((heights.x, across), (heights.y, up)))
    even = np.linspace(*x, faces + 1), np.linspace(*y, faces + 1)
    rises = sampled(heights, *even) * (faces * RELIEF / (len(heights.edges) - 1))
    return (
        _crowded(even[0], np.abs(np.diff(rises, axis=1)).T),
        _crowded(even[1], np.abs(np.diff(rises, axis=0))),
    )


def _stretch(known: Floats, axis: Axis) -> tuple[float, float]:
    return max(float(known[0]), min(axis.low, axis.high)), min(float(known[-1]), max(axis.low, axis.high))


def _crowded(even: Floats, rises: Floats) -> Floats:
    steep = np.percentile(np.nan_to_num(rises), STEEP, axis=1)
    long = np.hypot(1.0, steep)
    share = EVEN / len(long) + (1 - EVEN) * long / long.sum()
    return np.interp(np.linspace(0, 1, len(even)), np.concatenate([[0.0], np.cumsum(share)]), even)


def _slopes(heights: Heights, x: Floats, y: Floats) -> Floats:
    """Give how steep the middle of each face is, over as far as the heights themselves are apart."""
    unit = max(x[-1] - x[0], y[-1] - y[0]) or 1.0
    across, up = (line[:-1] + np.diff(line) / 2 for line in (x, y))
    reach_x, reach_y = (
        max(np.median(np.diff(known)), (line[-1] - line[0]) / len(line)) / 2
        for known, line in ((heights.x, x), (heights.y, y))
    )
    left, right = np.maximum(across - reach_x, x[0]), np.minimum(across + reach_x, x[-1])
    low, high = np.maximum(up - reach_y, y[0]), np.minimum(up + reach_y, y[-1])
    rightwards = (sampled(heights, right, up) - sampled(heights, left, up)) / (right - left)
    upwards = (sampled(heights, across, high) - sampled(heights, across, low)) / (high - low)[:, None]
    side = unit * RELIEF / (len(heights.edges) - 1)
    return np.asarray(np.nan_to_num(np.stack([rightwards, upwards], axis=-1)) * side)
