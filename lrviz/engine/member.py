"""Member: one run with one seed, built of torch's own model, loss, optimizer and scheduler."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from lrviz.catalog.models.own_model import OwnModel
from lrviz.catalog.problem import Problem
from lrviz.engine.build import build
from lrviz.engine.criterion import Criterion
from lrviz.engine.failure import full, said
from lrviz.engine.history import History
from lrviz.engine.own_model import placed
from lrviz.engine.stream import Stream
from lrviz.errors import RefusedError
from lrviz.modelfile import ModelFileError
from lrviz.run import NOTHING, Run

BLOW_UP = 1e4
"""A loss this many times its first one (or 1, where that is less) has diverged."""

REFUSALS = (ArithmeticError, LookupError, RefusedError, RuntimeError, TypeError, ValueError)
"""What torch raises where it refuses a parameter or a step, and Python where a formula has no value.

A RuntimeError may also say that memory is `full`, which is no refusal.
"""

Batch = tuple[Tensor, Tensor]
"""Inputs, and the indices of their examples."""


@dataclass(frozen=True)
class Guest:
    """A person's own model: the file it comes from, and a stream of random numbers, for it may draw some."""

    file: str
    stream: Stream

    @contextmanager
    def training(self) -> Iterator[None]:
        """Draw from its stream, and say what goes wrong as its own."""
        with placed(self.file), self.stream.drawn():
            yield

    @contextmanager
    def looked_at(self) -> Iterator[None]:
        """Draw what training would draw next, which stays its own, and say what goes wrong."""
        with placed(self.file), self.stream.looked_at():
            yield


@dataclass(eq=False)
class Member:
    """One training: member `index` of a race.

    `target` holds the training targets as the loss takes them; `bound` is the largest loss that is no divergence.
    A person's own model is a `guest`. Of a run that clips, `norm` is that of its last gradient before it was cut.
    `history` is what it has seen, with that of the run it may have left.
    """

    index: int
    seed: int
    run: Run
    model: nn.Module
    criterion: Criterion
    target: Tensor
    optimizer: Optimizer
    scheduler: Any
    guest: Guest | None = None
    bound: float = math.inf
    norm: Tensor | None = None
    history: History = field(default_factory=History)

    @property
    def lr(self) -> float:
        """The first group's learning rate for the next update, as torch has it."""
        return float(self.optimizer.param_groups[0]["lr"])

    def update(self, batches: Sequence[Batch]) -> Tensor:
        """Do one update on the mean loss of its batches, and give that loss (not yet copied from the device)."""
        self.optimizer.zero_grad()
        losses: list[Tensor] = []
        with self.guest.training() if self.guest is not None else nullcontext():
            for inputs, examples in batches:
                loss = self.criterion(self.model(inputs), self.target[examples]) / len(batches)
                loss.backward()  # type: ignore[no-untyped-call]
                losses.append(loss.detach())
        if self.run.clip is not None:
            self.norm = nn.utils.clip_grad_norm_(self.model.parameters(), self.run.clip)
        self.optimizer.step()
        return sum(losses[1:], losses[0])

    def footing(self) -> Tensor:
        """Give its weights, and behind them its last update's gradient, 0 where there is none: (1, 2 · weights)."""
        own = list(self.model.parameters())
        slopes = [torch.zeros_like(each) if each.grad is None else each.grad for each in own]
        return torch.cat([each.detach().reshape(1, -1) for each in (*own, *slopes)], dim=1)

    def output(self, inputs: Tensor) -> Tensor:
        """Give what the model says of `inputs`, as it is used when not trained."""
        self.model.eval()
        with torch.no_grad(), self.guest.looked_at() if self.guest is not None else nullcontext():
            output: Tensor = self.model(inputs)
        self.model.train()
        return output.detach()

    def diverges(self, loss: float) -> bool:
        """Whether a loss is not finite or out of all proportion to the first one."""
        if self.bound == math.inf:
            self.bound = BLOW_UP * max(loss, 1.0)
        return not (math.isfinite(loss) and loss <= self.bound)

    def advance(self, updates: int, per_epoch: int, metric: Callable[[], float] = float) -> str | None:
        """Step the scheduler where it is due after so many updates; where it can't go on, say why as its curve does.

        One that listens is told what `metric` gives then.
        """
        each = per_epoch if self.run.stepped == "epoch" else 1
        if self.run.schedule is None or updates % each:
            return None
        step = updates // each - self.run.began // each
        try:
            if self.run.listens:
                self.scheduler.step(metric())
            else:
                self.scheduler.step()
        except REFUSALS as error:  # OneCycleLR behind its end, a formula without a value
            if full(error):
                raise
            if isinstance(error, RefusedError):  # a person's own model, asked for its validation loss
                return error.sentence
            fit = False
        else:
            fit = self.fit
        return None if fit else self.run.message(step)

    @property
    def fit(self) -> bool:
        """Whether every group's rate is a number to train with."""
        return all(math.isfinite(group["lr"]) for group in self.optimizer.param_groups)


