"""MeanSquaredError: how far off a number is, far ones counting most."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric
from lrviz.catalog.task import Task


class MeanSquaredError(Metric, frozen=True):
    """Mean square of the distance from the true number, so that a few far misses weigh most (MSE).

    Formula: MSE = mean(r ** 2)
    When: large misses cost far more than small ones.
    Mistake: one wild label in the validation set: it decides who is better.
    """

    target: ClassVar[str] = "sklearn.metrics.mean_squared_error"
    tasks: ClassVar[frozenset[Task]] = frozenset({"values"})
    key: ClassVar[str] = "mse"
    title: ClassVar[str] = "MSE"
    place: ClassVar[int] = 20
    best: ClassVar[Literal["high", "low"]] = "low"

    def measure(self, answers: Answers) -> float:
        return float(np.square(answers.errors).mean())
