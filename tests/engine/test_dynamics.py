"""Norms are torch's, the critical rate is where a quadratic turns up, and noise is what batches disagree by."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from lrviz.engine.dynamics import NORMS, critical_lr, flat, gradient, noise_scale, norms, trained


def quadratic(curvature: list[float], at: list[float]) -> tuple[nn.Module, Tensor]:
    """Give a module whose loss is ½ Σ curvature · w², and the curvature."""
    model = nn.Linear(len(at), 1, bias=False).double()
    with torch.no_grad():
        model.weight.copy_(torch.tensor([at]))
    return model, torch.tensor(curvature).double()


@pytest.mark.parametrize("lr", [0.001, 0.1, 30.0])
def test_the_critical_rate_of_gradient_descent_is_two_over_the_curvature_along_it(lr: float) -> None:
    model, curvature = quadratic([1.0, 20.0], [3.0, 0.5])
    [weight] = trained(model)
    before = flat([weight])
    grad = curvature * before
    with torch.no_grad():
        weight.sub_((lr * grad).view_as(weight))
    after = flat([weight])
    found = critical_lr(model, lambda: 0.5 * (curvature * weight.square()).sum(), before, lr)
    assert found == pytest.approx(float(2 * (grad @ grad) / (grad @ (curvature * grad))), rel=0.03)
    assert torch.equal(flat([weight]), after)


def test_an_update_uphill_has_no_critical_rate_nor_has_one_that_never_turns_up() -> None:
    model, curvature = quadratic([1.0], [1.0])
    [weight] = trained(model)
    before = flat([weight])
    with torch.no_grad():
        weight.add_(0.1)
    assert math.isnan(critical_lr(model, lambda: 0.5 * (curvature * weight.square()).sum(), before, 0.1))
    assert math.isnan(critical_lr(model, lambda: -weight.sum(), before, 0.1))


def test_norms_are_those_of_gradient_update_and_weights() -> None:
    before, after, grad = torch.tensor([3.0, 4.0]), torch.tensor([3.0, 3.0]), torch.tensor([0.0, 10.0])
    found = norms(before, after, grad)
    assert tuple(found) == NORMS
    assert list(found.values()) == pytest.approx([10.0, 1.0, 5.0, 0.2, 0.1])


def test_without_a_gradient_there_is_no_effective_rate() -> None:
    still = norms(torch.zeros(2), torch.zeros(2), torch.zeros(2))
    assert math.isnan(still["effective_lr"])
    assert math.isnan(still["update_ratio"])


def test_a_parameter_without_a_gradient_counts_as_zero() -> None:
    model = nn.Linear(2, 1)
    model.weight.grad = torch.ones(1, 2)
    assert gradient(trained(model)).tolist() == [1, 1, 0]


def test_noise_is_estimated_without_bias() -> None:
    generator = torch.Generator().manual_seed(0)
    model = nn.Linear(50, 1, bias=False)
    truth, spread, size = torch.full((50,), 0.2), 0.5, 16

    def batch() -> Tensor:
        noisy = truth + spread * torch.randn(size, 50, generator=generator)
        return (model.weight * noisy.mean(dim=0)).sum()

    found = [noise_scale(model, [batch] * 8, size) for _ in range(40)]
    expected = 50 * spread**2 / (50 * 0.2**2)
    assert sum(found) / 40 == pytest.approx(expected, rel=0.15)


def test_nothing_but_noise_has_no_scale() -> None:
    model = nn.Linear(1, 1, bias=False)
    losses: list[Callable[[], Tensor]] = [model.weight.sum, lambda: -model.weight.sum()]
    assert math.isnan(noise_scale(model, losses, 4))
