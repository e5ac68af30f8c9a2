"""Epochs that are counted as steps, and steps as epochs, of plans whose epochs have 50 updates."""

from __future__ import annotations

import pytest

from lrviz import (
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    LinearLR,
    MultiStepLR,
    OneCycleLR,
    SequentialLR,
    StepLR,
)
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.constant_schedule_with_warmup import ConstantScheduleWithWarmup
from lrviz.catalog.schedules.inverse_sqrt_schedule import InverseSqrtSchedule
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.swalr import SWALR
from tests.rules.judging import found, said

EPOCHS = "look like epochs: the scheduler steps at every update, 50 to an epoch, and is through at step"


@pytest.mark.parametrize(
    ("schedule", "steps", "field", "fixed"),
    [
        (CosineAnnealingLR(20), 20, "schedule.T_max", CosineAnnealingLR(1000)),
        (StepLR(6), 6, "schedule.step_size", StepLR(300)),
        (MultiStepLR((10, 15)), 15, "schedule.milestones", MultiStepLR((500, 750))),
        (
            SequentialLR((LinearLR(0.1, total_iters=2), CosineAnnealingLR(18)), (2,)),
            20,
            "schedule.schedulers[1].T_max",
            SequentialLR((LinearLR(0.1, total_iters=100), CosineAnnealingLR(900)), (100,)),
        ),
        (
            SequentialLR((LinearLR(0.1, total_iters=4), CosineAnnealingLR(20)), (4,)),
            24,
            "schedule.schedulers[1].T_max",
            SequentialLR((LinearLR(0.1, total_iters=200), CosineAnnealingLR(1000)), (200,)),
        ),
        (LinearScheduleWithWarmup(1, 20), 20, "schedule.num_training_steps", LinearScheduleWithWarmup(50, 1000)),
        (CosineAnnealingWarmRestarts(20), 20, "schedule.T_0", CosineAnnealingWarmRestarts(1000)),
    ],
)
def test_epochs_for_steps(schedule: Schedule, steps: int, field: str, fixed: Schedule) -> None:
    (one,) = found("LR101", schedule)
    assert one.message == f"{steps} steps {EPOCHS} {steps} of 1000"
    assert (one.severity, one.field, one.step) == ("warning", field, steps)
    assert one.fix is not None
    assert one.fix.schedule == fixed


def test_a_cycle_of_epochs_raises() -> None:
    (one,) = found("LR101", OneCycleLR(0.1, epochs=1, steps_per_epoch=20))
    assert (one.severity, one.field) == ("error", "schedule.epochs")


def test_steps_for_epochs() -> None:
    (one,) = found("LR101", CosineAnnealingLR(1000), steps=20, stepped="epoch")
    assert one.message == (
        "1000 steps look like updates: the scheduler steps once an epoch, 20 times, "
        "and the learning rate ends at 0.0999, 2.00% of its way"
    )
    assert one.fix is not None
    assert one.fix.schedule == CosineAnnealingLR(20)


@pytest.mark.parametrize(
    "schedule",
    [
        ConstantScheduleWithWarmup(20),
        InverseSqrtSchedule(20),
        LinearLR(0.01, total_iters=20),
        CosineAnnealingLR(1000),
        CosineAnnealingLR(500),
        PolynomialLR(),
        SWALR(0.05),
        CosineAnnealingWarmRestarts(100),
        CosineAnnealingWarmRestarts(20, T_mult=2),
        StepLR(300),
        None,
    ],
)
def test_what_only_warms_up_or_cycles_or_counts_updates_is_not_found(schedule: Schedule | None) -> None:
    assert said("LR101", schedule) == []


def test_counts_of_epochs_are_right_where_it_steps_once_an_epoch() -> None:
    assert said("LR101", CosineAnnealingLR(20), steps=20, stepped="epoch") == []


def test_of_few_updates_in_an_epoch_the_two_are_not_told_apart() -> None:
    assert said("LR101", CosineAnnealingLR(250), epoch=4) == []
