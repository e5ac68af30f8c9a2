"""MSELoss: the squared residual."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use, residual
from lrviz.catalog.task import Task


class MSELoss(Loss, frozen=True):
    """Penalises the square of output − target: far points pull hardest. A class counts as zeros and a one.

    Formula: loss = r ** 2
    When: a number is answered and its errors are alike: then it is the likeliest fit.
    Mistake: training on it where a few labels are wild: one in ten moved the whole curve by 1.28, a robust loss by less
        than 0.2.
    Source: Gauss 1809, Theoria motus corporum coelestium
    """

    target: ClassVar[str] = "torch.nn.MSELoss"
    uses: ClassVar[Mapping[Task, Use]] = {
        "values": Use("squeezed"),
        "ranking": Use("squeezed"),
        "classes": Use("plain", "one_hot"),
        "binary": Use("squeezed", "float"),
    }

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        return np.asarray((residual(output, target) ** 2).mean(axis=-1))
