"""Results are what their first seed says, and curves are arrays."""

from __future__ import annotations

import numpy as np
import pytest

from lrviz.results import Curve, Look, Predictions, Result, RunResult, Trace


def trace(seed: int) -> Trace:
    losses = np.arange(3.0) + seed
    return Trace(losses, losses / 10, {"accuracy": losses}, np.arange(3), diverged_at=seed, halted=f"seed {seed}")


def test_a_runs_own_values_are_its_first_seeds() -> None:
    run = RunResult("run", {4: trace(4), 1: trace(1)})
    assert run.losses.tolist() == [4, 5, 6]
    assert run.lrs.tolist() == [0.4, 0.5, 0.6]
    assert run.metrics["accuracy"].tolist() == [4, 5, 6]
    assert run.metric_steps.tolist() == [0, 1, 2]
    assert (run.diverged_at, run.halted) == (4, "seed 4")
    assert run.by_seed[1].losses.tolist() == [1, 2, 3]


def test_predictions_are_the_first_seeds_or_none() -> None:
    first, last = (Predictions(np.zeros(1, np.int64), np.zeros((1, 2), np.float32)) for _ in range(2))
    looks = (Look(1, first, first), Look(2, first, last))
    traces = (
        Trace(np.zeros(1), np.zeros(1)),
        Trace(np.zeros(1), np.zeros(1), looks=looks),
        Trace(np.zeros(1), np.zeros(1), looks=looks, diverged_at=1),
    )
    result = Result("cpu", tuple(RunResult(str(i), {0: trace}) for i, trace in enumerate(traces)))
    assert [result.predictions(i) for i in range(3)] == [None, last, None]


def test_a_curve_is_an_array_of_its_first_group() -> None:
    curve = Curve(np.arange(2), np.array([[0.1, 0.2], [1.0, 2.0]]))
    assert len(curve) == 2
    assert curve.lr.tolist() == [0.1, 0.2]
    np.testing.assert_array_equal(np.asarray(curve), [0.1, 0.2])
    assert np.asarray(curve, dtype=np.float32).dtype == np.float32
    assert np.max(curve) == pytest.approx(0.2)
