"""The Training view: learning rate, losses, metrics and pictures of a race, live, in the panes that were chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.results import Trace
from lrviz.ui.figure import Axis, Figure, Line, Plot, Reading, Seams, Style
from lrviz.ui.numbers import short
from lrviz.ui.racing.raced import Raced, plan_behind
from lrviz.ui.views import against, apart, at_cursor, forks, paired, seen, stops, told, training_headline
from lrviz.ui.views.answers import Answered, picture
from lrviz.ui.views.looks import look_at
from lrviz.ui.views.paired import Part
from lrviz.ui.views.panes import PaneChoice, first, shown
from lrviz.ui.views.schedule import height, rate_on, rates
from lrviz.ui.views.sight import Sight, percent, visible
from lrviz.ui.views.stretch import Stretch, swept, thinned
from lrviz.ui.views.told import Series

Floats = NDArray[np.float64]

SETTLED = 0.06
"""Share of a race whose first steep fall is left out when an axis is chosen."""


def figure(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight) -> Figure:
    """Give the chosen panes of a race over the stretch in sight."""
    runs = visible(experiment)
    parts = [Part(run, raced[run.name]) for run in runs if run.name in raced]
    if not parts:
        return Figure(*training_headline.empty(experiment))
    plan = plan_behind(experiment, (part.raced for part in parts))
    stretch = _stretch(experiment, plan, sight, parts)
    headline, subline = training_headline.of(experiment, raced, sight.baseline)
    chosen = shown(experiment, sight.panes or first(experiment, 6 if sight.wide else 4))
    answered = [
        Answered(run, look) for run in runs if (look := look_at(experiment, raced, run.name, sight.cursor)) is not None
    ]

    def pane(choice: PaneChoice) -> Plot:
        if choice.kind == "picture":
            return picture(choice.key, answered, experiment.problem, sight.selected)
        if choice.kind == "rates":
            return _rates(plan, parts, stretch)
        if choice.kind == "losses":
            return _losses(parts, stretch, sight, choice)
        return _metric(parts, stretch, sight, choice)

    names = {part.run.name for part in parts if not part.raced.stale}
    left = forks.forks(plan, [run for run in plan.runs if run.name in names])

    measured = {name: one._replace(step=one.step + 1) for name, one in left.items()}  # so many done, and still one
    planned = experiment.training.steps
    stopped = [(part, stops.said(part.raced, planned)) for part in parts if part.raced.stopped and not part.raced.stale]

    def forked(choice: PaneChoice, plot: Plot) -> Plot:
        return _marked(plot, stopped, stretch, measured if choice.kind == "metric" else left)

    drawn = Figure(
        headline,
        subline,
        tuple(pane(choice) if choice.kind == "picture" else forked(choice, pane(choice)) for choice in chosen),
        columns=min(len(chosen), 3 if sight.wide or len(chosen) > 6 else 2),
        describe=partial(training_headline.summary, experiment, raced, sight.baseline),
    )
    return against.compared(drawn, sight.baseline)


def _marked(plot: Plot, stopped: Sequence[tuple[Part, str]], stretch: Stretch, left: Mapping[str, forks.Fork]) -> Plot:
    """Draw branches from where they leave, and mark that, and where runs were `stopped` early, with words for it."""
    lines, decided = forks.own(plot.lines, left, stretch.unit), plot.key == stops.KEY
    ends = [
        spot
        for part, words in stopped
        for spot in stops.spots(part.run, part.raced, lines, stretch.unit, words if decided else "")
    ]
    return replace(
        plot,
        lines=lines,
        readings=forks.readings(plot.readings, left, stretch.cursor),
        spots=(*forks.spots(lines, left), *(ends if plot.key != "lr" else ())),
    )


def progress(parts: Sequence[Raced]) -> int:
    """Give how many updates the furthest fresh run has done."""
    return max((len(raced.mean.losses) for raced in parts if not raced.stale), default=0)


def _stretch(experiment: Experiment, plan: Experiment, sight: Sight, parts: Sequence[Part]) -> Stretch:
    ratio = plan.training.steps / experiment.training.steps
    done = progress([part.raced for part in parts])
    on = any(not part.raced.stale and not part.raced.ended for part in parts)
    head = done if on and done < plan.training.steps else None
    planned = sight.measure(experiment)
    return Stretch(
        sight.first * ratio,
        max(sight.last * ratio, sight.first * ratio + 1),
        sight.width,
        None if sight.cursor is None else sight.cursor * ratio,
        head,
        replace(planned, updates=planned.updates * ratio),
    )


def _rates(plan: Experiment, parts: Sequence[Part], stretch: Stretch) -> Plot:
    """Give the rates: what was used so far, pale what is still to come."""
    names = {part.run.name for part in parts}
    runs = [run for run in plan.runs if run.name in names]
    sight = Sight(stretch.first, stretch.last, stretch.width)
    planned = rates(plan, [run for run in runs if not run.listens], sight, stretch.unit)
    heard = [part for part in parts if told.raced_of(part.run, part.raced) is not None]
    had = [told.rates(part.run, part.raced, stretch.unit) for part in heard]  # what is still to come, nobody knows
    lines = (*planned.lines, *had)
    if stretch.head is not None or any(part.raced.stale or part.raced.stopped for part in parts):
        head = np.inf if stretch.head is None else stretch.head / stretch.unit
        ends = {part.run.name: part.raced.steps_done / stretch.unit for part in parts if part.raced.ended}
        drawn = (line for line in planned.lines if not _stale(parts, line.name))
        done = (_until(line, min(head, ends.get(line.name, np.inf))) for line in drawn)
        lines = (*(_pale(line) for line in planned.lines), *done, *had)
    ceilings = [line for part in parts if (line := _ceiling(part, stretch)) is not None]
    readings: list[Reading] = []
    if stretch.cursor is not None:
        behind = {line.name: line for line in had}
        over = {part.run.name for part in parts if part.raced.stopped and stretch.cursor >= part.raced.steps_done}
        for run in (run for run in runs if run.name not in over):
            line = behind.get(run.name)
            if run.listens:
                rate = None if line is None else rate_on(line, stretch.cursor / stretch.unit)
            else:
                rate = seen.rate(seen.plan(plan), run, round(stretch.cursor))
            if rate is not None:
                readings.append(Reading(run.name, run.colour, rate, short(rate)))
    title = QCoreApplication.translate("Training", "Learning rate")
    note = QCoreApplication.translate("Training", "dashed: 2 ÷ critical sharpness") if ceilings else ""
    axis = height([*planned.lines, *had], log=False)
    seams = tuple(told.seams_on_rates(part.run, part.raced, stretch.unit) for part in heard)
    plot = Plot(
        title,
        stretch.axis(),
        axis,
        (*lines, *ceilings),
        note=note,
        readings=tuple(readings),
        key="lr",
        seams=seams,
    )
    return _placed(plot, stretch)


def _seams(parts: Sequence[Part], series: Sequence[Series], stretch: Stretch, *, stepped: str) -> tuple[Seams, ...]:
    """Mark the cuts on what their schedulers were told: on the losses drawn of runs that are stepped so."""
    return tuple(
        told.seams_on(part.run, part.raced, values, stretch.unit)
        for part, values in zip(parts, series, strict=True)
        if part.run.stepped == stepped and told.raced_of(part.run, part.raced) is not None
    )


def _ceiling(part: Part, stretch: Stretch) -> Line | None:
    """Give the rate at which a run's last update would just have raised its loss, where that was measured."""
    x, y = _measured(part.raced.mean, "critical_lr")
    if part.raced.stale or not np.isfinite(y).any():
        return None
    return Line(part.run.name, part.run.colour, (x - 1) / stretch.unit, y, y, style="ceiling", named=False)


