"""A full array of a million rates for every schedule of the catalog, against stepping torch's own scheduler.

torch is stepped a fifth as often in each of three turns, which alternate with lrviz's, and its time is scaled up.
Targets: median ratio ≥ 300, worst ≥ 100.
"""

from __future__ import annotations

import importlib
import math
import statistics
import time
from typing import Any

import numpy as np
import torch

from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.cosine_lr_scheduler import CosineLRScheduler
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.source.recipes import definition
from lrviz.spec import fields

STEPS = 1_000_000
STEPPED = STEPS // 5
TURNS = 3
ENTRIES: tuple[Schedule, ...] = (
    ConstantLR(total_iters=1000),
    CosineAnnealingLR(T_max=STEPS),
    CosineAnnealingWarmRestarts(T_0=1000),
    CosineAnnealingWarmRestarts(T_0=1000, T_mult=2),
    CyclicLR(base_lr=0.001, max_lr=0.1),
    CyclicLR(base_lr=0.001, max_lr=0.1, mode="exp_range", gamma=0.99999),
    ExponentialLR(gamma=0.99999),
    LambdaLR("0.99999 ** t"),
    LambdaLR("min(1, t / 1000) * 0.5 * (1 + cos(pi * t / 1000000))"),
    LinearLR(total_iters=STEPS // 2),
    MultiStepLR(milestones=(300_000, 600_000, 900_000)),
    OneCycleLR(max_lr=0.1, total_steps=STEPS),
    PolynomialLR(total_iters=STEPS),
    PolynomialLR(total_iters=STEPS, power=0.9),
    StepLR(step_size=30_000),
    *(cls.fitted(STEPS, 0.1) for cls in SCHEDULES if issubclass(cls, Recipe)),
    CosineLRScheduler(t_initial=1000, cycle_limit=1000, cycle_decay=0.999),
    CosineLRScheduler(t_initial=1000, cycle_limit=20, cycle_mul=1.5),
)


def torch_seconds(schedule: Schedule) -> float:
    """Give what torch needs for all the steps, from stepping a part of them."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1, momentum=0.9)
    given: dict[str, Any] = {field.name: getattr(schedule, field.name) for field in fields(type(schedule))}
    if isinstance(schedule, LambdaLR):
        source = f"lambda step: {schedule.expressions[0].python(t='step')}"
        given["lr_lambda"] = eval(source, {"math": math})  # noqa: S307 - the formulas stand above
    if isinstance(schedule, Recipe):  # in the plain Python that lrviz writes, not by its own formulas
        written: dict[str, Any] = {"math": math}
        exec(definition(schedule, "factor", 0.1), written)  # noqa: S102 - written by lrviz
        given = {"lr_lambda": written["factor"]}
    module, _, name = schedule.target.rpartition(".")
    scheduler = getattr(importlib.import_module(module), name)(optimizer, **given)
    optimizer.step()
    rates = []
    start = time.perf_counter()
    for _ in range(STEPPED):
        rates.append(optimizer.param_groups[0]["lr"])
        scheduler.step()
    return (time.perf_counter() - start) * STEPS / STEPPED


def lrviz_seconds(schedule: Schedule, t: np.ndarray[Any, np.dtype[np.int64]]) -> float:
    start = time.perf_counter()
    schedule.at(t, 0.1)
    return time.perf_counter() - start


def main() -> None:
    assert {type(entry) for entry in ENTRIES} == set(SCHEDULES), "an entry of the catalog isn't measured"
    torch.set_num_threads(1)
    t = np.arange(STEPS)
    ratios = []
    for schedule in ENTRIES:
        lrviz_seconds(schedule, t)
        stepped, closed = [], []
        for _ in range(TURNS):
            closed += [lrviz_seconds(schedule, t) for _ in range(3)]
            stepped.append(torch_seconds(schedule))
        ratios.append(statistics.median(stepped) / statistics.median(closed))
        took = f"torch {statistics.median(stepped):5.2f} s   lrviz {statistics.median(closed) * 1e3:6.2f} ms"
        print(f"{ratios[-1]:7.0f}×   {took}   {schedule}", flush=True)
    print(f"median {statistics.median(ratios):.0f}× (target ≥ 300×), worst {min(ratios):.0f}× (target ≥ 100×)")


if __name__ == "__main__":
    main()
