"""Measure: what is measured at one point of weight space."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _NormBase

from lrviz.catalog.loss import Loss
from lrviz.catalog.metrics.accuracy import Accuracy
from lrviz.catalog.problem import Problem
from lrviz.catalog.task import NOUNS
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.engine.criterion import Criterion
from lrviz.engine.failure import full, said
from lrviz.engine.member import REFUSALS, Guest, initial
from lrviz.errors import RefusedError
from lrviz.sentences import say
from lrviz.survey import What

CHUNK = 4096
"""Examples that go through a model at a time where nothing is differentiated, so that memory is bounded."""

MANY = 8
"""Channels that fill a vector of the processor."""


class MeanLoss(NamedTuple):
    """A loss of a model's outputs to all examples; targets are encoded as it takes them."""

    criterion: Criterion
    target: Tensor

    def __call__(self, output: Tensor) -> Tensor:
        """Give the mean loss, a tensor of one number."""
        return self.criterion(output, self.target)


class ShareRight(NamedTuple):
    """The metric Accuracy of a model's outputs to all examples, without leaving the device."""

    target: Tensor

    def __call__(self, output: Tensor) -> Tensor:
        """Give the share of right answers, a tensor of one number; NaN where an output is NaN."""
        said = output.argmax(-1) if output.shape[-1] > 1 else output.squeeze(-1) > 0
        share = (said == self.target).sum() / len(self.target)
        return torch.where(output.isnan().any(), math.nan, share)


Score = MeanLoss | ShareRight
"""What is measured of a model's outputs to all examples: a tensor of one number."""


@dataclass(frozen=True, eq=False)
class Measure:
    """What is measured of one row of weights (P,) of float32, in the order of the model's parameters.

    The model answers as it does where it isn't trained, except that a BatchNorm goes by the statistics of the examples
    it sees: a point of weight space has no running ones. So its examples go through the model together; those of
    other models do in chunks.
    """

    model: nn.Module
    parameters: tuple[nn.Parameter, ...]
    """Those of the model."""
    weights: Tensor
    """What was put last, (P,); parameters are views of it."""
    copied: Sequence[tuple[nn.Parameter, Tensor]]
    """But these, which it is copied to: large kernels, and all of a guest, which may do with its own what it likes."""
    inputs: Tensor
    score: Score
    chunk: int
    guest: Guest | None = None

    @classmethod
    def of(cls, problem: Problem, loss: Loss, what: What, device: torch.device, *, seed: int = 0) -> Measure:
        """Build the model as a run of this seed does, and lay the data out on the device.

        "train_loss" is the loss on the training set, "val_loss" the task's yardstick and "accuracy" the metric, both
        on the validation set. A person's own model is executed here: whether they agreed to that is for the caller to
        know.

        Raises
        ------
        RefusedError
            The model or the loss doesn't fit the problem, or its answers are neither right nor wrong.
        """
        if why := _unfit(problem, loss, what):
            raise RefusedError(why)
        data = problem.data()
        examples, answers = (data.train_x, data.train_y) if what == "train_loss" else (data.val_x, data.val_y)
        inputs, target = (torch.from_numpy(part).to(device) for part in (examples, answers))
        try:
            model, guest = initial(problem, seed, device)
            score = _score(problem, loss, what, target)
            parameters = tuple(model.parameters())
            weights = torch.cat([parameter.detach().flatten().float() for parameter in parameters])
        except REFUSALS as error:
            if full(error):
                raise
            raise RefusedError(said(error)) from None
        copied = _bound(parameters, weights) if guest is None else list(_parts(parameters, weights))
        together = _without_running_statistics(model.eval()) or guest is not None
        chunk = max(len(inputs), 1) if together else CHUNK
        return cls(model, parameters, weights, copied, inputs, score, chunk, guest)

    def put(self, weights: Tensor) -> None:
        """Write a row of weights into the parameters, in place."""
        self.weights.copy_(weights)
        with torch.no_grad():
            for parameter, part in self.copied:
                parameter.copy_(part)

    def value(self) -> Tensor:
        """Give what is measured at the parameters as they stand: a tensor of one number with its graph.

        All examples go through the model at once. Raises what torch, or a person's own model, raises.
        """
        with self._looked_at():
            output = self.model(self.inputs)
        return self.score(output)

    def at(self, weights: Tensor) -> float:
        """Measure a row of weights; what is not finite is given as it is, and NaN where torch refuses to measure."""
        self.put(weights)
        try:
            with torch.no_grad():
                with self._looked_at():
                    starts = range(0, len(self.inputs), self.chunk)
                    parts = [self.model(self.inputs[start : start + self.chunk]) for start in starts]
                return float(self.score(parts[0] if len(parts) == 1 else torch.cat(parts)))
        except REFUSALS as error:
            if full(error):
                raise
            return math.nan

    def _looked_at(self) -> AbstractContextManager[None]:
        return self.guest.looked_at() if self.guest is not None else nullcontext()


def _unfit(problem: Problem, loss: Loss, what: What) -> str:
    """Say why something can't be measured; empty where it can."""
    if what == "accuracy" and problem.task not in Accuracy.tasks:
        return say(
            "accuracy is for answers that are right or wrong; these data ask for {nouns}", nouns=NOUNS[problem.task]
        )
    return problem.unfit or (loss.unfit(problem.task, problem.outputs) if what == "train_loss" else "")


def _score(problem: Problem, loss: Loss, what: What, target: Tensor) -> Score:
    if what == "accuracy":
        return ShareRight(target)
    criterion = Criterion.of(loss if what == "train_loss" else YARDSTICKS[problem.task], problem, target.device)
    return MeanLoss(criterion, criterion.encoded(target))


def _parts(parameters: Sequence[nn.Parameter], weights: Tensor) -> Iterator[tuple[nn.Parameter, Tensor]]:
    """Give each parameter with its part of a row, in its shape."""
    parts = weights.split_with_sizes([parameter.numel() for parameter in parameters])
    for parameter, part in zip(parameters, parts, strict=True):
        yield parameter, part.view_as(parameter)


def _bound(parameters: Sequence[nn.Parameter], weights: Tensor) -> list[tuple[nn.Parameter, Tensor]]:
    """Make parameters views of a row; give those that can't be, with their parts.

    Kernels that give many channels get these side by side: what they give lies so too, and is pooled in half the time.
    """
    left: list[tuple[nn.Parameter, Tensor]] = []
    for parameter, part in _parts(parameters, weights):
        if parameter.dim() == 4 and len(parameter) >= MANY:
            parameter.data = parameter.data.to(memory_format=torch.channels_last)
            left.append((parameter, part))
        else:
            parameter.data = part
    return left


def _without_running_statistics(model: nn.Module) -> bool:
    """Let norms over a batch go by the batch, and nothing else, from now on; say whether there are any."""
    norms = [module for module in model.modules() if isinstance(module, _NormBase)]
    for norm in norms:
        norm.track_running_stats = False
        norm.running_mean = norm.running_var = None
    return bool(norms)
