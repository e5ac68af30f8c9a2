"""The torch object a catalog value stands for."""

from __future__ import annotations

import functools
import importlib
import warnings
from collections.abc import Sequence
from typing import Any

import torch
from torch.optim import Optimizer

from lrviz.catalog.schedule import Later, Schedule
from lrviz.spec import Spec, fields


def build(spec: Spec, *given: Any) -> Any:
    """Call what `spec.target` names with `given` and the spec's own arguments; a schedule is given its optimizer."""
    if isinstance(spec, Schedule):
        [optimizer] = given
        return _scheduler(
            spec, optimizer, [float(group.get("initial_lr", group["lr"])) for group in optimizer.param_groups]
        )
    own = spec.arguments()
    for field in fields(type(spec)):
        if field.tensor and own[field.name] is not None:
            own[field.name] = torch.tensor(own[field.name])
    return _target(type(spec).target)(*given, **own, **type(spec).fixed)


def _scheduler(schedule: Schedule, optimizer: Optimizer, rates: Sequence[float], **further: Any) -> Any:
    """Build torch's scheduler and before it, in order, the parts it is made of: each one changes the rates.

    `rates` are those of the groups before any of them did.
    """
    own = {name: _built(value, optimizer, rates) for name, value in schedule.arguments_for(rates).items()} | further
    with warnings.catch_warnings():  # torch takes a chain's first step inside a sequence for one before the optimizer's
        warnings.filterwarnings("ignore", message="Detected call of `lr_scheduler.step", category=UserWarning)
        return _target(type(schedule).target)(optimizer=optimizer, **own, **type(schedule).fixed)


def _built(value: Any, optimizer: Optimizer, rates: Sequence[float]) -> Any:
    """Give an argument as torch takes it: a scheduler for a schedule, or a function that makes one, a list of them."""
    if isinstance(value, Later):
        return lambda optimizer: _scheduler(value.schedule, optimizer, rates, **value.further)
    if isinstance(value, tuple):
        return [_built(one, optimizer, rates) for one in value]
    return _scheduler(value, optimizer, rates) if isinstance(value, Schedule) else value


@functools.cache
def _target(name: str) -> Any:
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module), attribute)
