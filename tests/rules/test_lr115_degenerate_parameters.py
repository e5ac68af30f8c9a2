from __future__ import annotations

import pytest

from lrviz import (
    SGD,
    AdamW,
    ConstantLR,
    CosineAnnealingLR,
    CyclicLR,
    LambdaLR,
    LinearLR,
    MultiStepLR,
    OneCycleLR,
    SequentialLR,
    StepLR,
)
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_lr_scheduler import CosineLRScheduler
from lrviz.catalog.schedules.polynomial_decay_schedule_with_warmup import PolynomialDecayScheduleWithWarmup
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from tests.rules.judging import MOMENTUM, found, found_in_all, said


@pytest.mark.parametrize(
    ("schedule", "message", "field", "fixed"),
    [
        (
            LinearLR(0.1, total_iters=0),
            "LinearLR with total_iters=0 never gets away from where it begins, at 0.01",
            "total_iters",
            LinearLR(1.0, total_iters=0),
        ),
        (
            ConstantLR(0.5, total_iters=0),
            "ConstantLR with total_iters=0 never gets away from where it begins, at 0.05",
            "total_iters",
            ConstantLR(1.0, total_iters=0),
        ),
        (
            PolynomialLR(total_iters=0),
            "PolynomialLR with total_iters=0 never gets away from where it begins, at 0.1",
            "total_iters",
            PolynomialLR(1000),
        ),
        (
            CosineAnnealingLR(1000, eta_min=0.2),
            "eta_min=0.2 is above the learning rate of 0.1, which goes up to it",
            "eta_min",
            CosineAnnealingLR(1000),
        ),
        (
            CosineLRScheduler(1000, lr_min=0.1),
            "lr_min=0.1 is the learning rate itself, which stays there",
            "lr_min",
            CosineLRScheduler(1000),
        ),
        (
            CyclicLR(0.1, 0.001, 100),
            "base_lr=0.1 is above max_lr=0.001: the cycles are upside down",
            "base_lr",
            CyclicLR(0.001, 0.1, 100),
        ),
        (
            StepLR(300, gamma=10),
            "the learning rate grows from 0.1 to 100 at step 999: gamma=10 multiplies it at every drop",
            "gamma",
            StepLR(300, gamma=0.1),
        ),
        (
            MultiStepLR((300, 600, 1000)),
            "milestone 1000 never comes: its last step is 999",
            "milestones",
            MultiStepLR((300, 600)),
        ),
        (
            MultiStepLR((300, 2000, 3000)),
            "the milestones [2000, 3000] never come: its last step is 999",
            "milestones",
            MultiStepLR((300,)),
        ),
    ],
)
def test_a_parameter_that_makes_no_schedule(schedule: Schedule, message: str, field: str, fixed: Schedule) -> None:
    (one,) = found("LR115", schedule)
    assert (one.message, one.field) == (message, f"schedule.{field}")
    assert one.severity == ("info" if field == "milestones" else "warning")
    assert one.fix is not None
    assert one.fix.schedule == fixed


@pytest.mark.parametrize(
    ("schedule", "message", "step"),
    [
        (ConstantLR(0.0, 5), "at step 5 torch raises: ZeroDivisionError: float division by zero", 5),
        (LambdaLR("1 / (7 - t)"), "at step 7 torch stops: ZeroDivisionError: division by zero", 7),
        (
            PolynomialDecayScheduleWithWarmup(10, 100, lr_end=0.5),
            "at step 0 torch stops: lr_end (0.5) must be smaller than initial lr",
            0,
        ),
        (
            CyclicLR((0.1, 0.2), 1.0),
            (
                "torch refuses it: base_lr must have the same length as optimizer.param_groups. "
                "base_lr has 2 values, param_groups has 1"
            ),
            0,
        ),
    ],
)
def test_what_torch_raises_is_an_error(schedule: Schedule, message: str, step: int) -> None:
    (one,) = found("LR115", schedule, steps=50)
    assert (one.message, one.severity, one.step) == (message, "error", step)


def test_a_lambda_that_gives_a_rate() -> None:
    (one,) = found("LR115", LambdaLR("0.01 * 0.99 ** t"), SGD(lr=0.01))
    assert one.message == (
        "the learning rate is 0.0001 at most: the lambda’s 0.01 is a factor, multiplied by the optimizer’s lr, 0.01"
    )
    assert one.fix is not None
    assert one.fix.optimizer == SGD(lr=1.0)


def test_a_rate_of_0() -> None:
    assert said("LR115", CosineAnnealingLR(1000), SGD(lr=0.0)) == ["the learning rate is 0, and nothing is trained"]


def test_of_a_part_it_is_said_where_it_acts() -> None:
    (one,) = found("LR115", SequentialLR((LinearLR(0.5, total_iters=0), CosineAnnealingLR(900)), (100,)))
    assert one.field == "schedule.schedulers[0].total_iters"
    assert one.message.endswith("at 0.05")


@pytest.mark.parametrize(
    ("schedule", "optimizer"),
    [
        (SequentialLR((LinearLR(0.5, total_iters=0), CosineAnnealingLR(1000)), (0,)), MOMENTUM),
        (ConstantLR(1.0, 0), MOMENTUM),
        (LinearLR(1.0, total_iters=0), MOMENTUM),
        (CosineAnnealingLR(1000, eta_min=0.01), MOMENTUM),
        (OneCycleLR(0.1, 500), MOMENTUM),
        (StepLR(30, gamma=1.05), MOMENTUM),
        (LambdaLR("0.95 ** t"), SGD(lr=0.01)),
        (LambdaLR("512 ** -0.5 * min((t + 1) ** -0.5, (t + 1) * 4000 ** -1.5)"), SGD(lr=1.0)),
        (LambdaLR("min(1, t / 100)"), AdamW(lr=1e-3)),
        (MultiStepLR((300, 600)), MOMENTUM),
        (MultiStepLR((3000,)), MOMENTUM),
    ],
)
def test_odd_but_meaningful_values_are_not_found(schedule: Schedule, optimizer: Optimizer) -> None:
    assert said("LR115", schedule, optimizer) == []


def test_a_rate_below_0() -> None:
    (one,) = found("LR115", LambdaLR("1 - t / 500"))
    assert one.message == (
        "the learning rate falls below 0 at step 501, to -0.0998 at step 999: from there on training climbs"
    )
    assert (one.severity, one.step) == ("error", 501)
    assert one.fix is not None
    assert found_in_all(one.fix.schedule) == []
