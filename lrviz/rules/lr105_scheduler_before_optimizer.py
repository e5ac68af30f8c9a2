"""LR105: the scheduler is stepped before the optimizer, or although the optimizer wasn't."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from lrviz.errors import Patch
from lrviz.experiment import Experiment
from lrviz.rules.lines import margin, moved_down, replaced
from lrviz.rules.rule import Case, Found, text_rule
from lrviz.sentences import say
from lrviz.source.reading import Reading
from lrviz.source.usage.usage import Step, Usage


@text_rule("LR105", "warning")
def scheduler_before_optimizer(reading: Reading) -> Iterator[Found]:
    """The optimizer's first update has to come before the scheduler's first step, or the first rate is never used.

    Since torch 1.1 `scheduler.step()` sets the rate of the next update. Called first, it does so for the first one: the
    whole curve moves one step to the left, and a warm-up or a first epoch at the full rate loses a step.

    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
        for epoch in range(90):
            scheduler.step()
            for inputs, targets in loader:
                optimizer.zero_grad()
                criterion(model(inputs), targets).backward()
                optimizer.step()
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
        for epoch in range(90):
            for inputs, targets in loader:
                optimizer.zero_grad()
                criterion(model(inputs), targets).backward()
                optimizer.step()
            scheduler.step()
    Seen in: pytorch 44511, 55585
    """
    steps = reading.usage.steps
    for i, step in enumerate(steps):
        if step.what != "scheduler" or step.given:  # told an epoch, it is set to that one's rate
            continue
        theirs = [k for k, one in enumerate(steps) if _steps_its_optimizer(one, step, reading.usage)]
        later = [steps[k] for k in theirs if k > i and _is_around(step, steps[k])]
        if not later or len(later) < len(theirs):
            continue
        first = later[0]
        message = say(
            "{owner}.step() of line {line} comes before {written} of line {later}: the first rate is "
            "never used, and {moved}",
            owner=step.owner,
            line=step.line,
            written=_written(first),
            later=first.line,
            moved=_moved(reading),
        )
        alone = margin(reading, step.line, f"{step.owner}.step()") is not None
        yield Found(message, line=step.line, patches=moved_down(reading, step.line) if alone else ())


@text_rule("LR105", "info")
def scheduler_steps_where_an_update_is_skipped(reading: Reading) -> Iterator[Found]:
    """A GradScaler skips the updates whose gradients overflow, as the first few do; the scheduler steps all the same.

    Each skipped update shortens what is stepped once an update by one: a warm-up of 5 steps may be over before a weight
    has changed. torch warns of a scheduler that is stepped first. The scale goes down when an update was skipped, so
    asking for it says whether to step.

    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 0.01, total_iters=100)
        scaler = torch.amp.GradScaler()
        for inputs, targets in loader:
            scaler.scale(criterion(model(inputs), targets)).backward()
            scaler.step(optimizer)
            scaler.update()
            scheduler.step()
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 0.01, total_iters=100)
        scaler = torch.amp.GradScaler()
        for inputs, targets in loader:
            scaler.scale(criterion(model(inputs), targets)).backward()
            scaler.step(optimizer)
            scale = scaler.get_scale()
            scaler.update()
            if scaler.get_scale() >= scale:
                scheduler.step()
    Seen in: pytorch 44511, 55585
    """
    usage = reading.usage
    if any(ask.method == "get_scale" for ask in usage.asks):
        return
    for scaler in (one for one in usage.steps if one.what == "scaler"):
        beside = [one for one in usage.steps if one.what == "scheduler" and one.loops == scaler.loops and not one.given]
        for step in beside[:1]:
            if scaler.loops and step.each != "epochs" and step.under == scaler.under:
                message = say(
                    "where {owner} skips an update, as it does the first few, {scheduler}.step() of line {line} "
                    "still goes on by one: step only where the scale didn't go down",
                    owner=scaler.owner,
                    scheduler=step.owner,
                    line=step.line,
                )
                yield Found(message, line=step.line, patches=_asking(reading, scaler, step))


def _steps_its_optimizer(one: Step, scheduler: Step, usage: Usage) -> bool:
    """Whether a step is one of the optimizer that a scheduler is for, where the text says which that is."""
    if one.what not in ("optimizer", "scaler"):
        return False
    own = {made.optimizer for made in usage.schedulers if scheduler.owner in made.names} - {""}
    stepped = one.given if one.what == "scaler" else one.owner
    return not own or own & _aliases(stepped, usage) != set()


def _aliases(text: str, usage: Usage) -> set[str]:
    """Give the names that an optimizer has."""
    return {text, *(name for made in usage.optimizers if text in made.names for name in made.names)}


def _is_around(scheduler: Step, optimizer: Step) -> bool:
    """Whether a scheduler's step is done in the rounds of the loop that the optimizer's is, on no other condition."""
    depth = len(scheduler.loops)
    same = optimizer.loops[:depth] == scheduler.loops and (depth > 0 or optimizer.function == scheduler.function)
    others = [one for one in scheduler.under if one not in optimizer.under]
    return same and all(re.fullmatch(rf"{re.escape(scheduler.owner)}( is not None)?", one) for one in others)


def _written(step: Step) -> str:
    return f"{step.owner}.step({step.given if step.what == 'scaler' else ''})"


def _moved(reading: Reading) -> str:
    """Say what becomes of the curve, in numbers where it is known."""
    run = reading.run
    if run is None or run.schedule is None or run.listens:
        return say("each other one is used a step too early")
    first, second = Case(Experiment.of(run), run, None, None, reading).rates([0, 1])
    before, after = f"{first:.3g}", f"{second:.3g}"
    if before == after or not np.isfinite(second):
        return say("each change comes a step too early")
    return say("training starts at {after} instead of {before}", after=after, before=before)


def _asking(reading: Reading, scaler: Step, step: Step) -> tuple[Patch, ...]:
    """Give the changes that ask for the scale before it is updated, and after."""
    updates = [one.line for one in reading.usage.asks if (one.owner, one.method) == (scaler.owner, "update")]
    indent = margin(reading, step.line, f"{step.owner}.step()")
    if indent is None or len(updates) != 1 or not scaler.line < updates[0] < step.line:
        return ()
    if margin(reading, updates[0], f"{scaler.owner}.update()") != indent:
        return ()
    start = reading.line(updates[0]).start
    before = Patch(start, start, f"{indent}scale = {scaler.owner}.get_scale()\n")
    asked = f"{indent}if {scaler.owner}.get_scale() >= scale:\n{indent}    {step.owner}.step()\n"
    return before, replaced(reading, step.line, asked)
