"""CrossEntropyLoss: minus the log of the probability given to the true class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.loss import ClassWeights, Floats, Loss, Use, log_softmax, weights_unfit
from lrviz.catalog.task import Task


class CrossEntropyLoss(Loss, frozen=True):
    """Penalises a class by −log p of the true one, p being the softmax of the logits.

    The formula is that without smoothing. With label smoothing ε the target is (1 − ε) on the true class and ε /
    classes on every one. The batch's mean is weighted by the true classes' weights, as torch has it.

    Formula: loss = -log(p)
    When: one of several classes is right.
    Mistake: giving it probabilities: it takes logits and does the softmax itself; of probabilities its smallest value
        for ten classes is 1.46.
    """

    target: ClassVar[str] = "torch.nn.CrossEntropyLoss"
    uses: ClassVar[Mapping[Task, Use]] = {"classes": Use()}

    weight: ClassWeights | None = None
    label_smoothing: Annotated[
        float,
        Meta(ge=0, le=1, description="Share of the target spread evenly over all classes.", extra={"slider": (0, 0.5)}),
    ] = 0.0

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        classes = output.shape[-1]
        weight = np.ones(classes) if self.weight is None else np.asarray(self.weight)
        hit = np.eye(classes)[target]
        wanted = ((1 - self.label_smoothing) * hit + self.label_smoothing / classes) * weight
        return np.asarray(-np.where(wanted > 0, wanted * log_softmax(output), 0.0).sum(axis=-1))

    def unfit(self, task: Task, outputs: int) -> str:
        return super().unfit(task, outputs) or weights_unfit(self.weight, outputs)
