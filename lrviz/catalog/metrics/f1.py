"""F1: precision and recall in one number."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import ClassMetric


class F1(ClassMetric, frozen=True):
    """Harmonic mean of precision and recall, low where either is.

    Formula: F_1 = 2 * right / (predicted + true)
    When: a rare class is to be found without crying wolf.
    Mistake: comparing two losses at the threshold 0.5: moving it raised F1 from 0.17 to 0.55 without training anything.
    """

    target: ClassVar[str] = "sklearn.metrics.f1_score"
    key: ClassVar[str] = "f1"
    title: ClassVar[str] = "F1"
    place: ClassVar[int] = 50

    def counts(self, answers: Answers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        return 2 * answers.right, answers.of_class + answers.said_of_class
