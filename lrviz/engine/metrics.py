"""What is measured on the validation set, the same for every run whatever it trains with."""

from __future__ import annotations

import torch
from torch import Tensor

from lrviz.catalog.problem import Problem
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.engine.criterion import Criterion


class Yardstick:
    """The measures of a problem's validation set."""

    def __init__(self, problem: Problem, target: Tensor) -> None:
        self._criterion = Criterion.of(YARDSTICKS[problem.task], problem, target.device)
        self._encoded = self._criterion.encoded(target)
        self._target = target

    def __call__(self, output: Tensor) -> Tensor:
        """Give the task's own loss and the number of right answers, left on the device."""
        loss = self._criterion(output, self._encoded)
        right = (output.argmax(dim=1) == self._target).sum()
        return torch.stack((loss, right.to(output.dtype)))


def named(measured: tuple[float, float], examples: int) -> dict[str, float]:
    """Give the metrics by name from what a yardstick gave, once copied from the device."""
    loss, right = measured
    return {"val_loss": loss, "accuracy": right / examples}
