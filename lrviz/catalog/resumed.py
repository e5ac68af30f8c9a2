"""Resumed: training that stopped at a step and went on with a scheduler built for another horizon, as torch does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

import numpy as np
from msgspec import Meta
from msgspec.structs import replace

from lrviz.catalog import schedules
from lrviz.catalog.composite import Composite, made
from lrviz.catalog.course import Act, Chain, Course, Group, Leaf, Node, RefusedStepError, Sequence
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import MOST, Link, Schedule, rescaled
from lrviz.spec import fields

By = Literal["load_state_dict", "last_epoch", "stepped", "fresh"]


class Resumed(Composite, frozen=True):
    """Trains by one scheduler up to a step, then by another one that was built for a new horizon.

    In the new session, with the optimizer's state put back unless said otherwise:

    - load_state_dict: the old scheduler's state is put back too, and with it every field that is no function. The new
      horizon is lost; of a LambdaLR the new function counts.
    - last_epoch: it is built with last_epoch = step − 1. What multiplies the rate goes on from the old one's rate.
    - stepped: on an optimizer that has no state put back, it is stepped as often as the old one was.
    - fresh: it begins at its own step 0, from the rate it finds, and ends as many steps later.

    >>> import numpy as np
    >>> from lrviz import LinearLR
    >>> old, new = LinearLR(0.5, total_iters=2), LinearLR(0.5, total_iters=4)
    >>> Resumed(old, 1, new, by="load_state_dict").at(np.arange(6), lr=1.0)
    array([0.5 , 0.75, 1.  , 1.  , 1.  , 1.  ])
    >>> Resumed(old, 1, new, by="stepped").at(np.arange(6), lr=1.0)
    array([0.5  , 0.625, 0.75 , 0.875, 1.   , 1.   ])
    """

    schedule: Annotated[schedules.AnySchedule, Meta(description="The scheduler before.")]
    step: Annotated[
        int, Meta(ge=1, le=MOST, description="Where training stopped.", examples=[50], extra={"unit": "steps"})
    ]
    then: Annotated[schedules.AnySchedule, Meta(description="The scheduler built for the new horizon.")]
    by: Annotated[By, Meta(description="How it was resumed.")] = "load_state_dict"

    @property
    def parts(self) -> tuple[Schedule, ...]:
        return (self.schedule, self.then)

    def _with(self, parts: tuple[Schedule, ...]) -> Self:
        changes: dict[str, Any] = {"schedule": parts[0], "then": parts[1]}
        return self if parts == self.parts else replace(self, **changes)

    def check(self) -> None:
        for name, part in (("schedule", self.schedule), ("then", self.then)):
            if part.listens:
                raise self.refuse(name, "no ReduceLROnPlateau, which has to be told a metric")
        if self.by == "load_state_dict" and not _alike(self.schedule, self.then):
            raise self.refuse("then", "made of the same classes as schedule, whose state it is given")
        if self.by == "last_epoch" and isinstance(self.then, Composite):
            raise self.refuse("by", "another way than last_epoch, by which composed schedulers don’t resume")

    def made(self, group: Group) -> Node:
        lr = group.lr  # what it is before any scheduler
        return _Resumption(self, made(self.schedule, group), group, lr)

    def scaled(self, ratio: float) -> Self:
        return replace(super().scaled(ratio), step=max(1, rescaled(self.step, ratio)))

    def turns(self, steps: int) -> tuple[range, ...] | None:
        return None


@dataclass
class _Resumption:
    """The old scheduler up to the step, and from there on the new one."""

    plan: Resumed
    now: Node
    group: Group
    lr: float
    step: int = 0

    def act(self, act: Act) -> Iterator[tuple[Leaf, Link]]:
        self.step += 1
        yield from self.now.act(act)
        if self.step == self.plan.step:
            self.now, link = self._resumed()
            yield next(self.now.active()), link

    def _resumed(self) -> tuple[Node, Link]:
        """Build the new scheduler, and say what the new session makes of the rate that the old one left."""
        then, step, group = self.plan.then, self.plan.step, self.group
        match self.plan.by:
            case "load_state_dict":
                return _restored(self.now, then), Link(1.0, 0.0)
            case "last_epoch":
                return _rebuilt(then, step, group)
            case "stepped":
                return _stepped(then, step, self.lr)
            case "fresh":
                return _fresh(then, group)

    def active(self) -> Iterator[Leaf]:
        return self.now.active()

    def lasts(self) -> int | None:
        own = self.now.lasts()
        if self.step >= self.plan.step:
            return own
        left = self.plan.step - self.step
        return left if own is None else min(own, left)

    def forward(self, steps: int) -> None:
        self.step += steps
        self.now.forward(steps)

    def undo(self) -> None:
        self.now.undo()


def _restored(old: Node, then: Schedule) -> Node:
    """Give a scheduler with the state of the old one: all it is made of but functions, which no state holds."""
    match old:
        case Leaf():
            return Leaf(_with_functions_of(then, old.made), old.base, old.written, old.step)
        case Chain():
            return Chain([_restored(*both) for both in zip(old.parts, _parts(then), strict=True)])
        case Sequence():
            parts = [_restored(*both) for both in zip(old.parts, _parts(then), strict=True)]
            return Sequence(parts, old.milestones, old.step)
    raise TypeError(type(old).__name__)


def _with_functions_of(then: Schedule, old: Schedule) -> Schedule:
    if isinstance(then, Recipe) or type(then) is not type(old):  # all of it is one function
        return then
    return replace(old, **{field.name: getattr(then, field.name) for field in fields(type(then)) if field.variable})


def _rebuilt(then: Schedule, step: int, group: Group) -> tuple[Node, Link]:
    try:
        reading = then.beside(group.written)
    except KeyError as missing:  # what its constructor writes there only in a first session
        raise RefusedStepError(f"KeyError: {missing}") from None
    base = group.written["initial_lr"]
    own, link = reading.rebuilt(step, base)
    return Leaf(then, base, group.written, own), link


def _stepped(then: Schedule, step: int, lr: float) -> tuple[Node, Link]:
    course = Course(lambda fresh: made(then, fresh), lr)
    if course.end is not None and course.end <= step:
        raise RefusedStepError(course.words)
    node, left = made(then, Group(lr)), step
    while left:
        lasts = node.lasts()
        ahead = left if lasts is None else min(left, lasts - 1)
        if ahead:
            node.forward(ahead)
        else:
            _ = [*node.act("step")]
        left -= max(1, ahead)
    return node, Link(0.0, float(course.at(np.full(1, step))[0]))


def _fresh(then: Schedule, group: Group) -> tuple[Node, Link]:
    """Build it on a group as the old one left it: what it makes of the rate there is known from what of 0 and of 1."""
    written = dict(group.written)
    zero, one = Group(0.0, written=dict(written)), Group(1.0, written=dict(written))
    made(then, zero)
    node = made(then, one)
    return node, Link(one.lr - zero.lr, zero.lr)


def _parts(schedule: Schedule) -> tuple[Schedule, ...]:
    return schedule.parts if isinstance(schedule, Composite) else ()


def _alike(one: Schedule, other: Schedule) -> bool:
    """Whether two schedulers are made of the same classes of torch."""
    mine, theirs = _parts(one), _parts(other)
    return (
        type(one).target == type(other).target
        and len(mine) == len(theirs)
        and all(_alike(*both) for both in zip(mine, theirs, strict=True))
    )
