"""A run with one mistake gets one finding, of the rule whose it is, and is clean with the fix."""

from __future__ import annotations

import pytest

from lrviz import (
    SGD,
    AdamW,
    ChainedScheduler,
    ConstantLR,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    CyclicLR,
    ExponentialLR,
    LambdaLR,
    LinearLR,
    MultiStepLR,
    OneCycleLR,
    ReduceLROnPlateau,
    SequentialLR,
    StepLR,
)
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers.adagrad import Adagrad
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_lr_scheduler import CosineLRScheduler
from lrviz.catalog.schedules.cosine_schedule_with_warmup import CosineScheduleWithWarmup
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.rules.linter import findings
from tests.rules.judging import MOMENTUM, case_of

WARMUP = LinearLR(0.1, total_iters=100)
MISTAKES: list[tuple[str, Schedule, Optimizer]] = [
    ("LR101", CosineAnnealingLR(20), MOMENTUM),
    ("LR101", StepLR(6), MOMENTUM),
    ("LR101", OneCycleLR(0.1, 20), MOMENTUM),
    ("LR101", LinearScheduleWithWarmup(1, 20), MOMENTUM),
    ("LR101", CosineScheduleWithWarmup(1, 20), MOMENTUM),
    ("LR101", CosineLRScheduler(20), MOMENTUM),
    ("LR101", SequentialLR((LinearLR(0.1, total_iters=2), CosineAnnealingLR(18)), (2,)), MOMENTUM),
    ("LR101", ChainedScheduler((LinearLR(0.1, total_iters=2), CosineAnnealingLR(20))), MOMENTUM),
    ("LR102", CosineAnnealingLR(500), MOMENTUM),
    ("LR102", CosineScheduleWithWarmup(100, 500), MOMENTUM),
    ("LR102", CosineScheduleWithWarmup(100, 1000, 1.0), MOMENTUM),
    ("LR102", SequentialLR((WARMUP, CosineAnnealingLR(400)), (100,)), MOMENTUM),
    ("LR103", OneCycleLR(0.1, 500), MOMENTUM),
    ("LR103", OneCycleLR(0.1, 5000), MOMENTUM),
    ("LR104", OneCycleLR(0.1, 1000), SGD(lr=0.1)),
    ("LR104", OneCycleLR(0.1, 1000), Adagrad(lr=0.1)),
    ("LR107", SequentialLR((WARMUP, CosineAnnealingLR(950)), (50,)), MOMENTUM),
    ("LR107", SequentialLR((WARMUP, CosineAnnealingLR(900)), (1000,)), MOMENTUM),
    ("LR107", SequentialLR((WARMUP, CosineAnnealingLR(1000)), (100,)), MOMENTUM),
    ("LR107", SequentialLR((WARMUP, PolynomialLR(1000)), (100,)), MOMENTUM),
    ("LR108", SequentialLR((WARMUP, SequentialLR((CosineAnnealingLR(900),), ())), (100,)), MOMENTUM),
    ("LR109", ChainedScheduler((WARMUP, CosineAnnealingLR(900))), MOMENTUM),
    ("LR109", ChainedScheduler((WARMUP, CosineAnnealingWarmRestarts(1000))), MOMENTUM),
    ("LR109", ChainedScheduler((WARMUP, OneCycleLR(0.1, 1000))), MOMENTUM),
    ("LR110", ReduceLROnPlateau(patience=1000), MOMENTUM),
    ("LR110", ReduceLROnPlateau(), SGD(lr=1e-8)),
    ("LR113", StepLR(5000, gamma=0.01), MOMENTUM),
    ("LR113", MultiStepLR((3000, 6000)), MOMENTUM),
    ("LR113", CosineAnnealingLR(100_000), MOMENTUM),
    ("LR113", PolynomialLR(), MOMENTUM),
    ("LR113", ExponentialLR(0.9), MOMENTUM),
    ("LR113", LinearScheduleWithWarmup(50, 500), MOMENTUM),
    ("LR113", CosineLRScheduler(500), MOMENTUM),
    ("LR114", LinearLR(0.01, total_iters=5000), MOMENTUM),
    ("LR114", LinearScheduleWithWarmup(1000, 1000), MOMENTUM),
    ("LR114", CyclicLR(0.001, 0.1, 2000), MOMENTUM),
    ("LR115", LinearLR(0.1, total_iters=0), MOMENTUM),
    ("LR115", ConstantLR(0.0, 5), MOMENTUM),
    ("LR115", CosineAnnealingLR(1000, eta_min=1.0), MOMENTUM),
    ("LR115", StepLR(300, gamma=10), MOMENTUM),
    ("LR115", LambdaLR("0.01 * 0.99 ** t"), SGD(lr=0.01)),
    ("LR115", LambdaLR("1 - t / 500"), MOMENTUM),
    ("LR115", MultiStepLR((300, 600, 1000)), MOMENTUM),
    ("LR115", PolynomialLR(total_iters=0), MOMENTUM),
    ("LR119", CosineAnnealingLR(1000), AdamW(lr=1e-5, weight_decay=0.1)),
    ("LR120", CosineAnnealingLR(2000), MOMENTUM),
    ("LR120", CosineAnnealingLR(1000, eta_min=0.01), MOMENTUM),
    ("LR121", Resumed(CosineAnnealingLR(500), 400, CosineAnnealingLR(1000)), MOMENTUM),
]


@pytest.mark.parametrize(
    ("rule", "schedule", "optimizer"), MISTAKES, ids=[f"{rule} {type(one).__name__}" for rule, one, _ in MISTAKES]
)
def test_one_finding_whose_fix_is_clean(rule: str, schedule: Schedule, optimizer: Optimizer) -> None:
    case = case_of(schedule, optimizer)
    (one,) = findings(case.experiment, case.run)
    assert one.rule == rule
    if one.fix is not None:
        assert findings(case.experiment, one.fix) == []
