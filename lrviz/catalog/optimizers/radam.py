"""RAdam: Adam that starts as SGD with momentum (Liu et al., arXiv 1908.03265)."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.optimizer import L2, Betas, Decoupled, Eps, Maximize, Optimizer, Rate


class RAdam(Optimizer, frozen=True):
    """Adam whose division is left out until the running square is known well enough, and then rectified.

    With β₂ = 0.999 the first five updates are plain momentum: a warm-up of its own.
    """

    target: ClassVar[str] = "torch.optim.RAdam"

    lr: Rate = 1e-3
    betas: Betas = (0.9, 0.999)
    eps: Eps = 1e-8
    weight_decay: L2 = 0.0
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
