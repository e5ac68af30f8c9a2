"""The LR finder's numbers: smoothed and cut as plain loops would, and a suggestion only where losses make one."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz.errors import SpecError
from lrviz.events import Find, Raised, Started
from lrviz.experiment import Experiment
from lrviz.finding import SUGGESTIONS, Search, Watch, check, found, rates, seeds
from lrviz.results import Floats, LRFinder
from lrviz.run import Run

NAMES = ["valley", "min/10", "steepest", "slide", "steepest linear"]
losses = st.floats(0.01, 100)
series = st.lists(losses, min_size=1, max_size=60)


def smoothed(given: list[float]) -> Floats:
    """Smooth one seed's losses as the search does."""
    watch = Watch(1)
    return np.array([watch.add([loss])[0] for loss in given])


def by_loops(given: list[float]) -> list[float]:
    """Smooth and cut in plain Python, each value from its own sum."""
    kept: list[float] = []
    for t in range(len(given)):
        weights = [0.9 ** (t - i) for i in range(t + 1)]
        mean = sum(w * loss for w, loss in zip(weights, given, strict=False)) / sum(weights)
        lowest = min(kept, default=math.inf)
        if not math.isfinite(mean) or mean - lowest > 3 * max(abs(lowest), abs(given[0]) / 100):
            break
        kept.append(mean)
    return kept + [math.nan] * (len(given) - len(kept))


def of(*seeds: list[float] | Floats, **more: Any) -> LRFinder:
    """Read off the losses of seeds at rates from 1e-5 to 10."""
    many = len(seeds[0])
    return found("run", np.geomspace(1e-5, 10, many), np.array(seeds), **more)


def same(one: LRFinder, other: LRFinder) -> bool:
    """Whether two searches suggest the same."""
    return all(np.array_equal(one.suggestions[name], other.suggestions[name], equal_nan=True) for name in NAMES)


def dip(lowest: int = 70, updates: int = 100) -> Floats:
    """Losses that are flat, fall to a lowest point and rise steeply."""
    at = np.arange(updates) - lowest
    return np.asarray(2.3 - 1.8 * np.exp(-((at / 12.0) ** 2)) + np.where(at > 0, np.expm1(at / 4.0), 0))


@given(series)
def test_losses_are_smoothed_and_cut_as_by_plain_loops(given: list[float]) -> None:
    np.testing.assert_allclose(smoothed(given), by_loops(given), rtol=1e-12)


@given(st.lists(st.floats(-100, 100) | st.sampled_from([math.nan, math.inf, -math.inf, 1e300]), max_size=40))
def test_any_losses_are_smoothed_and_cut_as_by_plain_loops(given: list[float]) -> None:
    np.testing.assert_allclose(smoothed(given), by_loops(given), rtol=1e-9, atol=1e-9)


@given(st.lists(losses, min_size=1, max_size=60).map(lambda given: sorted(given, reverse=True)))
def test_losses_that_only_fall_are_never_cut(given: list[float]) -> None:
    kept = smoothed(given)
    assert np.isfinite(kept).all()
    assert all(later <= earlier * (1 + 1e-12) for earlier, later in pairwise(kept))


@given(losses, st.integers(1, 60))
def test_a_constant_loss_is_itself_and_suggests_nothing(loss: float, updates: int) -> None:
    np.testing.assert_allclose(smoothed([loss] * updates), loss, rtol=1e-12)
    assert all(math.isnan(rate) for rate, _ in of([loss] * updates).suggestions.values())


@given(series, st.data(), st.sampled_from([math.nan, math.inf, -math.inf]))
def test_a_seed_is_cut_at_a_loss_that_is_no_number_and_no_later_one_counts(
    given: list[float], data: st.DataObject, bad: float
) -> None:
    at = data.draw(st.integers(0, len(given) - 1))
    broken = of([*given[:at], bad, *given[at + 1 :]], given)
    whole = of([*given[:at], *[math.nan] * (len(given) - at)], given)
    assert np.isnan(broken.smoothed[0, at:]).all()
    assert np.isnan(broken.losses[0, at:]).all()
    np.testing.assert_array_equal(broken.smoothed, whole.smoothed)
    assert same(broken, whole)


