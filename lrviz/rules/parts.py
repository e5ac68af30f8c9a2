"""The parts that a run's schedule is made of, each with the stretch of the plan in which it acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from lrviz.catalog.composite import Composite
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.errors import SpecError
from lrviz.run import Run


class Part(NamedTuple):
    """A schedule alone or a part of a composed one, itself composed or not.

    It is at its own step 0 at the plan's step `first`, and acts up to `last`, the latter excluded: None where that
    isn't known, or isn't for it to say, as where training is resumed. `field` is its place in the run
    (`schedule.schedulers[1]`), and `put` gives the run with another one there, None where it can't be.
    """

    schedule: Schedule
    field: str
    first: int
    last: int | None
    put: Callable[[Schedule], Run | None]

    @property
    def room(self) -> int | None:
        """The steps it has."""
        return None if self.last is None else self.last - self.first


def parts(run: Run, steps: int | None) -> Iterator[Part]:
    """Give the run's schedule and its parts, a composed one ahead of its own; those that never run are left out."""
    if run.schedule is not None:
        yield from _walked(Part(run.schedule, "schedule", 0, steps, lambda changed: replace(run, schedule=changed)))


def leaves(run: Run, steps: int | None) -> Iterator[Part]:
    """Give the parts that aren't composed themselves."""
    return (part for part in parts(run, steps) if not isinstance(part.schedule, Composite))


def _walked(part: Part) -> Iterator[Part]:
    yield part
    for inner in _inner(part):
        if inner.room is None or inner.room > 0:
            yield from _walked(inner)


def _inner(part: Part) -> Iterator[Part]:
    match part.schedule:
        case Resumed():
            for name in ("schedule", "then"):
                yield _named(part, name)
        case SequentialLR(milestones=milestones) as row:
            ordered = [*milestones] == sorted(milestones)
            bounds = [0, *milestones, part.room]
            for i, (first, last) in enumerate(pairwise(bounds)):
                inside = min(last, part.room) if last is not None and part.room is not None else last
                yield _listed(part, row, i, (first or 0), inside if ordered else None)
        case Composite() as chain:
            for i in range(len(chain.parts)):
                yield _listed(part, chain, i, 0, part.room)
        case _:
            return


def _named(part: Part, name: str) -> Part:
    def put(changed: Schedule) -> Run | None:
        try:
            return part.put(replace(part.schedule, **{name: changed}))
        except SpecError:  # it has to be of the same class as the one that is resumed
            return None

    return Part(getattr(part.schedule, name), f"{part.field}.{name}", part.first, None, put)


def _listed(part: Part, composed: Composite, i: int, first: int, last: int | None) -> Part:
    def put(changed: Schedule) -> Run | None:
        inner = (*composed.parts[:i], changed, *composed.parts[i + 1 :])
        try:
            return part.put(replace(composed, schedulers=inner))
        except SpecError:
            return None

    end = None if last is None else part.first + last
    return Part(composed.parts[i], f"{part.field}.schedulers[{i}]", part.first + first, end, put)
