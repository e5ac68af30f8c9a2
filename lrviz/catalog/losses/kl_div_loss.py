"""KLDivLoss: how far the model's distribution is from the target's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from numpy.typing import NDArray

from lrviz.catalog.loss import Floats, Loss, Use, truth
from lrviz.catalog.task import Task


class KLDivLoss(Loss, frozen=True):
    """Penalises how far the answer's distribution is from the target's, which for one true class is −log p of it.

    q is the target's distribution and p the answer's. torch takes log-probabilities, and only with "batchmean" gives
    the divergence itself: its default divides by the classes too, which it warns of.

    Formula: loss = sum(q_k * (log(q_k) - log(p_k)), k)
    When: the target is a distribution itself, as a teacher's answer.
    Mistake: giving it probabilities or logits: it takes log-probabilities; and leaving reduction="mean", which divides
        by the classes too.
    Source: Kullback and Leibler 1951, On information and sufficiency, doi 10.1214/aoms/1177729694
    """

    target: ClassVar[str] = "torch.nn.KLDivLoss"
    fixed: ClassVar[Mapping[str, Any]] = {"reduction": "batchmean"}
    uses: ClassVar[Mapping[Task, Use]] = {"classes": Use("log_softmax", "one_hot")}

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        return -truth(output, target)
