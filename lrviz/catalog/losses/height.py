"""Height: the surface's own height."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use
from lrviz.catalog.task import Task


class Height(Loss, frozen=True):
    """The height of a surface where the run stands: what is trained is the place, and nothing is compared.

    Formula: loss = f(x, y)
    When: walking on a surface, where there is nothing to learn but where down is.
    Mistake: reading it as how well something was learnt: a surface's lowest height may be anything, and is −78.33 on
        Styblinski and Tang's.
    """

    target: ClassVar[str] = "lrviz.engine.losses.Height"
    uses: ClassVar[Mapping[Task, Use]] = {"surface": Use("squeezed")}

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        return np.asarray(output[..., 0])