def test_a_seed_is_cut_above_4_times_its_lowest_and_the_others_are_not() -> None:
    calm, wild = np.full(40, 1.0), np.r_[np.full(20, 1.0), np.full(20, 1e3)]
    both = of(calm, wild)
    assert np.isfinite(both.losses[0]).all()
    assert np.isfinite(both.losses[1, :20]).all()
    assert np.isnan(both.losses[1, 20:]).all()


def test_a_loss_that_comes_near_0_is_not_cut_for_coming_back_a_little() -> None:
    near = np.r_[np.geomspace(30, 1e-6, 120), np.full(30, 0.1)]
    assert np.isfinite(smoothed(near.tolist())).all()


def test_losses_below_0_are_cut_where_they_rise_as_far() -> None:
    kept = smoothed([-1.0] * 30 + [1.9] * 200)
    assert np.isfinite(kept).all()  # from -1 to 2 is as far as from 1 to 4
    assert np.isnan(smoothed([-1.0] * 30 + [2.5] * 200)[-1])


# ------------------------------------------------------------------ what is suggested


def valley_by_loops(given: list[float]) -> int | None:
    """Find the longest falling subsequence by trying all pairs, as fastai defines it."""
    length = [1] * len(given)
    for i in range(len(given)):
        length[i] = 1 + max((length[j] for j in range(i) if given[j] > given[i]), default=0)
    longest = max(length)
    start = length.index(longest) - longest
    section = longest / 3
    return None if longest < 3 else start + int(section) + int(section / 2)


@given(st.lists(st.integers(1, 12).map(float), min_size=1, max_size=40) | series)
def test_the_valley_is_the_middle_of_the_longest_fall(given: list[float]) -> None:
    lrs = np.geomspace(1e-4, 1, len(given))
    at = valley_by_loops(given)
    suggested = SUGGESTIONS[0].of(lrs, np.array(given))
    assert math.isnan(suggested) if at is None else suggested == lrs[at]


@given(st.lists(losses, min_size=1, max_size=40), st.integers(0, 20))
def test_slopes_and_the_lowest_point_are_those_of_plain_loops(given: list[float], gone: int) -> None:
    lrs = np.geomspace(1e-4, 1, len(given) + gone)
    values = np.array([*given, *[math.nan] * gone])
    _, tenth, log, _, linear = SUGGESTIONS
    lowest = given.index(min(given))
    inside = 0 < lowest < len(lrs) - 1
    assert tenth.of(lrs, values) == (lrs[lowest] / 10 if inside else pytest.approx(math.nan, nan_ok=True))
    for suggestion, along in ((log, [math.log(lr) for lr in lrs]), (linear, list(lrs))):
        suggested = suggestion.of(lrs, values)
        slopes = {i: slope(given, along, i) for i in range(10, len(given))} if len(given) >= 12 else {}
        fastest = min(slopes.values(), default=0.0)
        if fastest > -1e-9:
            assert math.isnan(suggested) or slopes[int(np.argmin(abs(lrs - suggested)))] < 0
        else:
            assert slopes[int(np.argmin(abs(lrs - suggested)))] == pytest.approx(fastest, rel=1e-9)


def slope(given: list[float], along: list[float], i: int) -> float:
    """Give the slope at a point of unevenly spaced ones, by the parabola through it and its neighbours."""
    if i == len(given) - 1:
        return (given[i] - given[i - 1]) / (along[i] - along[i - 1])
    before, after = along[i] - along[i - 1], along[i + 1] - along[i]
    back, ahead = (given[i] - given[i - 1]) / before, (given[i + 1] - given[i]) / after
    return (back * after + ahead * before) / (before + after)


