"""Stepped: whether a text steps its scheduler once a batch or once an epoch."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Literal

from lrviz.source.usage.usage import Step, Usage


def turn(usage: Usage, scheduler: AbstractSet[str]) -> Literal["batch", "epoch"]:
    """Say in what a scheduler of these names is stepped: a batch, where the text doesn't say it is an epoch.

    A loop over epochs in which the optimizer is stepped just as often is one of single updates.
    """
    steps = [step for step in usage.steps if step.owner in scheduler]
    updates = [step for step in usage.steps if step.what in {"optimizer", "scaler"}]
    if not steps or any(_each(step, updates) == "batch" for step in steps):
        return "batch"
    return "epoch"


def _each(step: Step, updates: list[Step]) -> Literal["batch", "epoch"]:
    together = any(update.loops == step.loops for update in updates)
    return "epoch" if step.each == "epochs" and not together else "batch"
