from __future__ import annotations

import re

import pytest

import lrviz
from lrviz import ConstantLR, CosineAnnealingLR, LinearLR, OneCycleLR, StepLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.rules.lr121_resumed_horizon import resumed_horizon


def said(schedule: Resumed, steps: int = 1000, lr: float = 1.0) -> list[str]:
    found = list(resumed_horizon(schedule, steps, lr))
    assert {(one.rule, one.severity) for one in found} <= {("LR121", "warning")}
    return [one.message for one in found]


def test_its_docstring_s_lines_are_what_it_says() -> None:
    lines = re.findall(r"(Bad|Good): +(Resumed\(.*\)) +# (\d+) steps", resumed_horizon.__doc__ or "")
    assert len(lines) == 2
    names = {"Resumed": Resumed, "CosineAnnealingLR": lrviz.CosineAnnealingLR}
    for kind, line, steps in lines:
        schedule = eval(line, names)  # noqa: S307 - our own text
        assert bool(said(schedule, int(steps))) == (kind == "Bad")


@pytest.mark.parametrize(
    ("schedule", "messages"),
    [
        (
            Resumed(CosineAnnealingLR(500), 400, CosineAnnealingLR(1000)),
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
    assert said(schedule) == messages
