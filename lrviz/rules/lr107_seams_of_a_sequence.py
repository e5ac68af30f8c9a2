"""LR107: parts of a sequence that never run, are cut off, or jump where the next one begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.composite import Composite
from lrviz.catalog.schedule import Rates
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.errors import Severity
from lrviz.rules.horizon import horizon, last_handle, lasting, share_of_plan
from lrviz.rules.numbers import told_apart
from lrviz.rules.outline import outline
from lrviz.rules.parts import Part, parts
from lrviz.rules.rule import Case, Found, rule
from lrviz.run import Run
from lrviz.sentences import say

SMALL = 0.05
"""Share of the highest rate about a seam that a change has to make up to be called a jump."""
STEEP = 3
"""A jump is so many times as large as the changes beside it."""
NOTICED = 0.01
"""The share of its top that a last cosine has to have left at the plan's end, to be called too long."""

MUCH = 0.1
"""More than this share left is no mere trifle."""


@rule("LR107", "warning", covers=("LR113", "LR114", "LR120"))
def seams_of_a_sequence(case: Case) -> Iterator[Found]:
    """At a milestone of SequentialLR the next scheduler begins at its own step 0, from the optimizer's own rate.

    So a warm-up has to be as long as its milestone says, and a decay has the steps that are left of the plan: T_max is
    the plan less the warm-up. What comes after a decay jumps back up. Milestones are steps of the plan, in order.

    Bad:  SequentialLR(optimizer, [LinearLR(optimizer), CosineAnnealingLR(optimizer, 95)], [2])  # 100 steps
    Bad:  SequentialLR(optimizer, [LinearLR(optimizer), CosineAnnealingLR(optimizer, 95)], [100])  # 100 steps
    Bad:  SequentialLR(optimizer, [LinearLR(optimizer), PolynomialLR(optimizer, 100)], [5])  # 100 steps
    Good: SequentialLR(optimizer, [LinearLR(optimizer), CosineAnnealingLR(optimizer, 95)], [5])  # 100 steps
    Seen in: pytorch 185872, pytorch 72874
    """
    for part in parts(case.run, case.steps):
        if isinstance(part.schedule, SequentialLR):
            unused = [*_unused(part, part.schedule, case.steps)]
            yield from unused or _jumps(case, part, part.schedule)
        elif part.first > 0 and part.last == case.steps and not isinstance(part.schedule, Composite):
            yield from _too_long(case, part)


def _unused(part: Part, row: SequentialLR, steps: int | None) -> Iterator[Found]:
    """Find the parts that have no step of the plan."""
    field = f"{part.field}.milestones"
    if [*row.milestones] != sorted(row.milestones):
        message = say(
            "the milestones {names} are out of order, which leaves parts out", names=", ".join(map(str, row.milestones))
        )
        yield Found(message, part.put(replace(row, milestones=tuple(sorted(row.milestones)))), field)
        return
    bounds = [0, *row.milestones, part.room]
    for i, (schedule, (start, end)) in enumerate(zip(row.schedulers, pairwise(bounds), strict=True)):
        name, first = type(schedule).__name__, part.first + (start or 0)
        if part.last is not None and first >= part.last:
            yield Found(
                say("{name} never runs: it begins at step {first} of {steps}", name=name, first=first, steps=steps),
                _begun(part, row, i),
                field,
            )
            return
        if end is not None and end <= max(0, start or 0):
            none: Severity | None = "info" if end == start == 0 else None  # a warm-up of no steps is one left out
            message = say(
                "{name} never runs: it begins at step {first} and ends at {end}",
                name=name,
                first=first,
                end=part.first + end,
            )
            yield Found(message, field=field, severity=none)


def _begun(part: Part, row: SequentialLR, i: int) -> Run | None:
    """Give the run in which a part begins where the one before it is through, if the plan is longer than that."""
    before, through = row.milestones[i - 2] if i > 1 else 0, horizon(row.schedulers[i - 1])
    if through is None or not before < before + through.step < (part.room or 0):
        return None
    return part.put(replace(row, milestones=(*row.milestones[: i - 1], before + through.step, *row.milestones[i:])))


def _jumps(case: Case, part: Part, row: SequentialLR) -> Iterator[Found]:
    """Find where the rate jumps, though it is about level before and after."""
    if case.steps is None or outline(case) is None:
        return
    seams = [part.first + milestone for milestone in row.milestones]
    around = case.rates(np.clip(np.add.outer(seams, np.arange(-2, 2)).ravel(), 0, case.steps - 1)).reshape(-1, 4)
    inner = [one for one in parts(case.run, case.steps) if one.field.rpartition(".")[0] == part.field]
    for seam, near, before, after in zip(seams, around, inner[:-1], inner[1:], strict=True):
        again = isinstance(before.schedule, CosineAnnealingLR) and isinstance(after.schedule, CosineAnnealingLR)
        if _is_jump(near) and not again:  # two cosines are a restart
            yield _jump(before, seam, float(near[1]), float(near[2]))


def _jump(before: Part, seam: int, low: float, high: float) -> Found:
    message = say("at step {seam} the learning rate jumps from {low:.3g} to {high:.3g}", seam=seam, low=low, high=high)
    if isinstance(before.schedule, ConstantLR) and high > low:  # as it would do by itself
        return Found(message, field=before.field, step=seam, severity="info")
    handle, room = last_handle(before.schedule), before.room or 0
    if handle is None or handle.step <= room:
        return Found(message, field=before.field, step=seam)
    message = say(
        "{jump}: {scheduler} takes {steps} step{steps:|s} and has {room}",
        jump=message,
        scheduler=type(before.schedule).__name__,
        steps=handle.step,
        room=room,
    )
    return Found(message, lasting(before, handle), f"{before.field}.{handle.path}", seam)


def _is_jump(rates: Rates) -> bool:
    before, jump, after = np.abs(np.diff(rates))
    return bool(jump > SMALL * rates.max() and jump > STEEP * max(before, after))


def _too_long(case: Case, part: Part) -> Iterator[Found]:
    """Find a last part that is as long as the plan, though it doesn't begin with it, and so isn't down at its end."""
    handle, room = last_handle(part.schedule), part.room
    if handle is None or room is None or case.steps is None or not room < handle.step <= case.steps + 1:
        return
    seen = outline(case)
    if seen is None or seen.stops < case.steps or share_of_plan(handle.path) < 1:
        return
    peak = seen.between(part.first, case.steps).peak
    end = float(part.schedule.for_group(0).at(np.array([handle.step]), case.run.optimizer.rate)[0])
    if seen.last - end > NOTICED * peak:
        has, meant = told_apart(seen.last, end)
        message = say(
            "the learning rate ends at {has} and not at {meant}: {schedule} takes {step} step{step:|s} and "
            "has {room} behind step {first}",
            has=has,
            meant=meant,
            schedule=type(part.schedule).__name__,
            step=handle.step,
            room=room,
            first=part.first,
        )
        least: Severity | None = None if seen.last > MUCH * peak else "info"
        yield Found(message, lasting(part, handle), f"{part.field}.{handle.path}", case.steps - 1, severity=least)
