"""What is done to a composed schedule: parts are put in, moved, taken out and stretched, within the same plan.

A part of a sequence has the room from its milestone to the next one, the last to the plan's end. A part whose own
step counts fill its room goes on filling it when that is made wider or narrower.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec.structs import replace

from lrviz.catalog.schedule import MOST, SHARES, Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.spec import fields

Composed = SequentialLR | ChainedScheduler

MOST_PARTS = 64
WARMUP = 0.1
"""Share of a plan that a new warm-up takes."""


def rooms(schedule: Composed, steps: int) -> list[range]:
    """Give the steps of a plan that each part has: from its milestone on, or the whole plan for each in a chain."""
    if isinstance(schedule, ChainedScheduler):
        return [range(steps)] * len(schedule.schedulers)
    return [range(first, end) for first, end in pairwise((0, *schedule.milestones, steps))]


def reach(schedule: Schedule) -> int:
    """Give the last step that a schedule's own step counts name, 0 where they name none."""
    if isinstance(schedule, SequentialLR):
        *_, last = rooms(schedule, 0)
        return last.start + reach(schedule.schedulers[-1])
    if isinstance(schedule, ChainedScheduler):
        return max(map(reach, schedule.schedulers))
    values = [getattr(schedule, field.name) for field in fields(type(schedule)) if field.unit == "steps"]
    counts = [value if isinstance(value, tuple) else (value,) for value in values if value is not None]
    return max((count for many in counts for count in many), default=0)


def refitted(schedule: Schedule, before: int, after: int) -> Schedule:
    """Give a schedule that had room for `before` steps as it is with room for `after`.

    One that filled its room fills the new one, and one that wouldn't fit any more is shrunk in the same measure.
    """
    before, after, far = max(1, before), max(1, after), reach(schedule)
    if before != after and (far == before or after < far <= before):
        return schedule.scaled(after / before)
    return schedule


def with_part(schedule: Composed, index: int, part: Schedule) -> Composed:
    """Give a composite with another part at a place."""
    parts = schedule.schedulers
    return replace(schedule, schedulers=(*parts[:index], part, *parts[index + 1 :]))


def with_milestone(schedule: SequentialLR, seam: int, step: int, steps: int) -> SequentialLR:
    """Give a sequence with a milestone at another step; the parts on both sides of it are refitted.

    Raises
    ------
    SpecError
        A milestone can't be at that step.
    """
    put = replace(schedule, milestones=(*schedule.milestones[:seam], step, *schedule.milestones[seam + 1 :]))
    return _laid(_with_rooms(schedule, steps), (0, *put.milestones), steps)


def moved(schedule: Composed, source: int, target: int, steps: int) -> Composed:
    """Give a composite with the part at `source` at the place `target`; each part of a sequence keeps its length."""
    parts = _with_rooms(schedule, steps)
    parts.insert(target, parts.pop(source))
    if isinstance(schedule, ChainedScheduler):
        return ChainedScheduler(tuple(part for part, _ in parts))
    *firsts, _ = accumulate((max(1, length) for _, length in parts), initial=0)
    return _laid([(part, max(1, length)) for part, length in parts], firsts, firsts[-1] + parts[-1][1])


