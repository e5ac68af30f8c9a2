"""Joining two ends of training by a curve of low loss, where the straight line between them climbs."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator

import torch
from torch import Tensor, nn
from torch.func import functional_call

RATE = 0.1
"""The bend's first learning rate, in units of how far apart a weight of the two ends is (its root mean square)."""
GOLDEN = (math.sqrt(5) - 1) / 2
"""Places this far apart, turn about on a circle, fill it evenly however many they are."""


def bezier(start: Tensor, bend: Tensor, end: Tensor, t: float) -> Tensor:
    """Give the weights at t of a quadratic Bézier curve, (1−t)²·start + 2t(1−t)·bend + t²·end: rows (P,)."""
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end


def joined(
    loss: Callable[[Tensor], Tensor], start: Tensor, end: Tensor, *, updates: int = 200, seed: int = 0
) -> Generator[float, None, Tensor]:
    """Train the bend (P,) of a Bézier curve between two ends (P,) to lower the mean loss along it.

    This is mode connectivity (Garipov et al., arXiv 1802.10026): each update is a step of Adam, its rate on half a
    cosine, for the loss at one place of the curve. `loss` is a differentiable function of a row of weights. The bend
    starts midway between the ends, on the straight line; as it is trained the curve may come to lie below both ends.
    The places are spread evenly, from one that `seed` draws. Each `next()` is an update, and gives the share of them
    done. An update whose gradient isn't finite is left out, and between ends that aren't there are none.
    """
    bend = (start.detach() + end.detach()) / 2
    rate = RATE * float((end.detach() - start.detach()).square().mean().sqrt())
    if not math.isfinite(rate):
        return bend
    optimizer = torch.optim.Adam([bend], lr=rate)
    first = float(torch.rand((), generator=torch.Generator().manual_seed(seed)))
    for update in range(updates):
        t = (first + update * GOLDEN) % 1
        place = bezier(start, bend, end, t).detach().requires_grad_()
        [slope] = torch.autograd.grad(loss(place), place, materialize_grads=True)
        if slope.isfinite().all():
            bend.grad = 2 * t * (1 - t) * slope
            optimizer.param_groups[0]["lr"] = rate * (1 + math.cos(math.pi * update / updates)) / 2
            optimizer.step()
        yield (update + 1) / updates
    return bend


def of_row(model: nn.Module, value: Callable[[], Tensor]) -> Callable[[Tensor], Tensor]:
    """Make what `value()` computes of a model a differentiable function of a row (P,) of its weights, in their order.

    It doesn't depend on those of parameters that take no gradient. The model's own weights aren't touched.
    """
    whole = _Valued(model, value)
    parameters = {f"model.{name}": each for name, each in model.named_parameters()}
    sizes = [each.numel() for each in parameters.values()]

    def at(row: Tensor) -> Tensor:
        parts = zip(parameters.items(), row.split_with_sizes(sizes), strict=True)
        weights = {
            name: (part if each.requires_grad else part.detach()).view_as(each).to(each) for (name, each), part in parts
        }
        found: Tensor = functional_call(whole, weights, ())
        return found

    return at


class _Valued(nn.Module):
    """A model with what is computed of it as its forward pass: so functional_call sees the model's weights there."""

    def __init__(self, model: nn.Module, value: Callable[[], Tensor]) -> None:
        super().__init__()
        self.model, self._value = model, value

    def forward(self) -> Tensor:
        return self._value()
