"""The best schedule under a law: of those that never rise once they have warmed up, the one that ends lowest.

A schedule goes straight from knot to knot: up to the peak over the warm-up, and from there down towards a floor that is
a share of the peak, by drops p_j ≥ 0 behind the knots whose sum is 1. The law's slope says what each drop changes;
Newton's method, with the curvature by BFGS and in the room of those drops that aren't held at 0, goes down from the
best of the usual shapes. The bound is convex in the rates, so that no schedule at these knots ends lower; under another
law none nearby does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from lrviz.catalog.schedules.knots import MANY, Knots
from lrviz.errors import SpecError
from lrviz.laws.law import Law
from lrviz.laws.pace import STILL, Counts, Pace, graded
from lrviz.results import Floats
from lrviz.sentences import say

MOST = 300
"""Iterations at most."""
ENOUGH, PATIENCE = 1e-6, 8
"""The share of the loss that so many iterations must gain for another to be made."""
LEAST = 1e-8
"""The lowest floor, as a share of the peak: at a rate of 0 a law sees the run end, and what is gained by it is lost."""
LOST, EXACT = 0.02, 1e-7
"""What may be lost where knots are left out in the end: a share of the gain, and a share of the loss that is none."""


def _power(exponent: float, left: Floats) -> Floats:
    return np.asarray(left**exponent)


def _cooldown(length: float, exponent: float, left: Floats) -> Floats:
    return np.asarray(1 - np.clip(1 - left / length, 0, 1) ** exponent)


USUAL: tuple[Callable[[Floats], Floats], ...] = (
    *(partial(_power, exponent) for exponent in (0.5, 1.0, 1.5, 2.0)),
    *(partial(_cooldown, length, 1.0) for length in (0.05, 0.1, 0.2, 0.4)),
    *(partial(_cooldown, length, 0.5) for length in (0.2, 0.4)),
    np.ones_like,
    lambda left: np.asarray((1 - np.cos(np.pi * left)) / 2),
)
"""What is started from: shares of the peak by the share of the decay that is left."""


@dataclass(frozen=True)
class Progress:
    """The best schedule so far, by the `steps` and `factors` of its knots, and the loss the law says it ends at."""

    iteration: int
    value: float
    steps: tuple[int, ...]
    factors: tuple[float, ...]

    @property
    def schedule(self) -> Knots:
        """The schedule itself."""
        return Knots(self.steps, self.factors)


def improved(
    law: Law, *, steps: int, peak: float, warmup: int = 0, floor: float = 0.0, knots: int = MANY
) -> Iterator[Progress]:
    """Look for the best schedule of a run of `steps` updates under a law; each `next()` takes some milliseconds.

    It rises straight from 0 to `peak` over `warmup` updates, then never rises again, and never falls below `floor`
    times the peak. What comes is each time better than before; the last has only the knots that it needs. Its factors
    are shares of the peak.

    Raises
    ------
    SpecError
        An argument is out of bounds.
    """
    _check(steps, peak, warmup, floor, knots)
    room = _Room.of(law, steps=steps, peak=peak, warmup=warmup, floor=max(floor, LEAST), knots=knots)
    here = room.fallen(room.drops(USUAL[0]))
    for shape in USUAL:
        here = min(here, room.fallen(room.drops(shape)), key=lambda fallen: fallen.value)
        yield room.progress(0, here)
    curvature, values = np.diag(here.value / room.widths), [here.value]
    for iteration in range(1, MOST + 1):
        lower = _lower(room, here, curvature)
        if lower is None:
            break
        curvature = _bent(curvature, lower.drops - here.drops, lower.slope - here.slope)
        here = lower
        values.append(here.value)
        yield room.progress(iteration, here)
        if len(values) > PATIENCE and values[-1 - PATIENCE] - here.value < ENOUGH * here.value:
            break
    yield room.thinned(len(values), here, values[0] - here.value)


def _check(steps: int, peak: float, warmup: int, floor: float, knots: int) -> None:
    if steps < 1:
        raise SpecError("improved.steps", steps, say("at least 1"))
    if not 0 < peak < np.inf:
        raise SpecError("improved.peak", peak, say("above 0 and finite"))
    if not 0 <= warmup < steps:
        raise SpecError("improved.warmup", warmup, say("at least 0 and below the {steps} steps", steps=steps))
    if not 0 <= floor < 1:
        raise SpecError("improved.floor", floor, say("at least 0 and below 1, a share of the peak"))
    if not 3 <= knots <= MANY:
        raise SpecError("improved.knots", knots, say("from 3 to {many}", many=MANY))


@dataclass(frozen=True, eq=False)
class _Fallen:
    """Drops (k,) whose sum is 1, the loss they lead to and what it changes by with each, kept to that sum."""

    drops: Floats
    value: float
    slope: Floats


@dataclass(frozen=True, eq=False)
class _Room:
    """The schedules that are allowed, by the drops behind the knots at `places` (k,).

    A stretch of `counts` (n,) updates has the rate peak · (`least` + `share` · drops), shapes (n,) and (n, k).
    """

    law: Law
    steps: int
    peak: float
    warmup: int
    floor: float
    places: Counts
    counts: Counts
    least: Floats
    share: Floats

    @classmethod
    def of(cls, law: Law, *, steps: int, peak: float, warmup: int, floor: float, knots: int) -> _Room:
        """Lay the knots, more densely towards the end of the decay, and the stretches."""
        way = 1 - np.linspace(1, 0, knots - (warmup > 0)) ** 2
        places = np.unique(np.round(warmup + (steps - 1 - warmup) * way).astype(np.int64))
        edges = graded(steps, warmup)
        middle = (edges[1:] + edges[:-1] - 1) / 2
        hats = np.stack([np.interp(middle, places, row) for row in np.eye(len(places))], axis=1)
        warm = middle < warmup
        share = np.where(warm[:, None], 0.0, (1 - floor) * np.cumsum(hats, axis=1))
        least = np.where(warm, middle / max(warmup, 1), floor)
        return cls(law, steps, peak, warmup, floor, places, np.diff(edges), least, share)

    @property
    def widths(self) -> Floats:
        """The share of the decay that lies behind each knot, shape (k,)."""
        return np.asarray(np.diff(self.places, append=self.steps) / (self.steps - self.warmup))

    def drops(self, shape: Callable[[Floats], Floats]) -> Floats:
        """Give the drops of a shape."""
        left = (self.steps - self.places) / (self.steps - self.warmup)
        return np.asarray(-np.diff(shape(left), append=0.0))

    def fallen(self, drops: Floats) -> _Fallen:
        """Give what drops lead to that have any sum."""
        drops = drops / drops.sum()
        value, by_rate = self.slope(self.least + self.share @ drops)
        slope = self.peak * (by_rate @ self.share)
        return _Fallen(drops, value, slope - slope @ drops)

    def slope(self, factors: Floats) -> tuple[float, Floats]:
        """Give the loss that the stretches' factors lead to, and what it changes by with each rate."""
        moving = factors > STILL
        last = np.cumsum(self.counts) - 1
        pace = Pace(self.peak * factors[moving], self.counts[moving], last[moving], self.steps)
        slope = np.zeros(len(factors))
        value, slope[moving] = self.law.slope(pace)
        return value, slope

    def progress(self, iteration: int, fallen: _Fallen) -> Progress:
        """Give the schedule of some drops."""
        return self._through(iteration, fallen.value, self.places, self._factors(fallen.drops))

    def thinned(self, iteration: int, fallen: _Fallen, gain: float) -> Progress:
        """Give the schedule with fewer knots, where that loses little of what was gained."""
        factors = self._factors(fallen.drops)
        middle = np.cumsum(self.counts) - (self.counts + 1) / 2
        for within in (0.1, 0.03, 0.01, 3e-3, 1e-3, 3e-4):
            kept = _needed(self.places, factors, within)
            places, rounded = self.places[kept], np.array([float(f"{factor:.5g}") for factor in factors[kept]])
            value, _ = self.slope(np.where(middle < self.warmup, self.least, np.interp(middle, places, rounded)))
            if value <= fallen.value * (1 + EXACT) + LOST * gain:
                return self._through(iteration, value, places, rounded)
        return self.progress(iteration, fallen)

    def _through(self, iteration: int, value: float, places: Counts, factors: Floats) -> Progress:
        """Give the schedule that warms up and goes through some knots from there on."""
        rise = bool(self.warmup)
        return Progress(iteration, value, (*[0] * rise, *places.tolist()), (*[0.0] * rise, *factors.tolist()))

    def _factors(self, drops: Floats) -> Floats:
        return np.asarray(self.floor + (1 - self.floor) * np.cumsum(drops[::-1])[::-1] / drops.sum())


