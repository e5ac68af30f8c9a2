"""MeanReciprocalRank: how far down the best document is."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric, mean
from lrviz.catalog.task import Task


class MeanReciprocalRank(Metric, frozen=True):
    """Mean of one over the place of the best document: 1 where it stands first, ½ where it stands second (MRR).

    The best document has the query's highest grade; of several, the one that stands first counts. Its place is 1 + the
    number of lesser documents that score at least as high: those of equal score stand before it, so that answering the
    same for all earns nothing. Averaged over the queries that have a document with a grade above 0; NaN where none has.

    torchmetrics gives the same for scores above 0 (it never finds another) without ties.

    Formula: MRR = mean(1 / place[q], q)
    When: one right answer is looked for, as in a question.
    Mistake: judging a list by it: what stands below the first good document doesn't count.
    Source: Voorhees 1999, The TREC-8 question answering track report
    """

    target: ClassVar[str] = "torchmetrics.retrieval.RetrievalMRR"
    tasks: ClassVar[frozenset[Task]] = frozenset({"ranking"})
    key: ClassVar[str] = "mrr"
    title: ClassVar[str] = "MRR"
    place: ClassVar[int] = 20
    best: ClassVar[Literal["high", "low"]] = "high"

    def measure(self, answers: Answers) -> float:
        grades, scores = answers.target, answers.output[..., 0]
        highest = grades.max(axis=1, keepdims=True)
        best = grades == highest
        score = np.max(scores, axis=1, where=best, initial=-np.inf, keepdims=True)
        ahead = np.count_nonzero((scores >= score) & ~best, axis=1)
        return mean(1 / (1 + ahead[highest[:, 0] > 0]))
