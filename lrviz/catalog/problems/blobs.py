"""Blobs: classes that overlap."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog import models
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.problem import Recipe
from lrviz.catalog.recipes import Split, mislabelled, standardised


class Blobs(Recipe, frozen=True, kw_only=True):
    """Four overlapping Gaussian clouds in ten features: a model that learns them by heart gets too sure of itself."""

    target: ClassVar[str] = "lrviz.catalog.problems.blobs.blobs"
    noun: ClassVar[str] = "points"
    uses: ClassVar[tuple[str, ...]] = ("mislabelled", "standardised")

    model: models.AnyModel = msgspec.field(default_factory=lambda: MLP(hidden=(128,)))
    examples: Annotated[
        int, Meta(ge=40, le=100_000, description="Points in all.", extra={"slider": (100, 10_000), "scale": "log"})
    ] = 1200
    spread: Annotated[
        float, Meta(gt=0, le=100, description="How far the clouds' centres lie apart.", extra={"slider": (0.2, 5)})
    ] = 1.2
    label_noise: Annotated[
        float,
        Meta(ge=0, le=1, description="Share of the training labels drawn anew at random.", extra={"slider": (0, 0.8)}),
    ] = 0.0
    held_out: Annotated[
        float,
        Meta(gt=0, lt=1, description="Share of the examples kept to validate on.", extra={"slider": (0.05, 0.9)}),
    ] = 0.75
    seed: Annotated[
        int, Meta(ge=0, lt=2**32, description="Of the draw, the split and the noise.", extra={"slider": (0, 20)})
    ] = 0

    @property
    def train_size(self) -> int:
        return self.examples - _kept(self.examples, self.held_out)

    @property
    def inputs(self) -> int:
        return 10

    @property
    def outputs(self) -> int:
        return 4

    def title(self) -> str:
        return f"blobs, {self.train_size} points to train on"


def blobs(*, examples: int, spread: float, label_noise: float, held_out: float, seed: int) -> Split:
    """Draw the points: a class at random, its centre, and unit noise around it."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(4, 10)) * spread / np.sqrt(2)
    labels = rng.integers(0, 4, examples)
    points = centres[labels] + rng.normal(size=(examples, 10))
    cut = examples - min(max(round(held_out * examples), 1), examples - 1)
    train_x, val_x = standardised(points[:cut], points[cut:])
    return train_x, mislabelled(labels[:cut], label_noise, 4, rng), val_x, labels[cut:]


def _kept(examples: int, held_out: float) -> int:
    return min(max(round(held_out * examples), 1), examples - 1)
