"""A surface as a landscape: heights and paths worked out on the spot, nothing hidden."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from lrviz import (
    SGD,
    Ackley,
    CosineAnnealingLR,
    Experiment,
    Himmelblau,
    Quadratic,
    RiverValley,
    Rosenbrock,
    Run,
    Walk,
)
from lrviz.basins import basins
from lrviz.catalog.surface import Surface
from lrviz.results import Trace
from lrviz.ui.outlook import Outlook
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views import surface as on_surface
from lrviz.ui.views.ground_headline import Settled
from lrviz.ui.views.panorama import Viewpoint, of_surface

BOWL = Quadratic(condition=20.0)
PLAN = Experiment.of(
    Run("a", optimizer=SGD(lr=0.01)), Run("b", CosineAnnealingLR(3)), problem=Walk(model=BOWL), steps=3
)
WALK = np.array([[-4.0, 1.5], [-2.0, 1.0], [-1.0, 0.0], [0.5, 0.0]])


def raced(*walks: np.ndarray, stale: bool = False) -> Raced:
    traces = tuple(
        Trace(np.ones(3), np.full(3, 0.01), places=walk, slopes=np.diff(walk, axis=0) / -0.01) for walk in walks
    )
    return Raced(traces, 3, stale=stale)


def settled(surface: Surface, walked: dict[str, Raced]) -> tuple[Settled, ...]:
    ended = on_surface.ends(walked)
    found = basins(surface, np.concatenate(list(ended.values())))
    return on_surface.settled(surface, on_surface.hollows(ended, found))


def test_heights_and_paths_are_the_functions_own() -> None:
    found = on_surface.landscape(BOWL, PLAN, {"a": raced(WALK)}, (-5.0, 5.0, -2.0, 2.0))
    x, y = found.x[30], found.y[90]
    assert found.values[90, 30] == pytest.approx(0.5 * (x**2 + 20 * y**2))
    assert found.names == ("a",)
    np.testing.assert_array_equal(found.paths[0], WALK)
    np.testing.assert_allclose(found.path_loss[0], 0.5 * (WALK[:, 0] ** 2 + 20 * WALK[:, 1] ** 2))
    np.testing.assert_allclose(found.routes[0].walked[-1], np.hypot(*np.diff(WALK, axis=0).T).sum())
    np.testing.assert_allclose(found.routes[0].sharpness, 20.0, rtol=1e-6)
    assert found.explained == 1
    assert not found.off_plane[0].any()


def test_two_ends_are_joined_by_the_heights_between_them() -> None:
    other = WALK * [-1, 1]
    found = on_surface.landscape(BOWL, PLAN, {"a": raced(WALK), "b": raced(other)}, (-5.0, 5.0, -2.0, 2.0))
    crossing = found.crossings[0]
    assert (crossing.first, crossing.second) == ("a", "b")
    assert crossing.values[0] == pytest.approx(0.5 * 0.5**2)
    assert crossing.values.min() == pytest.approx(0.0)


def test_all_that_is_near_is_in_sight_and_a_walk_that_runs_away_is_not() -> None:
    far = np.array([[-4.0, 1.5], [50.0, 1.0], [9000.0, 0.0], [np.inf, np.nan]])
    left, right, _, high = on_surface.area_of(BOWL, BOWL.start, {"a": raced(WALK), "b": raced(far)})
    domain = BOWL.domain
    assert left <= min(domain[0], -4.0)
    assert high >= max(domain[3], 1.5)
    assert right < 50


def test_the_other_seeds_are_a_cloud_at_the_cursor() -> None:
    seeds = {"a": raced(WALK, WALK + 1, WALK + 2), "b": raced(WALK)}
    found = on_surface.clouds(seeds, 2)
    assert set(found) == {"a"}
    np.testing.assert_array_equal(found["a"], [WALK[2] + 1, WALK[2] + 2])


def test_an_updates_arrows_add_up() -> None:
    walked = {"a": raced(WALK), "b": raced(WALK, stale=True)}
    found = on_surface.arrows(PLAN, walked, PLAN.runs, 1)
    parts = {arrow.kind: np.array([arrow.dx, arrow.dy]) for arrow in found}
    assert {(arrow.x, arrow.y) for arrow in found} == {(-2.0, 1.0)}
    np.testing.assert_allclose(parts["update"], WALK[2] - WALK[1])
    np.testing.assert_allclose(parts["gradient"] + parts.get("momentum", 0), parts["update"])
    assert on_surface.arrows(PLAN, walked, PLAN.runs, 3) == ()


def test_seeds_are_counted_by_the_basin_they_end_in() -> None:
    middle, beside = np.array([[7.0, 6.0], [0.1, 0.1]]), np.array([[7.0, 6.0], [5.0, 5.0]])
    ended = on_surface.ends({"a": raced(middle, middle, beside), "b": raced(beside, beside)})
    found = on_surface.hollows(ended, basins(Ackley(), np.concatenate(list(ended.values()))))
    assert [hollow.seeds for hollow in found] == [(("a", 2, 3), ("b", 0, 2)), (("a", 1, 3), ("b", 2, 2))]
    assert found[0].place == pytest.approx((0.0, 0.0), abs=1e-6)
    assert on_surface.settled(Ackley(), found) == (Settled("a", 3, 2), Settled("b", 2, 0))
    level = dataclasses.replace(found[1], height=found[0].height)
    assert on_surface.settled(Ackley(), (found[0], level)) == ()
    all_in_one = dataclasses.replace(found[0], seeds=(("a", 3, 3),))
    assert on_surface.settled(Ackley(), (all_in_one,)) == ()
    assert on_surface.hollows(ended, None) == ()
    running = dataclasses.replace(raced(middle, beside), running=True)
    assert on_surface.ends({"a": running, "b": raced(WALK, stale=True)}) == {}


def test_the_panorama_says_what_was_reached_and_follows_a_race() -> None:
    view = Viewpoint(cursor=2, aspect=1.5, outlook=Outlook(arrows=True))
    before = of_surface(PLAN, BOWL, {}, view)
    assert before.trust is None
    assert before.figure.terrain is not None
    assert before.figure.terrain.start is not None
    after = of_surface(PLAN, BOWL, {"a": raced(WALK), "b": raced(WALK * 0.5)}, view)
    assert after.trust is not None
    terrain = after.figure.terrain
    assert terrain is not None
    assert [trek.at for trek in terrain.treks] == [3, 3]
    assert (terrain.x.high - terrain.x.low) / (terrain.y.high - terrain.y.low) == pytest.approx(1.5)
    assert any(char.isdigit() for char in after.figure.headline)


def test_nothing_is_said_of_runs_that_have_changed_but_that() -> None:
    view = Viewpoint(cursor=2, aspect=1.5)
    both = of_surface(PLAN, BOWL, {"a": raced(WALK), "b": raced(WALK * 0.1, stale=True)}, view).figure
    assert "b ends" not in both.headline
    assert both.subline.startswith("b changed since this race.")
    none = of_surface(PLAN, BOWL, {"a": raced(WALK, stale=True)}, view)
    assert none.figure.headline == "Nobody has walked here yet."
    assert none.figure.subline.startswith("a changed since this race.")
    assert none.trust is not None  # the panel stays where it is while the start is dragged


def test_the_panel_tells_of_the_place_that_is_marked() -> None:
    found = of_surface(PLAN, BOWL, {"a": raced(WALK)}, Viewpoint(cursor=1, aspect=1.5, outlook=Outlook(arrows=True)))
    terrain = found.figure.terrain
    assert terrain is not None
    assert found.trust is not None
    [trek] = terrain.treks
    assert trek.at is not None
    assert found.trust.runs[0].true == trek.z[trek.at] == pytest.approx(12.0)
    assert {(arrow.x, arrow.y) for arrow in terrain.arrows} == {(trek.x[trek.at], trek.y[trek.at])}


def test_a_surface_that_is_no_number_everywhere_is_drawn_where_it_is() -> None:
    view = Viewpoint(cursor=0, aspect=1.0, area=(-1e6, 1e6, -1e6, 1e6))
    found = of_surface(Experiment.of(Run("a"), problem=Walk(model=Himmelblau()), steps=3), Himmelblau(), {}, view)
    assert found.figure.terrain is not None
    assert found.figure.terrain.heights is not None


def test_minima_equally_deep_are_all_the_deepest_and_where_there_is_none_nothing_is_said() -> None:
    here, there = np.array([[0.0, 0.0], [3.1, 2.1]]), np.array([[0.0, 0.0], [-2.9, 3.0]])  # Himmelblau's are all at 0
    assert settled(Himmelblau(), {"a": raced(here, here), "b": raced(there, here)}) == ()
    away = np.array([[0.0, 1.0], [2.0, 0.0]])  # a river runs on for ever
    assert settled(RiverValley(), {"a": raced(away, away)}) == ()


def test_a_bent_valley_is_not_told_as_two_basins() -> None:
    ends = (np.array([[-1.2, 1.0], [-1.0, 1.0]]), np.array([[-1.2, 1.0], [1.0, 1.0]]))
    plan = Experiment.of(Run("a"), Run("b"), problem=Walk(model=Rosenbrock()), steps=3)
    shown = of_surface(plan, Rosenbrock(), {"a": raced(ends[0]), "b": raced(ends[1])}, Viewpoint(2, 1.5))
    assert shown.trust is not None
    assert any(way.ridge for way in shown.trust.ways)
    assert "basin" not in shown.figure.headline
