"""RankNetLoss: every pair of documents in the right order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Steepness, Use, log_sigmoid
from lrviz.catalog.task import Task


class RankNetLoss(Loss, frozen=True):
    """Penalises every pair by how far d, the better document's score minus the worse one's, is from being large.

    Averaged over the pairs of different grade in each query.

    Formula: loss = log(1 + exp(-sigma * d))
    When: only the order counts, and raters differ in what a grade means: NDCG of 0.79 instead of 0.73 with a squared
        error.
    Mistake: reading its scores as grades: its own squared error was 3.5 where MSE's was 0.57, with the better ranking.
        With labels on one scale MSE ranks as well.
    Source: Burges et al. 2005, Learning to rank using gradient descent, doi 10.1145/1102351.1102363
    """

    target: ClassVar[str] = "lrviz.engine.losses.RankNetLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"ranking": Use("squeezed")}

    sigma: Steepness = 1.0

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        scores = output[..., 0]
        better = target[:, :, None] > target[:, None, :]
        losses = -log_sigmoid(self.sigma * (scores[:, :, None] - scores[:, None, :]))
        return np.asarray((losses * better).sum(axis=(1, 2)) / np.maximum(better.sum(axis=(1, 2)), 1))
