"""Differences to the baseline: what a run has more than it after the same step of a race, and the ratio of rates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.results import Floats, Trace
from lrviz.run import Run
from lrviz.ui.figure import Axis, Form, Line, Plot, Reading
from lrviz.ui.numbers import short, signed
from lrviz.ui.views import paired, seen
from lrviz.ui.views.paired import Part
from lrviz.ui.views.sight import Sight, named
from lrviz.ui.views.told import Series

RATIO = "ratio"
"""The key of the pane of ratios."""
EDGES = 0.02
"""Share of the differences that may lie above an axis, and as many below."""
DECADE = 20.0
"""Ratios further apart than so many times are drawn on a log axis."""


def differing(
    plot: Plot, parts: Sequence[Part], series_of: Callable[[Trace], Series], baseline: str, unit: float
) -> Plot:
    """Give a plot of a race with differences in place of its values: mean over the seeds, and band from end to end.

    What can't be compared, as of runs that are stale, is left out; the plot is as it is where nothing can.
    """
    base = next((part for part in parts if part.run.name == baseline and not part.raced.stale), None)
    if base is None:
        return plot
    fresh = [part for part in parts if not part.raced.stale and part is not base]
    found = [(part, *paired.together(part.raced, base.raced, series_of)) for part in fresh]
    there = [(part, x, apart) for part, x, apart in found if len(x)]
    if not there:
        return plot
    ends = np.array([min(x[0] for _, x, _ in there), max(x[-1] for _, x, _ in there)]) / unit
    zero = Line(base.run.name, base.run.colour, ends, np.zeros(2), np.zeros(2), style="reference")
    drawn = [line for part, x, apart in there for line in _lines(part.run, x / unit, apart)]
    form = plot.y.form
    return replace(
        plot,
        title=f"{plot.title} − {baseline}",
        y=_height([apart for _, _, apart in there], form),
        lines=(*drawn, zero),
        note="" if len(base.raced.traces) < 2 else _tr("seed by seed"),
        readings=tuple(_readings(there, plot, unit, form)),
        seams=(),
        spots=(),
    )


def _lines(run: Run, x: Floats, apart: Floats) -> Iterator[Line]:
    mean = apart.mean(axis=0)
    if len(apart) > 1:
        yield Line(run.name, run.colour, x, apart.min(axis=0), apart.max(axis=0), style="band", named=False)
    yield Line(run.name, run.colour, x, mean, mean)


def _readings(there: Sequence[tuple[Part, Floats, Floats]], plot: Plot, unit: float, form: Form) -> Iterator[Reading]:
    """Give the differences at the cursor; one that the seeds don't tell from none has "≈" before it."""
    for part, x, apart in there:
        cursor = None if plot.cursor is None else plot.cursor * unit
        at = -1 if cursor is None else int(np.searchsorted(x, cursor + 1, side="right")) - 1
        if cursor is None or at < 0 or cursor >= len(part.raced.mean.losses):
            continue
        found = paired.sureness(apart[:, at])
        value = float(apart[:, at].mean())
        about = "≈ " if found is False else ""
        yield Reading(part.run.name, part.run.colour, value, f"{about}{signed(value, form=form)}")


def _height(apart: Sequence[Floats], form: Form) -> Axis:
    """Give an axis that holds most of the differences and none."""
    values = np.sort(np.concatenate([one[np.isfinite(one)].ravel() for one in apart]))
    if not len(values):
        return Axis(-1.0, 1.0, form=form)
    low = min(0.0, float(values[int(EDGES * (len(values) - 1))]))
    high = max(0.0, float(values[int((1 - EDGES) * (len(values) - 1))]))
    room = 0.1 * (high - low) or 1.0
    return Axis(low - room, high + room, form=form)


def ratios(experiment: Experiment, runs: Sequence[Run], sight: Sight) -> Plot | None:
    """Give each run's rate by the baseline's over the stretch in sight; None where the baseline's isn't known."""
    plan, unit = seen.plan(experiment), sight.scale(experiment)
    base = next((run for run in experiment.runs if run.name == sight.baseline), None)
    if base is None or not _known(experiment, base):
        return None
    first, last = int(sight.first), min(int(np.ceil(sight.last)), experiment.training.steps - 1)
    at = np.unique(np.linspace(first, last, max(2, sight.width)).astype(np.int64))
    others = [run for run in runs if run is not base and _known(experiment, run)]
    drawn = [
        (run, _ratio(seen.unheard(plan, run), run, seen.unheard(plan, base), base, at.tobytes())) for run in others
    ]
    there = [(run, values) for run, values in drawn if np.isfinite(values).any()]
    if not there:
        return None
    shown = named([run.name for run, _ in there], [_last(values) for _, values in there], sight)
    x = at / unit
    lines = [
        _ratio_line(run.name, run.colour, x.tobytes(), values.tobytes(), named=run.name in shown)
        for run, values in there
    ]
    one = Line(base.name, base.colour, x[[0, -1]], np.ones(2), np.ones(2), style="reference")
    measure = sight.measure(experiment)
    return Plot(
        f"{QCoreApplication.translate('Schedule', 'Learning rate')} ÷ {base.name}",
        Axis(sight.first / unit, sight.last / unit, measure.word, form=measure.form),
        _ratio_axis([values for _, values in there]),
        (*lines, one),
        cursor=None if sight.cursor is None else sight.cursor / unit,
        readings=tuple(_ratios_at(there, at, sight, shown)),
        key=RATIO,
    )


def _known(experiment: Experiment, run: Run) -> bool:
    """Whether a run's rates are known before it trains, all of them."""
    return not run.listens and not experiment.scans(run)


@lru_cache(maxsize=64)
def _ratio(own: Experiment, run: Run, theirs: Experiment, base: Run, at: bytes) -> Floats:
    """Give the ratio of two runs' rates at some updates; NaN where one has none, or the baseline's is 0."""
    steps = np.frombuffer(at, dtype=np.int64)
    rates = np.full((2, len(steps)), np.nan)
    for row, (plan, one) in enumerate(((own, run), (theirs, base))):
        curve = plan.curve(one, steps)
        rates[row, : len(curve)] = curve.lr
    by = np.full(len(steps), np.nan)
    np.divide(rates[0], rates[1], out=by, where=rates[1] > 0)
    return by


@lru_cache(maxsize=64)  # the same line again is painted from the same pixels
def _ratio_line(name: str, colour: int, x: bytes, values: bytes, *, named: bool) -> Line:
    y = np.frombuffer(values)
    return Line(name, colour, np.frombuffer(x), y, y, named=named)


def _ratio_axis(values: Sequence[Floats]) -> Axis:
    known = np.concatenate([one[np.isfinite(one) & (one > 0)] for one in values])
    low, high = float(min(known.min(initial=1.0), 1.0)), float(max(known.max(initial=1.0), 1.0))
    if high > DECADE * max(low, 1.0 / DECADE):
        return Axis(max(low, high * 1e-6) / 1.5, high * 1.5, log=True)
    return Axis(0.0, high * 1.1)


def _ratios_at(
    there: Sequence[tuple[Run, Floats]], at: NDArray[np.int64], sight: Sight, shown: set[str]
) -> Iterator[Reading]:
    if sight.cursor is None or not sight.first <= sight.cursor <= sight.last:
        return
    for run, values in there:
        value = float(values[min(int(np.searchsorted(at, sight.cursor)), len(values) - 1)])
        if run.name in shown and np.isfinite(value):
            yield Reading(run.name, run.colour, value, f"× {short(value)}")


def _last(values: Floats) -> float:
    return float(values[np.isfinite(values)][-1])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Against", text)
