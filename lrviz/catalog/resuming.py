"""What a schedule becomes where training is resumed with a new horizon: the plan's end."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from lrviz.catalog.carried import horizon, spans_plan
from lrviz.catalog.resumption import By
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.errors import SpecError
from lrviz.spec import fields

WAYS: tuple[By, ...] = ("load_state_dict", "fresh")
"""How it is resumed at first: as the documentation has it, or where that can't be."""


def resumed(schedule: Schedule | None, step: int, steps: int) -> Resumed:
    """Give a schedule that is stopped at a step, and goes on as one of its kind that ends where the plan does.

    None is no scheduler; it is one that keeps the rate.
    """
    before: Schedule = ConstantLR(1.0, total_iters=steps) if schedule is None else schedule
    end = horizon(before)
    then = before if end is None else stretched(before, end, steps)
    seam = max(1, min(step, steps - 1))
    for by in WAYS[:-1]:
        try:
            return Resumed(before, seam, then, by)
        except SpecError:
            continue
    return Resumed(before, seam, then, WAYS[-1])


def stretched(schedule: Schedule, end: int, steps: int) -> Schedule:
    """Give a schedule that has come down at step `end` as one that does at `steps`; its warm-up stays as long.

    Of parts after one another the last is stretched, of a chain those that end there.
    """
    if isinstance(schedule, SequentialLR):
        start = schedule.milestones[-1] if schedule.milestones else 0
        last = stretched(schedule.schedulers[-1], end - start, max(1, steps - start))
        return replace(schedule, schedulers=(*schedule.schedulers[:-1], last))
    if isinstance(schedule, ChainedScheduler):
        return replace(schedule, schedulers=tuple(stretched(part, end, steps) for part in schedule.schedulers))
    own: dict[str, Any] = {
        field.name: steps
        for field in fields(type(schedule))
        if spans_plan(type(schedule), field) and getattr(schedule, field.name) == end
    }
    return replace(schedule, **own)
