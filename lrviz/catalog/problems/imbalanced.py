"""Imbalanced: few yeses among many noes."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog import models
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.problem import Recipe
from lrviz.catalog.recipes import Split, mislabelled, standardised, stratified
from lrviz.catalog.task import Task


class Imbalanced(Recipe, frozen=True, kw_only=True):
    """Points of ten features of which few are positive, shifted in two of them: accuracy says nothing here."""

    target: ClassVar[str] = "lrviz.catalog.problems.imbalanced.imbalanced"
    task: ClassVar[Task] = "binary"
    noun: ClassVar[str] = "points"
    uses: ClassVar[tuple[str, ...]] = ("mislabelled", "stratified", "standardised")

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

    def check(self) -> None:
        if round(self.positives * self.examples) < 2:
            raise self.refuse("positives", f"at least two of the {self.examples} points")

    @property
    def train_size(self) -> int:
        yes = round(self.positives * self.examples)
        return sum(size - _kept(size, self.held_out) for size in (yes, self.examples - yes))

    @property
    def inputs(self) -> int:
        return 10

    @property
    def outputs(self) -> int:
        return 1

    def title(self) -> str:
        return f"imbalanced, {100 * self.positives:g} % positive"


def imbalanced(*, examples: int, positives: float, label_noise: float, held_out: float, seed: int) -> Split:
    """Draw the points: normal features, those of the positive ones shifted by 2 in the first two."""
    rng = np.random.default_rng(seed)
    labels = np.zeros(examples, dtype=np.int64)
    labels[: round(positives * examples)] = 1
    points = rng.normal(size=(examples, 10))
    points[labels == 1, :2] += 2
    kept = stratified(labels, held_out, rng)
    train_x, val_x = standardised(points[~kept], points[kept])
    train_y = mislabelled(labels[~kept], label_noise, 2, rng)
    return train_x, train_y, val_x, labels[kept]


def _kept(members: int, held_out: float) -> int:
    """Give how many of a class are held out, as `stratified` does."""
    return min(max(round(held_out * members), 1), members - 1)
