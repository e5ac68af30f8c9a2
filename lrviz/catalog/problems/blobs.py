"""Blobs: classes that overlap."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog import models
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.problem import Recipe
from lrviz.catalog.recipes import HeldOut, Imbalance, LabelNoise, Seed, Split, left, mislabelled, shares, standardised
from lrviz.sentences import say


class Blobs(Recipe, frozen=True, kw_only=True):
    """Four overlapping Gaussian clouds in ten features: a model that learns them by heart gets too sure of itself.

    When: calibration and label smoothing: no model can be right about the overlap, only unsure of it.
    Mistake: expecting an accuracy of 1: the clouds overlap, and 0.80 is about all there is.
    """

    target: ClassVar[str] = "lrviz.catalog.problems.blobs.blobs"
    noun: ClassVar[str] = "points"
    uses: ClassVar[tuple[str, ...]] = ("left", "shares", "mislabelled", "standardised")

    model: models.AnyModel = msgspec.field(default_factory=lambda: MLP(hidden=(128,)))
    examples: Annotated[
        int, Meta(ge=100, le=100_000, description="Points in all.", extra={"slider": (100, 10_000), "scale": "log"})
    ] = 1200
    spread: Annotated[
        float, Meta(gt=0, le=100, description="How far the clouds' centres lie apart.", extra={"slider": (0.2, 5)})
    ] = 1.2
    imbalance: Imbalance = 1.0
    label_noise: LabelNoise = 0.0
    held_out: HeldOut = 0.75
    seed: Seed = 0

    def check(self) -> None:
        # each label is drawn by itself: with so many, a class is missing in one of 10⁷ data sets
        if min(self.train_size, self.examples - self.train_size) * shares(4, self.imbalance)[-1] < 20:
            raise self.refuse("examples", say("enough for 20 points of each cloud to train on and 20 held out"))

    @property
    def train_size(self) -> int:
        return left(self.examples, self.held_out)

    @property
    def inputs(self) -> int:
        return 10

    @property
    def outputs(self) -> int:
        return 4

    def title(self) -> str:
        return say("blobs, {points} points to train on", points=self.train_size)


def blobs(*, examples: int, spread: float, imbalance: float, label_noise: float, held_out: float, seed: int) -> Split:
    """Draw the points: a class at random, its centre, and unit noise around it."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(4, 10)) * spread / np.sqrt(2)
    labels = rng.integers(0, 4, examples) if imbalance == 1 else rng.choice(4, examples, p=shares(4, imbalance))
    points = centres[labels] + rng.normal(size=(examples, 10))
    cut = left(examples, held_out)
    train_x, val_x = standardised(points[:cut], points[cut:])
    return train_x, mislabelled(labels[:cut], label_noise, 4, rng), val_x, labels[cut:]
