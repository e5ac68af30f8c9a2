"""The Forecast pane of the Schedule view: the loss each run's rates lead to by a law, before anything is trained."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import ceil

import numpy as np

from lrviz import forecasts
from lrviz.columns import turns_of
from lrviz.errors import RefusedError
from lrviz.experiment import Experiment
from lrviz.laws.law import Law
from lrviz.laws.pace import Counts
from lrviz.results import Floats, Forecast, Trace
from lrviz.run import Run
from lrviz.ui.figure import Axis, Line, Plot, Reading, Remark
from lrviz.ui.numbers import short
from lrviz.ui.racing.raced import Raced
from lrviz.ui.speech.saying import reason
from lrviz.ui.views import forecast_words, forks, seen, told
from lrviz.ui.views.foreseen import Foreseen
from lrviz.ui.views.sight import Sight, named, visible

KEY = "forecast"
STRETCHES = 2560
"""Stretches that a longer run is looked at in: what fits into a turn of the event loop."""
EACH, POINTS = 512, 128
"""A plan of up to so many updates is found after each; of a longer one so many in sight, half as many elsewhere."""
DROPS, AFTER = 4, np.unique((1.5 ** np.arange(26)).astype(np.int64))
"""Drops of the rate that are looked at closely, and how many updates after one: right there a bound is loose."""
BENDS, ALONG = 64, (0.0, 0.05, 0.25, 0.6, 0.85, 0.96)
"""Turns of the rate in sight that are looked at, and where between one and the next: a curve bends right behind one."""
CLIPPED = 12.0
"""How many times the lowest loss in sight the axis reaches at most."""
BEGUN = 0.05
"""Share of the stretch in sight after which losses decide how high the axis is: before, they fall from anywhere."""
SPIKE = 1.15
"""A loss that is so many times that of the update before stands out."""


def all_of(experiment: Experiment, law: Law, first: int, last: int) -> Foreseen:
    """Give what a law says of all visible runs, with the stretch from `first` to `last` closely looked at."""
    unsaid = unknown(experiment)
    known = (run for run in visible(experiment) if run.name not in unsaid)
    return Foreseen(law, {run.name: find(experiment, run, law, first, last) for run in known}, unsaid)


def find(experiment: Experiment, run: Run, law: Law, first: int, last: int) -> Forecast:
    """Give what a law says of a run whose rates are known."""
    plan = seen.unheard(seen.plan(experiment), run)
    try:
        at = _places(plan, run, first, min(last, plan.training.steps - 1))
    except RefusedError as error:
        return forecasts.nothing(law, reason(error))
    return forecasts.of(plan, run, law, at, STRETCHES)


def exactly(experiment: Experiment, run: Run, law: Law, update: int) -> float:
    """Give what a law says of a run after one update, closer than its curve is; NaN where it says nothing."""
    try:
        return forecasts.loss_after(seen.unheard(seen.plan(experiment), run), run, law, update)
    except RefusedError:
        return float("nan")


def unknown(experiment: Experiment) -> dict[str, str]:
    """Say of visible runs why their rates aren't known before they train, or not yet."""
    plan = seen.plan(experiment)
    said = {run.name: _unknown(plan, run) for run in visible(experiment)}
    return {name: why for name, why in said.items() if why}


def _unknown(plan: Experiment, run: Run) -> str:
    if run.unfit:
        return forecast_words.unfit()
    if run.listens:
        return forecast_words.listens()
    if seen.scanned(plan, run) is not None:
        return forecast_words.scanned()
    if seen.rate(plan, run, plan.training.steps - 1) is None:
        return forecast_words.refused()
    return ""


