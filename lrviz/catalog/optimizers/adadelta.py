"""Adadelta: steps of the size of the last ones (Zeiler, arXiv 1212.5701)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.optimizer import L2, Eps, Maximize, Optimizer, Rate


class Adadelta(Optimizer, frozen=True):
    """Scales the gradient by the ratio of the running size of past updates to that of past gradients.

    u is the running square of the updates. lr multiplies the result and is 1 in the paper.

    Formula:
        v = rho * v + (1 - rho) * g ** 2
        d = sqrt(u + eps) / sqrt(v + eps) * g
        u = rho * u + (1 - rho) * d ** 2
        w = w - lr * d
    When: a rate is not to be chosen at all; lr stays at 1.
    Mistake: expecting it to start fast: its first steps are about √(eps / (1 − rho)), 0.003.
    Source: Zeiler 2012, Adadelta: An adaptive learning rate method, arXiv 1212.5701
    """

    target: ClassVar[str] = "torch.optim.Adadelta"

    lr: Rate = 1.0
    rho: Annotated[
        float,
        Meta(ge=0, le=1, description="Memory of both running squares.", extra={"slider": (0.5, 1)}),
    ] = 0.9
    eps: Eps = 1e-6
    weight_decay: L2 = 0.0
    maximize: Maximize = False

    @property
    def formula(self) -> str:
        return "−lr · √u / √v · g"
