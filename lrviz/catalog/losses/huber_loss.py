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
    """Penalises ½ r² up to |r| = delta and delta · (|r| − ½ delta) beyond: far points pull no harder than at delta."""

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
