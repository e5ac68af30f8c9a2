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

    Cao et al. 2007, doi 10.1145/1273496.1273513 (the top-one probabilities).
    """

    target: ClassVar[str] = "lrviz.engine.losses.ListNetLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"ranking": Use("squeezed")}

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        wanted = np.exp(log_softmax(np.asarray(target, dtype=np.float64)))
        return np.asarray(-(wanted * log_softmax(output[..., 0])).sum(axis=-1))
