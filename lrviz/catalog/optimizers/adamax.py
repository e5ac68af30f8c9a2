"""Adamax: Adam with the largest gradient in place of the mean square (Kingma & Ba, arXiv 1412.6980)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lrviz.catalog.optimizer import BETA_OF_1, L2, Betas, Eps, Maximize, Optimizer, Rate


class Adamax(Optimizer, frozen=True):
    """Divides the gradient's running mean by its largest recent size, which fades by β₂ each update."""

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
