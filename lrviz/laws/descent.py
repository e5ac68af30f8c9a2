"""Descent: coefficients > 0 that bring a law's losses near those of a log, far ones counting little."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from lrviz.results import Floats

NEAR = 1e-3
"""A loss that is off by more than this share of it pulls no harder for being farther off (Huber)."""
MOST = 200
"""Steps from one start."""
FARTHEST = 6.0
"""How far the logarithm of a coefficient goes from where it starts: unshown by the losses, it would go on for ever."""
SETTLED = 1e-7
"""A step that betters the cost by less than this share ends a descent."""
STIFFEST = 1e12
"""How strongly a step is damped, at most: beyond, none is better."""


class Form(Protocol):
    """A law's shape over some curves, put end to end."""

    def at(self, logs: Floats) -> tuple[Floats, Floats]:
        """Give the losses (m,) and their slopes by the logarithm of each coefficient (n, m)."""
        ...


@dataclass(frozen=True, eq=False)
class Landed:
    """Where a descent ended: the logarithms of the coefficients, and what is left: Huber's cost of all residuals."""

    logs: Floats
    cost: float


def descend(form: Form, losses: Floats, start: Floats, most: int = MOST) -> Generator[None, None, Landed]:
    """Go from a start to the least cost nearby, Levenberg and Marquardt's way, reweighted at each step it yields at."""
    here, damping = _Place.at(form, losses, start), 1e-2
    for _ in range(most if np.isfinite(here.cost) else 0):
        yield
        weight = np.minimum(1.0, NEAR / np.maximum(np.abs(here.residual), NEAR))
        pull, bend = here.slopes @ (weight * here.residual), (here.slopes * weight) @ here.slopes.T
        lower = None
        while lower is None and damping < STIFFEST:
            damped = bend + np.diag(damping * np.diag(bend) + np.finfo(np.float64).tiny)
            step = np.clip(np.linalg.lstsq(damped, -pull, rcond=None)[0], -1.0, 1.0)
            tried = _Place.at(form, losses, np.clip(here.logs + step, start - FARTHEST, start + FARTHEST))
            lower = tried if tried.cost < here.cost else None
            damping *= 4.0 if lower is None else 0.25
        if lower is None:
            break
        settled = here.cost - lower.cost < SETTLED * here.cost
        here = lower
        if settled:
            break
    return Landed(here.logs, here.cost)


@dataclass(frozen=True, eq=False)
class _Place:
    """Logarithms of coefficients, ln(predicted / loss) there (m,), its slopes (n, m), and Huber's cost."""

    logs: Floats
    residual: Floats
    slopes: Floats
    cost: float

    @classmethod
    def at(cls, form: Form, losses: Floats, logs: Floats) -> _Place:
        with np.errstate(all="ignore"):
            predicted, slopes = form.at(logs)
            above = predicted > 0
            residual = np.where(above, np.log(predicted / losses), np.inf)
            return cls(logs, residual, slopes / np.where(above, predicted, np.nan), huber(residual))


def huber(residual: Floats) -> float:
    """Give Huber's cost of residuals, inf where one isn't finite."""
    far = np.abs(residual)
    cost = float(np.sum(np.where(far < NEAR, far**2 / 2, NEAR * (far - NEAR / 2))))
    return cost if np.isfinite(cost) else np.inf


def linear(losses: Floats, *columns: Floats) -> Floats:
    """Give the shares > 0 of 1 and of each column that come nearest to the losses, shape (1 + columns,)."""
    basis = np.stack([np.ones_like(losses), *columns])
    found = 1e-3 * losses.min() / np.maximum(np.abs(basis).max(axis=1), np.finfo(np.float64).tiny)
    kept = np.arange(len(basis))
    while len(kept):
        shares = np.linalg.lstsq((basis[kept] / losses).T, np.ones_like(losses), rcond=None)[0]
        if shares.min() > 0:
            found[kept] = shares
            break
        kept = np.delete(kept, np.argmin(shares))
    return np.asarray(found)
