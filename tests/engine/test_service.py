"""What the worker asks of the engine."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
import torch

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.catalog.surfaces.himmelblau import Himmelblau
from lrviz.crossing import decoder, encoder
from lrviz.engine import dissecting, service, solo
from lrviz.engine.dissecting import dissect
from lrviz.errors import SpecError
from lrviz.events import (
    Block,
    Dissect,
    Dissected,
    Fit,
    Fitted,
    Fitting,
    Improve,
    Improved,
    Log,
    Race,
    Replayed,
    Settle,
    Settled,
    Started,
    Update,
)
from lrviz.experiment import Experiment
from lrviz.laws.bound import Bound
from lrviz.run import Run


def test_ready_says_what_there_is() -> None:
    ready = service.ready()
    assert ready.torch == str(torch.__version__)
    assert [device.name for device in ready.devices] == ["auto", "cpu", "cuda", "mps"]
    assert torch.get_num_threads() == 1
    service.release()


def test_a_race_is_run_by_its_turns() -> None:
    turns = service.run(Race(Experiment.of(Run("a"), steps=2), "cpu"))
    first = next(events for events in turns if events)  # a slow machine's first turns may be spent on loading
    assert first[0] == Started("cpu", "CPU")


def test_walks_are_settled_a_stride_a_turn() -> None:
    ends = np.array([[3.2, 1.6], [-2.5, 3.0], [np.nan, 0.0]])
    *strides, (last,) = service.run(Settle(Himmelblau(), Block.of(ends)))
    assert len(strides) > 3
    assert not any(strides)
    assert isinstance(last, Settled)
    of = last.of.array[:2]
    places = last.minima.array[:, :2][of]
    np.testing.assert_allclose(places, [[3.0, 2.0], [-2.805118, 3.131313]], atol=1e-5)
    np.testing.assert_allclose(last.minima.array[:, 2], 0, atol=1e-9)
    assert last.of.array[2] == -1


def test_loading_the_engine_asks_nothing_of_a_graphics_card_which_would_not_survive_a_fork() -> None:
    code = """
import pytest
import torch
asked = []
for name in ("is_available", "device_count", "_lazy_init"):
    setattr(torch.cuda, name, lambda *args, name=name, **named: asked.append(name))
import lrviz.engine.service
print(asked, torch.cuda.is_initialized())
"""
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[] False"


def test_a_run_is_improved_turn_by_turn() -> None:
    experiment = Experiment.of(Run("steps", StepLR(200)), steps=500)
    events = [event for turn in service.run(Improve(experiment, 0, Bound(), 20, 0.1)) for event in turn]
    assert all(isinstance(event, Improved) for event in events)
    values = [event.value for event in events if isinstance(event, Improved)]
    assert values[-1] < values[0]


def test_a_law_is_fitted_turn_by_turn() -> None:
    t = np.arange(400)
    rates, losses = 0.1 * (1 - t / 400), 0.5 + (t + 1.0) ** -0.5
    *turns, (last,) = service.run(Fit("annealing", (Log(Block.of(rates), Block.of(losses)),), adaptive=False))
    done = [event.done for turn in turns for event in turn if isinstance(event, Fitting)]
    assert len(done) == len(turns) > 20
    assert done == sorted(done)
    assert isinstance(last, Fitted)
    assert last.found.law.origin.adaptive is False
    assert decoder(Fitted).decode(encoder.encode(last)) == last


def test_what_can_t_be_improved_says_so() -> None:
    experiment = Experiment.of(Run("steps", StepLR(200)), steps=500)
    with pytest.raises(SpecError) as refused:
        next(service.run(Improve(experiment, 0, Bound(), 500, 0.1)))
    assert service.said(refused.value) == "improved(warmup=500): warmup must be at least 0 and below the 500 steps"


def test_an_update_is_taken_apart_from_where_a_race_has_left_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dissecting, "SAID_EVERY", -1.0)  # each update that is trained again is a turn, and is said
    monkeypatch.setattr(solo, "LONGEST_TURN", -1.0)
    run = Run("a", CosineAnnealingLR(30), SGD(0.1, momentum=0.9))
    experiment = Experiment.of(run, Run("b", None, SGD(0.2)), steps=30)
    anew = [event for events in dissect(Dissect(experiment, 0, 20, device="cpu")) for event in events][-1]
    raced = [event for events in service.run(Race(experiment, "cpu")) for event in events]
    losses = [event.losses[0] for event in raced if isinstance(event, Update)]
    *said, found = [event for events in service.run(Dissect(experiment, 0, 20, device="cpu")) for event in events]
    assert not [event for event in said if event != Replayed(0.0)]  # nothing was trained again
    assert isinstance(found, Dissected)
    assert isinstance(anew, Dissected)
    assert found.loss == pytest.approx(losses[20], rel=1e-6)
    assert found.loss == pytest.approx(anew.loss, rel=1e-4)
    for one, other in zip(found.portions, anew.portions, strict=True):
        assert one.norms == pytest.approx(other.norms, rel=1e-3)
