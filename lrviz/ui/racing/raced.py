"""Raced: what a race has given for a run, and what is raced of a plan: itself, or a miniature."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.results import Result, RunResult, Stopped, Trace
from lrviz.ui.numbers import whole

LONGEST_RACE = 5000
"""A longer plan is raced as a miniature."""
MINIATURE = 600
"""Updates of a miniature."""


@dataclass(frozen=True, eq=False)
class Raced:
    """What a race has given so far for one run: a trace for each seed, of `steps` updates in all.

    `stale` traces belong to an earlier version of the run; `device` is where it ran, in words. They are of these
    `seeds`. It was raced as the run of `name` in the experiment `planned`, None where that isn't known. An update of
    its race took `pace` seconds, NaN where that wasn't measured.
    """

    traces: tuple[Trace, ...]
    steps: int
    stale: bool = False
    running: bool = False
    device: str = ""
    seeds: tuple[int, ...] = ()
    name: str = ""
    planned: Experiment | None = None
    pace: float = math.nan

    @cached_property
    def mean(self) -> Trace:
        """The mean over the seeds, as far as the slowest has come; it diverged where the first of them did."""
        return _mean(self.traces)

    @property
    def steps_done(self) -> int:
        """How many updates the furthest seed has done."""
        return max(len(trace.losses) for trace in self.traces)

    @property
    def stopped(self) -> tuple[Stopped, ...]:
        """The seeds that were stopped early, the first of them first."""
        found = (trace.stopped for trace in self.traces if trace.stopped is not None)
        return tuple(sorted(found, key=lambda stopped: stopped.steps))

    @property
    def ended(self) -> bool:
        """Whether every seed has done its last update, or can do no more."""
        return all(len(trace.losses) == self.steps or trace.ended for trace in self.traces)


@lru_cache(maxsize=128)  # a race that is done gives the same traces again
def _mean(traces: tuple[Trace, ...]) -> Trace:
    if len(traces) == 1:
        return traces[0]
    first, steps = traces[0], min(len(trace.losses) for trace in traces)
    checks = min(len(trace.metric_steps) for trace in traces)
    means = {
        name: np.mean([trace.metrics[name][:checks] for trace in traces], axis=0)
        for name in first.metrics
        if all(name in trace.metrics for trace in traces)
    }
    diverged = [trace.diverged_at for trace in traces if trace.diverged_at is not None]
    return Trace(
        losses=np.mean([trace.losses[:steps] for trace in traces], axis=0),
        lrs=first.lrs[:steps],
        metrics=means,
        metric_steps=first.metric_steps[:checks],
        diverged_at=min(diverged, default=None),
        halted=next((trace.halted for trace in traces if trace.halted is not None), None),
    )


def shrinks(experiment: Experiment) -> bool:
    """Say whether a race of this experiment trains a miniature of it."""
    return experiment.training.steps > LONGEST_RACE


@lru_cache(maxsize=8)  # asked for by every part of the window that shows a step
def raced_plan(experiment: Experiment) -> Experiment:
    """Give what a race of this experiment trains: the plan itself, or a miniature of a long one or of other data."""
    return experiment.miniature(MINIATURE if shrinks(experiment) else experiment.training.steps)


def stand_in(experiment: Experiment) -> str:
    """Say what a race trains on in place of the planned examples; empty where none are planned."""
    planned = experiment.training
    if planned.examples is None:
        return ""
    raced = raced_plan(experiment).training
    there = experiment.problem.train_size
    if raced.examples_per_update == planned.examples_per_update:
        text = QCoreApplication.translate("Races", "A race sees {0} example{0:|s} in place of the {1} planned.")
    else:
        text = QCoreApplication.translate(
            "Races", "A race sees {0} example{0:|s} in place of the {1} planned, and {2} an update in place of {3}."
        )
    return text.format(
        whole(there),
        whole(planned.examples),
        whole(raced.examples_per_update),
        whole(planned.examples_per_update),
    )


def plan_behind(experiment: Experiment, raced: Iterable[Raced]) -> Experiment:
    """Give the plan that was raced, or would be: the experiment at the length of its fresh results."""
    steps = next((result.steps for result in raced if not result.stale), raced_plan(experiment).training.steps)
    return experiment.miniature(steps)


def of_result(experiment: Experiment, result: Result) -> dict[str, Raced]:
    """Give a finished result as the views take it, by the names of the runs."""
    return {
        run.name: Raced(
            tuple(run.by_seed.values()),
            experiment.training.steps,
            device=result.card or result.device,
            seeds=tuple(run.by_seed),
            name=run.name,
            planned=experiment,
        )
        for run in result.runs
    }


def result_of(experiment: Experiment, raced: Mapping[str, Raced]) -> Result | None:
    """Give what the views take as a finished result, of the runs that are as they were raced; None where none is."""
    fresh = {name: one for name, one in raced.items() if not one.stale and one.steps_done}
    seeds = experiment.training.seeds
    runs = tuple(RunResult(name, dict(zip(seeds, one.traces, strict=True))) for name, one in fresh.items())
    return Result("", runs, next(one.device for one in fresh.values())) if fresh else None
