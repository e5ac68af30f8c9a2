"""The multi-power law: the loss falls as a power of the summed rates, and by a power of its own after each fall.

    L(t) = L0 + A · S(t)^(−α) − B · Σ_{k≤t} (η_{k−1} − η_k) · G(η_k^(−γ) · S_k(t)),    G(x) = 1 − (1 + C x)^(−β)

where S(t) = η_0 + … + η_t, S_k(t) = η_k + … + η_t and η_{−1} = 0 (Luo et al., arXiv 2503.12811). A warm-up's rises
are falls below 0, as in the authors' own fit: left out, the law misses their curves by 0.11 to 0.16.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from lrviz.laws.falls import Falls
from lrviz.laws.law import Predicted
from lrviz.laws.origin import Origin, predicted
from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats

AT_ONCE = 64
"""Losses that are computed together: of more, each would wait for falls that only the last has seen."""


class Coefficients(NamedTuple):
    """The law's coefficients, each > 0."""

    L0: float
    A: float
    alpha: float
    B: float
    C: float
    beta: float
    gamma: float


@dataclass(frozen=True)
class MultiPower:
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
        return predicted(
            self.origin, pace, at, self.band, lambda updates: losses(self.coefficients, Falls.of(pace, updates))
        )

    def apart(self, one: float, other: float) -> bool:
        return abs(one - other) > self.band


def losses(coefficients: Coefficients, seen: Falls) -> Floats:
    """Give the loss after each of the updates that a run's falls are seen from, shape (m,)."""
    gain = np.concatenate([_gain(coefficients, part) for part in seen.parts(AT_ONCE)])
    return np.asarray(coefficients.L0 + coefficients.A * seen.area**-coefficients.alpha - coefficients.B * gain)


def _gain(by: Coefficients, seen: Falls) -> Floats:
    """Give Σ (η_{k−1} − η_k) · G, shape (m,)."""

    def G(log_rate: Floats, area: Floats) -> Floats:  # noqa: N802 - the formula's name
        return np.asarray(-np.expm1(-by.beta * np.log1p(np.exp(np.log(by.C) - by.gamma * log_rate) * area)))

    come = np.arange(len(seen.size)) < seen.whole[:, None]
    since = np.maximum(seen.area[:, None] - seen.before, 0.0)
    size, log_rate, before = seen.partly
    return np.asarray((come * G(seen.log_rate, since)) @ seen.size + size * G(log_rate, seen.area - before))


def _published(size: str, band: float, *coefficients: float) -> MultiPower:
    told = f"Of a language model of {size} parameters, AdamW at a peak rate of 0.0003; another model’s level differs."
    origin = Origin(told, "arXiv 2503.12811", (3e-4, 3e-4), (0.324, 21.3), adaptive=True, unit="nats")
    return MultiPower(Coefficients(*coefficients), origin, band)


PUBLISHED = {
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
