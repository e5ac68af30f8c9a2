"""The LR finder's figure: what is drawn is what was measured, and what isn't known isn't drawn."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import SGD, Experiment, OneCycleLR, Run, StepLR
from lrviz.ui.figure import Line, Pin, Plot
from lrviz.ui.views.finder import Look, figure, reading_at, seeds_at
from lrviz.ui.views.suggested import Searched, course, falls, named, suggested, two_digits
from tests.ui.views.searches import five, rates, search, typical

RUN = Run("step", StepLR(220), SGD(lr=0.2), colour=1)
PLAN = Experiment.of(RUN, steps=440)


def plot(searched: Searched, look: Look | None = None, run: Run = RUN) -> Plot:
    [one] = figure(PLAN, run, searched, look).plots
    return one


def styled(drawn: Plot, style: str) -> Line:
    return next(line for line in drawn.lines if line.style == style)


def pins(drawn: Plot) -> dict[str, Pin]:
    return {pin.name: pin for pin in drawn.pins}


def test_the_mean_goes_as_far_as_all_seeds_and_the_rest_goes_on_pale_from_there() -> None:
    searched = five()
    smoothed = searched.found.smoothed
    first_cut = int(np.isnan(smoothed).any(axis=0).argmax())
    last_cut = int(np.isnan(smoothed).all(axis=0).argmax())
    assert 0 < first_cut < last_cut
    drawn = plot(searched)
    mean, rest = styled(drawn, "solid"), styled(drawn, "planned")
    np.testing.assert_allclose(mean.low[:first_cut], smoothed[:, :first_cut].mean(axis=0))
    assert np.isnan(mean.low[first_cut:]).all()
    assert rest.low[first_cut - 1] == mean.low[first_cut - 1]
    np.testing.assert_allclose(rest.low[first_cut:last_cut], np.nanmean(smoothed[:, first_cut:last_cut], axis=0))
    assert np.isnan(rest.low[: first_cut - 1]).all()
    assert rest.cross == f"cut at {two_digits(float(searched.found.lrs[last_cut - 1])):g}"


def test_the_band_holds_every_seed_that_is_not_cut() -> None:
    searched = five()
    band = styled(plot(searched), "band")
    there = np.isfinite(searched.found.smoothed)
    assert (searched.found.smoothed >= band.low)[there].all()
    assert (searched.found.smoothed <= band.high)[there].all()
    both = there.any(axis=0)
    np.testing.assert_array_equal(band.low[both], np.nanmin(searched.found.smoothed[:, both], axis=0))


def test_one_seed_has_no_band_and_its_own_cross() -> None:
    drawn = plot(search(typical(rates())))
    assert [line.style for line in drawn.lines] == ["solid", "raw"]
    assert drawn.lines[0].cross.startswith("cut at ")


def test_each_suggestion_is_pinned_to_the_curve_and_as_far_as_the_seeds_spread() -> None:
    searched = five()
    made = pins(plot(searched))
    assert list(made) == ["valley", "min / 10", "steepest", "slide", "linear steepest", "now"]
    valley = named(searched.found, "valley")
    own = searched.found.by_seed["valley"]
    assert made["valley"].x == two_digits(searched.found.suggestions["valley"][0])
    assert (made["valley"].low, made["valley"].high) == (two_digits(own.min()), two_digits(own.max()))
    assert valley.many == 5
    curve = course(searched.found).all
    assert made["valley"].y == pytest.approx(np.interp(np.log(valley.rate), np.log(searched.found.lrs), curve))
    assert made["valley"].look == "chosen"
    assert made["min / 10"].look == "plain"


def test_a_trap_is_a_line_alone() -> None:
    trap = pins(plot(five()))["linear steepest"]
    assert trap.look == "trap"
    assert np.isnan([trap.low, trap.high, trap.y]).all()


def test_where_the_run_is_now_is_pinned_too_under_the_name_of_what_holds_it() -> None:
    now = pins(plot(five()))["now"]
    assert (now.x, now.look, now.colour) == (0.2, "own", 1)
    cycle = pins(plot(five(), run=replace(RUN, schedule=OneCycleLR(0.5, 440))))["max_lr now"]
    assert cycle.x == 0.5


def test_what_is_not_reached_yet_is_pale_and_nothing_is_suggested() -> None:
    lrs = rates()
    drawn = plot(search(typical(lrs)[:40], lrs=lrs, running=True))
    assert drawn.head == lrs[39]
    assert (drawn.x.low, drawn.x.high) == (lrs[0], lrs[-1])
    assert list(pins(drawn)) == ["now"]
    assert plot(five()).head is None


def test_a_loss_that_hardly_falls_suggests_nothing() -> None:
    searched = search(*np.linspace([2.3] * 3, 2.28, 100, axis=1))
    assert any(one.there for one in suggested(searched.found))
    assert not falls(searched.found)
    assert list(pins(plot(searched))) == ["now"]


def test_a_stale_search_is_dashed_and_has_no_marks() -> None:
    drawn = plot(five(stale=True))
    assert [line.style for line in drawn.lines] == ["stale"]
    assert np.isnan([pin.y for pin in drawn.pins]).all()


def test_the_cursor_reads_the_nearest_update() -> None:
    searched = five()
    lrs = searched.found.lrs
    drawn = plot(searched, Look(cursor=0.0301))
    at = reading_at(searched.found, 0.0301)
    assert abs(np.log(lrs[at] / 0.0301)) == np.abs(np.log(lrs / 0.0301)).min()
    [reading] = drawn.readings
    assert reading.value == course(searched.found).all[at]
    read = seeds_at(searched.found, 0.0301)
    assert read["low"] <= read["mean"] <= read["high"]
    assert read["seeds"] == 5
    beyond = seeds_at(searched.found, 10.0)
    assert beyond["seeds"] == 0
    assert plot(searched, Look(cursor=10.0)).readings == ()


def test_a_stretch_in_sight_is_the_axis() -> None:
    axis = plot(five(), Look(stretch=(1e-3, 1.0))).x
    assert (axis.low, axis.high, axis.log) == (1e-3, 1.0, True)


def test_losses_below_zero_have_room_below_them() -> None:
    drawn = plot(search(typical(rates()) - 5))
    assert drawn.y.low < np.nanmin(course(search(typical(rates()) - 5).found).all)


def test_nothing_done_yet_is_drawn_without_anything() -> None:
    searched = search(np.zeros(0), running=True)
    drawn = plot(searched)
    assert drawn.lines == ()
    assert "about to climb" in figure(PLAN, RUN, searched).headline
