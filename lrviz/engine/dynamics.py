"""What a training does to its weights: norms, critical sharpness, gradient noise."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

Loss = Callable[[], Tensor]

NORMS = ("grad_norm", "update_norm", "weight_norm", "update_ratio", "effective_lr")
PROBES = ("critical_lr", "sharpness", "noise_scale")

DOUBLINGS, BISECTIONS = 12, 5
"""Tries to bracket the critical learning rate, up or down, and to narrow it down to 2 % after that."""
CHUNKS = 8
"""Batches that the gradient noise is estimated from."""


def trained(model: nn.Module) -> list[nn.Parameter]:
    """Give the parameters that take a gradient."""
    return [parameter for parameter in model.parameters() if parameter.requires_grad]


def flat(tensors: Sequence[Tensor]) -> Tensor:
    """Give a copy of tensors as one row."""
    return torch.cat([tensor.detach().reshape(-1) for tensor in tensors])


def gradient(parameters: Sequence[nn.Parameter]) -> Tensor:
    """Give the gradient as one row; 0 where a parameter has none."""
    return flat([torch.zeros_like(each) if each.grad is None else each.grad for each in parameters])


def norms(before: Tensor, after: Tensor, grad: Tensor, whole: Tensor | None = None) -> dict[str, float]:
    """Give the norms of an update: of its gradient, of itself and of the weights before, and their ratios.

    Of a gradient that was clipped it is the `whole` norm, before it was: what a person watches to choose the bound by.
    `effective_lr` is ‖update‖ / ‖gradient‖: plain SGD's is its learning rate, any other optimizer's is what its step
    comes to.
    """
    steps = (torch.linalg.vector_norm(part) for part in (after - before, before))
    sizes = torch.stack([torch.linalg.vector_norm(grad) if whole is None else whole, *steps])
    grad_norm, update_norm, weight_norm = sizes.tolist()
    values = (grad_norm, update_norm, weight_norm, _ratio(update_norm, weight_norm), _ratio(update_norm, grad_norm))
    return dict(zip(NORMS, values, strict=True))


def critical_lr(model: nn.Module, loss: Loss, before: Tensor, lr: float) -> float:
    """Give the learning rate with which the last update, made with `lr`, would just have raised the loss.

    2 / this is the critical sharpness (arXiv 2601.16979), found by forward passes along the update only: doubling or
    halving `lr`, then bisection, to 2 %. NaN where 2¹² times `lr` doesn't raise the loss, or a 2¹²th of it already
    does, as when momentum runs uphill.
    """
    parameters = trained(model)
    after = flat(parameters)
    direction = (after - before) / lr

    def raises(lr: float) -> bool:
        _put(parameters, before + lr * direction)
        return not loss().item() <= ground

    try:
        with torch.no_grad():
            _put(parameters, before)
            ground = loss().item()
            low, high = _bracket(raises, lr)
            for _ in range(BISECTIONS):
                middle = math.sqrt(low * high)
                low, high = (low, middle) if raises(middle) else (middle, high)
            return math.sqrt(low * high)
    finally:
        _put(parameters, after)


def noise_scale(model: nn.Module, losses: Sequence[Loss], batch_size: int) -> float:
    """Give the simple gradient noise scale tr Σ / |G|², in examples (arXiv 1812.06162), from batches of equal size.

    tr Σ is `batch_size` times the variance between the batches' gradients; |G|² is their mean's square without its
    share of that noise. NaN where nothing but noise is left.
    """
    parameters = trained(model)
    grads = torch.stack([flat(_gradients(loss, parameters)) for loss in losses])
    mean = grads.mean(dim=0)
    noise = batch_size * (grads - mean).square().sum().item() / (len(losses) - 1)
    signal = mean.square().sum().item() - noise / (batch_size * len(losses))
    return _ratio(noise, signal) if signal > 0 else math.nan


def _gradients(loss: Loss, parameters: Sequence[nn.Parameter]) -> list[Tensor]:
    found = torch.autograd.grad(loss(), parameters, allow_unused=True)
    return [torch.zeros_like(own) if grad is None else grad for own, grad in zip(parameters, found, strict=True)]


def _bracket(raises: Callable[[float], bool], start: float) -> tuple[float, float]:
    """Give two rates a factor of 2 apart: the lower one lowers the loss, the higher one raises it."""
    lr = start
    if raises(lr):
        for _ in range(DOUBLINGS):
            lr /= 2
            if not raises(lr):
                return lr, 2 * lr
    else:
        for _ in range(DOUBLINGS):
            lr *= 2
            if raises(lr):
                return lr / 2, lr
    return math.nan, math.nan


def _put(parameters: Sequence[nn.Parameter], row: Tensor) -> None:
    """Write a row into parameters, in place: they may be views of an ensemble's."""
    with torch.no_grad():
        first = 0
        for parameter in parameters:
            parameter.copy_(row[first : first + parameter.numel()].view_as(parameter))
            first += parameter.numel()


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else math.nan
