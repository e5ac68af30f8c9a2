"""A recording holds what came so far, run by run and seed by seed, and what it gave out stays as it was."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.events import (
    Block,
    Diverged,
    Examined,
    Halted,
    Layer,
    Measured,
    Norms,
    Outlined,
    Predicted,
    Started,
    Told,
    Update,
)
from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.run import Run

NAN = math.nan


def experiment(runs: int = 2, seeds: tuple[int, ...] = (0,), steps: int = 100) -> Experiment:
    return Experiment.of(*(Run(f"run {i}") for i in range(runs)), seeds=seeds, steps=steps)


def fed(recording: Recording, updates: int) -> Recording:
    """Add updates whose loss is step + member / 10, at a tenth of that rate."""
    members = len(recording.experiment.runs) * len(recording.experiment.training.seeds)
    for step in range(recording.step, recording.step + updates):
        losses = tuple(step + member / 10 for member in range(members))
        recording.add(Update(step, losses, tuple(loss / 10 for loss in losses)))
    return recording


def test_nothing_has_come_yet() -> None:
    recording = Recording(experiment())
    trace = recording.trace(1)
    assert (recording.step, recording.device, recording.done) == (0, "", False)
    assert (len(trace.losses), len(trace.lrs), len(trace.metric_steps), dict(trace.metrics)) == (0, 0, 0, {})
    assert recording.result().runs[0].losses.shape == (0,)


@given(updates=st.integers(0, 100), runs=st.integers(1, 3), seeds=st.integers(1, 3))
def test_a_trace_is_what_was_added(updates: int, runs: int, seeds: int) -> None:
    recording = fed(Recording(experiment(runs, tuple(range(seeds)))), updates)
    assert recording.step == updates
    assert recording.done is (updates == 100)
    for run in range(runs):
        for seed in range(seeds):
            trace = recording.trace(run, seed)
            expected = np.arange(updates) + (run * seeds + seed) / 10
            np.testing.assert_array_equal(trace.losses, expected)
            np.testing.assert_array_equal(trace.lrs, expected / 10)


def test_what_was_given_out_keeps_its_values_and_cannot_be_written() -> None:
    recording = fed(Recording(experiment()), 15)
    early = recording.trace(0).losses
    fed(recording, 60)
    np.testing.assert_array_equal(early, np.arange(15))
    with pytest.raises(ValueError, match="read-only"):
        early[0] = 1


def test_a_trace_copies_nothing() -> None:
    recording = fed(Recording(experiment()), 10)
    one, two = recording.trace(1), recording.trace(1)
    assert np.shares_memory(one.losses, two.losses)
    assert np.shares_memory(one.metric_steps, two.metric_steps) or not len(one.metric_steps)


def test_a_diverged_member_ends_with_the_loss_that_left_all_bounds() -> None:
    recording = fed(Recording(experiment(steps=5)), 2)
    recording.add(Update(2, (2.0, math.inf), (0.1, 0.1)))
    recording.add(Diverged(1, 2))
    recording.add(Update(3, (3.0, NAN), (0.1, NAN)))
    trace = recording.trace(1)
    assert trace.losses.tolist() == [0.1, 1.1, math.inf]
    assert (len(trace.lrs), trace.diverged_at, trace.halted) == (3, 2, None)
    assert len(recording.trace(0).losses) == 4
    assert not recording.done
    recording.add(Update(4, (4.0, NAN), (0.1, NAN)))
    assert recording.done


def test_a_halted_member_ends_with_its_last_update_and_says_why() -> None:
    recording = Recording(experiment())
    recording.add(Halted(0, 0, "nothing to train"))
    fed(recording, 3)
    recording.add(Halted(1, 3, "torch refuses"))
    assert recording.trace(0).losses.tolist() == []
    assert recording.trace(1).losses.tolist() == [0.1, 1.1, 2.1]
    assert [recording.trace(run).halted for run in (0, 1)] == ["nothing to train", "torch refuses"]
    assert recording.done


def test_what_was_told_grows_and_what_was_given_out_stays() -> None:
    plateau = ReduceLROnPlateau()
    runs = (Run("epoch", plateau, stepped="epoch"), Run("batch", plateau), Run("deaf"))
    recording = fed(Recording(Experiment.of(*runs, seeds=(0, 1), steps=45)), 22)
    recording.add(Told(1, 22, 0.5))
    early = [recording.trace(run, 1) for run in range(3)]
    fed(recording, 22)
    recording.add(Told(1, 44, 0.4))
    assert [early[0].told.tolist(), early[0].told_steps.tolist()] == [[0.5], [22]]
    assert recording.trace(0).told.tolist() == []
    late = recording.trace(0, 1)
    assert (late.told.tolist(), late.told_steps.tolist()) == ([0.5, 0.4], [22, 44])
    assert early[1].told.tolist() == early[1].losses.tolist()
    assert early[1].told_steps.tolist() == list(range(1, 23))
    fed(recording, 1)
    done = recording.trace(1, 1)
    assert done.told.tolist() == done.losses[:-1].tolist()  # nothing uses the rate after the last update
    assert len(early[2].told) == 0


def test_metrics_predictions_and_the_device_are_in_the_result() -> None:
    recording = Recording(experiment(seeds=(5, 6)))
    recording.add(Started("cuda:0", "NVIDIA H100"))
    fed(recording, 44)
    for steps in (22, 44):
        recording.add(Measured(3, steps, {"val_loss": 1 / steps, "accuracy": 0.5}))
    target, output = np.arange(4), np.arange(8, dtype=np.float32).reshape(4, 2)
    recording.add(Examined(Block.of(target[:2]), Block.of(target)))
    recording.add(Predicted(3, 22, Block.of(output[:2] + 1), Block.of(output + 1)))
    recording.add(Predicted(3, 44, Block.of(output[:2]), Block.of(output)))
    result = recording.result()
    assert (result.device, result.card) == ("cuda:0", "NVIDIA H100")
    trace = result.runs[1].by_seed[6]
    assert trace.metric_steps.tolist() == [22, 44]
    assert {name: values.tolist() for name, values in trace.metrics.items()} == {
        "val_loss": [1 / 22, 1 / 44],
        "accuracy": [0.5, 0.5],
    }
    assert trace.predictions is not None
    np.testing.assert_array_equal(trace.predictions.target, target)
    np.testing.assert_array_equal(trace.predictions.output, output)
    assert [look.steps for look in trace.looks] == [22, 44]
    np.testing.assert_array_equal(trace.looks[0].train.target, target[:2])
    np.testing.assert_array_equal(trace.looks[0].train.output, output[:2] + 1)
    assert result.predictions(1) is None  # the first seed's haven't come
    assert result.runs[1].metric_steps.tolist() == []


def test_memory_grows_with_what_has_come() -> None:
    recording = Recording(experiment(steps=10**9))
    empty = recording.nbytes
    assert fed(recording, 2000).nbytes > empty
    assert recording.nbytes < 4 * 2000 * 2 * 2 * 8


def test_norms_are_kept_by_parameter_and_moment() -> None:
    names, layer = ("0.weight", "0.bias"), Layer("0", "Linear 3→2", ("0.weight", "0.bias"))
    recording = Recording(experiment(seeds=(4, 5)))
    assert recording.trace(1).norms is None
    recording.add(Outlined(names, ((2, 3), (2,)), (layer,)))
    assert recording.trace(1).norms is None
    before, early = recording.nbytes, None
    for steps in range(1, 41):
        fed(recording, 1)
        values = np.array([[steps, NAN], [10, 20], [0.1, 0]], np.float32) + np.float32(steps)
        recording.add(Norms(3, steps, Block.of(values)))
        early = recording.trace(1, 1).norms if steps == 5 else early
    found = recording.trace(1, 1).norms
    assert found is not None
    assert early is not None
    assert (found.names, found.layers) == (names, (("0", "Linear 3→2", names),))
    assert found.steps.tolist() == list(range(1, 41))
    np.testing.assert_array_equal(found.gradients[:, 0], 2 * np.arange(1, 41, dtype=np.float32))
    assert np.isnan(found.gradients[:, 1]).all()
    np.testing.assert_array_equal(found.weights[6], [17, 27])
    np.testing.assert_array_equal(found.updates[6], np.array([7.1, 7], np.float32))
    assert found.gradients.dtype == found.weights.dtype == found.updates.dtype == np.float32
    assert early.steps.tolist() == [1, 2, 3, 4, 5]
    np.testing.assert_array_equal(early.weights, found.weights[:5])
    assert recording.trace(1, 0).norms is None
    assert recording.nbytes > before + 40 * found.weights[0].nbytes


def test_what_models_answer_all_over_a_plane_takes_memory_too() -> None:
    recording, few = Recording(experiment()), np.zeros((4, 2), np.float32)
    recording.add(Examined(Block.of(few), Block.of(few), Block.of(few), Block.of(np.zeros((1000, 2), np.float32))))
    before, plane = recording.nbytes, np.zeros((1000, 3), np.float32)
    recording.add(Predicted(0, 1, Block.of(few), Block.of(few), Block.of(plane)))
    assert recording.nbytes == before + 2 * few.nbytes + plane.nbytes
