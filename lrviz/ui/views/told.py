"""What a run's scheduler was told in its race, and the cuts that came of it: no plan holds them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lrviz.experiment import Experiment
from lrviz.results import Floats, Trace
from lrviz.run import Run
from lrviz.ui.figure import Line, Seams
from lrviz.ui.racing.raced import Raced

Series = tuple[Floats, Floats]
"""Updates, and a value at each."""

SMOOTHED = 20
"""Updates a smoothed loss is the mean of."""


def raced_of(run: Run, raced: Raced | None) -> Raced | None:
    """Give what was raced of a run whose scheduler listens, once its first update is done."""
    return raced if raced is not None and run.listens and len(raced.traces[0].lrs) else None


def rates(run: Run, raced: Raced, unit: float) -> Line:
    """Give the rates a run had (of its first seed), x counted in `unit` updates of the race."""
    lrs = np.asarray(raced.traces[0].lrs, dtype=np.float64)
    corners = np.flatnonzero(np.diff(lrs)) + 1
    climbing = ~np.isin(corners, cuts(raced.traces[0])) & np.isin(corners - 1, [0, *corners])  # by a step each update
    steps = np.unique(np.concatenate([[0], corners - 1, corners, [len(lrs) - 1]]))
    x, y = steps.astype(np.float64), lrs[steps]
    upright = corners[~climbing]
    cliffs = np.searchsorted(steps, upright)
    x, y = np.insert(x, cliffs, upright), np.insert(y, cliffs, lrs[upright - 1])
    return Line(run.name, run.colour, x / unit, y, y, style="stale" if raced.stale else "solid")


def cuts(trace: Trace) -> NDArray[np.int64]:
    """Give the updates before which a rate was cut; a warm-up may fall too."""
    falls = np.flatnonzero(np.diff(trace.lrs) < 0) + 1
    return falls[np.isin(falls, trace.told_steps[trace.unheard :])] if trace.unheard else falls


def metric(raced: Raced) -> Series:
    """Give what its scheduler was told (of its first seed), and after how many updates."""
    trace = raced.traces[0]
    return np.asarray(trace.told_steps, dtype=np.float64), trace.told


def batches(trace: Trace) -> Series:
    """Give the loss of every update."""
    return np.arange(len(trace.losses), dtype=np.float64), np.asarray(trace.losses, dtype=np.float64)


@lru_cache(maxsize=256)  # a race that is done gives the same trace again
def smoothed(trace: Trace) -> Series:
    """Give the mean loss of the last SMOOTHED updates, of fewer at the start."""
    x, y = batches(trace)
    total = np.concatenate([[0.0], np.cumsum(np.where(np.isfinite(y), y, 0.0))])
    count = np.minimum(np.arange(1, len(y) + 1), SMOOTHED)
    mean = (total[1:] - total[np.arange(1, len(y) + 1) - count]) / count
    return x, np.where(np.isfinite(y), mean, y)


def seams_on_rates(run: Run, raced: Raced, unit: float) -> Seams:
    """Mark the cuts on the rates a run had: the mark is at the new rate."""
    trace = raced.traces[0]
    at = cuts(trace)
    return Seams(run.name, run.colour, at / unit, np.asarray(trace.lrs, dtype=np.float64)[at], stale=raced.stale)


def seams_on(run: Run, raced: Raced, series: Series, unit: float) -> Seams:
    """Mark the cuts on a series of (updates done, values) that is drawn of a run."""
    at = cuts(raced.traces[0])
    y = np.interp(at, *series, left=np.nan, right=np.nan) if len(series[0]) else np.full(len(at), np.nan)
    return Seams(run.name, run.colour, at / unit, y, stale=raced.stale)


def per_raced_update(experiment: Experiment, raced: Raced) -> float:
    """Give how many updates of the plan one of the race stands for: more than one, where a miniature was raced."""
    return experiment.training.steps / raced.steps
