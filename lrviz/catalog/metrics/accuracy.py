"""Accuracy: how many answers are right."""

from __future__ import annotations

from typing import ClassVar, Literal

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric
from lrviz.catalog.task import Task


class Accuracy(Metric, frozen=True):
    """Share of the examples whose predicted class is the true one.

    The predicted class has the largest logit (the first of several); a yes has a logit above 0.

    Formula: accuracy = right / n
    When: classes are about as frequent as each other and mistakes cost alike.
    Mistake: trusting it where a class is rare: with 1 % positives, always saying no has 0.990.
    """

    target: ClassVar[str] = "sklearn.metrics.accuracy_score"
    tasks: ClassVar[frozenset[Task]] = frozenset({"classes", "binary"})
    key: ClassVar[str] = "accuracy"
    title: ClassVar[str] = "Accuracy"
    place: ClassVar[int] = 10
    best: ClassVar[Literal["high", "low"]] = "high"
    share: ClassVar[bool] = True

    def measure(self, answers: Answers) -> float:
        return float(answers.right.sum() / len(answers.target))
