"""Walk: a surface over the plane, which optimizers walk down with a noisy gradient."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog import surfaces
from lrviz.catalog.problem import Recipe
from lrviz.catalog.recipes import Split
from lrviz.catalog.surfaces.rosenbrock import Rosenbrock
from lrviz.catalog.task import Task
from lrviz.sentences import say

PUSHES = 16384
"""Examples: their order tells seeds apart, and few walks see one twice."""


class Walk(Recipe, frozen=True, kw_only=True):
    """A surface whose two coordinates are trained, from its start downhill: every step of the walk can be seen.

    The data are the gradient's noise, a push for each example: a batch adds the mean of its pushes, so that larger
    batches are calmer. The loss is the height itself, which no push changes.

    When: momentum, noise and restarts are to be seen step by step, with nothing hidden.
    Mistake: carrying over a rate from here to a network: these surfaces have two weights, and their curvature is their
        own.
    """

    target: ClassVar[str] = "lrviz.catalog.problems.walk.walk"
    task: ClassVar[Task] = "surface"
    noun: ClassVar[str] = "pushes"

    model: surfaces.AnySurface = msgspec.field(default_factory=Rosenbrock)
    noise: Annotated[
        float,
        Meta(
            ge=0,
            le=1000,
            description="How strong one example's push is: its standard deviation in x and in y.",
            extra={"slider": (0, 10)},
        ),
    ] = 0.5

    @property
    def train_size(self) -> int:
        return PUSHES

    @property
    def inputs(self) -> int:
        return 2

    @property
    def outputs(self) -> int:
        return 1

    def title(self) -> str:
        return say("{surface} · noise {noise:g}", surface=self.model.title, noise=self.noise)

    def _arguments(self) -> dict[str, Any]:
        return {"examples": PUSHES, **super()._arguments()}


def walk(*, examples: int, noise: float) -> Split:
    """Draw the pushes, normal in x and in y; the one that is held out is none."""
    pushes = noise * np.random.default_rng(0).normal(size=(examples, 2))
    nothing = np.zeros(examples, np.float32)
    return pushes.astype(np.float32), nothing, np.zeros((1, 2), np.float32), nothing[:1]