@lru_cache(maxsize=64)  # the same line again is painted from the same pixels
def _pale(line: Line) -> Line:
    return replace(line, style="planned")


def _until(line: Line, head: float) -> Line:
    """Give a line as far as the race has come."""
    stop = int(np.searchsorted(line.x, head, side="right"))
    low = line.low[:stop]
    return replace(line, x=line.x[:stop], low=low, high=low if line.high is line.low else line.high[:stop], named=False)


def _losses(parts: Sequence[Part], stretch: Stretch, sight: Sight, choice: PaneChoice) -> Plot:
    translate = QCoreApplication.translate
    smooth = [told.smoothed(part.raced.mean) for part in parts]
    selected = next((part for part in parts if part.run.name == sight.selected and not part.raced.stale), None)
    axis = _axis(parts, smooth, stretch, choice)
    note = translate("Training", "smoothed")
    raw: tuple[Line, ...] = ()
    if selected is not None:
        x, y = told.batches(selected.raced.traces[0])
        axis = axis if axis.log else _widened(axis, y, selected.raced.traces[0])
        run = selected.run
        at, low, high = swept(x, y, stretch)
        raw = (Line(run.name, run.colour, at / stretch.unit, low, high, style="raw", named=False),)
        note = translate("Training", "smoothed; every batch for {0}").format(run.name)
    drawn = (_line(part, series, axis, stretch) for part, series in zip(parts, smooth, strict=True))
    lines = (*raw, *_bands(parts, told.smoothed, stretch), *drawn)
    level = paired.level_at(parts, at_cursor.recent, _told_apart_from(sight), stretch.cursor)
    readings = _readings(parts, smooth, stretch, short, level)
    seams = _seams(parts, smooth, stretch, stepped="batch")
    plot = Plot(choice.title, stretch.axis(), axis, lines, note=note, readings=readings, key="loss", seams=seams)
    plot = _placed(plot, stretch)
    return apart.differing(plot, parts, told.smoothed, sight.baseline, stretch.unit) if sight.differences else plot


