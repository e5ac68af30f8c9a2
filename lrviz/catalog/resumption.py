"""What torch does where training is resumed: the new session's scheduler, and the rate and momentum it begins with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.composite import Composite, made
from lrviz.catalog.course import OWN, Course
from lrviz.catalog.nodes import Act, Chain, Group, Leaf, Node, RefusedStepError, Sequence
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Link, Schedule
from lrviz.errors import SpecError
from lrviz.sentences import say
from lrviz.spec import fields

By = Literal["load_state_dict", "last_epoch", "stepped", "fresh"]


@dataclass
class Resumption:
    """The scheduler `now` up to step `stop`, and from there on what resuming `by` some way makes of `then`.

    `lr` is the group's rate before any scheduler.
    """

    now: Node
    then: Schedule
    stop: int
    by: By
    group: Group
    lr: float
    step: int = 0

    def act(self, act: Act) -> Iterator[tuple[Leaf, Link]]:
        self.step += 1
        yield from self.now.act(act)
        if self.step == self.stop:
            self.now, link = self._resumed()
            yield next(self.now.active()), link

    def _resumed(self) -> tuple[Node, Link]:
        """Build the new scheduler, and say what the new session makes of the rate that the old one left."""
        match self.by:
            case "load_state_dict":
                return restored(self.now, self.then, self.group), Link(1.0, 0.0)
            case "last_epoch":
                return self._rebuilt()
            case "stepped":
                return self._stepped()
            case "fresh":
                return self._fresh()

    def active(self) -> Iterator[Leaf]:
        return self.now.active()

    def lasts(self) -> int | None:
        own = self.now.lasts()
        if self.step >= self.stop:
            return own
        left = self.stop - self.step
        return left if own is None else min(own, left)

    def forward(self, steps: int) -> None:
        self.step += steps
        self.now.forward(steps)

    def undo(self) -> None:
        self.now.undo()

    def _rebuilt(self) -> tuple[Node, Link]:
        written = self.group.written
        written.update(self.then.rewrites())
        try:
            reading = self.then.beside(written)
        except KeyError as missing:  # what its constructor writes there only in a first session
            raise RefusedStepError(say("KeyError: {missing}", missing=missing)) from None
        base = written["initial_lr"]
        leaf = self.group.seated(self.then, base)
        leaf.step, link = reading.rebuilt(self.stop, leaf.base)
        if words := reading.raised(leaf.step, leaf.base):
            raise RefusedStepError(words)
        return leaf, Link(link.a, leaf.anew(link.b))

    def _stepped(self) -> tuple[Node, Link]:
        course = Course(lambda fresh: made(self.then, fresh), self.lr)
        if course.end is not None and course.end <= self.stop:
            raise RefusedStepError(course.words)
        node, left = made(self.then, Group(self.lr, self.lr)), self.stop
        while left:
            lasts = node.lasts()
            ahead = left if lasts is None else min(left, lasts - 1)
            if ahead:
                node.forward(ahead)
            else:
                _ = [*node.act("step")]
            left -= max(1, ahead)
        at = np.full(1, self.stop)
        self.group.momentum = float(course.momentum_at(at, OWN)[0])
        return node, Link(0.0, float(course.at(at)[0]))

    def _fresh(self) -> tuple[Node, Link]:
        """Build it on the group as the old one left it: what it makes of any rate is known from what of 0 and of 1."""
        written = dict(self.group.written)
        own = self.group.own
        zero, one = Group(0.0, own, written=dict(written)), Group(1.0, own, written=dict(written))
        made(self.then, zero)
        node = made(self.then, one)
        if one.momentum is not None:
            self.group.momentum = one.momentum
        return node, Link(one.lr - zero.lr, zero.lr)


def restored(old: Node, then: Schedule, group: Group) -> Node:
    """Give a scheduler with the state of the old one: all it is made of but functions, which no state holds."""
    match old:
        case Leaf():
            return group.seated(with_functions_of(then, old.made), old.initial, old.step)
        case Chain():
            return Chain(
                [restored(*both, group) for both in zip(old.parts, cast("Composite", then).parts, strict=True)]
            )
        case Sequence():
            parts = [restored(*both, group) for both in zip(old.parts, cast("Composite", then).parts, strict=True)]
            return Sequence(parts, old.milestones, old.step)
    raise TypeError(type(old).__name__)


def with_functions_of(then: Schedule, old: Schedule) -> Schedule:
    """Give the old scheduler with the functions of the new one, whose own they stay."""
    if isinstance(then, Recipe) or type(then) is not type(old):  # all of it is one function
        return then
    return replace(old, **{field.name: getattr(then, field.name) for field in fields(type(then)) if field.variable})


def unlike(old: Schedule, then: Schedule) -> SpecError | None:
    """Give what is wrong with a scheduler that has the old one's state and the functions of the new one."""
    if isinstance(old, Composite):
        both = zip(old.parts, cast("Composite", then).parts, strict=True)
        return next((found for pair in both if (found := unlike(*pair)) is not None), None)
    try:
        with_functions_of(then, old)
    except SpecError as error:
        return error
    return None
