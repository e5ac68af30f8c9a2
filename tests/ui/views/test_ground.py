"""The Landscape view's figure: where the runs walked, from a landscape and what a person wants to see of it."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.ui.figure import Terrain, Trek, Turn
from lrviz.ui.outlook import Outlook
from lrviz.ui.views.ground import Ground, figure, in_shape, place_at
from tests.ui.landscapes import PLAN, two_basins

AREA = (-2.0, 2.0, -1.5, 1.5)


AS_AT_FIRST = Outlook()


def terrain(outlook: Outlook = AS_AT_FIRST, cursor: int = 7, stale: frozenset[str] = frozenset()) -> Terrain:
    made = figure(PLAN, Ground(two_basins(), AREA, outlook, cursor, stale), "headline", "subline")
    assert made.terrain is not None
    return made.terrain


def test_every_run_walks_from_the_start_to_its_end() -> None:
    shown = terrain()
    assert [trek.name for trek in shown.treks] == ["a", "b"]
    assert shown.start == (0.0, 1.0, "start 3")
    assert [trek.end for trek in shown.treks] == ["1", "1"]
    assert [trek.colour for trek in shown.treks] == [run.colour for run in PLAN.runs]


@pytest.mark.parametrize(("cursor", "at", "off"), [(0, 0, 0.0), (4, 0, 0.0), (5, 1, 0.25), (9, 1, 0.25), (10, 2, 0.0)])
def test_the_cursor_is_on_the_last_place_kept_before_it(cursor: int, at: int, off: float) -> None:
    trek = terrain(cursor=cursor).treks[0]
    assert trek.at == at
    assert trek.off == off


def test_what_is_not_wanted_is_not_drawn() -> None:
    assert terrain(Outlook(paths=False)).treks == ()
    assert terrain(Outlook(paths=False)).start is None
    assert not terrain(Outlook(rings=False)).rings
    bare = terrain(Outlook(values=False)).heights
    assert bare is not None
    assert bare.named == ()
    assert bare.contours
    assert all(trek.shaded for trek in terrain(Outlook(shaded=True)).treks)
    assert terrain(Outlook(turned=Turn(elevation=50))).turned == Turn(elevation=50)


def test_a_run_changed_since_is_stale() -> None:
    assert [trek.stale for trek in terrain(stale=frozenset({"b"})).treks] == [False, True]


def test_a_run_that_is_gone_is_left_out() -> None:
    without = dataclasses.replace(Ground(two_basins(), AREA, Outlook(), 7))
    shown = figure(type(PLAN)(PLAN.problem, PLAN.training, PLAN.runs[:1]), without, "", "")
    assert shown.terrain is not None
    assert [trek.name for trek in shown.terrain.treks] == ["a"]


def test_a_profile_runs_along_its_line() -> None:
    made = figure(PLAN, Ground(two_basins(), AREA, Outlook(line=((-2.0, 0.0), (2.0, 0.0))), 7), "", "")
    plot = made.plots[0]
    line = plot.lines[0]
    assert plot.x.high == pytest.approx(4.0)
    assert line.low[0] == pytest.approx(10.0)
    assert line.low.min() == pytest.approx(1.0, abs=0.05)
    middle = np.interp(2.0, line.x, line.low)
    assert middle == pytest.approx(2.0, abs=0.05)


def test_lines_from_end_to_end_are_panes() -> None:
    landscape = dataclasses.replace(
        two_basins(method="line"), x=np.linspace(-0.25, 1.25, 7), values=np.arange(7.0)[None, :], bent=np.ones((1, 7))
    )
    made = figure(PLAN, Ground(landscape, AREA, Outlook(), 7), "", "")
    assert made.terrain is None
    assert [plot.title for plot in made.plots] == ["a → b"]
    assert [line.name for line in made.plots[0].lines] == ["straight", "trained curve"]


@given(st.floats(0.05, 20), st.floats(-5, 5), st.floats(0.01, 10), st.floats(-5, 5), st.floats(0.01, 10))
def test_an_area_is_widened_to_its_shape_about_its_middle(
    aspect: float, left: float, wide: float, low: float, tall: float
) -> None:
    area = (left, left + wide, low, low + tall)
    shaped = in_shape(area, aspect)
    assert (shaped[1] - shaped[0]) / (shaped[3] - shaped[2]) == pytest.approx(aspect)
    assert shaped[0] <= area[0] + 1e-9
    assert shaped[3] >= area[3] - 1e-9
    assert shaped[0] + shaped[1] == pytest.approx(area[0] + area[1])


def test_a_run_has_no_place_before_its_first() -> None:
    route = dataclasses.replace(two_basins().routes[0], steps=np.array([3, 5, 10]))
    assert place_at(route, 2) is None
    assert place_at(route, 3) == 0


def test_lines_of_which_nothing_is_measured_yet_have_no_panes() -> None:
    landscape = dataclasses.replace(two_basins(method="line", done=0.0), x=np.zeros(0), values=np.zeros((0, 0)))
    assert figure(PLAN, Ground(landscape, AREA, Outlook(), 7), "headline", "").plots == ()


def test_a_trained_curve_that_lies_below_the_straight_line_is_in_sight() -> None:
    x = np.linspace(-0.25, 1.25, 7)
    bent = np.array([[-90.0, 1.0, 0.5, 0.25, 0.5, 1.0, -90.0]])
    landscape = dataclasses.replace(two_basins(method="line"), x=x, values=np.full((1, 7), 3.0), bent=bent)
    (pane,) = figure(PLAN, Ground(landscape, AREA, Outlook(), 7), "", "").plots
    assert 0.0 <= pane.y.low < 0.25  # and nothing beyond the ends is
    assert pane.y.high > 3.0


def test_a_branch_walks_from_where_it_leaves() -> None:
    def trek(cursor: int, stale: frozenset[str] = frozenset()) -> Trek:
        made = figure(PLAN, Ground(two_basins(), AREA, Outlook(), cursor, stale, left={"b": 5}), "", "")
        assert made.terrain is not None
        return made.terrain.treks[1]

    route = two_basins().routes[1]
    first = int(np.searchsorted(route.steps, 5, side="right")) - 1
    assert first > 0
    assert trek(10).forked
    np.testing.assert_array_equal(trek(10).x, route.places[first:, 0])
    assert trek(10).at == len(route.steps) - 1 - first
    assert trek(5).at == 0
    assert trek(4).at is None  # it is still a part of the other
    assert len(trek(10, frozenset({"b"})).x) == len(route.steps)
