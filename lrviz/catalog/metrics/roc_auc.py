"""ROCAUC: whether the examples of a class score higher than the others."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric, ROCCurve, mean, ratio
from lrviz.catalog.moved import RARE, Moved, rare
from lrviz.catalog.task import Task
from lrviz.sentences import say


class ROCAUC(Metric, frozen=True):
    """Chance that an example of a class scores higher than one that is not, whatever the threshold.

    a is the score of an example of the class, b of another one. A tie counts as one half. A yes or no is scored by its
    logit. Several classes are scored by their probabilities, each against the rest, and averaged over those that some
    examples belong to and some don't; NaN where none is such.

    Formula: AUC = P(a > b) + P(a == b) / 2
    When: the order of the answers counts and the threshold is chosen later.
    Mistake: taking 0.97 for a good detector of a rare class: four losses all had it on 1 % positives, at an F1 between
        0.17 and 0.54.
    Source: Hanley and McNeil 1982, The meaning and use of the area under a ROC curve, doi
        10.1148/radiology.143.1.7063747
    """

    target: ClassVar[str] = "sklearn.metrics.roc_auc_score"
    tasks: ClassVar[frozenset[Task]] = frozenset({"classes", "binary"})
    key: ClassVar[str] = "roc_auc"
    title: ClassVar[str] = "ROC AUC"
    place: ClassVar[int] = 60
    best: ClassVar[Literal["high", "low"]] = "high"

    def measure(self, answers: Answers) -> float:
        return mean(self.per_class(answers))

    def per_class(self, answers: Answers) -> NDArray[np.float64]:
        """Measure each class against the rest, (classes,), or (1,) for a yes; NaN where all or none belong to it.

        The area is Mann and Whitney's U over the number of pairs: U sums, over the relevant items, the others that
        score lower and half of those that score the same.
        """
        relevant, items = answers.ranked.relevant, len(answers.target)
        found = relevant.sum(axis=1)
        ahead = np.sum(answers.ranked.above + answers.ranked.through, axis=1, where=relevant)
        pairs_won = (found * (2 * items - found) - ahead) / 2
        return ratio(pairs_won, found * (items - found))

    def curve(self, answers: Answers) -> tuple[ROCCurve, ...]:
        """Give the exact curve of each class against the rest, or the one of a yes; empty where it is undefined."""
        return tuple(self._curve(answers, row) for row in range(len(answers.ranked.item)))

    def moved(self) -> Moved:
        x, y = self.curve(rare())[0]
        return Moved(x, y, say("false positive rate"), say("True positive rate"), note=RARE, beside=x)

    def _curve(self, answers: Answers, row: int) -> ROCCurve:
        found, others = answers.staircase(row)
        if not answers.complete or found[-1] == 0 or others[-1] == 0:
            return ROCCurve(np.empty(0), np.empty(0))
        return ROCCurve(np.append(0, others) / others[-1], np.append(0, found) / found[-1])
