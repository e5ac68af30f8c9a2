"""AveragePrecision: precision at every recall."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric, PrecisionRecallCurve, mean, ratio
from lrviz.catalog.moved import RARE, Moved, rare
from lrviz.catalog.task import Task
from lrviz.sentences import say


class AveragePrecision(Metric, frozen=True):
    """Mean of the precision at each example of a class, going down from the highest score.

    P and R are precision and recall among the k highest scores. A yes or no is scored by its logit. Several classes are
    scored by their probabilities, each against the rest, and averaged over those in the target. NaN where there is
    none: no yes in the target.

    Formula: AP = sum((R[k] - R[k - 1]) * P[k], k)
    When: a rare class is to be found, whatever the threshold.
    Mistake: comparing it between data sets: guessing has the share of positives, 0.01 where they are 1 %.
    """

    target: ClassVar[str] = "sklearn.metrics.average_precision_score"
    tasks: ClassVar[frozenset[Task]] = frozenset({"classes", "binary"})
    key: ClassVar[str] = "average_precision"
    title: ClassVar[str] = "Average precision"
    place: ClassVar[int] = 70
    best: ClassVar[Literal["high", "low"]] = "high"

    def measure(self, answers: Answers) -> float:
        return mean(average_precisions(answers))

    def curve(self, answers: Answers) -> tuple[PrecisionRecallCurve, ...]:
        """Give the exact curve of each class against the rest, or the one of a yes; empty where it is undefined."""
        return tuple(self._curve(answers, row) for row in range(len(answers.ranked.item)))

    def moved(self) -> Moved:
        answers = rare()
        x, y = self.curve(answers)[0]
        return Moved(x, y, say("recall"), say("Precision"), note=RARE, beside=np.full(len(x), answers.target.mean()))

    def _curve(self, answers: Answers, row: int) -> PrecisionRecallCurve:
        found, others = answers.staircase(row)
        if not answers.complete or found[-1] == 0:
            return PrecisionRecallCurve(np.empty(0), np.empty(0))
        return PrecisionRecallCurve(np.append(0, found) / found[-1], np.append(1, found / (found + others)))


def average_precisions(answers: Answers) -> NDArray[np.float64]:
    """Average the precision at each relevant item, (rows,); NaN where a row has none.

    Items of equal score stand together at the last of their places.
    """
    ranked = answers.ranked
    found = np.cumsum(ranked.relevant, axis=1)
    row, place = np.nonzero(ranked.relevant)
    through = ranked.through[row, place]
    return ratio(np.bincount(row, found[row, through - 1] / through, len(found)), found[:, -1])
