"""Run: all that one training loop is made of."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog import losses, optimizers, schedules
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.spec import Value

NO_MOMENTUM = "optimizer must support momentum or beta1 with `cycle_momentum` option enabled"
"""torch's words."""


class Group(Value, frozen=True):
    """A parameter group of its own: the parameters whose names match `pattern` (as fnmatch does)."""

    pattern: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=200,
            description="Which parameters, by their names in torch: * stands for anything, as in *.bias or 0.*.",
            examples=["*.bias"],
        ),
    ]
    lr: (
        Annotated[
            float,
            Meta(
                ge=0,
                description="Learning rate of the group.",
                extra={"scale": "log", "slider": (1e-5, 10), "unit": "lr"},
            ),
        ]
        | None
    ) = None
    weight_decay: (
        Annotated[float, Meta(ge=0, description="Weight decay of the group.", extra={"slider": (0, 0.1)})] | None
    ) = None
    frozen: Annotated[bool, Meta(description="Leave these parameters as they are.")] = False


class Run(Value, frozen=True):
    """All that one training loop is made of; two runs are compared by changing one thing."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    schedule: schedules.AnySchedule | None = None
    optimizer: optimizers.AnyOptimizer = msgspec.field(default_factory=lambda: SGD(lr=0.1))
    loss: losses.AnyLoss = msgspec.field(default_factory=CrossEntropyLoss)
    groups: tuple[Group, ...] = ()
    stepped: Literal["batch", "epoch"] = "batch"
    colour: Annotated[int, Meta(ge=0)] = 0
    visible: bool = True

    @property
    def unfit(self) -> str:
        """What torch says when it refuses the scheduler for this optimizer; empty where it takes it."""
        cycles = self.schedule is not None and self.schedule.cycles_momentum
        return NO_MOMENTUM if cycles and self.optimizer.momentum_or_beta is None else ""

    @property
    def listens(self) -> bool:
        """Whether its scheduler is told a metric at each step, so that no plan holds its rates."""
        return self.schedule is not None and self.schedule.listens

    def untold(self) -> Run:
        """Give the run as it is while its scheduler is told nothing that cuts its rate."""
        return replace(self, schedule=None) if self.listens else self

    def ends(self) -> int | None:
        """Give the first scheduler step without a rate, 0 where torch refuses it; None where it never ends."""
        if self.schedule is None:
            return None
        return 0 if self.unfit else self.schedule.ends()

    def message(self, step: int) -> str:
        """Give what torch says at a scheduler step that has no rate."""
        return self.unfit or (self.schedule.message(step) if self.schedule is not None else "")

    def rates(self) -> tuple[float, ...]:
        """Give the rate each parameter group starts from; the first group holds what no pattern matches."""
        own = self.optimizer.rate
        return own, *(own if group.lr is None else group.lr for group in self.groups if not group.frozen)
