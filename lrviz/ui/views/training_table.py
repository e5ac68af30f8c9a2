"""The Training view in numbers: the values at the cursor and the best of each run, the best of all marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.results import Trace
from lrviz.run import Run
from lrviz.ui.numbers import short, whole
from lrviz.ui.races import Raced, plan_behind
from lrviz.ui.table import Cell, Row, Table
from lrviz.ui.views.sight import Sight, visible
from lrviz.ui.views.told import SMOOTHED
from lrviz.ui.views.training_headline import Known, known_by

MISSING = Cell("–")


def table(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight) -> Table:
    """Give what the race has measured up to the cursor."""

    def translate(text: str) -> str:
        return QCoreApplication.translate("TrainingTable", text)

    ratio = plan_behind(experiment, raced.values()).training.steps / experiment.training.steps
    runs = visible(experiment)
    cursor, known = (sight.cursor or 0) * ratio, known_by(experiment)
    stopping = any(result.stopped for result in raced.values())
    rows = [_row(run, raced.get(run.name), cursor, known, selected=run.name == sight.selected) for run in runs]
    heads: tuple[str, ...] = (
        translate("LR"),
        translate("Mean") if known.walked else translate("Train loss"),
        translate("Height") if known.walked else translate("Val loss"),
        translate("Gradient") if known.walked else known.title[:1].upper() + known.title[1:],
        translate("Lowest") if known.walked else translate("Best"),
    )
    marked = _marked(rows, known)
    if stopping:
        heads = (*heads, translate("Stopped (best)"))
        marked = [replace(row, cells=(*row.cells, _stopped(raced.get(row.name), ratio))) for row in marked]
    return Table(translate("Metrics"), heads, tuple(marked))


def _row(run: Run, raced: Raced | None, cursor: float, known: Known, *, selected: bool) -> Row:
    if raced is None:
        return Row(run.name, run.colour, (MISSING,) * 5, faint=True, selected=selected)
    trace = raced.mean
    at = min(int(cursor), len(trace.losses) - 1)
    if at < 0:
        return Row(run.name, run.colour, (MISSING,) * 5, selected=selected)
    done = int(np.searchsorted(trace.metric_steps, at + 1, side="right"))
    recent = trace.losses[max(0, at + 1 - SMOOTHED) : at + 1]
    cells = (
        _number(float(trace.lrs[at])),
        _number(float(np.mean(recent))),
        _last(trace, "val_loss", done, short),
        _last(trace, "grad_norm" if known.walked else known.key, done, known.write),
        _best(trace, known, done),
    )
    return Row(run.name, run.colour, cells, faint=raced.stale, selected=selected)


def _marked(rows: list[Row], known: Known) -> list[Row]:
    """Mark the best of each column among the fresh rows, ties all; nothing where only one run stands."""
    lowest = (None, True, True, None if known.walked else not known.high, not known.high)
    marked = [list(row.cells) for row in rows]
    for column, low in enumerate(lowest):
        values = [row.cells[column].value for row in rows if not row.faint and np.isfinite(row.cells[column].value)]
        if low is None or len(values) < 2:
            continue
        best = min(values) if low else max(values)
        for cells, row in zip(marked, rows, strict=True):
            cell = cells[column]
            cells[column] = Cell(cell.text, cell.value, best=not row.faint and cell.value == best)
    return [
        Row(row.name, row.colour, tuple(cells), row.faint, row.selected)
        for row, cells in zip(rows, marked, strict=True)
    ]


def _stopped(raced: Raced | None, ratio: float) -> Cell:
    """Give after how many steps of the plan a run was stopped early, and after how many it was best."""
    stopped = () if raced is None else raced.stopped
    if not stopped:
        return MISSING
    end, best = (round(steps / ratio) for steps in (stopped[0].steps, stopped[0].best))
    return Cell(f"{whole(end)} ({whole(best)})", float(end))


def _number(value: float) -> Cell:
    return Cell(short(value), value)


def _last(trace: Trace, name: str, done: int, write: Callable[[float], str]) -> Cell:
    values = trace.metrics.get(name, ())
    if not done or len(values) < done:
        return MISSING
    value = float(values[done - 1])
    return Cell(write(value), value)


def _best(trace: Trace, known: Known, done: int) -> Cell:
    values = np.asarray(trace.metrics.get(known.key, ()))[:done]
    values = values[np.isfinite(values)]
    if not len(values):
        return MISSING
    best = float(values.max() if known.high else values.min())
    return Cell(known.write(best), best)
