"""The exact low and high of a run's curve in each pixel column, at a cost that counts pixels and not steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from lrviz.catalog.schedule import FEW, Steps
from lrviz.experiment import Experiment
from lrviz.results import Floats
from lrviz.run import Run

EVERY_STEP = 200_000
"""A curve whose turns aren't known is evaluated at every step of a window up to this long, and sampled beyond."""
SAMPLES = 8
"""Samples in one column of a curve that is sampled."""
READY = 1 << 14
"""Steps that a picture finds of a scan that doesn't know them, and up to how many it finds again."""
CLIFF = 4.0
"""How many times as high as the steps beside it a step must be to be drawn upright."""
ALIKE = 0.3
"""A step that differs by no more than this share from one beside it belongs to the same slope, which ends there."""

Quantity = Literal["lr", "momentum"]


@dataclass(frozen=True, eq=False)
class Columns:
    """A curve as pixels: at `x` (a step, or the centre of a column of steps) it lies between `low` and `high`.

    With no more steps than columns `low` is `high`, one array, and where the curve jumps two points share an x.
    `sampled` says that steps between the samples may lie outside, or cuts elsewhere; `error` is what torch says where
    the curve ends within the window. The rates of a schedule that scans are drawn as far as they are known: up to
    `scanned` updates, None where that is the whole window.
    """

    x: Floats
    low: Floats
    high: Floats
    sampled: bool
    error: str | None
    scanned: int | None = None


