from __future__ import annotations

import pytest

from lrviz import ChainedScheduler, ConstantLR, CosineAnnealingLR, ExponentialLR, LinearLR, SequentialLR, StepLR
from lrviz.catalog.schedule import Schedule
from tests.rules.judging import found, said

WARMUP = LinearLR(0.1, total_iters=100)
FLAT = SequentialLR((WARMUP, CosineAnnealingLR(400), CosineAnnealingLR(500)), (100, 500))
CHAIN = ChainedScheduler((ExponentialLR(0.99), ConstantLR(0.5, 40)))


@pytest.mark.parametrize(
    ("inner", "fixed"),
    [(SequentialLR((CosineAnnealingLR(400), CosineAnnealingLR(500)), (400,)), FLAT), (CHAIN, None)],
)
def test_a_composed_part_raises_at_its_milestone(inner: Schedule, fixed: Schedule | None) -> None:
    (one,) = found("LR108", SequentialLR((WARMUP, inner), (100,)))
    assert one.message == "at step 100 torch raises: only the first part of a sequence may be composed itself"
    assert (one.severity, one.field, one.step) == ("error", "schedule.schedulers[1]", 100)
    assert (None if one.fix is None else one.fix.schedule) == fixed


def test_a_first_part_that_is_composed_runs_a_step_ahead() -> None:
    inner = SequentialLR((WARMUP, CosineAnnealingLR(400)), (100,))
    (one,) = found("LR108", SequentialLR((inner, CosineAnnealingLR(500)), (500,)))
    assert one.message == (
        "from step 99 on the learning rate is 0.1 and not 0.0991: SequentialLR inside a sequence runs a step ahead"
    )
    assert (one.severity, one.step) == ("warning", 99)
    assert one.fix is not None
    assert one.fix.schedule == FLAT


def test_a_chain_as_first_part_runs_a_step_ahead() -> None:
    assert said("LR108", SequentialLR((CHAIN, StepLR(300)), (500,))) == [
        "from step 0 on the learning rate is 0.0495 and not 0.05: ChainedScheduler inside a sequence runs a step ahead"
    ]


@pytest.mark.parametrize(
    "schedule",
    [FLAT, CHAIN, ChainedScheduler((FLAT, ExponentialLR(0.999))), SequentialLR((WARMUP, CHAIN), (1000,)), StepLR(300)],
)
def test_what_torch_steps_as_it_is_written_is_not_found(schedule: Schedule) -> None:
    assert said("LR108", schedule) == []
