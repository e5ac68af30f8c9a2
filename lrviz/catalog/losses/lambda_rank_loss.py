"""LambdaRankLoss: pairs weighed by what their order is worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Steepness, Use, log_sigmoid
from lrviz.catalog.task import Task


class LambdaRankLoss(Loss, frozen=True):
    """Penalises each pair as RankNet does, times what swapping its two documents would change NDCG by.

    That weight, c, is taken at the present order and has no gradient of its own; d is the better document's score minus
    the worse one's. Grades are counted from the query's lowest.

    Formula: loss = c * log(1 + exp(-sigma * d))
    When: the top of the list is what counts.
    Mistake: expecting NDCG itself to be minimised: the weights are taken at the present order, and are no gradient of
        it.
    Source: Burges 2010, From RankNet to LambdaRank to LambdaMART: an overview, Microsoft Research MSR-TR-2010-82
    """

    target: ClassVar[str] = "lrviz.engine.losses.LambdaRankLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"ranking": Use("squeezed")}

    sigma: Steepness = 1.0

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        scores = output[..., 0]
        gains = np.exp2(target - target.min(axis=-1, keepdims=True)) - 1
        places = np.arange(target.shape[-1])
        discounts = 1 / np.log2(places + 2)
        place = np.argsort(np.argsort(-scores, axis=-1, kind="stable"), axis=-1, kind="stable")
        discount = discounts[place]
        ideal = (-np.sort(-gains, axis=-1) * discounts).sum(axis=-1)
        swap = (
            np.abs((gains[:, :, None] - gains[:, None, :]) * (discount[:, :, None] - discount[:, None, :]))
            / np.where(ideal > 0, ideal, 1.0)[:, None, None]
        )
        better = target[:, :, None] > target[:, None, :]
        losses = -log_sigmoid(self.sigma * (scores[:, :, None] - scores[:, None, :]))
        return np.asarray((losses * better * swap).sum(axis=(1, 2)))
