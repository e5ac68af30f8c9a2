"""The multi-power law against the sum it is defined by, at every fall, and against figures its authors measured."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.laws.falls import MOST, Falls
from lrviz.laws.multi_power import PUBLISHED, Coefficients, Form, losses
from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats

SETS = {name: law.coefficients for name, law in PUBLISHED.items()}
MIDDLE = SETS["100M"]
T, PEAK = 24_000, 3e-4
STEP = np.arange(T)
RISE = np.minimum(1.0, STEP / 2159)
LEFT = np.clip((T - STEP) / (T - 2160), 0, 1)
SHAPES = {
    "cosine": 0.5 - 0.5 * np.cos(np.pi * LEFT),
    "linear": LEFT,
    "cooldown": np.clip(5 * LEFT, 0, 1),
    "1-sqrt": 1 - np.sqrt(np.clip(1 - 5 * LEFT, 0, 1)) * (5 * LEFT < 1),
    "exponential": 0.9995 ** (STEP - 2160.0),
}


def pace_of(rates: Floats) -> Pace:
    return Pace.of(lambda t: rates[t], len(rates))


def published(end: float) -> Floats:
    """Give the rates of the public runs of 24 000 updates, as a share of the peak."""
    return RISE * (end + (1 - end) * (0.5 - 0.5 * np.cos(np.pi * LEFT)))


def double_sum(by: Coefficients, rates: Floats, at: Counts) -> Floats:
    """Give the law's losses as it is written: for each update a sum over all falls before it."""
    area, falls, found = np.cumsum(rates), -np.diff(rates, prepend=0.0), []
    for t in at:
        moved = np.flatnonzero(rates[: t + 1])
        since = area[t] - area[moved] + rates[moved]
        gain = falls[moved] * (1 - (1 + by.C * rates[moved] ** -by.gamma * since) ** -by.beta)
        found.append(by.L0 + by.A * area[t] ** -by.alpha - by.B * gain.sum())
    return np.array(found)


def some(n: int, first: int = 0) -> Counts:
    return np.unique(np.linspace(first, n - 1, 30).astype(np.int64))


falling = st.lists(st.floats(1e-6, 1e-3), min_size=1, max_size=200).map(lambda rates: np.array(sorted(rates)[::-1]))


@given(falling, st.integers(0, 20), st.sampled_from(sorted(SETS)))
def test_few_falls_count_one_by_one(rates: Floats, rise: int, size: str) -> None:
    rates = np.concatenate([rates[0] * np.arange(1, rise + 1) / (rise + 1), rates])
    at = some(len(rates))
    np.testing.assert_allclose(
        losses(SETS[size], Falls.of(pace_of(rates), at)), double_sum(SETS[size], rates, at), rtol=1e-7
    )


@pytest.mark.parametrize("size", SETS)
@pytest.mark.parametrize("shape", SHAPES)
def test_many_falls_are_merged_to_five_digits_of_the_loss(shape: str, size: str) -> None:
    rates, at = PEAK * RISE * np.maximum(SHAPES[shape], 1e-7), some(T, 1000)
    seen = Falls.of(pace_of(rates), at)
    assert len(seen.size) <= MOST
    np.testing.assert_allclose(losses(SETS[size], seen), double_sum(SETS[size], rates, at), rtol=3e-5)


def test_the_last_loss_is_from_each_fall_by_itself() -> None:
    rates = PEAK * RISE * SHAPES["linear"]
    said = PUBLISHED["100M"].predicted(pace_of(rates), np.array([T - 2, T - 1]))
    assert said.final == pytest.approx(double_sum(MIDDLE, rates, np.array([T - 1]))[0], rel=1e-12)
    assert said.loss[-1] == said.final


ENDS = {"25M": (3.3044, 3.3473), "100M": (2.9791, 3.0354), "400M": (2.7396, 2.8167)}
"""The losses that the public runs of 24 000 updates had after updates 23 920 and 23 936: a cosine, a constant rate."""


@pytest.mark.parametrize("size", ENDS)
def test_published_coefficients_are_off_by_no_more_than_half_their_band(size: str) -> None:
    law, at = PUBLISHED[size], np.array([23_920])
    for shape, loss in zip((published(0.1), RISE), ENDS[size], strict=True):
        assert law.predicted(pace_of(PEAK * shape), at).loss[0] == pytest.approx(loss, abs=law.band / 2)


def test_a_warmup_makes_no_leap_where_it_gets_short() -> None:
    shortest = np.where(STEP == 0, 1e-9, PEAK)
    with_it, without = (PUBLISHED["100M"].predicted(pace_of(r), some(T, 2000)) for r in (shortest, np.full(T, PEAK)))
    np.testing.assert_allclose(with_it.loss, without.loss, atol=3e-4)


@given(falling, st.integers(0, 20))
def test_the_slope_is_what_a_changed_rate_changes(rates: Floats, rise: int) -> None:
    rates = np.concatenate([rates[0] * np.arange(1, rise + 1) / (rise + 1), rates])
    law = PUBLISHED["400M"]
    value, slope = law.slope(pace_of(rates))
    assert value == pytest.approx(law.predicted(pace_of(rates), np.array([len(rates) - 1])).final)
    for j in (0, len(rates) // 2, len(rates) - 1):
        step = 1e-5 * rates[j] * np.eye(len(rates))[j]
        up, down = (law.slope(pace_of(rates + by * step))[0] for by in (1, -1))
        assert (up - down) / (2 * step[j]) == pytest.approx(slope[j], rel=1e-4, abs=1e-4 * np.abs(slope).max())


def test_stretches_count_as_their_updates() -> None:
    held = np.full(100, 40)
    rates = PEAK * np.linspace(1, 0.05, 100)
    stretches, each = Pace(rates, held, np.cumsum(held) - 1, 4000), pace_of(np.repeat(rates, held))
    at = np.cumsum(held)[4::7] - 1
    np.testing.assert_allclose(losses(MIDDLE, Falls.of(stretches, at)), losses(MIDDLE, Falls.of(each, at)), rtol=1e-9)
    value, slope = PUBLISHED["100M"].slope(stretches)
    exact, by_each = PUBLISHED["100M"].slope(each)
    assert value == pytest.approx(exact)
    np.testing.assert_allclose(slope, np.add.reduceat(by_each, np.arange(0, 4000, 40)), rtol=1e-6)


def test_a_fits_slopes_are_those_of_its_losses() -> None:
    at = some(T, 2000)
    form = Form((Falls.of(pace_of(PEAK * published(0.1)), at), Falls.of(pace_of(PEAK * published(0.5)), at)), PEAK)
    logs = np.log(MIDDLE)
    found, slopes = form.at(logs)
    assert found.shape == (2 * len(at),)
    for i in range(len(logs)):
        step = 1e-6 * np.eye(len(logs))[i]
        wanted = (form.at(logs + step)[0] - form.at(logs - step)[0]) / 2e-6
        np.testing.assert_allclose(slopes[i], wanted, rtol=1e-5, atol=1e-8)
