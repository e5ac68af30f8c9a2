"""What torch makes of a schedule, step for step, and how close to it is the same."""

from __future__ import annotations

import importlib
import math
from typing import Any, NamedTuple

import numpy as np
import torch

from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.expression import Expression
from lrviz.spec import fields


class Truth(NamedTuple):
    """What torch gave before each step: rates (groups, n), momentum (n,), and what it raised at step n."""

    lrs: np.ndarray[Any, np.dtype[np.float64]]
    momentum: np.ndarray[Any, np.dtype[np.float64]]
    error: str | None


def optimizer(kind: str, rates: list[float]) -> torch.optim.Optimizer:
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in rates]
    return torch.optim.SGD(groups, momentum=0.5) if kind == "SGD" else torch.optim.AdamW(groups, betas=(0.5, 0.999))


def scheduler(schedule: Schedule, on: torch.optim.Optimizer) -> torch.optim.lr_scheduler.LRScheduler:
    given = {field.name: getattr(schedule, field.name) for field in fields(type(schedule))}
    if isinstance(schedule, Recipe):  # what each gives is compared with its library's in schedules/test_recipes.py
        given = schedule.arguments_for([group["lr"] for group in on.param_groups])
    for field in fields(type(schedule)):
        if field.variable and given.get(field.name) is not None:
            given[field.name] = function(given[field.name], field.variable)
    module, _, name = schedule.target.rpartition(".")
    made: torch.optim.lr_scheduler.LRScheduler = getattr(importlib.import_module(module), name)(on, **given)
    return made


def function(text: str | tuple[str, ...], variable: str) -> Any:
    """Give what Python itself makes of a formula, or of one for each group."""
    if isinstance(text, tuple):
        return [function(one, variable) for one in text]
    formula = Expression.parse(text, (variable,))
    return eval(f"lambda {variable}: {formula.python()}", {"math": math})  # noqa: S307 - a formula of ours


def stepped(schedule: Schedule, rates: list[float], steps: int, kind: str = "SGD") -> Truth:
    on = optimizer(kind, rates)
    stepping = scheduler(schedule, on)
    on.step()  # torch warns of a scheduler stepped before its optimizer
    lrs, momenta = [], []
    for _ in range(steps):
        lrs.append([group["lr"] for group in on.param_groups])
        momenta.append(on.param_groups[0]["momentum"] if kind == "SGD" else on.param_groups[0]["betas"][0])
        try:
            stepping.step()
        except (ValueError, ArithmeticError) as error:
            words = str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
            return Truth(np.array(lrs).T, np.array(momenta), words)
    return Truth(np.array(lrs).T, np.array(momenta), None)


def assert_same(found: Any, expected: Any, scale: float = 0.0) -> None:
    """Compare as far as torch's values are numbers, at torch's own rounding.

    Its recursion rounds at the scale of its whole curve, not of each value; `scale` is what else it adds to a value.
    """
    finite = len(expected) if np.isfinite(expected).all() else int(np.argmin(np.isfinite(expected)))
    atol = 1e-12 * np.max(np.abs(expected[:finite]), initial=scale)
    np.testing.assert_allclose(found[:finite], expected[:finite], rtol=1e-9, atol=atol)
    assert finite == len(expected) or not np.isfinite(found[finite])


def assert_steps_as_torch(schedule: Schedule, rates: list[float], steps: int, kind: str = "SGD") -> None:
    truth = stepped(schedule, rates, steps, kind)
    end = schedule.ends()
    taken = truth.lrs.shape[1]
    if truth.error is None:
        assert end is None or end >= steps
    else:
        assert (taken, schedule.message(taken)) == (end, truth.error)
    for i, (lr, expected) in enumerate(zip(rates, truth.lrs, strict=True)):
        own = schedule.for_group(i)
        assert_same(own.at(np.arange(taken), lr), expected, scale=getattr(schedule, "eta_min", 0.0))
    assert_same(schedule.momentum_at(np.arange(taken), 0.5), truth.momentum)
