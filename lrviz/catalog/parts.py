"""What a person sees and takes hold of in a schedule: the stretches it is made of, and the steps that can be moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lrviz.catalog.schedule import Schedule


class Stretch(NamedTuple):
    """The steps `first` to `last`, the latter excluded, over which one part of a schedule acts."""

    first: int
    last: int
    name: str


class Handle(NamedTuple):
    """A step of a schedule that can be put elsewhere, from `low` to `high`.

    `path` tells it from the schedule's others, whatever is moved, and `name` is the field that holds it, which counts
    from the step `origin`. A knot can be moved up and down too, from its present `factor`, and taken away where it
    isn't the last one. `moved(step, factor)` gives the schedule with it there (a handle without a factor ignores
    that); it raises SpecError where there is no such schedule.
    """

    path: str
    name: str
    step: int
    moved: Callable[[int, float], Schedule]
    low: int
    high: int
    origin: int = 0
    factor: float | None = None
    removed: Callable[[], Schedule] | None = None

    def of_part(self, path: str, first: int, last: int, into: Callable[[Schedule], Schedule]) -> Handle:
        """Give it as one of a larger schedule, whose part at `path` acts from `first` to `last`."""
        removed = self.removed
        return Handle(
            f"{path}.{self.path}",
            self.name,
            first + self.step,
            lambda step, factor: into(self.moved(step - first, factor)),
            first + self.low,
            min(first + self.high, last),
            first + self.origin,
            self.factor,
            None if removed is None else lambda: into(removed()),
        )
