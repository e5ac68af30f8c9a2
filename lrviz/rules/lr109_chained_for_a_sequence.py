"""LR109: schedulers are chained that were meant to follow each other, or one wipes out those before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.composing import refitted
from lrviz.catalog.composite import Composite
from lrviz.catalog.schedule import Rates, Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.rules.horizon import horizon
from lrviz.rules.outline import outline
from lrviz.rules.parts import Part, parts
from lrviz.rules.rule import Case, Found, first, rule
from lrviz.run import Run
from lrviz.sentences import say


@rule("LR109", "warning", covers=("LR102", "LR113", "LR120"))
def chained_for_a_sequence(case: Case) -> Iterator[Found]:
    """ChainedScheduler steps all of its schedulers at every step, each on the rate that the one before it left.

    So they don't follow each other: that is SequentialLR. And one that sets the rate itself, as OneCycleLR, CyclicLR
    and CosineAnnealingWarmRestarts do, wipes out whatever those before it made of it.

    Bad:  ChainedScheduler([LinearLR(optimizer, total_iters=100), CosineAnnealingLR(optimizer, 900)])  # 1000 steps
    Bad:  ChainedScheduler([LinearLR(optimizer), CosineAnnealingWarmRestarts(optimizer, 500)])  # 1000 steps
    Good: ChainedScheduler([LinearLR(optimizer, total_iters=100), CosineAnnealingLR(optimizer, 1000)])  # 1000 steps
    Good: ChainedScheduler([LinearLR(optimizer, total_iters=100), ExponentialLR(optimizer, 0.999)])  # 1000 steps
    Seen in: pytorch 180594
    """
    for part in parts(case.run, case.steps):
        if isinstance(part.schedule, ChainedScheduler) and not case.run.unfit:
            erased = [*_erased(case, part, part.schedule)]
            yield from erased or _in_a_row(case, part, part.schedule)


def _erased(case: Case, part: Part, chain: ChainedScheduler) -> Iterator[Found]:
    """Find which part sets the rate whatever those before it made of it: without them it is the same from step 1 on."""
    seen = outline(case)
    if seen is None or part.last is None:
        return
    at = seen.between(part.first + 1, part.last).steps

    def rates(inner: tuple[Schedule, ...]) -> Rates:
        run = part.put(replace(chain, schedulers=inner))
        return np.empty(0) if run is None else np.asarray(case.experiment.curve(first(run), at).lr)

    with_all = rates(chain.schedulers)
    for index in range(len(chain.schedulers) - 1, 0, -1):
        if chain.schedulers[index].acts != "sets" or not len(with_all):
            continue
        before = rates(chain.schedulers[:index])
        if np.array_equal(with_all, rates(chain.schedulers[index:])) and len(before) and np.ptp(before):
            names = ", ".join(type(one).__name__ for one in chain.schedulers[:index])
            message = say(
                "{kind} sets the rate itself: {names} before it has no effect",
                kind=type(chain.schedulers[index]).__name__,
                names=names,
            )
            yield Found(message, _sequence(part, chain), f"{part.field}.schedulers[{index}]", part.first + 1)
            return


def _in_a_row(case: Case, part: Part, chain: ChainedScheduler) -> Iterator[Found]:
    """Find parts whose steps add up to those there are, as of parts that follow each other."""
    ends = [horizon(one) for one in chain.schedulers]
    if part.last is None or part.room is None or len(ends) < 2 or any(end is None for end in ends):
        return
    steps = [end.step for end in ends if end is not None]
    if abs(sum(steps) - part.room) <= 1 and min(steps) > 1:
        last = part.first + steps[-1]
        rates = case.rates([min(last, part.last - 1), part.last - 1])
        message = say(
            "the parts run at the same time, not one after another in {names} step{names:|s}: the learning "
            "rate is {rate:.3g} at step {last} and {end:.3g} at the end",
            names=" + ".join(map(str, steps)),
            rate=rates[0],
            last=min(last, part.last - 1),
            end=rates[1],
        )
        yield Found(message, _sequence(part, chain), part.field, last)


def _sequence(part: Part, chain: ChainedScheduler) -> Run | None:
    """Give the run with its parts one after another, each as long as its own steps say and the last to the end."""
    *ahead, last = chain.schedulers
    ends = [horizon(one) for one in ahead]
    milestones = [*accumulate(end.step for end in ends if end is not None)]
    room = part.room or 0
    if (
        len(milestones) < len(ahead)
        or milestones[-1] >= room
        or any(isinstance(one, Composite) for one in chain.schedulers)
    ):
        return None
    fitted = refitted(last, room, room - milestones[-1])
    return part.put(SequentialLR((*ahead, fitted), tuple(milestones)))
