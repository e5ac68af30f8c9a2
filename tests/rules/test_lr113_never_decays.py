from __future__ import annotations

import pytest

from lrviz import (
    ConstantLR,
    CosineAnnealingLR,
    CyclicLR,
    ExponentialLR,
    LambdaLR,
    LinearLR,
    MultiStepLR,
    SequentialLR,
    StepLR,
)
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.constant_schedule import ConstantSchedule
from lrviz.catalog.schedules.constant_schedule_with_warmup import ConstantScheduleWithWarmup
from lrviz.catalog.schedules.cosine_lr_scheduler import CosineLRScheduler
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.swalr import SWALR
from lrviz.catalog.schedules.wsd_schedule import WSDSchedule
from tests.rules.judging import found, said

WARMUP = LinearLR(0.1, total_iters=100)


@pytest.mark.parametrize(
    ("schedule", "message", "field", "fixed"),
    [
        (StepLR(5000), "stays at 0.1 over the 1000 steps of the plan: step_size says 5000", "step_size", StepLR(333)),
        (
            MultiStepLR((3000, 6000)),
            "stays at 0.1 over the 1000 steps of the plan: milestones says 6000",
            "milestones",
            MultiStepLR((375, 750)),
        ),
        (
            CosineAnnealingLR(10_000),
            "only falls from 0.1 to 0.0976 over the 1000 steps of the plan: T_max says 10000",
            "T_max",
            CosineAnnealingLR(1000),
        ),
        (
            SequentialLR((WARMUP, CosineAnnealingLR(90_000)), (100,)),
            "stays at 0.1 over the 1000 steps of the plan: schedulers[1].T_max says 90100",
            "schedulers[1].T_max",
            None,
        ),
        (
            WSDSchedule(100, 1000, 10_000),
            "stays at 0.1 over the 1000 steps of the plan: num_training_steps says 10000",
            "num_training_steps",
            WSDSchedule(10, 100, 1000),
        ),
    ],
)
def test_a_decay_that_is_behind_the_plan(schedule: Schedule, message: str, field: str, fixed: Schedule | None) -> None:
    (one,) = found("LR113", schedule)
    assert one.message == f"the learning rate {message}"
    assert (one.severity, one.field) == ("warning", f"schedule.{field}")
    assert one.fix is not None
    assert fixed is None or one.fix.schedule == fixed


@pytest.mark.parametrize(
    ("schedule", "message", "step"),
    [
        (PolynomialLR(), "is 0 from step 5 on: 995 of 1000 steps train nothing", 5),
        (LinearScheduleWithWarmup(50, 500), "is 0 from step 500 on: 500 of 1000 steps train nothing", 500),
        (CosineLRScheduler(500), "is 0 from step 500 on: 500 of 1000 steps train nothing", 500),
        (ExponentialLR(0.9), "is 0.00097 or less from step 44 on, for 956 of 1000 steps", 44),
        (StepLR(10), "is 0.001 or less from step 20 on, for 980 of 1000 steps", 20),
        (LambdaLR("0.9 ** t"), "is 0.00097 or less from step 44 on, for 956 of 1000 steps", 44),
    ],
)
def test_a_decay_that_is_over_soon(schedule: Schedule, message: str, step: int) -> None:
    (one,) = found("LR113", schedule)
    assert (one.message, one.step) == (f"the learning rate {message}", step)


@pytest.mark.parametrize(
    "schedule",
    [
        None,
        ConstantLR(1.0),
        ConstantLR(0.1, 5),
        ConstantSchedule(),
        ConstantScheduleWithWarmup(100),
        LambdaLR("1.0"),
        WARMUP,
        StepLR(300),
        StepLR(300, gamma=1.0),
        MultiStepLR((500,)),
        MultiStepLR((50,)),
        LinearLR(1.0, 0.1, 50),
        CosineAnnealingLR(1000),
        CosineAnnealingLR(2000),
        CyclicLR(0.001, 0.1, 100, mode="triangular2"),
        ExponentialLR(0.999),
        LinearScheduleWithWarmup(100, 960),
        SWALR(0.05),
    ],
)
def test_what_is_constant_on_purpose_or_decays_in_the_plan_is_not_found(schedule: Schedule | None) -> None:
    assert said("LR113", schedule) == []


def test_a_trial_of_a_few_steps_is_left_alone() -> None:
    assert said("LR113", StepLR(30), steps=5) == []