@given(st.lists(losses, min_size=1, max_size=60))
def test_the_window_slides_while_its_ends_differ(given: list[float]) -> None:
    lrs, values = np.geomspace(1e-4, 1, len(given)), np.array(given)
    suggested = SUGGESTIONS[3].of(lrs, values)
    slopes = np.gradient(values) if len(given) > 1 else np.zeros(1)
    low, expected = len(given) - 16, math.nan
    while len(given) > 16 and low >= 0 and abs(slopes[low + 15] - slopes[low]) > 0.005:
        expected, low = float(lrs[low]), low - 1
    assert suggested == pytest.approx(expected, nan_ok=True)


@given(st.floats(0.01, 100))
def test_suggestions_do_not_hang_on_the_unit_of_the_loss_but_for_the_slide(scale: float) -> None:
    one, other = of(dip()), of(dip() * scale)
    for name in (name for name in NAMES if name != "slide"):
        assert other.suggestions[name][0] == pytest.approx(one.suggestions[name][0]), name


def test_a_dip_suggests_rates_below_its_lowest_point() -> None:
    search = of(dip())
    lowest = search.lrs[70]
    assert list(search.suggestions) == NAMES == [each.name for each in SUGGESTIONS]
    assert all(search.suggestions[name][0] < lowest for name in NAMES)
    assert lowest / 10 <= search.suggestions["min/10"][0] < lowest  # smoothing lags behind by a few updates


RISES = {
    "never": np.full(100, 2.3),
    "slowly": np.linspace(2.3, 3, 100),
    "late": 2.3 + np.r_[np.zeros(70), np.expm1(np.arange(30) / 8)],
    "steeply": 2.3 * np.geomspace(1, 100, 100),
}


@pytest.mark.parametrize("noise", [0.0, 0.01, 0.1])
@pytest.mark.parametrize("rises", RISES)
def test_a_loss_that_never_falls_suggests_nothing_however_noisy(rises: str, noise: float) -> None:
    drawn = np.random.default_rng(1).standard_normal((10, 100))
    search = of(*(RISES[rises] + noise * drawn))
    silent = np.isnan([search.by_seed[name] for name in NAMES]).all(axis=0)
    assert silent.sum() >= 9


@pytest.mark.parametrize("noise", [0.0, 0.01, 0.1, 0.3])
def test_a_fall_is_told_from_noise(noise: float) -> None:
    drawn = np.random.default_rng(1).standard_normal((10, 100))
    search = of(*(dip() + noise * drawn))
    assert np.isfinite(search.by_seed["valley"]).all()


def test_a_loss_that_still_falls_at_the_highest_rate_has_no_lowest_point() -> None:
    search = of(np.linspace(2.3, 1, 50))
    assert math.isnan(search.suggestions["min/10"][0])
    assert not math.isnan(search.suggestions["valley"][0])


@pytest.mark.parametrize("updates", [0, 1, 2, 9, 10, 11, 12, 16, 17])
def test_few_losses_are_no_error(updates: int) -> None:
    search = found("run", np.geomspace(1e-5, 10, 20)[:updates], np.linspace(2, 1, 2 * updates).reshape(2, updates))
    assert search.smoothed.shape == search.losses.shape == (2, updates)
    assert list(search.suggestions) == NAMES


def test_of_several_seeds_it_is_the_median_and_its_spread_in_decades() -> None:
    search = of(*(dip(lowest) for lowest in (60, 66, 70, 72)))
    for name in NAMES:
        decades = sorted(math.log10(rate) for rate in search.by_seed[name])
        mean = sum(decades) / 4
        median, spread = search.suggestions[name]
        assert median == pytest.approx(10 ** ((decades[1] + decades[2]) / 2)), name
        assert spread == pytest.approx(math.sqrt(sum((each - mean) ** 2 for each in decades) / 3)), name


def test_a_seed_that_suggests_nothing_has_no_say() -> None:
    three, two = of(dip(60), np.full(100, 2.3), dip(70)), of(dip(60), dip(70))
    for name in NAMES:
        assert math.isnan(three.by_seed[name][1])
    assert same(three, two)


