"""The Schedule view: every run's learning rate, and momentum where it moves, exact in each pixel column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from math import ceil
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.columns import Columns, Quantity
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.figure import Axis, Figure, Line, Plot, Reading
from lrviz.ui.numbers import short
from lrviz.ui.races import Raced
from lrviz.ui.store import Unit
from lrviz.ui.views import schedule_headline, seen
from lrviz.ui.views.sight import Sight, named, visible

DECADES = 8
"""How far below the highest rate a log axis goes."""


class Rates(NamedTuple):
    """Curves ready to be drawn; `sampled` says that some couldn't be evaluated at every step."""

    lines: tuple[Line, ...]
    axis: Axis
    sampled: bool


def figure(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight) -> Figure:
    """Give the curves of all visible runs over the stretch in sight."""
    runs = visible(experiment)
    if not runs:
        return Figure(*schedule_headline.empty(experiment))
    plots = [_pane(experiment, runs, sight, "lr")]
    if sight.momentum and any(run.schedule is not None and run.schedule.cycles_momentum for run in runs):
        plots.append(_pane(experiment, runs, sight, "momentum"))
    headline, subline = schedule_headline.of(experiment, raced)
    return Figure(
        headline,
        subline,
        tuple(plots),
        heights=(9.0, 4.0)[: len(plots)],
        describe=partial(schedule_headline.summary, experiment, sight.cursor),
    )


def rates(experiment: Experiment, runs: Sequence[Run], sight: Sight, unit: float, quantity: Quantity = "lr") -> Rates:
    """Give the exact curves of some runs, with x counted in `unit` updates, and the axis that holds them."""
    plan = seen.plan(experiment)
    drawn = [seen.band(plan, run, int(sight.first), ceil(sight.last), sight.width, quantity) for run in runs]
    ends = [float(band.high[-1]) if len(band.high) else 0.0 for band in drawn]
    names = named([run.name for run in runs], ends, sight.selected)
    raises = QCoreApplication.translate("Schedule", "ends here: torch raises")
    lines = tuple(
        _line(run.name, run.colour, band, unit, named=run.name in names, cross=raises if band.error else "")
        for run, band in zip(runs, drawn, strict=True)
    )
    axis = _height(drawn, log=sight.log and quantity == "lr")
    return Rates(lines, axis, sampled=any(band.sampled for band in drawn))


@lru_cache(maxsize=64)  # the same line again is painted from the same pixels
def _line(name: str, colour: int, band: Columns, unit: float, *, named: bool, cross: str) -> Line:
    return Line(name, colour, band.x / unit, band.low, band.high, named=named, cross=cross)


def _pane(experiment: Experiment, runs: Sequence[Run], sight: Sight, quantity: Quantity) -> Plot:
    translate = QCoreApplication.translate
    shown = [run for run in runs if quantity == "lr" or seen.momentum(seen.plan(experiment), run, 0) is not None]
    unit = sight.scale(experiment)
    drawn = rates(experiment, shown, sight, unit, quantity)
    return Plot(
        translate("Schedule", "Learning rate") if quantity == "lr" else translate("Schedule", "Momentum"),
        step_axis(sight.first, sight.last, sight.unit, unit),
        drawn.axis,
        drawn.lines,
        note=translate("Schedule", "sampled: too long to evaluate at every step") if drawn.sampled else "",
        cursor=None if sight.cursor is None else sight.cursor / unit,
        readings=_readings(experiment, shown, sight, quantity),
        left_out=_left_out(drawn) if drawn.axis.log else "",
        key=quantity,
    )


def _left_out(drawn: Rates) -> str:
    """Name the runs whose rates reach 0, which no logarithm shows."""
    names = [line.name for line in drawn.lines if (line.low <= 0).any()]
    return QCoreApplication.translate("Schedule", "not drawn where 0: {0}").format(", ".join(names)) if names else ""


def step_axis(first: float, last: float, unit: Unit, per_unit: float) -> Axis:
    """Give the x axis of a stretch of updates, counted in a unit; only epochs are ever counted in parts."""
    translate = QCoreApplication.translate
    words = {"epoch": translate("Unit", "epoch"), "samples": translate("Unit", "samples")}
    word = words.get(unit, translate("Unit", "step"))
    return Axis(first / per_unit, last / per_unit, word, form="number" if unit == "epoch" else "whole")


def _height(drawn: Sequence[Columns], *, log: bool) -> Axis:
    """Give a y axis that holds all that is drawn, with room above, from 0 where that is near."""
    low, high = _extent(drawn)
    if log and high > 0:
        positive = [values[values > 0] for band in drawn for values in (band.low,)]
        lowest = min((float(values.min()) for values in positive if len(values)), default=high / 10)
        return Axis(max(lowest, high * 10.0**-DECADES) / 1.2, high * 1.2, log=True)
    if low >= 0 and low < 0.5 * high:
        return Axis(0.0, high * 1.06)
    room = 0.08 * (high - low) or 0.5 * abs(high) or 1.0
    return Axis(low - room if low < 0 or low > room else 0.0, high + room)


def _extent(drawn: Sequence[Columns]) -> tuple[float, float]:
    lows = [values for band in drawn if len(values := band.low[np.isfinite(band.low)])]
    highs = [values for band in drawn if len(values := band.high[np.isfinite(band.high)])]
    if not lows or not highs:
        return 0.0, 1.0
    return min(float(values.min()) for values in lows), max(float(values.max()) for values in highs)


def _readings(experiment: Experiment, runs: Sequence[Run], sight: Sight, quantity: Quantity) -> tuple[Reading, ...]:
    if sight.cursor is None or not sight.first <= sight.cursor <= sight.last:
        return ()
    plan, value_at = seen.plan(experiment), seen.momentum if quantity == "momentum" else seen.rate
    found: list[Reading] = []
    for run in runs:
        value = value_at(plan, run, sight.cursor)
        if value is not None:
            found.append(Reading(run.name, run.colour, value, short(value)))
    return tuple(found)
