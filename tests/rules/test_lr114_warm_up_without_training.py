from __future__ import annotations

import pytest

from lrviz import CosineAnnealingLR, CyclicLR, ExponentialLR, LambdaLR, LinearLR, OneCycleLR, SequentialLR
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.constant_schedule_with_warmup import ConstantScheduleWithWarmup
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from tests.rules.judging import found, said


@pytest.mark.parametrize(
    ("schedule", "message", "fixed"),
    [
        (
            LinearLR(0.01, total_iters=5000),
            "to 0.0208 at step 999: it is at 0.1 only from step 5000 on",
            LinearLR(0.01, total_iters=100),
        ),
        (
            CyclicLR(0.001, 0.1, step_size_up=2000),
            "to 0.0505 at step 999: it is at 0.1 only from step 2000 on",
            CyclicLR(0.001, 0.1, step_size_up=100),
        ),
        (
            LinearScheduleWithWarmup(1000, 1000),
            "to 0.0999 at step 999, and no step is left for its decay",
            LinearScheduleWithWarmup(100, 1000),
        ),
        (
            ConstantScheduleWithWarmup(2000),
            "to 0.05 at step 999: it is at 0.1 only from step 2000 on",
            ConstantScheduleWithWarmup(100),
        ),
    ],
)
def test_a_warm_up_as_long_as_the_plan(schedule: Schedule, message: str, fixed: Schedule) -> None:
    (one,) = found("LR114", schedule)
    assert one.message == f"the learning rate climbs to the end, {message}"
    assert (one.severity, one.step) == ("warning", 999)
    assert one.fix is not None
    assert one.fix.schedule == fixed


@pytest.mark.parametrize(
    ("schedule", "steps", "stepped", "message", "severity"),
    [
        (LinearScheduleWithWarmup(2, 20), 20, "epoch", "first of 20 epochs trains", "warning"),
        (LinearScheduleWithWarmup(2, 20), 20, "batch", "first of 20 steps trains", "info"),
        (LambdaLR("t // 30"), 200, "batch", "first 30 of 200 steps train", "warning"),
    ],
)
def test_steps_at_a_rate_of_0(schedule: Schedule, steps: int, stepped: str, message: str, severity: str) -> None:
    (one,) = [one for one in found("LR114", schedule, steps=steps, stepped=stepped) if one.step == 0]
    assert (one.message, one.severity) == (f"the {message} at a learning rate of 0", severity)


@pytest.mark.parametrize(
    "schedule",
    [
        LinearScheduleWithWarmup(100, 1000),
        ConstantScheduleWithWarmup(100),
        LinearLR(0.01, total_iters=1000),
        LinearLR(0.01, total_iters=999),
        CyclicLR(0.001, 0.1, step_size_up=1000),
        OneCycleLR(0.1, 1000),
        ExponentialLR(1.01),
        CosineAnnealingLR(1000),
        SequentialLR((LinearLR(0.01, total_iters=100), CosineAnnealingLR(900)), (100,)),
        None,
    ],
)
def test_a_warm_up_that_is_over_or_a_test_of_rates_is_not_found(schedule: Schedule | None) -> None:
    assert said("LR114", schedule) == []
