"""A measure gives what the model's plain forward pass and its criterion give, whatever was measured before."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from lrviz import CNN, MLP, Digits, OwnModel, Transformer
from lrviz.catalog.answers import Answers
from lrviz.catalog.loss import Loss
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.metrics.accuracy import Accuracy
from lrviz.catalog.model import Model
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems.blobs import Blobs
from lrviz.catalog.problems.imbalanced import Imbalanced
from lrviz.catalog.problems.moons import Moons
from lrviz.catalog.problems.outliers import Outliers
from lrviz.catalog.problems.ranking import Ranking
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.engine import measure as module
from lrviz.engine.build import build
from lrviz.engine.criterion import Criterion
from lrviz.engine.measure import Measure
from lrviz.engine.member import initial
from lrviz.errors import RefusedError

CPU = torch.device("cpu")
SMALL = MLP(hidden=(8,))
PROBLEMS: tuple[Problem, ...] = (
    Blobs(model=SMALL, examples=400),
    Imbalanced(model=SMALL, examples=200, positives=0.2),
    Outliers(model=SMALL, examples=60),
    Ranking(model=SMALL, queries=30),
)
WEIGHTED = CrossEntropyLoss(weight=(1.0, 0.2, 3.0, 0.0), label_smoothing=0.1)
CASES = [
    (problem, loss)
    for problem in PROBLEMS
    for loss in (WEIGHTED, *(cls.fitted(problem.task) for cls in LOSSES))
    if not loss.unfit(problem.task, problem.outputs)
]
NET = """
import torch
from torch import nn

