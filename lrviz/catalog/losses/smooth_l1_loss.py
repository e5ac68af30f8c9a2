"""SmoothL1Loss: the absolute residual with a rounded tip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use, residual
from lrviz.catalog.task import Task


class SmoothL1Loss(Loss, frozen=True):
    """Penalises the square of a small residual and the size of a large one: Huber's loss divided by its delta.

    Formula: loss = r ** 2 / (2 * beta) if abs(r) < beta else abs(r) - beta / 2
    When: numbers with wild ones among them, as HuberLoss; boxes in object detection have it.
    Mistake: tuning beta and the rate apart from each other: it is Huber's loss divided by beta, so that a smaller beta
        is a larger rate, too.
    Source: Girshick 2015, Fast R-CNN, arXiv 1504.08083
    """

    target: ClassVar[str] = "torch.nn.SmoothL1Loss"
    uses: ClassVar[Mapping[Task, Use]] = {"values": Use("squeezed"), "ranking": Use("squeezed")}

    beta: Annotated[
        float,
        Meta(
            ge=0,
            description="Residual from which on the loss is straight; 0 gives L1.",
            extra={"slider": (0, 5)},
        ),
    ] = 1.0

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        size = np.abs(residual(output, target))
        bent = np.minimum(size, self.beta)
        curved = 0.5 * bent**2 / self.beta if self.beta else 0.0
        return np.asarray((curved + (size - bent)).mean(axis=-1))