def _told_apart_from(sight: Sight) -> str:
    """Give the run that values at the cursor are compared with; where differences are drawn, these say it."""
    return "" if sight.differences else sight.baseline


def _widened(axis: Axis, values: Floats, trace: Trace) -> Axis:
    """Make room for most of the single batches, unless they left all bounds."""
    if trace.diverged_at is not None or len(values) < told.SMOOTHED:
        return axis
    low, high = _quantile(values, 0.02), _quantile(values, 0.98)
    return Axis(max(0.0, min(axis.low, low)), max(axis.high, high))


def _metric(parts: Sequence[Part], stretch: Stretch, sight: Sight, choice: PaneChoice) -> Plot:
    measured = partial(_measured, name=choice.key)
    series = [measured(part.raced.mean) for part in parts]
    axis = _share(series, stretch) if choice.share and choice.high else _axis(parts, series, stretch, choice)
    axis = replace(axis, form="percent" if choice.share else "number")
    drawn = (_line(part, values, axis, stretch) for part, values in zip(parts, series, strict=True))
    lines = (*_bands(parts, measured, stretch), *drawn)
    level = paired.level_at(parts, partial(at_cursor.measured, key=choice.key), _told_apart_from(sight), stretch.cursor)
    readings = _readings(parts, series, stretch, percent if choice.share else short, level)
    seams = _seams(parts, series, stretch, stepped="epoch") if choice.key == "val_loss" else ()
    plot = _placed(
        Plot(choice.title, stretch.axis(), axis, lines, readings=readings, key=choice.key, seams=seams), stretch
    )
    return apart.differing(plot, parts, measured, sight.baseline, stretch.unit) if sight.differences else plot


def _placed(plot: Plot, stretch: Stretch) -> Plot:
    """Put the cursor, its readings and the race's head into a pane."""
    inside = stretch.cursor is not None and stretch.first <= stretch.cursor <= stretch.last
    return replace(
        plot,
        cursor=stretch.cursor / stretch.unit if stretch.cursor is not None else None,
        readings=plot.readings if inside else (),
        head=None if stretch.head is None else stretch.head / stretch.unit,
    )


def _line(part: Part, series: Series, axis: Axis, stretch: Stretch) -> Line:
    x, y = series
    trace = part.raced.mean
    cross = ""
    if trace.diverged_at is not None:
        cross = QCoreApplication.translate("Training", "diverged at step {0}").format(trace.diverged_at)
        y = np.where(np.isfinite(y), np.minimum(y, axis.high), axis.high)  # it leaves by the top edge
    elif trace.halted is not None:
        cross = QCoreApplication.translate("Training", "torch raised at step {0}").format(len(trace.losses))
    x, y = thinned(x, y, stretch)
    style: Style = "stale" if part.raced.stale else "solid"
    return Line(
        part.run.name, part.run.colour, x / stretch.unit, y, y, style=style, named=not part.raced.running, cross=cross
    )


def _bands(parts: Sequence[Part], series_of: Callable[[Trace], Series], stretch: Stretch) -> tuple[Line, ...]:
    """Give the spread over the seeds, from the lowest to the highest, of each fresh run that has several."""
    found: list[Line] = []
    for part in parts:
        if len(part.raced.traces) < 2 or part.raced.stale:
            continue
        x, spread = _together(part.raced.traces, series_of)
        kept, low = thinned(x, spread.min(axis=0), stretch)
        _, high = thinned(x, spread.max(axis=0), stretch)
        found.append(Line(part.run.name, part.run.colour, kept / stretch.unit, low, high, style="band", named=False))
    return tuple(found)


