"""Which row is in front and what hides what, against every point of a surface looked at one by one."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Axis, Floats, Heights, Terrain, Turn
from lrviz.ui.paint.mesh import ranks
from lrviz.ui.paint.space import LIFT, Space, flattened, lifted, on_ground

RECT = QRectF(0, 0, 500, 400)
TURNS = (-32.0, 10.0, 45.0, 80.0, 135.0, 200.0, 250.0, 310.0)
MANY = 300


def hills(side: int = 61) -> Heights:
    x, y = np.linspace(-2.0, 2.0, side), np.linspace(-1.5, 1.5, side)
    values = np.sin(3 * x) * np.cos(2.5 * y[:, None]) + 1.0
    return Heights(x, y, values, np.linspace(0.0, 2.0, 27))


def space(turn: float, elevation: float = 25.0, **more: object) -> Space:
    turned = Turn(elevation=elevation, turn=turn, **more)  # type: ignore[arg-type]
    return Space(Terrain(Axis(-2.0, 2.0), Axis(-1.5, 1.5), hills(), turned=turned), RECT, 1.0)


def surface(seen: Space) -> tuple[Floats, Floats, Floats, Floats]:
    """Give many places on the surface: x, y, their pixels and their depths."""
    y, x = (part.ravel() for part in np.mgrid[-1.5 : 1.5 : MANY * 1j, -2 : 2 : MANY * 1j])
    points = np.column_stack([x, y, seen.ground(x, y)])
    return x, y, seen.projection.pixels(points), seen.projection.depth(points)


def rises(seen: Space, x: Floats, y: Floats) -> Floats:
    """Give how far the ground is above the rays from places (n,) to the eye, all along them, as shares of the scale."""
    way = seen.projection.axes[2] / seen.projection.stretch
    gone = np.linspace(0.01, 2.0, 400)[:, None]
    ground = np.array([seen.ground(x + far * way[0], y + far * way[1]) for far in gone])
    return np.asarray(ground - seen.ground(x, y) - gone * way[2])


@pytest.mark.parametrize("turn", TURNS)
def test_no_row_hides_one_that_is_painted_after_it(turn: float) -> None:
    seen = space(turn)
    assert seen.mesh is not None
    x, y, pixels, depth = surface(seen)
    rows = ranks(seen.mesh, seen.projection, x, y)
    cell = np.floor(pixels[:, 0]) * 10_000 + np.floor(pixels[:, 1])
    order = np.lexsort([rows, cell])
    after = (np.diff(cell[order]) == 0) & (np.diff(rows[order]) > 1)
    assert after.sum() > 1000
    assert (np.diff(depth[order])[after] > 0).all()


@pytest.mark.parametrize("turn", TURNS)
def test_rows_come_nearer_and_columns_go_rightwards(turn: float) -> None:
    seen = space(turn, elevation=90.0)
    assert seen.sight is not None
    assert (np.diff(seen.sight.pixels[..., 0], axis=1) > 0).all()
    assert (np.diff(seen.sight.pixels[..., 1], axis=0) > 0).all()


@pytest.mark.parametrize("turn", TURNS)
def test_what_is_hidden_is_what_lies_behind_something(turn: float) -> None:
    seen = space(turn)
    y, x = np.random.default_rng(0).uniform((-1.5, -2.0), (1.5, 2.0), (2000, 2)).T
    above = rises(seen, x, y)
    over, under = (above > 0.02).any(axis=0), (above < -0.02).any(axis=0)
    behind = over & under  # a ray that stays under the ground comes out at its edge
    free = ~(above > -0.005).any(axis=0)
    assert behind.mean() > 0.1
    assert free.mean() > 0.3
    found = seen.hides(on_ground(seen, x, y), x, y)
    assert found[behind].mean() > 0.97
    assert found[free].mean() < 0.02


def test_from_above_nothing_is_hidden() -> None:
    seen = space(33.0, elevation=90.0)
    x, y, pixels, _ = surface(seen)
    assert not seen.hides(pixels, x, y).any()


def test_the_ground_is_where_the_heights_are() -> None:
    seen, x, y = space(0.0), np.array([0.1, -1.3, 5.0]), np.array([0.2, 1.1, 0.0])
    truth = (np.sin(3 * x) * np.cos(2.5 * y) + 1.0) / 2
    ground = seen.ground(x, y)
    np.testing.assert_allclose(ground[:2], truth[:2], atol=0.01)
    assert np.isnan(ground[2])  # beyond the plane


def test_paths_run_a_little_above_the_ground() -> None:
    seen, x, y = space(20.0), np.array([0.3]), np.array([-0.4])
    expected = seen.projection.pixels(np.array([[0.3, -0.4, seen.ground(x, y)[0] + LIFT]]))
    np.testing.assert_allclose(lifted(seen, x, y), expected)


def test_what_is_enlarged_has_more_faces_and_ends_at_the_edge_of_the_picture() -> None:
    near, far = space(20.0, zoom=4.0), space(20.0)
    assert near.mesh is not None
    assert far.mesh is not None
    assert near.mesh.places.size > 3 * far.mesh.places.size
    assert near.sight is not None
    assert near.sight.pixels.min() >= 0
    assert (near.sight.pixels.max(axis=(0, 1)) <= (500, 400)).all()


def test_without_heights_paths_lie_on_a_level_plane() -> None:
    seen = Space(Terrain(Axis(-2.0, 2.0), Axis(-1.5, 1.5), turned=Turn()), RECT, 1.0)
    assert seen.ground(np.array([0.5]), np.array([0.5])).tolist() == [0.0]
    assert flattened(seen, 100).rect == RECT
