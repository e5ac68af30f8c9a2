"""KLDivLoss: how far the model's distribution is from the target's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use, truth
from lrviz.catalog.task import Task


class KLDivLoss(Loss, frozen=True):
    """Penalises Σ t · (log t − log p), which for one true class is −log p of it.

    torch takes log-probabilities, and only with "batchmean" gives the divergence itself: its default divides by the
    classes too, which it warns of.
    """

    target: ClassVar[str] = "torch.nn.KLDivLoss"
    fixed: ClassVar[Mapping[str, Any]] = {"reduction": "batchmean"}
    uses: ClassVar[Mapping[Task, Use]] = {"classes": Use("log_softmax", "one_hot")}

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        return -truth(output, target)
