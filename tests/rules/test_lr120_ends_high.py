from __future__ import annotations

import pytest

from lrviz import (
    SGD,
    ConstantLR,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    CyclicLR,
    LinearLR,
    SequentialLR,
    StepLR,
)
from lrviz.catalog.schedule import Rates, Schedule, Steps
from lrviz.catalog.schedules.constant_schedule_with_warmup import ConstantScheduleWithWarmup
from lrviz.catalog.schedules.linear_to_zero import LinearToZero
from lrviz.catalog.schedules.noam import Noam
from lrviz.catalog.schedules.swalr import SWALR
from lrviz.laws.bound import Bound
from lrviz.laws.pace import Pace
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
    assert one.message.partition(";")[0] == f"the learning rate ends at {message}"
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


def test_it_says_what_the_bound_leaves_at_0() -> None:
    (one,) = found("LR120", CosineAnnealingLR(24_000, eta_min=0.01), steps=24_000)
    said_ = one.message.partition("; ")[2]
    assert said_ == "at 0 the bound leaves 2.06 instead of 2.25: 8.4 % less, less than the bound can be wrong by"
    (far,) = found("LR120", CosineAnnealingLR(24_000, eta_min=0.05), steps=24_000)
    assert "wrong by" not in far.message
    (unknown,) = found("LR120", StepLR(600))
    assert ";" not in unknown.message


def test_it_says_nothing_of_a_bound_where_at_0_no_rate_would_be_left_that_counts() -> None:
    (one,) = found("LR120", LinearToZero(2, 3, 0.54), SGD(lr=1e-300), steps=5000)
    assert one.message == "the learning rate ends at 5.4e-301, 54 % of its peak of 1e-300"


@pytest.mark.parametrize("steps", [40, 1000, 24_000, 10**6])
def test_a_glance_sees_what_all_updates_say(steps: int) -> None:
    for schedule in (CosineAnnealingLR(steps, eta_min=0.1), LinearLR(1.0, 0.2, steps), SWALR(0.05, steps)):

        def rates(t: Steps, schedule: Schedule = schedule) -> Rates:
            return schedule.at(t, 1.0)

        exact = Bound().end(Pace.of(rates, steps))
        assert Bound().end(Pace.glanced(rates, steps)) == pytest.approx(exact, rel=2e-3)
