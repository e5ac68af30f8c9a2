"""Training in the caller's process gives a result and leaves nothing changed behind."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pytest
import torch

from lrviz.catalog.models.linear import Linear
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine.inline import landscape, train
from lrviz.errors import RefusedError, ResourceError, SpecError
from lrviz.events import Event, Laid, Started, Update
from lrviz.experiment import Experiment
from lrviz.run import Run


def test_a_result_has_every_run_and_seed_and_says_its_device() -> None:
    result = train(Experiment.of(Run("a"), Run("b"), steps=5, seeds=(7, 3)), device="cpu")
    assert (result.device, result.card) == ("cpu", "CPU")
    assert [run.name for run in result.runs] == ["a", "b"]
    assert [list(run.by_seed) for run in result.runs] == [[7, 3], [7, 3]]
    assert all(len(trace.losses) == 5 for run in result.runs for trace in run.by_seed.values())
    predictions = result.predictions(1)
    assert predictions is not None
    assert predictions.target.shape == (360,)
    assert predictions.output.shape == (360, 10)
    right = (predictions.output.argmax(axis=1) == predictions.target).mean()
    assert result.runs[1].metrics["accuracy"][-1] == right


def test_a_planned_epoch_is_the_scheduler_s_and_each_pass_over_the_data_is_as_long_as_it_is() -> None:
    run = Run("epochs", StepLR(1, 0.5), SGD(lr=0.1), stepped="epoch")
    planned = Experiment.of(run, Run("same", StepLR(1, 0.5), SGD(lr=0.1), stepped="epoch"), steps=70, examples=1024)
    result = train(planned, device="cpu")
    for raced in result.runs:
        assert raced.lrs.tolist() == pytest.approx([0.1] * 32 + [0.05] * 32 + [0.025] * 6)
    toy = train(Experiment.of(Run("epochs", optimizer=SGD(lr=0.1)), Run("same"), steps=32), device="cpu")
    assert toy.runs[0].losses.tolist() == result.runs[0].losses[:32].tolist()


def test_an_update_that_the_data_can_not_fill_is_refused_and_its_miniature_is_not() -> None:
    planned = Experiment.of(Run("a"), steps=3, examples=10**6, batch_size=1024, world_size=8)
    with pytest.raises(RefusedError, match=r"update of 8192 examples is planned, and digits.* has 1437 to train on"):
        train(planned, device="cpu")
    assert len(train(planned.miniature(3), device="cpu").runs[0].losses) == 3


def test_events_are_told_as_they_come() -> None:
    told: list[Event] = []
    train(Experiment.of(Run("a"), steps=4), device="cpu", on_event=told.append)
    assert isinstance(told[0], Started)
    assert [event.step for event in told if isinstance(event, Update)] == [0, 1, 2, 3]


def test_the_callers_threads_and_random_state_are_left_alone() -> None:
    threads = torch.get_num_threads()
    torch.set_num_threads(threads + 1)
    try:
        torch.manual_seed(11)
        state = torch.get_rng_state()
        during: list[int] = []
        train(Experiment.of(Run("a"), steps=2), device="cpu", on_event=lambda _: during.append(torch.get_num_threads()))
        assert set(during) == {1}
        assert torch.get_num_threads() == threads + 1
        assert torch.equal(torch.get_rng_state(), state)
    finally:
        torch.set_num_threads(threads)


def test_an_error_in_the_listener_is_the_listeners_own() -> None:
    def interrupt(event: Event) -> None:
        raise KeyboardInterrupt

    threads = torch.get_num_threads()
    with pytest.raises(KeyboardInterrupt):
        train(Experiment.of(Run("a"), steps=2), device="cpu", on_event=interrupt)
    assert torch.get_num_threads() == threads


def test_an_experiment_without_runs_gives_an_empty_result() -> None:
    assert train(Experiment.of(), device="cpu").runs == ()


def test_an_absent_device_is_refused() -> None:
    absent = "mps" if not torch.backends.mps.is_available() else "cuda"
    if absent == "cuda" and torch.cuda.is_available():
        pytest.skip("every device is there")
    with pytest.raises(ResourceError, match=f"device '{absent}' can't be used"):
        train(Experiment.first_open(), device=absent)  # type: ignore[arg-type]  # a plain str


RUNS = tuple(Run(name, optimizer=SGD(lr=lr)) for name, lr in (("slow", 0.1), ("medium", 0.3), ("fast", 1.0)))
WALKED = Experiment.of(*RUNS, problem=Digits(held_out=0.9, model=Linear()), steps=4)


def test_a_landscape_is_surveyed_as_it_was_asked_for_and_nothing_is_changed() -> None:
    threads, told = torch.get_num_threads(), list[Event]()
    state = torch.get_rng_state()
    found = landscape(
        WALKED, method="random", what="val_loss", grid=4, span=0.5, seed=3, device="cpu", on_event=told.append
    )
    assert (found.method, found.what, found.names) == ("random", "val_loss", ("slow", "medium", "fast"))
    assert found.values.shape == (4, 4)
    assert np.isfinite(found.values).all()
    assert found.area == (-0.5, 0.5, -0.5, 0.5)
    assert found.done == 1
    assert all(np.isfinite(loss).all() and len(loss) == 5 for loss in found.path_loss)
    assert sum(isinstance(event, Laid) for event in told) == 1
    assert torch.get_num_threads() == threads
    assert torch.equal(torch.get_rng_state(), state)
    other = landscape(WALKED, method="random", what="val_loss", grid=4, span=0.5, seed=4, device="cpu")
    assert not np.allclose(found.values, other.values)


@pytest.mark.parametrize("runs", [["slow", "fast"], [0, 2], ("fast", 0), [-1, -3]])
def test_only_some_runs_are_looked_at_by_name_or_by_number(runs: list[str | int]) -> None:
    assert landscape(WALKED, runs=runs, grid=3, device="cpu").names == ("slow", "fast")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"runs": ["fasst"]}, r"landscape\(runs='fasst'\): runs must be .* below 3; the nearest is fast"),
        ({"runs": [3]}, r"landscape\(runs=3\): runs must be a list of names of runs, or of indices below 3"),
        ({"runs": "fast"}, r"landscape\(runs='fast'\): runs must be a list"),
        ({"grid": 2}, r"Survey\(grid=2\): grid must be a whole number between 3 and 401"),
        ({"method": "gradient"}, r"Survey\(method='gradient'\): method must be"),
        ({"span": 0}, r"Survey\(span=0\): span must be a number greater than 0"),
    ],
)
def test_what_can_not_be_looked_at_is_said_in_a_sentence(asked: dict[str, Any], words: str) -> None:
    with pytest.raises(SpecError, match=words):
        landscape(WALKED, **asked)


def test_the_engine_is_not_loaded_with_its_package_nor_with_the_worker() -> None:
    code = (
        "import sys, lrviz.engine, lrviz.jobs.client, lrviz.jobs.worker, lrviz.recording; print('torch' in sys.modules)"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"
