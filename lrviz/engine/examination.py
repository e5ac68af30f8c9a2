"""The examination: what is measured of a member in between, the same for every run whatever it trains with."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple, Protocol

import torch
from torch import Tensor

from lrviz.catalog.answers import Answers
from lrviz.catalog.metrics import metrics_of
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.engine import dynamics
from lrviz.engine.criterion import Criterion
from lrviz.engine.member import Member
from lrviz.events import Block, Event, Examined, Measured, Predicted
from lrviz.experiment import Experiment

SAMPLE = 1024
"""Training examples whose outputs are shown, and on which sharpness and gradient noise are measured."""
MEMORY = 64 * 2**20
"""Bytes of outputs that a race may send; beyond it only every so manieth validation is shown."""

FINE, SIDE = 201, 61
"""Places along one feature, and along each side of two."""


class Before(NamedTuple):
    """A member's learning rate and weights right before its last update."""

    lr: float
    weights: Tensor


class Examining(Protocol):
    """What a race asks of whoever examines its members."""

    @property
    def examined(self) -> Examined:
        """What is shown of the examples."""

    def shows(self, updates: int) -> bool:
        """Whether outputs are sent after so many updates."""

    def val_loss(self, each: Member) -> float:
        """Give a member's validation loss as it stands."""

    def of(self, each: Member, updates: int, before: Before | None, *, show: bool) -> list[Event]:
        """Measure a member after so many updates."""


class Losses:
    """Measures the validation loss and nothing else, by the problem's own yardstick."""

    def __init__(self, experiment: Experiment, data: Sequence[Tensor]) -> None:
        _, _, self._inputs, self._target = data
        self._criterion = Criterion.of(YARDSTICKS[experiment.problem.task], experiment.problem, self._target.device)
        self._encoded = self._criterion.encoded(self._target)

    @property
    def examined(self) -> Examined:
        none = Block.of(self._target[:0].cpu().numpy())
        return Examined(none, none)

    def shows(self, updates: int) -> bool:
        return False

    def val_loss(self, each: Member) -> float:
        return float(self._criterion(each.output(self._inputs), self._encoded))

    def of(self, each: Member, updates: int, before: Before | None, *, show: bool) -> list[Event]:
        return [Measured(each.index, updates, {"val_loss": self.val_loss(each)})]


class Examination:
    """The measures of a problem: on its validation set, and on the first of its training examples."""

    def __init__(self, experiment: Experiment, data: Sequence[Tensor]) -> None:
        problem, training = experiment.problem, experiment.training
        train_x, train_y, self._inputs, target = data
        self._experiment = experiment
        self._sample, self._sample_y = train_x[:SAMPLE], train_y[:SAMPLE]
        self._criterion = Criterion.of(YARDSTICKS[problem.task], problem, target.device)
        self._encoded = self._criterion.encoded(target)
        self._target = target.cpu().numpy()
        self._metrics = metrics_of(problem.task)
        self._answers = problem.task != "surface"  # which has no answers to show
        drawn = self._answers and problem.inputs <= 2 and train_x.dim() == 2
        self._grid = places(self._sample) if drawn else None
        rows = self._target.size + self._sample_y.numel() + (0 if self._grid is None else len(self._grid))
        members = len(experiment.runs) * len(training.seeds)
        validations = -(-training.steps // training.validate_every)
        self._every = max(1, math.ceil(4 * rows * problem.outputs * members * validations / MEMORY))

    @property
    def examined(self) -> Examined:
        """The targets of the examples that are shown."""
        targets = Block.of(self._sample_y.cpu().numpy()), Block.of(self._target)
        if self._grid is None:
            return Examined(*targets)
        return Examined(*targets, Block.of(self._sample.cpu().numpy()), Block.of(self._grid.cpu().numpy()))

    def shows(self, updates: int) -> bool:
        """Whether outputs are sent after so many updates, as far as memory goes."""
        return updates // self._experiment.training.validate_every % self._every == 0

    def val_loss(self, each: Member) -> float:
        """Give a member's validation loss as it stands."""
        return float(self._criterion(each.output(self._inputs), self._encoded))

    def of(self, each: Member, updates: int, before: Before | None, *, show: bool) -> list[Event]:
        """Measure a member after so many updates; without `before` its last update is not measured."""
        output = each.output(self._inputs)
        loss = float(self._criterion(output, self._encoded))
        answers = Answers(self._experiment.problem.task, self._target, output.cpu().numpy())
        measured = {"val_loss": loss, **{metric.key: metric.of(answers) for metric in self._metrics}}
        measured |= dict.fromkeys(dynamics.NORMS, math.nan) if before is None else self._norms(each, before)
        if self._experiment.training.probe:
            measured |= dict.fromkeys(dynamics.PROBES, math.nan) if before is None else self._probes(each, before)
        events: list[Event] = [Measured(each.index, updates, measured)]
        if show and self._answers:
            shown = Block.of(each.output(self._sample).cpu().numpy())
            grid = None if self._grid is None else Block.of(each.output(self._grid).cpu().numpy())
            events.append(Predicted(each.index, updates, shown, Block.of(answers.output), grid))
        return events

    def _norms(self, each: Member, before: Before) -> dict[str, float]:
        parameters = dynamics.trained(each.model)
        return dynamics.norms(before.weights, dynamics.flat(parameters), dynamics.gradient(parameters), each.norm)

    def _probes(self, each: Member, before: Before) -> dict[str, float]:
        """Measure the ceiling of the learning rate along the last update, and the gradient's noise."""
        each.model.eval()  # running statistics are not for probes to move
        critical = math.nan
        if before.lr > 0:
            whole = partial(self._loss, each, slice(None))
            critical = dynamics.critical_lr(each.model, whole, before.weights, before.lr)
        size = self._experiment.training.batch_size
        starts = range(0, len(self._sample) - size + 1, size)[: dynamics.CHUNKS]
        losses = [partial(self._loss, each, slice(start, start + size)) for start in starts]
        noise = dynamics.noise_scale(each.model, losses, size) if len(losses) > 1 else math.nan
        each.model.train()
        return dict(zip(dynamics.PROBES, (critical, 2 / critical, noise), strict=True))

    def _loss(self, each: Member, part: slice) -> Tensor:
        """Give a member's own loss on some of the first training examples."""
        return each.criterion(each.model(self._sample[part]), each.target[: len(self._sample)][part])


def places(inputs: Tensor) -> Tensor:
    """Give places all over the range of examples of one or two features: (m, features), the first feature fastest."""
    low, high = inputs.amin(dim=0), inputs.amax(dim=0)
    margin = 0.08 * (high - low)
    many = FINE if inputs.shape[1] == 1 else SIDE
    ranges = [
        torch.linspace(start, end, many)
        for start, end in zip((low - margin).tolist(), (high + margin).tolist(), strict=True)
    ]
    mesh = torch.meshgrid(*reversed(ranges), indexing="ij")
    return torch.stack([axis.reshape(-1) for axis in reversed(mesh)], dim=1).to(inputs.device)
