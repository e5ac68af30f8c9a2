"""Sixteen runs that race on a graphics card, against plain eager loops over the same runs there.

Of a race the turns are timed that only train, told one by one as the window gets them; the plain loop's update has the
runs' schedulers and brings the losses to the host once. First both do the same updates, whose losses are compared.
Target: ≥ 50 for the MLP 64-64-10. Then races in which runs diverge, end, listen or are of several seeds are compared
with the same ensembles kernel by kernel.

Needs torch, numpy and msgspec, and the repository on PYTHONPATH; about two minutes.
"""

from __future__ import annotations

import math
import statistics
import time
from contextlib import AbstractContextManager
from unittest.mock import patch

import torch

from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.losses.focal_loss import FocalLoss
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.losses.multi_margin_loss import MultiMarginLoss
from lrviz.catalog.model import Model
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine import race as racing
from lrviz.engine.ahead import Ahead
from lrviz.engine.batches import batches
from lrviz.engine.devices import card, resolve
from lrviz.engine.member import Member, member
from lrviz.engine.race import Turns, race
from lrviz.errors import ResourceError
from lrviz.events import Device, Diverged, Event, Halted, Measured, Race, Update
from lrviz.experiment import Experiment
from lrviz.run import Group, Run

RUNS, PLAIN, HALF = 16, 60, 600
"""Runs, the updates that plain loops do, and half of those that a race does: its second half is timed."""
RACED = 2 * HALF
SCHEDULES = (None, CosineAnnealingLR(T_max=RACED), StepLR(100), OneCycleLR(max_lr=0.1, total_steps=RACED + 1))
SMOOTHINGS = tuple(CrossEntropyLoss(label_smoothing=share) for share in (0.0, 0.0, 0.1, 0.2))
MOVING = SGD(lr=0.05, momentum=0.9)
PLAIN_ENTROPY = (CrossEntropyLoss(),) * 4
OTHERS = (CrossEntropyLoss(), FocalLoss(), MSELoss(), CustomLoss("-log(p)"))

Kinds = tuple[CrossEntropyLoss | FocalLoss | MSELoss | CustomLoss, ...]


def field(optimizer: SGD | Adam, losses: Kinds) -> tuple[Run, ...]:
    """Give runs no two of which are alike."""
    rates = [optimizer.lr * (1 + i / RUNS) for i in range(RUNS)]
    return tuple(
        Run(f"run {i}", SCHEDULES[i % 4], optimizer.with_rate(rate), losses[i % len(losses)])
        for i, rate in enumerate(rates)
    )


ROWS: tuple[tuple[str, Model, tuple[Run, ...], int], ...] = (
    ("SGD", MLP(), field(MOVING, PLAIN_ENTROPY), 50),
    ("Adam", MLP(), field(Adam(), PLAIN_ENTROPY), 50),
    ("SGD, label smoothing", MLP(), field(MOVING, SMOOTHINGS), 50),
    ("SGD, four kinds of loss", MLP(), field(MOVING, OTHERS), 0),
    ("SGD", MLP(hidden=(64, 64), norm="BatchNorm1d", skip=True), field(MOVING, SMOOTHINGS), 0),
    ("SGD", CNN(), field(MOVING, SMOOTHINGS), 0),
    ("SGD", Transformer(), field(MOVING, SMOOTHINGS), 0),
)

MISFORTUNES = (
    Run("calm", None, SGD(lr=0.05)),
    Run("wild", None, SGD(lr=1e4)),
    Run("later wild", LambdaLR("1e6 if t == 131 else 1"), SGD(lr=0.1)),
    Run("ends", OneCycleLR(0.1, total_steps=120), MOVING),
    Run("too large", LambdaLR("1 if t < 90 else 1e45"), SGD(lr=0.1)),
    Run("listens", ReduceLROnPlateau(patience=1, threshold=0.05), SGD(lr=0.1), stepped="epoch"),
    Run("groups", None, Adam(lr=0.01), groups=(Group("0.*", frozen=True), Group("*.bias", lr=0.02))),
)
CHECKS: tuple[tuple[str, Experiment], ...] = (
    ("runs that diverge, end and listen", Experiment.of(*MISFORTUNES, steps=300, validate_every=100)),
    ("seeds and accumulation", Experiment.of(*MISFORTUNES, steps=150, seeds=(3, 1, 2), accumulation=2, batch_size=16)),
    (
        "every optimizer",
        Experiment.of(*(Run(cls.__name__, None, cls.example()) for cls in OPTIMIZERS), steps=300, validate_every=90),
    ),
    (
        "MultiMarginLoss and a custom margin",
        Experiment.of(
            Run("a", None, MOVING, MultiMarginLoss()), Run("b", None, MOVING, CustomLoss("max(0, 1 - m)")), steps=100
        ),
    ),
    ("CNN", Experiment.of(Run("a", None, MOVING), Run("b"), problem=Digits(model=CNN()), steps=100)),
    ("Transformer", Experiment.of(Run("a", None, MOVING), Run("b"), problem=Digits(model=Transformer()), steps=100)),
)


