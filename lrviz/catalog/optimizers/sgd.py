"""SGD: the gradient, with or without momentum."""

from __future__ import annotations

import math
from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.optimizer import L2, Maximize, Optimizer, Rate
from lrviz.sentences import say


class SGD(Optimizer, frozen=True):
    """Steps along the gradient, or along its running sum when momentum is above 0.

    Formula:
        m = momentum * m + g
        w = w - lr * m
    When: pictures and small networks, with a momentum of 0.9 and a rate that decays; it needs the least memory.
    Mistake: taking over Adam's rate: at 0.003 the digits had an accuracy of 0.79, at 0.05 of 0.96. And raising the
        momentum without lowering the rate: 0.9 makes every step ten times as long.
    Source: Robbins and Monro 1951, A stochastic approximation method, doi 10.1214/aoms/1177729586
    """

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
            raise self.refuse("nesterov", say("false unless momentum is above 0 and dampening is 0"))

    @property
    def formula(self) -> str:
        if self.momentum > 0:
            return "−lr · m"
        return "−lr · g" + (" − lr · λ · w" if self.weight_decay else "")

    @property
    def momentum_or_beta(self) -> float | None:
        return self.momentum

    @property
    def shrinking(self) -> float:
        """The weight decay, times (1 − dampening) / (1 − momentum): momentum carries what a penalty adds on and on.

        So it is once the momentum has come to rest, over times much longer than its own 1 / (1 − momentum).
        """
        if self.momentum == 0:
            return self.weight_decay
        return self.weight_decay * max(0.0, 1 - self.dampening) / (1 - self.momentum) if self.momentum < 1 else 0.0

    def stability_limit(self, lr: float, momentum: float | None = None) -> float | None:
        """Give 2(1+β) / (lr·(1−dampening)), or Nesterov's 2(1+β) / (lr·(1+2β)), less the weight decay, which bends too.

        Along an eigenvector of curvature λ, a = lr·(λ + weight decay), the updates follow z² − (1+β−a(1−d))·z + β = 0
        or Nesterov's z² − (1+β)(1−a)·z + β(1−a) = 0: they grow once a root lies outside the unit circle. Without
        momentum torch dampens nothing: 2/lr. A β above 1 grows whatever the curvature, and so does what climbs.

        >>> SGD(momentum=0.5).stability_limit(0.25)
        12.0
        """
        beta = self.momentum if momentum is None else momentum
        share = 1.0 if beta == 0 else 1 + 2 * beta if self.nesterov else 1 - self.dampening
        if lr == 0:
            return math.inf
        if self.maximize or beta > 1 or share < 0:
            return 0.0
        step = lr * share
        return 2 * (1 + beta) / step - self.weight_decay if step > 0 else math.inf
