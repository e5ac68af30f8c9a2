"""Heights over a plane are those that the model gives place by place, whichever way they are computed."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from lrviz import CNN, MLP, Digits, Linear, OwnModel, Transformer
from lrviz.catalog.loss import Loss
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.losses.kl_div_loss import KLDivLoss
from lrviz.catalog.model import Model
from lrviz.catalog.models.activation import Activation
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems import PROBLEMS as PROBLEM_KINDS
from lrviz.catalog.problems.blobs import Blobs
from lrviz.catalog.problems.imbalanced import Imbalanced
from lrviz.catalog.problems.moons import Moons
from lrviz.catalog.problems.outliers import Outliers
from lrviz.catalog.problems.ranking import Ranking
from lrviz.engine import layered as module
from lrviz.engine.heights import Floats, heights
from lrviz.engine.layered import layered
from lrviz.engine.measure import Measure
from lrviz.engine.plane import Plane
from lrviz.survey import What
from tests.strategies import specs

CPU = torch.device("cpu")
ACTIVATIONS = get_args(get_args(Activation)[0])
PROBLEMS = {
    "classes": lambda model: Blobs(model=model, examples=400),
    "binary": lambda model: Imbalanced(model=model, examples=200, positives=0.2),
    "values": lambda model: Outliers(model=model, examples=60),
    "ranking": lambda model: Ranking(model=model, queries=30),
}
WEIGHTED = CrossEntropyLoss(weight=(1.0, 0.2, 3.0, 0.5), label_smoothing=0.1)
SLOW: tuple[Model, ...] = (
    CNN(channels=(2,)),
    Transformer(width=4, heads=2, feedforward=4, blocks=1),
    MLP(hidden=(8, 8), norm="LayerNorm"),
    MLP(hidden=(8, 8), norm="BatchNorm1d"),
    MLP(hidden=(8,), norm="LayerNorm"),
    MLP(hidden=(8, 8), skip=True),
    MLP(hidden=(64,), skip=True),
    OwnModel(),
)
OWN = """
from torch import nn

class Net(nn.Linear):
    def __init__(self, inputs, outputs):
        super().__init__(inputs, outputs)

    def forward(self, x):
        return super().forward(x).tanh()
