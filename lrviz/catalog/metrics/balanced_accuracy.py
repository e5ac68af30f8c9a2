"""BalancedAccuracy: accuracy with every class counting the same."""

from __future__ import annotations

from typing import ClassVar, Literal

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric, mean, ratio
from lrviz.catalog.task import Task


class BalancedAccuracy(Metric, frozen=True):
    """Mean of the share found of each class, so that a rare class counts as much as a common one.

    That is the mean recall over the classes that are in the target.

    Formula: balanced = mean(right[c] / true[c], c)
    When: classes are of very different frequency and each counts as much.
    Mistake: reading 0.5 as half good: of yes or no that is what guessing has.
    """

    target: ClassVar[str] = "sklearn.metrics.balanced_accuracy_score"
    tasks: ClassVar[frozenset[Task]] = frozenset({"classes", "binary"})
    key: ClassVar[str] = "balanced_accuracy"
    title: ClassVar[str] = "Balanced accuracy"
    place: ClassVar[int] = 20
    best: ClassVar[Literal["high", "low"]] = "high"
    share: ClassVar[bool] = True

    def measure(self, answers: Answers) -> float:
        return mean(ratio(answers.right, answers.of_class))
