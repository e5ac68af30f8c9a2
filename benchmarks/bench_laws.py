"""Forecasts by the three laws, against one plain cumsum of the same rates, and a fit by its turns.

Half a cosine behind a warm-up, 256 losses along it. Times are the processor's. Targets: 24 000 updates within a frame
of 16 ms, a million within 0.3 s; turns of 50 ms at most, which a worker can take.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np

from lrviz.laws import LAWS
from lrviz.laws.fitting import fit
from lrviz.laws.pace import Pace
from lrviz.results import Floats

PEAK, POINTS, TURNS = 3e-4, 256, 7
ENDED = object()


def rates(steps: int) -> Floats:
    t = np.arange(steps)
    return PEAK * np.minimum(1, (t + 1) / (0.09 * steps)) * (0.55 + 0.45 * np.cos(np.pi * t / steps))


def pace_of(values: Floats) -> Pace:
    return Pace.of(lambda t: values[t], len(values))


def seconds(work: Callable[[], object]) -> float:
    """Give the median of some turns, the first left out."""
    taken = []
    for _ in range(TURNS + 1):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken[1:])


def main() -> None:
    for name, sets in LAWS.items():
        law = next(iter(sets.values()))
        for steps in (24_000, 1_000_000):
            values = rates(steps)
            pace, at = pace_of(values), np.linspace(0, steps - 1, POINTS).astype(np.int64)
            took, summed = seconds(partial(law.predicted, pace, at)), seconds(partial(np.cumsum, values))
            print(f"{name:12} {steps:9,} updates: {took * 1e3:6.1f} ms, {took / summed:4.0f} × a cumsum", flush=True)
    pace, at = pace_of(rates(24_000)), np.arange(3000, 24_000, 128)
    turns = fit("multi-power", [(pace, at, LAWS["multi-power"]["100M"].predicted(pace, at).loss)])
    taken, ended = [], False
    while not ended:
        start = time.process_time()
        ended = next(turns, ENDED) is ENDED
        taken.append(time.process_time() - start)
    print(f"a fit to {len(at)} losses: {sum(taken):.1f} s in {len(taken)} turns, the longest {max(taken) * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
