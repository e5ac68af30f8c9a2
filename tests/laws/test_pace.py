"""What the laws see of a run's rates."""

from __future__ import annotations

import numpy as np
import pytest

from lrviz.laws.pace import Pace
from lrviz.results import Floats


def pace_of(*rates: float) -> Pace:
    each: Floats = np.array(rates)
    return Pace.of(lambda t: each[t], len(each))


def test_updates_at_rate_0_are_left_out_and_the_rest_keep_their_place() -> None:
    pace = pace_of(0.0, 1.0, 0.0, 0.5, 0.0)
    assert pace.rates.tolist() == [1.0, 0.5]
    assert pace.updates.tolist() == [1, 3]
    assert pace.steps == 5
    assert pace.until(np.arange(5)).tolist() == [-1, 0, 0, 1, 1]


@pytest.mark.parametrize(
    ("rates", "warmup"),
    [((1.0, 1.0, 0.5), 0), ((0.1, 0.5, 1.0, 0.5), 2), ((0.1, 0.5, 0.4, 1.0), 0), ((0.2, 0.2, 1.0, 1.0), 2)],
)
def test_a_warm_up_only_rises_to_the_peak(rates: tuple[float, ...], warmup: int) -> None:
    assert pace_of(*rates).warmup == warmup


def test_without_its_warm_up_a_run_is_at_its_peak_from_the_start() -> None:
    assert pace_of(0.1, 0.5, 1.0, 0.5).without_warmup().rates.tolist() == [1.0, 1.0, 1.0, 0.5]


def test_a_long_run_has_the_stretches_that_were_asked_for_and_all_its_updates() -> None:
    pace = Pace.of(lambda t: np.ones(len(t)), 10**9, most=1000)
    assert pace.sampled
    assert 900 < len(pace.rates) <= 1000
    assert (int(pace.counts.sum()), int(pace.updates[-1])) == (10**9, 10**9 - 1)
    assert pace.area[-1] == pytest.approx(1e9)


def test_a_cycle_of_the_sampling_s_own_period_is_sampled_fairly() -> None:
    pace = Pace.of(lambda t: np.where(t % 10 < 5, 1.0, 0.1), 100_000, most=10_000)
    assert pace.area[-1] == pytest.approx(55_000, rel=0.02)


@pytest.mark.parametrize("steps", [5_000, 10**6, 10**12])
def test_a_long_run_is_looked_at_update_by_update_at_both_its_ends(steps: int) -> None:
    pace = Pace.of(lambda t: np.ones(len(t)), steps, most=2048)
    assert pace.counts[:10].tolist() == pace.counts[-10:].tolist() == [1] * 10
    assert len(pace.rates) <= 2048
