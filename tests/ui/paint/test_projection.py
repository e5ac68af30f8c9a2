from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Axis, Terrain, Turn
from lrviz.ui.paint.layout import Map
from lrviz.ui.paint.projection import Projection

AREA = QRectF(10, 20, 640, 480)
X, Y = Axis(-3.0, 5.0), Axis(1.0, 7.0)
turns = st.builds(Turn, st.floats(5, 90), st.floats(-720, 720))
PLACES = np.random.default_rng(0).uniform((-3, 1, 0), (5, 7, 1), (50, 3))


@given(turn=turns)
def test_what_is_right_up_and_towards_the_eye_are_at_right_angles(turn: Turn) -> None:
    axes = Projection.of(AREA, X, Y, turn).axes
    np.testing.assert_allclose(axes @ axes.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(axes) > 0  # no mirror


@given(turn=turns)
def test_a_full_turn_changes_nothing(turn: Turn) -> None:
    around = replace(turn, turn=turn.turn + 360)
    seen, again = (Projection.of(AREA, X, Y, one) for one in (turn, around))
    np.testing.assert_allclose(seen.pixels(PLACES), again.pixels(PLACES), atol=1e-6)
    np.testing.assert_allclose(seen.depth(PLACES), again.depth(PLACES), atol=1e-6)


def test_from_above_it_is_the_map_on_another_scale() -> None:
    chart = Map(Terrain(X, Y), QRectF(0, 0, 800, 600), 1.0).pixels(*PLACES[:, :2].T)
    seen = Projection.of(AREA, X, Y, Turn(elevation=90.0, turn=0.0)).pixels(PLACES)
    scale = (seen[1] - seen[0]) / (chart[1] - chart[0])
    assert scale[0] > 0
    np.testing.assert_allclose(seen - seen[0], (chart - chart[0]) * scale[0], atol=1e-6)


@given(turn=turns)
def test_the_whole_relief_is_in_the_picture(turn: Turn) -> None:
    corners = np.array([(x, y, z) for x in (-3.0, 5.0) for y in (1.0, 7.0) for z in (0.0, 1.0)])
    seen = Projection.of(AREA, X, Y, turn).pixels(corners)
    assert (seen >= (10, 20)).all()
    assert (seen <= (650, 500)).all()


def test_nearer_is_lower_on_the_plane_and_turned_to_the_right_against_the_clock() -> None:
    middle, east, south = (1.0, 4.0, 0.5), (2.0, 4.0, 0.5), (1.0, 3.0, 0.5)
    ahead = Projection.of(AREA, X, Y, Turn(turn=0.0))
    assert ahead.depth(np.array([south, middle])).tolist()[0] > 1
    quarter = Projection.of(AREA, X, Y, Turn(turn=90.0)).pixels(np.array([middle, east]))
    assert abs(quarter[1, 0] - quarter[0, 0]) < 1e-9
    assert quarter[1, 1] < quarter[0, 1]  # what was right has come to the back


def test_enlarged_it_is_as_many_times_as_large() -> None:
    near, far = (Projection.of(AREA, X, Y, Turn(zoom=zoom)).pixels(PLACES) for zoom in (3.0, 1.0))
    np.testing.assert_allclose(near - (330, 260), 3 * (far - (330, 260)), atol=1e-9)
