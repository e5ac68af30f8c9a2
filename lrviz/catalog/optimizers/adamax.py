"""Adamax: Adam with the largest gradient in place of the mean square (Kingma & Ba, arXiv 1412.6980)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lrviz.catalog.optimizer import BETA_OF_1, L2, Betas, Eps, Maximize, Optimizer, Rate


class Adamax(Optimizer, frozen=True):
    """Divides the gradient's running mean by its largest recent size, which fades by β₂ each update.

    Formula:
        m = beta1 * m + (1 - beta1) * g
        u = max(beta2 * u, abs(g) + eps)
        w = w - lr / (1 - beta1 ** t) * (m / u)
    When: gradients that are nothing most of the time and large now and then, as of embeddings.
    Mistake: one outlier: with β₂ = 0.999 it holds its weight's steps down for a thousand updates.
    Source: Kingma and Ba 2015, Adam: A method for stochastic optimization, section 7.1, arXiv 1412.6980
    """

    target: ClassVar[str] = "torch.optim.Adamax"
    means: ClassVar[Mapping[str, str]] = BETA_OF_1

    lr: Rate = 2e-3
    betas: Betas = (0.9, 0.999)
    eps: Eps = 1e-8
    weight_decay: L2 = 0.0
    maximize: Maximize = False

    @property
    def formula(self) -> str:
        return "−lr · m̂ / u"

    @property
    def momentum_or_beta(self) -> float | None:
        return self.betas[0]
