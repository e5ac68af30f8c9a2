"""What the runs of a race reached: a table in the terminal, or as text to paste elsewhere."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from lrviz.catalog.metrics import metrics_of
from lrviz.catalog.task import Task
from lrviz.cli.progress import console
from lrviz.differences import best_of, difference
from lrviz.errors import LrvizError, nearest, shown
from lrviz.experiment import Experiment
from lrviz.export.typeset import TYPESET, Entry, Format, Sheet
from lrviz.results import Floats, Result, RunResult, Trace
from lrviz.sentences import filled

SHOWN: dict[Task, tuple[str, ...]] = {
    "classes": ("accuracy",),
    "binary": ("accuracy", "f1", "roc_auc"),
    "surface": (),
    "values": ("mae", "r2"),
    "ranking": ("ndcg", "mrr", "map"),
}
"""The metrics of each task that have a column; the JSON holds all."""


def baseline_of(experiment: Experiment, name: str | None) -> str:
    """Give the run that others are compared with; empty where none is wanted.

    Raises
    ------
    LrvizError
        There is no such run, or it is hidden and isn't trained.
    """
    names = [run.name for run in experiment.runs if run.visible]
    if name is None or name in names:
        return name or ""
    close = nearest(name, names)
    raise LrvizError(f"there is no run {shown(name)}: {f'the nearest is {close}' if close else ', '.join(names)}")


def table(experiment: Experiment, result: Result, form: Format | None = None, baseline: str = "") -> None:
    """Print what each run reached, the best marked, and where it was trained; in a format only the table."""
    reached = sheet(experiment, result, baseline)
    if form is not None:
        sys.stdout.write(TYPESET[form](reached))
        return
    printed = Table(box=SIMPLE_HEAD, pad_edge=False)
    for at, head in enumerate(reached.heads):
        words = at == 0 or head == "note"
        printed.add_column(head, justify="left" if words else "right", no_wrap=head != "note")
    best = {at for row in reached.rows for at, entry in enumerate(row) if entry.best}
    for row in reached.rows:
        printed.add_row(*(_text(entry, marked=at in best) for at, entry in enumerate(row)))
    terminal = console()
    terminal.print(printed)
    terminal.print(Text(_basis(experiment, result)))


def sheet(experiment: Experiment, result: Result, baseline: str = "") -> Sheet:
    """Give what each run reached, and what it has more than the baseline: the mean over seeds, and how far they spread.

    A difference is taken seed by seed and has its standard error; one that the seeds don't tell from none begins "≈".
    """
    columns = _columns(experiment.problem.task)
    base = next((run for run in result.runs if run.name == baseline), None)
    titles = [column.title for column in columns]
    apart = [f"Δ {title}" for title in titles] if base is not None else []
    best = {column: _best(column, result.runs) for column in columns}
    rows = []
    for i, run in enumerate(result.runs):
        traces = list(run.by_seed.values())
        cells = [_cell(_finals(column.key, traces), column.form, best=i in best[column]) for column in columns]
        apart_cells = [] if base is None else [_apart(column, run, base) for column in columns]
        last = _cell([_last_epoch(experiment, trace) for trace in traces], ".4f")
        rows.append((Entry(run.name), last, *cells, *apart_cells, Entry(_note(run))))
    heads = ("run", "loss, last epoch", *titles, *apart)
    if not any(row[-1].text for row in rows):
        return Sheet(heads, tuple(row[:-1] for row in rows))
    return Sheet((*heads, "note"), tuple(rows))


def _text(entry: Entry, *, marked: bool) -> Text:
    """Write a cell for the terminal: what is best is starred, so that it is known without colours."""
    if not marked:
        return Text(entry.text)
    return Text(f"{entry.text} *", style="bold green") if entry.best else Text(f"{entry.text}  ")


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


def _best(column: _Column, runs: Sequence[RunResult]) -> frozenset[int]:
    """Give the runs that are best of all that trained to the end, with those that the seeds don't tell from them."""
    whole = (all(map(_whole, run.by_seed.values())) for run in runs)
    finals = [
        np.array(_finals(column.key, list(run.by_seed.values()))) if there else np.zeros(0)
        for run, there in zip(runs, whole, strict=True)
    ]
    return best_of(finals, high=column.high)


def _whole(trace: Trace) -> bool:
    return trace.diverged_at is None and trace.halted is None


def _finals(key: str, traces: Sequence[Trace]) -> list[float]:
    return [float(trace.metrics[key][-1]) for trace in traces if len(trace.metrics.get(key, ()))]


def _cell(values: Sequence[float], form: str, *, best: bool = False) -> Entry:
    """Write the mean over the seeds and, of more than one, their standard deviation."""
    if not values or not np.isfinite(values).all():
        return Entry("–")
    mean = float(np.mean(values))
    if len(values) == 1:
        return Entry(f"{mean:{form}}", mean, best=best)
    spread = float(np.std(values, ddof=1))
    return Entry(f"{mean:{form}} ± {spread:{form}}", mean, spread, best)


def _apart(column: _Column, run: RunResult, base: RunResult) -> Entry:
    """Write what a run has more than the baseline, seed by seed, with its standard error."""
    if run is base:
        return Entry("–")
    found = difference(*np.array(list(_pairs(column.key, run, base))).reshape(-1, 2).T)
    if not found.pairs:
        return Entry("–")
    text = f"{found.mean:+{column.form}}"
    if found.pairs > 1:
        text = f"{'≈ ' if found.sure is False else ''}{text} ± {found.error:{column.form}}"
    return Entry(text, found.mean, found.error)


def _pairs(key: str, run: RunResult, base: RunResult) -> Iterator[Floats]:
    for seed, trace in run.by_seed.items():
        ends = [_finals(key, [one]) for one in (trace, base.by_seed[seed])]
        if all(ends):
            yield np.array([ends[0][0], ends[1][0]])


def _last_epoch(experiment: Experiment, trace: Trace) -> float:
    """Give the mean training loss of the last pass over the data; single batches are too noisy to compare."""
    last = trace.losses[-experiment.updates_per_pass :]
    return float(np.mean(last)) if len(last) else math.nan


def _note(run: RunResult) -> str:
    seeds = len(run.by_seed)
    notes = []
    for seed, trace in run.by_seed.items():
        which = f"seed {seed} " if seeds > 1 else ""
        if trace.diverged_at is not None:
            notes.append(f"{which}diverged at step {trace.diverged_at}")
        if trace.halted:
            text = "{which}halted after {n} step{n:|s}: {why}"
            notes.append(filled(text, which=which, n=len(trace.losses), why=trace.halted))
        if trace.stopped is not None:
            text = "{which}stopped early after {n} step{n:|s}, best after {best}"
            notes.append(filled(text, which=which, n=trace.stopped.steps, best=trace.stopped.best))
    return "; ".join(notes)


def _basis(experiment: Experiment, result: Result) -> str:
    training, problem = experiment.training, experiment.problem
    seeds = ("seed " if len(training.seeds) == 1 else "seeds ") + ", ".join(map(str, training.seeds))
    marked = " * best." if len(result.runs) > 1 else ""
    model = problem.model.outline(problem.inputs, problem.outputs)
    updates = filled("{n} update{n:|s}", n=training.steps)
    trained = f"{model} on {problem.title()}, {updates}, {seeds}."
    return f"{trained} Trained on {result.card} ({result.device}).{marked}"
