"""RankNetLoss: every pair of documents in the right order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Steepness, Use, log_sigmoid
from lrviz.catalog.task import Task


class RankNetLoss(Loss, frozen=True):
    """Penalises log(1 + e^(−sigma·d)) for every pair, d being the better document's score minus the worse one's.

    Averaged over the pairs of different grade in each query. Burges et al. 2005, doi 10.1145/1102351.1102363.
    """

    target: ClassVar[str] = "lrviz.engine.losses.RankNetLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"ranking": Use("squeezed")}

    sigma: Steepness = 1.0

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        scores = output[..., 0]
        better = target[:, :, None] > target[:, None, :]
        losses = -log_sigmoid(self.sigma * (scores[:, :, None] - scores[:, None, :]))
        return np.asarray((losses * better).sum(axis=(1, 2)) / np.maximum(better.sum(axis=(1, 2)), 1))
