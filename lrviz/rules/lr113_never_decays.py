"""LR113: a schedule that hardly begins within the plan, or is over long before its end."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from lrviz.catalog.schedule import MOST, Rates, Schedule
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.rules.horizon import horizon, share_of_plan
from lrviz.rules.lr120_ends_high import MUCH
from lrviz.rules.outline import ROUNDING, Outline, first_step, outline
from lrviz.rules.rule import Case, Found, rule
from lrviz.run import Run
from lrviz.sentences import say

SHORT = 10
"""A plan of fewer steps is a trial."""
HARDLY = 0.95
"""A rate that stays above this share of its peak hardly falls."""
FALLS = 0.5
"""A schedule that would fall below this share of the peak, were the plan longer, is meant to fall."""
SPENT = 0.01
"""Below this share of the peak a rate does next to nothing …"""
EARLY = 0.1
"""… which is early in this first share of the plan."""
NOTHING = 1e-6
"""Below this share of the peak it does nothing …"""
WASTED = 0.05
"""… and this last share of the plan is wasted."""
SHORTER = 2 / 3
"""The share of its steps that a schedule is given in a fix where one drop isn't enough."""


@rule("LR113", "warning", covers=("LR120",))
def never_decays(case: Case) -> Iterator[Found]:
    """A schedule made for another number of steps than the plan has is constant over it, or is over soon.

    Where its first drop lies behind the plan's end, or its decay has hardly begun there, the rate stays where it was.
    Where it is through early, the rest of the plan trains with a rate of next to nothing. A rate that is constant
    however long the plan is, or stays after its warm-up, is nobody's mistake.

    Bad:  StepLR(optimizer, step_size=5000)  # 1000 steps
    Good: StepLR(optimizer, step_size=300)  # 1000 steps
    Bad:  PolynomialLR(optimizer)  # 1000 steps
    Good: PolynomialLR(optimizer, total_iters=1000)  # 1000 steps
    Bad:  ExponentialLR(optimizer, gamma=0.9)  # 1000 steps
    Bad:  get_linear_schedule_with_warmup(optimizer, 50, 500)  # 1000 steps
    Good: get_constant_schedule_with_warmup(optimizer, 100)  # 1000 steps
    Seen in: transformers 26827, determined 711, Tacotron 3, diffusers 4387
    """
    schedule, seen = case.run.schedule, outline(case)
    if schedule is None or seen is None or case.steps is None or case.steps < SHORT or case.run.listens:
        return
    if isinstance(schedule, Resumed) or seen.stops < case.steps or seen.peak <= 0:
        return
    yield from _hardly(case, schedule, seen, case.steps)
    yield from _spent(case, schedule, seen, case.steps)


def _hardly(case: Case, schedule: Schedule, seen: Outline, steps: int) -> Iterator[Found]:
    """Find a rate that stays about as high as it gets in the plan, and would fall after it."""
    if seen.top > steps // 2 or seen.between(seen.top, steps).rates.min() < HARDLY * seen.peak:
        return
    end = horizon(schedule)
    far = min(MOST, max(steps, end.step if end is not None else 10 * steps))
    if far < steps or schedule.scans:
        return
    later = case.rates(np.array([far - 1, far]))
    if not (later < FALLS * seen.peak).any():
        return
    low, peak = f"{seen.between(seen.top, steps).rates.min():.3g}", f"{seen.peak:.3g}"
    stays = (
        say("the learning rate stays at {peak} over the {steps} step{steps:|s} of the plan", peak=peak, steps=steps)
        if low == peak
        else say(
            "the learning rate only falls from {peak} to {low} over the {steps} step{steps:|s} of the plan",
            peak=peak,
            low=low,
            steps=steps,
        )
    )
    if end is None:
        yield Found(stays, _stretched(case, schedule, 0.1), "schedule")
        return
    message = say(
        "{stays}: {path} says {step}",
        stays=stays,
        path=end.path,
        step=end.step,
    )
    ratio = steps * share_of_plan(end.path) / end.step
    yield Found(message, _stretched(case, schedule, ratio), f"schedule.{end.path}", step=seen.top)


def _spent(case: Case, schedule: Schedule, seen: Outline, steps: int) -> Iterator[Found]:
    """Find a rate that is next to nothing early on, or nothing for the last part of the plan."""
    for share, latest in ((SPENT, EARLY), (NOTHING, 1 - WASTED)):
        bar = share * seen.peak * (1 + ROUNDING)
        above = np.flatnonzero(seen.rates > bar)
        last = int(above[-1])
        if last + 1 >= len(seen.steps):
            return
        low, high = int(seen.steps[last]), int(seen.steps[last + 1])
        if low >= latest * steps:
            continue
        step = first_step(case, low, high, _below(bar))
        if step > max(latest * steps, 1) or steps - step < 2:
            continue
        rate = case.rates([step])[0]
        message = (
            say(
                "the learning rate is {rate:.3g} or less from step {step} on, for {left} of {steps} step{steps:|s}",
                rate=rate,
                step=step,
                left=steps - step,
                steps=steps,
            )
            if rate
            else say(
                "the learning rate is 0 from step {step} on: {left} of {steps} step{steps:|s} "
                "{left:trains|train} nothing",
                step=step,
                left=steps - step,
                steps=steps,
            )
        )
        end = horizon(schedule)
        if end is None or end.step < 1:
            yield Found(message, _stretched(case, schedule, steps / step), "schedule", step)
        else:
            ratio = steps * share_of_plan(end.path) / end.step
            yield Found(message, _stretched(case, schedule, ratio), f"schedule.{end.path}", step)
        return


def _stretched(case: Case, schedule: Schedule, ratio: float) -> Run:
    """Give the run with a schedule over so many times as many steps, or fewer where it would end high then."""
    run = replace(case.run, schedule=schedule.scaled(ratio))
    seen = outline(dataclasses.replace(case, run=run))
    high = seen is not None and seen.last >= MUCH * seen.peak
    return replace(case.run, schedule=schedule.scaled(SHORTER * ratio)) if high else run


def _below(bar: float) -> Callable[[Rates], NDArray[np.bool_]]:
    return lambda rates: rates <= bar
