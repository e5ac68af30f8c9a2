"""Differences between runs trained on the same seeds: each seed is a pair of its own, and how sure they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lrviz.results import Floats

SURE = 0.95
"""A difference is told apart from none where so much of what chance gives is nearer to none."""


@dataclass(frozen=True)
class Difference:
    """What a run has more than another: the mean over `pairs` seeds, and its standard error (NaN of one seed).

    One seed says by how much, and nothing of how sure that is.
    """

    mean: float
    error: float
    pairs: int

    @property
    def sure(self) -> bool | None:
        """Whether the seeds tell it from none, by Student's t on the pairs at `SURE`; None of fewer than two."""
        if self.pairs < 2:
            return None
        if not self.error:
            return self.mean != 0
        return confidence(abs(self.mean) / self.error, self.pairs - 1) > SURE


def difference(values: ArrayLike, others: ArrayLike) -> Difference:
    """Compare a value a seed with another run's on the same seeds, both (seeds,); pairs with a NaN or inf are left out.

    The mean of dᵢ = valuesᵢ − othersᵢ has the standard error sd(d) / √n, sd with n − 1. Both are NaN of no pair.

    >>> difference([0.5, 0.75], [0.25, 0.25])
    Difference(mean=0.375, error=0.125, pairs=2)
    """
    every = np.asarray(values, dtype=np.float64) - np.asarray(others, dtype=np.float64)
    apart = [one for one in every.tolist() if math.isfinite(one)]
    pairs = len(apart)
    if not pairs:
        return Difference(math.nan, math.nan, 0)
    mean = math.fsum(apart) / pairs  # of so few numbers, numpy's own mean and deviation take twenty times as long
    if pairs == 1:
        return Difference(mean, math.nan, 1)
    return Difference(mean, math.sqrt(math.fsum((one - mean) ** 2 for one in apart) / (pairs - 1) / pairs), pairs)


def confidence(t: float, freedom: int) -> float:
    """Give the chance that Student's t of some degrees of freedom lies within ±t.

    With θ = atan(t / √freedom) it is a finite sum of powers of cos θ (Abramowitz and Stegun, 26.7.3 and 26.7.4).

    >>> round(confidence(12.706, 1), 4), round(confidence(2.228, 10), 4)
    (0.95, 0.95)
    """
    angle = math.atan(t / math.sqrt(freedom))
    sine, cosine = math.sin(angle), math.cos(angle)
    odd = freedom % 2
    term, total = (cosine, 0.0) if odd else (1.0, 0.0)
    for power in range(odd, freedom - 1, 2):
        total += term
        term *= cosine * cosine * (power + 1) / (power + 2)
    return 2 / math.pi * (angle + sine * total) if odd else sine * total


def best_of(values: Sequence[Floats], *, high: bool) -> frozenset[int]:
    """Give which of some runs are best by the mean over seeds, each (seeds,): with ties, and those not told apart.

    A run without a finite mean is none of them; of fewer than two with one there is nothing to be best of, and none is
    where several seeds tell no run from any other.
    """
    means = {at: mean for at, one in enumerate(values) if math.isfinite(mean := _mean(one))}
    if len(means) < 2:
        return frozenset()
    leader = (max if high else min)(means, key=lambda at: means[at])
    ties = frozenset(at for at, mean in means.items() if mean == means[leader])
    best = ties | {at for at in means if _level(values[at], values[leader])}
    return frozenset() if len(best) == len(means) > len(ties) else best


def _level(values: Floats, best: Floats) -> bool:
    """Whether several seeds don't tell two runs apart."""
    return len(values) == len(best) and difference(values, best).sure is False


def _mean(values: Floats) -> float:
    return float(np.mean(values)) if len(values) else math.nan
