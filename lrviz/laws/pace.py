"""Pace: the learning rates of a whole run as the laws take them, update by update or in stretches of equal ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lrviz.results import Floats

Counts = NDArray[np.int64]

EACH = 1 << 20
"""Up to so many updates, each has a stretch of its own; a longer run has this many stretches."""
STILL = 1e-9
"""A rate below this share of the highest moves no weight that a sum over the run could tell."""
FAR, NEARER = 1 << 13, 0.02
"""Even stretches for the loss after one update, and what share of the way to it one before it is long at most."""
GLANCE, GLANCE_FINER = 200, 0.05
"""Even stretches, and how long those towards the end are at most, where milliseconds would be too long."""


@dataclass(frozen=True, eq=False)
class Pace:
    """The rates of a run: `rates` (n,) > 0, each held for `counts` (n,) updates that follow one another.

    Updates at a rate of 0 (a warm-up's first, those behind a decay's end) change no weight and are left out: `updates`
    (n,) is the index of each stretch's last update in the run, of `steps` in all. `sampled` says that the stretches
    are longer than an update and their rates one sample each.
    """

    rates: Floats
    counts: Counts
    updates: Counts
    steps: int
    sampled: bool = False

    @classmethod
    def of(cls, rates_at: Callable[[Counts], Floats], steps: int, most: int = EACH) -> Pace:
        """Give the pace of a run of `steps` updates from what gives its rates at any of them.

        A run longer than `most` has at most so many stretches. Each has the rate of one of its updates, drawn at random
        by a fixed seed: evenly spaced ones would fall into step with a cycle.
        """
        edges = np.arange(steps + 1) if steps <= most else spread(steps, most)
        counts = np.diff(edges)
        within = np.random.default_rng(0).integers(0, counts) if steps > most else 0
        rates = np.asarray(rates_at(edges[:-1] + within), np.float64)
        moving = rates > STILL * rates.max(initial=0.0)
        return cls(rates[moving], counts[moving], (edges[1:] - 1)[moving], steps, sampled=steps > most)

    @classmethod
    def near(cls, rates_at: Callable[[Counts], Floats], steps: int, update: int) -> Pace:
        """Give the pace of a long run as a law sees it right after an update: the nearer before it, the finer.

        Elsewhere it is looked at in `FAR` stretches, drawn as in `of`.
        """
        back = np.round(np.geomspace(1, update + 1, int(np.log(update + 2) / NEARER))).astype(np.int64)
        even = np.arange(FAR + 1, dtype=np.int64) * steps // FAR
        edges = np.sort(np.concatenate([even, update + 1 - back, [update, update + 1]]))
        edges = edges[np.append(True, np.diff(edges) > 0)]
        counts = np.diff(edges)
        rates = np.asarray(rates_at(edges[:-1] + np.random.default_rng(0).integers(0, counts)), np.float64)
        moving = rates > STILL * rates.max(initial=0.0)
        return cls(rates[moving], counts[moving], (edges[1:] - 1)[moving], steps, sampled=True)

    @classmethod
    def glanced(cls, rates_at: Callable[[Counts], Floats], steps: int, each: int = 1) -> Pace:
        """Give the pace of a run of `steps` steps of `each` updates from the rates at some hundred of them."""
        edges = graded(steps, even=GLANCE, finer=GLANCE_FINER)
        rates = np.asarray(rates_at((edges[1:] + edges[:-1] - 1) // 2), np.float64)
        moving = rates > STILL * rates.max(initial=0.0)
        counts = np.diff(edges) * each
        return cls(rates[moving], counts[moving], (np.cumsum(counts) - 1)[moving], steps * each, sampled=True)

    @property
    def area(self) -> Floats:
        """The sum of all rates up to each stretch's end, shape (n,)."""
        return np.cumsum(self.rates * self.counts)

    @property
    def peak(self) -> float:
        """The highest rate."""
        return float(self.rates.max(initial=0.0))

    @property
    def warmup(self) -> int:
        """How many stretches lie before the first at the peak, where the rate only rises to it; else 0."""
        if not len(self.rates):
            return 0
        top = int(np.argmax(self.rates >= self.peak * (1 - 1e-9)))
        return top if bool(np.all(np.diff(self.rates[: top + 1]) >= 0)) else 0

    @property
    def drops(self) -> Counts:
        """The first update behind each drop of the rate to less than half, shape (m,)."""
        return self.updates[:-1][self.rates[1:] < 0.5 * self.rates[:-1]] + 1

    def without_warmup(self) -> Pace:
        """Give the same run at its peak rate from the start."""
        early = np.arange(len(self.rates)) < self.warmup
        return replace(self, rates=np.where(early, self.peak, self.rates))

    def until(self, updates: Counts) -> Counts:
        """Give the stretch that each of some updates of the run has reached; −1 before the first that moves."""
        return np.asarray(np.searchsorted(self.updates, updates, side="right") - 1, np.int64)


def spread(steps: int, most: int) -> Counts:
    """Give where at most `most` stretches of a longer run begin, and its end: four fifths evenly, the others shorter.

    These are one update long at the start, where a rate may be spent at once, and at the end, where the last few
    updates may be a restart, which a law counts for much more than their share of the run.
    """
    even = np.arange(most * 4 // 5 + 1, dtype=np.int64) * steps // (most * 4 // 5)
    away = np.round(np.geomspace(1, steps, most // 10)).astype(np.int64)
    return np.unique(np.concatenate([even, away, steps - away]))


def graded(steps: int, warmup: int = 0, even: int = 1500, finer: float = 0.01) -> Counts:
    """Give where stretches of a run begin, and its end: so many `even` ones, and a tenth as many over a warm-up.

    Towards the end none is longer than the share `finer` of what is left. A run of twice as many updates has them all.
    """
    if steps <= 2 * even:
        return np.arange(steps + 1)
    few = even // 10
    rise = np.arange(few) * warmup // few
    flat = warmup + np.arange(even + 1) * (steps - warmup) // even
    end = steps - np.round(np.geomspace(1, steps, int(np.log(steps) / finer)))
    return np.unique(np.concatenate([rise, flat, end.astype(np.int64)]))
