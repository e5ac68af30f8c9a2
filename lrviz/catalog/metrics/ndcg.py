"""NDCG: whether the best documents stand at the top."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric, mean, ratio
from lrviz.catalog.task import Task


class NDCG(Metric, frozen=True):
    """Worth of the first k documents, discounted by place, as a share of what the best order is worth.

    g is the grade of the document at place i ≤ k. Documents of equal score share the mean of their discounts, which is
    the mean over all their orders. Averaged over the queries that have a document with a grade above 0; NaN where none
    has. Ties: McSherry and Najork 2008.

    Formula:
        DCG = sum((2 ** g[i] - 1) / log2(1 + i), i)
        NDCG = DCG / DCG[best]
    When: documents have grades, and the first places count most.
    Mistake: reading 0.4 as bad or 0.9 as good: a random order of these queries has 0.32, and other data have another.
    Source: Järvelin and Kekäläinen 2002, Cumulated gain-based evaluation of IR techniques, doi 10.1145/582415.582418
    """

    target: ClassVar[str] = "sklearn.metrics.ndcg_score"
    tasks: ClassVar[frozenset[Task]] = frozenset({"ranking"})
    key: ClassVar[str] = "ndcg"
    place: ClassVar[int] = 10
    best: ClassVar[Literal["high", "low"]] = "high"

    k: Annotated[
        int, Meta(ge=1, le=10**6, description="Documents from the top that count.", extra={"slider": (1, 20)})
    ] = 10

    @property
    def title(self) -> str:
        return f"NDCG@{self.k}"

    def measure(self, answers: Answers) -> float:
        ranked, documents = answers.ranked, answers.target.shape[1]
        worth = np.exp2(answers.target, dtype=np.float64) - 1
        discount = 1 / np.log2(np.arange(2, documents + 2))
        discount[self.k :] = 0
        through = np.concatenate(([0], np.cumsum(discount)))
        shared = (through[ranked.through] - through[ranked.above]) / (ranked.through - ranked.above)
        given = (worth.take(ranked.item) * shared).sum(axis=1)
        ideal = -np.sort(-worth, axis=1) @ discount
        relevant = ranked.relevant.any(axis=1)
        return mean(ratio(given[relevant], ideal[relevant]))
