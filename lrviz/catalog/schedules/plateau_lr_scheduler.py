"""PlateauLRScheduler: timm's plateau, torch's ReduceLROnPlateau after a warm-up."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog.cuts import Climb
from lrviz.catalog.cycles import LrMin, WarmupLrInit, WarmupT
from lrviz.catalog.listening import Listener
from lrviz.catalog.schedule import MOST
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau


class PlateauLRScheduler(Listener, frozen=True):
    """Warms up, then multiplies the rate by decay_rate when the metric is no better for more than patience_t steps.

    At step t of the warm-up it is warmup_lr_init + t · (lr − warmup_lr_init) / warmup_t, and what it is told goes
    unheard; after it torch's ReduceLROnPlateau is stepped. timm's mode is "max" unless given, for the accuracy that its
    script tells it; a race here tells it a loss.

    Formula: rate = max(lr_min, decay_rate * rate) if bad > patience_t else rate
    When: training as timm's scripts do, cut when the accuracy stops rising.
    Mistake: leaving mode at "max" and giving it a loss: it is cut every patience_t + 1 steps whatever happens.

    >>> import numpy as np
    >>> cuts = PlateauLRScheduler(0.5, patience_t=1, warmup_t=2, mode="min").given([9.0, 9.0, 1.0, 1.0, 1.0], lr=0.4)
    >>> cuts.at(np.arange(6))
    array([0. , 0.2, 0.4, 0.4, 0.4, 0.2])
    """

    origin: ClassVar[str] = "timm.scheduler.PlateauLRScheduler"
    target: ClassVar[str] = "lrviz.engine.plateau_lr_scheduler.PlateauLRScheduler"

    decay_rate: Annotated[
        float, Meta(ge=0, lt=1, description="What a cut multiplies the rate by.", extra={"slider": (0.01, 0.9)})
    ] = 0.1
    patience_t: Annotated[
        int, Meta(ge=0, le=MOST, description="Steps without progress that are let pass.", extra={"slider": (0, 50)})
    ] = 10
    threshold: Annotated[
        float,
        Meta(
            ge=0,
            description="How much better is progress, as a share of the best so far.",
            extra={"slider": (1e-6, 1), "scale": "log", "rare": True},
        ),
    ] = 1e-4
    cooldown_t: Annotated[
        int,
        Meta(
            ge=0,
            le=MOST,
            description="Steps after a cut in which none is counted.",
            extra={"slider": (0, 50), "rare": True},
        ),
    ] = 0
    warmup_t: WarmupT = 0
    warmup_lr_init: WarmupLrInit = 0.0
    lr_min: LrMin = 0.0
    mode: Annotated[
        Literal["min", "max"], Meta(description="Whether the metric gets better as it falls or as it rises.")
    ] = "max"

    @classmethod
    def example(cls) -> Self:
        return cls(warmup_t=5, mode="min")

    @property
    def plateau(self) -> ReduceLROnPlateau:
        return ReduceLROnPlateau(
            self.mode, self.decay_rate, self.patience_t, self.threshold, cooldown=self.cooldown_t, min_lr=self.lr_min
        )

    @property
    def warmup(self) -> int:
        return self.warmup_t

    def climb(self, lr: float) -> Climb:
        if not self.warmup_t:
            return super().climb(lr)
        return Climb(self.warmup_t, self.warmup_lr_init, (lr - self.warmup_lr_init) / self.warmup_t)

    def untold(self) -> Self:
        return replace(self, patience_t=MOST)
