"""LR102: a cosine that is stepped past its end climbs again."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_schedule_with_warmup import CosineScheduleWithWarmup
from lrviz.catalog.schedules.cosine_with_min_lr_schedule_with_warmup import CosineWithMinLrScheduleWithWarmup
from lrviz.catalog.schedules.cosine_with_min_lr_schedule_with_warmup_lr_rate import (
    CosineWithMinLrScheduleWithWarmupLrRate,
)
from lrviz.rules.horizon import last_handle, lasting
from lrviz.rules.outline import Outline, outline
from lrviz.rules.parts import Part, leaves
from lrviz.rules.rule import Case, Found, rule
from lrviz.sentences import say

NOTICED = 0.01
"""The share of the highest rate that a rise has to make up: a plan may be a few steps longer than T_max."""
Waves = CosineScheduleWithWarmup | CosineWithMinLrScheduleWithWarmup | CosineWithMinLrScheduleWithWarmupLrRate


@rule("LR102", "warning", covers=("LR113", "LR120"))
def cosine_rises_again(case: Case) -> Iterator[Found]:
    """A cosine turns at its end; a longer run climbs back towards its first learning rate.

    The end of CosineAnnealingLR is T_max, that of Hugging Face's cosine is num_training_steps, and in a sequence they
    count from the milestone on. A cosine that is meant to start anew is CosineAnnealingWarmRestarts.

    Bad:  CosineAnnealingLR(optimizer, T_max=500)  # 1000 steps
    Good: CosineAnnealingLR(optimizer, T_max=1000)  # 1000 steps
    Good: CosineAnnealingWarmRestarts(optimizer, T_0=500)  # 1000 steps
    Bad:  get_cosine_schedule_with_warmup(optimizer, 100, 500)  # 1000 steps
    Good: get_cosine_schedule_with_warmup(optimizer, 100, 1000)  # 1000 steps
    Bad:  get_cosine_schedule_with_warmup(optimizer, 100, 1000, num_cycles=1)  # 1000 steps
    Seen in: pytorch 3214
    """
    seen = outline(case)
    if seen is None:
        return
    for part in leaves(case.run, case.steps):
        if isinstance(part.schedule, CosineAnnealingLR | Recipe) and part.last is not None:
            yield from _past_end(part, part.last, seen)
            yield from _whole_waves(part, part.last, seen)


def _past_end(part: Part, last: int, seen: Outline) -> Iterator[Found]:
    handle = last_handle(part.schedule)
    if handle is None or part.first + handle.step >= last - 1:
        return
    turn = part.first + handle.step
    top = _rise(part, turn, last, seen)
    if top is not None:
        message = say(
            "after step {turn} the learning rate rises again, to {rate:.3g} at step {top}",
            turn=turn,
            rate=seen.rate(top),
            top=top,
        )
        yield Found(message, lasting(part, handle), f"{part.field}.{handle.path}", turn)


def _whole_waves(part: Part, last: int, seen: Outline) -> Iterator[Found]:
    """Find Hugging Face's num_cycles taken for a number of restarts: a wave that is whole ends where it began."""
    schedule = part.schedule
    if not isinstance(schedule, Waves) or schedule.num_cycles < 1 or schedule.num_cycles % 1:
        return
    start, end = part.first + schedule.num_warmup_steps, part.first + schedule.num_training_steps
    turn = start + round((end - start) / (2 * schedule.num_cycles))
    top = _rise(part, turn, min(last, end + 1), seen)
    if top is not None and end <= last + 1:
        message = say(
            "after step {turn} the learning rate rises again, to {rate:.3g} at step {top}: "
            "num_cycles={num_cycles:g} goes up as often as down, and 0.5 goes down once",
            turn=turn,
            rate=seen.rate(top),
            top=top,
            num_cycles=schedule.num_cycles,
        )
        yield Found(message, part.put(replace(schedule, num_cycles=0.5)), f"{part.field}.num_cycles", turn)


def _rise(part: Part, turn: int, last: int, seen: Outline) -> int | None:
    """Give the step to which the rate rises from one of a part, before `last`; None where that isn't worth a word."""
    before, after = seen.between(part.first, turn + 1), seen.between(turn, last)
    if not len(before.steps) or not len(after.steps):
        return None
    low = float(after.rates[0])
    return after.top if low < before.peak and after.peak - low > NOTICED * seen.peak else None
