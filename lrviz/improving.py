"""Improving: the best schedule under a law for a run of an experiment, as a run of knots."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.schedules.knots import Knots
from lrviz.columns import columns
from lrviz.errors import RefusedError
from lrviz.experiment import Experiment
from lrviz.forecasts import of, pace_of
from lrviz.laws.improve import Progress, improved
from lrviz.laws.law import Law
from lrviz.results import Forecast
from lrviz.run import Run
from lrviz.sentences import say

LOOKED_AT = 1 << 13
"""Stretches in which a longer run is looked at."""

COLUMNS = 512
"""Columns in which its highest rate is looked for, exactly."""


def before(experiment: Experiment, run: Run, law: Law) -> Forecast:
    """Give the forecast of a run's end as it is, which its improvement is to be held against."""
    last = experiment.training.steps - 1
    return of(experiment, run.untold(), law, np.array([last]), LOOKED_AT)


def warmup(experiment: Experiment, run: Run) -> int:
    """Give how many updates a run takes to rise to its peak; 0 where it doesn't begin so, or has no rates."""
    if not len(experiment.curve(run.untold(), [experiment.training.steps - 1])):
        return 0
    pace = pace_of(experiment, run.untold(), LOOKED_AT)
    top = pace.warmup
    first = int(pace.updates[top] - pace.counts[top]) + 1
    if not (top and pace.sampled and run.stepped == "batch"):
        return first if top else 0
    return _stops_rising(
        experiment,
        run.untold(),
        max(0, int(pace.updates[top - 1] - pace.counts[top - 1])),
        int(pace.updates[top : top + 2][-1]),
    )


def _stops_rising(experiment: Experiment, run: Run, rising: int, behind: int) -> int:
    """Give the first update whose rate isn't below the next one's, between one where it is and one where it isn't."""
    while behind - rising > 1:
        middle = (rising + behind) // 2
        now, then = experiment.curve(run, [middle, middle + 1]).lr
        rising, behind = (middle, behind) if then > now else (rising, middle)
    return behind


def improvements(experiment: Experiment, run: Run, law: Law, *, warmup: int, floor: float = 0.0) -> Iterator[Progress]:
    """Look for the best schedule that keeps a run's peak; arguments and what comes are those of `improved`.

    Raises
    ------
    RefusedError
        The law holds nothing for the run.
    SpecError
        An argument is out of bounds.
    """
    outside = _outside(experiment, run, law)
    if outside:
        raise RefusedError(say("{name} can’t be improved: {outside}", name=run.name, outside=outside))
    peak = float(np.nanmax(columns(experiment, run.untold(), 0, experiment.training.steps - 1, COLUMNS).high))
    for found in improved(law, steps=experiment.training.steps, peak=peak, warmup=warmup, floor=floor):
        times = peak / run.rates()[0]
        yield dataclasses.replace(found, factors=tuple(float(f"{times * factor:.6g}") for factor in found.factors))


def _outside(experiment: Experiment, run: Run, law: Law) -> str:
    """Say why a run can't be improved; empty where it can."""
    if run.branch is not None:
        return say(
            "it is a branch, whose first {step} update{step:|s} are those of {run}",
            step=run.branch.step,
            run=run.branch.run,
        )
    return before(experiment, run, law).outside or (say("the optimizer’s rate is 0") if run.rates()[0] == 0 else "")


def improved_run(run: Run, found: Knots, name: str) -> Run:
    """Give the run as it is with the schedule that was found for it, stepped once an update."""
    return replace(run, name=name, schedule=found, stepped="batch", listing=None)