"""


def plane(measure: Measure, seed: int = 0, size: float = 0.3) -> Plane:
    """Give a random plane through the weights that the model starts from."""
    generator = torch.Generator().manual_seed(seed)
    origin = torch.cat([parameter.detach().flatten() for parameter in measure.parameters])
    return Plane(origin, *(size * torch.randn(origin.shape, generator=generator) for _ in range(2)))


def one_by_one(measure: Measure, through: Plane, x: Floats, y: Floats) -> Floats:
    return np.array([measure.at(through.at(*place)) for place in zip(x.tolist(), y.tolist(), strict=True)])


def grid(side: int, reach: float = 1.0) -> tuple[Floats, Floats]:
    along = np.linspace(-reach, reach, side)
    return np.tile(along, side), np.repeat(along, side)


def fitting(problem: Problem, data: st.DataObject) -> Loss:
    kinds = [cls for cls in LOSSES if problem.task in cls.uses and cls is not CustomLoss]
    drawn = st.sampled_from(kinds).flatmap(specs)
    own = st.sampled_from([CustomLoss.fitted(problem.task), *([WEIGHTED] if problem.task == "classes" else [])])
    return data.draw((drawn | own).filter(lambda loss: not loss.unfit(problem.task, problem.outputs)))


@settings(max_examples=60)
@given(data=st.data(), task=st.sampled_from(sorted(PROBLEMS)), what=st.sampled_from(["train_loss", "val_loss"]))
def test_layers_give_the_losses_of_the_plain_loop(data: st.DataObject, task: str, what: What) -> None:
    hidden = data.draw(st.lists(st.integers(1, 9), max_size=3).map(tuple))
    model = MLP(hidden=hidden, activation=data.draw(st.sampled_from(ACTIVATIONS)))
    problem = PROBLEMS[task](data.draw(st.sampled_from([model, Linear(), Linear(bias=False)])))
    measure = Measure.of(problem, fitting(problem, data), what, CPU)
    through = plane(measure, data.draw(st.integers(0, 99)), data.draw(st.sampled_from([0.01, 0.3, 3.0])))
    places = data.draw(st.lists(st.tuples(*2 * [st.sampled_from([-1.0, 0.0, 0.5]) | st.floats(-2, 2)]), max_size=8))
    x, y = np.array(places, dtype=float).reshape(-1, 2).T
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "CHUNK", data.draw(st.sampled_from([1, 2**17])))
        assert layered(measure, through) is not None
        found = heights(measure, through)(x, y)
    expected = one_by_one(measure, through, x, y)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, expected, rtol=2e-5, atol=1e-6)


@pytest.mark.parametrize(
    "loss",
    [
        CrossEntropyLoss(),
        CrossEntropyLoss(label_smoothing=0.3),
        CrossEntropyLoss(weight=(0.0, 0.2, 3.0, 0.5)),
        WEIGHTED,
        KLDivLoss(),
    ],
    ids=str,
)
def test_cross_entropies_of_all_kinds(loss: Loss) -> None:
    measure = Measure.of(PROBLEMS["classes"](MLP(hidden=(8,))), loss, "train_loss", CPU)
    through = plane(measure)
    x, y = grid(3)
    np.testing.assert_allclose(heights(measure, through)(x, y), one_by_one(measure, through, x, y), rtol=1e-5)


@pytest.mark.parametrize("cls", PROBLEM_KINDS, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("what", ["train_loss", "val_loss"])
def test_every_problem_of_the_catalog_has_heights(cls: type[Problem], what: What) -> None:
    problem = cls.example()
    loss = next(each.fitted(problem.task) for each in LOSSES if problem.task in each.uses)
    measure = Measure.of(problem, loss, what, CPU)
    through = plane(measure, size=0.1)
    x, y = np.array([0.0, 1.0, -0.5]), np.array([0.0, 0.0, 2.0])
    expected = one_by_one(measure, through, x, y)
    assert np.isfinite(expected).all()
    np.testing.assert_allclose(heights(measure, through)(x, y), expected, rtol=2e-5)


@pytest.mark.parametrize("model", [MLP(hidden=(16,)), MLP(hidden=(8, 8), activation="Tanh"), Linear()])
@pytest.mark.parametrize("reach", [1e2, 1e4, 1e6])
def test_far_out_too(model: Model, reach: float) -> None:
    measure = Measure.of(Digits(model=model), CrossEntropyLoss(), "train_loss", CPU)
    through = plane(measure)
    x, y = grid(5, reach)
    expected = one_by_one(measure, through, x, y)
    assert expected.max() > reach / 100
    np.testing.assert_allclose(heights(measure, through)(x, y), expected, rtol=1e-5)


def test_where_numbers_overflow_heights_are_not_finite_either() -> None:
    measure = Measure.of(Digits(model=MLP(hidden=(16, 16))), CrossEntropyLoss(), "train_loss", CPU)
    through = plane(measure, size=1e18)
    x, y = grid(5)
    expected = one_by_one(measure, through, x, y)
    assert np.isfinite(expected).sum() == 1  # the origin
    np.testing.assert_array_equal(np.isfinite(heights(measure, through)(x, y)), np.isfinite(expected))


@pytest.mark.parametrize("problem", [Digits(), Moons(), Imbalanced(model=MLP(hidden=(8,)))], ids=lambda p: p.task)
def test_the_same_answers_are_right(problem: Problem) -> None:
    measure = Measure.of(problem, CrossEntropyLoss(), "accuracy", CPU)
    through = plane(measure, size=0.1)
    x, y = grid(7)
    expected = one_by_one(measure, through, x, y).astype(np.float32)
    assert len(np.unique(expected)) > 10
    np.testing.assert_array_equal(heights(measure, through)(x, y), expected)
    beyond = through._replace(origin=math.nan * through.origin)
    assert np.isnan(heights(measure, beyond)(x, y)).all()


@pytest.mark.parametrize("model", SLOW, ids=repr)
@pytest.mark.parametrize("what", get_args(What))
def test_other_models_go_place_by_place(model: Model, what: What) -> None:
    measure = Measure.of(Digits(model=model), WEIGHTED.__class__(label_smoothing=0.1), what, CPU)
    through = plane(measure)
    assert layered(measure, through) is None
    x, y = np.array([0.5, -1.0, 0.0]), np.array([0.0, 2.0, 0.0])
    expected = one_by_one(measure, through, x, y)
    np.testing.assert_allclose(heights(measure, through)(x, y), expected, rtol=1e-5)


def test_an_own_model_is_never_taken_for_its_layers(tmp_path: Path) -> None:
    (tmp_path / "net.py").write_text(OWN)
    measure = Measure.of(Digits(model=OwnModel.of(tmp_path / "net.py")), CrossEntropyLoss(), "val_loss", CPU)
    through = plane(measure)
    x, y = grid(3)
    np.testing.assert_allclose(heights(measure, through)(x, y), one_by_one(measure, through, x, y), rtol=1e-5)


def test_layers_that_take_too_much_room_go_place_by_place(monkeypatch: pytest.MonkeyPatch) -> None:
    measure = Measure.of(Digits(), CrossEntropyLoss(), "train_loss", CPU)
    x, y = grid(3)
    before = heights(measure, plane(measure))(x, y)
    monkeypatch.setattr(module, "ROOM", 4 * 1437 * 64 - 1)
    assert layered(measure, plane(measure)) is None
    np.testing.assert_allclose(heights(measure, plane(measure))(x, y), before, rtol=1e-5)


@pytest.mark.parametrize("model", [MLP(hidden=(8,)), CNN(channels=(2,))])
def test_values_come_in_the_order_asked_for_and_in_as_many_calls_as_one_likes(model: Model) -> None:
    measure = Measure.of(Digits(model=model), CrossEntropyLoss(), "val_loss", CPU)
    at = heights(measure, plane(measure))
    x, y = grid(3)
    order = np.random.default_rng(0).permutation(len(x))
    whole = at(x, y)
    assert len(np.unique(whole)) == 9
    np.testing.assert_array_equal(at(x[order], y[order]), whole[order])
    np.testing.assert_array_equal(np.concatenate([at(x[:5], y[:5]), at(x[5:5], y[5:5]), at(x[5:], y[5:])]), whole)


@pytest.mark.parametrize("model", [MLP(hidden=(8,)), CNN(channels=(2,))])
def test_a_place_that_torch_refuses_is_not_a_number(model: Model) -> None:
    def score(output: Tensor) -> Tensor:
        if output.mean() > 5:
            raise RuntimeError("refused")
        return output.mean()

    own: Any = score
    measure = replace(Measure.of(Digits(model=model), CrossEntropyLoss(), "val_loss", CPU), score=own)
    last = torch.zeros_like(plane(measure).origin)
    last[-10:] = 1  # the biases of the outputs
    at = heights(measure, Plane(torch.zeros_like(last), last, 0 * last))
    np.testing.assert_array_equal(at(np.array([1.0, 9.0, 2.0]), np.zeros(3)), [1, math.nan, 2])


def test_nothing_of_a_plane_or_of_torchs_state_is_touched() -> None:
    measure = Measure.of(Digits(), CrossEntropyLoss(), "train_loss", CPU)
    through = plane(measure)
    before, state = [row.clone() for row in through], torch.get_rng_state()
    heights(measure, through)(*grid(3))
    assert all(torch.equal(*pair) for pair in zip(before, through, strict=True))
    assert torch.equal(torch.get_rng_state(), state)
    assert torch.is_grad_enabled()
    assert not torch.is_inference_mode_enabled()
