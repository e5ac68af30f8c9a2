"""What part of a race's time goes into measuring the norms of its updates: the same race's, on one thread of a CPU.

Of the shares of five races the middle one is printed. Target: ≤ 0.05.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import torch

from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.walk import Walk
from lrviz.engine import race as races
from lrviz.engine.gauge import Gauge
from lrviz.events import Race
from lrviz.experiment import Experiment
from lrviz.run import Run

RACES, TARGET = 5, 0.05
ROWS: tuple[tuple[str, Problem, int, int, int], ...] = (
    ("MLP, 1 run", Digits(), 1, 1, 440),
    ("MLP, 3 runs", Digits(), 3, 1, 440),
    ("MLP, 16 runs", Digits(), 16, 1, 440),
    ("MLP, 3 runs of 5 seeds", Digits(), 3, 5, 440),
    ("MLP 64-64, 3 runs", Digits(model=MLP(hidden=(64, 64))), 3, 1, 440),
    ("MLP 64-64, 3 runs, 2000 updates", Digits(model=MLP(hidden=(64, 64))), 3, 1, 2000),
    ("CNN, 3 runs", Digits(model=CNN()), 3, 1, 220),
    ("transformer, 1 run", Digits(model=Transformer()), 1, 1, 110),
    ("transformer, 3 runs", Digits(model=Transformer()), 3, 1, 110),
    ("surface, 2 runs of 20 seeds", Walk(), 2, 20, 400),
)


class Timed(Gauge):
    """A gauge that knows how long it took."""

    spent = 0.0

    def weights(self, *given: Any) -> Any:
        return self._timed(super().weights, *given)

    def norms(self, *given: Any) -> Any:
        return self._timed(super().norms, *given)

    def _timed(self, act: Callable[..., Any], *given: Any) -> Any:
        begun = time.thread_time()
        try:
            return act(*given)
        finally:
            Timed.spent += time.thread_time() - begun


def share(experiment: Experiment) -> float:
    Timed.spent, begun = 0.0, time.thread_time()
    for _ in races.race(Race(experiment, "cpu")):
        pass
    return Timed.spent / (time.thread_time() - begun)


def main() -> None:
    torch.set_num_threads(1)
    races.Gauge = Timed  # type: ignore[attr-defined]  # it is what a race makes
    for name, problem, runs, seeds, steps in ROWS:
        rate, batch = (0.01, 1) if problem.task == "surface" else (0.05, 32)
        own = tuple(
            Run(f"run {i}", optimizer=Adam() if i % 2 and batch > 1 else SGD(rate / (i + 1), momentum=0.9))
            for i in range(runs)
        )
        kept = tuple(range(seeds))
        experiment = Experiment.of(*own, problem=problem, steps=steps, seeds=kept, batch_size=batch)
        middle = statistics.median(share(experiment) for _ in range(RACES))
        print(f"{name:34} {middle:6.3f}{'' if middle <= TARGET else '  MISSED'}", flush=True)


if __name__ == "__main__":
    main()
