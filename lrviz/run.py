"""Run: all that one training loop is made of."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from typing import Annotated, Literal, Self

import msgspec
import numpy as np
from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog import losses, optimizers, schedules
from lrviz.catalog.listening import Listener
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.model import Shapes
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problem import Problem
from lrviz.catalog.schedule import Schedule
from lrviz.listing import Listing
from lrviz.spec import Value

OPTIMIZERS_OWN = "optimizer’s"
"""What a group has where it says nothing of its own."""
LOOKED_AT = 1 << 13
"""Steps before a branch in which its scheduler is looked at, as if it had been there from the start."""
NOTHING = "all parameters are frozen: there is nothing to train"


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
                extra={"scale": "log", "slider": (1e-5, 10), "unit": "lr", "none": OPTIMIZERS_OWN},
            ),
        ]
        | None
    ) = None
    weight_decay: (
        Annotated[
            float,
            Meta(
                ge=0,
                description="Weight decay of the group.",
                extra={"slider": (0, 0.1), "none": OPTIMIZERS_OWN},
            ),
        ]
        | None
    ) = None
    frozen: Annotated[bool, Meta(description="Leave these parameters as they are.")] = False


class Branch(Value, frozen=True):
    """Where a run leaves another one: with its weights after so many updates, and the state its optimizer has there.

    The other's state is taken over by an optimizer of the same class, and one of another class begins anew. The run's
    scheduler `continues` as if it had been stepped from the start, or `starts` at its own step 0.
    """

    run: Annotated[str, Meta(min_length=1, max_length=200, description="The run it leaves.")]
    step: Annotated[
        int,
        Meta(ge=1, le=10**12, description="Updates of that run before it leaves.", extra={"unit": "steps"}),
    ]
    scheduler: Annotated[
        Literal["continues", "starts"], Meta(description="Whether its scheduler counts on, or from its own step 0.")
    ] = "continues"


class EarlyStopping(Value, frozen=True):
    """Stops a run when its validation loss hasn't been lower for a while."""

    patience: Annotated[
        int,
        Meta(ge=1, le=10**6, description="Validations without a lower loss.", examples=[5], extra={"slider": (1, 50)}),
    ]
    min_delta: Annotated[
        float, Meta(ge=0, description="By how much a loss must be lower to count.", extra={"slider": (0, 0.1)})
    ] = 0.0

    def best(self, losses: Sequence[float]) -> int:
        """Give the index of the last loss that was lower by more than min_delta than the best before; -1 of none.

        That is how Keras and Lightning count; NaN is never lower.

        >>> EarlyStopping(patience=2, min_delta=0.1).best([1.0, 0.8, 0.75, 0.71])
        1
        """
        found, lowest = -1, math.inf
        for index, loss in enumerate(losses):
            if loss < lowest - self.min_delta:
                found, lowest = index, loss
        return found

    def stops(self, losses: Sequence[float]) -> bool:
        """Whether the last `patience` of these validation losses weren't lower than the best before."""
        return len(losses) - 1 - self.best(losses) >= self.patience