def member(index: int, run: Run, seed: int, problem: Problem, target: Tensor) -> Member:
    """Build a member on the device of the training targets; runs of one seed start from the same weights on each.

    Raises
    ------
    RefusedError
        The model, the loss or the optimizer doesn't fit the problem, there is nothing to train, or torch refuses the
        optimizer or the scheduler.
    """
    if misfit := run.misfit(problem):
        raise RefusedError(misfit)
    device = target.device
    model, guest = initial(problem, seed, device)
    if not any(parameter.requires_grad for parameter in model.parameters()):
        raise RefusedError(NOTHING)
    if unfit := run.untrainable({name: tuple(each.shape) for name, each in model.named_parameters()}):
        raise RefusedError(unfit)
    groups = parameter_groups(run, model)
    try:
        optimizer = build(run.optimizer, groups)
        scheduler = run.schedule and build(run.schedule, optimizer)
        criterion = Criterion.of(run.loss, problem, device)
    except REFUSALS as error:
        if full(error):
            raise
        raise RefusedError(said(error)) from None
    made = Member(index, seed, run, model, criterion, criterion.encoded(target), optimizer, scheduler, guest)
    if run.schedule is not None and not made.fit:
        raise RefusedError(run.message(0))
    return made


def initial(problem: Problem, seed: int, device: torch.device) -> tuple[nn.Module, Guest | None]:
    """Build a problem's model with the weights that a seed starts from; one of a person's own is a guest.

    Raises
    ------
    RefusedError
        A person's own model can't be made.
    """
    with torch.random.fork_rng(devices=()):
        torch.default_generator.manual_seed(seed)
        if not isinstance(problem.model, OwnModel):
            return build(problem.model, problem.inputs, problem.outputs, problem.image).to(device), None
        try:
            with placed(problem.model.source.name):
                model = build(problem.model, problem.inputs, problem.outputs, problem.image).to(device)
        except ModelFileError as error:
            raise RefusedError(error.sentence) from None
        return model, Guest(problem.model.source.name, Stream(device, seed))


def parameter_groups(run: Run, model: nn.Module) -> list[dict[str, Any]]:
    """Sort a model's parameters into the groups of `Run.rates()`: what no pattern matches first, frozen ones left out.

    A parameter belongs to the first pattern that matches its name. Frozen ones are marked to take no gradient.
    """
    groups: list[dict[str, Any]] = [{"params": []}]
    for group in run.groups:
        own = {"lr": group.lr, "weight_decay": group.weight_decay}
        groups.append({"params": [], **{key: value for key, value in own.items() if value is not None}})
    for name, parameter in model.named_parameters():
        place = run.group(name)
        groups[0 if place is None else place + 1]["params"].append(parameter)
    for group, made in zip(run.groups, groups[1:], strict=True):
        for parameter in made["params"]:
            parameter.requires_grad_(not group.frozen)
    return [groups[0], *(made for group, made in zip(run.groups, groups[1:], strict=True) if not group.frozen)]
