"""The bound: how much loss a schedule may leave at most, from its rates alone.

For subgradient descent on a convex function whose gradients are no longer than G, started D from the minimum, the
iterate of update t lies above the minimum by at most

    D² / (2 S_t)  +  G² / 2 · [ η_t + Σ_{k<t} η_k² / (S_t − S_k) ],    S_t = η_0 + … + η_t

(Schaipp et al., arXiv 2501.18965, theorem 1 with equal gradient norms, after Defazio et al., arXiv 2310.07831; their
double sum telescopes into this one). A schedule's shape alone decides the two terms; the rate that multiplies the
shape weighs them, which gives the best peak rate D/G · √(distance / noise) and the best value 2·DG·√(distance · noise)
in closed form. Values here are in units of DG/√T, those of a run of T updates.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import comb

import numpy as np
from msgspec import Struct

from lrviz.laws.law import Predicted
from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats
from lrviz.sentences import say

MOMENTS = 10
"""Moments that stand for a far block of updates."""
BINOMIALS = np.array([[comb(power, i) for i in range(MOMENTS)] for power in range(MOMENTS)], np.float64)
LEAF = 32
"""Stretches of the smallest block; nearer ones are taken one by one."""
FEW = 4
"""Blocks from which all others are reached."""
APART = 4.0
"""A block is far where its middle is so many times its half width away."""

FOUND = say(
    "Raced on noisy digits, 12 shapes at 6 peak rates each, 10 paired seeds, SGD with momentum 0.9, each shape at the "
    "peak rate that trained best. Over 440 updates constant, step and cosine end in the bound’s order in 10 of 10 "
    "seeds, and so does every pair of smooth shapes that it sets 10 % apart or more; closer ones don’t: linear, 3 % "
    "below cosine by the bound, had the lower training loss in 1 of 10. Over 1760 updates, where the wrong labels are "
    "learned by heart, a constant rate still ends above step, step above cosine and cosine above linear, but late "
    "decays end lowest (WSD 0.49, cosine 0.59), 5 to 8 % above them by the bound, and an exponential decay above the "
    "constant rate, 32 % below it by the bound; on held-out loss few shapes could be told apart. A late cliff is "
    "better than the bound says: a tenth of the rate in the last tenth of the run, 15 % above the cosine, trained "
    "level with it or below. Best peaks carried from the cosine were within a factor of 2 of those found by sweeping."
)
"""What training had to say of the bound, for people."""


class Bound(Struct, frozen=True, tag=True):
    """The bound as a law: of each run's shape at the peak rate that is best for it."""

    name: str = "bound"
    unit: str = "DG/√T"
    assumes: str = say("A bound from the shape alone, at its best peak rate, for SGD on a convex loss.")
    source: str = "arXiv 2501.18965"
    band: float = 0.1

    def outside(self, pace: Pace, *, adaptive: bool) -> str:
        return "" if len(pace.rates) else say("no learning rate is above 0")

    def predicted(self, pace: Pace, at: Counts) -> Predicted:
        last = final(pace)
        scale, unit = last.best_scale, np.sqrt(pace.steps)
        loss = unit * terms(pace, at).at_scale(scale)
        end = float(unit * last.at_scale(scale)[0])
        return Predicted(
            loss, loss * (1 - self.band), loss * (1 + self.band), end, pace.peak * scale, _warmup_note(pace, last)
        )

    def end(self, pace: Pace) -> float:
        """Give the loss after the last update alone, in a fraction of a millisecond."""
        last = final(pace)
        return float(np.sqrt(pace.steps) * last.at_scale(last.best_scale)[0])

    def slope(self, pace: Pace) -> tuple[float, Floats]:
        last, (distance, noise) = final(pace), slopes(pace)
        value = float(np.sqrt(pace.steps) * last.at_scale(last.best_scale)[0])
        return value, value / 2 * (distance / last.distance[0] + noise / last.noise[0])

    def apart(self, one: float, other: float) -> bool:
        return abs(one - other) > self.band * min(one, other)


