"""LR101: a schedule whose steps are counted in epochs is stepped at every update, or the other way about."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.errors import Severity
from lrviz.rules.horizon import Horizon, horizon, share_of_plan
from lrviz.rules.lines import margin, moved_out
from lrviz.rules.outline import Outline, outline
from lrviz.rules.rule import Case, Found, rule
from lrviz.sentences import say
from lrviz.source.reading import Reading
from lrviz.source.usage.usage import Loop

FEWEST = 10
"""Updates in an epoch from which on the two can be told apart."""
WHOLE, PART = (0.8, 1.1), (0.2, 1.1)
"""The share of the plan that a horizon takes in the other unit: T_max is about the whole, StepLR's a part of it."""
SPENT = 0.5
"""The share of its peak that a curve is down to where its horizon is over."""
RESTARTS = 50
"""From so many restarts on, of as many epochs, they aren't meant."""
_WORD = re.compile(r"[\w.]+")


@rule("LR101", "warning", covers=("LR102", "LR103", "LR107", "LR109", "LR113", "LR114", "LR115", "LR120"))
def epochs_for_steps(case: Case) -> Iterator[Found]:
    """A scheduler counts the calls of its step(): updates where it is stepped after each, epochs where it is then.

    Its own numbers of steps have to count the same. Where they count the other, the curve is over in the first part of
    the first epoch, or hardly begins.

    Bad:  CosineAnnealingLR(optimizer, T_max=100)  # 39100 steps of 391
    Good: CosineAnnealingLR(optimizer, T_max=39100)  # 39100 steps of 391
    Bad:  StepLR(optimizer, step_size=30)  # 35190 steps of 391
    Good: get_constant_schedule_with_warmup(optimizer, 100)  # 39100 steps of 391
    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=90)
        for epoch in range(90):
            for inputs, targets in loader:
                optimizer.zero_grad()
                criterion(model(inputs), targets).backward()
                optimizer.step()
                scheduler.step()
    Seen in: pytorch 65417, lightning 5631, lightning 6948
    """
    schedule = case.run.schedule
    end = None if schedule is None else horizon(schedule)
    if schedule is None or end is None or end.step < 1 or (case.updates_per_epoch or FEWEST) < FEWEST:
        return
    found = [*_of_plan(schedule, end, case)]
    yield from found or _of_text(schedule, end, case)


def _of_plan(schedule: Schedule, end: Horizon, case: Case) -> Iterator[Found]:
    """Find a horizon that fits the plan in the other unit."""
    seen, updates = outline(case), case.updates_per_epoch
    if seen is None or case.steps is None or updates is None:
        return
    if (
        case.run.stepped == "batch"
        and _near(end, end.step * updates / case.steps)
        and _is_spent(schedule, end, seen, case)
    ):
        message = say(
            "{step} step{step:|s} {step:looks|look} like epochs: the scheduler steps at every update, "
            "{updates} to an epoch, and is through at step {step} of {steps}",
            step=end.step,
            updates=updates,
            steps=case.steps,
        )
        fixed = replace(case.run, schedule=schedule.scaled(updates))
        stops = seen.stops < case.steps
        yield Found(message, fixed, f"schedule.{end.path}", end.step, severity="error" if stops else None)
    elif case.run.stepped == "epoch" and _near(end, end.step / updates / case.steps):
        message = say(
            "{step} step{step:|s} {step:looks|look} like updates: the scheduler steps once an epoch, {steps} "
            "times, and the learning rate ends at {last:.3g}, {way:.2%} of its way",
            step=end.step,
            steps=case.steps,
            last=seen.last,
            way=case.steps / end.step,
        )
        yield Found(message, replace(case.run, schedule=schedule.scaled(1 / updates)), f"schedule.{end.path}", 0)


def _of_text(schedule: Schedule, end: Horizon, case: Case) -> Iterator[Found]:
    """Find a horizon that is as many steps as a text has epochs, each with more batches than it says."""
    usage = None if case.reading is None else case.reading.usage
    step = None if usage is None or usage.scheduler_steps is not None else usage.stepped_in_epochs()
    if case.reading is None or step is None or case.run.stepped != "batch":
        return
    loop, batches = step.loops
    epochs = loop.rounds
    if epochs is None or epochs < 2 or batches.rounds is not None or not _near(end, end.step / epochs):
        return
    supposed = dataclasses.replace(case, steps=epochs * FEWEST, updates_per_epoch=FEWEST)
    seen = outline(supposed)
    if seen is None or not _is_spent(schedule, end, seen, supposed):
        return
    stops = seen.stops < epochs * FEWEST
    message = say(
        "{step} step{step:|s} {step:looks|look} like epochs: line {line} steps the scheduler in each of "
        "their batches, and {how} after the first {step} batch{step:|es} of {epochs} epoch{epochs:|s}",
        step=end.step,
        line=step.line,
        how=say("torch raises") if stops else say("it is through"),
        epochs=epochs,
    )
    path = f"schedule.{end.path}"
    chance = share_of_plan(end.path) == 1 and not _is_meant(case.reading, path, loop)
    alone = margin(case.reading, step.line, f"{step.owner}.step()") is not None
    patches = moved_out(case.reading, step.line, batches.line) if alone else ()
    severity: Severity | None = "error" if stops else "info" if chance else None
    yield Found(message, None, path, end.step, patches=patches, severity=severity)


def _is_meant(reading: Reading, path: str, loop: Loop) -> bool:
    """Whether a number of steps is that of a loop's rounds by more than its value: written out, or by the same name."""
    node = reading.nodes.get(path)
    words = {*_WORD.findall("" if node is None else ast.unparse(node))}
    return any(word.isdecimal() for word in words) or bool(words & {*_WORD.findall(loop.over)} - {"range"})


def _near(end: Horizon, share: float) -> bool:
    """Whether a horizon that takes a share of the plan may be meant for it: with what lies before it, or without."""
    low, high = WHOLE if share_of_plan(end.path) == 1 else PART
    return any(low <= share * step / end.step <= high for step in (end.step, end.step - end.start))


def _is_spent(schedule: Schedule, end: Horizon, seen: Outline, case: Case) -> bool:
    """Say whether the curve has done at its horizon what it does: what only warms up is as high as it gets."""
    if isinstance(schedule, CosineAnnealingWarmRestarts):
        return schedule.T_mult == 1 and (case.steps or 0) >= RESTARTS * end.step
    if case.run.ends() == end.step + 1:  # a cycle that raises
        return True
    before, rate = seen.between(0, end.step), case.rates([end.step])[0]
    return bool(len(before.steps) and rate <= SPENT * before.peak)
