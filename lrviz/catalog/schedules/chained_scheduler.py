"""ChainedScheduler: several schedulers at once, each changing the rate that the one before it left."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta

from lrviz.catalog import schedules
from lrviz.catalog.arrangement import handles_on_top, knotted_on_top, stretches_on_top
from lrviz.catalog.composite import Composite, made
from lrviz.catalog.nodes import Chain, Group, Node
from lrviz.catalog.parts import Handle, Stretch
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.linear_lr import LinearLR


class ChainedScheduler(Composite, frozen=True):
    """Steps several schedulers one after the other at every step, each on the rate that the one before it left.

    When: two factors are to hold at once, such as a warm-up times a decay.
    Mistake: chaining what should follow one another: all parts run from step 0 on, and a part that sets a rate of its
        own wipes out those before it (LR109).

    >>> import numpy as np
    >>> from lrviz import ConstantLR, ExponentialLR
    >>> ChainedScheduler((ConstantLR(0.5, 2), ExponentialLR(0.5))).at(np.arange(4), lr=1.0)
    array([0.5  , 0.25 , 0.25 , 0.125])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.ChainedScheduler"
    places: ClassVar[tuple[str, ...]] = ("schedulers", "optimizer")

    schedulers: Annotated[
        tuple[schedules.AnySchedule, ...], Meta(min_length=1, max_length=64, description="The parts, in order.")
    ]

    @classmethod
    def example(cls) -> Self:
        return cls((LinearLR(0.01, total_iters=10), ExponentialLR(0.95)))

    @classmethod
    def fitted(cls, steps: int, lr: float) -> Self:
        warmup = LinearLR(0.01, total_iters=max(1, round(0.1 * steps)))
        return cls((warmup, ExponentialLR.fitted(steps, lr)))

    def made(self, group: Group) -> Node:
        return Chain([made(part, group) for part in self.schedulers])

    def stretches(self, steps: int) -> tuple[Stretch, ...]:
        return stretches_on_top(self.schedulers, steps)

    def handles(self, steps: int) -> tuple[Handle, ...]:
        return handles_on_top(self.schedulers, steps, ChainedScheduler)

    def knotted(self, step: int) -> Schedule | None:
        return knotted_on_top(self.schedulers, step, ChainedScheduler)
