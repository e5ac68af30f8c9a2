"""CrossEntropyLoss: minus the log of the probability given to the true class."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.loss import Loss


class CrossEntropyLoss(Loss, frozen=True):
    """Penalises a class by −log p of the true one, p being the softmax of the logits."""

    target: ClassVar[str] = "torch.nn.CrossEntropyLoss"

    label_smoothing: Annotated[
        float,
        Meta(ge=0, le=1, description="Share of the target spread evenly over all classes.", extra={"slider": (0, 0.5)}),
    ] = 0.0
