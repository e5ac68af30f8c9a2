"""Moons: two half circles that reach into each other."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog import models
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.problem import Recipe
from lrviz.catalog.recipes import Split, mislabelled, stratified


class Moons(Recipe, frozen=True, kw_only=True):
    """Two half moons in the plane, with noise: the decision boundary can be watched."""

    target: ClassVar[str] = "lrviz.catalog.problems.moons.moons"
    noun: ClassVar[str] = "points"
    uses: ClassVar[tuple[str, ...]] = ("mislabelled", "stratified")

    model: models.AnyModel = msgspec.field(default_factory=lambda: MLP(hidden=(64,)))
    examples: Annotated[
        int, Meta(ge=8, le=100_000, description="Points in all.", extra={"slider": (50, 5000), "scale": "log"})
    ] = 800
    noise: Annotated[
        float, Meta(ge=0, le=10, description="How far points stray from their moon.", extra={"slider": (0, 1)})
    ] = 0.2
    label_noise: Annotated[
        float,
        Meta(ge=0, le=1, description="Share of the training labels drawn anew at random.", extra={"slider": (0, 0.8)}),
    ] = 0.0
    held_out: Annotated[
        float,
        Meta(gt=0, lt=1, description="Share of the examples kept to validate on.", extra={"slider": (0.05, 0.9)}),
    ] = 0.5
    seed: Annotated[
        int, Meta(ge=0, lt=2**32, description="Of the draw, the split and the noise.", extra={"slider": (0, 20)})
    ] = 0

    @property
    def train_size(self) -> int:
        first = (self.examples + 1) // 2
        return sum(size - min(max(round(self.held_out * size), 1), size - 1) for size in (first, self.examples - first))

    @property
    def inputs(self) -> int:
        return 2

    @property
    def outputs(self) -> int:
        return 2

    def title(self) -> str:
        return f"moons, noise {self.noise:g}"


def moons(*, examples: int, noise: float, label_noise: float, held_out: float, seed: int) -> Split:
    """Draw the points: evenly along two half circles, and normal noise around them."""
    rng = np.random.default_rng(seed)
    labels = (np.arange(examples) >= (examples + 1) // 2).astype(np.int64)
    angle = np.pi * rng.random(examples)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    points = np.where(labels[:, None] == 0, upper, np.array([1.0, 0.5]) - upper)
    points = points + noise * rng.normal(size=(examples, 2))
    kept = stratified(labels, held_out, rng)
    train_y = mislabelled(labels[~kept], label_noise, 2, rng)
    return points[~kept].astype(np.float32), train_y, points[kept].astype(np.float32), labels[kept]
