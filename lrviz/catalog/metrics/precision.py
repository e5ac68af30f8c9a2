"""Precision: how far a prediction can be trusted."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import ClassMetric


class Precision(ClassMetric, frozen=True):
    """Share of the examples predicted to be of a class that really are.

    Formula: precision = right / predicted
    When: a false alarm is dear.
    Mistake: maximising it alone: a single sure answer that is right has a precision of 1.
    """

    target: ClassVar[str] = "sklearn.metrics.precision_score"
    key: ClassVar[str] = "precision"
    title: ClassVar[str] = "Precision"
    place: ClassVar[int] = 30

    def counts(self, answers: Answers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        return answers.right, answers.said_of_class
