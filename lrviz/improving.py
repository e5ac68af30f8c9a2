"""Improving: the best schedule under a law for a run of an experiment, as a run of knots."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.schedules.knots import Knots
from lrviz.errors import RefusedError
from lrviz.experiment import Experiment
from lrviz.forecasts import of, pace_of
from lrviz.laws.improve import Progress, improved
from lrviz.laws.law import Law
from lrviz.results import Forecast
from lrviz.run import Run

LOOKED_AT = 1 << 16
"""Stretches in which a longer run is looked at."""


def before(experiment: Experiment, run: Run, law: Law) -> Forecast:
    """Give the forecast of a run's end as it is, which its improvement is to be held against."""
    last = experiment.training.steps - 1
    return of(experiment, run.untold(), law, np.array([last]), LOOKED_AT)


def warmup(experiment: Experiment, run: Run) -> int:
    """Give how many updates a run takes to rise to its peak; 0 where it doesn't begin so, or has no rates."""
    if not len(experiment.curve(run.untold(), [experiment.training.steps - 1])):
        return 0
    pace = pace_of(experiment, run.untold(), LOOKED_AT)
    return int(pace.updates[pace.warmup] - pace.counts[pace.warmup] + 1) if pace.warmup else 0


def improvements(experiment: Experiment, run: Run, law: Law, *, warmup: int, floor: float = 0.0) -> Iterator[Progress]:
    """Look for the best schedule that keeps a run's peak; arguments and what comes are those of `improved`.

    Raises
    ------
    RefusedError
        The law holds nothing for the run.
    SpecError
        An argument is out of bounds.
    """
    outside = before(experiment, run, law).outside or ("the optimizer’s rate is 0" if run.rates()[0] == 0 else "")
    if outside:
        raise RefusedError(f"{run.name} can’t be improved: {outside}")
    peak = pace_of(experiment, run.untold(), LOOKED_AT).peak
    for found in improved(law, steps=experiment.training.steps, peak=peak, warmup=warmup, floor=floor):
        times = peak / run.rates()[0]
        yield dataclasses.replace(found, factors=tuple(float(f"{times * factor:.6g}") for factor in found.factors))


def improved_run(run: Run, found: Knots, name: str) -> Run:
    """Give the run as it is with the schedule that was found for it, stepped once an update."""
    return replace(run, name=name, schedule=found, stepped="batch", listing=None)