@dataclass(frozen=True, eq=False)
class Terms:
    """The bound's two terms at some updates, shapes (m,), for D = G = 1 and the rates as they are."""

    distance: Floats
    noise: Floats

    def at_scale(self, scale: float) -> Floats:
        """Give the bound for rates `scale` times as high, shape (m,)."""
        return self.distance / scale + scale * self.noise

    @property
    def best_scale(self) -> float:
        """What the rates are best multiplied by for the last of the updates, in units of D/G."""
        return float(np.sqrt(self.distance[-1]) / np.sqrt(self.noise[-1]))


def _warmup_note(pace: Pace, last: Terms) -> tuple[str, ...]:
    """Say what a warm-up costs by the bound, which knows no reason for one."""
    if not pace.warmup:
        return ()
    without = final(pace.without_warmup())
    cost = float(np.sqrt(last.distance * last.noise / (without.distance * without.noise))[0]) - 1
    updates = int(pace.updates[pace.warmup] - pace.counts[pace.warmup] + 1)
    return (
        say(
            "its warm-up of {updates} update{updates:|s} adds {cost:.2g} %: the bound knows no reason for one",
            updates=updates,
            cost=100 * cost,
        ),
    )


def terms(pace: Pace, at: Counts) -> Terms:
    """Give the bound's terms after each of the updates `at`, the last of them where the shape is judged.

    An update at rate 0 leaves the weights, and so the bound, where they were; before the first that moves it is inf.

    Raises
    ------
    ValueError
        No rate of the run is above 0.
    """
    if not len(pace.rates):
        raise ValueError(say("no learning rate is above 0"))
    stretch = pace.until(at)
    moved = np.maximum(stretch, 0)
    unique, back = np.unique(moved, return_inverse=True)
    distance = np.where(stretch < 0, np.inf, (0.5 / pace.area[unique])[back])
    return Terms(distance, np.where(stretch < 0, np.inf, (0.5 * _noise(pace, unique))[back]))


def final(pace: Pace) -> Terms:
    """Give the bound's terms at the end of a run, shape (1,), from sums taken from the end: exact to the last digit."""
    left = np.cumsum((pace.rates * pace.counts)[::-1])[::-1]
    after = np.append(left[1:], 0.0)
    own = pace.rates[-1] * (1 + _harmonic(np.ones(1), pace.counts[-1:] - 1)[0])
    noise = own + float(np.sum(_pull(pace.rates[:-1], pace.counts[:-1], after[:-1])))
    return Terms(np.array([0.5 / left[0]]), np.array([0.5 * noise]))


def slopes(pace: Pace) -> tuple[Floats, Floats]:
    """Give by how much `final`'s distance and noise change with each stretch's rate, shapes (n,)."""
    rates, counts = pace.rates, pace.counts
    after = np.append(np.cumsum((rates * counts)[:0:-1])[::-1], 0.0)
    start, held = after[:-1] / rates[:-1], counts[:-1]
    nearer = _squares(start, held)  # of each stretch's pull, by what lies after it
    own = np.append(_harmonic(start, held) + start * nearer, 1 + _harmonic(np.ones(1), counts[-1:] - 1))
    noise = own - counts * np.append(0.0, np.cumsum(nearer))
    area = after[0] + rates[0] * counts[0]
    return -0.5 * counts / area**2, 0.5 * noise


def _pull(rates: Floats, counts: Counts, away: Floats) -> Floats:
    """Give Σ η² / (S_t − S_k) over each stretch's updates, whose last is `away` from S_t."""
    if not (counts > 1).any():
        return np.asarray(rates * rates / away)
    return np.asarray(rates * _harmonic(away / rates, counts))


def _harmonic(start: Floats, count: Counts) -> Floats:
    """Give 1/x + 1/(x + 1) + … of `count` terms: the first eight one by one, the rest by Stirling's series."""
    total = np.zeros_like(start)
    for i in range(8):
        total += np.where(i < count, 1 / (start + i), 0.0)
    low = start + 7.5
    high = low + np.maximum(count - 8, 0)
    return np.asarray(total + np.log(high / low) + (high**-2 - low**-2) / 24)


def _squares(start: Floats, count: Counts) -> Floats:
    """Give 1/x² + 1/(x + 1)² + … of `count` terms: by how much `_harmonic` falls as x rises."""
    total = np.zeros_like(start)
    for i in range(8):
        total += np.where(i < count, (start + i) ** -2, 0.0)
    low = start + 7.5
    high = low + np.maximum(count - 8, 0)
    return np.asarray(total + 1 / low - 1 / high - (low**-3 - high**-3) / 12)


