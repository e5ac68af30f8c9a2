"""Hessians are those that autograd writes out in full, and so are the largest of their eigenvalues."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Sequence
from typing import Any, TypeVar

import numpy as np
import pytest
import scipy.sparse.linalg
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.transformer import Transformer
from lrviz.engine import curvature
from lrviz.engine.build import build
from lrviz.engine.curvature import Product, eigenpairs, hessian, sharpness
from lrviz.engine.dynamics import flat
from lrviz.engine.joining import of_row

LOSSES: dict[str, Callable[[], nn.Module]] = {
    "cross-entropy": nn.CrossEntropyLoss,
    "smoothed": lambda: nn.CrossEntropyLoss(label_smoothing=0.2),
    "squares": nn.MSELoss,
    "huber": lambda: nn.SmoothL1Loss(beta=0.5),
    "margins": nn.MultiMarginLoss,
    "squared margins": lambda: nn.MultiMarginLoss(p=2, margin=0.5, weight=torch.tensor([1.0, 2.0, 0.5]).double()),
}
MODELS: dict[str, Callable[[], nn.Module]] = {
    "tanh": lambda: nn.Sequential(nn.Linear(5, 6), nn.Tanh(), nn.Linear(6, 3)),
    "relu": lambda: nn.Sequential(nn.Linear(5, 6), nn.ReLU(), nn.Linear(6, 3)),
    "deep": lambda: nn.Sequential(nn.Linear(5, 4), nn.GELU(), nn.Linear(4, 4), nn.SiLU(), nn.Linear(4, 3)),
    "norm": lambda: nn.Sequential(nn.Linear(5, 6), nn.LayerNorm(6), nn.Tanh(), nn.Linear(6, 3)),
    "linear": lambda: nn.Linear(5, 3),
    "picture": lambda: nn.Sequential(
        nn.Unflatten(1, (1, 5)), nn.Conv1d(1, 3, 3), nn.ReLU(), nn.MaxPool1d(2), nn.Flatten(), nn.Linear(3, 3)
    ),
}
T = TypeVar("T")


def last(work: Generator[None, None, T]) -> tuple[T, int]:
    """Give what a generator comes to, and how many turns it took."""
    turns = 1
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result, turns
        turns += 1


def drawn(make: Callable[[], nn.Module], seed: int) -> nn.Module:
    with torch.random.fork_rng(devices=()):
        torch.default_generator.manual_seed(seed)
        return make().double()


def examples(n: int, seed: int, features: int = 5, classes: int = 3) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    inputs = torch.randn(n, features, generator=generator, dtype=torch.float64)
    return inputs, torch.randint(classes, (n,), generator=generator)


def loss_of(name: str, model: nn.Module, seed: int, n: int = 20) -> Callable[[], Tensor]:
    inputs, target = examples(n, seed)
    criterion = LOSSES[name]()
    if name in {"squares", "huber"}:
        target = nn.functional.one_hot(target, 3).double()
    return lambda: criterion(model(inputs), target)


def full(product: Product, size: int) -> Tensor:
    """Write a matrix out, column by column."""
    return torch.stack([product(row) for row in torch.eye(size, dtype=torch.float64)], 1)


def dense(model: nn.Module, value: Callable[[], Tensor]) -> Tensor:
    with curvature._Written():  # what torch differentiates only once
        row = flat(list(model.parameters()))
        found: Tensor = torch.autograd.functional.hessian(of_row(model, value), row)
        return found


def times(matrix: Tensor) -> Product:
    return lambda row: (matrix @ row.to(matrix)).to(row)


def symmetric(values: Sequence[float], seed: int = 0) -> Tensor:
    """Give a matrix with these eigenvalues, along directions drawn at random."""
    generator = torch.Generator().manual_seed(seed)
    q, _ = torch.linalg.qr(torch.randn(len(values), len(values), generator=generator, dtype=torch.float64))
    matrix: Tensor = q @ torch.diag(torch.tensor(values, dtype=torch.float64)) @ q.T
    return matrix


@pytest.mark.parametrize(
    ("kind", "loss"), [*((kind, "cross-entropy") for kind in MODELS), *(("relu", loss) for loss in LOSSES)]
)
def test_products_are_those_of_the_whole_hessian(kind: str, loss: str) -> None:
    model = drawn(MODELS[kind], seed=1)
    value = loss_of(loss, model, seed=2)
    parameters = list(model.parameters())
    expected = dense(model, value)
    torch.testing.assert_close(full(hessian(value, parameters), len(expected)), expected, rtol=1e-9, atol=1e-12)
    assert all(parameter.grad is None for parameter in parameters)


@pytest.mark.parametrize("loss", ["margins", "squared margins"])
@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_margins_as_they_are_written_are_torchs(loss: str, reduction: str) -> None:
    output, target = examples(30, seed=0, features=3)
    criterion: Any = LOSSES[loss]()
    criterion.reduction = reduction
    expected = criterion(output, target)
    with curvature._Written():
        torch.testing.assert_close(criterion(output, target), expected)


@pytest.mark.parametrize("spec", [MLP(hidden=(8,)), CNN(channels=(3,)), Transformer(width=8, heads=2, blocks=1)])
def test_products_are_how_the_gradient_of_a_catalog_model_changes(spec: MLP | CNN | Transformer) -> None:
    model = drawn(lambda: build(spec, 64, 3, (8, 8)), seed=0).eval()
    inputs, target = examples(10, seed=1, features=64)
    parameters = list(model.parameters())
    row = torch.randn(len(flat(parameters)), generator=torch.Generator().manual_seed(2), dtype=torch.float64)

    def value() -> Tensor:
        return nn.functional.cross_entropy(model(inputs), target)

    found = hessian(value, parameters)(row)
    at, here = of_row(model, value), flat(parameters)
    step = 1e-6 / float(row.norm())
    slopes = [torch.func.grad(at)(here + sign * step * row) for sign in (1, -1)]
    torch.testing.assert_close(found, (slopes[0] - slopes[1]) / (2 * step), rtol=1e-4, atol=1e-6)


def test_attention_that_torch_fuses_has_a_second_derivative_too() -> None:
    model = drawn(lambda: nn.Linear(4, 4), seed=0)
    inputs = torch.randn(2, 3, 4, generator=torch.Generator().manual_seed(1), dtype=torch.float64)

    def value() -> Tensor:
        heeded = model(inputs)
        return nn.functional.scaled_dot_product_attention(heeded, heeded, heeded).square().mean()

    product = full(hessian(value, list(model.parameters())), 20)
    torch.testing.assert_close(product, product.T)
    assert product.norm() > 0.1


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(sorted(MODELS)), st.sampled_from(sorted(LOSSES)), st.integers(0, 10**6), st.integers(1, 4))
def test_eigenpairs_are_the_largest_of_the_whole_hessian(kind: str, loss: str, seed: int, k: int) -> None:
    model = drawn(MODELS[kind], seed)
    value = loss_of(loss, model, seed)
    whole = dense(model, value)
    expected = torch.linalg.eigvalsh(whole).flip(0)[:k]
    product = hessian(value, list(model.parameters()))
    (values, vectors), _ = last(eigenpairs(product, len(whole), k, seed=seed, tolerance=1e-6))

    largest = float(expected[0].abs())
    torch.testing.assert_close(values, expected, rtol=1e-3, atol=1e-5 * largest + 1e-7)
    assert (values.diff() <= 0).all()
    torch.testing.assert_close(vectors @ vectors.T, torch.eye(k), rtol=0, atol=1e-5)
    rayleigh = ((vectors.double() @ whole) * vectors.double()).sum(1)
    torch.testing.assert_close(rayleigh, values, rtol=1e-3, atol=1e-5 * largest + 1e-6)

    (values, vectors), turns = last(eigenpairs(product, len(whole), k, seed=seed))
    assert (values <= expected + 1e-3 * largest + 1e-7).all()
    residual = vectors.double() @ whole - values[:, None] * vectors.double()
    assert float(residual.norm(dim=1).max()) <= 2e-3 * largest + 1e-6
    alone, fewer = last(sharpness(product, len(whole), seed=seed))
    assert fewer <= turns
    assert alone == pytest.approx(float(values[0]), rel=0.05, abs=1e-6)


@pytest.mark.filterwarnings("ignore:.*torch.jit.script")
@pytest.mark.parametrize("loss", ["cross-entropy", "squares"])
def test_another_library_finds_the_same(loss: str) -> None:
    curvlinops = pytest.importorskip("curvlinops")
    model = drawn(lambda: nn.Sequential(nn.Linear(5, 20), nn.ReLU(), nn.Linear(20, 3)), seed=3).float()
    inputs, target = examples(50, seed=4)
    wanted = nn.functional.one_hot(target, 3).float() if loss == "squares" else target
    criterion, parameters = LOSSES[loss](), list(model.parameters())
    product = hessian(lambda: criterion(model(inputs.float()), wanted), parameters)
    other = curvlinops.HessianLinearOperator(model, criterion, parameters, [(inputs.float(), wanted)])
    size = len(flat(parameters))

    for row in torch.randn(5, size, generator=torch.Generator().manual_seed(5)):
        theirs = other @ row
        torch.testing.assert_close(product(row), theirs, rtol=1e-4, atol=1e-5 * float(theirs.norm()))
    expected = scipy.sparse.linalg.eigsh(other.to_scipy(), k=3, which="LA", return_eigenvectors=False)
    (values, _), _ = last(eigenpairs(product, size, 3))
    np.testing.assert_allclose(values.numpy(), np.sort(expected)[::-1], rtol=1e-3)


def test_frozen_parameters_are_rows_of_zeros() -> None:
    model = drawn(MODELS["tanh"], seed=1)
    value = loss_of("squares", model, seed=2)
    expected = dense(model, value)
    parameters = list(model.parameters())
    parameters[0].requires_grad_(False)
    frozen = parameters[0].numel()
    expected[:frozen], expected[:, :frozen] = 0, 0
    torch.testing.assert_close(full(hessian(value, parameters), len(expected)), expected)
    _, vectors = last(eigenpairs(hessian(value, parameters), len(expected), 1))[0]
    assert vectors[:, :frozen].abs().max() < 1e-3


def test_a_loss_without_curvature_has_a_hessian_of_zeros() -> None:
    model = drawn(MODELS["linear"], seed=0)
    inputs, target = examples(20, seed=0)
    unused = nn.Parameter(torch.ones(2, dtype=torch.float64))
    parameters = [*model.parameters(), unused]
    for value in (
        lambda: (model(inputs) - target[:, None]).abs().mean(),
        lambda: model(inputs).sum(),
        inputs.sum,
    ):
        product = hessian(value, parameters)
        assert not product(torch.ones(20)).any()
        assert last(sharpness(product, 20)) == (0.0, 1)
        (values, vectors), _ = last(eigenpairs(product, 20, 3))
        assert values.tolist() == [0, 0, 0]
        torch.testing.assert_close(vectors @ vectors.T, torch.eye(3), rtol=0, atol=1e-5)
    for parameter in parameters:
        parameter.requires_grad_(False)
    assert not hessian(lambda: model(inputs).square().sum(), parameters)(torch.ones(20)).any()


def test_parameters_that_moved_are_noticed() -> None:
    model = drawn(MODELS["tanh"], seed=0)
    parameters = list(model.parameters())
    product = hessian(loss_of("squares", model, seed=0), parameters)
    with torch.no_grad():
        parameters[2].add_(1)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        product(torch.ones(len(flat(parameters))))


@pytest.mark.parametrize(
    "values",
    [
        [5.0, 5.0, 1.0],  # twice the same
        [2.0] * 6,
        [3.0, *[0.0] * 200],  # of rank one
        [-1.0, -2.0, -3.0, -4.0],  # a maximum
        [1.0, *[-100.0 - i for i in range(20)]],  # the largest is not the largest in size
        [1.0, 0.999, 0.998, *np.linspace(0, 0.9, 100)],  # hardly apart
        [1.01, *[1.0] * 300],  # near a multiple of 1
        [4.0, 3.0],
        [7.0],
    ],
)
def test_matrices_that_lead_astray(values: list[float]) -> None:
    matrix = symmetric(values)
    (found, vectors), _ = last(eigenpairs(times(matrix), len(values), 3))
    expected = torch.tensor(sorted(values, reverse=True)[:3], dtype=torch.float64)
    torch.testing.assert_close(found, expected, rtol=1e-3, atol=1e-3 * float(expected[0].abs()))
    assert last(sharpness(times(matrix), len(values)))[0] == pytest.approx(float(expected[0]), rel=1e-3)
    assert vectors.shape == (min(3, len(values)), len(values))
    torch.testing.assert_close(vectors @ vectors.T, torch.eye(len(vectors)), rtol=0, atol=1e-5)


def test_each_turn_is_one_product_and_a_few_are_enough() -> None:
    matrix = symmetric([*np.geomspace(1e-4, 1, 500)])
    asked: list[Tensor] = []

    def product(row: Tensor) -> Tensor:
        asked.append(row)
        return times(matrix)(row)

    work = eigenpairs(product, 500, 2)
    for turn in range(1, 12):
        next(work)
        assert len(asked) == turn
    (values, _), turns = last(work)
    assert len(asked) == 11 + turns < 100
    assert values.tolist() == pytest.approx(sorted(torch.linalg.eigvalsh(matrix).tolist())[:-3:-1], rel=1e-3)


def test_at_most_so_many_products_give_a_lower_bound() -> None:
    values, turns = last(sharpness(times(symmetric([*np.linspace(0, 1, 300)])), 300, most=5))
    assert turns == 5
    assert 0.5 < values < 1


def test_what_finds_no_room_is_found_by_starting_again_from_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curvature, "HELD", 1)
    matrix = symmetric([1.0, 0.97, *np.linspace(-0.5, 0.9, 400)])
    (values, vectors), turns = last(eigenpairs(times(matrix), 402, 2))
    assert turns > 2 * curvature.LEAST_ROWS
    assert values.tolist() == pytest.approx([1.0, 0.97], rel=1e-3)
    residual = vectors.double() @ matrix - values[:, None] * vectors.double()
    assert float(residual.norm(dim=1).max()) < 5e-3


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("after", [0, 3, 40])
def test_a_product_that_is_not_finite_ends_it(bad: float, after: int) -> None:
    matrix = symmetric([*np.linspace(0, 1, 200)])
    asked = 0

    def product(row: Tensor) -> Tensor:
        nonlocal asked
        asked += 1
        image = times(matrix)(row)
        return image if asked <= after else torch.full_like(image, bad)

    (values, vectors), turns = last(eigenpairs(product, 200, 2))
    assert turns == asked == after + 1
    assert values.isnan().all()
    assert vectors.isnan().all()


def test_the_sharpness_of_what_is_not_finite_is_not_a_number() -> None:
    assert math.isnan(last(sharpness(lambda row: row * math.nan, 200))[0])


def test_a_seed_gives_the_same_each_time_and_the_global_generator_is_left_alone() -> None:
    matrix = symmetric([*np.linspace(0, 1, 50)])
    before = torch.get_rng_state()
    first, again, other = (last(eigenpairs(times(matrix), 50, 2, seed=seed))[0] for seed in (1, 1, 2))
    assert torch.equal(torch.get_rng_state(), before)
    assert torch.equal(first[0], again[0])
    assert torch.equal(first[1], again[1])
    assert not torch.equal(first[1], other[1])
