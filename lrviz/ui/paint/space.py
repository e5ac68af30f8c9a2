"""A terrain laid out in space: where its places are seen, and which of them are behind something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Arrow, Axis, Floats, Terrain, Trek, Turn
from lrviz.ui.paint.bands import drawable, scaled
from lrviz.ui.paint.faces import FADE
from lrviz.ui.paint.horizon import Horizon, horizon
from lrviz.ui.paint.layout import Map
from lrviz.ui.paint.mesh import Mesh, Sight, mesh, overlap, ranks, sight
from lrviz.ui.paint.projection import Projection

FINE, COARSE = 72, 32
"""Faces each way, at rest and while something moves."""
NEAR = 1.5
"""Enlarged by this there are twice as many; about as many of them are in the picture."""
LIFT = 0.03
"""How far above the ground paths run, as a share of the scale of heights."""


@dataclass(frozen=True, eq=False)
class Space:
    """A terrain seen in a rectangle of pixels, of `faces` each way; its paths are `stroke` times thicker than usual."""

    terrain: Terrain
    rect: QRectF
    times: float
    faces: int = FINE
    stroke: float = 1.0

    @cached_property
    def projection(self) -> Projection:
        """How places become pixels."""
        return Projection.of(self.rect, self.terrain.x, self.terrain.y, self.terrain.turned or Turn())

    @cached_property
    def mesh(self) -> Mesh | None:
        """The heights in sight; None where there are none."""
        terrain, turned = self.terrain, self.terrain.turned or Turn()
        if not drawable(terrain.heights) or not overlap(terrain.heights, terrain.x, terrain.y):
            return None
        faces = self.faces * (2 if turned.zoom >= NEAR else 1)
        return mesh(terrain.heights, terrain.x, terrain.y, faces, faded=turned.faded)

    @cached_property
    def sight(self) -> Sight | None:
        """The heights as they are seen."""
        return None if self.mesh is None else sight(self.mesh, self.projection, self.rect)

    @cached_property
    def horizon(self) -> Horizon | None:
        """What the heights hide."""
        if self.mesh is None or self.sight is None:
            return None
        return horizon(self.sight, self.rect, self.mesh.bands + FADE / 2)

    @cached_property
    def tracks(self) -> list[tuple[Floats, NDArray[np.bool_]]]:
        """Where the places of each path are seen, in pixels (n, 2), and which of them are behind the ground (n,)."""
        return [
            (lifted(self, trek.x, trek.y), self.hides(on_ground(self, trek.x, trek.y), trek.x, trek.y))
            for trek in self.terrain.treks
        ]

    def ground(self, x: Floats, y: Floats) -> Floats:
        """Give how high the ground is at places on the plane (n,), as shares of the scale; NaN where there is none."""
        if self.mesh is None:
            return np.where(np.isfinite(x + y), 0.0, np.nan)
        return self.mesh.at(x, y) / self.mesh.bands

    def pixels(self, x: Floats, y: Floats, z: Floats) -> Floats:
        """Give where places in space (n,) are seen, in pixels (n, 2)."""
        return self.projection.pixels(np.column_stack([x, y, z]))

    def hides(self, seen: Floats, x: Floats, y: Floats) -> NDArray[np.bool_]:
        """Say which places on the ground (n,) are behind nearer ground, where it is known where they are seen."""
        if self.mesh is None or self.horizon is None:
            return np.zeros(len(x), dtype=bool)
        return self.horizon.hides(seen, ranks(self.mesh, self.projection, x, y))


def flattened(space: Space, many: int) -> Map:
    """Give what lies on the ground as a map of the picture itself: its places are pixels, up is positive.

    A path is drawn through at most so `many` points. What of it is hidden is left out, but for its end and its place
    at the cursor.
    """
    terrain, rect = space.terrain, space.rect
    flat = replace(
        terrain,
        x=Axis(rect.left(), rect.right()),
        y=Axis(-rect.bottom(), -rect.top()),
        treks=tuple(_trek(space, trek, *track) for trek, track in zip(terrain.treks, space.tracks, strict=True)),
        start=_start(space),
        arrows=tuple(_arrow(space, arrow) for arrow in terrain.arrows),
        line=None,
        rings=False,
        turned=None,
    )
    return Map(flat, rect, space.times, many, space.stroke)


def on_ground(space: Space, x: Floats, y: Floats) -> Floats:
    """Give where the ground at places (n,) is seen, in pixels (n, 2); NaN where there is none."""
    return space.pixels(x, y, space.ground(x, y))


def lifted(space: Space, x: Floats, y: Floats) -> Floats:
    """Give where what lies on the ground at places (n,) is seen, in pixels (n, 2); NaN where there is no ground."""
    return space.pixels(x, y, space.ground(x, y) + LIFT)


def stem(space: Space, trek: Trek) -> Floats | None:
    """Give the line (2, 2), in pixels, from the ground under a run at the cursor to how high it truly is."""
    heights = space.terrain.heights
    if trek.at is None or not len(trek.x) or not drawable(heights):
        return None
    here = slice(max(0, min(trek.at, len(trek.x) - 1)), None)
    x, y, z = (values[here][:1] for values in (trek.x, trek.y, trek.z))
    true = scaled(heights, z) / (len(heights.edges) - 1)
    ends = np.concatenate([lifted(space, x, y), space.pixels(x, y, true + LIFT)])
    return ends if np.isfinite(ends).all() else None


def _trek(space: Space, trek: Trek, seen: Floats, behind: NDArray[np.bool_]) -> Trek:
    left_out = behind.copy()
    left_out[np.flatnonzero(np.isfinite(seen).all(axis=1))[-1:]] = False
    if trek.at is not None and len(left_out):
        left_out[max(0, min(trek.at, len(left_out) - 1))] = False
    x, y = np.where(left_out[:, None], np.nan, seen * (1, -1)).T
    cloud = None if trek.cloud is None else lifted(space, *trek.cloud.T) * (1, -1)
    return replace(trek, x=x, y=y, cloud=cloud)


def _start(space: Space) -> tuple[float, float, str] | None:
    start = space.terrain.start
    if start is None:
        return None
    across, down = lifted(space, np.array(start[:1]), np.array(start[1:2]))[0].tolist()
    return (across, -down, start[2]) if np.isfinite(across + down) else None


def _arrow(space: Space, arrow: Arrow) -> Arrow:
    x, y = np.array([arrow.x, arrow.x + arrow.dx]), np.array([arrow.y, arrow.y + arrow.dy])
    (x0, y0), (x1, y1) = (lifted(space, x, y) * (1, -1)).tolist()
    return replace(arrow, x=x0, y=y0, dx=x1 - x0, dy=y1 - y0)