def columns(  # noqa: PLR0917 - a window and what to draw in it
    experiment: Experiment, run: Run, first: int, last: int, width: int, quantity: Quantity = "lr"
) -> Columns:
    """Give a run's rate or momentum (of its first parameter group) from update `first` to `last`, both included.

    Updates outside the plan are left out. Of n updates, when they are more than `width`, column c holds those from
    first + c·n // width up to first + (c + 1)·n // width, the latter excluded.
    """
    first, last = max(0, first), min(last, experiment.training.steps - 1)
    if last < first or width < 1:
        return _points(np.zeros(0), np.zeros(0))
    known = _known(experiment, run, last)
    if known <= last:
        return replace(columns(experiment, run, first, known - 1, width, quantity), scanned=known)
    end = _end(experiment, run)
    if end is not None and end <= last:
        before = columns(experiment, run, first, end - 1, width, quantity)
        return replace(before, error=before.error or experiment.curve(run, [end]).error)
    wide = last - first < width
    scans, each = experiment.scans(run), experiment.updates_per_step(run)
    if scans and quantity == "momentum":
        return _still(experiment, run, first, last, width)
    if scans and not wide and (last - first) // each >= READY:
        edges, low, high = scans[0].bands(first // each, last // each, width)
        return Columns(
            np.asarray((edges[:-1] + edges[1:] - 1) * (each / 2), np.float64), low, high, sampled=False, error=None
        )
    bounds = np.arange(first, last + 2) if wide else first + (last + 1 - first) * np.arange(width + 1) // width
    at, sampled = (bounds[:-1], False) if wide else _worth(experiment, run, bounds)
    cuts = experiment.cuts(run)
    sampled = sampled or (quantity == "lr" and cuts is not None and cuts.sampled)
    curve = experiment.curve(run, at)
    if curve.error is not None:  # a rate that is no number, of which the schedule doesn't know beforehand
        broken = _break(experiment, run, int(at[len(curve)]), int(curve.steps[-1]) if len(curve) else first - 1)
        return replace(
            columns(experiment, run, first, broken - 1, width, quantity), error=experiment.curve(run, [broken]).error
        )
    values = curve.lr if quantity == "lr" else curve.momentum
    if values is None:
        return _points(np.zeros(0), np.zeros(0))
    if wide:
        return replace(_points(*_upright(experiment, run, at, values)), sampled=sampled)
    cells = np.searchsorted(at, bounds[:-1])
    low, high = np.minimum.reduceat(values, cells), np.maximum.reduceat(values, cells)
    return Columns((bounds[:-1] + bounds[1:] - 1) / 2, low, high, sampled, None)


def _points(x: Floats, values: Floats) -> Columns:
    return Columns(x, values, values, sampled=False, error=None)


def _known(experiment: Experiment, run: Run, last: int) -> int:
    """Give how many updates are known of those up to `last`, a scan having found what it can at once."""
    for scan in experiment.scans(run):
        scan.reach(min(last // experiment.updates_per_step(run) + 1, READY))
    return experiment.known(run)


def _still(experiment: Experiment, run: Run, first: int, last: int, width: int) -> Columns:
    """Give the momentum at one update in each column: of a schedule that scans, nothing else can be had at once."""
    at = np.unique(np.linspace(first, last, min(width, last + 1 - first)).astype(np.int64))
    momentum = run.optimizer.momentum_or_beta
    if run.schedule is None or momentum is None:
        return _points(np.zeros(0), np.zeros(0))
    found = _points(at.astype(np.float64), run.schedule.momentum_at(experiment.scheduler_step(run, at), momentum))
    return replace(found, sampled=run.schedule.cycles_momentum and len(at) <= last - first)


def _end(experiment: Experiment, run: Run) -> int | None:
    """Give the first update for which torch refuses to step the scheduler, or behind the end of its scan."""
    ends = [scan.known for scan in experiment.scans(run) if scan.ended]
    end = run.ends()
    first = min(ends if end is None else [end, *ends], default=None)
    return None if first is None else first * experiment.updates_per_step(run)


def _break(experiment: Experiment, run: Run, bad: int, good: int) -> int:
    """Give the first update without a rate, between one that has one and one that has none."""
    while bad - good > 1:
        middle = (bad + good) // 2
        if len(experiment.curve(run, [middle])):
            good = middle
        else:
            bad = middle
    return bad


def turns_of(experiment: Experiment, run: Run) -> list[range] | None:
    """Give the updates at which the curve turns or jumps; None where that isn't known."""
    if run.schedule is None:
        return []
    each = experiment.updates_per_step(run)
    turns = run.schedule.turns((experiment.training.steps - 1) // each + 1)
    return None if turns is None else [range(turn.start * each, turn.stop * each, turn.step * each) for turn in turns]


def _within(turns: range, first: int, last: int) -> range:
    """Give the part of a range that lies between two updates, both included."""
    skipped = max(0, -((turns.start - first) // turns.step))
    return range(turns.start + skipped * turns.step, min(turns.stop, last + 1), turns.step)


def _worth(experiment: Experiment, run: Run, bounds: Steps) -> tuple[Steps, bool]:
    """Give the updates to evaluate so that each column's low and high are among them, and whether some may be missed.

    Between two turns the curve is monotone, so the ends of columns, the turns and the updates before them hold every
    extreme. Along one range of turns it is monotone too: of many turns the first and last in each column will do.
    """
    first, last = int(bounds[0]), int(bounds[-1]) - 1
    turns = turns_of(experiment, run)
    if turns is None:
        steps = _within(range(0, last + 1, experiment.updates_per_step(run)), first, last)
        if len(steps) > EVERY_STEP:
            return _samples(bounds), True
        return np.sort(np.concatenate((bounds[:-1], np.arange(steps.start, steps.stop, steps.step)))), False
    alone = np.array([one.start for one in turns if len(one) == 1], dtype=np.int64)
    alone = alone[(first < alone) & (alone <= last)]
    found = [bounds[:-1], bounds[1:] - 1, alone, alone - 1]
    for one in (one for one in turns if len(one) > 1):
        seen = _within(one, first + 1, last)
        at = np.arange(seen.start, seen.stop, seen.step) if len(seen) <= FEW else _outermost(seen, bounds)
        found += [at, at - 1]
    return np.sort(np.concatenate(found)), False


def _outermost(turns: range, bounds: Steps) -> Steps:
    """Give the first and the last turn in each column that has any."""
    first = np.maximum(0, -((turns.start - bounds[:-1]) // turns.step))
    last = np.minimum(len(turns), -((turns.start - bounds[1:]) // turns.step)) - 1
    some = first <= last
    return turns.start + turns.step * np.concatenate((first[some], last[some]))


def _samples(bounds: Steps) -> Steps:
    """Give evenly spaced updates of each column, its ends included."""
    starts, inside = bounds[:-1, None], (bounds[1:] - bounds[:-1] - 1)[:, None]
    return np.unique(starts + inside * np.arange(SAMPLES) // (SAMPLES - 1))


def _upright(experiment: Experiment, run: Run, at: Steps, values: Floats) -> tuple[Floats, Floats]:
    """Put a corner where the curve jumps, so that a cliff stands upright instead of leaning by a step."""
    steps, first = len(at), int(at[0])
    turns = turns_of(experiment, run)
    each = experiment.updates_per_step(run)
    known = turns is not None and each == 1 and not run.listens
    if turns is None or each > 1 or run.listens:  # a rate is cut at any step, whatever it is beside it
        turns = [range(0, first + steps, each)]
    seen = [_within(one, first + 1, first + steps - 1) for one in turns]
    maybe = (
        np.unique(np.concatenate([np.arange(0), *(np.arange(one.start, one.stop, one.step) for one in seen)])) - first
    )
    rise = np.abs(np.diff(values, prepend=np.nan, append=np.nan))
    step, before, after = rise[maybe], rise[maybe - 1], rise[maybe + 1]
    beside = np.nan_to_num((np.fmin if known else np.fmax)(before, after))
    alike = np.isclose(step, before, rtol=ALIKE, atol=0) | np.isclose(step, after, rtol=ALIKE, atol=0)
    cliffs = maybe[(step > CLIFF * beside) & ~alike]
    return np.insert(at.astype(np.float64), cliffs, at[cliffs]), np.insert(values, cliffs, values[cliffs - 1])
