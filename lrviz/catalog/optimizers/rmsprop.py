"""RMSprop: the gradient divided by its running size (Hinton, 2012)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.optimizer import L2, Eps, Maximize, Optimizer, Rate


class RMSprop(Optimizer, frozen=True):
    """Divides the gradient by the root of its running square, with momentum on top where that is above 0.

    Formula:
        v = alpha * v + (1 - alpha) * g ** 2
        m = momentum * m + g / (sqrt(v) + eps)
        w = w - lr * m
    When: recurrent networks and reinforcement learning, where it is what papers used.
    Mistake: the first updates: v starts at 0 and isn't corrected, so that the first step is lr / √(1 − alpha), ten
        times lr.
    Source: Tieleman and Hinton 2012, Neural networks for machine learning, lecture 6.5
    """

    target: ClassVar[str] = "torch.optim.RMSprop"
    means: ClassVar[Mapping[str, str]] = {
        "KeyError: 'momentum_buffer'": "the schedule began at momentum 0, for which torch's RMSprop keeps no buffer"
    }

    lr: Rate = 1e-2
    alpha: Annotated[
        float, Meta(ge=0, description="Memory of the gradient's square.", extra={"slider": (0.5, 0.9999)})
    ] = 0.99
    eps: Eps = 1e-8
    weight_decay: L2 = 0.0
    momentum: Annotated[
        float, Meta(ge=0, description="Share of the last update kept in the next.", extra={"slider": (0, 0.999)})
    ] = 0.0
    centered: Annotated[
        bool, Meta(description="Divide by the spread about the mean gradient instead.", extra={"rare": True})
    ] = False
    maximize: Maximize = False

    @property
    def begun(self) -> tuple[str, ...]:
        return ("momentum_buffer",) * (self.momentum > 0) + ("grad_avg",) * self.centered

    @property
    def formula(self) -> str:
        return "−lr · m" if self.momentum else "−lr · g / (√v + ε)"

    @property
    def momentum_or_beta(self) -> float | None:
        return self.momentum
