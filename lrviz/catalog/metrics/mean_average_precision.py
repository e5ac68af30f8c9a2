"""MeanAveragePrecision: how far up all relevant documents are."""

from __future__ import annotations

from typing import ClassVar, Literal

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric, mean
from lrviz.catalog.metrics.average_precision import average_precisions
from lrviz.catalog.task import Task


class MeanAveragePrecision(Metric, frozen=True):
    """Mean over queries of the average precision: the share of relevant documents down to each relevant one (MAP).

    AP is a query's average precision. Relevant are the documents with a grade above 0. Documents of equal score stand
    together at the last of their places. Queries without a relevant document are left out; NaN where all are.

    Formula: MAP = mean(AP[q], q)
    When: documents are relevant or not, and all relevant ones are wanted.
    Mistake: giving it grades: anything above 0 is relevant, a 1 as much as a 3.
    """

    target: ClassVar[str] = "sklearn.metrics.label_ranking_average_precision_score"
    tasks: ClassVar[frozenset[Task]] = frozenset({"ranking"})
    key: ClassVar[str] = "map"
    title: ClassVar[str] = "MAP"
    place: ClassVar[int] = 30
    best: ClassVar[Literal["high", "low"]] = "high"

    def measure(self, answers: Answers) -> float:
        return mean(average_precisions(answers))
