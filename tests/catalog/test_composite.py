from __future__ import annotations

import functools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.catalog.composite import DEEPEST
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.megatron_cosine import MegatronCosine
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.polynomial_decay_schedule_with_warmup import PolynomialDecayScheduleWithWarmup
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.columns import columns
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.run import Run
from tests.catalog.composed import assert_as_torch, assert_links, chains, leaves, sequences, trees
from tests.strategies import SIMPLE

STEPS = 110
UP = LinearLR(0.1, total_iters=5)
RATES = st.lists(st.sampled_from((3e-4, 0.02, 0.1, 1.0)), min_size=2, max_size=2)


@pytest.mark.parametrize("kind", ["SGD", "AdamW"])
@settings(max_examples=60)
@given(schedule=trees(3), rates=RATES)
def test_a_tree_of_schedules_is_what_torch_steps(kind: str, schedule: Schedule, rates: list[float]) -> None:
    assert_as_torch(schedule, rates, STEPS, kind)


@pytest.mark.parametrize("cls", SIMPLE)
@settings(max_examples=12)
@given(data=st.data())
def test_every_schedule_is_a_part_as_torch_steps_it(cls: type[Schedule], data: st.DataObject) -> None:
    assert_as_torch(data.draw(composites(cls)), [0.1, 0.02], STEPS)


@functools.cache  # to make a strategy takes longer than to draw from it
def composites(cls: type[Schedule]) -> st.SearchStrategy[Schedule]:
    """Draw what is made of such a schedule and a few others, at most two deep."""
    inner = leaves(cls) | st.sampled_from([UP, ExponentialLR(0.97), CosineAnnealingLR(9, 0.01)])
    nested = sequences(inner) | chains(inner)
    return nested | sequences(nested) | chains(nested)


@settings(max_examples=40)
@given(schedule=trees(3))
def test_a_scan_of_a_tree_gives_its_rates(schedule: Schedule) -> None:
    assert_links(schedule, 0.1, STEPS)


@settings(max_examples=40)
@given(schedule=trees(2), order=st.permutations(range(60)), cut=st.integers(1, 60))
def test_any_order_gives_the_same_rates(schedule: Schedule, order: list[int], cut: int) -> None:
    every = schedule.at(np.arange(60), 0.1)
    t = np.array(order[:cut])
    np.testing.assert_allclose(schedule.at(t, 0.1), every[t], rtol=1e-9, atol=1e-13)


@settings(max_examples=60)
@given(
    schedule=trees(2),
    scale=st.sampled_from((1, 30, 1000)),
    steps=st.sampled_from((200, 3000, 60_000)),
    width=st.sampled_from((7, 50, 400)),
    share=st.sampled_from((0.0, 0.3)),
)
def test_no_step_of_a_tree_lies_outside_its_column(
    schedule: Schedule, scale: int, steps: int, width: int, share: float
) -> None:
    experiment = Experiment.of(Run("run", schedule.scaled(scale)), steps=steps)
    first = int(share * steps)
    found = columns(experiment, experiment.runs[0], first, steps - 1, width)
    every = experiment.curve(0, np.arange(first, steps))
    if len(every) <= width or found.sampled:
        return
    starts = len(every) * np.arange(width) // width
    low, high = np.minimum.reduceat(every.lr, starts), np.maximum.reduceat(every.lr, starts)
    assert found.error == every.error
    np.testing.assert_allclose(found.low, low, rtol=1e-11, atol=1e-13 * np.abs(every.lr).max())
    np.testing.assert_allclose(found.high, high, rtol=1e-11, atol=1e-13 * np.abs(every.lr).max())


WARM = LinearLR(0.01, total_iters=500)
LONG = [
    SequentialLR((WARM, CosineAnnealingLR(15_000, 1e-4), StepLR(300, 0.99)), (500, 30_000)),
    SequentialLR((WARM, CyclicLR(0.001, 0.1, 77), OneCycleLR(0.1, 20_000)), (500, 21_000)),
    SequentialLR((SequentialLR((WARM, ExponentialLR(0.9999)), (600,)), PolynomialLR(10_000, 2.5)), (28_000,)),
    ChainedScheduler((WARM, CosineAnnealingLR(30_000))),
    ChainedScheduler((WARM, CosineAnnealingLR(7000, 1e-4))),
    ChainedScheduler((ConstantLR(0.1, 20_000), StepLR(3000, 0.5), ExponentialLR(0.9999))),
    ChainedScheduler((ExponentialLR(0.99995), CosineAnnealingLR(900))),
    ChainedScheduler((ExponentialLR(0.99995), CosineAnnealingLR(900, 1e-3))),
    ChainedScheduler((MultiStepLR((10_000, 20_000)), SequentialLR((WARM, ExponentialLR(0.9999)), (500,)))),
]


