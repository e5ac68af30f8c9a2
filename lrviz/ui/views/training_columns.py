"""The columns of the Training view's table: of every metric what it was, is and ends at, and how soon, seed by seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.metrics import metrics_of
from lrviz.experiment import Experiment
from lrviz.results import Floats, Trace
from lrviz.ui.numbers import short, whole
from lrviz.ui.racing.raced import Raced, plan_behind
from lrviz.ui.speech import saying
from lrviz.ui.views import at_cursor
from lrviz.ui.views.sight import Sight, percent
from lrviz.ui.views.told import SMOOTHED
from lrviz.ui.views.training_headline import LEVEL, Known, known_by

Write = Callable[[float], str]


@dataclass(frozen=True)
class Column:
    """One thing that is told of every run: a value `of` each seed's trace, and how it is written.

    `best` says which values are good, None where none is. An `apart` one is what a run has more than the baseline.
    """

    key: str
    head: str
    group: str
    of: Callable[[Trace], float]
    write: Write = short
    best: str | None = None
    about: str = ""
    apart: bool = False
    share: bool = False
    raced: Callable[[Raced], float] | None = None
    """What is told of its race as a whole, in place of what is told of each seed."""

    def values(self, raced: Raced) -> Floats:
        """Give the value of each seed, (seeds,); NaN where it has none."""
        if self.raced is not None:
            return np.full(len(raced.traces), self.raced(raced))
        return np.array([self.of(trace) for trace in raced.traces])


@dataclass(frozen=True)
class Measured:
    """A metric: its key in results, what it is called in a head and in a phrase, and how it is written."""

    key: str
    title: str
    phrase: str
    best: str | None
    share: bool = False

    @property
    def write(self) -> Write:
        """How its values are written."""
        return percent if self.share else short


def columns(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight) -> tuple[Column, ...]:
    """Give every column there is, at the cursor first; those of differences where there is a baseline."""
    plan = plan_behind(experiment, raced.values())
    ratio = plan.training.steps / experiment.training.steps
    cursor, measured = int((sight.cursor or 0) * ratio), metrics(experiment)
    fresh = [one for one in raced.values() if not one.stale]
    here = tuple(_at_cursor(experiment, measured, cursor))
    last = tuple(_at_end(experiment, measured))
    best = (_best_so_far(known_by(experiment), cursor), *_best(measured, ratio))
    compared = _apart(here + last, sight.baseline) if sight.baseline in raced else ()
    return (*here, *last, *best, *compared, *_fast(measured, fresh, ratio))


def shown_first(experiment: Experiment, all_of: tuple[Column, ...]) -> tuple[str, ...]:
    """Give the columns shown until a person chooses: at the cursor, with differences where there is a baseline."""
    known = known_by(experiment)
    key = "grad_norm" if known.walked else known.key
    plain = ("lr", "loss", "val_loss", key, "best")
    compared = ("lr", "val_loss", "Δval_loss", key, f"Δ{key}")
    return compared if any(column.apart for column in all_of) else plain


def metrics(experiment: Experiment) -> tuple[Measured, ...]:
    """Give what is measured at validations, the loss first."""
    if known_by(experiment).walked:
        norm = Measured("grad_norm", _tr("Gradient"), _tr("gradient"), None)
        return (Measured("val_loss", _tr("Height"), _tr("height"), "low"), norm)
    measured = (
        Measured(one.key, saying.catalog(one.title), _phrase(saying.catalog(one.title)), one.best, one.share)
        for one in metrics_of(experiment.problem.task)
    )
    return (Measured("val_loss", _tr("Val loss"), _tr("val loss"), "low"), *measured)


def _at_cursor(experiment: Experiment, measured: tuple[Measured, ...], cursor: int) -> Iterator[Column]:
    walked, group = known_by(experiment).walked, _tr("At the cursor")
    yield Column("lr", _tr("LR"), group, partial(at_cursor.rate, cursor=cursor))
    loss = _tr("Mean") if walked else _tr("Train loss")
    about = _tr("The mean of the last {0} update{0:|s}.").format(SMOOTHED)
    yield Column("loss", loss, group, partial(at_cursor.recent, cursor=cursor), best="low", about=about)
    for one in measured:
        of = partial(at_cursor.measured, key=one.key, cursor=cursor)
        yield Column(one.key, _upper(one.title), group, of, one.write, one.best, share=one.share)


def _at_end(experiment: Experiment, measured: tuple[Measured, ...]) -> Iterator[Column]:
    group, end = _tr("At the end"), experiment.training.steps
    yield Column("final/lr", _tr("Final LR"), group, partial(at_cursor.rate, cursor=end))
    loss = _tr("Final mean") if known_by(experiment).walked else _tr("Final train loss")
    yield Column("final/loss", loss, group, partial(at_cursor.recent, cursor=end), best="low")
    for one in measured:
        of = partial(at_cursor.measured, key=one.key, cursor=end)
        yield Column(
            f"final/{one.key}", _tr("Final {0}").format(one.phrase), group, of, one.write, one.best, share=one.share
        )


def _best_so_far(known: Known, cursor: int) -> Column:
    head = _tr("Lowest") if known.walked else _tr("Best")
    about = _tr("The best {0} up to the cursor.").format(saying.catalog(known.title))
    best = "high" if known.high else "low"
    of = partial(_best_of, key=known.key, high=known.high, cursor=cursor)
    return Column("best", head, _tr("Best of the race"), of, known.write, best, about, share=known.share)


def _best(measured: tuple[Measured, ...], ratio: float) -> Iterator[Column]:
    group = _tr("Best of the race")
    for one in measured:
        if one.best is not None:
            high = one.best == "high"
            of = partial(_best_of, key=one.key, high=high)
            yield Column(
                f"best/{one.key}", _tr("Best {0}").format(one.phrase), group, of, one.write, one.best, share=one.share
            )
            step = partial(_step_of_best, key=one.key, high=high, ratio=ratio)
            head = _tr("Step of best {0}").format(one.phrase)
            yield Column(f"step/{one.key}", head, group, step, _steps)


def _apart(columns: tuple[Column, ...], baseline: str) -> tuple[Column, ...]:
    """Give a column of differences to the baseline for each that is to be compared."""
    group = _tr("Difference to {0}").format(baseline)
    about = _tr("What a run has more than {0}, the mean over seeds ± its standard error.").format(baseline)
    return tuple(
        replace(column, key=f"Δ{column.key}", head=f"Δ {_phrase(column.head)}", group=group, about=about, apart=True)
        for column in columns
        if column.key not in ("lr", "final/lr")
    )


def _fast(measured: tuple[Measured, ...], fresh: list[Raced], ratio: float) -> Iterator[Column]:
    """Give how soon each run comes near the best value that any of them reaches, and how long its race takes."""
    group = _tr("How fast")
    about = _tr("The runs of a race train at once: this is the time it took, by its updates.")
    yield Column("pace", _tr("ms/update"), group, _nothing, _milliseconds, about=about, raced=lambda one: one.pace)
    for one in measured[:2]:
        bests = [_best_of(trace, key=one.key, high=one.best == "high") for each in fresh for trace in each.traces]
        found = [best for best in bests if np.isfinite(best)]
        if one.best is not None and found:
            high = one.best == "high"
            best = max(found) if high else min(found)
            target = best - LEVEL * abs(best) if high else best + LEVEL * abs(best)
            head = _tr("Steps to {0}").format(f"{one.phrase} {one.write(target)}")
            about = _tr("The first step at which it is within {0} of the best that any run reaches, {1}.")
            of = partial(_reached, key=one.key, target=target, high=high, ratio=ratio)
            about = about.format(percent(LEVEL), one.write(best))
            yield Column(f"reach/{one.key}", head, group, of, _steps, "low", about)


def _all(trace: Trace, key: str) -> Floats:
    return np.asarray(trace.metrics.get(key, ()), dtype=np.float64)


def _best_of(trace: Trace, key: str, *, high: bool, cursor: int | None = None) -> float:
    values = _all(trace, key) if cursor is None else at_cursor.known(trace, key, cursor)
    values = values[np.isfinite(values)]
    return float(values.max() if high else values.min()) if len(values) else np.nan


def _step_of_best(trace: Trace, key: str, *, high: bool, ratio: float) -> float:
    values = _all(trace, key)
    if not np.isfinite(values).any():
        return np.nan
    at = int(np.nanargmax(values) if high else np.nanargmin(values))
    return float(trace.metric_steps[at] / ratio)


def _reached(trace: Trace, key: str, *, target: float, high: bool, ratio: float) -> float:
    values = _all(trace, key)
    there = np.flatnonzero(values >= target if high else values <= target)
    return float(trace.metric_steps[there[0]] / ratio) if len(there) else np.nan


def _nothing(_trace: Trace) -> float:
    return np.nan


def _milliseconds(value: float) -> str:
    return short(1000 * value)


def _steps(value: float) -> str:
    return whole(round(value))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _phrase(text: str) -> str:
    """Write a title within a phrase: an abbreviation stays as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrainingTable", text)
