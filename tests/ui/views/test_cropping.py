"""A plane cut to another shape: nothing of a path is lost, and no scale changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from lrviz.ui.showing.film import Walk
from lrviz.ui.views.cropping import cropped
from tests.ui.landscapes import PLAN, two_basins

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(("wide", "tall"), [(300, 100), (100, 300), (133, 100)])
def test_a_plane_keeps_its_scale_and_its_paths_whatever_the_shape(wide: int, tall: int) -> None:
    plane = Walk(PLAN, two_basins())(5).plane
    terrain = cropped(plane, QRectF(0, 0, wide, tall)).terrain
    assert terrain is not None
    assert (terrain.x.high - terrain.x.low) / (terrain.y.high - terrain.y.low) == pytest.approx(wide / tall)
    for trek in terrain.treks:
        assert terrain.x.low < trek.x.min()
        assert trek.x.max() < terrain.x.high
        assert terrain.y.low < trek.y.min()
        assert trek.y.max() < terrain.y.high


def test_a_plane_is_cut_beside_its_paths_rather_than_shown_where_it_is_not_measured() -> None:
    plane = Walk(PLAN, two_basins())(5).plane
    terrain = cropped(plane, QRectF(0, 0, 200, 100)).terrain  # the paths need 2 × 1 of the 4 × 3 there are
    assert terrain is not None
    assert (terrain.x.low, terrain.x.high) == (-2, 2)
    assert terrain.y.high - terrain.y.low == pytest.approx(2)
