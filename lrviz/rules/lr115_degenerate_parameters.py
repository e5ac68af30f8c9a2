"""LR115: parameters that torch takes and then raises at, divides by, or never gets away from."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from lrviz.catalog.schedule import NO_MOMENTUM, Schedule, of_group
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.rules.numbers import told_apart
from lrviz.rules.outline import first_step, outline
from lrviz.rules.parts import Part, leaves
from lrviz.rules.rule import Case, Found, rule
from lrviz.sentences import say

FLOORS = ("eta_min", "lr_min")
"""What schedulers call the rate that they go down to."""
GROWN = 10
"""So many times as high is no rate that a scheduler is to drop."""
SQUARED = (0.5, 2.0)
"""How near to lr² a peak is where a lambda gives a rate instead of a factor."""
SMALL = 0.1
"""A rate up to which its square is another one."""


@rule("LR115", "warning", covers=("LR102", "LR107", "LR113", "LR114", "LR120"))
def degenerate_parameters(case: Case) -> Iterator[Found]:
    """Some values are taken by torch's constructors and make no schedule.

    LinearLR and ConstantLR with total_iters=0 stay where they begin, for good. ConstantLR with factor=0 divides by it.
    A floor above the learning rate is climbed to. A gamma above 1 makes a drop a rise. A lambda that gives a rate
    instead of a factor has it multiplied by the optimizer's own. A milestone behind the plan's end never comes. A rate
    below 0, which a formula may give, makes training climb.

    Bad:  LinearLR(optimizer, start_factor=0.1, total_iters=0)
    Good: LinearLR(optimizer, start_factor=0.1, total_iters=1)
    Bad:  ConstantLR(optimizer, factor=0.0, total_iters=5)  # 100 steps
    Bad:  AdamW(model.parameters(), lr=1e-3); CosineAnnealingLR(optimizer, T_max=100, eta_min=1e-2)  # 100 steps
    Good: AdamW(model.parameters(), lr=1e-3); CosineAnnealingLR(optimizer, T_max=100, eta_min=1e-5)  # 100 steps
    Bad:  StepLR(optimizer, step_size=30, gamma=10)  # 90 steps
    Bad:  SGD(model.parameters(), lr=0.01); LambdaLR(optimizer, lambda epoch: 0.01 * 0.95 ** epoch)  # 90 steps
    Bad:  LambdaLR(optimizer, lambda step: 1 - step / 500)  # 1000 steps
    Good: LambdaLR(optimizer, lambda step: 1 - step / 1000)  # 1000 steps
    Bad:  MultiStepLR(optimizer, milestones=[30, 60, 90])  # 90 steps
    Good: MultiStepLR(optimizer, milestones=[30, 60])  # 90 steps
    Seen in: pytorch 193682, pytorch 185006
    """
    refused = [*_refused(case)]
    yield from refused
    if not refused and max(case.run.rates()) == 0:
        yield Found(say("the learning rate is 0, and nothing is trained"), field="optimizer.lr", step=0)
    elif not refused:
        for part in leaves(case.run, case.steps):
            yield from _stuck(case, part)
            yield from _upside_down(case, part)
            yield from _never_comes(part)
        yield from _rates_for_factors(case)
        yield from _below_zero(case)


def _refused(case: Case) -> Iterator[Found]:
    """Find where torch raises, or gives a rate that is no number."""
    if case.run.unfit == NO_MOMENTUM:
        return
    if case.run.unfit:
        yield Found(
            say("torch refuses it: {why}", why=case.run.unfit.rstrip(".")),
            field="schedule",
            step=0,
            severity="error",
        )
        return
    end = case.run.ends()
    if end is None and not case.run.listens and np.isnan(case.rates([0])[0]):
        end = 0
    if end is None and (seen := outline(case)) is not None and case.steps is not None:
        last = int(seen.steps[-1])
        end = first_step(case, last, case.steps - 1, np.isnan) if last < case.steps - 1 else None
    if end is None or (case.steps is not None and end >= case.steps):
        return
    words = case.run.message(end).rstrip(".")
    if not words.startswith("Tried to step"):  # a cycle has an end whatever its parameters are
        raises = end == case.run.ends()
        yield Found(
            say("at step {end} torch raises: {words}", end=end, words=words)
            if raises
            else say("at step {end} torch stops: {words}", end=end, words=words),
            field="schedule",
            step=end,
            severity="error",
        )


def _stuck(case: Case, part: Part) -> Iterator[Found]:
    """Find what a count of no steps keeps where it begins."""
    match part.schedule:
        case LinearLR(total_iters=0, start_factor=share) if share != 1:
            fixed: Schedule = replace(part.schedule, start_factor=1.0)
        case ConstantLR(total_iters=0, factor=share) if share != 1:
            fixed = replace(part.schedule, factor=1.0)
        case PolynomialLR(total_iters=0) if part.room:
            fixed = replace(part.schedule, total_iters=part.room)
        case _:
            return
    rate = float(case.rates([part.first])[0])
    message = say(
        "{schedule} with total_iters=0 never gets away from where it begins, at {rate:.3g}",
        schedule=type(part.schedule).__name__,
        rate=rate,
    )
    yield Found(message, part.put(fixed), f"{part.field}.total_iters", part.first)


def _upside_down(case: Case, part: Part) -> Iterator[Found]:
    """Find a rate that climbs where its scheduler is to lower it."""
    schedule, lr = part.schedule, case.run.optimizer.rate
    for name in FLOORS:
        floor = getattr(schedule, name, 0.0)
        if floor >= lr > 0:
            low, rate = told_apart(floor, lr)
            message = say(
                "{name}={low} is above the learning rate of {rate}, which goes up to it", name=name, low=low, rate=rate
            )
            message = (
                message
                if floor > lr
                else say("{name}={low} is the learning rate itself, which stays there", name=name, low=low)
            )
            yield Found(message, part.put(replace(schedule, **{name: 0.0})), f"{part.field}.{name}", part.first)
    match schedule:
        case CyclicLR(base_lr=base, max_lr=top) if of_group(base) > of_group(top):
            low, high = told_apart(of_group(base), of_group(top))
            message = say("base_lr={low} is above max_lr={high}: the cycles are upside down", low=low, high=high)
            yield Found(
                message, part.put(replace(schedule, base_lr=top, max_lr=base)), f"{part.field}.base_lr", part.first
            )
        case StepLR(gamma=gamma) | MultiStepLR(gamma=gamma) if gamma > 1 and part.last is not None:
            first, last = case.rates([part.first, part.last - 1])
            if last > GROWN * first > 0:
                message = say(
                    "the learning rate grows from {first:.3g} to {last:.3g} at step {end}: gamma={gamma:g} "
                    "multiplies it at every drop",
                    first=first,
                    last=last,
                    end=part.last - 1,
                    gamma=gamma,
                )
                yield Found(message, part.put(replace(schedule, gamma=1 / gamma)), f"{part.field}.gamma", part.first)


def _never_comes(part: Part) -> Iterator[Found]:
    match part.schedule:
        case MultiStepLR(milestones=milestones) if part.room is not None:
            late = [step for step in milestones if step >= (part.room or 0)]
            if late and len(late) < len(milestones):  # else it never decays at all
                kept = tuple(step for step in milestones if step not in late)
                message = say("milestone {late} never comes: its last step is {last}", late=late[0], last=part.room - 1)
                if len(late) > 1:
                    message = say(
                        "the milestones {late} never come: its last step is {last}", late=late, last=part.room - 1
                    )
                fixed = part.put(replace(part.schedule, milestones=kept))
                yield Found(message, fixed, f"{part.field}.milestones", severity="info")


def _below_zero(case: Case) -> Iterator[Found]:
    """Find a formula that goes on falling below 0: from there on training climbs."""
    seen, schedule = outline(case), case.run.schedule
    if schedule is None or seen is None or case.steps is None or not seen.rates.min() < 0:
        return
    at = int((seen.rates < 0).argmax())
    step = first_step(case, int(seen.steps[at - 1]), int(seen.steps[at]), lambda rates: rates < 0) if at else 0
    lowest = seen.rates.argmin()
    message = say(
        "the learning rate falls below 0 at step {step}, to {lowest:.3g} at step "
        "{later}: from there on training climbs",
        step=step,
        lowest=seen.rates[lowest],
        later=seen.steps[lowest],
    )
    fixed = replace(case.run, schedule=schedule.scaled(case.steps / (step - 1))) if step > 1 else None
    yield Found(message, fixed, "schedule", step, severity="error")


def _rates_for_factors(case: Case) -> Iterator[Found]:
    """Find a lambda that gives a rate, which torch multiplies by the optimizer's."""
    seen, lr = outline(case), case.run.optimizer.rate
    if not isinstance(case.run.schedule, LambdaLR) or seen is None or not 0 < lr <= SMALL:
        return
    low, high = SQUARED
    if low * lr <= seen.peak / lr <= high * lr:
        message = say(
            "the learning rate is {peak:.3g} at most: the lambda’s {factor:.3g} is a factor, multiplied "
            "by the optimizer’s lr, {lr:.3g}",
            peak=seen.peak,
            factor=seen.peak / lr,
            lr=lr,
        )
        fixed = replace(case.run, optimizer=case.run.optimizer.with_rate(1.0))
        yield Found(message, fixed, "optimizer.lr", 0)
