from __future__ import annotations

import numpy as np
import pytest

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.catalog.schedules.swalr import SWALR
from lrviz.errors import SpecError
from tests.catalog.composed import assert_as_torch

UP, DOWN = LinearLR(0.1, total_iters=4), ExponentialLR(0.9)
SEAMS = [
    SequentialLR((ConstantLR(0.1, 5), DOWN), (5,)),
    SequentialLR((UP, DOWN, StepLR(2)), (4, 9)),
    SequentialLR((UP, DOWN, StepLR(2)), (9, 4)),
    SequentialLR((UP, DOWN, StepLR(2)), (4, 4)),
    SequentialLR((UP, DOWN, StepLR(2)), (-5, 6)),
    SequentialLR((UP, DOWN, StepLR(2)), (0, 6)),
    SequentialLR((UP, DOWN, StepLR(2), LinearLR()), (2, 5, 3)),
    SequentialLR((UP, DOWN), (10**12,)),
    SequentialLR((UP, MultiplicativeLR("0.9 - 0.01 * t")), (3,)),
    SequentialLR((UP, SWALR(0.5, 6)), (3,)),
    SequentialLR((UP, ConstantLR(0.5, 0)), (3,)),
    SequentialLR((UP, CosineAnnealingWarmRestarts(4, 2)), (3,)),
    SequentialLR((CyclicLR(0.01, 0.2, 3), DOWN), (7,)),
    SequentialLR((DOWN, CyclicLR(0.01, 0.2, 3)), (7,)),
    SequentialLR((DOWN, OneCycleLR(0.3, 20), OneCycleLR(0.7, 30)), (7, 20)),
    SequentialLR((OneCycleLR(0.3, 20), CyclicLR(0.01, 0.2, 3, base_momentum=0.6), DOWN), (7, 20)),
    SequentialLR((SequentialLR((UP, DOWN), (4,)), StepLR(3)), (9,)),
    SequentialLR((SequentialLR((UP, DOWN), (1,)), StepLR(3)), (9,)),
    SequentialLR((SequentialLR((SequentialLR((UP, DOWN), (2,)), StepLR(2)), (5,)), LinearLR()), (9,)),
    SequentialLR((ChainedScheduler((UP, DOWN)), StepLR(3)), (9,)),
]


@pytest.mark.parametrize("schedule", SEAMS, ids=repr)
def test_seams_are_torchs(schedule: Schedule) -> None:
    assert_as_torch(schedule, [0.1, 0.02], 60)


@pytest.mark.parametrize(
    ("schedule", "end", "words"),
    [
        (SequentialLR((UP, ChainedScheduler((DOWN,))), (7,)), 7, "NotImplementedError"),
        (SequentialLR((UP, SequentialLR((DOWN,), ())), (7,)), 7, "NotImplementedError"),
        (SequentialLR((UP, LinearLR(total_iters=0)), (7,)), 7, "ZeroDivisionError: float division by zero"),
        (SequentialLR((UP, PolynomialLR(0)), (7,)), 7, "ZeroDivisionError: division by zero"),
        (SequentialLR((UP, ConstantLR(0.0, 5)), (7,)), 12, "ZeroDivisionError: float division by zero"),
        (SequentialLR((UP, LambdaLR("1 / t")), (7,)), 0, "ZeroDivisionError: division by zero"),
        (
            SequentialLR((UP, OneCycleLR(0.1, 10)), (7,)),
            18,
            "Tried to step 11 times. The specified number of total steps is 10",
        ),
    ],
    ids=repr,
)
def test_it_ends_where_torch_does_in_its_words(schedule: Schedule, end: int, words: str) -> None:
    assert_as_torch(schedule, [0.1], 40)
    assert (schedule.ends(), schedule.message(end)) == (end, words)


def test_each_milestone_needs_its_part() -> None:
    with pytest.raises(SpecError, match="milestones must be one fewer than the schedulers, 2 of them"):
        SequentialLR((UP, DOWN, DOWN), (3,))


def test_a_group_takes_its_own_values_from_the_parts() -> None:
    schedule = SequentialLR((UP, LambdaLR(("0.5", "0.25"))), (3,))
    assert_as_torch(schedule, [0.1, 0.02], 9)
    assert schedule.for_group(1).at(np.array([5]), 1.0) == [0.25]


def test_a_miniature_keeps_its_seams_in_place() -> None:
    schedule = SequentialLR((LinearLR(0.1, total_iters=400), ExponentialLR(0.999)), (400,))
    small = schedule.scaled(0.01)
    assert small.milestones == (4,)
    t = np.arange(30)
    np.testing.assert_allclose(small.at(t, 0.1), schedule.at(100 * t, 0.1), rtol=1e-9)
