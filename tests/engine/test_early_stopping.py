"""Early stopping: a run ends when its validation loss hasn't been lower for a while, and the others go on."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import SGD, Experiment, Run, StepLR
from lrviz.engine.race import race
from lrviz.events import Event, Halted, Predicted, Race, Stopped
from lrviz.recording import Recording
from lrviz.run import Branch, EarlyStopping

STEPS, EVERY = 120, 5


def experiment(*runs: Run, **training: Any) -> Experiment:
    return Experiment.of(*runs, **{"steps": STEPS, "validate_every": EVERY, **training})


def raced(plan: Experiment) -> tuple[Recording, list[Event]]:
    events = [event for events in race(Race(plan, "cpu")) for event in events]
    recording = Recording(plan)
    for event in events:
        recording.add(event)
    return recording, events


def keras(losses: list[float], patience: int, min_delta: float) -> int | None:
    """Give the index of the loss after which Keras's EarlyStopping stops."""
    best, wait = np.inf, 0
    for index, loss in enumerate(losses):
        wait += 1
        if np.less(loss + min_delta, best):
            best, wait = loss, 0
        elif wait >= patience:
            return index
    return None


@given(
    losses=st.lists(st.integers(0, 20) | st.just(float("nan")), min_size=1).map(lambda all_: [float(v) for v in all_]),
    patience=st.integers(1, 4),
    min_delta=st.integers(0, 5).map(float),
)
def test_validations_are_counted_as_keras_counts_them(losses: list[float], patience: int, min_delta: float) -> None:
    early = EarlyStopping(patience, min_delta)
    stops = (i for i in range(len(losses)) if early.stops(losses[: i + 1]))
    assert next(stops, None) == keras(losses, patience, min_delta)


RATTLING = Run("rattling", None, SGD(lr=0.8, momentum=0.9), early_stopping=EarlyStopping(2))


@pytest.mark.parametrize("others", [0, 3])
def test_a_run_stops_once_its_patience_ends_and_the_others_go_on(others: int) -> None:
    plan = experiment(RATTLING, *(Run(f"calm {i}", None, SGD(lr=0.01)) for i in range(others)))
    recording, events = raced(plan)
    [stopped] = [event for event in events if isinstance(event, Stopped)]
    trace = recording.trace(0)
    losses = trace.metrics["val_loss"]
    assert stopped.steps == len(trace.losses) == trace.metric_steps[-1] < STEPS
    assert keras(losses.tolist(), 2, 0.0) == len(losses) - 1
    assert trace.stopped is not None
    assert trace.stopped.best == trace.metric_steps[np.argmin(losses)] == stopped.best
    assert [len(recording.trace(i).losses) for i in range(1, 1 + others)] == [STEPS] * others
    assert trace.looks[-1].steps == stopped.steps
    assert len(plan.curve(0, range(STEPS))) == STEPS
    assert recording.done


def test_each_seed_stops_by_itself() -> None:
    recording, events = raced(experiment(RATTLING, seeds=(0, 1, 2)))
    stopped = {event.member: event.steps for event in events if isinstance(event, Stopped)}
    assert len(set(stopped.values())) > 1
    for seed in range(3):
        assert len(recording.trace(0, seed).losses) == stopped.get(seed, STEPS)


def test_nothing_stops_at_the_end_of_the_plan() -> None:
    recording, events = raced(experiment(RATTLING))
    [stopped] = [event for event in events if isinstance(event, Stopped)]
    whole, later = raced(experiment(RATTLING, steps=stopped.steps))
    assert not any(isinstance(event, Stopped) for event in later)
    assert whole.trace(0).stopped is None
    np.testing.assert_array_equal(whole.trace(0).losses, recording.trace(0).losses)


def test_a_run_that_stops_sends_its_last_outputs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lrviz.engine.examination.MEMORY", 1)
    _, events = raced(experiment(RATTLING))
    [stopped] = [event for event in events if isinstance(event, Stopped)]
    assert [event.steps for event in events if isinstance(event, Predicted)] == [stopped.steps]


def test_a_branch_counts_on_from_its_parents_validations() -> None:
    parent = raced(experiment(RATTLING))[0].trace(0)
    stopped = len(parent.losses)
    for step in (7, stopped - EVERY):
        plan = experiment(RATTLING, replace(RATTLING, name="child", branch=Branch("rattling", step)))
        recording, _ = raced(plan)
        assert len(recording.trace(1).losses) == stopped
        np.testing.assert_array_equal(recording.trace(1).losses, parent.losses)


def test_a_branch_leaves_a_run_that_stops_just_then_and_none_that_has_stopped_before() -> None:
    stopped = len(raced(experiment(RATTLING))[0].trace(0).losses)
    calm = Run("calm", StepLR(50), SGD(lr=0.01))
    for step, length in ((stopped, STEPS), (stopped + 1, stopped)):
        plan = experiment(RATTLING, replace(calm, branch=Branch("rattling", step)))
        recording, events = raced(plan)
        assert len(recording.trace(1).losses) == length
        words = [event.message for event in events if isinstance(event, Halted)]
        said = f"'rattling', which it leaves after {step} updates, stopped early after {stopped} updates"
        assert words == ([] if length == STEPS else [said])
