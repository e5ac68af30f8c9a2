"""MultiMarginLoss: the hinge of several classes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.loss import ClassWeights, Floats, HingePower, Loss, Use, weights_unfit
from lrviz.catalog.task import Task


class MultiMarginLoss(Loss, frozen=True):
    """Penalises every class whose logit comes nearer than a margin to the true one's.

    m is the true class's logit minus the other's, and n the number of classes.

    Formula: loss = sum(max(0, margin - m_k) ** p, k) / n
    When: one of several classes, where only the order of the logits counts.
    Mistake: comparing its size between data sets: it is divided by the number of classes.
    Source: Crammer and Singer 2001, On the algorithmic implementation of multiclass kernel-based vector machines, JMLR
        2
    """

    target: ClassVar[str] = "torch.nn.MultiMarginLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"classes": Use()}

    p: HingePower = 1
    margin: Annotated[
        float, Meta(description="How far the true class is to be ahead of every other.", extra={"slider": (0, 5)})
    ] = 1.0
    weight: ClassWeights | None = None

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        ahead = np.take_along_axis(output, target[..., None], axis=-1) - output
        lacking = np.maximum(0.0, self.margin - ahead) ** self.p
        lacking *= 1 - np.eye(output.shape[-1])[target]
        weight = 1.0 if self.weight is None else np.asarray(self.weight)[target]
        return np.asarray(weight * lacking.mean(axis=-1))

    def unfit(self, task: Task, outputs: int) -> str:
        return super().unfit(task, outputs) or weights_unfit(self.weight, outputs)