def _places(plan: Experiment, run: Run, first: int, last: int) -> Counts:
    """Give the updates at which a curve is found: all, or more of them early, where it falls, and behind each drop."""
    end = plan.training.steps - 1
    if end < EACH:
        return np.arange(end + 1)
    behind = (np.append([-1, 0], AFTER) + _drops(plan, run, first, last)[:, None]).ravel()
    bends = _between(turns_in(plan, run, first, last))
    closer = np.linspace(first, last, POINTS if (first, last) != (0, end) else POINTS // 2)
    whole = [np.linspace(0, end, POINTS // 2), np.geomspace(1, end, POINTS // 2)]
    at = np.concatenate([[end], *whole, closer, bends, behind[behind <= end]]).astype(np.int64)
    return np.unique(_at_ends(forecasts.pace_of(plan, run, STRETCHES).updates, at))


def turns_in(plan: Experiment, run: Run, first: int, last: int) -> Counts:
    """Give the first updates in sight at which the rate turns, one more than are looked at where there are more."""
    known = turns_of(plan, run) or ()
    inside = [turns[bisect_left(turns, first) : bisect_right(turns, last)][: BENDS + 1] for turns in known]
    return np.unique(np.concatenate([np.zeros(0, np.int64), *inside]).astype(np.int64))[: BENDS + 1]


def _is_sampled(experiment: Experiment, run: Run, sight: Sight) -> bool:
    """Whether a run's rate turns more often in sight than is looked at, or in so long a plan that sums are samples."""
    plan = seen.plan(experiment)
    if plan.training.steps <= EACH:
        return False
    whole = plan.training.steps <= forecasts.EXACT
    most = BENDS if whole else 1
    known = turns_of(plan, run)
    first, last = (int(sight.first), ceil(sight.last)) if whole else (0, plan.training.steps - 1)
    return known is None or len(turns_in(plan, run, first, last)) > most


def _between(turns: Counts) -> Counts:
    """Give updates that show a curve from each turn to the next; none where there are too many turns."""
    if not 1 < len(turns) <= BENDS:
        return np.zeros(0, np.int64)
    shares = np.multiply.outer(np.diff(turns), ALONG).astype(np.int64)
    return np.concatenate([turns[1:] - 1, (turns[:-1, None] + shares).ravel()])


def _at_ends(ends: Counts, at: Counts) -> Counts:
    """Move updates to the ends of the stretches they lie in: there a law has heard of all that came before."""
    return np.where(at < ends[-1], ends[np.minimum(np.searchsorted(ends, at), len(ends) - 1)], at) if len(ends) else at


def _drops(plan: Experiment, run: Run, first: int, last: int) -> Counts:
    """Give the first updates behind drops of the rate in sight, not too many."""
    drops = _all_drops(plan, run)
    return drops[(drops >= first) & (drops <= last)][:DROPS]


@lru_cache(maxsize=64)  # of each visible run, more than there are paces kept
def _all_drops(plan: Experiment, run: Run) -> Counts:
    return forecasts.pace_of(plan, run, STRETCHES).drops


def pane(
    experiment: Experiment, runs: Sequence[Run], sight: Sight, foreseen: Foreseen, raced: Mapping[str, Raced]
) -> Plot:
    """Give each run's loss over the stretch in sight, its band, and at its end what comes out of it and its place.

    By a law that was fitted to a race the losses of that race stand pale below it.
    """
    unit, end = sight.scale(experiment), experiment.training.steps - 1
    there = foreseen.there(runs)
    names = named([run.name for run, _ in there], [one.final for _, one in there], sight)
    whole = sight.last >= end
    said = foreseen.places(runs)
    axis = _height([one for _, one in there], int(sight.first), ceil(sight.last))
    lines: list[Line] = []
    bands: list[Line] = []
    fitted = forecast_words.is_fitted(foreseen.law)
    for run, one in there:
        label = f"{short(foreseen.final(run))}{forecast_words.place(said.get(run.name))}" if whole else ""
        lines.append(_line(run.name, run.colour, one, unit, named=run.name in names, end=label))
        if run.name in names:  # of many, no more bands than names: they would cover each other
            bands.append(_band(run.name, run.colour, one, unit))
            if fitted and (had := raced.get(run.name)) is not None and not had.stale:
                bands.append(_had(run, had.mean, unit))
    left = forks.alike(lines, forks.forks(experiment, [run for run, _ in there]), unit)
    return Plot(
        forecast_words.pane(),
        Axis(
            sight.first / unit, sight.last / unit, sight.measure(experiment).word, form=sight.measure(experiment).form
        ),
        axis,
        forks.own([*lines, *bands], left, unit),
        note=forecast_words.note(runs, foreseen, sampled=any(_is_sampled(experiment, run, sight) for run, _ in there)),
        cursor=None if sight.cursor is None or not there else sight.cursor / unit,
        readings=forks.readings(_readings(there, sight, names, foreseen), left, sight.cursor),
        spots=forks.spots(forks.own(lines, left, unit), left),
        key=KEY,
        remarks=_remarks(experiment, there, sight, unit)
        if there
        else _reasons(runs, foreseen, sight.first / unit, axis),
    )


@lru_cache(maxsize=64)  # the same line again is painted from the same pixels
def _line(name: str, colour: int, one: Forecast, unit: float, *, named: bool, end: str) -> Line:
    loss = _finite(one.loss)
    return Line(name, colour, one.steps / unit, loss, loss, named=named, end=end if named else "")


@lru_cache(maxsize=64)
def _band(name: str, colour: int, one: Forecast, unit: float) -> Line:
    return Line(name, colour, one.steps / unit, _finite(one.low), _finite(one.high), style="band", named=False)


def _had(run: Run, trace: Trace, unit: float) -> Line:
    """Draw the losses a run had, smoothed as in the Training view."""
    x, losses = told.smoothed(trace)
    return Line(run.name, run.colour, x / unit, losses, losses, style="had", named=False)


def _finite(values: Floats) -> Floats:
    return np.where(np.isfinite(values), values, np.nan)


def _height(found: Sequence[Forecast], first: int, last: int) -> Axis:
    """Give a log axis down to the lowest band in sight, and up to the highest of a run that has begun to learn."""
    begun = first + BEGUN * (last - first)
    lows = [_within(one, one.low, first, last) for one in found]
    lowest = min((float(low.min()) for low in lows if len(low)), default=1.0) * 0.985
    highs = [_within(one, one.high, begun, last) for one in found]
    highest = max((float(high.max()) for high in highs if len(high)), default=10.0)
    return Axis(lowest, max(min(highest, CLIPPED * lowest), 1.12 * lowest) * 1.02, log=True)


def _within(one: Forecast, values: Floats, first: float, last: float) -> Floats:
    """Give what there is of a forecast's values from one update to another."""
    return values[(one.steps >= first) & (one.steps <= last) & np.isfinite(values) & (values > 0)]


def _readings(
    there: Sequence[tuple[Run, Forecast]], sight: Sight, names: set[str], foreseen: Foreseen
) -> tuple[Reading, ...]:
    at = sight.cursor
    if at is None or not sight.first <= at <= sight.last:
        return ()
    values = ((run, foreseen.loss_after(run, at)) for run, _ in there if run.name in names)
    return tuple(
        Reading(run.name, run.colour, value, foreseen.written(run, at)) for run, value in values if np.isfinite(value)
    )


def _remarks(
    experiment: Experiment, there: Sequence[tuple[Run, Forecast]], sight: Sight, unit: float
) -> tuple[Remark, ...]:
    """Say of the highest spike behind a drop that it isn't one of the loss."""
    plan, first, last = seen.plan(experiment), int(sight.first), ceil(sight.last)
    spikes = [
        spike
        for run, one in there
        for drop in _drops(seen.unheard(plan, run), run, first, last).tolist()
        if (spike := _spike(one, drop)) is not None
    ]
    if not spikes:
        return ()
    loss, step = max(spikes)
    return (Remark(step / unit, loss, forecast_words.loose()),)


def _reasons(runs: Sequence[Run], foreseen: Foreseen, x: float, axis: Axis) -> tuple[Remark, ...]:
    """Say below each other why there is nothing to draw."""
    said = forecast_words.left_out(runs, foreseen)
    heights = np.geomspace(axis.high, axis.low, len(said) + 2)[1:-1]
    return tuple(Remark(x, float(y), text) for y, text in zip(heights, said, strict=True))


def _spike(one: Forecast, drop: int) -> tuple[float, int] | None:
    """Give the highest loss right behind a drop and its update; None where it doesn't stand out of the one before."""
    at = int(np.searchsorted(one.steps, drop))
    behind = one.loss[at : at + len(AFTER)]
    if at == 0 or not len(behind) or not behind.max() > SPIKE * one.loss[at - 1]:
        return None
    return float(behind.max()), int(one.steps[at + int(behind.argmax())])
