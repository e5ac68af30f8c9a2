"""What a plateau would do on a supposed metric: torch's own cuts on an ordinary plan, a bounded time on any."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz import Drawn, LearningCurve, Overfit, ReduceLROnPlateau
from lrviz.catalog.signals import SIGNALS
from lrviz.catalog.supposed import LONGEST, Told, supposed
from tests.catalog.schedules.test_reduce_lr_on_plateau import stepped
from tests.strategies import specs


@given(
    st.sampled_from(SIGNALS).flatmap(specs), st.integers(1, 300), st.integers(1, 50),
    st.builds(ReduceLROnPlateau, patience=st.integers(0, 20), cooldown=st.integers(0, 9), factor=st.floats(0.1, 0.9)),
)  # fmt: skip
def test_the_cuts_are_torchs(signal: object, updates: int, each: int, schedule: ReduceLROnPlateau) -> None:
    cuts = supposed(schedule, signal, each, updates, 0.3)
    metric = [float(signal.at(np.array([done / updates]))[0]) for done in range(each, updates, each)]  # type: ignore[attr-defined]
    assert cuts.at(np.arange(len(metric) + 1)).tolist() == stepped(schedule, metric, 0.3)
    assert not cuts.sampled


def test_since_is_the_call_after_which_nothing_was_better() -> None:
    metric = [3.0, 2.0, 2.0, 2.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    cuts = ReduceLROnPlateau(patience=1, cooldown=1).given(metric, 1.0)
    assert cuts.steps.tolist() == [0, 4, 8]
    assert cuts.best.tolist() == [0, 2, 6]
    assert cuts.since.tolist() == [0, 2, 6]
    again = ReduceLROnPlateau(patience=1, cooldown=1).given([*metric, 1.0, 1.0], 1.0)
    assert (again.best[-1], again.since[-1], again.steps[-1]) == (6, 9, 11)


def test_a_long_plan_is_told_its_first_steps_one_by_one_and_then_samples() -> None:
    updates = 100 * LONGEST
    hand = Drawn((1.0, 0.0, 0.0, 0.0, 0.0))
    cuts = supposed(ReduceLROnPlateau(patience=updates // 8), hand, 1, updates, 0.1)
    assert cuts.sampled
    assert abs(cuts.steps[1] - updates * (1 / 4 + 1 / 8)) < 200
    flat = supposed(ReduceLROnPlateau(patience=9), Drawn((1.0,)), 1, updates, 0.1)
    assert not flat.sampled
    assert flat.steps.tolist()[:3] == [0, 11, 21]


@given(st.integers(2, 10**15), st.integers(0, 10**12), st.sampled_from([LearningCurve(), Overfit(noise=0.0), Drawn()]))
@settings(max_examples=30)
def test_a_plan_of_any_length_is_told_no_more_than_that(updates: int, patience: int, signal: LearningCurve) -> None:
    cuts = supposed(ReduceLROnPlateau(patience=patience), signal, 1, updates, 0.1)
    assert (np.diff(cuts.steps) > 0).all()
    assert cuts.steps[-1] < updates
    assert (np.diff(cuts.rates) < 0).all()


def test_a_cut_within_the_first_steps_stands_though_the_rest_is_sampled() -> None:
    bump = Drawn(tuple([1.0] * 2 + [1 - place / 900 for place in range(900)]))
    updates, schedule = 10**6, ReduceLROnPlateau(patience=500)
    begun = supposed(schedule, bump, 1, updates, 0.1)
    exact = schedule.given(Told(bump, 1, updates, LONGEST).values, 0.1)
    assert begun.sampled
    assert len(exact.steps) > 1
    assert begun.steps[: len(exact.steps)].tolist() == exact.steps.tolist()
    assert (begun.steps[len(exact.steps) :] > LONGEST).all()
