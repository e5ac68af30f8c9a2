"""The multi-power law: the loss falls as a power of the summed rates, and by a power of its own after each fall.

    L(t) = L0 + A · S(t)^(−α) − B · Σ_{k≤t} (η_{k−1} − η_k) · G(η_k^(−γ) · S_k(t)),    G(x) = 1 − (1 + C x)^(−β)

where S(t) = η_0 + … + η_t, S_k(t) = η_k + … + η_t and η_{−1} = 0 (Luo et al., arXiv 2503.12811). A warm-up's rises
are falls below 0, as in the authors' own fit: left out, the law misses their curves by 0.11 to 0.16.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from lrviz.laws.descent import linear
from lrviz.laws.falls import Falls
from lrviz.laws.law import Predicted
from lrviz.laws.origin import Origin
from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats
from lrviz.sentences import say

AT_ONCE = 64
"""Losses that are computed together: of more, each would wait for falls that only the last has seen."""
FITTED = 128
"""Groups of falls while a law is fitted: off by 3e-4 at most."""


class Coefficients(NamedTuple):
    """The law's coefficients, each > 0."""

    L0: float
    A: float
    alpha: float
    B: float
    C: float
    beta: float
    gamma: float


class MultiPower(Struct, frozen=True, tag=True):
    """The law as it was fitted to what `origin` tells; its losses are off by no more than `band`."""

    coefficients: Coefficients
    origin: Origin
    band: float
    name: str = "multi-power"

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
            return losses(self.coefficients, Falls.of(pace, updates))

        return self.origin.predicted(pace, at, known, final(self.coefficients, pace), self.band)

    def slope(self, pace: Pace) -> tuple[float, Floats]:
        return final(self.coefficients, pace), final_slope(self.coefficients, pace)

    def apart(self, one: float, other: float) -> bool:
        return abs(one - other) > self.band


def losses(coefficients: Coefficients, seen: Falls) -> Floats:
    """Give the loss after each of the updates that a run's falls are seen from, shape (m,)."""
    gain = np.concatenate([_gain(coefficients, part) for part in seen.parts(AT_ONCE)])
    return np.asarray(coefficients.L0 + coefficients.A * seen.area**-coefficients.alpha - coefficients.B * gain)


def _gain(by: Coefficients, seen: Falls) -> Floats:
    """Give Σ (η_{k−1} − η_k) · G, shape (m,)."""

    def G(log_rate: Floats, area: Floats) -> Floats:  # noqa: N802 - the formula's name
        return np.asarray(-np.expm1(-by.beta * np.log1p(_sharpness(by, log_rate) * area)))

    come = np.arange(len(seen.size)) < seen.whole[:, None]
    since = np.maximum(seen.area[:, None] - seen.before, 0.0)
    size, log_rate, before = seen.partly
    return np.asarray((come * G(seen.log_rate, since)) @ seen.size + size * G(log_rate, seen.area - before))


def final(by: Coefficients, pace: Pace) -> float:
    """Give the loss at the end of a run, from each fall by itself."""
    falls, x = _falls(by, pace)
    gain = float(falls @ -np.expm1(-by.beta * np.log1p(x)))
    return float(by.L0 + by.A * np.sum(pace.rates * pace.counts) ** -by.alpha - by.B * gain)


def final_slope(by: Coefficients, pace: Pace) -> Floats:
    """Give by how much the final loss changes with each stretch's rate, shape (n,)."""
    falls, x = _falls(by, pace)
    power = np.log1p(x)
    felt = np.append(-np.expm1(-by.beta * power), 0.0)
    bent = falls * by.beta * np.exp(-(by.beta + 1) * power) * x  # by ln x
    left = np.cumsum((pace.rates * pace.counts)[::-1])[::-1]
    gain = np.diff(felt) - by.gamma * bent / pace.rates + pace.counts * np.cumsum(bent / left)
    return np.asarray(-by.alpha * by.A * left[0] ** (-by.alpha - 1) * pace.counts - by.B * gain)


def _falls(by: Coefficients, pace: Pace) -> tuple[Floats, Floats]:
    """Give each stretch's fall from the one before, and C · η^(−γ) times the sum of rates from it to the run's end."""
    left = np.cumsum((pace.rates * pace.counts)[::-1])[::-1]
    return -np.diff(pace.rates, prepend=0.0), _sharpness(by, np.log(pace.rates)) * left


