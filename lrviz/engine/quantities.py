"""The quantities of a custom loss on torch tensors, as the script that takes them along has them."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def probability(output: Tensor, target: Tensor) -> Tensor:
    """Give each right class's probability (n,), of logits (n, classes) or (n, 1): above 0, so that it has a log."""
    if output.shape[-1] > 1:
        log_p = output.log_softmax(-1).gather(-1, target.unsqueeze(-1)).squeeze(-1)
    else:
        log_p = nn.functional.logsigmoid((2 * target - 1) * output.squeeze(-1))
    return log_p.exp().clamp_min(torch.finfo(output.dtype).tiny)


def margin(output: Tensor, target: Tensor) -> Tensor:
    """Give how far each right class's logit is ahead of the best other (n,); of one logit, its size that way."""
    if output.shape[-1] == 1:
        return (2 * target - 1) * output.squeeze(-1)
    right = target.unsqueeze(-1)
    return output.gather(-1, right).squeeze(-1) - output.scatter(-1, right, -torch.inf).amax(-1)


def residual(output: Tensor, target: Tensor) -> Tensor:
    """Give output minus target (n,)."""
    return output - target


def ahead(output: Tensor, _target: Tensor) -> Tensor:
    """Give each document's score minus each other's (queries, documents, documents)."""
    return output.unsqueeze(-1) - output.unsqueeze(-2)


def over_examples(losses: Tensor, _target: Tensor) -> Tensor:
    """Give the mean over the batch."""
    return losses.mean()


def over_pairs(losses: Tensor, target: Tensor) -> Tensor:
    """Give the mean over the queries of each one's mean over its pairs of different grade."""
    better = target.unsqueeze(-1) > target.unsqueeze(-2)
    summed = torch.where(better, losses, 0.0).sum((-1, -2))
    return (summed / better.sum((-1, -2)).clamp_min(1)).mean()