@pytest.mark.parametrize("schedule", LONG, ids=repr)
def test_long_trees_stay_with_torch(schedule: Schedule) -> None:
    assert_as_torch(schedule, [0.1], 36_000)


@pytest.mark.parametrize("rates", [[2.0, 2.0], [2.0, 0.0], [0.0, 0.0], [2.0, 0.1], [0.1, 2.0]], ids=str)
@pytest.mark.parametrize("cls", [PolynomialDecayScheduleWithWarmup, MegatronCosine])
def test_a_part_may_refuse_the_rate_of_some_groups(cls: Any, rates: list[float]) -> None:
    part = cls(3, 20, 1.5)
    assert_as_torch(SequentialLR((UP, part), (5,)), rates, 40)
    assert_as_torch(ChainedScheduler((part, ExponentialLR(0.9))), rates, 40)


FAR = [
    SequentialLR((WARM, StepLR(3, 0.999)), (500,)),
    SequentialLR((WARM, CyclicLR(0.01, 0.1, 50)), (500,)),
    SequentialLR((WARM, ConstantLR(1.0), PolynomialLR(2 * 10**8)), (500, 8 * 10**8)),
    ChainedScheduler((WARM, CosineAnnealingLR(10**9, 1e-4))),
    ChainedScheduler((LinearLR(0.01, total_iters=10**7), ExponentialLR(1 - 1e-8))),
    ChainedScheduler((StepLR(10**8), PolynomialLR(10**9))),
]


@pytest.mark.parametrize("schedule", FAR, ids=repr)
def test_a_thousand_million_steps_are_drawn_without_samples_from_few_ranges(schedule: Schedule) -> None:
    experiment = Experiment.of(Run("run", schedule), steps=10**9)
    turns = schedule.turns(10**9)
    assert turns is not None
    assert len(turns) < 300
    assert not columns(experiment, experiment.runs[0], 0, 10**9, 1280).sampled


@pytest.mark.parametrize(
    ("schedule", "scans"),
    [
        (ChainedScheduler((ExponentialLR(0.9), CosineAnnealingLR(9, 0.01))), True),
        (ChainedScheduler((ExponentialLR(0.9), CosineAnnealingLR(9))), False),
        (ChainedScheduler((LinearLR(0.1, total_iters=1000), CosineAnnealingLR(9, 0.01))), False),
        (ChainedScheduler((ExponentialLR(0.9), CyclicLR(0.01, 0.1))), False),
        (SequentialLR((WARM, CosineAnnealingLR(9, 0.01)), (500,)), False),
    ],
    ids=repr,
)
def test_only_a_floor_that_others_go_on_multiplying_has_to_be_scanned(schedule: Schedule, scans: bool) -> None:
    assert schedule.scans is scans


def test_parts_are_nested_as_deep_as_every_walk_through_them_can_go() -> None:
    deep: Schedule = CosineAnnealingLR(STEPS)
    for _ in range(DEEPEST):
        deep = SequentialLR((deep,), ())
    assert_as_torch(deep, [0.1, 0.02], STEPS)
    assert deep.scaled(0.5).handles(STEPS)
    with pytest.raises(SpecError, match=f"schedulers must be a list nested at most {DEEPEST} deep"):
        ChainedScheduler((deep,))


@pytest.mark.parametrize("cls", [SequentialLR, ChainedScheduler])
def test_a_plateau_is_no_part(cls: type[SequentialLR | ChainedScheduler]) -> None:
    given: tuple[Any, ...] = ((ReduceLROnPlateau(),), *([()] if cls is SequentialLR else []))
    with pytest.raises(SpecError, match="schedulers must be a list without ReduceLROnPlateau, which has to be told"):
        cls(*given)


def test_composites_lie_in_each_other_up_to_a_depth_and_no_deeper() -> None:
    nested: Schedule = ChainedScheduler((ConstantLR(),))
    for _ in range(DEEPEST - 1):
        nested = ChainedScheduler((nested,))
    with pytest.raises(SpecError, match=f"schedulers must be a list nested at most {DEEPEST} deep"):
        ChainedScheduler((nested,))
