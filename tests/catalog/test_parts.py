"""What can be taken hold of in a schedule, and what it is made of."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lrviz.catalog.parts import Handle, Stretch
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.errors import SpecError
from tests.strategies import SIMPLE, parts, specs

STEPS = 100
MOVABLE = [cls for cls in SIMPLE if cls.example().handles(STEPS)]
WARM_COSINE = SequentialLR((LinearLR(0.01, total_iters=10), CosineAnnealingLR(90)), (10,))


def handle(schedule: Schedule, path: str, steps: int = STEPS) -> Handle:
    return next(one for one in schedule.handles(steps) if one.path == path)


def places(schedule: Schedule, steps: int = STEPS) -> dict[str, int]:
    return {one.path: one.step for one in schedule.handles(steps)}


@pytest.mark.parametrize("cls", MOVABLE)
@given(data=st.data())
@settings(max_examples=15)
def test_what_is_moved_to_a_step_stands_there(cls: type[Schedule], data: st.DataObject) -> None:
    schedule = data.draw(specs(cls))
    handles = schedule.handles(STEPS)
    if not handles:
        return
    one = data.draw(st.sampled_from(handles))
    low, high = max(1, one.low, one.step - 20), min(one.high, one.step + 20)
    assume(low <= high)
    step = data.draw(st.integers(low, high))
    try:
        moved = one.moved(step, one.factor or 0.0)
    except SpecError:
        return
    assert type(moved) is cls
    there = places(moved, max(STEPS, step + 1)).get(one.path)
    assert there is None or abs(there - step) <= abs(one.slope) - 1 or issubclass(cls, Recipe)


@pytest.mark.parametrize("cls", [cls for cls in MOVABLE if issubclass(cls, Recipe)])
def test_the_ends_of_a_recipe_stand_where_they_are_moved(cls: type[Schedule]) -> None:
    recipe = cls.fitted(STEPS, 0.1)
    for one in recipe.handles(STEPS):
        moved = one.moved(one.step - 3 if one.step > 3 else one.step + 3, 0.5)
        assert abs(places(moved)[one.path] - one.step) == 3
        assert handle(moved, one.path).number == one.number + (places(moved)[one.path] - one.step) // one.slope


@given(data=st.data())
@settings(max_examples=30)
def test_every_handle_of_a_composed_schedule_goes_where_it_is_moved(data: st.DataObject) -> None:
    schedule = data.draw(parts())
    handles = schedule.handles(STEPS)
    if not handles:
        return
    one = data.draw(st.sampled_from(handles))
    assert len({each.path for each in handles}) == len(handles)
    step = data.draw(st.integers(one.low, max(one.low, min(one.high, STEPS))))
    try:
        moved = one.moved(step, one.factor or 0.0)
    except SpecError:
        return
    assert type(moved) is type(schedule)
    there = next((each for each in moved.handles(STEPS) if each.path == one.path), None)
    assert there is None or abs(there.step - step) < abs(one.slope)


def test_the_end_of_a_warm_up_goes_with_its_milestone_and_the_end_of_the_plan_stays() -> None:
    moved = handle(WARM_COSINE, "milestones[0]").moved(30, 0.0)
    assert moved == SequentialLR((LinearLR(0.01, total_iters=30), CosineAnnealingLR(70)), (30,))
    assert places(moved) == {"milestones[0]": 30, "schedulers[1].T_max": 100}


def test_what_doesnt_end_at_the_milestone_stays_as_long_as_it_was() -> None:
    apart = SequentialLR((LinearLR(total_iters=5), CosineAnnealingLR(50)), (10,))
    assert handle(apart, "milestones[0]").moved(30, 0.0) == SequentialLR(apart.schedulers, (30,))


def test_a_part_that_cant_follow_stays() -> None:
    nowhere = handle(WARM_COSINE, "milestones[0]").moved(100, 0.0)
    assert nowhere == SequentialLR((LinearLR(0.01, total_iters=100), CosineAnnealingLR(90)), (100,))


def test_a_milestone_stays_between_its_neighbours() -> None:
    three = SequentialLR((ExponentialLR(0.9), ExponentialLR(0.8), ExponentialLR(0.7)), (20, 60))
    assert [(one.low, one.high) for one in three.handles(STEPS)] == [(0, 60), (20, handle(three, "milestones[1]").high)]


def test_handles_in_nested_parts_stand_at_their_place_in_the_plan() -> None:
    inner = SequentialLR((LinearLR(total_iters=4), MultiStepLR((10, 90))), (20,))
    outer = SequentialLR((ConstantLR(0.5, total_iters=7), inner), (30,))
    assert places(outer) == {
        "milestones[0]": 30,
        "schedulers[0].total_iters": 7,
        "schedulers[1].milestones[0]": 50,
        "schedulers[1].schedulers[0].total_iters": 34,
        "schedulers[1].schedulers[1].milestones[0]": 60,
    }
    moved = handle(outer, "schedulers[1].schedulers[1].milestones[0]").moved(65, 0.0)
    assert places(moved)["schedulers[1].schedulers[1].milestones[0]"] == 65
    assert handle(moved, "schedulers[1].schedulers[1].milestones[0]").number == 15


def test_chained_parts_have_their_handles_side_by_side() -> None:
    chain = ChainedScheduler((LinearLR(total_iters=10), MultiStepLR((40,))))
    assert places(chain) == {"schedulers[0].total_iters": 10, "schedulers[1].milestones[0]": 40}
    moved = handle(chain, "schedulers[1].milestones[0]").moved(50, 0.0)
    assert moved == ChainedScheduler((LinearLR(total_iters=10), MultiStepLR((50,))))


def test_a_field_that_counts_from_elsewhere_stands_where_the_curve_turns() -> None:
    assert places(CyclicLR(0.1, 1.0, step_size_up=20, step_size_down=30)) == {"step_size_up": 20, "step_size_down": 50}
    cycle = OneCycleLR(1.0, total_steps=100, pct_start=0.3)
    assert places(cycle) == {"pct_start": 29, "total_steps": 100}
    moved = handle(cycle, "pct_start").moved(59, 0.0)
    assert moved == OneCycleLR(1.0, total_steps=100, pct_start=0.6)
    assert int(np.argmax(moved.at(np.arange(100), 1.0))) == 59


def test_the_ends_of_a_recipes_pieces_are_moved_by_the_field_that_moves_the_fewest() -> None:
    recipe = LinearScheduleWithWarmup(10, 80)
    assert places(recipe) == {"num_warmup_steps": 10, "num_training_steps": 80}
    assert handle(recipe, "num_training_steps").moved(50, 0.0) == LinearScheduleWithWarmup(10, 50)


def test_knots_are_moved_both_ways_added_and_removed() -> None:
    knots = Knots((0, 10, 20), (0.0, 1.0, 0.5))
    middle = handle(knots, "steps[1]")
    assert (middle.low, middle.high, middle.factor) == (1, 19, 1.0)
    assert middle.moved(15, 0.8) == Knots((0, 15, 20), (0.0, 0.8, 0.5))
    assert middle.removed is not None
    assert middle.removed() == Knots((0, 20), (0.0, 0.5))
    assert knots.knotted(15) == Knots((0, 10, 15, 20), (0.0, 1.0, 0.75, 0.5))
    assert knots.knotted(10) is None
    assert Knots((4,), (1.0,)).handles(STEPS)[0].removed is None


def test_knots_of_a_part_are_knots_of_the_whole() -> None:
    part = SequentialLR((ConstantLR(0.5, total_iters=7), Knots((0, 10), (1.0, 0.5))), (30,))
    assert handle(part, "schedulers[1].steps[1]").moved(50, 0.3) == SequentialLR(
        (part.schedulers[0], Knots((0, 20), (1.0, 0.3))), (30,)
    )
    assert part.knotted(35) == SequentialLR((part.schedulers[0], Knots((0, 5, 10), (1.0, 0.75, 0.5))), (30,))
    assert part.knotted(5) is None
    assert ChainedScheduler((ExponentialLR(0.9), Knots((0,), (1.0,)))).knotted(3) == ChainedScheduler(
        (ExponentialLR(0.9), Knots((0, 3), (1.0, 1.0)))
    )


def test_a_sequence_is_made_of_its_parts_and_a_chain_of_all_at_once() -> None:
    chain = ChainedScheduler((ExponentialLR(0.9), SequentialLR((LinearLR(), ConstantLR()), (5,))))
    whole = SequentialLR((LinearLR(), chain, ExponentialLR(0.5)), (10, 40))
    assert whole.stretches(30) == (
        Stretch(0, 10, "LinearLR"),
        Stretch(10, 15, "ExponentialLR × LinearLR"),
        Stretch(15, 30, "ExponentialLR × ConstantLR"),
    )
    assert whole.stretches(60)[-1] == Stretch(40, 60, "ExponentialLR")
    assert LinearLR().stretches(60) == ()


@given(schedule=parts(), steps=st.integers(1, 200))
@settings(max_examples=30)
def test_stretches_cover_the_plan(schedule: Schedule, steps: int) -> None:
    found = schedule.stretches(steps)
    assume(found)
    assert (found[0].first, found[-1].last) == (0, steps)
    assert all(one.last == other.first for one, other in pairwise(found))


def test_the_handles_of_sequences_in_each_other_cost_no_more_with_every_level() -> None:
    nested: Schedule = CosineAnnealingLR(90)
    for level in range(31):
        nested = SequentialLR((nested, CosineAnnealingLR(90)), (50 + level,))
    assert len([one for one in nested.handles(100) if one.name == "milestone"]) == 31
