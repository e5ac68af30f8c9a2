"""A race of 16 runs as one batch against 16 plain loops one after another, on one thread: digits, several models.

python benchmarks/bench_races.py [repetitions]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

import torch

import lrviz
from lrviz.catalog.optimizer import Optimizer
from lrviz.engine import race as racing
from lrviz.engine.ensemble import gathered
from lrviz.events import Race
from lrviz.experiment import Experiment

RUNS = 16
CASES: dict[str, tuple[lrviz.Digits, Callable[[int], Optimizer], int]] = {
    "MLP 64-64-10, SGD with momentum": (lrviz.Digits(), lambda i: lrviz.SGD(lr=0.01 * (i + 1), momentum=0.9), 220),
    "MLP 64-64-10, Adam": (lrviz.Digits(), lambda i: lrviz.Adam(lr=0.001 * (i + 1)), 220),
    "MLP 64-64-64-10 with skips": (
        lrviz.Digits(model=lrviz.MLP(hidden=(64, 64), skip=True)), lambda i: lrviz.SGD(lr=0.01 * (i + 1)), 110,
    ),
    "linear": (lrviz.Digits(model=lrviz.Linear()), lambda i: lrviz.SGD(lr=0.01 * (i + 1)), 220),
    "CNN": (lrviz.Digits(model=lrviz.CNN()), lambda i: lrviz.SGD(lr=0.01 * (i + 1), momentum=0.9), 44),
    "Transformer": (lrviz.Digits(model=lrviz.Transformer()), lambda i: lrviz.Adam(lr=0.001 * (i + 1)), 22),
}  # fmt: skip


def main() -> None:
    torch.set_num_threads(1)
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{RUNS} runs of different schedules and rates, one thread, validated at the end; target 7× MLP, 3× others")
    for name, (problem, optimizer, steps) in CASES.items():
        runs = [
            lrviz.Run(str(i), lrviz.CosineAnnealingLR(steps) if i % 2 else lrviz.StepLR(steps // 2), optimizer(i))
            for i in range(RUNS)
        ]
        experiment = Experiment.of(*runs, problem=problem, steps=steps, validate_every=steps)
        pairs = [(seconds(experiment, together=False), seconds(experiment, together=True)) for _ in range(repetitions)]
        plain, batch = (statistics.median(times) for times in zip(*pairs, strict=True))
        print(f"{name:32} plain {1e3 * plain / steps:6.2f} ms, together {1e3 * batch / steps:6.2f} ms an update of all"
              f"   {plain / batch:5.1f}×", flush=True)  # fmt: skip


def seconds(experiment: Experiment, *, together: bool) -> float:
    """Time a race, as one batch or by plain loops."""
    vars(racing)["gathered"] = gathered if together else lambda members, _: list(members)
    start = time.perf_counter()
    for _ in racing.race(Race(experiment, "cpu")):
        pass
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
