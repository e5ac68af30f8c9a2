"""LR103: a OneCycleLR of another length than the plan raises, or never comes down."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.schedule import of_group
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.errors import SpecError
from lrviz.rules.parts import Part, leaves
from lrviz.rules.rule import Case, Found, rule
from lrviz.run import Run
from lrviz.sentences import say

NOTICED = 0.01
"""The share of max_lr that has to be left at the plan's end."""


@rule("LR103", "warning", covers=("LR113", "LR114", "LR115", "LR120"))
def one_cycle_of_another_length(case: Case) -> Iterator[Found]:
    """OneCycleLR is made for exactly total_steps calls of step(): one more raises, and fewer end high up.

    Its total is total_steps, or epochs · steps_per_epoch. It has to count what scheduler.step() counts: updates, where
    that is called after every batch.

    Bad:  OneCycleLR(optimizer, max_lr=0.1, total_steps=500)  # 1000 steps
    Bad:  OneCycleLR(optimizer, max_lr=0.1, epochs=10, steps_per_epoch=200)  # 1000 steps
    Good: OneCycleLR(optimizer, max_lr=0.1, total_steps=1000)  # 1000 steps
    Seen in: pytorch 91765
    """
    for part in leaves(case.run, case.steps):
        if isinstance(part.schedule, OneCycleLR) and part.last is not None and not case.run.unfit:
            yield from _in_steps(case, part, part.schedule, part.last)


def _in_steps(case: Case, part: Part, schedule: OneCycleLR, last: int) -> Iterator[Found]:
    total = schedule.total
    field = f"{part.field}.{'total_steps' if schedule.total_steps is not None else 'epochs'}"
    calls = last - part.first - (last != case.steps)  # the plan's last update is followed by a step(), too
    if calls >= schedule.ends():
        end = part.first + schedule.ends()
        message = say(
            "scheduler.step() raises at step {end}: OneCycleLR is made for {total} step{total:|s}, "
            "and it takes {calls}",
            end=end,
            total=total,
            calls=calls,
        )
        yield Found(message, _lasting(part, schedule), field, end, severity="error")
        return
    left, lowest = case.rates([last - 1])[0], schedule.for_group(0).at(np.array([total - 1]), 0.0)[0]
    if calls < total - 1 and left - lowest > NOTICED * of_group(schedule.max_lr):
        message = say(
            "the learning rate ends at {left:.3g} at step {last}: OneCycleLR is made for {total} "
            "step{total:|s}, and comes down at step {first}",
            left=left,
            last=last - 1,
            total=total,
            first=part.first + total - 1,
        )
        yield Found(message, _lasting(part, schedule), field, last - 1)


def _lasting(part: Part, schedule: OneCycleLR) -> Run | None:
    """Give the run with a cycle as long as it has steps."""
    room, epoch = part.room or 0, schedule.steps_per_epoch
    try:
        if schedule.total_steps is None and epoch and room % epoch == 0:
            return part.put(replace(schedule, epochs=room // epoch))
        return part.put(replace(schedule, total_steps=room, epochs=None, steps_per_epoch=None))
    except SpecError:
        return None
