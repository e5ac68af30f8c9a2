from __future__ import annotations

import numpy as np
import pytest

from lrviz.catalog.carried import fitted, horizon
from lrviz.catalog.families import FIRST, LAST, family, in_families
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR


def test_a_family_is_read_from_the_class() -> None:
    assert family(StepLR) == "torch"
    assert family(SequentialLR) == family(ChainedScheduler) == "composed"
    assert family(LinearScheduleWithWarmup) == "transformers"
    assert family(Knots) == "drawn by hand"


def test_families_stand_together_and_in_order() -> None:
    listed = [family(cls) for cls in in_families(SCHEDULES)]
    assert len(listed) == len(SCHEDULES)
    groups = list(dict.fromkeys(listed))
    assert listed == sorted(listed, key=groups.index)
    assert groups[:2] == list(FIRST)
    assert groups[-1] == LAST[-1]


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (CosineAnnealingLR(300), 300),
        (OneCycleLR(0.1, total_steps=300), 300),
        (LinearScheduleWithWarmup(30, 300), 300),
        (PolynomialLR(300), 300),
        (Knots((0, 30, 300), (0.0, 1.0, 0.0)), 300),
        (SequentialLR((LinearLR(0.1, total_iters=30), CosineAnnealingLR(270)), (30,)), 300),
        (LinearLR(1.0, 0.0, total_iters=300), 300),
        (LinearLR(0.1, total_iters=30), None),  # a warm-up says nothing of where the plan ends
        (ConstantLR(0.5, total_iters=30), None),
        (StepLR(100), None),
        (ExponentialLR(0.9), None),
        (CosineAnnealingWarmRestarts(100), None),
    ],
    ids=repr,
)
def test_the_horizon_is_where_a_schedule_has_come_down(schedule: Schedule, expected: int | None) -> None:
    assert horizon(schedule) == expected


@pytest.mark.parametrize("cls", SCHEDULES, ids=lambda cls: cls.__name__)
def test_the_horizon_carries_to_any_class_that_has_one(cls: type[Schedule]) -> None:
    made = fitted(cls, CosineAnnealingLR(300), 440, 0.1)
    assert horizon(made) in (None, 300)
    assert horizon(fitted(CosineAnnealingLR, made, 440, 0.1)) in (300, 440)


def test_a_schedule_without_a_horizon_leaves_the_plan_s() -> None:
    assert fitted(CosineAnnealingLR, StepLR(100), 440, 0.1) == CosineAnnealingLR(440)
    assert fitted(CosineAnnealingLR, LinearLR(0.1, total_iters=20), 440, 0.1) == CosineAnnealingLR(440)
    assert fitted(CosineAnnealingLR, None, 440, 0.1) == CosineAnnealingLR(440)


def test_a_recipe_warms_up_for_its_share_of_what_it_spans() -> None:
    recipe = fitted(LinearScheduleWithWarmup, CosineAnnealingLR(300), 440, 0.1)
    assert recipe == LinearScheduleWithWarmup(30, 300)
    assert np.argmax(recipe.at(np.arange(440), 1.0)) == 30