def _lower(room: _Room, here: _Fallen, curvature: Floats) -> _Fallen | None:
    """Step to where the loss is lower, None where it is so nowhere along the way."""
    free = (here.drops > 0) | (here.slope < 0)
    way = np.zeros(len(free))
    way[free] = np.linalg.solve(curvature[np.ix_(free, free)], -here.slope[free])
    for halved in range(30):
        moved = np.maximum(here.drops + way * 0.5**halved, 0)
        there = room.fallen(moved)
        if there.value < here.value and there.value <= here.value + 1e-4 * here.slope @ (moved - here.drops):
            return there
    return None


def _bent(curvature: Floats, way: Floats, change: Floats) -> Floats:
    """Give the curvature that a way and the slope's change along it say, damped to stay positive (Powell)."""
    bent = curvature @ way
    said, held = float(way @ change), float(way @ bent)
    if held <= 0:
        return curvature
    share = 1.0 if said >= 0.2 * held else 0.8 * held / (held - said)
    change = share * change + (1 - share) * bent
    return np.asarray(curvature + np.outer(change, change) / (way @ change) - np.outer(bent, bent) / held)


def _needed(places: Counts, values: Floats, within: float) -> Counts:
    """Give the indices of the knots without which some value would be off by more than a share of itself."""
    kept = np.zeros(len(places), bool)
    kept[[0, -1]] = True
    stretches = [(0, len(places) - 1)]
    while stretches:
        first, last = stretches.pop()
        straight = np.interp(places[first : last + 1], places[[first, last]], values[[first, last]])
        off = np.abs(straight - values[first : last + 1]) - within * values[first : last + 1]
        worst = first + int(np.argmax(off))
        if off.max() > 0 and first < worst < last:
            kept[worst] = True
            stretches += [(first, worst), (worst, last)]
    return np.flatnonzero(kept)
