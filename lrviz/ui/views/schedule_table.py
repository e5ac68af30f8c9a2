"""The Schedule view in numbers: each run's rate at the cursor, its highest, last and mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.columns import columns
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.numbers import short
from lrviz.ui.races import Raced
from lrviz.ui.table import Cell, Row, Table
from lrviz.ui.views import metric, seen, told
from lrviz.ui.views.schedule_headline import first_refused
from lrviz.ui.views.sight import Sight, visible

SAMPLES = 2000
"""Places a mean rate is taken over."""


def table(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight) -> Table:
    """Give the rates of all visible runs, as supposed or, of those shown as they raced, as they were."""

    def translate(text: str) -> str:
        return QCoreApplication.translate("ScheduleTable", text)

    runs, cursor = visible(experiment), sight.cursor or 0
    moves = any(run.schedule is not None and run.schedule.cycles_momentum for run in runs)
    heads = (
        translate("At cursor"),
        translate("Peak"),
        translate("Final"),
        translate("Mean"),
        *((translate("Momentum"),) if moves else ()),
    )
    heard = dict(metric.raced_parts(runs, raced)) if sight.heard == "raced" else {}
    rows: list[Row] = []
    for run in runs:
        race = heard.get(run)
        if race is None:
            cells = _cells(experiment, run, cursor, moves)
        else:
            cells = _raced_cells(race, cursor / told.per_raced_update(experiment, race), moves)
        faint = race is not None and race.stale
        rows.append(Row(run.name, run.colour, cells, faint, selected=run.name == sight.selected))
    return Table(translate("Rates"), heads, tuple(rows))


def _raced_cells(race: Raced, cursor: float, moves: bool) -> tuple[Cell, ...]:
    """Give the rate a run had at an update of its race, and its highest, last and mean so far."""
    lrs = race.traces[0].lrs
    here = float(lrs[int(cursor)]) if cursor < len(lrs) else None
    values = (here, float(lrs.max()), float(lrs[-1]), float(lrs.mean()))
    return (*map(_cell, values), *((_cell(None),) if moves else ()))


def _cells(experiment: Experiment, run: Run, cursor: int, moves: bool) -> tuple[Cell, ...]:
    plan = seen.plan(experiment)
    cells = [_cell(value) for value in (seen.rate(plan, run, cursor), *_whole(plan, run))]
    if moves:
        cells.append(_cell(seen.momentum(plan, run, cursor)))
    return tuple(cells)


@lru_cache(maxsize=256)  # the cursor moves more often than a run changes
def _whole(experiment: Experiment, run: Run) -> tuple[float | None, float | None, float | None]:
    """Give a run's highest, last and mean rate."""
    last = experiment.training.steps - 1
    band = columns(experiment, run, 0, last, 512)
    end = experiment.curve(run, [last])
    stretch = last if len(end) else max(0, first_refused(experiment, run) - 1)
    mean = experiment.curve(run, np.unique(np.linspace(0, stretch, min(stretch + 1, SAMPLES)).astype(np.int64)))
    return (
        float(np.nanmax(band.high)) if len(band.high) else None,
        float(end.lr[0]) if len(end) else None,
        float(mean.lr.mean()) if len(mean) else None,
    )


def _cell(value: float | None) -> Cell:
    return Cell("–") if value is None else Cell(short(value), value)
