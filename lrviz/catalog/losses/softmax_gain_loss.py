"""SoftmaxGainLoss: softmax cross-entropy on what each document is worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use, log_softmax
from lrviz.catalog.task import Task


class SoftmaxGainLoss(Loss, frozen=True):
    """Penalises the softmax cross-entropy of a query's scores on its gains 2^grade − 1, made to sum to 1.

    p is the softmax of the scores and q the gains' shares. Grades are counted from the query's lowest, so that a
    lenient rater and a strict one mean the same; a query of one grade only says nothing.

    Formula: loss = -sum(q_k * log(p_k), k)
    When: the first places count, and grades are on one scale within a query.
    Mistake: leaving a query's lowest grade above 0: every document would gain; here grades are counted from it.
    Source: Bruch et al. 2019, An analysis of the softmax cross entropy loss for learning-to-rank with binary relevance,
        doi 10.1145/3341981.3344221
    """

    target: ClassVar[str] = "lrviz.engine.losses.SoftmaxGainLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"ranking": Use("squeezed")}

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        gains = np.exp2(target - target.min(axis=-1, keepdims=True)) - 1
        total = gains.sum(axis=-1, keepdims=True)
        wanted = gains / np.where(total > 0, total, 1.0)
        return np.asarray(-(wanted * log_softmax(output[..., 0])).sum(axis=-1))