def duplicated(schedule: Composed, index: int, steps: int) -> Composed:
    """Give a composite with a part twice; in a sequence the two share its room."""
    if isinstance(schedule, ChainedScheduler):
        return _chain(schedule.schedulers, index + 1, schedule.schedulers[index])
    first, length = rooms(schedule, steps)[index].start, _with_rooms(schedule, steps)[index][1]
    return _cut(schedule, index, first + length - length // 2, (schedule.schedulers[index], length), steps)


def without(schedule: Composed, index: int, steps: int) -> Schedule:
    """Give a composite without a part, or the other one alone where there were two.

    The room of a part of a sequence is taken by what follows it, and of the last one by what is before it.
    """
    parts = _with_rooms(schedule, steps)
    del parts[index]
    if len(parts) == 1:
        return refitted(*parts[0], steps)
    if isinstance(schedule, ChainedScheduler):
        return ChainedScheduler(tuple(part for part, _ in parts))
    firsts = [0, *schedule.milestones]
    del firsts[min(index + 1, len(parts))]
    return _laid(parts, firsts, steps)


def alone(schedule: Composed, index: int, steps: int) -> Schedule:
    """Give one part of a composite as the whole plan's schedule."""
    return refitted(*_with_rooms(schedule, steps)[index], steps)


def with_warmup(schedule: Schedule | None, steps: int) -> Composed:
    """Give a schedule with a linear warm-up ahead of it, which takes its room from the first part.

    A chain is warmed up by one more factor, since torch can't start one at a milestone. None is no scheduler.
    """
    length = max(1, round(WARMUP * steps))
    if isinstance(schedule, ChainedScheduler):
        return chained(schedule, LinearLR(0.01, total_iters=length))
    held: Schedule = schedule if schedule is not None else _hold(steps)
    sequence = held if isinstance(held, SequentialLR) else SequentialLR((held,), ())
    room = rooms(sequence, steps)[0].stop
    return _before(sequence, 0, LinearLR(0.01, total_iters=max(1, min(length, room // 2))), steps)


def extended(schedule: Schedule | None, steps: int) -> SequentialLR:
    """Give a schedule with one more part after it: a cosine down from where the last one ends, if that is in the plan.

    Where the last part goes on to the plan's end, it leaves half of its room.
    """
    held: Schedule = schedule if schedule is not None else _hold(steps)
    sequence = held if isinstance(held, SequentialLR) else SequentialLR((held,), ())
    last, room = sequence.schedulers[-1], rooms(sequence, steps)[-1]
    own = _length(last)
    cut = room.start + (own if 0 < own < len(room) else max(1, len(room) // 2))
    rest = max(1, steps - cut)
    return _cut(sequence, len(sequence.schedulers) - 1, cut, (CosineAnnealingLR(rest), rest), steps)


def inserted(schedule: SequentialLR, index: int, steps: int) -> SequentialLR:
    """Give a sequence with a part that holds the rate before another one, in the first half of that one's room."""
    return _before(schedule, index, _hold(max(1, len(rooms(schedule, steps)[index]) // 2)), steps)


def chained(schedule: Schedule, part: Schedule) -> ChainedScheduler:
    """Give a schedule with another one chained to it."""
    parts = schedule.schedulers if isinstance(schedule, ChainedScheduler) else (schedule,)
    return ChainedScheduler((*parts, part))


def with_more(schedule: Composed, steps: int, lr: float) -> Composed:
    """Give a composite with one more part at its end, fitted to what is left of the plan."""
    if isinstance(schedule, ChainedScheduler):
        return chained(schedule, ExponentialLR.fitted(steps, lr))
    return extended(schedule, steps)


def _hold(steps: int) -> ConstantLR:
    return ConstantLR(1.0, total_iters=steps)


def _length(schedule: Schedule) -> int:
    """Give how many steps a schedule takes until it is done, 0 where it never is."""
    counts = [getattr(schedule, name, None) for name, shares in SHARES.items() if shares == (1,)]
    return next((count for count in counts if count is not None), 0)


def _with_rooms(schedule: Composed, steps: int) -> list[tuple[Schedule, int]]:
    """Give each part with how many steps it has room for; a seam may lie before the one ahead of it."""
    lengths = (room.stop - room.start for room in rooms(schedule, steps))
    return list(zip(schedule.schedulers, lengths, strict=True))


def _laid(parts: Sequence[tuple[Schedule, int]], firsts: Sequence[int], steps: int) -> SequentialLR:
    """Give the sequence of parts, each with the length of its room so far, that begin at the steps `firsts`."""
    firsts = [min(first, MOST) for first in firsts]
    after = (end - first for first, end in pairwise((*firsts, steps)))
    return SequentialLR(
        tuple(refitted(part, before, length) for (part, before), length in zip(parts, after, strict=True)),
        tuple(firsts[1:]),
    )


def _cut(schedule: SequentialLR, index: int, step: int, part: tuple[Schedule, int], steps: int) -> SequentialLR:
    """Give a sequence in which a new part begins at a step in the room of the part at `index`."""
    parts, firsts = _with_rooms(schedule, steps), [0, *schedule.milestones]
    parts.insert(index + 1, part)
    firsts.insert(index + 1, step)
    return _laid(parts, firsts, steps)


def _before(schedule: SequentialLR, index: int, part: LinearLR | ConstantLR, steps: int) -> SequentialLR:
    """Give a sequence in which a new part takes the beginning of another one's room."""
    parts, firsts = _with_rooms(schedule, steps), [0, *schedule.milestones]
    parts.insert(index, (part, part.total_iters))
    firsts.insert(index + 1, firsts[index] + part.total_iters)
    return _laid(parts, firsts, steps)


def _chain(parts: tuple[Schedule, ...], index: int, part: Schedule) -> ChainedScheduler:
    return ChainedScheduler((*parts[:index], part, *parts[index:]))
