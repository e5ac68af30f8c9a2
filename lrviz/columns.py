"""The exact low and high of a run's curve in each pixel column, at a cost that counts pixels and not steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from msgspec import structs

from lrviz.catalog.scan import Scan
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
    end = end_of(experiment, run)
    if end is not None and end <= last:
        before = columns(experiment, run, first, end - 1, width, quantity)
        return replace(before, error=before.error or experiment.curve(run, [end]).error)
    wide = last - first < width
    if experiment.scans(run) and (own := _scanned(experiment, run, first, last, width, quantity)) is not None:
        return own
    bounds = np.arange(first, last + 2) if wide else first + (last + 1 - first) * np.arange(width + 1) // width
    at, sampled = (bounds[:-1], False) if wide else _worth(experiment, run, bounds)
    cuts = [experiment.cuts(one) for one in experiment.lineage(run)]
    sampled = sampled or (quantity == "lr" and any(each is not None and each.sampled for each in cuts))
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


def _scanned(  # noqa: PLR0917 - as `columns`
    experiment: Experiment, run: Run, first: int, last: int, width: int, quantity: Quantity
) -> Columns | None:
    """Give what a scan has of a window at once; None where its steps are to be asked for one by one."""
    if first < experiment.stretches(run)[-1].first:
        return _joined(experiment, run, first, last, width, quantity)
    own, each = _own_scans(experiment, run), experiment.updates_per_step(run)
    if own and quantity == "momentum":
        return _still(experiment, run, first, last, width)
    if not own or last - first < width or (last - first) // each < READY:
        return None
    start, stop = experiment.scheduler_step(run, np.array([first, last])).tolist()
    edges, low, high = own[0].bands(start, stop, width)
    centres = (edges[:-1] + edges[1:] - 1) * (each / 2) + run.began // each * each
    return Columns(np.asarray(centres, np.float64), low, high, sampled=False, error=None)


def _joined(  # noqa: PLR0917 - as `columns`
    experiment: Experiment, run: Run, first: int, last: int, width: int, quantity: Quantity
) -> Columns:
    """Give the columns of what follows different rules one beside the other: what scans has columns of its own."""
    found: list[Columns] = []
    for one, start, stop in experiment.stretches(run):
        left, right = max(first, start), last if stop is None else min(last, stop - 1)
        if left <= right:
            share = max(1, round(width * (right + 1 - left) / (last + 1 - first)))
            found.append(columns(experiment, one, left, right, share, quantity))
    x, low, high = (np.concatenate(parts) for parts in zip(*((one.x, one.low, one.high) for one in found), strict=True))
    return Columns(x, low, high, any(one.sampled for one in found), None)


def _own_scans(experiment: Experiment, run: Run) -> tuple[Scan, ...]:
    """Give the scans of a run's own scheduler."""
    return experiment.scans(run if run.branch is None else structs.replace(run, branch=None))


def _known(experiment: Experiment, run: Run, last: int) -> int:
    """Give how many updates are known of those up to `last`, a scan having found what it can at once."""
    for own, first, end in experiment.stretches(run):
        if first <= last:
            wanted = experiment.scheduler_step(own, np.array(last if end is None else min(last, end - 1)))
            for scan in _own_scans(experiment, own):
                scan.reach(min(int(wanted) + 1, READY))
    return experiment.known(run)


def _still(experiment: Experiment, run: Run, first: int, last: int, width: int) -> Columns:
    """Give the momentum at one update in each column: of a schedule that scans, nothing else can be had at once."""
    at = np.unique(np.linspace(first, last, min(width, last + 1 - first)).astype(np.int64))
    momentum = run.optimizer.momentum_or_beta
    if run.schedule is None or momentum is None:
        return _points(np.zeros(0), np.zeros(0))
    found = _points(at.astype(np.float64), run.schedule.momentum_at(experiment.scheduler_step(run, at), momentum))
    return replace(found, sampled=run.schedule.cycles_momentum and len(at) <= last - first)


def end_of(experiment: Experiment, run: Run) -> int | None:
    """Give the first update for which torch refuses to step the scheduler, or behind the end of its scan."""
    for own, first, end in experiment.stretches(run):
        ends = [scan.known for scan in _own_scans(experiment, own) if scan.ended]
        last = own.ends()
        step = min(ends if last is None else [last, *ends], default=None)
        update = None if step is None else max(first, experiment.update_at(own, step))
        if update is not None and (end is None or update < end):
            return update
    return None


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
    found: list[range] = []
    for own, first, end in experiment.stretches(run):
        each, shift = experiment.updates_per_step(own), own.began // experiment.updates_per_step(own)
        last = experiment.training.steps if end is None else end
        turns = () if own.schedule is None else own.schedule.turns(max((last - 1) // each + 1 - shift, 1))
        if turns is None:
            return None
        moved = (range((one.start + shift) * each, (one.stop + shift) * each, one.step * each) for one in turns)
        found += [range(first, first + 1)] if first else []
        found += [_within(one, first + 1, last - 1) if first else one for one in moved]
    return [one for one in found if len(one)]


def _changes(experiment: Experiment, run: Run, last: int) -> list[range]:
    """Give the updates up to `last` before which a scheduler is stepped, or another one takes over."""
    found: list[range] = []
    for own, first, end in experiment.stretches(run):
        each = experiment.updates_per_step(own)
        found += [range(first, first + 1), range(first // each * each + each, (last + 1 if end is None else end), each)]
    return found


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
        steps = [_within(one, first, last) for one in _changes(experiment, run, last)]
        if sum(map(len, steps)) > EVERY_STEP:
            return _samples(bounds), True
        return np.sort(np.concatenate((bounds[:-1], *map(_array, steps)))), False
    alone = np.array([one.start for one in turns if len(one) == 1], dtype=np.int64)
    alone = alone[(first < alone) & (alone <= last)]
    found = [bounds[:-1], bounds[1:] - 1, alone, alone - 1]
    for one in (one for one in turns if len(one) > 1):
        seen = _within(one, first + 1, last)
        at = _array(seen) if len(seen) <= FEW else _outermost(seen, bounds)
        found += [at, at - 1]
    return np.sort(np.concatenate(found)), False


def _array(steps: range) -> Steps:
    return np.arange(steps.start, steps.stop, steps.step)


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
    line = experiment.lineage(run)
    known = turns is not None and not any(one.listens or experiment.updates_per_step(one) > 1 for one in line)
    if not known or turns is None:  # a rate is cut at any step, whatever it is beside it
        turns = _changes(experiment, run, first + steps - 1)
    seen = [_within(one, first + 1, first + steps - 1) for one in turns]
    maybe = np.unique(np.concatenate([np.arange(0), *(_array(one) for one in seen)])) - first
    rise = np.abs(np.diff(values, prepend=np.nan, append=np.nan))
    step, before, after = rise[maybe], rise[maybe - 1], rise[maybe + 1]
    beside = np.nan_to_num((np.fmin if known else np.fmax)(before, after))
    alike = np.isclose(step, before, rtol=ALIKE, atol=0) | np.isclose(step, after, rtol=ALIKE, atol=0)
    cliffs = maybe[(step > CLIFF * beside) & ~alike]
    return np.insert(at.astype(np.float64), cliffs, at[cliffs]), np.insert(values, cliffs, values[cliffs - 1])
