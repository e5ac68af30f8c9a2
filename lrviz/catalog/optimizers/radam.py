"""RAdam: Adam that starts as SGD with momentum (Liu et al., arXiv 1908.03265)."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.optimizer import L2, Betas, Decoupled, Eps, Maximize, Optimizer, Rate


class RAdam(Optimizer, frozen=True):
    """Adam whose division is left out until the running square is known well enough, and then rectified.

    With β₂ = 0.999 the first five updates are plain momentum: a warm-up of its own.

    Formula:
        rho_inf = 2 / (1 - beta2) - 1
        rho_t = rho_inf - 2 * t * beta2 ** t / (1 - beta2 ** t)
        r = sqrt(max(0, (rho_t - 4) * (rho_t - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho_t)))
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        m_hat = m / (1 - beta1 ** t)
        v_hat = v / (1 - beta2 ** t)
        w = w - lr * r * m_hat / (sqrt(v_hat) + eps) if rho_t > 5 else w - lr * m_hat
    When: Adam without a warm-up of one's own.
    Mistake: adding a long warm-up to it: it has one already, of about 2 / (1 − β₂) updates.
    Source: Liu et al. 2020, On the variance of the adaptive learning rate and beyond, arXiv 1908.03265
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
