"""Ranking: documents to be put in order, query by query."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog import models
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.problem import Recipe
from lrviz.catalog.recipes import HeldOut, Seed, Split, left
from lrviz.catalog.task import Task
from lrviz.sentences import say


class Ranking(Recipe, frozen=True, kw_only=True):
    """Queries of twenty documents with grades 0 to 3, given by lenient and strict raters: only the order counts.

    When: losses for an order are compared.
    Mistake: raters at 0, and being surprised: with labels on one scale a squared error ranks as well as any.
    """

    target: ClassVar[str] = "lrviz.catalog.problems.ranking.ranking"
    task: ClassVar[Task] = "ranking"
    noun: ClassVar[str] = "queries"
    uses: ClassVar[tuple[str, ...]] = ("left",)

    model: models.AnyModel = msgspec.field(default_factory=lambda: MLP(hidden=(64,)))
    queries: Annotated[
        int, Meta(ge=20, le=5000, description="Queries in all.", extra={"slider": (30, 2000), "scale": "log"})
    ] = 300
    documents: Annotated[
        int,
        Meta(
            ge=7,
            le=200,
            description="Documents of a query: one of grade 3, two of 2, three of 1, others 0.",
            extra={"slider": (7, 60)},
        ),
    ] = 20
    noise: Annotated[
        float, Meta(ge=0, le=100, description="Noise of what documents are worth.", extra={"slider": (0, 2)})
    ] = 0.5
    raters: Annotated[
        float,
        Meta(
            ge=0,
            le=100,
            description="How much raters differ: what each adds to a query's training grades.",
            extra={"slider": (0, 5)},
        ),
    ] = 2.0
    held_out: HeldOut = 1 / 3
    seed: Seed = 0

    @property
    def train_size(self) -> int:
        return left(self.queries, self.held_out)

    @property
    def inputs(self) -> int:
        return 11

    @property
    def outputs(self) -> int:
        return 1

    def title(self) -> str:
        if self.raters:
            return say("ranking, {queries} queries, raters differ", queries=self.train_size)
        return say("ranking, {queries} queries", queries=self.train_size)


def ranking(*, queries: int, documents: int, noise: float, raters: float, held_out: float, seed: int) -> Split:
    """Draw documents of ten features and one of pure noise; grades go by place within the query."""
    rng = np.random.default_rng(seed)
    weights = rng.normal(size=10)
    luck = noise * rng.normal(size=(queries, documents))
    features = rng.normal(size=(queries, documents, 11))
    bend = 0.8 * np.sin(2 * features[..., 0]) * features[..., 1]
    worth = features[..., :10] @ weights / np.sqrt(10) + bend + luck
    place = np.argsort(np.argsort(-worth, axis=1), axis=1)
    grades = np.select([place < 1, place < 3, place < 6], [3.0, 2.0, 1.0], 0.0)
    inputs = features.astype(np.float32)
    cut = left(queries, held_out)
    lenient = grades[:cut] + raters * rng.normal(size=(cut, 1))
    return inputs[:cut], lenient.astype(np.float32), inputs[cut:], grades[cut:].astype(np.float32)
