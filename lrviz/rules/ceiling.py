"""The ceiling of the learning rate, as a race measured it, and what became of the training loss above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from lrviz.results import Floats, Trace

END = 0.1
"""The last share of the updates, over which the loss that a run ends at is the mean."""


class Ceiling(NamedTuple):
    """The highest `rate` at which an update would only just have raised the training loss, of those that were measured.

    That is 2 / λ with the critical sharpness λ, in the first group's rate. It was measured up to the first time that
    the rate in use was above it, after so many `updates`: from there on the weights may have been thrown to where the
    loss is flat, as those of dead neurons are, and the ceiling with them. The training loss was at `first` before any
    update and ended at `last`, infinite where it left all bounds.
    """

    rate: float
    updates: int
    first: float
    last: float


def ceiling(traces: Sequence[Trace]) -> Ceiling | None:
    """Give the ceiling that the traces of a run were found to be above, one for each seed; None where any wasn't."""
    found = [_crossed(trace) for trace in traces]
    crossed = [one for one in found if one is not None]
    if not crossed or len(crossed) < len(found):
        return None
    return Ceiling(
        max(one.rate for one in crossed),
        min(one.updates for one in crossed),
        max(one.first for one in crossed),
        min(one.last for one in crossed),
    )


def _crossed(trace: Trace) -> Ceiling | None:
    measured = trace.metrics.get("critical_lr")
    if measured is None or not len(trace.losses):
        return None
    known = np.isfinite(measured)
    steps, rates = trace.metric_steps[known], measured[known]
    above = np.flatnonzero(trace.lrs[steps - 1] > rates)
    if not len(above):
        return None
    first = int(above[0])
    return Ceiling(float(rates[: first + 1].max()), int(steps[first]), float(trace.losses[0]), _last(trace))


def _last(trace: Trace) -> float:
    if trace.diverged_at is not None:
        return float("inf")
    losses: Floats = trace.losses
    return float(np.mean(losses[-max(1, round(END * len(losses))) :]))
