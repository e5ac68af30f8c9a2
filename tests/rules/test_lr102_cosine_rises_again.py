from __future__ import annotations

import pytest

from lrviz import (
    ChainedScheduler,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    ExponentialLR,
    LinearLR,
    SequentialLR,
)
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_decay import CosineDecay
from lrviz.catalog.schedules.cosine_schedule_with_warmup import CosineScheduleWithWarmup
from lrviz.catalog.schedules.cosine_with_min_lr_schedule_with_warmup_lr_rate import (
    CosineWithMinLrScheduleWithWarmupLrRate,
)
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from tests.rules.judging import found, said

WARMUP = LinearLR(0.1, total_iters=100)


@pytest.mark.parametrize(
    ("schedule", "turn", "top", "field", "fixed"),
    [
        (CosineAnnealingLR(500), 500, "0.1 at step 999", "schedule.T_max", CosineAnnealingLR(1000)),
        (CosineAnnealingLR(900), 900, "0.00296 at step 999", "schedule.T_max", CosineAnnealingLR(1000)),
        (CosineAnnealingLR(100), 100, "0.1 at step 200", "schedule.T_max", CosineAnnealingLR(1000)),
        (
            SequentialLR((WARMUP, CosineAnnealingLR(400, 0.01)), (100,)),
            500,
            "0.1 at step 900",
            "schedule.schedulers[1].T_max",
            SequentialLR((WARMUP, CosineAnnealingLR(900, 0.01)), (100,)),
        ),
        (
            CosineScheduleWithWarmup(100, 500),
            500,
            "0.1 at step 900",
            "schedule.num_training_steps",
            CosineScheduleWithWarmup(100, 1000),
        ),
        (
            CosineWithMinLrScheduleWithWarmupLrRate(100, 500, min_lr_rate=0.1),
            500,
            "0.1 at step 899",
            "schedule.num_training_steps",
            CosineWithMinLrScheduleWithWarmupLrRate(100, 1000, min_lr_rate=0.1),
        ),
    ],
)
def test_past_its_end(schedule: Schedule, turn: int, top: str, field: str, fixed: Schedule) -> None:
    (one,) = found("LR102", schedule)
    assert one.message == f"after step {turn} the learning rate rises again, to {top}"
    assert (one.severity, one.field, one.step) == ("warning", field, turn)
    assert one.fix is not None
    assert one.fix.schedule == fixed


def test_whole_waves_end_where_they_began() -> None:
    (one,) = found("LR102", CosineScheduleWithWarmup(100, 1000, 1.0))
    assert one.message == (
        "after step 550 the learning rate rises again, to 0.1 at step 999: num_cycles=1 goes up as often as down, "
        "and 0.5 goes down once"
    )
    assert one.fix is not None
    assert one.fix.schedule == CosineScheduleWithWarmup(100, 1000)


def test_of_steps_that_are_epochs() -> None:
    (one,) = found("LR102", CosineAnnealingLR(60), steps=90, stepped="epoch")
    assert one.message == "after step 60 the learning rate rises again, to 0.0474 at step 89"


@pytest.mark.parametrize(
    "schedule",
    [
        CosineAnnealingLR(999),
        CosineAnnealingLR(998),
        CosineAnnealingLR(1000),
        CosineAnnealingLR(1001),
        CosineAnnealingLR(950),
        CosineAnnealingLR(5000),
        CosineAnnealingWarmRestarts(100),
        CosineScheduleWithWarmup(100, 1000),
        CosineScheduleWithWarmup(100, 1000, 1.5),
        CosineDecay(0.0, 500),
        LinearScheduleWithWarmup(100, 500),
        SequentialLR((WARMUP, CosineAnnealingLR(900)), (100,)),
        SequentialLR((CosineAnnealingLR(500), CosineAnnealingLR(500)), (500,)),
        ChainedScheduler((WARMUP, CosineAnnealingLR(1000))),
        ExponentialLR(0.999),
    ],
)
def test_one_that_ends_with_the_plan_or_is_to_start_anew_is_not_found(schedule: Schedule) -> None:
    assert said("LR102", schedule) == []
