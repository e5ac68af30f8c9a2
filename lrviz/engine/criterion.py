"""A catalog loss as torch computes it: the criterion, and the forms it takes outputs and targets in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from lrviz.catalog.loss import Loss, OutputForm, TargetForm, Use
from lrviz.catalog.problem import Problem
from lrviz.engine.build import build

OUTPUT: Mapping[OutputForm, Callable[[Tensor], Tensor]] = {
    "plain": lambda output: output,
    "squeezed": lambda output: output.squeeze(-1),
    "log_softmax": lambda output: output.log_softmax(-1),
}
TARGET: Mapping[TargetForm, Callable[[Tensor, int], Tensor]] = {
    "plain": lambda target, _: target,
    "float": lambda target, _: target.float(),
    "one_hot": lambda target, classes: nn.functional.one_hot(target, classes).float(),
}


@dataclass(frozen=True, eq=False)
class Criterion:
    """A loss built for a problem: `encoded` targets, and a model's plain outputs, give the batch's mean."""

    module: nn.Module
    use: Use
    outputs: int

    @classmethod
    def of(cls, loss: Loss, problem: Problem, device: torch.device) -> Criterion:
        """Build a loss that fits the problem."""
        return cls(build(loss).to(device), loss.uses[problem.task], problem.outputs)

    def encoded(self, target: Tensor) -> Tensor:
        """Give a task's targets in the form that the loss takes."""
        return TARGET[self.use.target](target, self.outputs)

    def __call__(self, output: Tensor, encoded: Tensor) -> Tensor:
        """Give the mean loss of a model's outputs against encoded targets."""
        loss: Tensor = self.module(OUTPUT[self.use.output](output), encoded)
        return loss
