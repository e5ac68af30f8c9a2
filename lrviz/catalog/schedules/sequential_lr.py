"""SequentialLR: one scheduler after another, each from its milestone on."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog import schedules
from lrviz.catalog.arrangement import handles_in_row, knotted_in_row, stretches_in_row
from lrviz.catalog.composite import Composite, made
from lrviz.catalog.nodes import Group, Node
from lrviz.catalog.parts import Handle, Stretch
from lrviz.catalog.schedule import MOST, Schedule, rescaled
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.sentences import say

Milestone = Annotated[int, Meta(ge=-MOST, le=MOST)]


class SequentialLR(Composite, frozen=True):
    """Runs one scheduler after another: at each milestone the next begins at its own step 0, from the base rate.

    When: a warm-up is followed by a decay, each torch's own.
    Mistake: a T_max of the whole run behind a warm-up: the cosine isn't over at the end; take the run's steps minus the
        milestone (LR107).

    >>> import numpy as np
    >>> from lrviz import ExponentialLR, LinearLR
    >>> warmup = LinearLR(start_factor=0.5, total_iters=2)
    >>> SequentialLR((warmup, ExponentialLR(0.5)), (2,)).at(np.arange(5), lr=1.0)
    array([0.5 , 0.75, 1.  , 0.5 , 0.25])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.SequentialLR"

    schedulers: Annotated[
        tuple[schedules.AnySchedule, ...], Meta(min_length=1, max_length=64, description="The parts, in order.")
    ]
    milestones: Annotated[
        tuple[Milestone, ...],
        Meta(description="The steps at which the next part begins.", extra={"unit": "steps"}),
    ]

    def check(self) -> None:
        super().check()
        if len(self.milestones) != len(self.schedulers) - 1:
            raise self.refuse(
                "milestones",
                say("one fewer than the schedulers, {schedulers} of them", schedulers=len(self.schedulers) - 1),
            )

    @classmethod
    def example(cls) -> Self:
        return cls((LinearLR(0.01, total_iters=10), CosineAnnealingLR(90)), (10,))

    @classmethod
    def fitted(cls, steps: int, lr: float) -> Self:  # noqa: ARG003 - the parts start from any rate
        warmup = max(1, round(0.1 * steps))
        rest = max(1, steps - warmup)
        return cls((LinearLR(0.01, total_iters=warmup), CosineAnnealingLR(rest)), (warmup,))

    def made(self, group: Group) -> Node:
        return group.sequence([made(part, group) for part in self.schedulers], self.milestones)

    def stretches(self, steps: int) -> tuple[Stretch, ...]:
        return stretches_in_row(self.schedulers, self.milestones, steps)

    def handles(self, steps: int) -> tuple[Handle, ...]:
        return handles_in_row(self.schedulers, self.milestones, steps, SequentialLR)

    def knotted(self, step: int) -> Schedule | None:
        return knotted_in_row(self.schedulers, self.milestones, step, SequentialLR)

    def scaled(self, ratio: float) -> Self:
        return replace(super().scaled(ratio), milestones=tuple(rescaled(one, ratio) for one in self.milestones))
