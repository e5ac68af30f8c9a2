"""A full array of a million rates for every schedule of the catalog, against stepping torch's own scheduler.

torch runs the code that lrviz writes, stepped a twentieth as often in each of three turns, which alternate with
lrviz's, and its time is scaled up. Targets: median ratio ≥ 300, worst ≥ 100 of what isn't scanned.
"""

from __future__ import annotations

import statistics
import time
from typing import Any

import numpy as np
import torch

import lrviz
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.cosine_lr_scheduler import CosineLRScheduler
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.run import Run

STEPS = 1_000_000
STEPPED = STEPS // 20
TURNS = 3
WARM = LinearLR(0.01, total_iters=10_000)
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
    SequentialLR((WARM, CosineAnnealingLR(T_max=STEPS - 10_000)), (10_000,)),
    SequentialLR((WARM, ConstantLR(1.0, 1), PolynomialLR(total_iters=STEPS // 5)), (10_000, STEPS * 4 // 5)),
    SequentialLR((WARM, CosineAnnealingWarmRestarts(T_0=1000)), (10_000,)),
    SequentialLR((SequentialLR((WARM, ExponentialLR(0.99999)), (10_000,)), LinearLR(1.0, 0.0, 1000)), (STEPS // 2,)),
    ChainedScheduler((WARM, CosineAnnealingLR(T_max=STEPS))),
    ChainedScheduler((WARM, CosineAnnealingLR(T_max=STEPS, eta_min=0.0001))),
    ChainedScheduler((ConstantLR(0.1, STEPS // 10), StepLR(step_size=STEPS // 5), PolynomialLR(total_iters=STEPS))),
    ChainedScheduler((ExponentialLR(0.99999), CosineAnnealingLR(T_max=1000))),
    ChainedScheduler((ExponentialLR(0.99999), CosineAnnealingLR(T_max=1000, eta_min=0.0001))),
    MultiplicativeLR("1 - 1e-5 * (t % 3)"),
    CosineLRScheduler(t_initial=1000, cycle_limit=1000, cycle_decay=0.999),
    CosineLRScheduler(t_initial=1000, cycle_limit=20, cycle_mul=1.5),
)
OTHERS = tuple(
    cls.fitted(STEPS, 0.1) for cls in SCHEDULES if cls not in {type(one) for one in ENTRIES} and not cls.listens
)


def torch_seconds(schedule: Schedule) -> float:
    """Give what torch needs for all the steps, from stepping a part of them."""
    made: dict[str, Any] = {"model": torch.nn.Linear(1, 1)}
    exec(lrviz.code(Run("run", schedule, SGD(lr=0.1, momentum=0.9))), made)  # noqa: S102 - the code that lrviz writes
    optimizer, scheduler = made["optimizer"], made["scheduler"]
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
    torch.set_num_threads(1)
    t = np.arange(STEPS)
    ratios, closed_forms = [], []
    for schedule in (*ENTRIES, *OTHERS):
        lrviz_seconds(schedule, t)
        stepped, closed = [], []
        for _ in range(TURNS):
            closed += [lrviz_seconds(schedule, t) for _ in range(3)]
            stepped.append(torch_seconds(schedule))
        ratios.append(statistics.median(stepped) / statistics.median(closed))
        if not schedule.scans:
            closed_forms.append(ratios[-1])
        took = f"torch {statistics.median(stepped):5.2f} s   lrviz {statistics.median(closed) * 1e3:6.2f} ms"
        print(f"{ratios[-1]:7.0f}×   {took}   {schedule}", flush=True)
    print(f"median {statistics.median(ratios):.0f}× (target ≥ 300×), worst {min(closed_forms):.0f}× (target ≥ 100×)")


if __name__ == "__main__":
    main()
