"""Evidence: what training a scene gave, and the numbers that claims are made of."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.metrics import METRICS, metrics_of
from lrviz.experiment import Experiment
from lrviz.results import Floats, Landscape, LRFinder, Result, RunResult, Trace
from lrviz.run import Run

WINDOW = 20
"""Updates that a batch's loss is averaged over, since one batch says little."""
LOSSES = ("loss", "train_loss")
WATCHED = ("grad_norm", "update_norm", "weight_norm", "update_ratio", "effective_lr")
PROBED = ("critical_lr", "sharpness", "noise_scale")
"""What a training with `probe` measures too."""
HIGH = frozenset(metric.key for metric in METRICS if metric.best == "high")
"""The metrics that are best where they are highest."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """An experiment and what is known of it: the runs that were `raced`, by name, with the same seeds.

    `finders` are LR finders by run, over those seeds. `planes` are landscapes, one a seed, by the run whose path was
    laid flat; "" has the plane through the runs' ends. `sharpness` is that of a run's end, (seeds,), by run,
    where no plane of its own says so.
    """

    experiment: Experiment
    raced: Mapping[str, RunResult] = field(default_factory=dict)
    finders: Mapping[str, LRFinder] = field(default_factory=dict)
    planes: Mapping[str, tuple[Landscape, ...]] = field(default_factory=dict)
    sharpness: Mapping[str, Floats] = field(default_factory=dict)

    @classmethod
    def of(cls, experiment: Experiment, result: Result) -> Self:
        """Give what a race says."""
        return cls(experiment, {run.name: run for run in result.runs})

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds of the trainings; the experiment's where nothing was raced."""
        first = next(iter(self.raced.values()), None)
        return self.experiment.training.seeds if first is None else tuple(first.by_seed)

    def first(self, many: int) -> Evidence:
        """Give what is known of the first so many seeds."""
        seeds = self.seeds[:many]
        raced = {name: RunResult(name, {seed: run.by_seed[seed] for seed in seeds}) for name, run in self.raced.items()}
        found = {name: _narrowed(finder, many) for name, finder in self.finders.items()}
        sharp = {name: values[:many] for name, values in self.sharpness.items()}
        planes = {name: seen[:many] for name, seen in self.planes.items()}
        plan = msgspec.structs.replace(self.experiment.training, seeds=seeds)
        return Evidence(msgspec.structs.replace(self.experiment, training=plan), raced, found, planes, sharp)

    def run(self, name: str) -> Run | None:
        """Give the run of that name."""
        return next((run for run in self.experiment.runs if run.name == name), None)

    def traces(self, run: str) -> list[Trace | None]:
        """Give what a run did with each seed; None where it wasn't raced."""
        raced = self.raced.get(run)
        return [None if raced is None else raced.by_seed.get(seed) for seed in self.seeds]


def known_metrics(experiment: Experiment) -> tuple[str, ...]:
    """Give the names of all that is measured of a training: its losses, its metrics, norms and probes."""
    keys = tuple(metric.key for metric in metrics_of(experiment.problem.task))
    return (*LOSSES, "val_loss", *keys, *WATCHED, *(PROBED if experiment.training.probe else ()))


# Numbers of one training ----------------------------------------------------------------------------------------------


def at(trace: Trace, metric: str, steps: int) -> float:
    """Give a metric after so many updates, or the mean loss of the last batches before; NaN where it isn't known."""
    if metric in LOSSES:
        if steps > len(trace.losses):
            return _lost(trace, metric)
        seen = trace.losses[max(0, steps - WINDOW) : steps]
        return float(np.mean(seen)) if len(seen) else math.nan
    values = trace.metrics.get(metric, np.zeros(0))
    found = values[trace.metric_steps[: len(values)] == steps]
    return float(found[0]) if len(found) else _lost(trace, metric)


def end(trace: Trace, metric: str) -> float:
    """Give the last value of a metric, or the mean loss of the last batches; a loss of what diverged is infinite."""
    if trace.diverged_at is not None:
        return _lost(trace, metric)
    if metric in LOSSES:
        return at(trace, metric, len(trace.losses))
    values = trace.metrics.get(metric, np.zeros(0))
    return float(values[-1]) if len(values) else math.nan


