"""Recall: how much of a class is found."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import ClassMetric


class Recall(ClassMetric, frozen=True):
    """Share of the examples of a class that are predicted to be of it.

    Formula: recall = right / true
    When: a miss is dear.
    Mistake: maximising it alone: saying yes to everything has a recall of 1.
    """

    target: ClassVar[str] = "sklearn.metrics.recall_score"
    key: ClassVar[str] = "recall"
    title: ClassVar[str] = "Recall"
    place: ClassVar[int] = 40

    def counts(self, answers: Answers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        return answers.right, answers.of_class
