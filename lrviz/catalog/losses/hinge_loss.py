"""HingeLoss: nothing to say once the margin is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, HingePower, Loss, Use
from lrviz.catalog.task import Task


class HingeLoss(Loss, frozen=True):
    """Penalises what the logit towards the right answer, m, lacks to a margin: the loss of a support vector machine.

    Formula: loss = max(0, margin - m) ** p
    When: yes or no, where only the side counts: what is right by a margin is left alone.
    Mistake: reading its outputs as probabilities: they are distances, and nothing pulls at them beyond the margin.
    Source: Cortes and Vapnik 1995, Support-vector networks, doi 10.1007/BF00994018
    """

    target: ClassVar[str] = "lrviz.engine.losses.HingeLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"binary": Use("squeezed", "float")}

    p: HingePower = 1
    margin: Annotated[
        float, Meta(ge=0, description="How far the logit is to be on the right side.", extra={"slider": (0, 5)})
    ] = 1.0

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        return np.asarray(np.maximum(0.0, self.margin - (2.0 * target - 1) * output[..., 0]) ** self.p)
