"""MeanReciprocalRank: how far down the best document is."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric, mean
from lrviz.catalog.task import Task


class MeanReciprocalRank(Metric, frozen=True):
    """Mean of 1 / place of the best document: 1 where it stands first, ½ where it stands second (MRR).

    The best document has the query's highest grade; of several, the one that stands first counts. Documents of equal
    score stand together at the last of their places, so that answering the same for all earns nothing. Averaged over
    the queries that have a document with a grade above 0; NaN where none has.

    torchmetrics gives the same for scores above 0 (it never finds another) without ties.
    """

    target: ClassVar[str] = "torchmetrics.retrieval.RetrievalMRR"
    tasks: ClassVar[frozenset[Task]] = frozenset({"ranking"})
    key: ClassVar[str] = "mrr"
    title: ClassVar[str] = "MRR"
    place: ClassVar[int] = 20
    best: ClassVar[Literal["high", "low"]] = "high"

    def measure(self, answers: Answers) -> float:
        grades = answers.target.take(answers.ranked.item)
        highest = grades.max(axis=1, keepdims=True)
        best = np.max(1 / answers.ranked.through, axis=1, where=grades == highest, initial=0)
        return mean(best[answers.ranked.relevant.any(axis=1)])
