"""R2: how much better than always answering the mean."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric
from lrviz.catalog.task import Task


class R2(Metric, frozen=True):
    """Share of the targets' variance that is explained: 1 is perfect, 0 no better than their mean, below 0 worse.

    y is the target and x the answer. Where all targets are the same it is 1 if all answers are right and else 0, as in
    scikit-learn; NaN for fewer than two examples.

    Formula: explained = 1 - sum((y - x) ** 2) / sum((y - mean(y)) ** 2)
    When: a fit is to be judged without knowing the target's unit.
    Mistake: expecting it between 0 and 1: on new data it is below 0 wherever the mean would have been the better
        answer.
    """

    target: ClassVar[str] = "sklearn.metrics.r2_score"
    tasks: ClassVar[frozenset[Task]] = frozenset({"values"})
    key: ClassVar[str] = "r2"
    title: ClassVar[str] = "R²"
    place: ClassVar[int] = 30
    best: ClassVar[Literal["high", "low"]] = "high"

    def measure(self, answers: Answers) -> float:
        target = answers.target.astype(np.float64)
        if len(target) < 2:
            return math.nan
        left, total = np.square(answers.errors).sum(), np.square(target - target.mean()).sum()
        if total == 0:
            return 1.0 if left == 0 else 0.0
        return float(1 - left / total)
