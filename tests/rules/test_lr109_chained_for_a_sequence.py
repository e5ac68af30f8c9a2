from __future__ import annotations

import pytest

from lrviz import (
    ChainedScheduler,
    ConstantLR,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    CyclicLR,
    ExponentialLR,
    LinearLR,
    MultiStepLR,
    SequentialLR,
)
from lrviz.catalog.schedule import Schedule
from tests.rules.judging import found, said

WARMUP = LinearLR(0.1, total_iters=100)


def test_parts_that_add_up_to_the_plan_were_to_follow_each_other() -> None:
    (one,) = found("LR109", ChainedScheduler((WARMUP, CosineAnnealingLR(900))))
    assert one.message == (
        "the parts run at the same time, not one after another in 100 + 900 steps: the learning rate is 0 at step 900 "
        "and 0.00296 at the end"
    )
    assert (one.severity, one.field, one.step) == ("warning", "schedule", 900)
    assert one.fix is not None
    assert one.fix.schedule == SequentialLR((WARMUP, CosineAnnealingLR(900)), (100,))


@pytest.mark.parametrize(
    ("parts", "message", "fixed"),
    [
        (
            (WARMUP, CosineAnnealingWarmRestarts(1000)),
            "CosineAnnealingWarmRestarts sets the rate itself: LinearLR before it has no effect",
            SequentialLR((WARMUP, CosineAnnealingWarmRestarts(900)), (100,)),
        ),
        (
            (ExponentialLR(0.99), WARMUP, CyclicLR(0.01, 0.1, 50)),
            "CyclicLR sets the rate itself: ExponentialLR, LinearLR before it has no effect",
            None,
        ),
    ],
)
def test_what_sets_the_rate_wipes_out_what_is_before_it(
    parts: tuple[Schedule, ...], message: str, fixed: Schedule | None
) -> None:
    (one,) = found("LR109", ChainedScheduler(parts))
    assert one.message == message
    assert (None if one.fix is None else one.fix.schedule) == fixed


@pytest.mark.parametrize(
    "parts",
    [
        (WARMUP, CosineAnnealingLR(1000)),
        (WARMUP, ExponentialLR(0.999)),
        (LinearLR(0.1, total_iters=5), MultiStepLR((300, 600))),
        (CyclicLR(0.01, 0.1, 50), ExponentialLR(0.999)),
        (ConstantLR(1.0), CosineAnnealingWarmRestarts(100)),
    ],
)
def test_what_is_meant_to_act_together_is_not_found(parts: tuple[Schedule, ...]) -> None:
    assert said("LR109", ChainedScheduler(parts)) == []
