"""LR114: the first updates train nothing, or the whole plan is a warm-up."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lrviz.catalog.parts import Handle
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.errors import Severity, SpecError
from lrviz.rules.horizon import counts, last_handle, share_of_plan
from lrviz.rules.outline import ROUNDING, Outline, first_step, outline
from lrviz.rules.parts import Part, leaves
from lrviz.rules.rule import Case, Found, rule
from lrviz.run import Run
from lrviz.sentences import say

SHORT = 10
"""A plan of fewer steps is a trial."""
MANY = 0.01
"""The share of the plan that may train at a rate of 0 without a word: a warm-up that begins at 0 wastes one update."""
FIRST = 0.1
"""The share of the plan that a warm-up takes in a fix."""
HIGHER = 1.05
"""How much higher than in the plan a rate must get after it, for its warm-up to be too long."""

LOWER = 0.5
"""To how little of it a rate must come down after the plan, for its warm-up to leave no room for a decay."""


@rule("LR114", "warning", covers=("LR113", "LR120"))
def warm_up_without_training(case: Case) -> Iterator[Found]:
    """A warm-up that isn't over within the plan never reaches the rate, and nothing after it comes about.

    One that begins at 0 has its first step train nothing. Of thousands of updates that is no harm; stepped once an
    epoch it is the whole first epoch.

    Bad:  LinearLR(optimizer, start_factor=0.01, total_iters=5000)  # 1000 steps
    Good: LinearLR(optimizer, start_factor=0.01, total_iters=1000)  # 1000 steps
    Bad:  get_linear_schedule_with_warmup(optimizer, 1000, 1000)  # 1000 steps
    Bad:  LambdaLR(optimizer, lambda epoch: min(1.0, epoch / 5))  # 50 steps
    Good: LambdaLR(optimizer, lambda epoch: min(1.0, (epoch + 1) / 5))  # 50 steps
    Good: get_linear_schedule_with_warmup(optimizer, 100, 1000)  # 1000 steps
    Seen in: transformers 20916, torchtune 2010, LAVIS 72
    """
    seen = outline(case)
    if seen is None or case.steps is None or case.run.schedule is None or isinstance(case.run.schedule, Resumed):
        return
    if seen.peak > 0 and case.steps >= SHORT and seen.stops == case.steps:
        yield from _at_zero(case, seen, case.steps)
        yield from _climbing(case, seen, case.steps)


def _at_zero(case: Case, seen: Outline, steps: int) -> Iterator[Found]:
    trains = int(np.flatnonzero(seen.rates > 0)[0])
    if trains == 0:
        return
    first = first_step(case, int(seen.steps[trains - 1]), int(seen.steps[trains]), lambda rates: rates > 0)
    if first <= MANY * steps:
        return
    unit = "epochs" if case.run.stepped == "epoch" else "steps"
    many = f"first {first} of {steps} {unit} train" if first > 1 else f"first of {steps} {unit} trains"
    slight: Severity | None = "info" if first == 1 and unit == "steps" else None
    yield Found(say("the {many} at a learning rate of 0", many=many), field="schedule", step=0, severity=slight)


def _climbing(case: Case, seen: Outline, steps: int) -> Iterator[Found]:
    """Find a rate that climbs to the plan's end, and would climb further, or come down."""
    if seen.last < (1 - ROUNDING) * seen.peak or seen.rates[-2] >= (1 - ROUNDING) * seen.last:
        return
    for part in leaves(case.run, steps):
        if part.last != steps or isinstance(part.schedule, OneCycleLR):
            continue
        later = [handle for handle in counts(part.schedule) if part.first + handle.step >= steps - 1]
        if not later or case.run.schedule is None or case.run.schedule.scans:
            continue
        at = sorted({part.first + handle.step + after for handle in later for after in (-1, 0, steps)})
        rates = np.nan_to_num(case.rates(at))
        top = int(at[rates.argmax()])
        message = say(
            "the learning rate climbs to the end, to {last:.3g} at step {steps}", last=seen.last, steps=steps - 1
        )
        if rates.max() > HIGHER * seen.last:
            message = say(
                "{climbs}: it is at {most:.3g} only from step {top} on", climbs=message, most=rates.max(), top=top
            )
        elif rates.min() < LOWER * seen.last and not isinstance(part.schedule, CyclicLR):  # a range test is one climb
            message = say("{climbs}, and no step is left for its decay", climbs=message)
        else:
            continue
        climbs = [one for one in later if share_of_plan(one.path) < 1] or later
        handle = min(climbs, key=lambda one: abs(part.first + one.step - top))
        yield Found(message, _shorter(part, handle, steps), f"{part.field}.{handle.path}", steps - 1)
        return


def _shorter(part: Part, handle: Handle, steps: int) -> Run | None:
    """Give the run with a warm-up of a share of the plan, and what comes after it not made for a longer one."""
    try:
        warmed = handle.moved(max(1, round(FIRST * steps)), 0.0)
        last = last_handle(warmed)
        if last is not None and part.room is not None and last.step > part.room + 1 and share_of_plan(last.path) == 1:
            return part.put(last.moved(part.room, 0.0))
        return part.put(warmed)
    except SpecError:
        return None
