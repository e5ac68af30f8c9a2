"""Imbalanced: few yeses among many noes."""

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
    LabelNoise,
    Seed,
    Split,
    left,
    mislabelled,
    standardised,
    stratified,
)
from lrviz.catalog.task import Task
from lrviz.sentences import say


class Imbalanced(Recipe, frozen=True, kw_only=True):
    """Points of ten features of which few are positive, shifted in two of them: accuracy says nothing here.

    When: metrics and losses for rare classes are compared.
    Mistake: watching the accuracy: it is 0.991 or 0.992 for losses whose F1 is 0.17 and 0.54.
    """

    target: ClassVar[str] = "lrviz.catalog.problems.imbalanced.imbalanced"
    task: ClassVar[Task] = "binary"
    noun: ClassVar[str] = "points"
    uses: ClassVar[tuple[str, ...]] = ("left", "apportioned", "stratified", "mislabelled", "standardised")

    model: models.AnyModel = msgspec.field(default_factory=lambda: MLP(hidden=()))
    examples: Annotated[
        int, Meta(ge=100, le=200_000, description="Points in all.", extra={"slider": (1000, 50_000), "scale": "log"})
    ] = 20_000
    positives: Annotated[
        float,
        Meta(
            ge=0.001,
            le=0.5,
            description="Share of the points that are positive.",
            extra={"slider": (0.001, 0.5), "scale": "log"},
        ),
    ] = 0.01
    label_noise: LabelNoise = 0.0
    held_out: HeldOut = 0.5
    seed: Seed = 0

    def check(self) -> None:
        few = round(self.positives * self.examples) * min(self.train_size, self.examples - self.train_size)
        if few < 2 * self.examples:
            raise self.refuse(
                "positives",
                say(
                    "enough of the {examples} point{examples:|s} for two to train on and two held out",
                    examples=self.examples,
                ),
            )

    @property
    def train_size(self) -> int:
        return left(self.examples, self.held_out)

    @property
    def inputs(self) -> int:
        return 10

    @property
    def outputs(self) -> int:
        return 1

    def title(self) -> str:
        return say("imbalanced, {positives:g} % positive", positives=100 * self.positives)


def imbalanced(*, examples: int, positives: float, label_noise: float, held_out: float, seed: int) -> Split:
    """Draw the points: normal features, those of the positive ones shifted by 2 in the first two."""
    rng = np.random.default_rng(seed)
    labels = np.zeros(examples, dtype=np.int64)
    labels[: round(positives * examples)] = 1
    points = rng.normal(size=(examples, 10))
    points[labels == 1, :2] += 2
    train, kept = stratified(labels, held_out, seed)
    train_x, val_x = standardised(points[train], points[kept])
    return train_x, mislabelled(labels[train], label_noise, 2, rng), val_x, labels[kept]
