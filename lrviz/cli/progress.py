"""A race, a survey or a search in the terminal: bars while it runs."""

from __future__ import annotations

import math
from argparse import Namespace
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from lrviz.events import Diverged, Event, Ground, Halted, Preparing, Raised, Stopped, Update
from lrviz.experiment import Experiment
from lrviz.results import Landscape, LRFinder, Result
from lrviz.sentences import filled

TICK = 10
"""Updates from one move of a bar to the next."""


class _Console(Console):
    """A console whose reader may leave: rich would end the process with the code of a diverged run."""

    def on_broken_pipe(self) -> None:
        """Leave it to the command line, which ends in silence."""
        raise BrokenPipeError


def raced(experiment: Experiment, device: Any, *, trust: bool) -> Result:
    """Train an experiment, with a bar for each run on standard error where that is a terminal.

    Raises
    ------
    ResourceError
        The device is absent, its memory is full, or the model's file isn't trusted.
    """
    console = _Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[now]}", markup=False),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        bars = _Bars(experiment, progress)
        from lrviz.engine.inline import train  # the bars are there while torch loads

        return train(experiment, device=device, on_event=bars.take, trust=trust)


def surveyed(experiment: Experiment, arguments: Namespace, aspect: float = 1.0) -> Landscape:
    """Survey a landscape of that shape, with a bar for what is under way on standard error where that is a terminal.

    Raises
    ------
    LrvizError
        An argument is out of its bounds, or the landscape can't be surveyed.
    """
    console = _Console(stderr=True)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        bar = progress.add_task("getting ready", total=1.0)
        from lrviz.engine.inline import landscape  # the bar is there while torch loads

        def take(event: Event) -> None:
            match event:
                case Preparing(words=words, done=done):
                    progress.update(bar, description=words, completed=done)
                case Ground(done=done):
                    progress.update(bar, description="measuring the landscape", completed=done)

        return landscape(
            experiment,
            method=arguments.method,
            what=arguments.what,
            grid=arguments.grid,
            span=arguments.span,
            seed=arguments.seed,
            origin=arguments.origin,
            aspect=aspect,
            device=arguments.device,
            trust=arguments.trust,
            on_event=take,
        )


def searched(experiment: Experiment, arguments: Namespace) -> LRFinder:
    """Raise the rate of a run, with a bar on standard error where that is a terminal.

    Raises
    ------
    LrvizError
        An argument is out of its bounds, or the run can't be trained.
    """
    console = _Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[now]}", markup=False), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=arguments.updates, now="")
        from lrviz.engine.inline import find_lr  # the bar is there while torch loads

        def take(event: Event) -> None:
            if isinstance(event, Raised):
                progress.update(bar, completed=event.step + 1, now=f"lr {event.lr:.2g}")

        return find_lr(
            experiment,
            0 if arguments.run is None else arguments.run,
            seeds=arguments.seeds,
            on=arguments.on,
            low=arguments.low,
            high=arguments.high,
            updates=arguments.updates,
            group=arguments.group,
            device=arguments.device,
            trust=arguments.trust,
            on_event=take,
        )


def console() -> Console:
    """Give what a table is printed on: as wide as the terminal, and wide enough for a file."""
    terminal = _Console(highlight=False)
    return terminal if terminal.is_terminal else _Console(highlight=False, width=200)


class _Bars:
    """One bar a run, which shows its first seed."""

    def __init__(self, experiment: Experiment, progress: Progress) -> None:
        self._progress = progress
        self._seeds = len(experiment.training.seeds)
        self._steps = experiment.training.steps
        self._tasks = [progress.add_task(run.name, total=self._steps, now="") for run in experiment.runs]

    def take(self, event: Event) -> None:
        """Show what an event brings."""
        match event:
            case Update(step=step, losses=losses) if step % TICK == 0 or step == self._steps - 1:
                for task, loss in zip(self._tasks, losses[:: self._seeds], strict=True):
                    if not math.isnan(loss):
                        self._progress.update(task, completed=step + 1, now=f"loss {loss:.3f}")
            case Diverged(member=member, step=step) if member % self._seeds == 0:
                self._progress.update(self._tasks[member // self._seeds], now=f"diverged at step {step}")
            case Halted(member=member, steps=steps) if member % self._seeds == 0:
                self._progress.update(
                    self._tasks[member // self._seeds], now=filled("halted after {n} step{n:|s}", n=steps)
                )
            case Stopped(member=member, steps=steps) if member % self._seeds == 0:
                self._progress.update(
                    self._tasks[member // self._seeds], now=filled("stopped early after {n} step{n:|s}", n=steps)
                )