def by_plain_loops(experiment: Experiment, device: torch.device, updates: int) -> tuple[list[list[float]], float]:
    """Give the losses of each update, and the median of its milliseconds."""
    inputs, target = (torch.from_numpy(part).to(device) for part in experiment.problem.data()[:2])
    members: list[Member] = [member(i, run, 0, experiment.problem, target) for i, run in enumerate(experiment.runs)]
    order = batches(experiment, 0, device)
    losses: list[list[float]] = []
    taken: list[float] = []
    for step in range(updates):
        start = time.perf_counter()
        drawn = [(inputs[part], part) for part in next(order)]
        found = []
        for each in members:
            found.append(each.update(drawn))
            each.advance(step + 1, experiment.updates_per_epoch)
        losses.append(torch.stack(found).tolist())
        taken.append(time.perf_counter() - start)
    return losses, statistics.median(taken) * 1e3


def by_race(experiment: Experiment, device: Device) -> tuple[list[list[float]], float, str]:
    """Give the losses of the first half's updates, the milliseconds of one of the second, and how they are done."""
    turns, losses, reached = race(Race(experiment, device)), list[list[float]](), 0
    while reached < HALF:  # there it validates, and so is ahead of nothing
        for event in next(turns):
            if isinstance(event, Update):
                losses.append(list(event.losses))
                reached = event.step + 1
    start = time.perf_counter()
    while reached < RACED - 1:
        reached += sum(isinstance(event, Update) for event in next(turns))
    milliseconds = (time.perf_counter() - start) / (RACED - 1 - HALF) * 1e3
    how = manner(turns)
    turns.close()
    return losses, milliseconds, how


def manner(turns: Turns) -> str:
    """Say how a race under way does its updates."""
    [unit] = turns.gi_frame.f_locals["field"].units  # type: ignore[attr-defined]  # a generator's
    if not isinstance(unit, Ahead):
        return "as an ensemble, kernel by kernel"
    return "as a graph" if unit.captured else "NOT CAPTURED"


def kernel_by_kernel() -> AbstractContextManager[object]:
    """Let ensembles on a card train as they do on a CPU."""
    return patch.object(racing, "captures", lambda _: False)


def compared(experiment: Experiment, device: Device) -> str:
    """Race with a graph and without, and say how far apart they are."""
    ahead = [event for events in race(Race(experiment, device)) for event in events]
    with kernel_by_kernel():
        expected = [event for events in race(Race(experiment, device)) for event in events]
    if [outline(event) for event in ahead] != [outline(event) for event in expected]:
        return "DIFFERENT EVENTS"
    losses, metrics = 0.0, 0.0
    for one, other in zip(ahead, expected, strict=True):
        if isinstance(one, Update) and isinstance(other, Update):
            losses = max(losses, gap(one.losses, other.losses))
        if isinstance(one, Measured) and isinstance(other, Measured):
            metrics = max(metrics, gap([one.metrics["val_loss"]], [other.metrics["val_loss"]]))
    return f"losses within {losses:.1e}, validation losses within {metrics:.1e} of themselves"


def outline(event: Event) -> tuple[object, ...]:
    """Give what of an event hangs on no rounding."""
    match event:
        case Update(step, losses, lrs):
            return ("Update", step, [math.isnan(loss) for loss in losses], [f"{lr:.9g}" for lr in lrs])
        case Measured(each, steps) | Diverged(each, steps) | Halted(each, steps):
            return (type(event).__name__, each, steps)
    return (type(event).__name__,)


def gap(ones: tuple[float, ...] | list[float], others: tuple[float, ...] | list[float]) -> float:
    """Give the largest difference of two numbers, relative to their size where that is above 1."""
    pairs = [(one, other) for one, other in zip(ones, others, strict=True) if math.isfinite(one) and one != other]
    return max((abs(one - other) / max(abs(one), 1) for one, other in pairs), default=0.0)


def main(name: Device = "cuda") -> None:
    torch.set_num_threads(1)
    try:
        device = resolve(name)
    except ResourceError as error:
        print(f"Nothing to measure: {error}.")
        return
    print(f"{card(name)}, torch {torch.__version__}, CUDA {torch.version.cuda}")
    for words, model, runs, target in ROWS:
        experiment = Experiment.of(*runs, problem=Digits(model=model), steps=RACED, validate_every=HALF, batch_size=64)
        loops, plain = by_plain_loops(experiment, device, PLAIN)
        with kernel_by_kernel():
            _, eager, _ = by_race(experiment, name)
        raced, captured, how = by_race(experiment, name)
        apart = max(gap(one, other) for one, other in zip(raced[:PLAIN], loops, strict=True))
        aim = f"   target ≥ {target}×" if target else ""
        print(
            f"{plain / captured:6.1f}× {how} ({plain / eager:.1f}× kernel by kernel)   {plain:.2f} ms → "
            f"{captured:.3f} ms an update   losses within {apart:.1e}   {model}, {words}{aim}",
            flush=True,
        )
    for words, experiment in CHECKS:
        print(f"{words}: {compared(experiment, name)}", flush=True)


if __name__ == "__main__":
    main()
