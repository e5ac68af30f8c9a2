from __future__ import annotations

import pytest
import torch

from lrviz import ConstantLR, OneCycleLR, SequentialLR
from lrviz.catalog.schedule import Schedule
from tests.rules.judging import found, said


def raises_at(schedule: OneCycleLR) -> int:
    """Step torch's own until it raises, and give the step that it refuses."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, schedule.max_lr, schedule.total)
    for step in range(1, 10_000):
        optimizer.step()
        try:
            scheduler.step()
        except ValueError:
            return step
    raise AssertionError


def test_more_steps_than_it_is_made_for_raise() -> None:
    schedule = OneCycleLR(0.1, 500)
    (one,) = found("LR103", schedule)
    assert one.message == "scheduler.step() raises at step 501: OneCycleLR is made for 500 steps, and it takes 1000"
    assert (one.severity, one.field, one.step) == ("error", "schedule.total_steps", raises_at(schedule))
    assert one.fix is not None
    assert one.fix.schedule == OneCycleLR(0.1, 1000)


def test_the_last_update_is_followed_by_a_step_too() -> None:
    assert len(found("LR103", OneCycleLR(0.1, 999))) == 1
    assert raises_at(OneCycleLR(0.1, 999)) == 1000


def test_fewer_steps_than_it_is_made_for_never_come_down() -> None:
    (one,) = found("LR103", OneCycleLR(0.1, epochs=40, steps_per_epoch=50))
    assert one.message == (
        "the learning rate ends at 0.0812 at step 999: OneCycleLR is made for 2000 steps, and comes down at step 1999"
    )
    assert (one.severity, one.field) == ("warning", "schedule.epochs")
    assert one.fix is not None
    assert one.fix.schedule == OneCycleLR(0.1, epochs=20, steps_per_epoch=50)


def test_in_a_sequence_it_has_the_steps_behind_its_milestone() -> None:
    hold = ConstantLR(0.04, total_iters=1000)
    (one,) = found("LR103", SequentialLR((hold, OneCycleLR(0.1, 400)), (500,)))
    assert one.message == "scheduler.step() raises at step 901: OneCycleLR is made for 400 steps, and it takes 500"
    assert one.field == "schedule.schedulers[1].total_steps"


@pytest.mark.parametrize(
    "schedule",
    [
        OneCycleLR(0.1, 1000),
        OneCycleLR(0.1, 1001),
        OneCycleLR(0.1, 1020),
        OneCycleLR(0.1, epochs=20, steps_per_epoch=50),
        SequentialLR((ConstantLR(1.0), OneCycleLR(0.1, 500)), (500,)),
    ],
)
def test_one_as_long_as_the_plan_is_not_found(schedule: Schedule) -> None:
    assert said("LR103", schedule) == []
