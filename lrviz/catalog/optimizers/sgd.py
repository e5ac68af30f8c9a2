"""SGD: the gradient, with or without momentum."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.optimizer import L2, Maximize, Optimizer, Rate


class SGD(Optimizer, frozen=True):
    """Steps along the gradient, or along its running sum when momentum is above 0."""

    target: ClassVar[str] = "torch.optim.SGD"

    lr: Rate = 1e-3
    momentum: Annotated[
        float, Meta(ge=0, description="Share of the last update kept in the next.", extra={"slider": (0, 0.999)})
    ] = 0.0
    dampening: Annotated[
        float,
        Meta(description="Share of the gradient left out of the momentum.", extra={"slider": (0, 1), "rare": True}),
    ] = 0.0
    weight_decay: L2 = 0.0
    nesterov: Annotated[
        bool, Meta(description="Look ahead: take the gradient after the momentum.", extra={"rare": True})
    ] = False
    maximize: Maximize = False

    def check(self) -> None:
        if self.nesterov and (self.momentum == 0 or self.dampening != 0):
            raise self.refuse("nesterov", "false unless momentum is above 0 and dampening is 0")

    @property
    def momentum_or_beta(self) -> float | None:
        return self.momentum

    def stability_limit(self, lr: float, momentum: float) -> float | None:
        """2/lr, and 2(1 + momentum)/lr with heavy-ball momentum (Polyak 1964); None for other variants."""
        if self.nesterov or self.dampening or self.maximize or lr <= 0:
            return None
        return 2 * (1 + momentum) / lr
