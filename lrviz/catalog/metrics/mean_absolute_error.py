"""MeanAbsoluteError: how far off a number is."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric
from lrviz.catalog.task import Task


class MeanAbsoluteError(Metric, frozen=True):
    """Mean distance of the number answered from the true one, in the unit of the target (MAE).

    Formula: MAE = mean(abs(r))
    When: the size of a miss is to be said in the target's own unit.
    Mistake: minimising the square and judging by it: the two have different best answers, the mean and the median.
    """

    target: ClassVar[str] = "sklearn.metrics.mean_absolute_error"
    tasks: ClassVar[frozenset[Task]] = frozenset({"values"})
    key: ClassVar[str] = "mae"
    title: ClassVar[str] = "MAE"
    place: ClassVar[int] = 10
    best: ClassVar[Literal["high", "low"]] = "low"

    def measure(self, answers: Answers) -> float:
        return float(np.abs(answers.errors).mean())
