"""The columns of a window 1280 pixels wide over plans of a thousand, a million and a thousand million steps.

Against evaluating every step at a million and reducing it to columns. Target: about a millisecond, whatever the steps.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.columns import columns
from lrviz.experiment import Experiment
from lrviz.run import Run

WIDTH = 1280
ROUNDS = 21
PLANS = (10**3, 10**6, 10**9)


def entries(steps: int) -> tuple[Schedule, ...]:
    """Give smooth, stepped and fully oscillating schedules for a plan."""
    warm = LinearLR(0.01, total_iters=steps // 100)
    return (
        LinearLR(total_iters=steps),
        StepLR(step_size=max(1, steps // 5)),
        StepLR(step_size=3, gamma=0.999),
        MultiStepLR(milestones=(steps // 2, steps * 3 // 4)),
        CosineAnnealingLR(T_max=steps),
        CosineAnnealingLR(T_max=1),
        CosineAnnealingWarmRestarts(T_0=max(1, steps // 20)),
        CosineAnnealingWarmRestarts(T_0=7, T_mult=2),
        CyclicLR(base_lr=0.001, max_lr=0.1, step_size_up=50),
        CyclicLR(base_lr=0.001, max_lr=0.1, step_size_up=50, mode="exp_range", gamma=0.999999),
        OneCycleLR(max_lr=0.1, total_steps=steps),
        LambdaLR(f"0.5 * (1 + cos(pi * t / {steps}))"),
        SequentialLR((warm, CosineAnnealingLR(steps)), (steps // 100,)),
        SequentialLR((warm, StepLR(3, 0.999)), (steps // 100,)),
        SequentialLR((warm, CosineAnnealingWarmRestarts(1000)), (steps // 100,)),
        SequentialLR((warm, CyclicLR(0.001, 0.1, 50)), (steps // 100,)),
        ChainedScheduler((warm, CosineAnnealingLR(steps, 0.001))),
        ChainedScheduler((warm, ExponentialLR(1 - 1 / steps))),
    )


def milliseconds(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1e3


def plan(schedule: Schedule, steps: int) -> Experiment:
    return Experiment.of(Run("run", schedule), steps=steps)


def every_step(experiment: Experiment) -> None:
    """Reduce all steps to columns, as a plot without turns would."""
    steps = experiment.training.steps
    values = experiment.curve(0, np.arange(steps)).lr
    starts = steps * np.arange(WIDTH) // WIDTH
    np.minimum.reduceat(values, starts)
    np.maximum.reduceat(values, starts)


def main() -> None:
    print("      10³      10⁶      10⁹   every step at 10⁶")
    for row in zip(*map(entries, PLANS), strict=True):
        plans = [plan(schedule, steps) for schedule, steps in zip(row, PLANS, strict=True)]
        taken = [
            milliseconds(lambda experiment=one: columns(experiment, experiment.runs[0], 0, 10**9, WIDTH))  # type: ignore[misc]  # a default binds the loop's value
            for one in plans
        ]
        naive = milliseconds(lambda: every_step(plans[1]), 5)  # noqa: B023 - called at once
        sampled = "   (sampled)" if columns(plans[2], plans[2].runs[0], 0, 10**9, WIDTH).sampled else ""
        name = type(row[0]).__name__
        times = "  ".join(f"{one:5.2f}ms" for one in taken)
        print(f"  {times}   {naive:6.1f} ms = {naive / taken[1]:4.0f}×   {name}{sampled}")


if __name__ == "__main__":
    main()
