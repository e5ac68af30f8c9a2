"""NAdam: Adam with Nesterov momentum (Dozat, ICLR workshop 2016)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.optimizer import BETA_OF_1, L2, Betas, Decoupled, Eps, Maximize, Optimizer, Rate


class NAdam(Optimizer, frozen=True):
    """Adam that looks ahead: β₁ grows from half its value at the start, as momentum_decay says.

    μ_t = β₁ · (1 − ½ · 0.96 ** (t · momentum_decay)).
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