@dataclass(frozen=True, eq=False)
class _Level:
    """Blocks of `size` stretches: the middle and half width of each in area, and its updates' moments about it."""

    size: int
    middle: Floats
    half: Floats
    moments: Floats

    @classmethod
    def leaves(cls, pace: Pace, area: Floats) -> _Level:
        """Give the smallest blocks."""
        first = np.arange(0, len(area), LEAF)
        last = np.append(first[1:], len(area)) - 1
        spread = pace.rates * (pace.counts - 1) / 2  # of a stretch's updates about their middle
        place = area - spread
        middle, half = _between(place[first] - spread[first], place[last] + spread[last])
        off = (place - np.repeat(middle, last - first + 1)) / np.repeat(half, last - first + 1)
        weight, moments = pace.rates**2 * pace.counts, np.empty((MOMENTS, len(first)))
        for power in range(MOMENTS):
            moments[power] = np.add.reduceat(weight, first)
            weight *= off
        return cls(LEAF, middle, half, moments)

    def joined(self) -> _Level:
        """Give the blocks that hold two of these each, the last of them maybe one."""
        first = np.arange(0, len(self.middle), 2)
        last = np.minimum(first + 1, len(self.middle) - 1)
        middle, half = _between(self.middle[first] - self.half[first], self.middle[last] + self.half[last])
        parent = np.arange(len(self.middle)) // 2
        powers = np.arange(MOMENTS)[:, None]
        scaled = self.moments * (self.half / half[parent]) ** powers
        off = ((self.middle - middle[parent]) / half[parent]) ** powers
        moments = np.zeros((MOMENTS, len(first)))
        for power in range(MOMENTS):  # those of a sum, by the binomial theorem
            moved = BINOMIALS[power, : power + 1, None] * scaled[: power + 1] * off[power::-1]
            moments[power] = np.add.reduceat(moved.sum(axis=0), first)
        return _Level(self.size * 2, middle, half, moments)

    def pulls(self, block: Counts, away: Floats) -> Floats:
        """Give Σ w / (S_t − s) over the updates of some blocks, whose middles are `away` from S_t."""
        share = self.half[block] / away
        total = self.moments[-1, block]
        for moment in self.moments[-2::-1]:
            total = total * share + moment[block]
        return np.asarray(total / away)


def _between(low: Floats, high: Floats) -> tuple[Floats, Floats]:
    return (low + high) / 2, np.maximum((high - low) / 2, np.finfo(np.float64).tiny)


def _noise(pace: Pace, ends: Counts) -> Floats:
    """Give η_t + Σ_{k<t} η_k² / (S_t − S_k) at the ends of some stretches, shape (m,).

    Far stretches count by the moments of blocks that hold twice as many each level up (a tree code), so that all m
    values cost about m·log(n) and not m·n.
    """
    area = pace.area
    levels = [_Level.leaves(pace, area)]
    while len(levels[-1].middle) > FEW:
        levels.append(levels[-1].joined())
    target, block = _pairs(len(ends), len(levels[-1].middle))
    noise = pace.rates[ends] * (1 + _harmonic(np.ones(len(ends)), pace.counts[ends] - 1))
    for level in reversed(levels):
        before = (block * level.size < ends[target]) & (block < len(level.middle))
        target, block = target[before], block[before]
        away = area[ends[target]] - level.middle[block]
        far = ((block + 1) * level.size <= ends[target]) & (away > APART * level.half[block])
        noise += np.bincount(target[far], level.pulls(block[far], away[far]), len(ends))
        target, block = _children(target[~far], block[~far], 2 if level.size > LEAF else LEAF)
    before = block < ends[target]  # blocks of one stretch now
    target, block = target[before], block[before]
    pull = _pull(pace.rates[block], pace.counts[block], area[ends[target]] - area[block])
    return np.asarray(noise + np.bincount(target, pull, len(ends)))


def _pairs(targets: int, blocks: int) -> tuple[Counts, Counts]:
    return np.repeat(np.arange(targets), blocks), np.tile(np.arange(blocks), targets)


def _children(target: Counts, block: Counts, each: int) -> tuple[Counts, Counts]:
    return np.repeat(target, each), (each * block[:, None] + np.arange(each)).ravel()
