"""CalibrationError: whether a model is as often right as it is sure."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric, Reliability, ratio
from lrviz.catalog.moved import Moved, rare
from lrviz.catalog.task import Task
from lrviz.sentences import say


class CalibrationError(Metric, frozen=True):
    """Mean gap between how sure the model is of its predicted class and how often that is right (ECE).

    The examples are put in bins of equal width by their confidence, the probability of the predicted class. Bin i of n
    holds confidences from i/n up to but not (i+1)/n; the last one holds 1 too (torchmetrics gives exactly 1 a bin of
    its own). A yes or no is measured as two classes.

    Formula: ECE = sum(n[b] / n * abs(accuracy[b] - confidence[b]), b)
    When: the probabilities themselves are used: a cost is weighed, or the model may abstain.
    Mistake: smoothing labels where the model was right to be sure: on clean digits it raised the error from 0.02 to
        0.14.
    Source: Guo et al. 2017, On calibration of modern neural networks, arXiv 1706.04599
    """

    target: ClassVar[str] = "torchmetrics.classification.MulticlassCalibrationError"
    tasks: ClassVar[frozenset[Task]] = frozenset({"classes", "binary"})
    key: ClassVar[str] = "ece"
    title: ClassVar[str] = "ECE"
    place: ClassVar[int] = 80
    best: ClassVar[Literal["high", "low"]] = "low"

    bins: Annotated[
        int, Meta(ge=1, le=1000, description="Bins of equal width from confidence 0 to 1.", extra={"slider": (5, 30)})
    ] = 15

    def measure(self, answers: Answers) -> float:
        sure, right, _ = self._sums(answers)
        return float(np.abs(right - sure).sum() / len(answers.target))

    def curve(self, answers: Answers) -> Reliability:
        """Give the points of a reliability diagram, from the least sure bin to the surest."""
        sure, right, examples = self._sums(answers)
        return Reliability(ratio(sure, examples), ratio(right, examples), examples)

    def moved(self) -> Moved:
        x, y, examples = self.curve(rare(sureness=2.0))
        there = examples > 0
        sure, right = x[there], y[there]
        return Moved(sure, right, say("confidence"), say("Accuracy"), note=say("logits twice too large"), beside=sure)

    def _sums(self, answers: Answers) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.intp]]:
        """Sum confidences, right answers and examples in each bin; without those that have no answer."""
        confidence = answers.answered(answers.probabilities.max(axis=1))
        right = answers.answered(answers.predicted == answers.target)
        borders = np.arange(1, self.bins) / self.bins
        inside = np.searchsorted(borders, confidence, side="right")
        sure, rights = (np.bincount(inside, of, self.bins).astype(np.float64) for of in (confidence, right))
        return sure, rights, np.bincount(inside, minlength=self.bins)
