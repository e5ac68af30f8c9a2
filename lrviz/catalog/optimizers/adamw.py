"""AdamW: Adam with weight decay apart from the gradient (Loshchilov & Hutter, arXiv 1711.05101)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.optimizer import BETA_OF_1, Betas, Eps, Maximize, Optimizer, Rate


class AdamW(Optimizer, frozen=True):
    """Scales each weight's step by its gradient's running size, and shrinks the weights by lr · weight_decay.

    Formula:
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        m_hat = m / (1 - beta1 ** t)
        v_hat = v / (1 - beta2 ** t)
        w = w - lr * (m_hat / (sqrt(v_hat) + eps) + weight_decay * w)
    When: language models and vision transformers: Adam with a weight decay that does what it says.
    Mistake: forgetting that the decay goes with the rate: weights are remembered over 1 / (lr · weight_decay) updates,
        100 000 at 0.001 and 0.01 (LR119).
    Source: Loshchilov and Hutter 2019, Decoupled weight decay regularization, arXiv 1711.05101
    """

    target: ClassVar[str] = "torch.optim.AdamW"
    means: ClassVar[Mapping[str, str]] = BETA_OF_1

    lr: Rate = 1e-3
    betas: Betas = (0.9, 0.999)
    eps: Eps = 1e-8
    weight_decay: Annotated[
        float,
        Meta(ge=0, description="Share of a weight, times lr, that each update takes away.", extra={"slider": (0, 1)}),
    ] = 1e-2
    amsgrad: Annotated[bool, Meta(description="Divide by the largest square seen so far.", extra={"rare": True})] = (
        False
    )
    maximize: Maximize = False

    @property
    def begun(self) -> tuple[str, ...]:
        return ("max_exp_avg_sq",) if self.amsgrad else ()

    @property
    def formula(self) -> str:
        return "−lr · m̂ / (√v̂ + ε)" + (" − lr · λ · w" if self.shrinking else "")

    @property
    def shrinking(self) -> float:
        return self.weight_decay

    @property
    def momentum_or_beta(self) -> float | None:
        return self.betas[0]
