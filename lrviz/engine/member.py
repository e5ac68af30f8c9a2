"""Member: one run with one seed, built of torch's own model, loss, optimizer and scheduler."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from lrviz.catalog.models.own_model import OwnModel
from lrviz.catalog.problem import Problem
from lrviz.engine.build import build
from lrviz.engine.criterion import Criterion
from lrviz.engine.failure import said
from lrviz.engine.own_model import OwnModelError
from lrviz.engine.stream import Stream
from lrviz.errors import LrvizError
from lrviz.modelfile import ModelFileError
from lrviz.run import Run

BLOW_UP = 1e4
"""A loss this many times its first one (or 1, where that is less) has diverged."""

UNFIT = (ArithmeticError, ValueError, TypeError)
"""What torch raises where it refuses a parameter or a step, and Python where a formula has no value."""

Batch = tuple[Tensor, Tensor]
"""Inputs, and the indices of their examples."""


@dataclass(eq=False)
class Member:
    """One training: member `index` of a race.

    `target` holds the training targets as the loss takes them; `bound` is the largest loss that is no divergence.
    A model that may draw random numbers has a `stream` of them.
    """

    index: int
    seed: int
    run: Run
    model: nn.Module
    criterion: Criterion
    target: Tensor
    optimizer: Optimizer
    scheduler: Any
    stream: Stream | None = None
    bound: float = math.inf

    @property
    def lr(self) -> float:
        """The first group's learning rate for the next update, as torch has it."""
        return float(self.optimizer.param_groups[0]["lr"])

    def update(self, batches: Sequence[Batch]) -> Tensor:
        """Do one update on the mean loss of its batches, and give that loss (not yet copied from the device)."""
        self.optimizer.zero_grad()
        losses: list[Tensor] = []
        with self.stream.drawn() if self.stream is not None else nullcontext():
            for inputs, examples in batches:
                loss = self.criterion(self.model(inputs), self.target[examples]) / len(batches)
                loss.backward()  # type: ignore[no-untyped-call]
                losses.append(loss.detach())
        self.optimizer.step()
        return sum(losses[1:], losses[0])

    def output(self, inputs: Tensor) -> Tensor:
        """Give what the model says of `inputs`, as it is used when not trained."""
        self.model.eval()
        with torch.no_grad():
            output: Tensor = self.model(inputs)
        self.model.train()
        return output

    def diverges(self, loss: float) -> bool:
        """Whether a loss is not finite or out of all proportion to the first one."""
        if self.bound == math.inf:
            self.bound = BLOW_UP * max(loss, 1.0)
        return not (math.isfinite(loss) and loss <= self.bound)

    def advance(self, updates: int, per_epoch: int, metric: Callable[[], float] = float) -> str | None:
        """Step the scheduler where it is due after so many updates; where it can't go on, say why as its curve does.

        One that listens is told what `metric` gives then.
        """
        if self.run.schedule is None or (self.run.stepped == "epoch" and updates % per_epoch):
            return None
        try:
            if self.run.schedule.listens:
                self.scheduler.step(metric())
            else:
                self.scheduler.step()
        except UNFIT:  # OneCycleLR behind its end, a formula without a value
            fit = False
        else:
            fit = self.fit
        return None if fit else self.run.message(self.scheduler.last_epoch)

    @property
    def fit(self) -> bool:
        """Whether every group's rate is a number to train with."""
        return all(math.isfinite(group["lr"]) for group in self.optimizer.param_groups)


def member(index: int, run: Run, seed: int, problem: Problem, target: Tensor) -> Member:
    """Build a member on the device of the training targets; runs of one seed start from the same weights on each.

    Raises
    ------
    RefusedError
        The model or the loss doesn't fit the problem, torch refuses the optimizer or the scheduler, or there is
        nothing to train.
    """
    if unfit := problem.unfit or run.loss.unfit(problem.task, problem.outputs):
        raise RefusedError(unfit)
    device = target.device
    with torch.random.fork_rng(devices=()):
        torch.default_generator.manual_seed(seed)
        try:
            model = build(problem.model, problem.inputs, problem.outputs, problem.image).to(device)
        except (OwnModelError, ModelFileError) as error:
            raise RefusedError(str(error)) from None
        stream = Stream(device, seed) if isinstance(problem.model, OwnModel) else None
    groups = parameter_groups(run, model)
    if not any(group["params"] for group in groups):
        raise RefusedError("all parameters are frozen: there is nothing to train")
    try:
        optimizer = build(run.optimizer, groups)
        scheduler = run.schedule and build(run.schedule, optimizer)
    except UNFIT as error:
        raise RefusedError(said(error)) from None
    criterion = Criterion.of(run.loss, problem, device)
    made = Member(index, seed, run, model, criterion, criterion.encoded(target), optimizer, scheduler, stream)
    if run.schedule is not None and not made.fit:
        raise RefusedError(run.message(0))
    return made


class RefusedError(LrvizError):
    """torch refuses what a run is made of; the message is torch's own."""


def parameter_groups(run: Run, model: nn.Module) -> list[dict[str, Any]]:
    """Sort a model's parameters into the groups of `Run.rates()`: what no pattern matches first, frozen ones left out.

    A parameter belongs to the first pattern that matches its name. Frozen ones are marked to take no gradient.
    """
    groups: list[dict[str, Any]] = [{"params": []}]
    for group in run.groups:
        own = {"lr": group.lr, "weight_decay": group.weight_decay}
        groups.append({"params": [], **{key: value for key, value in own.items() if value is not None}})
    for name, parameter in model.named_parameters():
        place = next((i for i, group in enumerate(run.groups, 1) if fnmatchcase(name, group.pattern)), 0)
        groups[place]["params"].append(parameter)
    for group, made in zip(run.groups, groups[1:], strict=True):
        for parameter in made["params"]:
            parameter.requires_grad_(not group.frozen)
    return [groups[0], *(made for group, made in zip(run.groups, groups[1:], strict=True) if not group.frozen)]
