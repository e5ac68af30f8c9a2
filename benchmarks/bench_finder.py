"""A search with 5 seeds as one ensemble, against the 5 loops of plain torch it stands for, on one thread of a CPU.

Both are whole searches of 100 updates from 1e-5 to 10, models built and losses smoothed and read, and take turns. The
rates go no further than where they all train on, so that both do as much. One seed alone is a
race of one, which has more to do than a loop.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import torch
from torch import nn

from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.engine.batches import batches
from lrviz.engine.build import build
from lrviz.engine.finding import find, raised
from lrviz.events import Find
from lrviz.experiment import Experiment
from lrviz.finding import Search, found, rates, seeds
from lrviz.run import Run

REPEATS = 15
CPU = torch.device("cpu")


def searched(job: Find) -> None:
    """Search as lrviz does."""
    search = Search(job)
    for events in find(job):
        for event in events:
            search.add(event)
    assert search.updates == job.updates
    search.result()


def looped(job: Find) -> None:
    """Search by a loop for each seed."""
    found("run", rates(job), [loop(job, seed) for seed in seeds(job)])


def loop(job: Find, seed: int) -> list[float]:
    """Raise the rate of one training and give its losses."""
    data = job.experiment.problem.data()
    inputs, targets = torch.from_numpy(data.train_x), torch.from_numpy(data.train_y)
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = build(job.experiment.runs[job.run].optimizer, model.parameters())
    criterion, order, losses = nn.CrossEntropyLoss(), batches(raised(job), seed, CPU), []
    for rate, drawn in zip(rates(job).tolist(), order, strict=False):
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad()
        loss = criterion(model(inputs[drawn[0]]), targets[drawn[0]])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def seconds(work: Callable[[Find], None], job: Find) -> float:
    """Time a search."""
    begun = time.perf_counter()
    work(job)
    return time.perf_counter() - begun


def main() -> None:
    torch.set_num_threads(1)
    optimizers: tuple[Optimizer, ...] = (SGD(lr=0.1, momentum=0.9), Adam(lr=0.001))
    for optimizer in optimizers:
        experiment = Experiment.of(Run("run", None, optimizer), problem=Digits())
        for many, target in ((1, ""), (5, "   target ≥ 2×"), (10, "")):
            job = Find(experiment, seeds=many, high=0.1, device="cpu")
            searched(job)
            looped(job)
            pairs = [(seconds(searched, job), seconds(looped, job)) for _ in range(REPEATS)]
            ratios = sorted(plain / ours for ours, plain in pairs)
            once = statistics.median(ours for ours, _ in pairs)
            spread = f"{statistics.median(ratios):4.1f}× ({ratios[0]:.1f} to {ratios[-1]:.1f})"
            print(f"{spread}   {1e3 * once:6.1f} ms   {type(optimizer).__name__}, seeds: {many}{target}", flush=True)


if __name__ == "__main__":
    main()
