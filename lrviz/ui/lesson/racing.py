"""What the window has raced of an experiment, as claims take it."""

from __future__ import annotations

from collections.abc import Mapping

from lrviz.experiment import Experiment
from lrviz.results import RunResult, Trace
from lrviz.ui.racing.races import Raced, Races, raced_plan


def raced_whole(experiment: Experiment, races: Races) -> dict[str, RunResult]:
    """Give the results of the runs that were raced to their end as they are now, by name."""
    return whole(experiment, races.of(experiment))


def whole(experiment: Experiment, found: Mapping[str, Raced]) -> dict[str, RunResult]:
    """Give those of some results that are whole and of the experiment as it is."""
    training = raced_plan(experiment).training
    return {
        name: RunResult(name, dict(zip(training.seeds, raced.traces, strict=True)))
        for name, raced in found.items()
        if not raced.stale
        and len(raced.traces) == len(training.seeds)
        and all(_ended(trace, training.steps) for trace in raced.traces)
    }


def all_raced(experiment: Experiment, races: Races) -> bool:
    """Say whether every run in sight was raced as it is now, to its end."""
    found = raced_whole(experiment, races)
    return all(run.name in found for run in experiment.runs if run.visible)


def is_racing(experiment: Experiment, races: Races) -> bool:
    """Say whether the race under way is that of an experiment's runs in sight as they are."""
    plan = raced_plan(experiment)
    shown = Experiment(plan.problem, plan.training, tuple(run for run in plan.runs if run.visible))
    return races.active and races.recording is not None and races.recording.experiment == shown


def _ended(trace: Trace, steps: int) -> bool:
    early = trace.diverged_at is not None or trace.halted is not None or trace.stopped is not None
    return early or len(trace.losses) == steps
