"""An update taken apart is the race's own, shows who gets a gradient, and leaves races as they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from lrviz.catalog.model import Model
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.own_model import foreign
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.walk import Walk
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.dissection import Dissection
from lrviz.engine.dissecting import SIDE, dissect, picture
from lrviz.engine.inline import dissect as inline
from lrviz.engine.inline import train
from lrviz.engine.race import race
from lrviz.errors import RefusedError, SpecError
from lrviz.events import Dissect, Dissected, Event, Race, Replayed
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from tests.engine.test_gauge import dropping, measured

COSINE = Run("cosine", CosineAnnealingLR(T_max=40), SGD(0.1, momentum=0.9), clip=0.5)
DEEP = MLP(hidden=(64, 64))


def events_of(job: Dissect | Race) -> list[Event]:
    turns = dissect(job) if isinstance(job, Dissect) else race(job)
    return [event for events in turns for event in events]


def test_it_is_the_races_own_update() -> None:
    experiment = Experiment.of(COSINE, Run("other"), steps=40, seeds=(3, 7), validate_every=10)
    alone = Experiment.of(COSINE, steps=40, seeds=(7,), validate_every=10)
    trained = train(alone, device="cpu").runs[0].by_seed[7]
    norms = {steps: values for (_, steps), values in measured(events_of(Race(alone, "cpu"))).items()}
    for step in (0, 9, 39):
        *said, found = events_of(Dissect(experiment, 0, step, 1, "cpu"))
        assert isinstance(found, Dissected)
        assert all(isinstance(event, Replayed) for event in said)
        assert (found.step, found.loss) == (step, trained.losses[step])
        assert {portion.lr for portion in found.portions} == {trained.lrs[step]}
        if step + 1 in norms:
            own = np.array([[p.norms["gradient"], p.norms["update"]] for p in found.portions]).T
            np.testing.assert_allclose(norms[step + 1][[0, 2]], own, rtol=1e-5)


def test_the_loss_is_the_mean_over_all_batches_of_an_update_and_so_is_what_passes() -> None:
    experiment = Experiment.of(Run("a", None, SGD(0.1)), steps=2, accumulation=3)
    found = inline(experiment, step=0, device="cpu")
    assert found.loss == train(experiment, device="cpu").runs[0].losses[0]
    assert [link.output for link in found.chain] == [(32, 64), (32, 64), (32, 10)]
    assert [link.kind for link in found.chain] == ["Linear 64→64", "ReLU", "Linear 64→10"]
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
    inputs, target, *_ = (torch.from_numpy(part) for part in Digits().data())
    order = torch.randperm(1437, generator=torch.Generator().manual_seed(1000))[:96]
    outputs = model(inputs[order])
    outputs.retain_grad()
    torch.nn.functional.cross_entropy(outputs, target[order]).backward()
    assert outputs.grad is not None
    assert found.chain[-1].backward == pytest.approx(float(outputs.grad.norm()), rel=1e-5)
    assert found.chain[-1].forward == pytest.approx(float(outputs.detach().square().mean().sqrt()), rel=1e-5)


def froze(model: Model, *patterns: str) -> tuple[Dissection, Dissection]:
    """Dissect the first update of a model with frozen layers, and its last."""
    run = Run("a", None, SGD(0.3), groups=tuple(Group(pattern, frozen=True) for pattern in patterns))
    experiment = Experiment.of(run, problem=Digits(model=model), steps=9)
    return inline(experiment, step=0, device="cpu"), inline(experiment, step=8, device="cpu")


def ungraded(found: Dissection) -> list[str]:
    return [name for name, part in found.parts.items() if part.gradient is None]


def unreached(found: Dissection) -> list[str]:
    """Give the links that the backward pass doesn't come to, by kind."""
    return [link.kind for link in found.chain if link.backward is None]


SMALL_CNN, SMALL_TRANSFORMER = CNN(channels=(4, 4)), Transformer(width=8, heads=2, feedforward=8, blocks=1)
IN_THE_MIDDLE: list[tuple[Model, Sequence[str], list[str]]] = [
    (DEEP, ["2.*"], ["2.weight", "2.bias"]),
    (SMALL_CNN, ["4.*"], ["4.weight", "4.bias"]),
    (SMALL_TRANSFORMER, ["3.linear1.*"], ["3.linear1.weight", "3.linear1.bias"]),
]


@pytest.mark.parametrize(("model", "frozen", "names"), IN_THE_MIDDLE, ids=str)
def test_a_frozen_layer_in_the_middle_passes_the_chain_through(
    model: Model, frozen: Sequence[str], names: list[str]
) -> None:
    first, last = froze(model, *frozen)
    assert ungraded(first) == ungraded(last) == names
    assert [kind for kind in unreached(first) if not kind.startswith("Unflatten")] == []
    for name, part in first.parts.items():
        then = last.parts[name]
        assert part.requires_grad is (name not in names)
        assert (part.weight == then.weight).all() == (name in names)
        assert (part.norms["update"] == 0) is (name in names)
        assert (part.lr, then.lr) == ((0.0, 0.0) if name in names else (0.3, 0.3))
        assert name in names or part.norms["gradient"] > 0


