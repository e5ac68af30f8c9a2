"""Sixteen runs that train as one ensemble, against the plain loop over the same runs, on the digits and one thread.

Runs differ in schedule, learning rate and loss. Both sides do turns of 22 updates, which alternate; an update includes
what gives its rates: the curves, or torch's schedulers. Targets: ≥ 7 for the MLP 64-64-10, ≥ 3 for the other models.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

import torch

from lrviz.catalog.loss import Loss
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.focal_loss import FocalLoss
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.model import Model
from lrviz.catalog.models import MODELS
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.linear import Linear
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.own_model import OwnModel
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine.batches import batches
from lrviz.engine.ensemble import Ensemble, gathered
from lrviz.engine.member import Batch, Member, member
from lrviz.engine.rules import RULES
from lrviz.experiment import Experiment
from lrviz.run import Group, Run

RUNS, STEPS, TURN = 16, 440, 22
SCHEDULES = (None, CosineAnnealingLR(T_max=STEPS), StepLR(100), OneCycleLR(max_lr=0.1, total_steps=STEPS))
SMOOTHINGS = tuple(CrossEntropyLoss(label_smoothing=share) for share in (0.0, 0.0, 0.1, 0.2))
LOSSES = (CrossEntropyLoss(), CrossEntropyLoss(label_smoothing=0.1), MSELoss(), FocalLoss())
RULED = [cls.example() for cls in OPTIMIZERS if getattr(torch.optim, cls.__name__) in RULES]
MOMENTUM, ADAM = SGD(lr=0.05, momentum=0.9), Adam()
GROUPS = (Group("*.bias", lr=0.01, weight_decay=0.0),)


def field(optimizers: Sequence[Optimizer], losses: Sequence[Loss], groups: tuple[Group, ...] = ()) -> tuple[Run, ...]:
    """Give runs no two of which are alike."""
    runs = []
    for i in range(RUNS):
        optimizer = optimizers[i % len(optimizers)]
        schedule = SCHEDULES[i % 4] if optimizer.momentum_or_beta else SCHEDULES[i % 3]
        own = optimizer.with_rate(optimizer.rate * (1 + i / RUNS))
        runs.append(Run(f"run {i}", schedule, own, losses[i % 4], groups))
    return tuple(runs)


ROWS: tuple[tuple[str, Model, tuple[Run, ...], int], ...] = (
    ("SGD", MLP(), field([MOMENTUM], SMOOTHINGS), 7),
    ("Adam", MLP(), field([ADAM], SMOOTHINGS), 7),
    ("SGD, four kinds of loss", MLP(), field([MOMENTUM], LOSSES), 0),
    ("Adam, four kinds of loss", MLP(), field([ADAM], LOSSES), 0),
    ("SGD, parameter groups", MLP(), field([MOMENTUM], SMOOTHINGS, GROUPS), 0),
    ("all optimizers", MLP(), field(RULED, SMOOTHINGS), 0),
    *(
        (type(optimizer).__name__, model, field([optimizer], SMOOTHINGS), 3)
        for model in (
            Linear(),
            MLP(hidden=(64, 64)),
            MLP(hidden=(64, 64), norm="LayerNorm", skip=True),
            MLP(hidden=(64, 64), norm="BatchNorm1d", skip=True),
            CNN(),
            Transformer(),
        )
        for optimizer in (MOMENTUM, ADAM)
    ),
)


def built(experiment: Experiment) -> list[Member]:
    target = torch.from_numpy(experiment.problem.data().train_y)
    return [member(i, run, 0, experiment.problem, target) for i, run in enumerate(experiment.runs)]


def plain(members: Sequence[Member], experiment: Experiment) -> Callable[[int, list[Batch]], None]:
    """Give the update of the plain loop: member after member, each with torch's own optimizer and scheduler."""

    def update(step: int, drawn: list[Batch]) -> None:
        losses = []
        for each in members:
            losses.append(each.update(drawn))
            each.advance(step + 1, experiment.updates_per_epoch)
        torch.stack(losses).tolist()

    return update


def together(members: Sequence[Member], experiment: Experiment) -> Callable[[int, list[Batch]], None]:
    [ensemble] = gathered(members, experiment)
    assert isinstance(ensemble, Ensemble)

    def update(step: int, drawn: list[Batch]) -> None:
        ensemble.rates(step)
        ensemble.update(step, {0: drawn}).tolist()
        ensemble.ends(step + 1)

    return update


def seconds(experiment: Experiment, steps: int) -> tuple[list[float], list[float]]:
    """Give how long each turn took, of the plain loop and of the ensemble."""
    inputs = torch.from_numpy(experiment.problem.data().train_x)
    order = batches(experiment, 0, torch.device("cpu"))
    sides = (plain(built(experiment), experiment), together(built(experiment), experiment))
    taken: tuple[list[float], list[float]] = ([], [])
    for first in range(0, steps, TURN):
        drawn = [[(inputs[part], part) for part in next(order)] for _ in range(TURN)]
        for update, own in zip(sides, taken, strict=True):
            start = time.perf_counter()
            for i, batch in enumerate(drawn):
                update(first + i, batch)
            own.append(time.perf_counter() - start)
    return taken


def main() -> None:
    torch.set_num_threads(1)
    measured = {type(model) for _, model, _, _ in ROWS}
    assert measured == set(MODELS) - {OwnModel}, "a model of the catalog isn't measured"
    for words, model, runs, target in ROWS:
        experiment = Experiment.of(*runs, problem=Digits(model=model), steps=STEPS)
        loop, ensemble = seconds(experiment, STEPS if isinstance(model, (MLP, Linear)) else STEPS // 4)
        ratios = sorted(one / other for one, other in zip(loop, ensemble, strict=True))
        once, at_once = (statistics.median(side) / TURN * 1e3 for side in (loop, ensemble))
        found = f"{once / at_once:5.1f}× ({ratios[0]:.1f} to {ratios[-1]:.1f})"
        aim = f"   target ≥ {target}×" if target else ""
        print(f"{found}   {once:6.2f} ms → {at_once:5.2f} ms an update   {model}, {words}{aim}", flush=True)


if __name__ == "__main__":
    main()
