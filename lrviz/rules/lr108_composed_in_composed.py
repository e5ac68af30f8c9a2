"""LR108: a composed schedule inside a sequence raises at its milestone, or runs a step ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec
import numpy as np

from lrviz.catalog.composite import Composite
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.rules.numbers import told_apart
from lrviz.rules.outline import outline
from lrviz.rules.parts import Part, parts
from lrviz.rules.rule import Case, Found, rule
from lrviz.run import Run
from lrviz.sentences import say

SAME = 1e-6
"""Rates that differ by less than this share are the same."""
FIRST = 64
"""Steps from the beginning that are compared one by one."""


@rule("LR108", "error", covers=("LR101", "LR102", "LR103", "LR107", "LR113", "LR114", "LR115", "LR120"))
def composed_in_composed(case: Case) -> Iterator[Found]:
    """A sequence can't begin with a composed scheduler at a milestone: torch raises NotImplementedError there.

    As its first part it may have one, but torch's constructors step that twice, so that it runs a step ahead. One flat
    sequence says the same without either.

    Bad:  SequentialLR(optimizer, [StepLR(optimizer, 9), ChainedScheduler([StepLR(optimizer, 9)])], [50])  # 99 steps
    Good: SequentialLR(optimizer, [ChainedScheduler([StepLR(optimizer, 90)])], [])  # 100 steps
    Good: SequentialLR(optimizer, [StepLR(optimizer, 9), StepLR(optimizer, 9)], [50])  # 99 steps
    Seen in: pytorch 196243, pytorch 132745, pytorch 68978
    """
    end = case.run.ends()
    raises = end is not None and case.run.message(end) == "NotImplementedError"
    for part in parts(case.run, case.steps):
        if not isinstance(part.schedule, SequentialLR):
            continue
        for i, (inner, milestone) in enumerate(
            zip(part.schedule.schedulers[1:], part.schedule.milestones, strict=True)
        ):
            step = part.first + milestone
            if raises and step == end and isinstance(inner, Composite) and (case.steps is None or step < case.steps):
                message = say(
                    "at step {step} torch raises: only the first part of a sequence may be composed itself", step=step
                )
                yield Found(message, _flat(part, part.schedule), f"{part.field}.schedulers[{i + 1}]", step)
                return
        if not raises:
            yield from _ahead(case, part, part.schedule)


def _ahead(case: Case, part: Part, row: SequentialLR) -> Iterator[Found]:
    """Find where a first part that is composed isn't at its own step, by comparing it to itself alone."""
    first, stop = row.schedulers[0], min([*row.milestones, case.steps or 0])
    if not isinstance(first, Composite) or part.field != "schedule" or stop < 1 or outline(case) is None:
        return
    bounds = [bound for one in first.stretches(stop) for bound in (one.first, one.last)]
    at = np.unique(np.clip([*range(FIRST), *np.add.outer(bounds, (-2, -1, 0, 1)).ravel()], 0, stop - 1))
    alone = replace(case, run=msgspec.structs.replace(case.run, schedule=first))
    rates, own = case.rates(at), alone.rates(at)
    apart = np.abs(rates - own) > SAME * np.maximum(np.abs(rates), np.abs(own))
    if apart.any():
        k = int(apart.argmax())
        has, meant = told_apart(rates[k], own[k])
        message = say(
            "from step {at} on the learning rate is {has} and not {meant}: {first} inside a sequence runs a step ahead",
            at=at[k],
            has=has,
            meant=meant,
            first=type(first).__name__,
        )
        yield Found(message, _flat(part, row), f"{part.field}.schedulers[0]", int(at[k]), severity="warning")


def _flat(part: Part, row: SequentialLR) -> Run | None:
    """Give the run with the sequences inside a sequence in it, part by part; None where they overlap."""
    schedules: list[Schedule] = []
    milestones: list[int] = []
    for start, inner in zip((0, *row.milestones), row.schedulers, strict=True):
        held = inner if isinstance(inner, SequentialLR) else SequentialLR((inner,), ())
        schedules += held.schedulers
        milestones += [start, *(start + step for step in held.milestones)]
    if milestones != sorted(milestones):
        return None
    return part.put(SequentialLR(tuple(schedules), tuple(milestones[1:])))
