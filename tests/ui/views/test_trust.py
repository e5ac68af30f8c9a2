"""What may be concluded from a landscape: every number is worked out again by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import SGD, Adam, Digits, Experiment, Run
from lrviz.results import Crossing, Landscape
from lrviz.ui.panels.trust_rows import rows
from lrviz.ui.views import trust, trust_words
from lrviz.ui.views.trust import Trust, value_at
from tests.ui.landscapes import PLAN, two_basins


def known(landscape: Landscape | None = None, plan: Experiment = PLAN, cursor: int = 4) -> Trust:
    found = trust.of(landscape or two_basins(), plan, cursor)
    assert found is not None
    return found


def changed(index: int, landscape: Landscape, **fields: object) -> Landscape:
    routes = list(landscape.routes)
    routes[index] = replace(routes[index], **fields)  # type: ignore[arg-type]  # tests name what they change
    return replace(landscape, routes=tuple(routes))


def test_a_run_at_the_cursor_is_where_its_last_kept_update_left_it() -> None:
    a, b = known(cursor=4).runs  # update 4 is the fifth: a place was kept after five
    assert (a.name, a.colour, a.off) == ("a", 0, 0.25)
    assert a.true == pytest.approx(1.8125)
    assert a.here == pytest.approx(1.8125)  # (−0.5, 0.5) is a point of the grid
    assert b.true == a.true
    assert known(cursor=3).runs[0].off == 0.0
    assert known(cursor=9).runs[0].true == pytest.approx(1.0)


@given(x=st.floats(-2, 2), y=st.floats(-1.5, 1.5))
def test_between_points_the_plane_shows_what_is_between_their_values(x: float, y: float) -> None:
    landscape = two_basins()
    plane = replace(landscape, values=2 + 3 * landscape.x[None, :] - landscape.y[:, None])
    assert value_at(plane, x, y) == pytest.approx(2 + 3 * x - y, abs=1e-9)


def test_outside_of_what_is_measured_the_plane_shows_nothing() -> None:
    assert math.isnan(value_at(two_basins(), 2.001, 0))
    assert math.isnan(value_at(two_basins(), 0, -1.6))
    far = changed(0, two_basins(), places=np.full((3, 2), 9.0))
    assert math.isnan(known(far).runs[0].here or 0.0)


def test_what_is_not_measured_yet_is_none_and_not_nought() -> None:
    bare = replace(two_basins(), values=np.zeros((0, 0)), x=np.zeros(0), y=np.zeros(0), done=0.0, crossings=())
    waiting = changed(0, bare, loss=np.full(3, math.nan))
    found = known(waiting)
    assert (found.runs[0].here, found.runs[0].true, found.runs[0].end) == (None, None, None)
    assert found.runs[0].sharpness is None
    assert (found.best, found.ways) == (None, ())
    assert found.runs[0].off == 0.25
    assert trust.of(None, PLAN, 0) is None


def test_curvature_is_the_nearest_measured_against_the_limit_at_the_cursor() -> None:
    plan = Experiment.of(Run("a", optimizer=SGD(0.2, momentum=0.9)), Run("b", optimizer=Adam(0.1)), steps=10)
    landscape = changed(0, two_basins(), sharpness_steps=np.array([0, 5, 10]), sharpness=np.array([9.0, 3.0, np.nan]))
    a, b = known(landscape, plan, cursor=8).runs
    assert (a.sharpness, a.sharpness_step) == (3.0, 5)  # that of step 10 wasn't found
    assert a.limit == pytest.approx(2 * 1.9 / 0.2)
    assert math.isnan(b.limit)
    assert known(landscape, plan, cursor=0).runs[0].sharpness == 9.0


def test_a_rise_is_a_ridge_from_a_hundredth_of_the_range_on() -> None:
    (way,) = known().ways
    assert (way.first, way.second, way.ridge) == ("a", "b", True)
    assert way.worst == pytest.approx(2.0)
    assert way.rise == pytest.approx(1.0)
    start = float(two_basins().routes[0].loss[0])
    for share, ridge in ((0.009, False), (0.011, True)):
        values = 1 + share * (start - 1) * np.sin(np.linspace(0, np.pi, 33))
        low = replace(two_basins(), crossings=(Crossing("a", "b", values),))
        assert known(low).ways[0].ridge is ridge
    unknown = replace(two_basins(), routes=tuple(replace(r, loss=np.full(3, math.nan)) for r in two_basins().routes))
    assert known(unknown).ways[0].ridge is None


def test_of_accuracy_the_lowest_counts_and_a_loss_that_is_no_number_is_infinite() -> None:
    dip = replace(two_basins(), what="accuracy", crossings=(Crossing("a", "b", np.array([0.95, 0.6, 0.9])),))
    (way,) = known(dip).ways
    assert (way.worst, way.ridge) == (0.6, True)
    assert way.rise == pytest.approx(0.3)
    lost = replace(two_basins(), crossings=(Crossing("a", "b", np.array([1.0, np.nan, 1.0])),))
    assert known(lost).ways[0].worst == math.inf


def test_of_a_run_that_is_gone_nothing_is_told() -> None:
    found = known(plan=Experiment(PLAN.problem, PLAN.training, PLAN.runs[:1]))
    assert [run.name for run in found.runs] == ["a"]
    assert found.ways == ()
    assert "b" not in {getattr(row, "name", "") for row in rows(found)}


def test_the_way_walked_is_counted_from_the_middle_and_in_all() -> None:
    found = known()
    assert (found.last, found.updates) == (5, 10)
    assert found.runs[0].walked == pytest.approx(0.7)
    assert found.runs[0].whole == 1.5
    early = changed(1, two_basins(), steps=np.array([0, 1, 2]))
    assert math.isnan(known(early).runs[1].walked)


def test_the_plane_starts_at_a_runs_end_if_one_ends_there() -> None:
    assert known().origin == ""  # the ends are at (±1, 0)
    assert known(changed(1, two_basins(), places=np.array([[2.0, 1], [1, 1], [0, 0]]))).origin == "b"


# Sentences ----------------------------------------------------------------------------------------------------------


def said(found: Trust) -> str:
    return "\n".join((*trust_words.may(found), *trust_words.may_not(found)))


def test_ends_are_exact_only_in_the_plane() -> None:
    assert "All 2 ends are exact in this plane: a 1.00, b 1.00." in said(known())
    off = changed(1, two_basins(), off=np.array([0.0, 0.25, 0.3]))
    assert "1 end of 2 is exact in this plane: a 1.00." in said(known(off))
    assert "1 of 2 lie off it" in said(known(off))


def test_each_plane_says_what_it_hides() -> None:
    hidden = {
        method: trust_words.may_not(known(replace(two_basins(), method=method, explained=0.524)))[0]
        for method in ("ends", "pca", "random", "hessian")
    }
    assert "holds 52\u202f% of the motion: don’t read depths" in hidden["ends"]
    assert "holds 52\u202f% of the motion but" in hidden["pca"]
    assert "48\u202f% of the paths’ motion is hidden" in hidden["random"]
    assert "48\u202f%" in hidden["hessian"]


def test_the_share_in_the_plane_and_what_is_hidden_add_up() -> None:
    for share in np.linspace(0.01, 0.99, 197):
        shown, rest = trust_words.share_and_rest(float(share))
        assert int(shown.split("\u202f")[0]) + int(rest.split("\u202f")[0]) == 100
    assert trust_words.share_and_rest(0.9983) == ("99.8\u202f%", "0.2\u202f%")
    assert trust_words.share_and_rest(1.0) == ("100\u202f%", "0\u202f%")
    assert trust_words.share_and_rest(1 - 1e-6) == (">\u202f99.9\u202f%", "<\u202f0.1\u202f%")


def test_a_ridge_is_told_with_its_height_and_what_it_does_not_tell() -> None:
    text = said(known())
    assert "from a to b the loss rises to 2.00, 1.00 above the higher end." in text
    assert "2.00 is the worst on the straight line from a to b; a bent way round may be lower." in text


def test_a_map_that_shows_a_path_wrongly_says_where() -> None:
    assert "the map shows" not in said(known())
    wrong = changed(0, two_basins(), loss=np.array([2.0, 2.5, 1.0]))
    assert "At step 4 the map shows 1.81 under a; the truth is 2.50." in said(known(wrong))


def test_accuracy_moves_in_steps_of_an_example() -> None:
    found = replace(known(replace(two_basins(), what="accuracy")), examples=360)
    assert "steps of 1/360, because there are 360 validation examples" in said(found)
    assert "1/360" not in said(replace(found, what="train_loss"))


def test_steps_that_grow_are_told_of_whom_and_against_what() -> None:
    plan = Experiment.of(Run("a", optimizer=SGD(0.5)), Run("b", optimizer=SGD(0.1)), steps=10)
    sharp = {"sharpness_steps": np.array([5]), "sharpness": np.array([7.0])}
    landscape = changed(1, changed(0, two_basins(), **sharp), **sharp)
    text = said(known(landscape, plan))
    assert "a’s λ of 7.00 is past its limit of 4.00" in text
    assert "b’s λ" not in text


def test_of_a_model_with_two_parameters_nothing_is_hidden() -> None:
    found = replace(known(), parameters=2)
    assert "nothing is hidden" in said(found)
    assert "plane holds" not in said(found)
    assert "dimensions" not in said(found)


def test_seeds_early_ends_and_a_coarse_grid_are_told() -> None:
    found = known(plan=Experiment.of(Run("a"), Run("b"), problem=Digits(), steps=10, seeds=(0, 1, 2)))
    assert "Of 3 seeds the first is drawn" in said(found)
    early = changed(1, two_basins(done=0.25), steps=np.array([0, 1, 2]))
    assert "b ended after 2 of 10 updates" in said(known(early))
    assert "Only 25\u202f% of the grid is measured yet" in said(known(early))


def test_every_sentence_has_a_number() -> None:
    for method in ("ends", "random", "pca", "hessian", "line"):
        for what in ("train_loss", "accuracy"):
            found = known(replace(two_basins(method=method, done=0.5), what=what))
            sentences = (*trust_words.may(found), *trust_words.may_not(found))
            assert sentences
            assert all(any(letter.isdigit() for letter in sentence) for sentence in sentences), sentences


def test_folded_to_one_line_the_selected_run_is_the_one() -> None:
    found = known(replace(two_basins(), explained=0.524))
    assert trust_words.folded(found, "b") == "52\u202f% in plane · b off by 0.25"
    assert trust_words.folded(known(two_basins(), cursor=9), "b") == "90\u202f% in plane"
    assert trust_words.folded(known(two_basins(method="line"))) == "highest 2.00 from a to b"
