"""Peaks: the rate a run begins from or climbs to, and the same run with another one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import (
    SGD,
    ConstantLR,
    CosineAnnealingLR,
    CyclicLR,
    Experiment,
    LinearLR,
    OneCycleLR,
    Run,
    SequentialLR,
    StepLR,
)
from lrviz.peaks import Peak, peak, with_peak
from lrviz.run import Group

CYCLE = OneCycleLR(max_lr=0.5, total_steps=100)
WARM = SequentialLR((ConstantLR(), CYCLE), (10,))


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (Run("a", StepLR(10), SGD(lr=0.2)), Peak("lr", 0.2, "SGD")),
        (Run("a", None, SGD(lr=0.2)), Peak("lr", 0.2, "SGD")),
        (Run("a", CYCLE, SGD(lr=0.2)), Peak("max_lr", 0.5, "OneCycleLR")),
        (Run("a", CyclicLR(0.01, (0.3, 0.4)), SGD(lr=0.2)), Peak("max_lr", 0.3, "CyclicLR")),
        (Run("a", WARM, SGD(lr=0.2)), Peak("max_lr", 0.5, "OneCycleLR")),
    ],
)
def test_a_peak_is_named_after_what_holds_it(run: Run, expected: Peak) -> None:
    assert peak(run) == expected


@given(rate=st.floats(1e-6, 10).map(lambda rate: float(f"{rate:.2g}")))
@pytest.mark.parametrize("schedule", [None, StepLR(30), CosineAnnealingLR(100), CYCLE, CyclicLR(0.01, 0.1, 20)])
def test_the_highest_rate_of_the_plan_is_the_one_that_was_asked_for(schedule: object, rate: float) -> None:
    run = with_peak(Run("a", schedule, SGD(lr=0.2, momentum=0.9)), rate)  # type: ignore[arg-type]
    highest = Experiment.of(run, steps=100).curve(0, np.arange(100)).lr.max()
    assert highest == pytest.approx(rate, rel=1e-5)
    assert peak(run).rate == pytest.approx(rate, rel=1e-5)


def test_a_cycle_keeps_its_shape_and_the_optimizer_its_own_rate() -> None:
    run = with_peak(Run("a", CyclicLR(0.01, 0.1), SGD(lr=0.2)), 0.5)
    assert run.schedule == CyclicLR(0.05, 0.5)
    assert run.optimizer == SGD(lr=0.2)


def test_beside_a_part_that_sets_its_own_the_others_are_raised_with_it() -> None:
    run = with_peak(Run("a", SequentialLR((LinearLR(), CYCLE), (10,)), SGD(lr=0.2)), 1.0)
    assert isinstance(run.schedule, SequentialLR)
    assert run.schedule.schedulers == (LinearLR(), replace(CYCLE, max_lr=1.0))
    assert run.optimizer == SGD(lr=0.4)


GROUPS = (Group("a", lr=0.02), Group("b", frozen=True), Group("c"))
GROUPED = Run("g", StepLR(10), SGD(lr=0.2), groups=GROUPS)


def test_all_groups_keep_their_proportions() -> None:
    changed = with_peak(GROUPED, 0.4)
    assert changed.rates() == (0.4, 0.04, 0.4)
    assert changed.groups == (Group("a", lr=0.04), *GROUPS[1:])


@pytest.mark.parametrize(("group", "rates"), [(0, (0.4, 0.02, 0.2)), (1, (0.2, 0.4, 0.2)), (2, (0.2, 0.02, 0.4))])
def test_one_group_alone_gets_another_rate(group: int, rates: tuple[float, ...]) -> None:
    changed = with_peak(GROUPED, 0.4, group)
    assert changed.rates() == rates
    assert peak(changed, group).rate == 0.4
    assert changed.groups[1] == GROUPS[1]


def test_one_group_of_a_cycle_has_a_value_of_its_own() -> None:
    run = with_peak(replace(GROUPED, schedule=CYCLE), 0.1, 1)
    assert isinstance(run.schedule, OneCycleLR)
    assert run.schedule.max_lr == (0.5, 0.1, 0.5)
    assert peak(run, 1).rate == 0.1


def test_a_rate_of_nothing_has_no_proportions_to_keep() -> None:
    changed = with_peak(Run("z", None, SGD(lr=0.0), groups=(Group("a", lr=0.02),)), 0.1)
    assert changed.rates() == (0.1, 0.02)
