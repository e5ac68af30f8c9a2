"""Chosen: the run that a choice in the form makes of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from lrviz.catalog.carried import fitted
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.resuming import resumed
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.spec import Spec
from lrviz.ui.form.choices import CONSTANT

S = TypeVar("S", bound=Spec)


def with_schedule(run: Run, key: str, experiment: Experiment) -> Run:
    """Give a run with the schedule of that name, its fields fitted to the plan.

    Of a branch another class starts where it leaves: it can't go on with what it hasn't been.
    """
    if key == CONSTANT:
        return replace(run, schedule=None)
    cls, before, steps = named(SCHEDULES, key), run.schedule, experiment.scheduler_steps(run)
    if isinstance(before, cls):
        return run
    if cls is Resumed and before is not None and not before.apart:
        return replace(run, schedule=resumed(before, steps // 2, steps))
    if run.branch is not None and run.branch.scheduler == "continues":
        run = replace(run, branch=replace(run.branch, scheduler="starts"))
        steps = experiment.scheduler_steps(run)
    return replace(run, schedule=fitted(cls, before, steps, run.optimizer.rate))


def with_optimizer(run: Run, key: str, experiment: Experiment | None) -> Run:
    """Give a run with the optimizer of that name, and what it doesn't take frozen."""
    chosen = named(OPTIMIZERS, key).example()
    return replace(run, optimizer=chosen) if experiment is None else run.with_optimizer(chosen, experiment.problem)


def with_loss(run: Run, key: str, experiment: Experiment | None) -> Run:
    """Give a run with the loss of that name, fitted to the problem's task."""
    cls = named(LOSSES, key)
    if isinstance(run.loss, cls) or experiment is None:
        return run
    return replace(run, loss=cls.fitted(experiment.problem.task))


def with_steps(run: Run, stepped: str, experiment: Experiment | None) -> Run:
    """Give a run whose scheduler counts in epochs or in batches, and keeps its shape over the plan."""
    changed = replace(run, stepped=stepped)
    if changed.schedule is None or experiment is None:
        return changed
    ratio = experiment.scheduler_steps(changed) / experiment.scheduler_steps(run)
    return replace(changed, schedule=changed.schedule.scaled(ratio))


def named(classes: Sequence[type[S]], name: str) -> type[S]:
    """Give the class of a name."""
    return next(cls for cls in classes if cls.__name__ == name)