class Run(Value, frozen=True):
    """All that one training loop is made of; two runs are compared by changing one thing.

    A run that comes from a person's own code has it as its `listing`: the text as they last wrote it, which may be
    behind what was changed in the run since then.
    """

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    schedule: schedules.AnySchedule | None = None
    optimizer: optimizers.AnyOptimizer = msgspec.field(default_factory=lambda: SGD(lr=0.1))
    loss: losses.AnyLoss = msgspec.field(default_factory=CrossEntropyLoss)
    groups: tuple[Group, ...] = ()
    clip: (
        Annotated[
            float,
            Meta(
                gt=0,
                description="The gradient's largest norm: a longer one is cut down to it before each update.",
                extra={"scale": "log", "slider": (0.01, 100), "none": "never", "rare": True},
            ),
        ]
        | None
    ) = None
    stepped: Literal["batch", "epoch"] = "batch"
    branch: Branch | None = None
    early_stopping: EarlyStopping | None = None
    colour: Annotated[int, Meta(ge=0)] = 0
    visible: bool = True
    listing: Listing | None = None

    @property
    def began(self) -> int:
        """The update at which its own scheduler is at step 0: where a branch that has it start anew leaves, else 0."""
        return self.branch.step if self.branch is not None and self.branch.scheduler == "starts" else 0

    @property
    def unfit(self) -> str:
        """What torch says when it refuses the scheduler for this optimizer; empty where it takes it."""
        if self.schedule is None:
            return ""
        has_momentum = self.optimizer.momentum_or_beta is not None
        return self.schedule.unfit(len(self.rates()), has_momentum=has_momentum)

    def misfit(self, problem: Problem) -> str:
        """Say why a problem can't be trained on with the run's loss, optimizer and groups; empty where it can."""
        return problem.unfit or self.loss.unfit(problem.task, problem.outputs) or self.untrainable(problem.shapes)

    def untrainable(self, shapes: Shapes) -> str:
        """Say why the optimizer can't train what the groups leave it of a model's parameters; empty where it can."""
        trained = self.trained(shapes)
        return self.optimizer.unfit(trained) if trained or not shapes else NOTHING

    def group(self, name: str) -> int | None:
        """Give the index of the group that a parameter belongs to; None for the optimizer's own."""
        return next((i for i, group in enumerate(self.groups) if fnmatchcase(name, group.pattern)), None)

    def trained(self, shapes: Shapes) -> Shapes:
        """Give those of a model's parameters that no group freezes."""
        places = {name: self.group(name) for name in shapes}
        return {name: shapes[name] for name, i in places.items() if i is None or not self.groups[i].frozen}

    def with_optimizer(self, optimizer: Optimizer, problem: Problem) -> Self:
        """Give the run with another optimizer, and frozen groups ahead of its own for what that one doesn't take.

        Those that the present one had called for are gone.
        """
        gone = replace(self, groups=()).called_for(problem.shapes)
        changed = replace(self, optimizer=optimizer, groups=tuple(group for group in self.groups if group not in gone))
        return replace(changed, groups=(*changed.called_for(problem.shapes), *changed.groups))

    def called_for(self, shapes: Shapes) -> tuple[Group, ...]:
        """Give the groups that freeze what the optimizer doesn't take of the parameters it is to train."""
        trained = self.trained(shapes)
        refused = [name for name, shape in trained.items() if not self.optimizer.takes(shape)]
        others = trained.keys() - refused
        free = cache(lambda pattern: not any(fnmatchcase(other, pattern) for other in others))
        patterns = dict.fromkeys(_pattern(name, free) for name in refused)
        return tuple(Group(pattern, frozen=True) for pattern in patterns)

    @property
    def listens(self) -> bool:
        """Whether its scheduler is told a metric at each step, so that no plan holds its rates."""
        return self.listener is not None

    @property
    def listener(self) -> Listener | None:
        """Its scheduler where it listens."""
        return self.schedule if isinstance(self.schedule, Listener) else None

    def untold(self) -> Run:
        """Give the run as it is while its scheduler is told nothing that cuts its rate."""
        return self if self.listener is None else replace(self, schedule=self.listener.untold())

    def ends(self) -> int | None:
        """Give the first scheduler step without a rate, 0 where torch refuses it; None where it never ends."""
        if self.schedule is None:
            return None
        if self.unfit:
            return 0
        ends = (self.schedule.for_group(i).ends(lr) for i, lr in enumerate(self.rates()))
        return min((end for end in ends if end is not None), default=None)

    def fails(self, steps: int) -> int | None:
        """Give the first of so many scheduler steps without a rate; None where none of the first thousands is."""
        if self.schedule is None or self.listens or self.schedule.scans or self.unfit:
            return None
        own = tuple((self.schedule.for_group(i), lr) for i, lr in enumerate(self.rates()))
        return _without_rate(own, min(steps, LOOKED_AT))

    def message(self, step: int) -> str:
        """Give what torch says at a scheduler step that has no rate."""
        if self.unfit or self.schedule is None:
            return self.unfit
        own = [(self.schedule.for_group(i), lr) for i, lr in enumerate(self.rates())]
        lost = (one.message(step, lr) for one, lr in own if one.raised(step, lr) or not _has_rate(one, step, lr))
        return next(lost, self.schedule.message(step, own[0][1]))

    def rates(self) -> tuple[float, ...]:
        """Give the rate each parameter group starts from; the first group holds what no pattern matches."""
        own = self.optimizer.rate
        return own, *(own if group.lr is None else group.lr for group in self.groups if not group.frozen)


@lru_cache(maxsize=256)  # asked for at every redraw of a branch
def _without_rate(own: tuple[tuple[Schedule, float], ...], steps: int) -> int | None:
    with np.errstate(all="ignore"):
        lost = [~np.isfinite(schedule.at(np.arange(steps), lr)) for schedule, lr in own]
    return next((int(step) for step in np.flatnonzero(np.any(lost, axis=0))), None)


def _has_rate(schedule: Schedule, step: int, lr: float) -> bool:
    return bool(np.isfinite(schedule.at(np.full(1, step), lr)).all())


def _pattern(name: str, free: Callable[[str], bool]) -> str:
    """Give the shortest pattern of a name's last parts that is free of others; the name itself where none is."""
    *_, last = parts = name.split(".")
    patterns = (f"*{last}", *(f"*.{'.'.join(parts[-many:])}" for many in range(2, len(parts))))
    return next(filter(free, patterns), name)
