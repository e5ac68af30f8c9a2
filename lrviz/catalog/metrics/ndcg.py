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

    A document of grade g is worth 2^g − 1, divided by log₂(1 + place). Documents of equal score share the mean of their
    discounts, which is the mean over all their orders. Averaged over the queries that have a document with a grade
    above 0; NaN where none has.

    Sources: Järvelin and Kekäläinen, TOIS 2002; ties: McSherry and Najork, ECIR 2008.
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
