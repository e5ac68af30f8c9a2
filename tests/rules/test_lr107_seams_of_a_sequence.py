from __future__ import annotations

import pytest

from lrviz import ConstantLR, CosineAnnealingLR, ExponentialLR, LinearLR, MultiStepLR, SequentialLR, StepLR
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from tests.rules.judging import found, said

WARMUP = LinearLR(0.1, total_iters=100)


@pytest.mark.parametrize(
    ("schedule", "message", "severity", "fixed"),
    [
        (
            SequentialLR((WARMUP, CosineAnnealingLR(900)), (50,)),
            "at step 50 the learning rate jumps from 0.0541 to 0.1: LinearLR takes 100 steps and has 50",
            "warning",
            SequentialLR((LinearLR(0.1, total_iters=50), CosineAnnealingLR(900)), (50,)),
        ),
        (
            SequentialLR((LinearScheduleWithWarmup(100, 800), StepLR(300)), (500,)),
            (
                "at step 500 the learning rate jumps from 0.043 to 0.1: LinearScheduleWithWarmup takes 800 steps and "
                "has 500"
            ),
            "warning",
            None,
        ),
        (
            SequentialLR((ExponentialLR(0.99), ExponentialLR(0.995)), (500,)),
            "at step 500 the learning rate jumps from 0.000664 to 0.1",
            "warning",
            None,
        ),
        (
            SequentialLR((ConstantLR(0.1, 5), ExponentialLR(0.995)), (5,)),
            "at step 5 the learning rate jumps from 0.01 to 0.1",
            "info",
            None,
        ),
        (
            SequentialLR((WARMUP, CosineAnnealingLR(900)), (1000,)),
            "CosineAnnealingLR never runs: it begins at step 1000 of 1000",
            "warning",
            SequentialLR((WARMUP, CosineAnnealingLR(900)), (100,)),
        ),
        (
            SequentialLR((WARMUP, ConstantLR(1.0), CosineAnnealingLR(900)), (500, 100)),
            "the milestones 500, 100 are out of order, which leaves parts out",
            "warning",
            SequentialLR((WARMUP, ConstantLR(1.0), CosineAnnealingLR(900)), (100, 500)),
        ),
        (
            SequentialLR((WARMUP, StepLR(5), CosineAnnealingLR(900)), (100, 100)),
            "StepLR never runs: it begins at step 100 and ends at 100",
            "warning",
            None,
        ),
        (
            SequentialLR((WARMUP, CosineAnnealingLR(1000)), (0,)),
            "LinearLR never runs: it begins at step 0 and ends at 0",
            "info",
            None,
        ),
        (
            SequentialLR((WARMUP, CosineAnnealingLR(1000)), (100,)),
            (
                "the learning rate ends at 0.0025 and not at 0: CosineAnnealingLR takes 1000 steps and has 900 behind "
                "step 100"
            ),
            "info",
            SequentialLR((WARMUP, CosineAnnealingLR(900)), (100,)),
        ),
        (
            SequentialLR((WARMUP, PolynomialLR(1000)), (100,)),
            "the learning rate ends at 0.0101 and not at 0: PolynomialLR takes 1000 steps and has 900 behind step 100",
            "warning",
            SequentialLR((WARMUP, PolynomialLR(900)), (100,)),
        ),
    ],
)
def test_what_is_wrong_at_a_seam(schedule: Schedule, message: str, severity: str, fixed: Schedule | None) -> None:
    (one,) = found("LR107", schedule)
    assert (one.message, one.severity) == (message, severity)
    if fixed is not None:
        assert one.fix is not None
        assert one.fix.schedule == fixed


def test_of_a_sequence_in_a_sequence() -> None:
    inner = SequentialLR((WARMUP, CosineAnnealingLR(100)), (50,))
    (one, *_) = found("LR107", SequentialLR((inner, StepLR(300)), (500,)))
    assert one.step in {49, 50, 500}
    assert one.field.startswith("schedule.schedulers[0]")


@pytest.mark.parametrize(
    "schedule",
    [
        SequentialLR((WARMUP, CosineAnnealingLR(900)), (100,)),
        SequentialLR((LinearLR(0.1, total_iters=99), CosineAnnealingLR(900)), (100,)),
        SequentialLR((LinearLR(0.1, total_iters=50), CosineAnnealingLR(900)), (100,)),
        SequentialLR((WARMUP, MultiStepLR((300, 600))), (100,)),
        SequentialLR((CosineAnnealingLR(500), CosineAnnealingLR(500)), (500,)),
        SequentialLR((ConstantLR(1.0), LinearLR(1.0, 0.0, 200)), (800,)),
        SequentialLR((WARMUP, ConstantLR(1.0), LinearLR(1.0, 0.0, 200)), (100, 800)),
        SequentialLR((StepLR(300),), ()),
        CosineAnnealingLR(1000),
    ],
)
def test_what_follows_each_other_smoothly_is_not_found(schedule: Schedule) -> None:
    assert said("LR107", schedule) == []
