"""MSELoss: the squared residual."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use, residual
from lrviz.catalog.task import Task


class MSELoss(Loss, frozen=True):
    """Penalises the square of output − target: far points pull hardest. A class counts as zeros and a one."""

    target: ClassVar[str] = "torch.nn.MSELoss"
    uses: ClassVar[Mapping[Task, Use]] = {
        "values": Use("squeezed"),
        "ranking": Use("squeezed"),
        "classes": Use("plain", "one_hot"),
        "binary": Use("squeezed", "float"),
    }

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        return np.asarray((residual(output, target) ** 2).mean(axis=-1))
