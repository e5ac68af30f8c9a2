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

    Grades are counted from the query's lowest, so that a lenient rater and a strict one mean the same; a query of one
    grade only says nothing. Bruch et al. 2019, doi 10.1145/3341981.3344221.
    """

    target: ClassVar[str] = "lrviz.engine.losses.SoftmaxGainLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"ranking": Use("squeezed")}

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        gains = np.exp2(target - target.min(axis=-1, keepdims=True)) - 1
        total = gains.sum(axis=-1, keepdims=True)
        wanted = gains / np.where(total > 0, total, 1.0)
        return np.asarray(-(wanted * log_softmax(output[..., 0])).sum(axis=-1))
