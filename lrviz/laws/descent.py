"""Descent: coefficients > 0 that bring a law's losses near those of a log, far ones counting little."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from lrviz.results import Floats

NEAR = 1e-3
"""A loss that is off by more than this share of it pulls no harder for being farther off (Huber)."""
TURNS = 200
"""Steps tried from one start."""
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


def landed(form: Form, losses: Floats, start: Floats, turns: int = TURNS) -> Landed:
    """Descend from a start to the nearest least cost: Levenberg and Marquardt's way, reweighted at each step."""
    logs, damping = start, 1e-2
    residual, slopes = _residual(form, losses, logs)
    cost = huber(residual)
    for _ in range(turns):
        weight = np.minimum(1.0, NEAR / np.maximum(np.abs(residual), NEAR))
        pull, bend = slopes @ (weight * residual), (slopes * weight) @ slopes.T
        while True:
            damped = bend + np.diag(damping * np.diag(bend) + 1e-12)
            step = np.clip(-np.linalg.solve(damped, pull), -1.0, 1.0)
            next_residual, next_slopes = _residual(form, losses, logs + step)
            next_cost = huber(next_residual)
            if next_cost < cost or damping > STIFFEST:
                break
            damping *= 4.0
        if not next_cost < cost:
            break
        settled = cost - next_cost < SETTLED * cost
        logs, residual, slopes, cost = logs + step, next_residual, next_slopes, next_cost
        damping = max(damping / 4.0, 1e-9)
        if settled:
            break
    return Landed(logs, cost)


def huber(residual: Floats) -> float:
    """Give Huber's cost of residuals, inf where one isn't finite."""
    far = np.abs(residual)
    cost = float(np.sum(np.where(far < NEAR, far**2 / 2, NEAR * (far - NEAR / 2))))
    return cost if np.isfinite(cost) else np.inf


def _residual(form: Form, losses: Floats, logs: Floats) -> tuple[Floats, Floats]:
    """Give ln(predicted / loss), shape (m,), and its slopes (n, m); inf where a predicted loss isn't above 0."""
    with np.errstate(all="ignore"):
        predicted, slopes = form.at(logs)
        above = predicted > 0
        return np.where(above, np.log(predicted / losses), np.inf), slopes / np.where(above, predicted, np.nan)


def linear(losses: Floats, *columns: Floats) -> Floats:
    """Give the shares > 0 of 1 and of each column that come nearest to the losses, shape (1 + columns,)."""
    basis = np.stack([np.ones_like(losses), *columns])
    found = np.linalg.lstsq((basis / losses).T, np.ones_like(losses), rcond=None)[0]
    least = 1e-2 * losses.min() / np.maximum(np.abs(basis).max(axis=1), 1e-300)
    return np.asarray(np.maximum(found, least))
