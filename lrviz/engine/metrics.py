"""What is measured on the validation set, the same for every run whatever it trains with."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy


def measure(output: Tensor, target: Tensor) -> Tensor:
    """Give the mean cross-entropy and the number of right answers of logits (n, classes), left on the device."""
    right = (output.argmax(dim=1) == target).sum()
    return torch.stack((cross_entropy(output, target), right.to(output.dtype)))


def named(measured: tuple[float, float], examples: int) -> dict[str, float]:
    """Give the metrics by name from what `measure` gave, once copied from the device."""
    loss, right = measured
    return {"val_loss": loss, "accuracy": right / examples}
