"""What the window has raced of an experiment, as claims take it."""

from __future__ import annotations

from lrviz.experiment import Experiment
from lrviz.results import RunResult
from lrviz.ui.racing.raced import raced_plan
from lrviz.ui.racing.races import Races


def raced_whole(experiment: Experiment, races: Races) -> dict[str, RunResult]:
    """Give the results of the runs that were raced to their end as they are now, by name."""
    return {
        name: RunResult(name, dict(zip(raced.seeds, raced.traces, strict=True)))
        for name, raced in races.of(experiment).items()
        if not raced.stale and raced.ended
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
