"""The Training view in numbers: the values at the cursor and the best of each run, the best of all marked."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.results import Trace
from lrviz.run import Run
from lrviz.ui.numbers import short
from lrviz.ui.races import Raced, plan_behind
from lrviz.ui.table import Cell, Row, Table
from lrviz.ui.views.sight import Sight, percent, visible
from lrviz.ui.views.training import SMOOTHED

MISSING = Cell("–")


def table(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight) -> Table:
    """Give what the race has measured up to the cursor."""

    def translate(text: str) -> str:
        return QCoreApplication.translate("TrainingTable", text)

    ratio = plan_behind(experiment, raced.values()).training.steps / experiment.training.steps
    runs = visible(experiment)
    cursor = (sight.cursor or 0) * ratio
    rows = [_row(run, raced.get(run.name), cursor, run.name == sight.selected) for run in runs]
    heads = (
        translate("LR"),
        translate("Train loss"),
        translate("Val loss"),
        translate("Accuracy"),
        translate("Best"),
    )
    return Table(translate("Metrics"), heads, tuple(_marked(rows)))


def _row(run: Run, raced: Raced | None, cursor: float, selected: bool) -> Row:
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
        _last(trace, "val_loss", done),
        _last(trace, "accuracy", done, share=True),
        _best(trace, done),
    )
    return Row(run.name, run.colour, cells, faint=raced.stale, selected=selected)


def _marked(rows: list[Row]) -> list[Row]:
    """Mark the best of each column among the fresh rows, ties all; nothing where only one run stands."""
    lowest = (None, True, True, False, False)
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


def _number(value: float) -> Cell:
    return Cell(short(value), value)


def _last(trace: Trace, name: str, done: int, *, share: bool = False) -> Cell:
    values = trace.metrics.get(name, ())
    if not done or len(values) < done:
        return MISSING
    value = float(values[done - 1])
    return Cell(percent(value) if share else short(value), value)


def _best(trace: Trace, done: int) -> Cell:
    values = np.asarray(trace.metrics.get("accuracy", ()))[:done]
    values = values[np.isfinite(values)]
    return Cell(percent(float(values.max())), float(values.max())) if len(values) else MISSING
