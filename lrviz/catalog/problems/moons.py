"""Moons: two half circles that reach into each other."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog import models
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.problem import Recipe
from lrviz.catalog.recipes import (
    HeldOut,
    Imbalance,
    LabelNoise,
    Seed,
    Split,
    dealt,
    left,
    mislabelled,
    rarest,
    stratified,
)
from lrviz.sentences import say


class Moons(Recipe, frozen=True, kw_only=True):
    """Two half moons in the plane, with noise: the decision boundary can be watched.

    When: the boundary is to be watched while it bends, or calibration on few examples.
    Mistake: a linear model: it can't bend, and stays at an accuracy of about 0.87.
    """

    target: ClassVar[str] = "lrviz.catalog.problems.moons.moons"
    noun: ClassVar[str] = "points"
    uses: ClassVar[tuple[str, ...]] = ("left", "shares", "dealt", "apportioned", "stratified", "mislabelled")

    model: models.AnyModel = msgspec.field(default_factory=lambda: MLP(hidden=(64,)))
    examples: Annotated[
        int, Meta(ge=8, le=100_000, description="Points in all.", extra={"slider": (50, 5000), "scale": "log"})
    ] = 800
    noise: Annotated[
        float, Meta(ge=0, le=10, description="How far points stray from their moon.", extra={"slider": (0, 1)})
    ] = 0.2
    imbalance: Imbalance = 1.0
    label_noise: LabelNoise = 0.0
    held_out: HeldOut = 0.5
    seed: Seed = 0

    def check(self) -> None:
        if rarest(self.examples, self.held_out, 2, self.imbalance) < 2:
            raise self.refuse("examples", say("enough for two points of each moon to train on and two held out"))

    @property
    def train_size(self) -> int:
        return left(self.examples, self.held_out)

    @property
    def inputs(self) -> int:
        return 2

    @property
    def outputs(self) -> int:
        return 2

    def title(self) -> str:
        return say("moons, noise {noise:g}", noise=self.noise)


def moons(*, examples: int, noise: float, imbalance: float, label_noise: float, held_out: float, seed: int) -> Split:
    """Draw the points: evenly along two half circles, and normal noise around them."""
    rng = np.random.default_rng(seed)
    labels = dealt(examples, 2, imbalance)
    angle = np.pi * rng.random(examples)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    points = np.where(labels[:, None] == 0, upper, np.array([1.0, 0.5]) - upper)
    points = points + noise * rng.normal(size=(examples, 2))
    points = points.astype(np.float32)
    train, kept = stratified(labels, held_out, seed)
    return points[train], mislabelled(labels[train], label_noise, 2, rng), points[kept], labels[kept]
