"""The annealing law against the double sum it is defined by, and against losses that were published."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.laws.annealing import FITTED, Form, annealed
from lrviz.laws.pace import Pace
from lrviz.results import Floats
from tests.laws.test_multi_power import ENDS, PEAK, RISE, falling, pace_of, published, some


def double_sum(rates: Floats, warmup: int, decay: float) -> Floats:
    """Give S2 after each update as it is written."""
    falls = np.append(0.0, -np.diff(rates))
    falls[: warmup + 1] = 0.0
    n = len(rates)
    return np.array([sum(falls[k] * decay ** (i - k) for i in range(s + 1) for k in range(i + 1)) for s in range(n)])


@given(falling.filter(lambda rates: len(rates) < 40), st.integers(0, 10), st.sampled_from([0.3, 0.9, 0.999]))
def test_the_annealing_is_the_double_sum(rates: Floats, rise: int, decay: float) -> None:
    rates = np.concatenate([rates[0] * np.arange(1, rise + 1) / (rise + 1), rates])
    at = np.random.default_rng(0).permutation(len(rates))
    wanted = double_sum(rates, rise, decay)[at]
    np.testing.assert_allclose(annealed(pace_of(rates), at, decay), wanted, rtol=1e-9, atol=1e-12 * rates.max())


def test_stretches_count_as_their_updates() -> None:
    held, rates = np.full(100, 40), PEAK * np.linspace(1, 0.05, 100)
    stretches, each = Pace(rates, held, np.cumsum(held) - 1, 4000), pace_of(np.repeat(rates, held))
    at = np.cumsum(held)[4::7] - 1
    np.testing.assert_allclose(annealed(stretches, at, 0.999), annealed(each, at, 0.999), rtol=1e-9)
    value, slope = FITTED["100M"].slope(stretches)
    exact, by_each = FITTED["100M"].slope(each)
    assert value == pytest.approx(exact)
    np.testing.assert_allclose(slope, np.add.reduceat(by_each, np.arange(0, 4000, 40)), rtol=1e-6)


@pytest.mark.parametrize("size", ENDS)
def test_coefficients_are_off_by_no_more_than_half_their_band(size: str) -> None:
    law, at = FITTED[size], np.array([23_920])
    for shape, loss in zip((published(0.1), RISE), ENDS[size], strict=True):
        assert law.predicted(pace_of(PEAK * shape), at).loss[0] == pytest.approx(loss, abs=law.band / 2)


@given(falling, st.integers(0, 20))
def test_the_slope_is_what_a_changed_rate_changes(rates: Floats, rise: int) -> None:
    rates = np.concatenate([rates[0] * np.arange(1, rise + 1) / (rise + 1), rates])
    rates[rise] *= 1.01  # the peak is one update, which a step doesn't move
    law = FITTED["400M"]
    value, slope = law.slope(pace_of(rates))
    assert value == pytest.approx(law.predicted(pace_of(rates), np.array([len(rates) - 1])).final)
    for j in (0, len(rates) // 2, len(rates) - 1):
        step = 1e-5 * rates[j] * np.eye(len(rates))[j]
        up, down = (law.slope(pace_of(rates + by * step))[0] for by in (1, -1))
        assert (up - down) / (2 * step[j]) == pytest.approx(slope[j], rel=1e-4, abs=1e-4 * np.abs(slope).max())


def test_a_fits_slopes_are_those_of_its_losses() -> None:
    at = some(24_000, 2000)
    form = Form.of([(pace_of(PEAK * published(0.1)), at), (pace_of(PEAK * published(0.5)), at)], 0.999)
    logs = np.log(FITTED["100M"].coefficients)
    found, slopes = form.at(logs)
    assert found.shape == (2 * len(at),)
    for i in range(len(logs)):
        step = 1e-6 * np.eye(len(logs))[i]
        wanted = (form.at(logs + step)[0] - form.at(logs - step)[0]) / 2e-6
        np.testing.assert_allclose(slopes[i], wanted, rtol=1e-5, atol=1e-8)
