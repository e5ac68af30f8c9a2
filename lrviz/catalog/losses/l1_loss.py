"""L1Loss: the absolute residual, whose mean is the MAE."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use, residual
from lrviz.catalog.task import Task


class L1Loss(Loss, frozen=True):
    """Penalises the size of output − target (MAE): every point pulls alike, however far.

    Formula: loss = abs(r)
    When: the middle of what is possible is wanted, not its mean: one label in ten that is wild hardly moves it (0.08
        off instead of 1.28).
    Mistake: a high rate to the end: near the truth it pulls as hard as far from it, so that it rattles until the rate
        decays.
    """

    target: ClassVar[str] = "torch.nn.L1Loss"
    uses: ClassVar[Mapping[Task, Use]] = {"values": Use("squeezed"), "ranking": Use("squeezed")}

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        return np.asarray(np.abs(residual(output, target)).mean(axis=-1))
