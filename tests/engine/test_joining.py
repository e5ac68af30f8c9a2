"""Curves start and end where they should, and a trained one goes round what the straight line climbs over."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor, nn

from lrviz.engine.dynamics import flat
from lrviz.engine.joining import bezier, joined, of_row

PLACES = [i / 40 for i in range(41)]


def ring(row: Tensor) -> Tensor:
    """Give a loss that is 0 on the circle of radius 1 and 1 in its middle."""
    return (row.square().sum() - 1).square()


def trained(loss: Callable[[Tensor], Tensor], start: Tensor, end: Tensor, updates: int = 200, seed: int = 0) -> Tensor:
    work = joined(loss, start, end, updates=updates, seed=seed)
    told = []
    while True:
        try:
            told.append(next(work))
        except StopIteration as last:
            assert told == [(update + 1) / updates for update in range(updates)]
            bend: Tensor = last.value
            return bend


def highest(loss: Callable[[Tensor], Tensor], start: Tensor, bend: Tensor, end: Tensor) -> float:
    with torch.no_grad():
        return max(float(loss(bezier(start, bend, end, t))) for t in PLACES)


@given(
    *[st.lists(st.floats(-10, 10, width=32), min_size=3, max_size=3).map(torch.tensor) for _ in range(3)],
    st.floats(0, 1),
)
def test_a_curve_goes_from_end_to_end_and_is_straight_where_its_bend_is_midway(
    start: Tensor, bend: Tensor, end: Tensor, t: float
) -> None:
    assert torch.equal(bezier(start, bend, end, 0.0), start)
    assert torch.equal(bezier(start, bend, end, 1.0), end)
    torch.testing.assert_close(bezier(start, bend, end, 0.5), start / 4 + bend / 2 + end / 4)
    straight = bezier(start, (start + end) / 2, end, t)
    torch.testing.assert_close(straight, start + t * (end - start), rtol=1e-5, atol=1e-4)


@pytest.mark.parametrize("seed", range(3))
def test_a_curve_goes_round_a_barrier(seed: int) -> None:
    start, end = torch.tensor([1.0, 0.1]), torch.tensor([-1.0, 0.1])
    assert highest(ring, start, (start + end) / 2, end) > 0.95
    assert highest(ring, start, trained(ring, start, end, seed=seed), end) < 0.2


def test_where_the_units_are_others_so_is_the_rate() -> None:
    start, end = torch.tensor([1.0, 0.1]), torch.tensor([-1.0, 0.1])
    bend = trained(ring, start, end)
    far = trained(lambda row: ring(row / 1000), 1000 * start, 1000 * end)
    torch.testing.assert_close(far / 1000, bend, rtol=0.05, atol=0.01)


def test_two_trainings_from_different_starts_are_joined_below_their_barrier() -> None:
    generator = torch.Generator().manual_seed(0)
    inputs = torch.randn(200, 4, generator=generator)
    target = (inputs[:, 0] * inputs[:, 1] > 0).long()
    models = []
    for seed in range(2):
        with torch.random.fork_rng(devices=()):
            torch.default_generator.manual_seed(seed)
            model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
        optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
        for _ in range(200):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(inputs), target).backward()
            optimizer.step()
        models.append(model)
    start, end = (flat(list(model.parameters())) for model in models)
    model = models[0]
    loss = of_row(model, lambda: nn.functional.cross_entropy(model(inputs), target))
    before = [flat(list(model.parameters())) for model in models]

    barrier = highest(loss, start, (start + end) / 2, end)
    assert barrier > 0.2 + max(float(loss(start)), float(loss(end)))
    assert highest(loss, start, trained(loss, start, end, 300), end) < barrier / 2
    for model, own in zip(models, before, strict=True):
        assert torch.equal(flat(list(model.parameters())), own)
        assert all(parameter.is_leaf and parameter.requires_grad for parameter in model.parameters())


def test_a_row_of_weights_stands_in_for_the_models_own_and_is_differentiated() -> None:
    model = nn.Linear(2, 1).double()
    inputs = torch.tensor([[1.0, 2.0]]).double()
    loss = of_row(model, lambda: model(inputs).sum())
    row = torch.tensor([3.0, 4.0, 5.0], requires_grad=True)
    assert loss(row).item() == 3 + 8 + 5
    [slope] = torch.autograd.grad(loss(row), row)
    assert slope.tolist() == [1, 2, 1]
    model.bias.requires_grad_(False)
    [slope] = torch.autograd.grad(loss(row), row)
    assert slope.tolist() == [1, 2, 0]
    assert all(parameter.grad is None for parameter in model.parameters())


def test_a_seed_gives_the_same_each_time_and_the_global_generator_is_left_alone() -> None:
    start, end = torch.tensor([1.0, 0.1]), torch.tensor([-1.0, 0.1])
    before = torch.get_rng_state()
    first, again, other = (trained(ring, start, end, 50, seed) for seed in (1, 1, 2))
    assert torch.equal(torch.get_rng_state(), before)
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_ends_that_are_one_are_joined_by_themselves() -> None:
    start = torch.tensor([0.5, 0.5])
    assert torch.equal(trained(ring, start, start), start)


def test_a_gradient_that_is_not_finite_moves_nothing() -> None:
    start, end = torch.tensor([1.0, 0.1]), torch.tensor([-1.0, 0.1])

    def cliff(row: Tensor) -> Tensor:
        return ring(row) * (math.nan if row[1] > 0.2 else 1)

    bend = trained(cliff, start, end)
    assert bend.isfinite().all()
    assert highest(ring, start, bend, end) < highest(ring, start, (start + end) / 2, end)


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_an_end_that_is_not_finite_is_joined_to_nothing(bad: float) -> None:
    with pytest.raises(StopIteration) as last:
        next(joined(ring, torch.tensor([bad, 0.1]), torch.tensor([-1.0, 0.1])))
    assert not last.value.value.isfinite().all()
