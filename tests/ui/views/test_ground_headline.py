"""The headline of a landscape: rules like lint rules, each said where it holds and silent where it doesn't."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from lrviz import Experiment, Run
from lrviz.results import Crossing, Landscape, Trace
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views import ground_headline, trust
from lrviz.ui.views.ground_headline import Settled
from lrviz.ui.views.trust import Trust
from tests.ui.landscapes import PLAN, two_basins


def known(landscape: Landscape, plan: Experiment = PLAN) -> Trust:
    found = trust.of(landscape, plan, 4)
    assert found is not None
    return found


def headline(landscape: Landscape, plan: Experiment = PLAN) -> str:
    return ground_headline.of(plan, known(landscape, plan))[0]


def between(values: list[float], landscape: Landscape | None = None) -> Landscape:
    return replace(landscape or two_basins(), crossings=(Crossing("a", "b", np.array(values)),))


def three(*worst: float) -> Landscape:
    """Three runs whose ends are at 1; on the lines a-b, a-c and b-c the loss rises to these values."""
    base = two_basins()
    routes = (*base.routes, replace(base.routes[0], name="c"))
    pairs = (("a", "b"), ("a", "c"), ("b", "c"))
    crossings = tuple(Crossing(*pair, np.array([1.0, top, 1.0])) for pair, top in zip(pairs, worst, strict=True))
    return replace(base, routes=routes, crossings=crossings)


THREE = Experiment.of(Run("a"), Run("b"), Run("c"), steps=10)


def test_a_ridge_parts_two_basins() -> None:
    assert headline(two_basins()) == "a and b end in two different basins; a ridge of 2.00 lies between."
    assert headline(three(1.0, 1.3, 1.5), THREE) == "b and c end in two different basins; a ridge of 1.50 lies between."
    dip = replace(between([0.95, 0.6, 0.9]), what="accuracy")
    low = "Straight from a to b the loss rises by 0.03, to 1.03."
    assert headline(between([1.0, 1.03, 0.9])) == low
    assert headline(dip) == "a and b end in two different basins; accuracy falls to 60\u202f% between."


def test_ridges_everywhere_part_all() -> None:
    text = headline(three(1.4, 1.3, 1.5), THREE)
    assert text == "All three end in basins of their own; the lowest ridge between two of them is 1.30, from a to c."


def test_where_no_line_rises_all_end_in_one_basin() -> None:
    text = headline(between([1.0, 0.95, 1.0]))
    assert text == (
        "a and b end in one basin: nowhere on the straight line between them does the loss rise above 1.00."
    )
    assert headline(three(0.9, 1.0, 1.0), THREE).startswith("All three end in one basin: nowhere on the straight lines")


def test_a_bound_is_rounded_so_that_it_holds() -> None:
    assert "above 1.01." in headline(between([1.0, 1.0041, 1.0]))
    assert "below 94.9\u202f%." in headline(replace(between([0.95, 0.9499, 0.96]), what="accuracy"))


def test_one_line_that_is_not_measured_yet_leaves_it_open() -> None:
    base = three(1.0, 1.0, 1.0)
    text = headline(replace(base, crossings=base.crossings[:2]), THREE)
    assert "basin" not in text


def test_a_bent_way_joins_what_a_line_parts() -> None:
    line = two_basins(method="line")
    joined = replace(line, values=np.array([[1, 2.0, 1]]), bent=np.array([[1, 1.1, 1]]), x=np.array([0, 0.5, 1]))
    assert headline(joined) == (
        "A bent way joins a’s end and b’s with a loss of at most 1.10; the straight line rises to 2.00."
    )
    no_better = replace(joined, bent=np.array([[1, 2.0, 1]]))
    assert headline(no_better) == "a and b end in two different basins; a ridge of 2.00 lies between."


def test_one_run_is_measured_by_the_lowest_point_of_the_plane() -> None:
    alone = replace(two_basins(), routes=two_basins().routes[:1], crossings=())
    plan = Experiment.of(Run("a"), steps=10)
    assert headline(alone, plan) == "a ends at 1.00; no point measured in this plane is lower."
    above = replace(alone, routes=(replace(alone.routes[0], loss=np.array([2.0, 1.8, 1.25])),))
    assert headline(above, plan) == "a ends at 1.25, 0.25 above the lowest point of this plane."
    assert "lowest" not in headline(replace(above, done=0.5), plan)


def test_without_lines_ends_are_compared_where_they_are_apart() -> None:
    base = replace(two_basins(), crossings=())
    worse = replace(base.routes[1], loss=np.array([2.0, 1.8, 1.2]))
    assert (
        headline(replace(base, routes=(base.routes[0], worse))) == "a ends lowest, at a loss of 1.00; b ends at 1.20."
    )
    assert headline(base) == "Training loss over a plane, and the paths that 2 runs walked in 10 updates."


def test_basins_found_by_seeds_come_first() -> None:
    seeds = [Settled("decay-and-stop", 20, 2), Settled("restarts", 20, 17)]
    text, _ = ground_headline.of(PLAN, known(two_basins()), seeds)
    assert text == "17 of 20 seeds of restarts end in the deepest basin found; decay-and-stop 2 of 20."


def test_it_rests_on_the_plane_and_what_is_measured() -> None:
    base = three(1.0, 1.0, 1.0)
    basis = {
        method: ground_headline.of(THREE, known(replace(base, method=method), THREE))[1]
        for method in ("ends", "random", "pca", "hessian", "line")
    }
    assert basis["ends"] == (
        "The plane through the three end points: every end is exact, everything else is a projection."
    )
    assert "90\u202f%" in basis["random"]
    assert "exact only at" in basis["pca"]
    assert "sharpest" in basis["hessian"]
    assert "each point is exact" in basis["line"]
    assert "25\u202f% of the grid is measured." in ground_headline.of(PLAN, known(two_basins(done=0.25)))[1]


def test_before_there_is_a_plane_it_says_what_would_be_shown() -> None:
    assert ground_headline.of(PLAN, None)[0] == "No landscape is measured yet."
    assert ground_headline.of(Experiment(), None)[0] == "No run yet."


def test_the_summary_tells_every_number_of_the_picture() -> None:
    text = ground_headline.summary(PLAN, known(two_basins()))
    for words in ("two different basins", "At step 4:", "a: 1.81 in the plane, 1.81 in truth", "Straight from a to b"):
        assert words in text


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_no_number_that_is_none_gets_into_a_headline(value: float) -> None:
    lost = tuple(replace(route, loss=np.array([2.0, value, value])) for route in two_basins().routes)
    for crossings in ((), (Crossing("a", "b", np.array([value, value, 1.0])),)):
        text = " ".join(ground_headline.of(PLAN, known(replace(two_basins(), routes=lost, crossings=crossings))))
        assert "nan" not in text.lower()
        assert "not a number" not in text


def test_a_run_that_got_lost_lies_in_no_basin_and_parts_none() -> None:
    base = three(1.0, 1e20, 1e20)
    gone = replace(base.routes[2], loss=np.array([2.0, 2.0, 1e20]))
    landscape = replace(base, routes=(*base.routes[:2], gone))
    assert headline(landscape, THREE) == "c ends above its start, at a loss of 10²⁰ from 2.00: it lies in no basin."
    assert [way.ridge for way in known(landscape, THREE).ways] == [False, False, False]
    among = replace(landscape, crossings=(Crossing("a", "b", np.array([1.0, 1.5, 1.0])), *landscape.crossings[1:]))
    assert [way.ridge for way in known(among, THREE).ways] == [True, False, False]
    right = replace(landscape, what="accuracy")
    trace = Trace(np.ones(2), np.ones(2), diverged_at=1)
    found = trust.of(right, THREE, 4, {"c": Raced((trace,), 10)})
    assert found is not None
    assert [run.lost for run in found.runs] == [False, False, True]
    assert ground_headline.of(THREE, found)[0].startswith("c diverged, to an accuracy of")


def test_of_runs_that_never_moved_there_is_no_share() -> None:
    still = replace(two_basins(), explained=-1.0)
    assert math.isnan(known(still).explained)
    assert "<" not in " ".join(ground_headline.of(PLAN, known(still)))
