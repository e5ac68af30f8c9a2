"""PlateauLRScheduler: what timm's class of that name does without its noise; code takes its text along."""

from __future__ import annotations

from typing import Literal

import torch
from torch.optim import Optimizer


class PlateauLRScheduler:
    """Warms up, then steps ReduceLROnPlateau.

    As timm's: the t-th step of a warm-up sets the rate to
    warmup_lr_init + t * (lr - warmup_lr_init) / warmup_t,
    and the metric is heard from the first step after it.
    """

    def __init__(
        self,
        optimizer: Optimizer,
        decay_rate: float = 0.1,
        patience_t: int = 10,
        threshold: float = 1e-4,
        cooldown_t: int = 0,
        warmup_t: int = 0,
        warmup_lr_init: float = 0.0,
        lr_min: float = 0.0,
        mode: Literal["min", "max"] = "max",
    ) -> None:
        self.plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(
            optimizer,
            mode=mode,
            factor=decay_rate,
            patience=patience_t,
            threshold=threshold,
            cooldown=cooldown_t,
            min_lr=lr_min,
        )
        self.groups = optimizer.param_groups
        self.rates = [group["lr"] for group in self.groups]
        self.start, self.warmup_t = warmup_lr_init, warmup_t
        self.steps = 0
        self.climb()

    def step(self, metric: float) -> None:
        self.steps += 1
        if self.steps > self.warmup_t:
            self.plateau.step(metric)
        else:
            self.climb()

    def climb(self) -> None:
        if self.warmup_t:
            for i, lr in enumerate(self.rates):
                slope = (lr - self.start) / self.warmup_t
                rate = self.start + self.steps * slope
                self.groups[i]["lr"] = rate