def _readings(
    parts: Sequence[Part],
    series: Sequence[Series],
    stretch: Stretch,
    write: Callable[[float], str],
    level: Collection[str],
) -> tuple[Reading, ...]:
    """Give each fresh run's value at the cursor: the last one known there."""
    found: list[Reading] = []
    for part, (x, y) in zip(parts, series, strict=True):
        if stretch.cursor is None or part.raced.stale or not len(x):
            continue
        at = int(np.searchsorted(x, stretch.cursor + 1, side="right")) - 1
        reached = stretch.cursor < len(part.raced.mean.losses)
        if at >= 0 and reached and np.isfinite(y[at]):
            name, value = part.run.name, float(y[at])
            found.append(Reading(name, part.run.colour, value, write(value), name in level))
    return tuple(found)


def _axis(parts: Sequence[Part], series: Sequence[Series], stretch: Stretch, choice: PaneChoice) -> Axis:
    """Give the axis of what is measured: a log one for what runs over many powers of ten, above 0."""
    lowest = min((float(np.nanmin(y)) for _, y in series if np.isfinite(y).any()), default=1.0)
    return _decades(series) if choice.decades and lowest > 0 else _height(parts, series, stretch)


def _height(parts: Sequence[Part], series: Sequence[Series], stretch: Stretch) -> Axis:
    """Give the axis of a loss: what comes after the first fall, without the runs that left all bounds."""
    good = [values for part, values in zip(parts, series, strict=True) if part.raced.mean.diverged_at is None]
    pool = _pool(good or series, stretch)
    if not len(pool):
        return Axis(0.0, 1.0)
    low, high = float(pool.min()), _quantile(pool, 0.995)
    room = 0.08 * (high - low) or 0.1 * abs(high) or 1.0
    return Axis(max(low - room, 0.0) if low >= 0 else low - room, high + room)


def _decades(series: Sequence[Series]) -> Axis:
    """Give a log axis that holds all that is above 0."""
    values = np.concatenate([np.zeros(0), *(y[np.isfinite(y) & (y > 0)] for _, y in series)])
    return (
        Axis(float(values.min()) / 1.5, float(values.max()) * 1.5, log=True) if len(values) else Axis(1, 10, log=True)
    )


def _quantile(values: Floats, share: float) -> float:
    """Give the value that a share of the others lie below: numpy's own takes ten times as long to interpolate."""
    at = round(share * (len(values) - 1))
    return float(np.partition(values, at)[at])


def _share(series: Sequence[Series], stretch: Stretch) -> Axis:
    """Give the axis of a share that is to be high: up to 100 %, down to the lowest after the first rise."""
    pool = _pool(series, stretch)
    low = _quantile(pool, 0.03) if len(pool) else 0.0
    return Axis(max(0.0, min(low - 0.03, 0.95)), 1.0, form="percent")


def _pool(series: Sequence[Series], stretch: Stretch) -> Floats:
    """Give the finite values in sight, of the settled part of the race where there is one."""
    ends = [float(x[-1]) for x, _ in series if len(x)]
    settled = min(SETTLED * stretch.last, 0.5 * max(ends, default=0.0))
    kept = [y[(x >= max(settled, stretch.first)) & (x <= stretch.last + 1) & np.isfinite(y)] for x, y in series]
    pool = np.concatenate([np.zeros(0), *kept])
    return pool if len(pool) else np.concatenate([np.zeros(0), *(y[np.isfinite(y)] for _, y in series)])


def _measured(trace: Trace, name: str) -> Series:
    values = np.asarray(trace.metrics.get(name, ()), dtype=np.float64)
    return np.asarray(trace.metric_steps, dtype=np.float64)[: len(values)], values


def _together(traces: Sequence[Trace], series_of: Callable[[Trace], Series]) -> tuple[Floats, Floats]:
    """Give every seed's values (seeds, n) as far as the slowest has come."""
    series = [series_of(trace) for trace in traces]
    shortest = min(len(x) for x, _ in series)
    return series[0][0][:shortest], np.stack([y[:shortest] for _, y in series])


def _stale(parts: Sequence[Part], name: str) -> bool:
    return next(part.raced.stale for part in parts if part.run.name == name)