def best(trace: Trace, metric: str) -> float:
    """Give the best value of a metric: the highest where high ones are good, else the lowest."""
    return _of_all(np.nanmax if metric in HIGH else np.nanmin, _smoothed(trace, metric))


def highest(trace: Trace, metric: str) -> float:
    """Give the highest value of a metric, or of a single batch's loss."""
    return _of_all(np.nanmax, trace.losses if metric in LOSSES else trace.metrics.get(metric, np.zeros(0)))


def lowest(trace: Trace, metric: str) -> float:
    """Give the lowest value of a metric, or of a single batch's loss."""
    return _of_all(np.nanmin, trace.losses if metric in LOSSES else trace.metrics.get(metric, np.zeros(0)))


def spread(trace: Trace, metric: str, many: int) -> float:
    """Give the standard deviation (of a sample: n − 1) of the last so many values; NaN of fewer than two."""
    values = np.asarray(trace.losses if metric in LOSSES else trace.metrics.get(metric, ()))[-many:]
    return float(np.std(values, ddof=1)) if len(values) > 1 else math.nan


def rate(trace: Trace, step: int) -> float:
    """Give the first group's rate at an update; NaN where the training ended before."""
    return float(trace.lrs[step]) if step < len(trace.lrs) else math.nan


def cuts(trace: Trace) -> float:
    """Give how often the rate was lower than at the update before."""
    return float(np.count_nonzero(np.diff(trace.lrs) < 0))


def first_cut(trace: Trace) -> float:
    """Give the first update whose rate is lower than that of the one before; NaN where there is none."""
    where = np.flatnonzero(np.diff(trace.lrs) < 0)
    return float(where[0] + 1) if len(where) else math.nan


def same(one: Trace, other: Trace) -> bool:
    """Tell whether two trainings had the same losses, bit for bit."""
    return np.array_equal(one.losses, other.losses, equal_nan=True)


def has_grad(trace: Trace, parameter: str) -> bool:
    """Tell whether a parameter had a gradient in the last update that was measured."""
    return bool(np.isfinite(_of_parameter(trace, parameter, "gradients")[-1:]).any())


def moved(trace: Trace, parameter: str) -> bool:
    """Tell whether any of the updates that were measured changed a parameter."""
    return bool((_of_parameter(trace, parameter, "updates") > 0).any())


def _of_parameter(trace: Trace, parameter: str, what: Literal["gradients", "updates"]) -> NDArray[np.float32]:
    """Give a parameter's norms, one for each update that was measured; none where it isn't known."""
    norms = trace.norms
    if norms is None or parameter not in norms.names:
        return np.zeros(0, np.float32)
    found: NDArray[np.float32] = norms.gradients if what == "gradients" else norms.updates
    return found[:, norms.names.index(parameter)]


def _smoothed(trace: Trace, metric: str) -> NDArray[np.float64]:
    """Give a metric's values, or the means of so many batches' losses each."""
    if metric not in LOSSES:
        return np.asarray(trace.metrics.get(metric, ()))
    if len(trace.losses) < WINDOW:
        return trace.losses
    return np.asarray(np.lib.stride_tricks.sliding_window_view(trace.losses, WINDOW).mean(axis=-1))


def _of_all(reduce: Any, values: Floats) -> float:
    return float(reduce(values)) if len(values) and not np.isnan(values).all() else math.nan


def _lost(trace: Trace, metric: str) -> float:
    """Give what a metric is where a training doesn't reach: infinite where it is a loss that left all bounds."""
    return math.inf if trace.diverged_at is not None and metric in (*LOSSES, "val_loss") else math.nan


def _narrowed(finder: LRFinder, many: int) -> LRFinder:
    found = {name: values[:many] for name, values in finder.by_seed.items()}
    return replace(finder, losses=finder.losses[:many], smoothed=finder.smoothed[:many], by_seed=found)
