"""Evidence that is made by hand, so that every number of it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from lrviz import Experiment, Run
from lrviz.results import RunResult, Trace
from lrviz.teaching.evidence import Evidence

PLAN = Experiment.of(Run("a"), Run("b"), steps=40, validate_every=10, seeds=(5, 6, 7))


def trace(losses: Sequence[float] = (), **given: Any) -> Trace:
    """Give a trace of those losses, with metrics after every tenth update and a rate of 0.1 unless others are given."""
    metrics = {name: np.array(values, dtype=float) for name, values in given.pop("metrics", {}).items()}
    many = max(map(len, metrics.values()), default=0)
    lrs = np.array(given.pop("lrs", [0.1] * len(losses)), dtype=float)
    return Trace(np.array(losses, dtype=float), lrs, metrics, np.arange(10, 10 * many + 1, 10), **given)


def evidence(traces: Mapping[str, Sequence[Trace]], experiment: Experiment = PLAN) -> Evidence:
    """Give what is known where each run did that with each seed of the plan."""
    seeds = experiment.training.seeds
    raced = {name: RunResult(name, dict(zip(seeds, each, strict=False))) for name, each in traces.items()}
    return Evidence(experiment, raced)


def of_accuracies(**values: Sequence[float]) -> Evidence:
    """Give evidence of runs that end with those accuracies, one a seed."""
    return evidence({name: [trace(metrics={"accuracy": [0.1, one]}) for one in each] for name, each in values.items()})
