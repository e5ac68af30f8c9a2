from __future__ import annotations

import pytest

from lrviz import SGD, AdamW, ChainedScheduler, CosineAnnealingLR, CyclicLR, ExponentialLR, OneCycleLR, lint
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers.adagrad import Adagrad
from lrviz.catalog.schedule import Schedule
from tests.rules.judging import found, said

CYCLE = OneCycleLR(0.1, 1000)
TRIANGLES = CyclicLR(0.001, 0.1, 100)


@pytest.mark.parametrize(
    ("schedule", "optimizer", "message", "severity"),
    [
        (
            CYCLE,
            SGD(lr=0.1),
            "OneCycleLR moves the momentum between 0.85 and 0.95: SGD’s own, 0, is never used",
            "warning",
        ),
        (
            TRIANGLES,
            SGD(lr=0.1, momentum=0.99),
            "CyclicLR moves the momentum between 0.8 and 0.9: SGD’s own, 0.99, is never used",
            "warning",
        ),
        (
            CYCLE,
            AdamW(lr=0.1, betas=(0.5, 0.999)),
            "OneCycleLR moves the β₁ between 0.85 and 0.95: AdamW’s own, 0.5, is never used",
            "warning",
        ),
        (CYCLE, Adagrad(lr=0.1), "torch refuses Adagrad: OneCycleLR moves the momentum, and it has none", "error"),
    ],
)
def test_a_momentum_that_is_never_used(schedule: Schedule, optimizer: Optimizer, message: str, severity: str) -> None:
    (one,) = found("LR104", schedule, optimizer)
    assert (one.message, one.severity, one.field) == (message, severity, "schedule.cycle_momentum")
    assert one.fix is not None


def test_of_a_part() -> None:
    (one,) = found("LR104", ChainedScheduler((TRIANGLES, ExponentialLR(0.999))), SGD(lr=0.1))
    assert one.field == "schedule.schedulers[0].cycle_momentum"


@pytest.mark.parametrize(
    ("schedule", "optimizer"),
    [
        (CYCLE, SGD(lr=0.1, momentum=0.9)),
        (CYCLE, AdamW()),
        (TRIANGLES, SGD(lr=0.1, momentum=0.9)),
        (OneCycleLR(0.1, 1000, cycle_momentum=False), SGD(lr=0.1)),
        (OneCycleLR(0.1, 1000, cycle_momentum=False), Adagrad(lr=0.1)),
        (CosineAnnealingLR(1000), SGD(lr=0.1)),
    ],
)
def test_one_that_lies_between_or_isn_t_moved_is_not_found(schedule: Schedule, optimizer: Optimizer) -> None:
    assert said("LR104", schedule, optimizer) == []


def test_a_text_that_torch_refuses_is_told_why_at_its_line() -> None:
    text = "optimizer = Adagrad(model.parameters(), lr=0.1)\nscheduler = OneCycleLR(optimizer, 0.1, total_steps=1000)"
    (one,) = lint(text, steps=1000)
    assert (one.rule, one.severity, one.line) == ("LR104", "error", 2)
    assert one.fix is not None
