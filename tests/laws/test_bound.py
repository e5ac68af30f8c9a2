"""The bound against the sums it is defined by, the published constants, and what holds for any schedule."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import CosineAnnealingLR, CosineAnnealingWarmRestarts, CyclicLR, StepLR
from lrviz.catalog.schedule import Schedule
from lrviz.laws.bound import Bound, final, terms
from lrviz.laws.pace import Pace
from lrviz.results import Floats

T = 24_000
STEP = np.arange(T)
COOLDOWN = np.clip((STEP - 0.8 * T) / (0.2 * T), 0, None)
COSINE = 0.5 + 0.5 * np.cos(np.pi * STEP / T)
SHAPES = {
    "linear": (1 - STEP / T, 2.000),
    "cosine": (COSINE, 2.060),
    "1-sqrt": (1 - np.sqrt(COOLDOWN), 2.127),
    "WSD": (1 - COOLDOWN, 2.160),
    "cosine to a tenth": (0.1 + 0.9 * COSINE, 2.250),
    "step": (np.where(STEP < T // 2, 1.0, np.where(STEP < 3 * T // 4, 0.1, 0.01)), 2.500),
    "constant": (np.ones(T), 3.415),
}


def pace_of(rates: Floats) -> Pace:
    return Pace.of(lambda t: rates[t], len(rates))


def double_sum(rates: Floats, t: int) -> tuple[float, float]:
    """Give the terms of theorem 1 after update `t` as the paper has them, without the telescoped sum."""
    eta = rates[: t + 1]
    noise = np.sum(eta**2) / eta.sum()
    for k in range(t):
        noise += eta[k] / eta[k + 1 :].sum() * np.sum(eta[k:] ** 2) / eta[k:].sum()
    return 0.5 / float(eta.sum()), 0.5 * float(noise)


@pytest.mark.parametrize("name", SHAPES)
def test_best_values_are_the_published_constants(name: str) -> None:
    rates, constant = SHAPES[name]
    last = final(pace_of(rates))
    best = 2 * np.sqrt(last.distance[0] * last.noise[0] * T)
    assert best == pytest.approx(constant, abs=5.5e-4)


def test_a_tuned_cosine_is_carried_to_a_cooldown_by_the_published_factor() -> None:
    scale = {name: Bound().predicted(pace_of(SHAPES[name][0]), np.array([T - 1])).best_lr for name in ("cosine", "WSD")}
    assert scale["WSD"] is not None
    assert scale["cosine"] is not None
    assert scale["WSD"] / scale["cosine"] == pytest.approx(0.53, abs=5e-3)


rate = st.floats(1e-6, 10.0)


@given(st.lists(rate, min_size=1, max_size=300).map(np.array))
def test_terms_are_those_of_the_theorem(rates: Floats) -> None:
    at = np.unique(np.linspace(0, len(rates) - 1, 7).astype(np.int64))
    found = terms(pace_of(rates), at)
    wanted = np.array([double_sum(rates, int(t)) for t in at])
    np.testing.assert_allclose(found.distance, wanted[:, 0], rtol=1e-9)
    np.testing.assert_allclose(found.noise, wanted[:, 1], rtol=1e-6)
    np.testing.assert_allclose(final(pace_of(rates)).noise, wanted[-1, 1], rtol=1e-9)


@pytest.mark.parametrize("n", [300, 1000, 5000])
@pytest.mark.parametrize("shape", ["cliff", "saw", "cosine", "noise"])
def test_far_blocks_count_as_their_updates_do(n: int, shape: str) -> None:
    t = np.arange(n)
    rates = {
        "cliff": np.where(t < n // 2, 1.0, 1e-4),
        "saw": 1 - (t % 37) / 37,
        "cosine": 0.5 + 0.5 * np.cos(np.pi * t / n),
        "noise": np.random.default_rng(0).lognormal(0, 2, n),
    }[shape]
    at = np.unique(np.linspace(0, n - 1, 40).astype(np.int64))
    area = np.cumsum(rates)
    wanted = [rates[t] + np.sum(rates[:t] ** 2 / (area[t] - area[:t])) for t in at]
    np.testing.assert_allclose(2 * terms(pace_of(rates), at).noise, wanted, rtol=1e-6)


@given(st.lists(rate, min_size=2, max_size=60).map(np.array), st.floats(0.01, 100.0))
def test_scaling_the_rates_changes_neither_best_value_nor_best_peak(rates: Floats, by: float) -> None:
    at = np.arange(len(rates))
    one, other = Bound().predicted(pace_of(rates), at), Bound().predicted(pace_of(by * rates), at)
    np.testing.assert_allclose(one.loss, other.loss, rtol=1e-6)
    assert one.best_lr == pytest.approx(other.best_lr)


@pytest.mark.parametrize("times", [2, 10])
def test_a_longer_run_of_the_same_shape_has_the_same_value_in_its_unit(times: int) -> None:
    short, long = (
        Bound().predicted(pace_of(1 - np.arange(n) / n), np.array([n - 1])).final for n in (2000, 2000 * times)
    )
    assert short == pytest.approx(long, rel=3e-3)


@given(st.lists(rate, min_size=2, max_size=60).map(np.array))
def test_no_other_peak_ends_lower(rates: Floats) -> None:
    last = final(pace_of(rates))
    best = last.at_scale(last.best_scale)
    for factor in (0.99, 1.01):
        assert last.at_scale(last.best_scale * factor) > best


@given(st.lists(st.one_of(st.just(0.0), rate), min_size=2, max_size=60).map(np.array))
def test_updates_at_rate_0_leave_the_bound_where_it_was(rates: Floats) -> None:
    if not rates.any():
        assert Bound().outside(pace_of(rates), adaptive=False) == "no learning rate is above 0"
        return
    found = terms(pace_of(rates), np.arange(len(rates)))
    kept = np.flatnonzero(rates)
    np.testing.assert_allclose(found.noise[kept], terms(pace_of(rates[kept]), np.arange(len(kept))).noise, rtol=1e-9)
    still = np.flatnonzero(rates[1:] == 0) + 1
    np.testing.assert_array_equal(found.noise[still], found.noise[still - 1])


def test_stretches_of_equal_updates_count_as_their_updates() -> None:
    rates, held = np.linspace(1, 0.01, 200), np.full(200, 50)
    stretches = Pace(rates, held, np.cumsum(held) - 1, int(held.sum()))
    each, at = pace_of(np.repeat(rates, held)), np.cumsum(held)[::7] - 1
    np.testing.assert_allclose(terms(stretches, at).noise, terms(each, at).noise, rtol=1e-4)
    np.testing.assert_allclose(final(stretches).noise, final(each).noise, rtol=1e-4)


def test_a_long_run_is_sampled_and_says_so() -> None:
    n = 4_000_000
    long = Pace.of(lambda t: np.asarray(1 - t / n, np.float64), n, most=4096)
    assert long.sampled
    assert len(long.rates) <= 4096
    last = final(long)
    assert 2 * np.sqrt(last.distance[0] * last.noise[0] * n) == pytest.approx(2.0, abs=5e-3)


@pytest.mark.parametrize(
    "schedule",
    [CosineAnnealingWarmRestarts(166_666), CosineAnnealingLR(440), StepLR(333_333), StepLR(220), CyclicLR(0, 1, 777)],
)
def test_what_a_window_looks_at_of_a_long_run_is_nearly_all_there_is(schedule: Schedule) -> None:
    steps = 10**6
    whole, looked_at = (Pace.of(lambda t: schedule.at(t, 0.1), steps, most) for most in (steps, 2560))
    assert Bound().end(looked_at) == pytest.approx(Bound().end(whole), rel=0.02)


def test_a_rate_spent_within_the_first_stretch_is_seen() -> None:
    spent = Pace.of(lambda t: StepLR(220).at(t, 0.1), 10**9, 2560)
    assert spent.peak == 0.1


@given(st.lists(st.floats(0.01, 10.0), min_size=2, max_size=12).map(np.array), st.integers(1, 40), st.data())
def test_slopes_are_what_the_bound_changes_by(rates: Floats, held: int, data: st.DataObject) -> None:
    counts = np.array([data.draw(st.integers(1, held)) for _ in rates])

    def pace(of: Floats) -> Pace:
        return Pace(of, counts, np.cumsum(counts) - 1, int(counts.sum()))

    value, slope = Bound().slope(pace(rates))
    assert value == pytest.approx(Bound().predicted(pace(rates), np.array([counts.sum() - 1])).final, rel=1e-12)
    for i, rate in enumerate(rates):
        step = np.eye(len(rates))[i] * rate * 1e-5
        around = (Bound().slope(pace(rates + step))[0] - Bound().slope(pace(rates - step))[0]) / (2e-5 * rate)
        assert slope[i] == pytest.approx(around, rel=1e-5, abs=1e-6 * value / rate)
