from __future__ import annotations

import pytest

from lrviz import (
    ConstantLR,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    CyclicLR,
    LinearLR,
    SequentialLR,
    StepLR,
)
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.constant_schedule_with_warmup import ConstantScheduleWithWarmup
from lrviz.catalog.schedules.linear_to_zero import LinearToZero
from lrviz.catalog.schedules.noam import Noam
from lrviz.catalog.schedules.swalr import SWALR
from tests.rules.judging import found, said

WARMUP = LinearLR(0.1, total_iters=100)


@pytest.mark.parametrize(
    ("schedule", "message", "field", "fixed"),
    [
        (
            CosineAnnealingLR(1000, eta_min=0.01),
            "0.01, 10 % of its peak of 0.1",
            "schedule.eta_min",
            CosineAnnealingLR(1000),
        ),
        (CosineAnnealingLR(2000), "0.0501, 50 % of its peak of 0.1", "schedule.T_max", CosineAnnealingLR(1000)),
        (LinearLR(1.0, 0.2, 1000), "0.0201, 20 % of its peak of 0.1", "schedule.end_factor", LinearLR(1.0, 0.0, 1000)),
        (
            LinearToZero(100, 1000, 0.1),
            "0.0101, 10 % of its peak of 0.1",
            "schedule.final_ratio",
            LinearToZero(100, 1000),
        ),
        (
            SequentialLR((WARMUP, CosineAnnealingLR(900, 0.02)), (100,)),
            "0.02, 20 % of its peak of 0.1",
            "schedule.schedulers[1].eta_min",
            SequentialLR((WARMUP, CosineAnnealingLR(900)), (100,)),
        ),
        (StepLR(600), "0.01, 10 % of its peak of 0.1", "schedule", None),
        (Noam(512, 100), "0.00014, 32 % of its peak of 0.000442", "schedule", None),
    ],
)
def test_a_last_rate_of_a_tenth_or_more(schedule: Schedule, message: str, field: str, fixed: Schedule | None) -> None:
    (one,) = found("LR120", schedule)
    assert one.message == f"the learning rate ends at {message}"
    assert (one.severity, one.field, one.step) == ("info", field, 999)
    assert (None if one.fix is None else one.fix.schedule) == fixed


@pytest.mark.parametrize(
    "schedule",
    [
        None,
        ConstantLR(1.0),
        ConstantScheduleWithWarmup(100),
        WARMUP,
        CosineAnnealingLR(1000),
        CosineAnnealingLR(1000, eta_min=0.001),
        CosineAnnealingLR(1100),
        CosineAnnealingWarmRestarts(100),
        CyclicLR(0.001, 0.1, 150),
        SWALR(0.05),
        StepLR(300),
    ],
)
def test_what_is_constant_or_ends_low_is_not_found(schedule: Schedule | None) -> None:
    assert said("LR120", schedule) == []
