"""The best schedule under a law is at least as good as any that lrviz knows, and as any that is drawn at random."""

from __future__ import annotations

import functools
import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.knots import MANY
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.laws import LAWS, law_of
from lrviz.laws.bound import Bound
from lrviz.laws.improve import Progress, improved
from lrviz.laws.law import Law
from lrviz.laws.pace import Pace
from lrviz.results import Floats
from lrviz.run import Run
from lrviz.scenarios import preset, presets

STEPS = 100
TIMES = 18
"""How many times as long a run is that the empirical laws hold for: their rates must sum up to enough."""
PEAK = 6e-4
EVERY_LAW = [pytest.param(next(iter(sets.values())), id=name) for name, sets in LAWS.items()]


def best(law: Law, steps: int, peak: float, warmup: int = 0, floor: float = 0.0) -> tuple[Progress, ...]:
    return _best(law.name, steps, peak, warmup, floor)


@functools.cache
def _best(name: str, steps: int, peak: float, warmup: int, floor: float) -> tuple[Progress, ...]:
    return tuple(improved(law_of(name), steps=steps, peak=peak, warmup=warmup, floor=floor))


def pace_of(experiment: Experiment, run: Run) -> Pace:
    return Pace.of(lambda t: experiment.curve(run, t).lr, experiment.training.steps, 1 << 16)


def warmup_of(pace: Pace) -> int:
    """Give the update at which a run is first at its peak; 0 of one that doesn't rise to it."""
    return int(pace.updates[pace.warmup] - pace.counts[pace.warmup] + 1) if pace.warmup else 0


def allowed(pace: Pace) -> bool:
    """Whether it warms up from 0, no faster than straight, and never rises again."""
    straight = pace.peak * (pace.updates[: pace.warmup] + 1) / max(warmup_of(pace), 1)
    rises = bool(np.all(pace.rates[: pace.warmup] <= straight))
    return rises and bool(np.all(np.diff(pace.rates[pace.warmup :]) <= 1e-9 * pace.peak))


def no_lower(law: Law, experiment: Experiment, run: Run) -> None:
    """Hold the best against a run at a peak that every law knows; the bound doesn't mind which."""
    if len(experiment.curve(run, [experiment.training.steps - 1])) == 0:
        return
    pace = pace_of(experiment, run)
    at_peak = replace(pace, rates=pace.rates * PEAK / pace.peak) if len(pace.rates) else pace
    if not law.outside(at_peak, adaptive=law.name != "bound") and allowed(pace):
        found = best(law, experiment.training.steps, PEAK, warmup_of(pace))
        assert found[-1].value <= law.slope(at_peak)[0] * (1 + 1e-6)


@pytest.mark.parametrize("law", EVERY_LAW)
@pytest.mark.parametrize("times", [1, TIMES])
@pytest.mark.parametrize("cls", [cls for cls in SCHEDULES if not cls.listens], ids=lambda cls: cls.__name__)
def test_no_schedule_of_the_catalog_ends_lower(cls: type[Schedule], times: int, law: Law) -> None:
    run = Run("run", cls.example().scaled(times))
    no_lower(law, Experiment.of(run, steps=min(STEPS * times, run.ends() or STEPS * times)), run)


@pytest.mark.parametrize("law", EVERY_LAW)
@pytest.mark.parametrize("name", presets())
def test_no_preset_ends_lower(name: str, law: Law) -> None:
    experiment = preset(name).miniature(STEPS * TIMES)
    for run in map(Run.untold, experiment.runs):
        no_lower(law, experiment, run)


drops = st.lists(st.one_of(st.just(0.0), st.floats(1e-3, 1.0)), min_size=2, max_size=STEPS)


