"""Spirals: arms wound around each other."""

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


class Spirals(Recipe, frozen=True, kw_only=True):
    """Spiral arms in the plane, one a class: a hard boundary that a model finds slowly and can be watched to.

    When: watching a hard boundary form; depth and activation matter here.
    Mistake: comparing decays on it: it is separable, the noise dies with the loss, and a constant rate wins.
    """

    target: ClassVar[str] = "lrviz.catalog.problems.spirals.spirals"
    noun: ClassVar[str] = "points"
    uses: ClassVar[tuple[str, ...]] = ("left", "shares", "dealt", "apportioned", "stratified", "mislabelled")

    model: models.AnyModel = msgspec.field(default_factory=lambda: MLP(hidden=(64, 64)))
    arms: Annotated[int, Meta(ge=2, le=8, description="Spiral arms, one a class.")] = 3
    examples: Annotated[
        int, Meta(ge=32, le=100_000, description="Points in all.", extra={"slider": (60, 5000), "scale": "log"})
    ] = 900
    noise: Annotated[
        float, Meta(ge=0, le=10, description="How far points stray from their arm.", extra={"slider": (0, 0.5)})
    ] = 0.05
    turns: Annotated[float, Meta(gt=0, le=5, description="Turns of each arm.", extra={"slider": (0.2, 2)})] = 0.75
    imbalance: Imbalance = 1.0
    label_noise: LabelNoise = 0.0
    held_out: HeldOut = 0.5
    seed: Seed = 0

    def check(self) -> None:
        if rarest(self.examples, self.held_out, self.arms, self.imbalance) < 2:
            raise self.refuse("examples", say("enough for two points of each arm to train on and two held out"))

    @property
    def train_size(self) -> int:
        return left(self.examples, self.held_out)

    @property
    def inputs(self) -> int:
        return 2

    @property
    def outputs(self) -> int:
        return self.arms

    def title(self) -> str:
        return say("{arms} spirals, noise {noise:g}", arms=self.arms, noise=self.noise)


def spirals(
    *,
    arms: int,
    examples: int,
    noise: float,
    turns: float,
    imbalance: float,
    label_noise: float,
    held_out: float,
    seed: int,
) -> Split:
    """Draw the points: at random along the arms, and normal noise around them."""
    rng = np.random.default_rng(seed)
    labels = np.arange(examples) % arms if imbalance == 1 else dealt(examples, arms, imbalance)
    radius = np.sqrt(rng.random(examples))
    angle = 2 * np.pi * (turns * radius + labels / arms)
    points = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    points = points + noise * rng.normal(size=(examples, 2))
    points = points.astype(np.float32)
    train, kept = stratified(labels, held_out, seed)
    return points[train], mislabelled(labels[train], label_noise, arms, rng), points[kept], labels[kept]
