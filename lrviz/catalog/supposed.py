"""What a schedule that listens would do on a metric that is only supposed: in a bounded time, however long the plan."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import chain

import numpy as np

from lrviz.catalog.cuts import Cuts
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.signal import Floats, Signal

LONGEST = 6_000
"""Steps that are told their metric one by one. A longer plan is sampled, unless its rate is at its lowest by then."""


@lru_cache(maxsize=128)  # a drag changes one schedule of many, and each picture asks several times
def supposed(schedule: ReduceLROnPlateau, signal: Signal, each: int, updates: int, lr: float) -> Cuts:
    """Give the cuts of a rate `lr` over a plan of so many updates, stepped and told `signal` after every `each` of them."""
    calls = (updates - 1) // each  # nothing uses the rate after the last update
    begun = min(calls, LONGEST)
    exact = schedule.cut(schedule.stalls(told(signal, each, updates, begun, 1)), lr)
    if calls <= LONGEST or schedule.is_lowest(float(exact.rates[-1])):
        return exact
    stride = -(-calls // LONGEST)
    rough = schedule.every(stride).stalls(told(signal, each, updates, calls // stride, stride))
    later = ((since * stride, call * stride) for since, call in rough if call * stride > begun)
    known = zip(exact.since[1:].tolist(), exact.steps[1:].tolist(), strict=True)
    return replace(schedule.cut(chain(known, later), lr), sampled=True)


@lru_cache(maxsize=8)  # schedules that are compared are told the same
def told(signal: Signal, each: int, updates: int, calls: int, stride: int) -> Floats:
    """Give what the first `calls` of every `stride`-th step are told, (calls,)."""
    with np.errstate(all="ignore"):
        values = signal.at(np.arange(1, calls + 1) * (stride * each) / updates)
    values.flags.writeable = False
    return values
