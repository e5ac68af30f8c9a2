"""The Schedule view: every run's learning rate, exact in each pixel column, and what moves with it or moves it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from math import ceil
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.columns import Columns, Quantity
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.figure import Axis, Figure, Line, Plot, Reading
from lrviz.ui.numbers import short, whole
from lrviz.ui.racing.raced import Raced, shrinks
from lrviz.ui.units import Measure
from lrviz.ui.views import against, apart, forecast, forks, metric, parts, schedule_headline, seen, told, weights
from lrviz.ui.views.sight import Sight, named, visible

HEIGHTS = {"momentum": 4.0, "metric": 5.0, "forecast": 6.0, "weights": 4.0, "ratio": 4.0}
"""Of the panes below the learning rate, which has 9."""
ABOVE_KNOTS, ABOVE_KNOTS_LOG = 1.25, 3.0
"""How much higher an axis is with knots on it, so that they can be lifted."""
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
    heard = metric.raced_parts(runs, raced) if sight.heard == "raced" else []
    lr = _parts(experiment, _pane(experiment, runs, sight, "lr"), sight)
    plots = [_as_raced(experiment, lr, heard, sight) if heard else _cut(experiment, lr, runs, sight)]
    if sight.momentum and any(run.schedule is not None and run.schedule.cycles_momentum for run in runs):
        plots.append(_pane(experiment, runs, sight, "momentum"))
    if any(run.listens for run in runs):
        shown = (
            metric.raced(experiment, heard, sight, lr.x) if heard else metric.supposed(experiment, runs, sight, lr.x)
        )
        plots.append(shown)
    if sight.foreseen is not None and len(sight.foreseen.unknown) < len(runs):
        plots.append(forecast.pane(experiment, runs, sight, sight.foreseen, raced))
    if sight.differences and (by := apart.ratios(experiment, runs, sight)) is not None:
        plots.insert(1, by)
    if sight.weights and (own := weights.pane(experiment, runs, sight)) is not None:
        plots.append(own)
    headline, subline = schedule_headline.of(experiment, raced, dict(heard), sight.foreseen)
    drawn = Figure(
        headline,
        subline,
        tuple(plots),
        heights=_heights(plots),
        describe=partial(schedule_headline.summary, experiment, sight.cursor, dict(heard), sight.foreseen),
    )
    return against.compared(drawn, sight.baseline)


def prepare(experiment: Experiment, sight: Sight) -> Iterator[None]:
    """Work out what is kept of each run, one thing after another: its curves, its readings, what a miniature loses."""
    plan, runs = seen.plan(experiment), visible(experiment)
    cycles = sight.momentum and any(run.schedule is not None and run.schedule.cycles_momentum for run in runs)
    quantities: Sequence[Quantity] = ("lr", "momentum") if cycles else ("lr",)
    for run in runs:
        for quantity in quantities:
            if quantity == "lr" or seen.momentum(plan, run, 0) is not None:
                _seen(plan, run, sight, quantity)
                yield
        if sight.cursor is not None:
            seen.rate(plan, run, sight.cursor)
            yield
    for run in experiment.runs if shrinks(experiment) else ():
        schedule_headline.rounded(plan, run)
        yield


def _seen(plan: Experiment, run: Run, sight: Sight, quantity: Quantity) -> Columns:
    first, last = int(sight.first), ceil(sight.last)
    return seen.band(seen.unheard(plan, run), run, first, last, sight.width, quantity)


def _heights(plots: Sequence[Plot]) -> tuple[float, ...]:
    """Weigh the panes: 5 : 4 where the forecast alone stands below the learning rate."""
    if len(plots) == 2 and plots[1].key == forecast.KEY:
        return (5.0, 4.0)
    return (9.0, *(HEIGHTS[plot.key] for plot in plots[1:]))


def _parts(experiment: Experiment, plot: Plot, sight: Sight) -> Plot:
    """Mark what the chosen run is made of, and where its parts meet; knots have room to be lifted."""
    plan, run = seen.plan(experiment), parts.chosen(experiment, sight)
    knotted = any(one.factor is not None for each in visible(experiment) for one in parts.handles(plan, each))
    high = plot.y.high * (ABOVE_KNOTS_LOG if plot.y.log else ABOVE_KNOTS) if knotted else plot.y.high
    seams = None if run is None else parts.seams(experiment, run, sight)
    return dataclasses.replace(
        plot,
        y=dataclasses.replace(plot.y, high=high),
        strip=parts.strip(experiment, sight),
        seams=(seams,) if seams is not None and len(seams.x) else (),
    )


def _cut(experiment: Experiment, plot: Plot, runs: Sequence[Run], sight: Sight) -> Plot:
    """Mark where the rates would be cut."""
    seams = tuple(metric.seams(experiment, run, sight, on_metric=False) for run in runs if run.listens)
    return dataclasses.replace(plot, seams=(*plot.seams, *seams)) if seams else plot


def _as_raced(experiment: Experiment, plot: Plot, heard: Sequence[tuple[Run, Raced]], sight: Sight) -> Plot:
    """Draw the rates that runs had in their race, with their cuts, in place of those supposed; what is left is pale."""
    units = {run: sight.scale(experiment) / told.per_raced_update(experiment, race) for run, race in heard}
    had = {run.name: told.rates(run, race, units[run]) for run, race in heard}
    waiting = {run.name for run in experiment.runs if run.listens}
    lines = tuple(
        had.get(line.name) or (dataclasses.replace(line, style="planned") if line.name in waiting else line)
        for line in plot.lines
    )
    readings: list[Reading] = []
    for reading in plot.readings:
        line = had.get(reading.name)
        value = reading.value if line is None else rate_on(line, plot.cursor or 0.0)
        if value is not None:
            readings.append(Reading(reading.name, reading.colour, value, short(value)))
    seams = tuple(told.seams_on_rates(run, race, units[run]) for run, race in heard)
    axis = height(lines, log=plot.y.log)
    left_out = _left_out(lines) if axis.log else ""
    seams = (*plot.seams, *seams)
    return dataclasses.replace(plot, lines=lines, y=axis, readings=tuple(readings), seams=seams, left_out=left_out)


def rate_on(line: Line, x: float) -> float | None:
    """Give the rate of a staircase at x; None behind its end, or of another version of its run."""
    if line.style == "stale" or not len(line.x) or x > line.x[-1]:
        return None
    return float(line.low[max(int(np.searchsorted(line.x, x, side="right")) - 1, 0)])


def rates(experiment: Experiment, runs: Sequence[Run], sight: Sight, unit: float, quantity: Quantity = "lr") -> Rates:
    """Give the exact curves of some runs, with x counted in `unit` updates, and the axis that holds them."""
    plan = seen.plan(experiment)
    drawn = [_seen(plan, run, sight, quantity) for run in runs]
    ends = [float(band.high[-1]) if len(band.high) else 0.0 for band in drawn]
    names = named([run.name for run in runs], ends, sight)
    left = forks.forks(experiment, runs)
    raises = QCoreApplication.translate("Schedule", "ends here: torch raises")
    lines = tuple(
        _line(run.name, run.colour, band, unit, named=run.name in names, cross=raises if band.error else "")
        for run, band in zip(runs, drawn, strict=True)
    )
    axis = height(drawn, log=sight.log and quantity == "lr")
    return Rates(forks.own(lines, left, unit), axis, sampled=any(band.sampled for band in drawn))


@lru_cache(maxsize=64)  # the same line again is painted from the same pixels
def _line(name: str, colour: int, band: Columns, unit: float, *, named: bool, cross: str) -> Line:
    return Line(name, colour, band.x / unit, band.low, band.high, named=named, cross=cross)


def _pane(experiment: Experiment, runs: Sequence[Run], sight: Sight, quantity: Quantity) -> Plot:
    translate = QCoreApplication.translate
    shown = [run for run in runs if quantity == "lr" or seen.momentum(seen.plan(experiment), run, 0) is not None]
    unit = sight.scale(experiment)
    drawn = rates(experiment, shown, sight, unit, quantity)
    if sight.proposed is not None and quantity == "lr":
        drawn = _with_fix(experiment, drawn, sight.proposed, sight, unit)
    return Plot(
        translate("Schedule", "Learning rate") if quantity == "lr" else translate("Schedule", "Momentum"),
        step_axis(sight.first, sight.last, sight.measure(experiment)),
        drawn.axis,
        drawn.lines,
        note=_note(experiment, shown, sampled=drawn.sampled),
        cursor=None if sight.cursor is None else sight.cursor / unit,
        readings=_readings(experiment, shown, sight, quantity),
        spots=forks.spots(drawn.lines, forks.forks(experiment, shown)),
        left_out=_left_out(drawn.lines) if drawn.axis.log else "",
        key=quantity,
    )


def _with_fix(experiment: Experiment, drawn: Rates, fixed: Run, sight: Sight, unit: float) -> Rates:
    """Draw what a fix would make of a run over its curve, on an axis that holds both."""
    fix = rates(experiment, [fixed], sight, unit)
    lines = tuple(dataclasses.replace(line, style="fix", named=False, cross="") for line in fix.lines)
    axis = dataclasses.replace(
        drawn.axis, low=min(drawn.axis.low, fix.axis.low), high=max(drawn.axis.high, fix.axis.high)
    )
    return Rates((*lines, *drawn.lines), axis, drawn.sampled or fix.sampled)


def _note(experiment: Experiment, runs: Sequence[Run], *, sampled: bool) -> str:
    """Say what isn't drawn exactly, or not yet."""
    translate, plan = QCoreApplication.translate, seen.plan(experiment)
    known = [known for run in runs if (known := seen.scanned(plan, run)) is not None]
    notes = [
        *([translate("Schedule", "scanned to step {0} of {1}")] if known else []),
        *([translate("Schedule", "sampled: too long to evaluate at every step")] if sampled else []),
    ]
    return " · ".join(notes).format(whole(min(known, default=0)), whole(plan.training.steps))


def _left_out(lines: Sequence[Line]) -> str:
    """Name the runs whose rates reach 0, which no logarithm shows."""
    names = [line.name for line in lines if (line.low <= 0).any()]
    return QCoreApplication.translate("Schedule", "not drawn where 0: {0}").format(", ".join(names)) if names else ""


def step_axis(first: float, last: float, measure: Measure) -> Axis:
    """Give the x axis of a stretch of updates."""
    return Axis(first / measure.updates, last / measure.updates, measure.word, form=measure.form)


def height(drawn: Sequence[Columns | Line], *, log: bool) -> Axis:
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


def _extent(drawn: Sequence[Columns | Line]) -> tuple[float, float]:
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
    names = named([one.name for one in found], [one.value for one in found], sight)
    kept = [one for one in found if one.name in names]
    return forks.readings(kept, forks.forks(experiment, runs), sight.cursor)
