"""The Metric pane of the Schedule view: what schedulers that listen are told, supposed or raced, and what they cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.signal import Signal
from lrviz.catalog.signals.drawn import Drawn
from lrviz.experiment import Experiment
from lrviz.results import Floats
from lrviz.run import Run
from lrviz.ui.figure import Axis, Line, Plot, Points, Reading, Seams, Style
from lrviz.ui.numbers import short
from lrviz.ui.palette import NEUTRAL
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views import seen, told
from lrviz.ui.views.sight import Sight

Counts = NDArray[np.int64]

KEY = "metric"
SAMPLES = 8
"""Values looked at in one pixel of a metric that has more."""
DOTTED = 60
"""Up to so many steps of a scheduler in sight, a dot stands where it is told."""


def raced_parts(runs: Sequence[Run], raced: Mapping[str, Raced]) -> list[tuple[Run, Raced]]:
    """Give the runs whose schedulers listen and that have raced, with their races."""
    found = [(run, told.raced_of(run, raced.get(run.name))) for run in runs]
    return [(run, race) for run, race in found if race is not None]


def supposed(experiment: Experiment, runs: Sequence[Run], sight: Sight, axis: Axis) -> Plot:
    """Give the supposed metric over the stretch in sight, each run's cuts on it and what they waited for."""
    unit = sight.scale(experiment)
    signal, steps = experiment.metric, experiment.training.steps
    x, low, middle, high = _swept(signal, steps, int(sight.first), ceil(sight.last), sight.width)
    hand = isinstance(signal, Drawn)
    name = QCoreApplication.translate("Metric", "drawn by hand") if hand else type(signal).__name__
    values = [Line(name, NEUTRAL, x / unit, middle, middle, style="told", named=False)]
    if low is not high:
        values.append(Line(name, NEUTRAL, x / unit, low, high, style="band", named=False))
    waits = [line for run in runs if (line := _wait(experiment, run, unit)) is not None]
    note = QCoreApplication.translate("Metric", "supposed: {0}").format(name)
    if any((cuts := experiment.cuts(run)) is not None and cuts.sampled for run in runs):
        note += " · " + QCoreApplication.translate("Metric", "sampled: cuts may lie elsewhere")
    return Plot(
        QCoreApplication.translate("Metric", "Metric"),
        axis,
        _height(values),
        (*waits, *values),
        note=note,
        cursor=None if sight.cursor is None else sight.cursor / unit,
        readings=_reading(signal, steps, sight, name),
        seams=tuple(seams(experiment, run, sight, on_metric=True) for run in runs if run.listens),
        points=_dots(experiment, runs, sight),
        key=KEY,
    )


def seams(experiment: Experiment, run: Run, sight: Sight, *, on_metric: bool) -> Seams:
    """Mark where a run would be cut: on its rates at the new one, on the metric at the value it was told."""
    plan = seen.plan(experiment)
    return _seams(plan, run, sight.scale(experiment), on_metric=on_metric)


@lru_cache(maxsize=64)
def _seams(plan: Experiment, run: Run, unit: float, *, on_metric: bool) -> Seams:
    cuts = plan.cuts(run)
    if cuts is None:
        return Seams(run.name, run.colour, np.zeros(0), np.zeros(0))
    at = plan.updates_at(run, cuts.steps[1:])
    values = plan.metric.at(at / plan.training.steps) if on_metric else cuts.rates[1:]
    own = at >= plan.stretches(run)[-1].first
    return Seams(run.name, run.colour, at[own] / unit, values[own])


def raced(experiment: Experiment, parts: Sequence[tuple[Run, Raced]], sight: Sight, axis: Axis) -> Plot:
    """Give what each scheduler was told in its race, with its cuts."""
    unit = sight.scale(experiment)
    waits: list[Line] = []
    lines: list[Line] = []
    dots: list[told.Series] = []
    marks: list[Seams] = []
    readings: list[Reading] = []
    for run, race in parts:
        per = told.per_raced_update(experiment, race)
        x, y = told.metric(race)
        lines += _lines(run, race, (x * per / unit, y))
        waits += _waited_for(run, race, unit / per)
        dots += [(x * per / unit, y)] if run.stepped == "epoch" and not race.stale else []
        marks.append(told.seams_on(run, race, (x, y), unit / per))
        at = int(np.searchsorted(x * per, sight.cursor or 0, side="right")) - 1
        if sight.cursor is not None and at >= 0 and not race.stale and np.isfinite(y[at]):
            readings.append(Reading(run.name, run.colour, float(y[at]), short(float(y[at]))))
    stepped = {run.stepped for run, _ in parts}
    note = QCoreApplication.translate("Metric", "raced: validation loss, told once an epoch")
    if stepped == {"batch"}:
        note = QCoreApplication.translate("Metric", "raced: training loss, told once a batch")
    elif len(stepped) > 1:
        note = QCoreApplication.translate("Metric", "raced: validation loss once an epoch, training loss once a batch")
    return Plot(
        QCoreApplication.translate("Metric", "Metric"),
        axis,
        _height(lines),
        (*waits, *lines),
        note=note,
        cursor=None if sight.cursor is None else sight.cursor / unit,
        readings=tuple(readings),
        seams=tuple(marks),
        points=_dotted(dots, sight.first / unit, sight.last / unit),
        key=KEY,
    )


