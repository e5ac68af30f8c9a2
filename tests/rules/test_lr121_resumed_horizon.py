from __future__ import annotations

import pytest

from lrviz import ConstantLR, CosineAnnealingLR, LinearLR, OneCycleLR, StepLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.rules.lr121_resumed_horizon import resumed_horizon
from tests.rules.judging import found, said

LOST = Resumed(CosineAnnealingLR(500), 400, CosineAnnealingLR(1000))


@pytest.mark.parametrize(
    ("schedule", "messages"),
    [
        (
            LOST,
            [
                (
                    "the old CosineAnnealingLR comes back with its horizon by load_state_dict: step 999 has the "
                    "learning rate 1, and 2.47e-06 was meant"
                ),
                "after step 400 the learning rate rises, to 1 at step 999",
            ],
        ),
        (
            Resumed(CosineAnnealingLR(500), 400, CosineAnnealingLR(1000), "stepped"),
            ["at step 400 the learning rate jumps from 0.0973 to 0.655"],
        ),
        (
            Resumed(StepLR(300), 400, OneCycleLR(1.0, 600), "fresh"),
            [
                "at step 400 the learning rate jumps from 0.1 to 0.04",
                "after step 400 the learning rate rises, to 1 at step 579",
            ],
        ),
        (
            Resumed(LinearLR(1.0, 0.1, 400), 400, ConstantLR(1.0, 10), "last_epoch"),
            ["from step 400 to the end the learning rate stays at 0.1"],
        ),
        (Resumed(CosineAnnealingLR(1000), 400, CosineAnnealingLR(1000), "stepped"), []),
        (Resumed(CosineAnnealingLR(1000), 2000, CosineAnnealingLR(3000)), []),
    ],
)
def test_what_becomes_of_the_rate_is_said_in_numbers(schedule: Resumed, messages: list[str]) -> None:
    assert list(resumed_horizon(schedule, 1000, 1.0)) == messages


def test_the_rule_says_the_first_of_it_and_resumes_another_way() -> None:
    (one,) = found("LR121", LOST)
    assert one.message.startswith("the old CosineAnnealingLR comes back")
    assert (one.severity, one.field, one.step) == ("warning", "schedule.then", 400)
    assert one.fix is not None
    assert one.fix.schedule == Resumed(LOST.schedule, 400, LOST.then, "last_epoch")


@pytest.mark.parametrize("schedule", [LOST.schedule, Resumed(LOST.then, 400, LOST.then)])
def test_what_goes_on_as_it_was_is_not_found(schedule: CosineAnnealingLR | Resumed) -> None:
    assert said("LR121", schedule) == []
