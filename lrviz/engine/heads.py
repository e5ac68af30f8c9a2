"""The losses of many models at once on their stacked outputs, and the gradients of those.

Cross-entropies of all kinds are one formula with numbers of each model's own. Any other loss is called once for all
models that train with it, on the examples of all of them, and differentiated by autograd.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from lrviz.engine.losses import Height
from lrviz.engine.member import Member


def fits(member: Member) -> bool:
    """Whether torch can compute and differentiate a member's loss: not every formula has a mean or a gradient."""
    target, use = member.target[:2], member.criterion.use
    shape = (*target.shape, 1) if use.output == "squeezed" else (len(target), member.criterion.outputs)
    output = next(member.model.parameters()).new_zeros(shape).requires_grad_()
    try:
        torch.autograd.grad(member.criterion(output, target), output)
    except RuntimeError:
        return False
    return True


class Heads:
    """The losses of an ensemble's members, in their order."""

    def __init__(self, members: Sequence[Member]) -> None:
        device = members[0].target.device
        self._heights = all(isinstance(member.criterion.module, Height) for member in members)
        kinds: dict[Any, list[int]] = {}
        for row, member in enumerate(members):
            kinds.setdefault(None if _cross(member) else member.run.loss, []).append(row)
        rows = {kind: torch.tensor(own, device=device) for kind, own in kinds.items()}
        entropies = [member for member in members if _cross(member)]
        self._entropies = (rows.pop(None), CrossEntropies(entropies)) if entropies else None
        self._others = [(own, Alike([members[row] for row in kinds[kind]])) for kind, own in rows.items()]

    def __call__(self, output: Tensor, examples: Tensor) -> tuple[Tensor, Tensor]:
        """Give the losses (members,), and the gradient of each on its own outputs.

        Takes outputs (members, n, …) and the indices (members, n) of their examples.
        """
        if self._heights:  # a mean of outputs needs no autograd
            return output.mean((1, 2)), torch.full_like(output, 1 / output.shape[1])
        if not self._others and self._entropies is not None:
            return self._entropies[1](output, examples)
        losses, slopes = output.new_empty(len(output)), torch.empty_like(output)
        if self._entropies is not None:
            rows, entropies = self._entropies
            losses[rows], slopes[rows] = entropies(output[rows], examples[rows])
        leaves = [output[rows].requires_grad_() for rows, _ in self._others]
        with torch.enable_grad():
            own = [head(leaf, examples[rows]) for leaf, (rows, head) in zip(leaves, self._others, strict=True)]
        found = torch.autograd.grad(own, leaves, [torch.ones_like(each) for each in own])
        for (rows, _), loss, slope in zip(self._others, own, found, strict=True):
            losses[rows], slopes[rows] = loss.detach(), slope
        return losses, slopes


class CrossEntropies:
    """Cross-entropy with label smoothing and class weights, and KLDivLoss, which on one true class is the same.

    Of a true class y, −Σ_c wanted[y, c] · log p_c is summed over a batch and divided by its sum of weight[y]. Weights
    that are all 1, and sums over c that are, are left out.
    """

    def __init__(self, members: Sequence[Member]) -> None:
        first, classes = members[0], members[0].criterion.outputs
        like = next(first.model.parameters())
        modules = [member.criterion.module for member in members]
        smoothing = like.new_tensor([getattr(module, "label_smoothing", 0.0) for module in modules])
        weights = [getattr(module, "weight", None) for module in modules]
        weight = torch.stack([like.new_ones(classes) if each is None else each.to(like) for each in weights])
        share = smoothing[:, None, None]
        wanted = (1 - share) * torch.eye(classes).to(like) + share / classes
        self._wanted = (wanted * weight[:, None]).flatten(0, 1)
        weighted = any(each is not None for each in weights)
        smoothed = any(getattr(module, "label_smoothing", 0.0) for module in modules)
        self._sums = self._wanted.sum(-1) if weighted or smoothed else None
        self._weight = weight.flatten() if weighted else None
        self._target = first.target.argmax(-1) if first.target.ndim > 1 else first.target
        self._offset = torch.arange(len(members), device=like.device)[:, None] * classes

    def __call__(self, output: Tensor, examples: Tensor) -> tuple[Tensor, Tensor]:
        true = self._target[examples] + self._offset
        wanted = self._wanted[true]
        scale = 1 / (true.shape[1] if self._weight is None else self._weight[true].sum(-1)[:, None, None])
        log_p = output.log_softmax(-1)
        losses = (wanted * log_p).sum((1, 2), keepdim=True).mul_(-scale).flatten()
        grads = log_p.exp_()
        if self._sums is not None:
            grads.mul_(self._sums[true].unsqueeze(-1))
        return losses, grads.sub_(wanted).mul_(scale)


class Alike:
    """One loss that several members train with."""

    def __init__(self, members: Sequence[Member]) -> None:
        criterion, self._target = members[0].criterion, members[0].target
        module: Any = copy.copy(criterion.module)
        self._mean: AbstractContextManager[Any] = MeanByMember(len(members))
        if hasattr(module, "reduction"):  # torch's own: without their mean they need none in its place
            module.reduction, self._mean = "none", nullcontext()
        self._criterion = replace(criterion, module=module)

    def __call__(self, output: Tensor, examples: Tensor) -> Tensor:
        """Give the losses (members,) with their graph."""
        with self._mean:
            each = self._criterion(output.flatten(0, 1), self._target[examples.flatten()])
        return each.view(len(output), -1).mean(1)


class MeanByMember(TorchFunctionMode):
    """Makes a loss's mean over a batch that holds the examples of several members one mean for each of them."""

    def __init__(self, members: int) -> None:
        super().__init__()
        self._members = members

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        if func is Tensor.mean and len(args) == 1 and not kwargs:
            return args[0].view(self._members, -1).mean(1)
        return func(*args, **(kwargs or {}))


def _cross(member: Member) -> bool:
    return isinstance(member.criterion.module, (nn.CrossEntropyLoss, nn.KLDivLoss))