def _lines(run: Run, race: Raced, told_it: told.Series) -> tuple[Line, ...]:
    """Draw what a scheduler was told; the losses of single batches pale, and smoothed over them."""
    x, y = told_it
    style: Style = "stale" if race.stale else "solid"
    if run.stepped == "epoch" or race.stale:
        return (Line(run.name, run.colour, x, y, y, style=style),)
    smooth = told.smoothed(race.traces[0])[1][: len(x)]
    return (
        Line(run.name, run.colour, x, y, y, style="raw", named=False),
        Line(run.name, run.colour, x, smooth, smooth, style=style),
    )


@lru_cache(maxsize=16)  # the same line again is painted from the same pixels
def _swept(signal: Signal, steps: int, first: int, last: int, width: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Give x and a metric after each update from `first` to `last`: of many, its lowest, mean and highest in pixels."""
    last = min(last, steps)
    if last - first <= 2 * width:
        at = np.arange(first, last + 1)
        values = signal.at(at / steps)
        return at.astype(np.float64), values, values, values
    edges = first + (last - first) * np.arange(width * SAMPLES + 1) // (width * SAMPLES)
    values = signal.at(edges[:-1] / steps).reshape(width, SAMPLES)
    x = edges[SAMPLES // 2 :: SAMPLES].astype(np.float64)
    return x, values.min(axis=1), values.mean(axis=1), values.max(axis=1)


def _wait(experiment: Experiment, run: Run, unit: float) -> Line | None:
    """Draw the best value from where it was told until a cut: as long as nothing is better, patience runs out."""
    return _waited(seen.plan(experiment), run, unit)


@lru_cache(maxsize=64)
def _waited(plan: Experiment, run: Run, unit: float) -> Line | None:
    cuts = plan.cuts(run)
    if cuts is None or len(cuts.steps) < 2:
        return None
    level = plan.metric.at(plan.updates_at(run, cuts.best[1:]) / plan.training.steps)
    return _levels(run, plan.updates_at(run, cuts.since[1:]), plan.updates_at(run, cuts.steps[1:]), level, unit)


def _waited_for(run: Run, race: Raced, unit: float) -> list[Line]:
    """Draw the same for the cuts of a race and the values that were told there; `unit` of its updates are one of x."""
    if run.listener is None or race.stale:
        return []
    trace, plateau = race.traces[0], run.listener.plateau
    values, done = trace.told[trace.unheard :], trace.told_steps[trace.unheard :]
    begun = trace.told_steps[trace.unheard - 1 : trace.unheard] if trace.unheard else np.zeros(1, np.int64)
    cuts = told.cuts(trace)
    steps = np.searchsorted(done, cuts) + 1
    better = np.array([0, *plateau.progress(values)])
    best = better[np.searchsorted(better, steps) - 1]
    since = np.maximum(best, np.append(0, steps + plateau.cooldown)[:-1])
    level = np.append(np.nan, values)[best]  # at step 0 there is no best
    return [_levels(run, np.append(begun, done)[since], cuts, level, unit)] if len(begun) else []


def _levels(run: Run, since: Counts, cuts: Counts, level: Floats, unit: float) -> Line:
    """Draw a level before each cut, over the updates that were waited for it; `unit` updates are one of x."""
    gap = np.full(len(level), np.nan)
    x = np.stack([since, cuts, cuts], axis=1).reshape(-1) / unit
    y = np.stack([level, level, gap], axis=1).reshape(-1)
    return Line(run.name, run.colour, x, y, y, style="ceiling", named=False)


def _dots(experiment: Experiment, runs: Sequence[Run], sight: Sight) -> Points | None:
    """Mark where schedulers are told the metric, if that isn't at every update."""
    each = min((experiment.updates_per_step(run) for run in runs if run.listens), default=1)
    first, last = max(1, ceil(sight.first / each)), min(int(sight.last), experiment.training.steps) // each
    if each == 1 or not 0 <= last - first < DOTTED:
        return None
    at = np.arange(first, last + 1) * each
    values = experiment.metric.at(at / experiment.training.steps)
    return Points(at / sight.scale(experiment), values, np.zeros(len(at), np.int64))


def _dotted(series: Sequence[told.Series], first: float, last: float) -> Points | None:
    """Mark where schedulers were told a value, if that isn't at too many places in sight."""
    x, y = (np.concatenate([np.zeros(0), *(one[side] for one in series)]) for side in (0, 1))
    shown = (first <= x) & (x <= last) & np.isfinite(y)
    if not 0 < shown.sum() < DOTTED:
        return None
    return Points(x[shown], y[shown], np.zeros(int(shown.sum()), np.int64))


def _reading(signal: Signal, steps: int, sight: Sight, name: str) -> tuple[Reading, ...]:
    if sight.cursor is None or not sight.first <= sight.cursor <= sight.last:
        return ()
    value = float(signal.at(np.array([sight.cursor / steps]))[0])
    return (Reading(name, NEUTRAL, value, short(value)),)


def _height(lines: Sequence[Line]) -> Axis:
    """Give an axis that holds all that is drawn, with room above and below."""
    values = np.concatenate(
        [np.zeros(0), *(side[np.isfinite(side)] for line in lines for side in (line.low, line.high))]
    )
    if not len(values):
        return Axis(0.0, 1.0)
    low, high = float(values.min()), float(values.max())
    room = 0.08 * (high - low) or 0.1 * abs(high) or 1.0
    return Axis(max(low - room, 0.0) if low >= 0 else low - room, high + room)
