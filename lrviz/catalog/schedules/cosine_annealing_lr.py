"""CosineAnnealingLR: half a cosine down to a floor (SGDR without restarts, arXiv 1608.03983)."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import Rates, Schedule, Steps


class CosineAnnealingLR(Schedule, frozen=True):
    """Glides to eta_min in T_max steps, and climbs again after: eta_min + (lr − eta_min)(1 + cos(π t / T_max)) / 2.

    >>> CosineAnnealingLR(T_max=2).at(np.arange(5), lr=1.0).round(12)
    array([1. , 0.5, 0. , 0.5, 1. ])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.CosineAnnealingLR"

    T_max: Annotated[
        int,
        Meta(
            ge=1,
            description="Steps from the top to the floor.",
            examples=[100],
            extra={"scale": "log", "unit": "steps"},
        ),
    ]
    eta_min: Annotated[
        float, Meta(ge=0, description="The floor.", extra={"scale": "log", "slider": (1e-6, 1), "unit": "lr"})
    ] = 0.0

    def at(self, t: Steps, lr: float) -> Rates:
        phase = np.asarray(t) % (2 * self.T_max)
        return self.eta_min + (lr - self.eta_min) * (1 + np.cos(np.pi * phase / self.T_max)) / 2

    def turns(self, steps: int) -> tuple[range, ...]:
        return range(self.T_max, steps, 2 * self.T_max), range(2 * self.T_max, steps, 2 * self.T_max)
