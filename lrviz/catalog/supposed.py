"""What a schedule that listens would do on a metric that is only supposed: in a bounded time, however long the plan."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from lrviz.catalog.cuts import Cuts, Stall
from lrviz.catalog.listening import Listener
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.signal import Floats, Signal

LONGEST = 5_000
"""Steps that are told their metric one by one. A longer plan is sampled, unless its rate is at its lowest by then."""


@lru_cache(maxsize=128)  # a drag changes one schedule of many, and each picture asks several times
def supposed(  # noqa: PLR0917 - a plan and what is stepped in it
    schedule: Listener, signal: Signal, each: int, updates: int, lr: float, first: int = 0
) -> Cuts:
    """Give the cuts of a rate `lr` over a plan of so many updates, told `signal` after every `each` from `first` on."""
    plateau, unheard = schedule.plateau, schedule.warmup * each + first
    calls = (updates - 1 - unheard) // each  # nothing uses the rate after the last update
    if calls <= plateau.patience:
        return schedule.cut((), lr)
    begun = min(calls, LONGEST)
    better = _progress(plateau, Told(signal, each, updates, begun, unheard))
    exact = schedule.cut(plateau.stalls(better, begun), lr)
    if calls <= LONGEST or plateau.is_lowest(float(exact.rates[-1])):
        return exact
    stride = -(-calls // LONGEST)
    sample = Told(signal, stride * each, updates, calls // stride, unheard)
    rough = plateau.every(stride).stalls(_progress(plateau, sample), sample.calls)
    later = (Stall(*(call * stride for call in stall)) for stall in rough if stall.call * stride > begun)
    return replace(schedule.cut(chain(plateau.stalls(better, begun), later), lr), sampled=True)


class Told(NamedTuple):
    """A signal told so many times, after every `each` updates of a plan once the first have gone `unheard`."""

    signal: Signal
    each: int
    updates: int
    calls: int
    unheard: int = 0

    @property
    def values(self) -> Floats:
        """What is told, (calls,)."""
        with np.errstate(all="ignore"):
            return self.signal.at((self.unheard + np.arange(1, self.calls + 1) * self.each) / self.updates)


def _progress(plateau: ReduceLROnPlateau, told: Told) -> list[int]:
    judge = ReduceLROnPlateau(plateau.mode, threshold=plateau.threshold, threshold_mode=plateau.threshold_mode)
    return _judged(judge, told)


@lru_cache(maxsize=16)  # schedules that are compared by their patience judge alike
def _judged(judge: ReduceLROnPlateau, told: Told) -> list[int]:
    return judge.progress(told.values)
