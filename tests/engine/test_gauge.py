"""Norms are those of the gradient that was used, of the weights and of what was added, and a race doesn't notice."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from lrviz.catalog.model import Model
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.own_model import OwnModel, foreign
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.muon import Muon
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.walk import Walk
from lrviz.engine.gauge import APART, FEWEST, MEMORY, MOST, Gauge
from lrviz.engine.race import race
from lrviz.events import Event, Norms, Outlined, Race
from lrviz.experiment import Experiment
from lrviz.run import Group, Run

MOMENTUM = SGD(lr=0.1, momentum=0.9)
MIDDLE = (Group("2.*", frozen=True),)
DROPPING = """
import torch
from torch import nn

class Net(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.first, self.unused, self.last = nn.Linear(inputs, 16), nn.Linear(2, 2), nn.Linear(16, outputs)
        self.drop = nn.Dropout(0.3)

    def forward(self, x):
        return self.last(self.drop(torch.relu(self.first(x))))
"""


def events_of(experiment: Experiment) -> list[Event]:
    own = foreign(experiment.problem.model)
    trusted = "" if own is None else own.consent
    return [event for events in race(Race(experiment, "cpu", trusted)) for event in events]


def measured(events: list[Event]) -> dict[tuple[int, int], NDArray[np.float32]]:
    """Give the norms by member and number of updates."""
    return {(event.member, event.steps): event.values.array for event in events if isinstance(event, Norms)}


def dropping(folder: Path) -> OwnModel:
    (folder / "net.py").write_text(DROPPING, encoding="utf-8")
    return OwnModel.of(folder / "net.py", "Net")


@pytest.mark.parametrize("runs", [1, 3])
def test_norms_are_those_of_a_plain_loop(runs: int) -> None:
    """One run trains by itself and three as an ensemble; each clips, and takes two batches an update."""
    own = tuple(Run(str(i), None, SGD(0.1 / (1 + i), momentum=0.9), groups=MIDDLE, clip=0.3) for i in range(runs))
    problem = Digits(model=MLP(hidden=(16, 16)))
    experiment = Experiment.of(*own, problem=problem, steps=21, accumulation=2, validate_every=7)
    events = events_of(experiment)
    found = measured(events)
    assert {steps for _, steps in found} == {1, 7, 11, 14, 21}
    for index in range(runs):
        for steps, expected in by_hand(0.1 / (1 + index), 21).items():
            if (index, steps) in found:
                np.testing.assert_allclose(found[index, steps], expected, rtol=2e-4, atol=1e-9)
    [outline] = [event for event in events if isinstance(event, Outlined)]
    assert outline.names == ("0.weight", "0.bias", "2.weight", "2.bias", "4.weight", "4.bias")
    assert [layer.kind for layer in outline.layers][::2] == ["Linear 64→16", "Linear 16→16", "Linear 16→10"]


def by_hand(lr: float, steps: int) -> dict[int, NDArray[np.float64]]:
    data = [torch.from_numpy(part) for part in Digits().data()]
    torch.manual_seed(0)
    layers = nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 10)
    model = nn.Sequential(*layers)
    layers[2].requires_grad_(False)
    optimizer = torch.optim.SGD([p for p in model.parameters() if p.requires_grad], lr=lr, momentum=0.9)
    generator = torch.Generator().manual_seed(1000)
    found: dict[int, NDArray[np.float64]] = {}
    order = torch.randperm(1437, generator=generator)
    for step in range(steps):
        optimizer.zero_grad()
        for part in order[64 * step : 64 * (step + 1)].view(2, 32):
            (nn.functional.cross_entropy(model(data[0][part]), data[1][part]) / 2).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 0.3)
        before = [p.detach().clone() for p in model.parameters()]
        optimizer.step()
        own = [
            (
                math.nan if p.grad is None else float(p.grad.norm()),
                float(p.detach().norm()),
                float((p.detach() - b).norm()),
            )
            for p, b in zip(model.parameters(), before, strict=True)
        ]
        found[step + 1] = np.array(own).T
    return found


MODELS: list[tuple[Model, int]] = [
    (MLP(hidden=(16,), norm="BatchNorm1d"), 1),
    (MLP(hidden=(16,), norm="BatchNorm1d"), 3),
    (CNN(channels=(3,)), 3),
    (Transformer(width=8, heads=2, feedforward=8, blocks=1), 2),
]


@pytest.mark.parametrize(("model", "runs"), MODELS, ids=str)
def test_measuring_changes_no_bit(model: Model, runs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = (MOMENTUM, AdamW(lr=0.01), SGD(lr=0.05))
    own = tuple(Run(str(i), None, kinds[i], clip=(None, 0.5)[i % 2]) for i in range(runs))
    unnoticed(Experiment.of(*own, problem=Digits(model=model), steps=23, seeds=(0, 4)), monkeypatch)


def test_measuring_changes_no_bit_of_a_model_that_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = Run("mine", None, MOMENTUM)
    unnoticed(Experiment.of(run, problem=Digits(model=dropping(tmp_path)), steps=23), monkeypatch)


def unnoticed(experiment: Experiment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Check that a race gives the same with a gauge as without."""
    events = events_of(experiment)
    assert any(isinstance(event, Norms) for event in events)
    monkeypatch.setattr(Gauge, "due", lambda *_: False)
    assert plain(events) == plain(events_of(experiment))


def plain(events: list[Event]) -> list[str]:
    """Give events but for the norms as text, in which NaN equals NaN and floats have all their digits."""
    return [repr(event) for event in events if not isinstance(event, Norms)]


def test_what_has_no_gradient_is_said_to_have_none(tmp_path: Path) -> None:
    run = Run("mine", None, MOMENTUM, groups=(Group("first.bias", frozen=True),))
    events = events_of(Experiment.of(run, problem=Digits(model=dropping(tmp_path)), steps=3))
    [outline] = [event for event in events if isinstance(event, Outlined)]
    gradients, weights, updates = measured(events)[0, 3]
    frozen, unused = outline.names.index("first.bias"), [outline.names.index(f"unused.{p}") for p in ("weight", "bias")]
    assert np.flatnonzero(np.isnan(gradients)).tolist() == sorted([frozen, *unused])
    assert (weights > 0).all()
    assert np.flatnonzero(updates == 0).tolist() == sorted([frozen, *unused])


def test_a_muon_has_norms_as_well() -> None:
    problem = Digits(model=MLP(hidden=()))
    run = Run("muon", None, Muon(lr=0.02), groups=(Group("*bias", frozen=True),))
    gradients, _, updates = measured(events_of(Experiment.of(run, problem=problem, steps=2)))[0, 2]
    assert np.isnan(gradients).tolist() == [False, True]
    assert updates[0] > 0


def test_on_a_surface_validations_are_measured() -> None:
    walk = Experiment.of(Run("walk", None, SGD(lr=0.01)), problem=Walk(), steps=50, validate_every=25, batch_size=1)
    assert [steps for _, steps in measured(events_of(walk))] == [1, 25, 50]


@pytest.mark.parametrize(
    ("steps", "validate_every", "parameters", "expected"),
    [(2560, 2000, 4, 128 + 2), (100, 1000, 4, 11), (5000, 1, 4, 5000 // 10 + 128 - 12), (10**6, 10**6, 4, 129)],
)
def test_moments_are_even_and_bounded(steps: int, validate_every: int, parameters: int, expected: int) -> None:
    experiment = Experiment.of(Run("a"), steps=steps, validate_every=validate_every)
    gauge = Gauge(experiment)
    gauge.fit([(3, 3)] * parameters)
    due = [updates for updates in range(1, steps + 1) if gauge.due(updates)]
    assert due[0] == 1
    assert due[-1] == steps
    assert abs(len(due) - expected) <= 1 + MOST * (validate_every == 1)


def test_many_parameters_of_many_members_are_measured_less_often() -> None:
    experiment = Experiment.of(Run("a"), steps=4000, validate_every=10, seeds=tuple(range(40)))
    few, many = Gauge(experiment), Gauge(experiment)
    few.fit([(3,)] * 4)
    many.fit([(3,)] * 1000)
    moments = [sum(map(gauge.due, range(1, 4001))) for gauge in (few, many)]
    assert moments[1] < moments[0]
    assert moments[1] * 12 * 1000 * 40 < 3 * MEMORY
    assert moments[1] >= FEWEST


def test_no_two_even_moments_are_closer_than_their_distance() -> None:
    gauge = Gauge(Experiment.of(Run("a"), steps=60, validate_every=1000))
    gauge.fit([(3,)])
    assert [updates for updates in range(1, 61) if gauge.due(updates)] == [*range(1, 61, APART), 60]
