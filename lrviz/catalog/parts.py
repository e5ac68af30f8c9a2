"""What a person sees and takes hold of in a schedule: the stretches it is made of, and the steps that can be moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lrviz.catalog.schedule import Schedule


class Stretch(NamedTuple):
    """The steps `first` to `last`, the latter excluded, over which one part of a schedule acts.

    `resumed` says that training was resumed at its first one.
    """

    first: int
    last: int
    name: str
    resumed: bool = False


class Handle(NamedTuple):
    """A step of a schedule that can be put elsewhere, from `low` to `high`.

    `path` tells it from the schedule's others, whatever is moved, and `name` is the field that holds it, now the
    `number`, which grows by one when the step moves by `slope`. A knot can be moved up and down too, from its present
    `factor`, and be `removed` where it isn't the last one. `moved(step, factor)` gives the schedule with it there (what
    is no knot ignores the factor); it raises SpecError where there is no such schedule.
    """

    path: str
    name: str
    step: int
    number: int
    moved: Callable[[int, float], Schedule]
    low: int
    high: int
    slope: int = 1
    factor: float | None = None
    removed: Callable[[], Schedule] | None = None

    def number_at(self, step: int) -> int:
        """Give what its field holds when it is at a step."""
        return self.number + round((step - self.step) / self.slope)

    def step_of(self, number: int) -> int:
        """Give where it is when its field holds a number."""
        return self.step + (number - self.number) * self.slope

    def of_part(self, path: str, first: int, last: int, into: Callable[[Schedule], Schedule]) -> Handle:
        """Give it as one of a larger schedule, whose part at `path` acts from `first` to `last`."""
        removed = self.removed
        return self._replace(
            path=f"{path}.{self.path}",
            step=first + self.step,
            moved=lambda step, factor: into(self.moved(step - first, factor)),
            low=first + self.low,
            high=min(first + self.high, last),
            removed=None if removed is None else lambda: into(removed()),
        )
