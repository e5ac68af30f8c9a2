"""NAdam: Adam with Nesterov momentum (Dozat, ICLR workshop 2016)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.optimizer import BETA_OF_1, L2, Betas, Decoupled, Eps, Maximize, Optimizer, Rate


class NAdam(Optimizer, frozen=True):
    """Adam that looks ahead: β₁ grows from half its value at the start, as momentum_decay says.

    k, the product of all μ so far, starts at 1.

    Formula:
        mu = beta1 * (1 - 0.96 ** (t * momentum_decay) / 2)
        n = beta1 * (1 - 0.96 ** ((t + 1) * momentum_decay) / 2)
        k = k * mu
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        w = w - lr * (n * m / (1 - k * n) + (1 - mu) * g / (1 - k)) / (sqrt(v / (1 - beta2 ** t)) + eps)
    When: where Adam does, a little faster at the start.
    Mistake: cycling its momentum: torch moves β₁ while the product of those before keeps the old ones.
    Source: Dozat 2016, Incorporating Nesterov momentum into Adam, ICLR workshop
    """

    target: ClassVar[str] = "torch.optim.NAdam"
    means: ClassVar[Mapping[str, str]] = BETA_OF_1

    lr: Rate = 2e-3
    betas: Betas = (0.9, 0.999)
    eps: Eps = 1e-8
    weight_decay: L2 = 0.0
    momentum_decay: Annotated[
        float,
        Meta(
            ge=0, description="How soon the momentum reaches its full size.", extra={"slider": (0, 0.1), "rare": True}
        ),
    ] = 4e-3
    decoupled_weight_decay: Decoupled = False
    maximize: Maximize = False

    @property
    def formula(self) -> str:
        return "−lr · m̂ / (√v̂ + ε)" + (" − lr · λ · w" if self.shrinking else "")

    @property
    def shrinking(self) -> float:
        return self.weight_decay if self.decoupled_weight_decay else 0.0

    @property
    def momentum_or_beta(self) -> float | None:
        return self.betas[0]
