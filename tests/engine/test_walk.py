"""A walk: its height is never blurred by the noise, every place is told, and the lessons about rates hold."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import (
    SGD,
    AdamW,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    Experiment,
    ExponentialLR,
    Group,
    LambdaLR,
    Muon,
    OneCycleLR,
    Result,
    Run,
    StepLR,
    Walk,
    train,
)
from lrviz.basins import basins
from lrviz.catalog.surfaces.ackley import Ackley
from lrviz.catalog.surfaces.himmelblau import Himmelblau
from lrviz.catalog.surfaces.quadratic import Quadratic
from lrviz.catalog.surfaces.rosenbrock import Rosenbrock

Floats = np.ndarray[Any, np.dtype[np.float64]]


def walked(problem: Walk, steps: int, *runs: Run, seeds: int = 1, batch: int = 1, every: int = 10**6) -> Result:
    training: dict[str, Any] = {"steps": steps, "batch_size": batch, "seeds": tuple(range(seeds))}
    return train(Experiment.of(*runs, problem=problem, validate_every=every, **training), device="cpu")


def heights(result: Result) -> dict[str, Floats]:
    """Give where each seed of each run ends: its height."""
    return {
        run.name: np.array([trace.metrics["val_loss"][-1] for trace in run.by_seed.values()]) for run in result.runs
    }


def test_the_loss_is_the_height_and_the_noise_is_in_the_gradient_only() -> None:
    problem = Walk(model=Rosenbrock(), noise=2.0)
    trace = walked(problem, 40, Run("run", None, SGD(lr=0.01)), every=1).runs[0].first
    assert (trace.places.shape, trace.slopes.shape) == ((41, 2), (40, 2))
    np.testing.assert_allclose(trace.places[0], problem.model.start, rtol=1e-6)
    np.testing.assert_allclose(trace.losses, problem.model.at(*trace.places[:-1].T), rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(trace.metrics["val_loss"], problem.model.at(*trace.places[1:].T), rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(np.diff(trace.places, axis=0), -0.01 * trace.slopes, atol=1e-6)
    pushes = trace.slopes - problem.model.slope(*trace.places[:-1].T)
    assert pushes.std() == pytest.approx(2, rel=0.3)
    assert set(trace.metrics) >= {"val_loss", "grad_norm"}
    assert "accuracy" not in trace.metrics
    assert trace.looks == ()


def test_a_larger_batch_is_calmer() -> None:
    def pushed(batch: int) -> float:
        problem = Walk(model=Quadratic(), noise=4.0)
        trace = walked(problem, 60, Run("run", None, SGD(lr=1e-6)), batch=batch).runs[0].first
        return float((trace.slopes - problem.model.slope(*trace.places[:-1].T)).std())

    assert pushed(16) == pytest.approx(pushed(1) / 4, rel=0.35)


def test_many_walk_as_each_would_alone_and_all_their_places_are_told() -> None:
    runs = (
        Run("sgd", StepLR(5), SGD(lr=0.01, momentum=0.9), clip=3.0),
        Run("adamw", CosineAnnealingLR(12), AdamW(lr=0.1)),
        Run("along x", None, SGD(lr=0.01), groups=(Group("y", frozen=True),)),
        Run("lost", None, SGD(lr=10.0)),
        Run("one cycle", OneCycleLR(0.05, total_steps=7), SGD(lr=0.01, momentum=0.9)),
    )
    problem = Walk(model=Himmelblau(), noise=1.0)
    together = walked(problem, 12, *runs, seeds=2)
    for run, found in zip(runs, together.runs, strict=True):
        alone, other = walked(problem, 12, run).runs[0].first, found.first
        assert (len(other.losses), other.diverged_at) == (len(alone.losses), alone.diverged_at)
        assert len(other.places) == len(other.losses) + 1 == len(other.slopes) + 1
        if run.name != "lost":
            np.testing.assert_allclose(other.places, alone.places, atol=1e-4)
            np.testing.assert_allclose(other.slopes, alone.slopes, atol=1e-3)
    frozen = together.runs[2].first
    assert (frozen.places[:, 1] == 0).all()
    assert (frozen.slopes[:, 1] == 0).all()
    clipped = np.hypot(*together.runs[0].first.slopes.T)
    assert clipped.max() == pytest.approx(3, rel=1e-4)
    first, second = (together.runs[0].by_seed[seed].places for seed in (0, 1))
    assert not np.allclose(first, second)
    np.testing.assert_array_equal(first[0], second[0])


def test_other_problems_tell_no_places() -> None:
    trace = train(Experiment.of(Run("run"), steps=2), device="cpu").runs[0].first
    assert (trace.places.shape, trace.slopes.shape) == ((0, 2), (0, 2))


def test_muon_takes_no_single_numbers() -> None:
    run = Run("run").with_optimizer(Muon(lr=0.1), Walk())
    experiment = Experiment.of(run, problem=Walk(), steps=2, batch_size=1)
    assert experiment.runs[0].misfit(experiment.problem)
    assert train(experiment, device="cpu").runs[0].halted


def test_lesson_1a_a_high_constant_rate_rattles() -> None:
    sgd = SGD(lr=0.09)
    schedules = {"step": StepLR(100), "cosine": CosineAnnealingLR(300), "exponential": ExponentialLR(0.01 ** (1 / 300))}
    runs = (Run("constant", None, sgd), *(Run(name, schedule, sgd) for name, schedule in schedules.items()))
    found = heights(walked(Walk(model=Quadratic(), noise=1.0), 300, *runs, seeds=20))
    assert (found["cosine"] < found["constant"]).sum() >= 17
    assert found["constant"].mean() >= 8 * found["cosine"].mean()
    assert max(found[name].mean() for name in ("step", "exponential")) < found["constant"].mean() / 8


def test_lesson_1b_a_decay_only_costs_where_distance_is_wanted() -> None:
    def run(lr: float, steps: int, noise: float) -> dict[str, Floats]:
        runs = (Run("constant", None, SGD(lr=lr)), Run("cosine", CosineAnnealingLR(steps), SGD(lr=lr)))
        return heights(walked(Walk(model=Rosenbrock(), noise=noise), steps, *runs, seeds=20))

    calm, rough = run(0.005, 600, 0.5), run(0.015, 400, 5.0)
    assert (calm["constant"] < calm["cosine"]).sum() >= 15
    assert (rough["cosine"] < rough["constant"]).sum() >= 15


def test_lesson_6_restarts_give_another_chance() -> None:
    sgd = SGD(lr=0.1)
    stop = LambdaLR("(1 + cos(pi * min(t, 100) / 100)) / 2")
    runs = (Run("stop", stop, sgd), Run("restarts", CosineAnnealingWarmRestarts(100), sgd), Run("constant", None, sgd))
    result = walked(Walk(model=Ackley(), noise=4.0), 400, *runs, seeds=20)
    ends = [np.array([trace.places[-1] for trace in run.by_seed.values()]) for run in result.runs]
    found = basins(Ackley(), np.concatenate(ends))
    assert found.minima[0].height == pytest.approx(0, abs=1e-6)
    escaped = (found.of == 0).reshape(3, 20).sum(axis=1)
    assert escaped[1] >= escaped[0] + 5
    low = {name: int((own < 0.5).sum()) for name, own in heights(result).items()}
    assert low["restarts"] == escaped[1]  # settled where it escaped to
    assert low["constant"] < low["stop"] + 5


def test_a_surface_s_fingerprint_holds_its_start() -> None:
    experiment = Experiment.of(Run("run"), problem=Walk(), batch_size=1)
    moved = replace(experiment, problem=Walk(model=Rosenbrock(start=(0.0, 0.0))))
    assert experiment.fingerprint(experiment.runs[0]) != moved.fingerprint(moved.runs[0])