def _sharpness(by: Coefficients, log_rate: Floats) -> Floats:
    """Give C · η^(−γ), as far as numbers go."""
    return np.asarray(np.exp(np.minimum(np.log(by.C) - by.gamma * log_rate, 500.0)))


@dataclass(frozen=True, eq=False)
class Form:
    """The law's shape over some curves, put end to end: what a fit turns the coefficients of."""

    seen: tuple[Falls, ...]
    peak: float

    def starts(self, losses: Floats) -> Iterator[Floats]:
        """Give the logarithms of coefficients to start from, shape (n,): a fall is half felt in 5 or 50 updates."""
        forward = np.concatenate([one.area for one in self.seen])
        beta, gamma = 0.5, 0.5
        for alpha, memory in product((0.2, 0.5, 1.0), (5, 50)):
            C = self.peak ** (gamma - 1) / memory
            shape = Coefficients(0.0, 0.0, alpha, 0.0, C, beta, gamma)
            gain = np.concatenate([_gain(shape, part) for one in self.seen for part in one.parts(AT_ONCE)])
            L0, A, B = linear(losses, forward**-alpha, -gain)
            yield np.log([L0, A, alpha, B, C, beta, gamma])

    def at(self, logs: Floats) -> tuple[Floats, Floats]:
        """Give the losses (m,) and their slopes by the logarithm of each coefficient (n, m)."""
        by = Coefficients(*np.exp(logs).tolist())
        each = [_slopes(by, part) for one in self.seen for part in one.parts(AT_ONCE)]
        slopes = np.concatenate(each, axis=1)
        return slopes[0] + slopes[1] + slopes[3], slopes

    def law(self, logs: Floats, origin: Origin, band: float) -> MultiPower:
        return MultiPower(Coefficients(*np.exp(logs).tolist()), origin, band)


def forms(curves: Sequence[tuple[Pace, Counts]]) -> Iterator[Form]:
    """Give the law's only form over the losses after some updates of some runs."""
    peak = max(pace.peak for pace, _ in curves)
    yield Form(tuple(Falls.of(pace, at, FITTED) for pace, at in curves), peak)


def _slopes(by: Coefficients, seen: Falls) -> Floats:
    """Give the loss's slopes by the logarithm of each coefficient, shape (7, m)."""

    def G(log_rate: Floats, area: Floats) -> Floats:  # noqa: N802 - G and its slopes by C, β and γ
        x = _sharpness(by, log_rate) * area
        power = np.log1p(x)
        left = np.exp(-by.beta * power)
        by_C = by.beta * x / (1 + x) * left
        return np.stack([1 - left, by_C, by.beta * power * left, -by.gamma * log_rate * by_C])

    come = np.arange(len(seen.size)) < seen.whole[:, None]
    since = np.maximum(seen.area[:, None] - seen.before, 0.0)
    size, log_rate, before = seen.partly
    gains = (come * G(seen.log_rate, since)) @ seen.size + size * G(log_rate, seen.area - before)
    power = by.A * seen.area**-by.alpha
    return np.stack(
        [np.full_like(power, by.L0), power, -by.alpha * np.log(seen.area) * power, *(-by.B * gain for gain in gains)]
    )


def _published(size: str, band: float, *coefficients: float) -> MultiPower:
    told = say(
        "For a language model of {size} parameters (AdamW, peak 0.0003): another model’s level differs.", size=size
    )
    origin = Origin(told, "arXiv 2503.12811", (3e-4, 3e-4), (0.324, 21.3), adaptive=True, unit="nats")
    return MultiPower(Coefficients(*coefficients), origin, band)


PUBLISHED: Mapping[str, MultiPower] = {
    "100M": _published(
        "100M", 0.030, 2.6514477, 0.60115152, 0.45295811, 437.9464276, 2.13245612, 0.59785199, 0.65523644
    ),
    "25M": _published(
        "25M", 0.025, 3.04045406, 0.52468604, 0.50786857, 363.78751622, 2.06560812, 0.58279013, 0.64142257
    ),
    "400M": _published(
        "400M", 0.042, 2.37474466, 0.65421216, 0.42878731, 523.42464371, 2.02462735, 0.59350493, 0.63472457
    ),
}
"""The authors' coefficients for runs of 16 000 to 72 000 updates with a warm-up of 2160, of which they fitted three.

A band is the most by which the difference of two final losses, of schedules as long as each other, is off on the nine
loss curves that came with the paper; a final loss alone is off by 0.011, 0.017 and 0.024. The middle size is first.
"""
