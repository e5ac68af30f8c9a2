"""The catalog's losses that torch has no class for; scripts take their text along, so each needs torch only."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class FocalLoss(nn.Module):
    """−(1 − p)^gamma · log p of the true class, or of the right answer of one logit (arXiv 1708.02002)."""

    def __init__(self, gamma: float = 2.0, alpha: float | None = None, reduction: str = "mean") -> None:
        super().__init__()
        self.gamma, self.alpha, self.reduction = gamma, alpha, reduction

    def forward(self, output: Tensor, target: Tensor) -> Tensor:
        """Give the mean over the batch of logits (n, classes) or (n, 1) and classes (n,), or its sum, or each (n,)."""
        yes = target.to(output.dtype)
        if output.shape[-1] > 1:
            log_p = output.log_softmax(-1).gather(-1, target.unsqueeze(-1)).squeeze(-1)
            yes = torch.ones_like(yes)
        else:
            log_p = nn.functional.logsigmoid((2 * yes - 1) * output.squeeze(-1))
        weight = 1.0 if self.alpha is None else self.alpha * yes + (1 - self.alpha) * (1 - yes)
        wrong = (-torch.expm1(log_p)).clamp_min(1e-20)  # at 0 a power below 1 has no gradient
        losses = -weight * wrong**self.gamma * log_p
        return losses if self.reduction == "none" else losses.sum() if self.reduction == "sum" else losses.mean()


class HingeLoss(nn.Module):
    """max(0, margin − m)ᵖ of the logit m towards the right answer."""

    def __init__(self, p: int = 1, margin: float = 1.0) -> None:
        super().__init__()
        self.p, self.margin = p, margin

    def forward(self, logit: Tensor, target: Tensor) -> Tensor:
        """Give the mean over the batch, of logits (n,) and answers (n,) of 0 or 1."""
        return ((self.margin - (2 * target - 1) * logit).clamp_min(0) ** self.p).mean()


class RankNetLoss(nn.Module):
    """log(1 + e^(−sigma·d)) of each pair of documents of different grade, averaged in each query."""

    def __init__(self, sigma: float = 1.0) -> None:
        super().__init__()
        self.sigma = sigma

    def forward(self, scores: Tensor, grades: Tensor) -> Tensor:
        """Give the mean over the queries, of scores and grades (queries, documents)."""
        better = grades.unsqueeze(-1) > grades.unsqueeze(-2)
        ahead = scores.unsqueeze(-1) - scores.unsqueeze(-2)
        losses = nn.functional.softplus(-self.sigma * ahead, threshold=50) * better
        return (losses.sum((-1, -2)) / better.sum((-1, -2)).clamp_min(1)).mean()


class ListNetLoss(nn.Module):
    """The cross-entropy between the softmax of a query's grades and the softmax of its scores."""

    def forward(self, scores: Tensor, grades: Tensor) -> Tensor:
        """Give the mean over the queries, of scores and grades (queries, documents)."""
        return -(grades.softmax(-1) * scores.log_softmax(-1)).sum(-1).mean()


class SoftmaxGainLoss(nn.Module):
    """The softmax cross-entropy of a query's scores on its gains 2^grade − 1, made to sum to 1."""

    def forward(self, scores: Tensor, grades: Tensor) -> Tensor:
        """Give the mean over the queries, of scores and grades (queries, documents)."""
        gains = torch.exp2(grades - grades.amin(-1, keepdim=True)) - 1
        total = gains.sum(-1, keepdim=True)
        wanted = gains / torch.where(total > 0, total, 1.0)
        return -(wanted * scores.log_softmax(-1)).sum(-1).mean()


class Height(nn.Module):
    """The mean height that a surface gives; there is nothing to compare it with."""

    def forward(self, height: Tensor, _target: Tensor) -> Tensor:
        """Give the mean over the batch, of heights (n,)."""
        return height.mean()


class LambdaRankLoss(nn.Module):
    """RankNet's loss of each pair, times what swapping its documents would change NDCG by."""

    def __init__(self, sigma: float = 1.0) -> None:
        super().__init__()
        self.sigma = sigma

    def forward(self, scores: Tensor, grades: Tensor) -> Tensor:
        """Give the mean over the queries, of scores and grades (queries, documents)."""
        gains = torch.exp2(grades - grades.amin(-1, keepdim=True)) - 1
        discounts = 1 / torch.log2(torch.arange(scores.shape[-1], device=scores.device) + 2.0)
        order = scores.detach().argsort(dim=-1, descending=True, stable=True)
        discount = discounts[order.argsort(dim=-1)]
        ideal = (gains.sort(dim=-1, descending=True).values * discounts).sum(-1)
        gained = gains.unsqueeze(-1) - gains.unsqueeze(-2)
        moved = discount.unsqueeze(-1) - discount.unsqueeze(-2)
        swap = (gained * moved).abs() / torch.where(ideal > 0, ideal, 1.0)[..., None, None]
        better = grades.unsqueeze(-1) > grades.unsqueeze(-2)
        ahead = scores.unsqueeze(-1) - scores.unsqueeze(-2)
        losses = nn.functional.softplus(-self.sigma * ahead, threshold=50) * better * swap
        return losses.sum((-1, -2)).mean()
