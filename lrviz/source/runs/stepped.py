"""Stepped: whether a text steps its scheduler once a batch or once an epoch."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Literal

from lrviz.source.runs.irregular import is_once_an_epoch
from lrviz.source.usage.usage import Step, Usage


def turn(usage: Usage, scheduler: AbstractSet[str]) -> Literal["batch", "epoch"]:
    """Say in what a scheduler of these names is stepped: a batch, where the text doesn't say it is an epoch.

    A loop over epochs in which the optimizer is stepped just as often is one of single updates.
    """
    updates = [step for step in usage.steps if step.what in {"optimizer", "scaler"}]
    around = {loop for update in updates for loop in update.loops}
    steps = usage.steps_of(scheduler)
    steps = [step for step in steps if around & set(step.loops)] or steps  # what comes before training says nothing
    if not steps or any(_each(step, updates) == "batch" for step in steps):
        return "batch"
    return "epoch"


def _each(step: Step, updates: list[Step]) -> Literal["batch", "epoch"]:
    together = any(update.loops == step.loops for update in updates)
    told = bool(step.given) and any(loop.kind == "epochs" for loop in step.loops)  # which epoch, or what part of it
    return "epoch" if (step.each == "epochs" and not together) or is_once_an_epoch(step) or told else "batch"
