"""What a composed schedule is: a schedule made of others, whose rates come from the course torch takes through them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Self

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.bends import turns
from lrviz.catalog.course import Course
from lrviz.catalog.nodes import Group, Node
from lrviz.catalog.scan import scan_of
from lrviz.catalog.schedule import Rates, Schedule, Steps
from lrviz.catalog.shapes import blockwise
from lrviz.sentences import say

DEEPEST = 32
"""Composites in each other; torch takes as many as Python has room to recurse, which nobody writes."""


class Composite(Schedule, frozen=True):
    """A schedule made of other schedules, its field `schedulers`.

    A subclass says how torch makes it; its rates, its momentum, its turns and its end come from that.
    """

    @property
    def parts(self) -> tuple[Schedule, ...]:
        """The schedules it is made of, in order."""
        parts: tuple[Schedule, ...] = getattr(self, "schedulers", ())
        return parts

    def made(self, group: Group) -> Node:
        """Make the scheduler and its parts for a parameter group, as torch's constructors do."""
        raise NotImplementedError(type(self).__name__)

    @property
    def depth(self) -> int:
        """How many composites lie in each other, itself included."""
        return 1 + max((part.depth for part in self.parts if isinstance(part, Composite)), default=0)

    def check(self) -> None:
        if self.depth > DEEPEST:
            raise self.refuse("schedulers", say("a list nested at most {deepest} deep", deepest=DEEPEST))
        for part in self.parts:
            if part.apart:
                raise self.refuse(
                    "schedulers", say("a list without {part}, {apart}", part=type(part).__name__, apart=part.apart)
                )

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        course = _course(self, lr)
        if not course.legs:
            return np.full(t.shape, np.nan)
        rates = scan_of(self, lr).at(t) if course.scans else course.at(t)
        return rates if course.end is None else np.where(t < course.end, rates, np.nan)

    @blockwise
    def momentum_at(self, t: Steps, momentum: float) -> Rates:
        return self._course.momentum_at(t, momentum) if self._course.legs else np.full(t.shape, momentum)

    def turns(self, steps: int) -> tuple[range, ...] | None:
        return _turns(self._course, steps)

    def links(self, t: Steps, lr: float) -> tuple[Rates, Rates | None]:
        return _course(self, lr).links(t)

    @property
    def cycles_momentum(self) -> bool:
        return any(part.cycles_momentum for part in self.parts)

    @property
    def scans(self) -> bool:
        return _scans(self)

    def for_group(self, group: int) -> Self:
        return self._with(tuple(part.for_group(group) for part in self.parts))

    def scaled(self, ratio: float) -> Self:
        return self._with(tuple(part.scaled(ratio) for part in self.parts))

    def unfit(self, groups: int, *, has_momentum: bool) -> str:
        refused = (part.unfit(groups, has_momentum=has_momentum) for part in self.parts)
        return next(filter(None, refused), "")

    def ends(self, lr: float = 1.0) -> int | None:
        return _course(self.for_group(0), lr).end

    def message(self, t: int, lr: float = 1.0) -> str:
        return _course(self.for_group(0), lr).message(t) or super().message(t, lr)

    @property
    def _course(self) -> Course:
        """Its course where the rate doesn't matter; a part may refuse some rates, but none refuses 0."""
        course = _course(self.for_group(0), 1.0)
        return course if course.end is None else _course(self.for_group(0), 0.0)

    def _with(self, parts: tuple[Schedule, ...]) -> Self:
        changes: dict[str, Any] = {"schedulers": parts}
        return self if parts == self.parts else replace(self, **changes)


def made(schedule: Schedule, group: Group) -> Node:
    """Make the scheduler of any schedule for a parameter group."""
    return schedule.made(group) if isinstance(schedule, Composite) else group.leaf(schedule)


@lru_cache(maxsize=256)
def _course(schedule: Composite, lr: float) -> Course:
    return Course(schedule.made, lr)


@lru_cache(maxsize=256)
def _scans(schedule: Composite) -> bool:
    return _course(schedule.for_group(0), 1.0).scans


@lru_cache(maxsize=256)
def _turns(course: Course, steps: int) -> tuple[range, ...] | None:
    with np.errstate(all="ignore"):
        return turns(course, steps)
