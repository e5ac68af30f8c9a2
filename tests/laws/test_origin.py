"""Where a fitted law holds: what it says of runs unlike those it was fitted to."""

from __future__ import annotations

import numpy as np
import pytest

from lrviz.laws.multi_power import PUBLISHED
from lrviz.laws.origin import Origin, rises_again
from lrviz.laws.pace import Pace
from lrviz.results import Floats
from tests.laws.test_multi_power import PEAK, RISE, STEP, T, pace_of

ORIGIN = PUBLISHED["100M"].origin
DOWN = 1 - STEP / T


@pytest.mark.parametrize(
    ("rates", "why"),
    [
        (np.zeros(10), "no learning rate is above 0"),
        (0.1 * DOWN, "its peak rate 0.1 is not within 0.0001 … 0.0006: the law was fitted at 0.0003"),
        (9e-5 * DOWN, "its peak rate 9e-05 is not within 0.0001 … 0.0006: the law was fitted at 0.0003"),
        (
            PEAK * (1 - STEP % 6000 / 6000),
            "its rate rises again at update 6000; the law is for rates that only fall",
        ),
        (PEAK * np.ones(1000), "it is too short: its rates sum up to 0.3, not to 0.324 … 63.9"),
        (PEAK * np.ones(300_000), "it is too long: its rates sum up to 90, not to 0.324 … 63.9"),
        (PEAK * RISE * DOWN, ""),
        (PEAK * np.where(STEP < T / 2, 0.5, 1.0), ""),  # a warm-up in one step
        (6e-4 * DOWN, ""),
        (1e-4 * DOWN, ""),
    ],
)
def test_a_run_unlike_those_fitted_is_outside(rates: Floats, why: str) -> None:
    assert ORIGIN.outside(pace_of(rates), adaptive=True) == why


def test_the_kind_of_optimizer_counts_where_it_is_known() -> None:
    pace = pace_of(PEAK * DOWN)
    assert ORIGIN.outside(pace, adaptive=False) == (
        "the law was fitted to optimizers of Adam’s kind, and this run’s optimizer is none of them"
    )
    unknown = Origin("", "", (PEAK, PEAK), (0.1, 10.0))
    assert not unknown.outside(pace, adaptive=True)
    assert not unknown.outside(pace, adaptive=False)


def test_rounding_is_no_rise() -> None:
    flat = PEAK * np.where(STEP < 100, 1.0, 0.5) * (1 + 1e-13 * (STEP % 2))
    assert rises_again(pace_of(flat)) is None
    assert rises_again(pace_of(np.where(STEP == 200, 0.7 * PEAK, flat))) == 200


def test_a_rise_is_found_at_its_update_behind_some_at_rate_0() -> None:
    assert rises_again(pace_of(np.array([0.0, 0.0, 1.0, 0.0, 0.5, 0.7]))) == 5


def test_nothing_is_said_of_what_no_fitted_run_was_as_young_as() -> None:
    said = PUBLISHED["100M"].predicted(pace_of(PEAK * DOWN), np.array([0, 500, 3000, T - 1]))
    assert np.isnan(said.loss[:2]).all()
    assert np.isfinite(said.loss[2:]).all()
    np.testing.assert_allclose(said.high - said.loss, [np.nan, np.nan, 0.03, 0.03])
    assert said.notes == ()


def test_a_run_longer_than_those_fitted_is_told_so() -> None:
    said = PUBLISHED["100M"].predicted(pace_of(PEAK * np.ones(142_000)), np.array([1]))
    assert said.notes == ("beyond the runs it was fitted to, by 2 times in length",)


def test_stretches_are_no_rise() -> None:
    long = Pace.of(lambda t: np.asarray(PEAK * (1 - t / 200_000)), 200_000, most=512)
    assert rises_again(long) is None
