"""ListNetLoss: the whole list at once, as a distribution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use, log_softmax
from lrviz.catalog.task import Task


class ListNetLoss(Loss, frozen=True):
    """Penalises the cross-entropy between the softmax of a query's grades and the softmax of its scores.

    p and q are the chances of each document to stand first, by the scores and by the grades.

    Formula: loss = -sum(q_k * log(p_k), k)
    When: whole lists are graded, and there are too many pairs.
    Mistake: grades on very different scales: the softmax of 0 to 100 looks at the best document alone.
    Source: Cao et al. 2007, Learning to rank: from pairwise approach to listwise approach, doi 10.1145/1273496.1273513
    """

    target: ClassVar[str] = "lrviz.engine.losses.ListNetLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"ranking": Use("squeezed")}

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        wanted = np.exp(log_softmax(np.asarray(target, dtype=np.float64)))
        return np.asarray(-(wanted * log_softmax(output[..., 0])).sum(axis=-1))
