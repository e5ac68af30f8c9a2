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
from lrviz.ui.racing.raced import Raced
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
        values = _whole(seen.plan(experiment), run) if race is None else _raced(race)
        here = seen.rate(seen.plan(experiment), run, cursor)
        if race is not None:
            here = _rate_at(race, cursor / told.per_raced_update(experiment, race))
        cells = [_cell(value) for value in (here, *values)]
        if moves:
            cells.append(_cell(seen.momentum(seen.plan(experiment), run, cursor)))
        faint = race is not None and race.stale
        rows.append(Row(run.name, run.colour, tuple(cells), faint, selected=run.name == sight.selected))
    return Table(translate("Rates"), heads, tuple(rows), key="schedule")


def _rate_at(race: Raced, cursor: float) -> float | None:
    """Give the rate a run had at an update of its race; None where it hasn't been."""
    lrs = race.traces[0].lrs
    return float(lrs[int(cursor)]) if cursor < len(lrs) else None


def _raced(race: Raced) -> tuple[float | None, float | None, float | None]:
    """Give the highest, last and mean rate of a race so far."""
    lrs = race.traces[0].lrs
    return float(lrs.max()), float(lrs[-1]), float(lrs.mean())


def _whole(experiment: Experiment, run: Run) -> tuple[float | None, float | None, float | None]:
    """Give a run's highest, last and mean rate over the plan; none while it is scanned."""
    return _of_all(experiment, run) if seen.scanned(experiment, run) is None else (None, None, None)


@lru_cache(maxsize=256)  # the cursor moves more often than a run changes
def _of_all(experiment: Experiment, run: Run) -> tuple[float | None, float | None, float | None]:
    last = experiment.training.steps - 1
    band = columns(experiment, run, 0, last, 512)
    end = experiment.curve(run, [last])
    stretch = last if len(end) else max(0, first_refused(experiment, run) - 1)
    if experiment.scans(run):  # its single steps cost more than its bands
        final = float(end.lr[0]) if len(end) else None
        return float(np.max(band.high, initial=0.0)), final, float(np.mean((band.low + band.high) / 2))
    mean = experiment.curve(run, np.unique(np.linspace(0, stretch, min(stretch + 1, SAMPLES)).astype(np.int64)))
    return (
        float(np.nanmax(band.high)) if len(band.high) else None,
        float(end.lr[0]) if len(end) else None,
        float(mean.lr.mean()) if len(mean) else None,
    )


def _cell(value: float | None) -> Cell:
    return Cell("–") if value is None else Cell(short(value), value)
