"""What a schedule that listens would do on a metric that is only supposed: in a bounded time, however long the plan."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from lrviz.catalog.cuts import Cuts, Stall
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.signal import Floats, Signal

LONGEST = 5_000
"""Steps that are told their metric one by one. A longer plan is sampled, unless its rate is at its lowest by then."""


@lru_cache(maxsize=128)  # a drag changes one schedule of many, and each picture asks several times
def supposed(schedule: ReduceLROnPlateau, signal: Signal, each: int, updates: int, lr: float) -> Cuts:
    """Give the cuts of a rate `lr` over a plan of so many updates, stepped and told `signal` after every `each`."""
    calls = (updates - 1) // each  # nothing uses the rate after the last update
    begun = min(calls, LONGEST)
    exact = schedule.cut(schedule.stalls(_progress(schedule, Told(signal, each, updates, begun)), begun), lr)
    if calls <= LONGEST or schedule.is_lowest(float(exact.rates[-1])):
        return exact
    stride = -(-calls // LONGEST)
    sample = Told(signal, stride * each, updates, calls // stride)
    rough = schedule.every(stride).stalls(_progress(schedule, sample), sample.calls)
    later = (Stall(*(call * stride for call in stall)) for stall in rough if stall.call * stride > begun)
    known = map(Stall, exact.best[1:].tolist(), exact.since[1:].tolist(), exact.steps[1:].tolist())
    return replace(schedule.cut(chain(known, later), lr), sampled=True)


class Told(NamedTuple):
    """A signal told so many times, after every `each` updates of a plan."""

    signal: Signal
    each: int
    updates: int
    calls: int

    @property
    def values(self) -> Floats:
        """What is told, (calls,)."""
        with np.errstate(all="ignore"):
            return self.signal.at(np.arange(1, self.calls + 1) * self.each / self.updates)


def _progress(schedule: ReduceLROnPlateau, told: Told) -> list[int]:
    judge = ReduceLROnPlateau(schedule.mode, threshold=schedule.threshold, threshold_mode=schedule.threshold_mode)
    return _judged(judge, told)


@lru_cache(maxsize=16)  # schedules that are compared by their patience judge alike
def _judged(judge: ReduceLROnPlateau, told: Told) -> list[int]:
    return judge.progress(told.values)