class Noisy(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.register_buffer("mixed", torch.randn(inputs, 6))
        self.last = nn.Sequential(nn.Dropout(0.5), nn.BatchNorm1d(6), nn.Linear(6, outputs))

    def forward(self, x):
        if self.last[2].bias[0] > 1e3:
            raise ValueError("too much")
        return self.last(x @ self.mixed) + 0.1 * torch.rand(1)
"""


def row(measure: Measure, seed: int = 3) -> Tensor:
    size = sum(parameter.numel() for parameter in measure.parameters)
    return 0.5 * torch.randn(size, generator=torch.Generator().manual_seed(seed))


def plain(problem: Problem, weights: Tensor, *, train: bool, buffers_of: int = 0) -> tuple[Tensor, Tensor]:
    """Give the outputs of a model that is built anew, in training mode but for dropout, and the targets."""
    model, _ = initial(problem, buffers_of, CPU)
    nn.utils.vector_to_parameters(weights, model.parameters())
    for part in model.modules():
        part.train(not isinstance(part, nn.Dropout))
    data = problem.data()
    inputs, target = (data.train_x, data.train_y) if train else (data.val_x, data.val_y)
    with torch.no_grad():
        return model(torch.from_numpy(inputs)), torch.from_numpy(target)


def lost(problem: Problem, loss: Loss, weights: Tensor, *, train: bool) -> float:
    output, target = plain(problem, weights, train=train)
    criterion = Criterion.of(loss, problem, CPU)
    return float(criterion(output, criterion.encoded(target)))


@pytest.mark.parametrize(("problem", "loss"), CASES, ids=lambda value: type(value).__name__)
def test_the_loss_is_the_criterions_on_all_training_examples(
    problem: Problem, loss: Loss, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = Measure.of(problem, loss, "train_loss", CPU)
    weights = row(measure)
    expected = lost(problem, loss, weights, train=True)
    assert measure.at(weights) == pytest.approx(expected, rel=1e-6)
    monkeypatch.setattr(module, "CHUNK", 7)
    chunked = Measure.of(problem, loss, "train_loss", CPU)
    assert chunked.at(weights) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.task)
def test_the_validation_loss_is_the_yardsticks_whatever_the_loss(problem: Problem) -> None:
    measure = Measure.of(problem, CustomLoss.fitted(problem.task), "val_loss", CPU)
    weights = row(measure)
    assert measure.at(weights) == pytest.approx(lost(problem, YARDSTICKS[problem.task], weights, train=False))


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.task)
def test_accuracy_is_the_catalogs_where_answers_are_right_or_wrong(problem: Problem) -> None:
    if problem.task in ("values", "ranking"):
        with pytest.raises(
            RefusedError, match=r"accuracy is for answers that are right or wrong; these data ask for a"
        ):
            Measure.of(problem, MSELoss(), "accuracy", CPU)
        return
    measure = Measure.of(problem, CrossEntropyLoss(), "accuracy", CPU)
    for seed in range(5):
        weights = row(measure, seed)
        output, target = plain(problem, weights, train=False)
        expected = Accuracy().of(Answers(problem.task, target.numpy(), output.numpy()))
        assert 0 < expected < 1
        assert measure.at(weights) == pytest.approx(expected, rel=1e-6)
    assert math.isnan(measure.at(torch.full_like(weights, math.nan)))


@pytest.mark.parametrize(
    "model",
    [
        SMALL,
        MLP((8, 8), norm="LayerNorm", skip=True),
        MLP((8,), norm="BatchNorm1d"),
        CNN((2,)),
        CNN((9, 3, 8)),
        Transformer(),
    ],
)
def test_the_differentiable_value_is_the_same_and_has_the_gradient(model: Model) -> None:
    problem = Digits(model=model)
    measure = Measure.of(problem, CrossEntropyLoss(), "train_loss", CPU)
    weights = row(measure)
    measure.put(weights)
    value = measure.value()
    assert value.item() == pytest.approx(lost(problem, CrossEntropyLoss(), weights, train=True), rel=1e-5)
    gradient = torch.cat([part.flatten() for part in torch.autograd.grad(value, measure.parameters)])
    # along the gradient, where rounding is least in the way
    step = 1e-3 * gradient / gradient.norm()
    slope = (measure.at(weights + step) - measure.at(weights - step)) / 2e-3
    assert slope == pytest.approx(gradient.norm().item(), rel=0.02)


def test_a_batch_norm_goes_by_the_examples_it_sees_and_remembers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Digits(model=MLP(hidden=(8, 8), norm="BatchNorm1d"))
    monkeypatch.setattr(module, "CHUNK", 100)
    measure = Measure.of(problem, CrossEntropyLoss(), "train_loss", CPU)
    weights = row(measure)
    first = measure.at(weights)
    assert first == pytest.approx(lost(problem, CrossEntropyLoss(), weights, train=True), rel=1e-6)
    measure.at(row(measure, seed=4))
    assert measure.at(weights) == first


def test_an_own_model_draws_nothing_of_torchs_and_keeps_the_buffers_of_its_seed(tmp_path: Path) -> None:
    (tmp_path / "net.py").write_text(NET)
    problem = Digits(model=OwnModel.of(tmp_path / "net.py"))
    before = torch.get_rng_state()
    measure = Measure.of(problem, CrossEntropyLoss(), "train_loss", CPU, seed=5)
    weights = row(measure)
    found = [measure.at(weights) for _ in range(3)]
    measure.value()
    assert torch.equal(torch.get_rng_state(), before)
    assert len(set(found)) == 1
    output, target = plain(problem, weights, train=True, buffers_of=5)
    # up to what it draws: the same number for each class, which a cross-entropy doesn't see
    assert found[0] == pytest.approx(nn.functional.cross_entropy(output, target).item(), rel=1e-5)


def test_what_isnt_finite_is_given_as_it_is_and_a_refusal_is_not_a_number(tmp_path: Path) -> None:
    measure = Measure.of(Moons(model=SMALL), CrossEntropyLoss(), "val_loss", CPU)
    assert math.isnan(measure.at(torch.full_like(row(measure), math.nan)))
    assert measure.at(1e15 * row(measure)) > 1e20
    assert not math.isfinite(measure.at(1e30 * row(measure)))
    (tmp_path / "net.py").write_text(NET)
    own = Measure.of(Digits(model=OwnModel.of(tmp_path / "net.py")), CrossEntropyLoss(), "train_loss", CPU)
    assert math.isfinite(own.at(row(own)))
    assert math.isnan(own.at(row(own) + 2e3))
    with pytest.raises(RefusedError, match=r"net\.py, line 13: ValueError: too much"):
        own.value()


def test_a_misfit_is_refused_in_words() -> None:
    with pytest.raises(RefusedError, match="CrossEntropyLoss is for several classes"):
        Measure.of(Ranking(), CrossEntropyLoss(), "train_loss", CPU)
    with pytest.raises(RefusedError, match="CNN"):
        Measure.of(Moons(model=CNN()), CrossEntropyLoss(), "val_loss", CPU)
    assert Measure.of(Ranking(), CrossEntropyLoss(), "val_loss", CPU)  # of which the loss is the yardstick


def test_the_model_is_a_template_built_once() -> None:
    measure = Measure.of(Digits(model=SMALL), CrossEntropyLoss(), "train_loss", CPU)
    places = [parameter.data_ptr() for parameter in measure.parameters]
    weights = row(measure)
    measure.at(weights)
    assert [parameter.data_ptr() for parameter in measure.parameters] == places
    assert torch.equal(nn.utils.parameters_to_vector(measure.parameters), weights)
    assert isinstance(build(SMALL, 64, 10, None), type(measure.model))
