"""A race, a survey or a search in the terminal: bars while it runs; of a race, a table when it is done."""

from __future__ import annotations

import math
from argparse import Namespace
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from lrviz.catalog.metrics import metrics_of
from lrviz.catalog.task import Task
from lrviz.events import Diverged, Event, Ground, Halted, Preparing, Raised, Stopped, Update
from lrviz.experiment import Experiment
from lrviz.results import Landscape, LRFinder, Result, RunResult, Trace

SHOWN: dict[Task, tuple[str, ...]] = {
    "classes": ("accuracy",),
    "binary": ("accuracy", "f1", "roc_auc"),
    "surface": (),
    "values": ("mae", "r2"),
    "ranking": ("ndcg", "mrr", "map"),
}
"""The metrics of each task that have a column; the JSON holds all."""

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


def table(experiment: Experiment, result: Result) -> None:
    """Print what each run reached, the best marked, and where it was trained."""
    shown = Table(box=SIMPLE_HEAD, pad_edge=False)
    shown.add_column("run", no_wrap=True)
    columns = _columns(experiment.problem.task)
    for title in ("loss, last epoch", *(column.title for column in columns)):
        shown.add_column(title, justify="right", no_wrap=True)
    shown.add_column("")
    best = {column: _best(column, result.runs) for column in columns}
    for i, run in enumerate(result.runs):
        traces = list(run.by_seed.values())
        cells = [_cell(column, traces, i in best[column]) for column in columns]
        shown.add_row(Text(run.name), _written([_last_epoch(experiment, t) for t in traces], ".4f"), *cells, _note(run))
    printed = console()
    printed.print(shown)
    printed.print(Text(_basis(experiment, result)))


def console() -> Console:
    """Give what a table is printed on: as wide as the terminal, and wide enough for a file."""
    terminal = _Console(highlight=False)
    return terminal if terminal.is_terminal else _Console(highlight=False, width=200)


class _Column(NamedTuple):
    """A metric in the table: its key, name, what is best of it, and how it is written."""

    key: str
    title: str
    high: bool
    form: str


def _columns(task: Task) -> tuple[_Column, ...]:
    known = {metric.key: metric for metric in metrics_of(task)}
    measured = (
        _Column(key, known[key].title.lower(), known[key].best == "high", ".2%" if known[key].share else ".4f")
        for key in SHOWN[task]
    )
    return (
        _Column("val_loss", "height" if task == "surface" else "validation loss", high=False, form=".4f"),
        *measured,
    )


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
                self._progress.update(self._tasks[member // self._seeds], now=f"halted after {steps} steps")
            case Stopped(member=member, steps=steps) if member % self._seeds == 0:
                self._progress.update(self._tasks[member // self._seeds], now=f"stopped early after {steps} steps")


def _best(column: _Column, runs: Sequence[RunResult]) -> set[int]:
    """Give the runs that are best of all that trained to the end; none where there is nothing to compare."""
    finals = {
        i: float(np.mean([trace.metrics[column.key][-1] for trace in run.by_seed.values()]))
        for i, run in enumerate(runs)
        if all(_whole(trace) and len(trace.metrics.get(column.key, ())) for trace in run.by_seed.values())
    }
    if len(runs) < 2 or not finals:
        return set()
    best = (max if column.high else min)(finals.values())
    return {i for i, value in finals.items() if value == best}


def _whole(trace: Trace) -> bool:
    return trace.diverged_at is None and trace.halted is None


def _cell(column: _Column, traces: Sequence[Trace], best: bool) -> Text:
    finals = [float(trace.metrics[column.key][-1]) for trace in traces if len(trace.metrics.get(column.key, ()))]
    text = _written(finals, column.form)
    return Text(f"{text} *", style="bold green") if best else Text(f"{text}  ")


def _written(values: Sequence[float], form: str) -> str:
    """Write the mean over the seeds and, of more than one, their standard deviation."""
    if not values:
        return "–"
    mean = f"{np.mean(values):{form}}"
    return mean if len(values) == 1 else f"{mean} ± {np.std(values, ddof=1):{form}}"


def _last_epoch(experiment: Experiment, trace: Trace) -> float:
    """Give the mean training loss of the last pass over the data; single batches are too noisy to compare."""
    last = trace.losses[-experiment.updates_per_pass :]
    return float(np.mean(last)) if len(last) else math.nan


def _note(run: RunResult) -> Text:
    seeds = len(run.by_seed)
    notes = []
    for seed, trace in run.by_seed.items():
        which = f"seed {seed} " if seeds > 1 else ""
        if trace.diverged_at is not None:
            notes.append(f"{which}diverged at step {trace.diverged_at}")
        if trace.halted:
            notes.append(f"{which}halted after {len(trace.losses)} steps: {trace.halted}")
        if trace.stopped is not None:
            notes.append(f"{which}stopped early after {trace.stopped.steps} steps, best after {trace.stopped.best}")
    return Text("; ".join(notes))


def _basis(experiment: Experiment, result: Result) -> str:
    training, problem = experiment.training, experiment.problem
    seeds = ("seed " if len(training.seeds) == 1 else "seeds ") + ", ".join(map(str, training.seeds))
    marked = " * best." if len(result.runs) > 1 else ""
    model = problem.model.outline(problem.inputs, problem.outputs)
    trained = f"{model} on {problem.title()}, {training.steps} updates, {seeds}."
    return f"{trained} Trained on {result.card} ({result.device}).{marked}"
