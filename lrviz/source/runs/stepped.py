"""Stepped: whether a text steps its scheduler once a batch or once an epoch, or by parts of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Literal

from lrviz.errors import Finding
from lrviz.source.usage.usage import Step, Usage

_PART = re.compile(r"epoch\w*\b.*\+.*/|/.*\+.*\bepoch", re.IGNORECASE)
"""Where a step is told, `epoch + i / len(loader)`."""
_WAITS = re.compile(
    r"\w*(epoch|step|iter)\w* >=? (?![01]$)\w+$|not \(\w*(epoch|step|iter)\w* <=? (?![01]\)$)\w+\)$", re.IGNORECASE
)
"""A condition that holds from some time on, which isn’t just after the beginning."""


def turn(usage: Usage, scheduler: AbstractSet[str]) -> Literal["batch", "epoch"]:
    """Say in what a scheduler of these names is stepped: a batch, where the text doesn't say it is an epoch.

    A loop over epochs in which the optimizer is stepped just as often is one of single updates.
    """
    steps = _own(usage, scheduler)
    updates = [step for step in usage.steps if step.what in {"optimizer", "scaler"}]
    if not steps or any(_each(step, updates) == "batch" for step in steps):
        return "batch"
    return "epoch"


def _each(step: Step, updates: list[Step]) -> Literal["batch", "epoch"]:
    if _PART.search(step.given):
        return "epoch"
    together = any(update.loops == step.loops for update in updates)
    return "epoch" if step.each == "epochs" and not together else "batch"


def oddities(usage: Usage, scheduler: AbstractSet[str]) -> Iterator[Finding]:
    """Say where a scheduler goes on by parts of an epoch, of which only whole ones are drawn, and where it waits."""
    own = _own(usage, scheduler)
    if part := next((step for step in own if _PART.search(step.given)), None):
        message = "by a part of an epoch with each batch; its rates are drawn once an epoch, those of its beginning"
        yield _note(part, f"goes on {message}")
    waits = [step for step in own if any(map(_WAITS.match, step.under))]
    if waits and len(waits) == len(own):
        condition = next(filter(_WAITS.match, waits[0].under))
        yield _note(waits[0], f"is only done if {condition[:60]}; the curve begins where it first is")


def _note(step: Step, message: str) -> Finding:
    return Finding("LR202", "warning", f"{step.owner[:60]}.step({step.given[:60]}) {message}", step.line)


def _own(usage: Usage, scheduler: AbstractSet[str]) -> list[Step]:
    """Give the steps of a scheduler of these names; where none has one, those of what the text makes under none.

    That is one that it hands over to an object or a function, which has a name of its own for it.
    """
    made = {name for one in usage.schedulers for name in one.names}
    others = [step for step in usage.steps if step.what == "scheduler" and step.owner not in made]
    return [step for step in usage.steps if step.owner in scheduler] or others
