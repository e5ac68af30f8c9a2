"""How long a schedule takes for what it does, as far as its own step counts say."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lrviz.catalog.composite import Composite
from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import SHARES, Schedule
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.errors import SpecError
from lrviz.rules.parts import Part
from lrviz.run import Run
from lrviz.spec import fields


class Horizon(NamedTuple):
    """The last step that a schedule's step counts name, and the place of that count (`schedulers[1].T_max`).

    `start` is the step that it counts from, behind the parts before it.
    """

    step: int
    path: str
    start: int = 0


def horizon(schedule: Schedule) -> Horizon | None:
    """Give a schedule's horizon; None where no count of steps says one."""
    match schedule:
        case OneCycleLR():
            return Horizon(schedule.total, "total_steps" if schedule.total_steps is not None else "epochs")
        case Resumed():
            return None
        case SequentialLR(schedulers=parts, milestones=milestones):
            start, last = (milestones[-1] if milestones else 0), horizon(parts[-1])
            return Horizon(start, "milestones") if last is None else _of_part(last, len(parts) - 1, start)
        case Composite(parts=parts):
            found = [_of_part(one, i, 0) for i, part in enumerate(parts) if (one := horizon(part))]
            return max(found, default=None)
        case _:
            handle = last_handle(schedule)
            return None if handle is None else Horizon(handle.step, handle.path.partition("[")[0])


@lru_cache(maxsize=256)  # a recipe's take a while, and several rules ask
def counts(schedule: Schedule) -> tuple[Handle, ...]:
    """Give the steps of a schedule that isn't composed which its fields hold, with how to have them elsewhere."""
    names = [field.name for field in fields(type(schedule)) if field.unit == "steps"]
    return (*schedule.handles(1), *(one for name in names for one in schedule.handles_of(name)))


def last_handle(schedule: Schedule) -> Handle | None:
    """Give the last of these steps."""
    return max(counts(schedule), key=lambda handle: handle.step, default=None)


def lasting(part: Part, handle: Handle) -> Run | None:
    """Give the run with a step of a part at the end of the steps it has; None where it can't be there."""
    try:
        return None if part.room is None else part.put(handle.moved(part.room, 0.0))
    except SpecError:
        return None


def share_of_plan(path: str) -> float:
    """Give which share of a plan a field of that name takes where the schedule is made for it."""
    return max(SHARES.get(path.rpartition(".")[2], (1,)))


def _of_part(inner: Horizon, i: int, start: int) -> Horizon:
    return Horizon(start + inner.step, f"schedulers[{i}].{inner.path}", start + inner.start)
