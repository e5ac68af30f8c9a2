"""Outliers: a curve to fit through points of which some lie far off."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog import models
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.problem import Recipe
from lrviz.catalog.recipes import Seed, Split
from lrviz.catalog.task import Task
from lrviz.sentences import say


class Outliers(Recipe, frozen=True, kw_only=True):
    """A wave with noise, and some points far above it: what a loss makes of a few bad ones can be seen in the fit.

    When: robust losses are compared: the true curve is known, and the fit is drawn on it.
    Mistake: judging by the training loss: on that the squared error wins, by following the outliers.
    """

    target: ClassVar[str] = "lrviz.catalog.problems.outliers.outliers"
    task: ClassVar[Task] = "values"
    noun: ClassVar[str] = "points"

    model: models.AnyModel = msgspec.field(default_factory=lambda: MLP(hidden=(64, 64), activation="Tanh"))
    examples: Annotated[
        int, Meta(ge=10, le=100_000, description="Points to train on.", extra={"slider": (50, 5000), "scale": "log"})
    ] = 500
    validation: Annotated[
        int,
        Meta(
            ge=2,
            le=100_000,
            description="Points of the curve itself to validate on.",
            extra={"slider": (50, 5000), "scale": "log"},
        ),
    ] = 500
    noise: Annotated[
        float, Meta(ge=0, le=100, description="Noise of every training point.", extra={"slider": (0, 1)})
    ] = 0.1
    outliers: Annotated[
        float,
        Meta(ge=0, le=1, description="Share of the training points that lie too high.", extra={"slider": (0, 0.5)}),
    ] = 0.1
    height: Annotated[
        float, Meta(ge=0, le=1000, description="How much too high they may lie.", extra={"slider": (0, 50)})
    ] = 20.0
    seed: Seed = 0

    @property
    def train_size(self) -> int:
        return self.examples

    @property
    def inputs(self) -> int:
        return 1

    @property
    def outputs(self) -> int:
        return 1

    def title(self) -> str:
        if not self.outliers:
            return say("a wave without outliers")
        return say("a wave, {outliers:g} % outliers", outliers=100 * self.outliers)


def outliers(*, examples: int, validation: int, noise: float, outliers: float, height: float, seed: int) -> Split:
    """Draw x between −3 and 3 and y = sin 2x + x / 2; the points to validate on have neither noise nor outliers."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(-3, 3, examples + validation)
    wave = np.sin(2 * x) + x / 2
    y = wave + noise * rng.normal(size=len(x))
    bad = rng.random(len(x)) < outliers
    y[bad] += rng.uniform(0, height, bad.sum())
    inputs = (x[:, None] / 1.73).astype(np.float32)  # 1.73 is the deviation of x
    targets = np.concatenate([y[:examples], wave[examples:]]).astype(np.float32)
    return inputs[:examples], targets[:examples], inputs[examples:], targets[examples:]
