"""A landscape for tests: two basins, two runs, every number known."""

from __future__ import annotations

import numpy as np

from lrviz.experiment import Experiment
from lrviz.results import Crossing, Landscape, Route
from lrviz.run import Run

PLAN = Experiment.of(Run("a"), Run("b"), steps=10, validate_every=5)


def height(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Give a height with basins at (−1, 0) and (1, 0)."""
    return np.asarray(1.0 + (x**2 - 1) ** 2 + y**2)


def two_basins(*, method: str = "ends", done: float = 1.0) -> Landscape:
    """Give a landscape 17 × 13 over [−2, 2] × [−1.5, 1.5]."""
    x, y = np.linspace(-2, 2, 17), np.linspace(-1.5, 1.5, 13)
    steps = np.array([0, 5, 10])
    to_left = np.array([[0.0, 1.0], [-0.5, 0.5], [-1.0, 0.0]])
    to_right = to_left * [-1, 1]
    routes = tuple(
        Route(name, steps, places, np.array([0.0, 0.25, 0.0]), np.array([0.0, 0.8, 1.5]), height(*places.T))
        for name, places in (("a", to_left), ("b", to_right))
    )
    between = np.linspace(-1, 1, 33)
    crossing = Crossing("a", "b", height(between, np.zeros(33)))
    return Landscape(
        method=method,
        what="train_loss",
        x=x,
        y=y,
        values=height(x[None, :], y[:, None]),
        routes=routes,
        explained=0.9,
        crossings=(crossing,),
        area=(-2.0, 2.0, -1.5, 1.5),
        done=done,
    )
