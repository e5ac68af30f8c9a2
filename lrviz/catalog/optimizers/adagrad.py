"""Adagrad: the gradient divided by the sum of all before it (Duchi et al., JMLR 2011)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.optimizer import L2, Eps, Maximize, Optimizer, Rate


class Adagrad(Optimizer, frozen=True):
    """Divides the gradient by the root of the sum of its squares so far: steps only ever get smaller.

    The rate itself falls too, as lr / (1 + t · lr_decay), unseen by the scheduler.

    Formula:
        v = v + g ** 2
        w = w - lr / (1 + (t - 1) * lr_decay) * (g / (sqrt(v) + eps))
    When: rare features, as words in a bag: each weight has a rate that falls only when it is used.
    Mistake: adding a decay by a scheduler: its steps get shorter by themselves, as one over the root of the updates.
    Source: Duchi, Hazan and Singer 2011, Adaptive subgradient methods for online learning and stochastic optimization,
        JMLR 12
    """

    target: ClassVar[str] = "torch.optim.Adagrad"

    lr: Rate = 1e-2
    lr_decay: Annotated[
        float, Meta(ge=0, description="How fast the rate falls by itself.", extra={"slider": (0, 0.1), "rare": True})
    ] = 0.0
    weight_decay: L2 = 0.0
    initial_accumulator_value: Annotated[
        float, Meta(ge=0, description="What the sum of squares starts from.", extra={"slider": (0, 1), "rare": True})
    ] = 0.0
    eps: Eps = 1e-10
    maximize: Maximize = False

    @property
    def formula(self) -> str:
        return "−lr · g / (√v + ε)"