def test_one_seed_has_no_spread() -> None:
    assert all(math.isnan(spread) for _, spread in of(dip()).suggestions.values())


def test_all_seeds_may_end_at_once() -> None:
    search = of(np.full(30, math.nan), np.full(30, math.inf))
    assert np.isnan(search.losses).all()
    assert all(math.isnan(rate) and math.isnan(spread) for rate, spread in search.suggestions.values())


# ------------------------------------------------------------------ a search as its events come


def job(**more: Any) -> Find:
    return Find(Experiment.of(Run("one"), Run("two"), seeds=(7, 3)), **more)


def test_a_search_is_what_came_until_now() -> None:
    asked = job(run=1, seeds=3, on="val", updates=100)
    search = Search(asked)
    search.add(Started("cpu", "CPU"))
    rows = np.stack([dip(60), dip(66), dip(72)])
    for step, (lr, column) in enumerate(zip(rates(asked), rows.T, strict=True)):
        assert not search.done
        search.add(Raised(step, float(lr), tuple(column)))
        if step % 20 == 0 or search.done:
            now, whole = search.result(), found("two", rates(asked)[: step + 1], rows[:, : step + 1])
            np.testing.assert_array_equal(now.smoothed, whole.smoothed)
            np.testing.assert_array_equal(now.losses, whole.losses)
            assert same(now, whole)
        if search.done:
            break
    now = search.result()
    assert (now.run, now.on, now.group, now.device, now.seeds) == ("two", "val", None, "cpu", (7, 8, 9))
    assert len(now.lrs) == search.updates < 100  # every seed was cut
    assert np.isnan(now.losses[:, -1]).all()


def test_nothing_has_come_yet() -> None:
    search = Search(job())
    assert (search.updates, search.done) == (0, False)
    assert search.result().losses.shape == (5, 0)


@pytest.mark.parametrize(("low", "high", "updates"), [(1e-5, 10.0, 100), (1e-3, 1.0, 10), (0.1, 0.2, 1000)])
def test_the_rate_rises_by_the_same_factor(low: float, high: float, updates: int) -> None:
    lrs = rates(job(low=low, high=high, updates=updates))
    np.testing.assert_allclose(lrs, np.geomspace(low, high, updates), rtol=1e-12)


def test_seeds_go_on_from_the_first_and_there_is_none_behind_the_last() -> None:
    far = replace(job(seeds=3), experiment=Experiment.of(Run("one"), seeds=(2**32 - 2,)))
    assert seeds(far) == (2**32 - 2, 2**32 - 1, 0)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"run": 2}, r"find_lr\(run=2\): run must be an index below 2"),
        ({"seeds": 0}, r"find_lr\(seeds=0\): seeds must be a whole number between 1 and 64"),
        ({"seeds": 2.5}, r"find_lr\(seeds=2.5\)"),
        ({"on": "test"}, r"find_lr\(on='test'\): on must be one of 'train', 'val'"),
        ({"low": 0.0}, r"find_lr\(low=0.0\): low must be a number greater than 0"),
        ({"low": math.nan}, r"find_lr\(low=nan\): low must be finite"),
        ({"low": "1"}, r"find_lr\(low='1'\)"),
        ({"high": 1e-6}, r"find_lr\(high=1e-06\): high must be a number above low, which is 1e-05"),
        ({"high": math.inf}, r"find_lr\(high=inf\): high must be finite"),
        ({"updates": 9}, r"find_lr\(updates=9\): updates must be a whole number between 10 and 10000"),
        ({"group": 1}, r"find_lr\(group=1\): group must be an index below 1"),
        ({"group": -1}, r"find_lr\(group=-1\)"),
    ],
)
def test_what_can_not_be_searched_is_refused_by_name(given: dict[str, Any], words: str) -> None:
    with pytest.raises(SpecError, match=words):
        check(job(**given))
