"""CosineAnnealingLR: half a cosine down to a floor (SGDR without restarts, arXiv 1608.03983)."""

from __future__ import annotations

import math
from typing import Annotated, ClassVar, Literal, TypeVar

import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import MOST, Link, Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise, glided

N = TypeVar("N", int, Steps)
LONG = 1000
"""Below this T_max, what torch's recursion rounds away at the floor stays under 3e-11 of a rate."""


class CosineAnnealingLR(Schedule, frozen=True):
    """Glides to eta_min in T_max steps, and climbs again after.

    Formula: rate = eta_min + (lr - eta_min) * (1 + cos(pi * t / T_max)) / 2
    When: the length of the run is known: within 3 % of the best shape by the bound (2.06 against 2.00 for a straight
        decay).
    Mistake: a T_max shorter than the run: behind it the rate climbs again. At half the run the noisy digits ended at a
        validation loss of 0.57 instead of 0.37 (LR102).
    Source: Loshchilov and Hutter 2017, SGDR: Stochastic gradient descent with warm restarts, arXiv 1608.03983

    >>> CosineAnnealingLR(T_max=2).at(np.arange(5), lr=1.0).round(12)
    array([1. , 0.5, 0. , 0.5, 1. ])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.CosineAnnealingLR"
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "pulls"

    T_max: Annotated[
        int,
        Meta(
            ge=1,
            le=MOST,
            description="Steps from the top to the floor.",
            examples=[100],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]
    eta_min: Annotated[
        float, Meta(ge=0, description="The floor.", extra={"scale": "log", "slider": (1e-6, 1), "unit": "lr"})
    ] = 0.0

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        rates = glided(lr, self.eta_min, t % (2 * self.T_max), self.T_max)
        if self.T_max < LONG or t.max() <= self.T_max:
            return rates
        return self.eta_min + (rates - self.eta_min) * self._regained(t)

    def _regained(self, t: Steps) -> Rates:
        """Give the share of the formula's height that torch regains after each visit to the floor.

        There torch adds one step's rise and goes on multiplying ratios of 1 + cos, of which few digits are left near
        the floor. What the first ratio rounds away stays until the next visit: 1e-7 of the rate for T_max=100_000.
        From about T_max=10**8 on no digit is left and torch would divide by zero; there the formula is taken.
        """
        visit = (t + self.T_max - 1) // (2 * self.T_max)
        low, high = int(visit.min()), int(visit.max())
        visits = np.arange(low, high + 1) if high - low < t.size else np.unique(visit)
        rise = 1 - math.cos(math.pi / self.T_max)
        after = [self.T_max * (2 * n - 1) + 1 for n in visits.tolist()]
        formula = [1 + math.cos(math.pi * step / self.T_max) for step in after]
        shares = [rise / given if given and step > 0 else 1.0 for given, step in zip(formula, after, strict=True)]
        return np.asarray(shares)[np.searchsorted(visits, visit)]

    def links(self, t: Steps, lr: float) -> tuple[Rates, Rates | None]:
        with np.errstate(all="ignore"):
            a = np.where(t == 0, 1.0, self._height(t) / self._height(t - 1))
        b = self.eta_min * (1 - a)
        after = ((t - 1) % (2 * self.T_max) == self.T_max) & (t != 0)
        return np.where(after, 1.0, a), np.where(after, (lr - self.eta_min) * self._rise, b)

    @property
    def _rise(self) -> float:
        """The share of the whole height that the step after the floor adds."""
        return (1 - math.cos(math.pi / self.T_max)) / 2

    def _height(self, t: Steps) -> Rates:
        return np.asarray(1 + np.cos(math.pi * t / self.T_max))

    def carried(self, rate: float, since: int, t: Steps, lr: float) -> Rates:
        before, first, last = (self._visits(step) for step in (since, int(t.min()), int(t.max())))
        if first > before:
            return self.at(t, lr)
        at_floor = since % (2 * self.T_max) == self.T_max
        height = rate - self.eta_min + ((lr - self.eta_min) * self._rise if at_floor else 0.0)
        with np.errstate(all="ignore"):
            share = height / (self._height(np.full(1, since + at_floor)) / 2)
            rates = self.eta_min + share * glided(1.0, 0.0, t % (2 * self.T_max), self.T_max)
        if at_floor:
            rates = np.where(t == since, rate, rates)
        return rates if last == before else np.where(self._visits(t) > before, self.at(t, lr), rates)

    def _visits(self, t: N) -> N:
        """Count the visits to the floor up to a step, or to each of some."""
        return (t + self.T_max) // (2 * self.T_max)

    def entered(self, t: int, lr: float) -> Link:
        a, b = self.links(np.full(1, t or 2 * self.T_max), lr)  # torch's formula, without its beginning
        return Link(float(a[0]), float(b[0]) if b is not None else 0.0)

    def floored(self, t: Steps) -> Steps | None:
        if self.eta_min:
            return None
        visits = self._visits(t)
        return np.where(visits > 0, (2 * visits - 1) * self.T_max, -1)

    def turns(self, steps: int) -> tuple[range, ...]:
        return range(self.T_max, steps, 2 * self.T_max), range(2 * self.T_max, steps, 2 * self.T_max)
