"""The annealing law: the loss falls as a power of the summed rates, and in step with how far the rate came down.

    L(s) = L0 + A · S1^(−α) − C · S2,    S1 = Σ_{i≤s} η_i,    S2 = Σ_{i≤s} Σ_{k≤i} (η_{k−1} − η_k) · λ^(i−k)

(Tissue et al., arXiv 2408.11029): what a fall gives sets in over some 1/(1 − λ) updates. The inner sums are geometric,
so that S2 = Σ_k (η_{k−1} − η_k) · (1 − λ^(s−k+1)) / (1 − λ). A warm-up's rises count nothing, as in the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from lrviz.laws.descent import linear
from lrviz.laws.law import Predicted
from lrviz.laws.origin import Origin
from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats
from lrviz.sentences import say

MEMORIES = (10, 20, 50, 100, 200, 500, 1000, 2000)
"""Updates 1/(1 − λ) that a fit tries."""


class Coefficients(NamedTuple):
    """The law's coefficients, each > 0."""

    L0: float
    A: float
    alpha: float
    C: float


class Annealing(Struct, frozen=True, tag=True):
    """The law as it was fitted to what `origin` tells, at a `decay` λ; its losses are off by no more than `band`."""

    coefficients: Coefficients
    decay: float
    origin: Origin
    band: float
    name: str = "annealing"

    @property
    def unit(self) -> str:
        return self.origin.unit

    @property
    def assumes(self) -> str:
        return self.origin.told

    @property
    def source(self) -> str:
        return self.origin.source

    def outside(self, pace: Pace, *, adaptive: bool) -> str:
        return self.origin.outside(pace, adaptive=adaptive)

    def predicted(self, pace: Pace, at: Counts) -> Predicted:
        def known(updates: Counts) -> Floats:
            return losses(self.coefficients, pace.area[pace.until(updates)], annealed(pace, updates, self.decay))

        return self.origin.predicted(pace, at, known, float(known(pace.updates[-1:])[0]), self.band)

    def slope(self, pace: Pace) -> tuple[float, Floats]:
        by, area = self.coefficients, float(pace.area[-1])
        first = pace.updates - pace.counts + 1
        felt = -np.expm1((pace.updates[-1] - first + 1) * np.log(self.decay)) / (1 - self.decay)
        felt[: pace.warmup + 1] = 0.0
        value = losses(by, pace.area[-1:], annealed(pace, pace.updates[-1:], self.decay))
        return float(value[0]), -by.alpha * by.A * area ** (-by.alpha - 1) * pace.counts - by.C * np.diff(
            felt, append=0.0
        )

    def apart(self, one: float, other: float) -> bool:
        return abs(one - other) > self.band


def losses(by: Coefficients, forward: Floats, annealing: Floats) -> Floats:
    """Give the loss from S1 and S2, shape (m,)."""
    return np.asarray(by.L0 + by.A * forward**-by.alpha - by.C * annealing)


def annealed(pace: Pace, at: Counts, decay: float) -> Floats:
    """Give S2 after each of the updates `at`, in any order, shape (m,)."""
    stretch, back = np.unique(pace.until(at), return_inverse=True)
    falls = np.zeros(len(pace.rates))
    falls[pace.warmup + 1 :] = -np.diff(pace.rates[pace.warmup :])
    first = pace.updates - pace.counts + 1
    ends = pace.updates[stretch]
    seen = int(stretch[-1]) + 1
    by = np.searchsorted(stretch, np.arange(seen))  # the first of the stretches asked for that sees the fall
    felt = np.exp((ends[by] - first[:seen] + 1) * np.log(decay))
    new = np.bincount(by, falls[:seen] * felt, len(stretch))
    lasting = np.exp(np.diff(ends, prepend=ends[0]) * np.log(decay))
    fading, felt_now = np.empty(len(stretch)), 0.0
    for i, (kept, fresh) in enumerate(zip(lasting.tolist(), new.tolist(), strict=True)):
        fading[i] = felt_now = kept * felt_now + fresh
    return np.asarray(((np.cumsum(falls)[stretch] - fading) / (1 - decay))[back])


@dataclass(frozen=True, eq=False)
class Form:
    """The law's shape over some curves, put end to end, for one λ: what a fit turns the coefficients of."""

    forward: Floats
    annealing: Floats
    decay: float

    @classmethod
    def of(cls, curves: Sequence[tuple[Pace, Counts]], decay: float) -> Form:
        """Give the form as seen after some updates of some runs."""
        forward = np.concatenate([pace.area[pace.until(at)] for pace, at in curves])
        return cls(forward, np.concatenate([annealed(pace, at, decay) for pace, at in curves]), decay)

    def starts(self, losses: Floats) -> Iterator[Floats]:
        """Give the logarithms of coefficients to start from, shape (n,)."""
        for alpha in (0.2, 0.5, 1.0):
            L0, A, C = linear(losses, self.forward**-alpha, -self.annealing)
            yield np.log([L0, A, alpha, C])

    def at(self, logs: Floats) -> tuple[Floats, Floats]:
        """Give the losses (m,) and their slopes by the logarithm of each coefficient (n, m)."""
        by = Coefficients(*np.exp(logs))
        power = by.A * self.forward**-by.alpha
        gain = by.C * self.annealing
        slopes = [np.full_like(power, by.L0), power, -by.alpha * np.log(self.forward) * power, -gain]
        return by.L0 + power - gain, np.stack(slopes)

    def law(self, logs: Floats, origin: Origin, band: float) -> Annealing:
        return Annealing(Coefficients(*np.exp(logs).tolist()), self.decay, origin, band)


def forms(curves: Sequence[tuple[Pace, Counts]]) -> Iterator[Form]:
    """Give the law's form for each λ that may fit: one that remembers longer than any of the runs is like another."""
    longest = max(pace.steps for pace, _ in curves)
    for memory in MEMORIES:
        if memory <= max(longest / 3, MEMORIES[0]):
            yield Form.of(curves, 1 - 1 / memory)


def _fitted(size: str, band: float, *coefficients: float) -> Annealing:
    told = say(
        "For a language model of {size} parameters (AdamW, peak 0.0003), fitted here: another model’s level differs.",
        size=size,
    )
    origin = Origin(told, "arXiv 2408.11029", (3e-4, 3e-4), (0.324, 21.3), adaptive=True, unit="nats")
    return Annealing(Coefficients(*coefficients), 0.999, origin, band)


FITTED: Mapping[str, Annealing] = {
    "100M": _fitted("100M", 0.025, 2.7888979, 0.5925668, 0.4549801, 0.4812189),
    "25M": _fitted("25M", 0.025, 3.1582887, 0.5135795, 0.5133786, 0.4019072),
    "400M": _fitted("400M", 0.028, 2.5246175, 0.6536099, 0.4204948, 0.5700480),
}
"""Coefficients that lrviz fitted, at the paper's λ, to three of the nine loss curves of each size that were published
with arXiv 2503.12811: a cosine and a constant rate of 24 000 updates, and one cut to 0.3 at update 8000.

On the six others final losses are off by 0.010 (25M), 0.015 (100M) and 0.027 (400M) at most, the difference of two
schedules as long as each other by 0.018, 0.016 and 0.027, and their order is right. A band is the latter, and no less
than 0.025.
"""