@settings(max_examples=40)
@given(drops.filter(any), st.sampled_from((0, 10)), st.sampled_from((0.0, 0.1)))
def test_no_schedule_that_falls_at_random_ends_lower(drawn: list[float], warmup: int, floor: float) -> None:
    fallen = np.cumsum(drawn[::-1])[::-1] / sum(drawn)
    factors = np.interp(np.arange(STEPS - warmup), np.linspace(0, STEPS - 1 - warmup, len(fallen)), fallen)
    rates = np.concatenate([np.arange(warmup) / max(warmup, 1), floor + (1 - floor) * factors])
    value, _ = Bound().slope(Pace.of(lambda t: rates[t], STEPS))
    assert best(Bound(), STEPS, 1.0, warmup, floor)[-1].value <= value


@pytest.mark.parametrize("law", EVERY_LAW)
@pytest.mark.parametrize(
    ("steps", "warmup", "floor"),
    [(301, 0, 0.0), (301, 0, 0.1), (301, 30, 0.05), (40_000, 3000, 0.0), (200_000, 0, 0.1)],
)
def test_it_warms_up_then_falls_no_lower_than_the_floor(law: Law, steps: int, warmup: int, floor: float) -> None:
    *_, last = best(law, steps, PEAK, warmup, floor)
    t = np.arange(steps)
    factors = last.schedule.at(t, 1.0)
    np.testing.assert_allclose(factors[:warmup], np.arange(warmup) / max(warmup, 1), rtol=1e-12)
    assert factors[warmup] == 1
    assert np.all(np.diff(factors[warmup:]) <= 1e-12)
    assert factors[warmup:].min() >= floor * (1 - 1e-12)
    assert len(last.schedule.steps) <= MANY
    exact, _ = law.slope(Pace.of(lambda t: last.schedule.at(t, PEAK), steps))
    assert last.value == pytest.approx(exact, rel=1e-5)


@pytest.mark.parametrize("law", EVERY_LAW)
def test_each_that_comes_is_no_worse_than_the_one_before(law: Law) -> None:
    values = [progress.value for progress in best(law, 301, PEAK, 30, 0.05)]
    assert all(after <= before for before, after in itertools.pairwise(values[:-1]))
    assert values[-1] < values[0]
    assert values[-1] - values[-2] <= 0.021 * (values[0] - values[-2]), "what leaving knots out may lose"


@pytest.mark.parametrize("law", EVERY_LAW)
def test_a_lower_floor_is_no_worse(law: Law) -> None:
    none, low, high = (best(law, 301, PEAK, 0, floor)[-1].value for floor in (0.0, 1e-3, 0.1))
    assert none <= low * (1 + 3e-5)
    assert low <= high * (1 + 3e-5)


def test_the_bound_s_best_without_a_warm_up_is_the_linear_one() -> None:
    *_, last = best(Bound(), 100_000, 1.0)
    t = np.arange(0, 100_000, 50)
    assert np.max(np.abs(last.schedule.at(t, 1.0) - (1 - t / 100_000))) < 2e-3


def test_no_change_of_a_few_updates_is_better_than_the_bound_s_best() -> None:
    """At 40 updates each has a knot of its own, so that the best of all rates that fall is known: it is stationary."""
    rates = best(Bound(), 40, 1.0)[-2].schedule.at(np.arange(40), 1.0)

    def value(of: Floats) -> float:
        return Bound().slope(Pace.of(lambda t: of[t], 40))[0]

    for i in range(40):
        for by in (0.98, 1.02):
            moved = rates * np.where(np.arange(40) == i, by, 1.0)
            fallen = np.minimum.accumulate(moved)
            assert value(fallen) >= value(rates) * (1 - 1e-9)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"steps": 0}, "improved.steps"),
        ({"peak": 0.0}, "improved.peak"),
        ({"peak": float("nan")}, "improved.peak"),
        ({"warmup": 100}, "improved.warmup"),
        ({"floor": 1.0}, "improved.floor"),
        ({"knots": 65}, "improved.knots"),
    ],
)
def test_what_is_out_of_bounds_is_refused_by_name(given: dict[str, float], named: str) -> None:
    with pytest.raises(SpecError) as refused:
        next(improved(Bound(), **{"steps": 100, "peak": 1.0} | given))  # type: ignore[arg-type]
    assert refused.value.path == named