FROM_BELOW: list[tuple[Model, Sequence[str], list[str]]] = [
    (DEEP, ["0.*"], ["Linear 64→64", "ReLU"]),
    (DEEP, ["0.*", "2.*"], ["Linear 64→64", "ReLU", "Linear 64→64", "ReLU"]),
    (SMALL_CNN, ["1.*"], ["Unflatten 1×8×8", "Conv2d 1→4, 3×3", "ReLU", "MaxPool2d 2"]),
    (SMALL_TRANSFORMER, ["1.*", "2.*"], ["Unflatten 8×8", "Linear 8→8", "Positions 8×8"]),
]


@pytest.mark.parametrize(("model", "frozen", "kinds"), FROM_BELOW, ids=str)
def test_where_all_below_is_frozen_the_backward_pass_stops(
    model: Model, frozen: Sequence[str], kinds: list[str]
) -> None:
    first, last = froze(model, *frozen)
    assert unreached(first) == kinds
    for name in ungraded(first):
        assert (first.parts[name].weight == last.parts[name].weight).all()
    assert ungraded(first) == [n for n in first.parts if f"{n.split('.')[0]}.*" in frozen]


def test_where_the_last_layer_is_frozen_all_below_has_a_gradient() -> None:
    first, _ = froze(DEEP, "4.*")
    assert ungraded(first) == ["4.weight", "4.bias"]
    assert unreached(first) == []


def test_a_race_beside_it_in_one_process_loses_no_bit(tmp_path: Path) -> None:
    problem = Digits(model=dropping(tmp_path))
    own = foreign(problem.model)
    assert own is not None
    experiment = Experiment.of(Run("a", None, AdamW(0.01)), problem=problem, steps=30)
    alone = [repr(event) for event in events_of(Race(experiment, "cpu", own.consent))]
    mixed: list[str] = []
    taken: list[Event] = []
    turns, other = (
        race(Race(experiment, "cpu", own.consent)),
        iter(dissect(Dissect(experiment, 0, 11, 0, "cpu", own.consent))),
    )
    for events in turns:
        mixed += map(repr, events)
        taken += next(other, ())
    assert mixed == alone
    assert [type(event) for event in taken if not isinstance(event, Replayed)] == [Dissected]
    assert any(isinstance(event, Dissected) and event.portions[0].gradient for event in taken)


def test_on_a_surface_x_and_y_are_the_parameters() -> None:
    walk = Experiment.of(Run("walk", None, SGD(0.01, momentum=0.9)), problem=Walk(), steps=20, batch_size=1)
    found = inline(walk, step=7, device="cpu")
    trace = train(walk, device="cpu").runs[0].first
    assert [part.weight.item() for part in found.parts.values()] == trace.places[7].tolist()
    assert [part.gradient.item() for part in found.parts.values() if part.gradient is not None] == pytest.approx(
        trace.slopes[7].tolist()
    )
    assert [link.kind for link in found.chain] == ["Surface"]


@pytest.mark.parametrize(
    ("shape", "pictured"),
    [
        ((), (1, 1)),
        ((7,), (1, 7)),
        ((100,), (1, 64)),
        ((10, 64), (10, 64)),
        ((130, 100), (64, 64)),
        ((8, 3, 3, 3), (8, 27)),
    ],
)
def test_a_picture_is_of_means_and_keeps_rows_and_columns(shape: tuple[int, ...], pictured: tuple[int, int]) -> None:
    tensor = torch.randn(shape, generator=torch.Generator().manual_seed(0))
    seen = picture(tensor)
    assert tuple(seen.shape) == pictured
    assert max(seen.shape) <= SIDE
    if tensor.numel() == seen.numel():
        assert torch.equal(seen.flatten(), tensor.flatten())
    rows = torch.arange(256.0)[:, None].expand(256, 128)
    assert torch.equal(picture(rows)[:, 0], torch.arange(256.0).view(64, 4).mean(1))


def test_what_is_not_there_is_refused_in_words() -> None:
    experiment = Experiment.of(Run("one"), Run("hot", None, SGD(1e6)), steps=20, seeds=(4, 5))
    for given, words in (
        ({"step": 20}, r"dissect\(step=20\): step must be between 0 and 19"),
        ({"step": -1}, r"dissect\(step=-1\): step must be between 0 and 19"),
        ({"step": 1, "seed": 3}, r"dissect\(seed=3\): seed must be one of the experiment's seeds: 4, 5"),
        ({"step": 1, "run": "on"}, r"dissect\(run='on'\): run must be .*; the nearest is one"),
        ({"step": 1, "run": 2}, r"dissect\(run=2\): run must be a name, or an index below 2"),
        ({"step": 0.5}, r"dissect\(step=0.5\): step must be a whole number"),
    ):
        with pytest.raises(SpecError, match=words):
            inline(experiment, **given, device="cpu")
    with pytest.raises(RefusedError, match="hot has no update 2: its loss left all bounds"):
        inline(experiment, "hot", step=10, device="cpu")
    for job in (Dissect(experiment, 2, 0), Dissect(experiment, 0, 0, 2), Dissect(experiment, 0, 20)):
        with pytest.raises(SpecError, match="must be between 0 and"):
            next(dissect(job))


def test_a_run_and_a_seed_may_be_named() -> None:
    experiment = Experiment.of(Run("one"), COSINE, steps=20, seeds=(4, 5))
    found = inline(experiment, "cosine", step=2, seed=5, device="cpu")
    assert (found.run, found.seed, found.step) == ("cosine", 5, 2)
    trained = train(experiment, device="cpu").runs[1].by_seed[5].losses  # as one of an ensemble
    assert found.loss == pytest.approx(trained[2], rel=1e-5)
    assert inline(experiment, -1, step=2, device="cpu").seed == 4
