"""Forecasts by laws with coefficients: which sets there are, and fits to a race or a log as they are asked for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import lrviz
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.errors import SpecError
from lrviz.laws import LAWS, law_of
from lrviz.laws.annealing import Annealing, Coefficients
from lrviz.laws.fitting import fitted
from lrviz.laws.origin import Origin
from lrviz.laws.pace import Pace
from lrviz.results import Floats, Result, RunResult, Trace
from lrviz.run import Run

T = 2000
COSINE = Run("cosine", CosineAnnealingLR(T_max=T), SGD(lr=0.1))
LINEAR = Run("linear", LinearLR(1.0, 0.1, T), SGD(lr=0.1))
EXPERIMENT = lrviz.Experiment.of(COSINE, LINEAR, steps=T)
TRUTH = Annealing(Coefficients(0.5, 0.6, 0.5, 0.02), 0.99, Origin("", "", (0.0, 1.0), (0.0, np.inf)), 0.0)


def losses(rates: Floats, shift: float = 0.0) -> Floats:
    return TRUTH.predicted(Pace.of(lambda t: rates[t], len(rates)), np.arange(len(rates))).loss + shift


def raced(run: int, *shifts: float) -> RunResult:
    rates = EXPERIMENT.curve(run, np.arange(T)).lr
    traces = {seed: Trace(losses(rates, shift), rates) for seed, shift in enumerate(shifts or (0.0,))}
    return RunResult(EXPERIMENT.runs[run].name, traces)


def final(fit: Any, run: int = 1) -> float:
    return lrviz.forecast(EXPERIMENT, law="annealing", fit=fit, run=run).final


WANTED = [losses(EXPERIMENT.curve(run, np.arange(T)).lr)[-1] for run in (0, 1)]


@pytest.mark.parametrize("law", ["multi-power", "annealing"])
@pytest.mark.parametrize("size", ["25M", "100M", "400M"])
def test_a_set_of_coefficients_is_asked_for_by_name(law: str, size: str) -> None:
    run = Run("run", CosineAnnealingLR(T_max=24_000), AdamW(lr=3e-4))
    said = lrviz.forecast(run, law=law, fit=size, steps=24_000)
    level = {"25M": 3.30, "100M": 2.98, "400M": 2.74}[size]
    assert said.final == pytest.approx(level, abs=0.03)
    assert (said.law, said.unit, said.outside) == (law, "nats", "")
    np.testing.assert_allclose(said.high - said.low, 2 * law_of(law, size).band * np.where(said.loss > 0, 1, np.nan))


def test_the_middle_size_is_taken_where_none_is_named() -> None:
    for name in ("multi-power", "annealing"):
        assert law_of(name) is LAWS[name]["100M"]


def test_a_law_of_another_optimizer_says_nothing() -> None:
    said = lrviz.forecast(CosineAnnealingLR(T_max=24_000), law="multi-power", steps=24_000, lr=3e-4)
    assert "optimizers of Adam’s kind" in said.outside
    assert np.isnan(said.final)


def test_a_race_tells_how_its_other_schedules_would_end() -> None:
    assert final(raced(0)) == pytest.approx(WANTED[1], abs=0.02)
    assert final(Result("cpu", (raced(0), raced(1)))) == pytest.approx(WANTED[1], abs=2e-3)


def test_seeds_count_by_their_mean() -> None:
    assert final(raced(0, 0.3, -0.3), run=0) == pytest.approx(WANTED[0], abs=2e-3)


def test_a_log_tells_how_the_run_itself_goes() -> None:
    at = np.arange(0, T, 10)
    log = (at, raced(0).losses[at])
    assert final(log, run=0) == pytest.approx(WANTED[0], abs=2e-3)
    alone = lrviz.forecast(CosineAnnealingLR(T_max=T), law="annealing", fit=log, steps=T)
    assert alone.final == pytest.approx(WANTED[0], abs=2e-3)


def test_a_fit_is_asked_for_again() -> None:
    rates = EXPERIMENT.curve(0, np.arange(T)).lr
    found = fitted("annealing", [(Pace.of(lambda t: rates[t], T), np.arange(T), losses(rates))])
    assert final(found) == final(found.law)
    with pytest.raises(SpecError, match="forecast"):
        lrviz.forecast(EXPERIMENT, law="multi-power", fit=found)


def test_a_fit_knows_what_kind_of_optimizer_it_is_of() -> None:
    adam = lrviz.Experiment.of(COSINE, Run("adam", None, AdamW(lr=0.1)), steps=T)
    said = lrviz.forecast(adam, law="annealing", fit=raced(0), run=1)
    assert said.outside.startswith("the law was fitted to SGD and its kin")


def test_runs_of_both_kinds_are_not_fitted_together() -> None:
    both = lrviz.Experiment.of(COSINE, Run("linear", LINEAR.schedule, AdamW(lr=0.1)), steps=T)
    with pytest.raises(SpecError, match="not of both"):
        lrviz.forecast(both, law="annealing", fit=Result("cpu", (raced(0), raced(1))))


@pytest.mark.parametrize("fit", ["1B", 3, ([1, 2], [3.0, 2.0])])
def test_what_is_no_fit_is_refused(fit: Any) -> None:
    with pytest.raises(SpecError):
        lrviz.forecast(EXPERIMENT, law="annealing", fit=fit)


def test_the_bound_has_nothing_to_fit() -> None:
    with pytest.raises(SpecError):
        lrviz.forecast(EXPERIMENT, law="bound", fit=raced(0))


def test_a_timescale_is_asked_for_like_a_forecast() -> None:
    decaying = Run("r", CosineAnnealingLR(2400), AdamW(lr=1e-2, weight_decay=0.1))
    said = lrviz.timescale(decaying, steps=2400)
    assert said.memory.min() == pytest.approx(1000)
    assert lrviz.timescale(lrviz.Experiment.of(Run("free"), decaying, steps=2400), run=1).half == said.half
    assert np.isinf(lrviz.timescale(CosineAnnealingLR(2400), steps=2400).memory).all()


@pytest.mark.parametrize(
    ("given", "more", "message"),
    [
        (LinearLR(), {}, "timescale(steps=None): steps must be a whole number ≥ 1"),
        (lrviz.Experiment.first_open(), {"steps": 9}, "timescale(steps=9): steps must be left out"),
        (lrviz.Experiment.first_open(), {"run": 3}, "timescale(run=3): run must be the index of one of the 3 runs"),
    ],
)
def test_a_timescale_of_nothing_is_refused_by_name(given: Any, more: dict[str, int], message: str) -> None:
    with pytest.raises(SpecError) as refused:
        lrviz.timescale(given, **more)
    assert message in str(refused.value)
