"""Parts are put into composed schedules, moved and taken out again, and the whole stays within the plan."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.catalog import composing
from lrviz.catalog.composing import (
    alone,
    chained,
    duplicated,
    extended,
    inserted,
    moved,
    reach,
    refitted,
    rooms,
    with_milestone,
    with_more,
    with_part,
    with_warmup,
    without,
)
from lrviz.catalog.schedule import MOST, Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.errors import SpecError

PLAN = 440
WARMUP, HOLD, DECAY = LinearLR(0.01, total_iters=44), ConstantLR(1.0, total_iters=198), CosineAnnealingLR(198)
WHD = SequentialLR((WARMUP, HOLD, DECAY), (44, 242))

PARTS: tuple[Schedule, ...] = (
    WARMUP,
    HOLD,
    CosineAnnealingLR(7),
    ExponentialLR(0.9),
    StepLR(30),
    MultiStepLR((3, 30)),
    OneCycleLR(0.1, 50),
    Knots((0, 5, 60), (0.1, 1.0, 0.0)),
    ChainedScheduler((WARMUP, ExponentialLR(0.9))),
    WHD,
)


@st.composite
def sequences(draw: st.DrawFn) -> tuple[SequentialLR, int]:
    """Draw a sequence of up to four parts that each have some steps, and its plan."""
    members = draw(st.lists(st.sampled_from(PARTS), min_size=2, max_size=4))
    lengths = draw(st.lists(st.integers(1, 500), min_size=len(members), max_size=len(members)))
    return SequentialLR(tuple(members), tuple(np.cumsum(lengths[:-1]).tolist())), sum(lengths)


def lengths(schedule: composing.Composed, steps: int) -> list[int]:
    return [len(room) for room in rooms(schedule, steps)]


def test_warm_up_hold_and_decay_are_three_gestures_from_a_cosine_or_from_nothing() -> None:
    warmed = with_warmup(CosineAnnealingLR(PLAN), PLAN)
    assert warmed == SequentialLR((WARMUP, CosineAnnealingLR(396)), (44,))
    assert isinstance(warmed, SequentialLR)
    assert inserted(warmed, 1, PLAN) == WHD
    assert extended(with_warmup(None, PLAN), PLAN) == WHD
    curve = WHD.at(np.arange(PLAN), 0.2)
    np.testing.assert_allclose(curve[[0, 44, 241, 242]], [0.002, 0.2, 0.2, 0.2])
    assert curve[-1] < 1e-4


def test_a_part_that_fills_its_room_goes_on_filling_it() -> None:
    assert refitted(CosineAnnealingLR(440), 440, 396) == CosineAnnealingLR(396)
    assert refitted(CosineAnnealingLR(100), 440, 500) == CosineAnnealingLR(100)
    assert refitted(CosineAnnealingLR(420), 440, 396) == CosineAnnealingLR(378), "it ended within the plan"
    assert refitted(CosineAnnealingLR(1000), 440, 396) == CosineAnnealingLR(1000), "it never did"
    assert refitted(StepLR(220), 440, 396) == StepLR(220)
    assert refitted(MultiStepLR((220, 430)), 440, 396) == MultiStepLR((198, 387))
    assert refitted(OneCycleLR(0.1, 440), 440, 220) == OneCycleLR(0.1, 220)
    assert refitted(Knots((0, 44, 440), (0, 1, 0)), 440, 220) == Knots((0, 22, 220), (0, 1, 0))
    assert refitted(ExponentialLR(0.9), 440, 220) == ExponentialLR(0.9)
    assert refitted(WHD, 440, 220).at(np.array([22, 120]), 1.0) == pytest.approx([1, 1])
    assert reach(WHD) == 440
    assert reach(ChainedScheduler((WHD, ExponentialLR(0.9)))) == 440


def test_a_milestone_takes_both_its_parts_along_and_leaves_the_others() -> None:
    assert with_milestone(WHD, 0, 100, PLAN) == SequentialLR(
        (LinearLR(0.01, total_iters=100), ConstantLR(1.0, total_iters=142), DECAY), (100, 242)
    )
    assert with_milestone(with_milestone(WHD, 1, 300, PLAN), 1, 242, PLAN) == WHD


@given(sequences(), st.data())
def test_a_part_moved_there_and_back_is_where_it_was(given: tuple[SequentialLR, int], data: st.DataObject) -> None:
    schedule, steps = given
    source, target = (data.draw(st.integers(0, len(schedule.schedulers) - 1)) for _ in range(2))
    there = moved(schedule, source, target, steps)
    order = list(range(len(schedule.schedulers)))
    order.insert(target, order.pop(source))
    assert there.schedulers == tuple(schedule.schedulers[i] for i in order)
    assert lengths(there, steps) == [lengths(schedule, steps)[i] for i in order]
    assert moved(there, target, source, steps) == schedule


@given(sequences(), st.data())
def test_whatever_is_done_the_parts_fill_the_plan(given: tuple[SequentialLR, int], data: st.DataObject) -> None:
    schedule, steps = given
    index = data.draw(st.integers(0, len(schedule.schedulers) - 1))
    for changed in (
        duplicated(schedule, index, steps),
        inserted(schedule, index, steps),
        extended(schedule, steps),
        with_warmup(schedule, steps),
    ):
        assert isinstance(changed, SequentialLR)
        assert len(changed.schedulers) == len(schedule.schedulers) + 1
        assert (0, *changed.milestones) == tuple(sorted((0, *changed.milestones)))
        assert set(schedule.milestones) <= set(changed.milestones), "the seams that were there stay"
    fewer = without(schedule, index, steps)
    if len(schedule.schedulers) == 2:
        assert type(fewer) is type(schedule.schedulers[1 - index])
    else:
        assert isinstance(fewer, SequentialLR)
        assert set(fewer.milestones) <= set(schedule.milestones)


def test_what_follows_takes_the_room_of_a_part_that_is_taken_out() -> None:
    assert without(WHD, 1, PLAN) == SequentialLR((WARMUP, CosineAnnealingLR(396)), (44,))
    assert without(WHD, 0, PLAN) == SequentialLR((ConstantLR(1.0, total_iters=242), DECAY), (242,))
    assert without(WHD, 2, PLAN) == SequentialLR((WARMUP, ConstantLR(1.0, total_iters=396)), (44,))
    assert without(SequentialLR((WARMUP, CosineAnnealingLR(396)), (44,)), 0, PLAN) == CosineAnnealingLR(PLAN)
    assert alone(WHD, 2, PLAN) == CosineAnnealingLR(PLAN)


def test_the_parts_of_a_chain_have_the_whole_plan_each() -> None:
    chain = chained(CosineAnnealingLR(PLAN), ExponentialLR(0.99))
    assert rooms(chain, PLAN) == [range(PLAN)] * 2
    assert moved(chain, 0, 1, PLAN) == ChainedScheduler((ExponentialLR(0.99), CosineAnnealingLR(PLAN)))
    assert duplicated(chain, 0, PLAN).schedulers == (CosineAnnealingLR(PLAN),) * 2 + (ExponentialLR(0.99),)
    assert with_warmup(chain, PLAN) == ChainedScheduler((*chain.schedulers, WARMUP))
    assert chained(chain, WARMUP) == with_warmup(chain, PLAN)
    assert without(chain, 1, PLAN) == CosineAnnealingLR(PLAN)
    assert len(with_more(chain, PLAN, 0.1).schedulers) == 3
    assert with_part(chain, 0, StepLR(3)) == ChainedScheduler((StepLR(3), ExponentialLR(0.99)))


def test_a_part_after_begins_where_the_last_one_is_done_or_halfway() -> None:
    assert extended(WARMUP, PLAN) == SequentialLR((WARMUP, CosineAnnealingLR(396)), (44,))
    assert extended(CosineAnnealingLR(PLAN), PLAN) == SequentialLR((CosineAnnealingLR(220),) * 2, (220,))
    assert extended(ExponentialLR(0.9), PLAN) == SequentialLR((ExponentialLR(0.9), CosineAnnealingLR(220)), (220,))


@pytest.mark.parametrize("cls", [cls for cls in SCHEDULES if not cls.apart], ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("steps", [1, 2, 3, 10**12])
def test_every_schedule_composes_in_any_plan(cls: type[Schedule], steps: int) -> None:
    schedule = cls.fitted(steps, 0.1)
    sequence = extended(schedule, steps)
    composites = (with_warmup(schedule, steps), sequence, duplicated(sequence, 0, steps), chained(schedule, schedule))
    for composite in composites:
        for index in range(len(composite.schedulers)):
            assert moved(composite, index, 0, steps).schedulers
            assert without(composite, index, steps)
            assert alone(composite, index, steps)


@pytest.mark.parametrize("milestones", [(500, -3), (MOST, MOST), (-MOST, MOST), (MOST, 0)])
def test_milestones_out_of_order_or_out_of_the_plan_are_worked_with(milestones: tuple[int, int]) -> None:
    odd = SequentialLR((WARMUP, HOLD, DECAY), milestones)
    for index in range(3):
        for target in range(3):
            placed = moved(odd, index, target, PLAN)
            assert isinstance(placed, SequentialLR)
            assert placed.milestones == tuple(sorted(placed.milestones))
        assert without(odd, index, PLAN)
        assert duplicated(odd, index, PLAN)
        assert inserted(odd, index, PLAN)
    assert extended(odd, PLAN)
    assert with_warmup(odd, PLAN)
    assert with_milestone(odd, 1, 600, PLAN).milestones == (milestones[0], 600)
    with pytest.raises(SpecError, match="milestones"):
        with_milestone(odd, 1, MOST + 1, PLAN)
