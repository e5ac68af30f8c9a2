"""What lrviz computes: plain, immutable values of numpy arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Curve:
    """The learning rates of a run at some steps.

    `lrs` is (groups, n), `lr` its first row, `momentum` that of the first group (β₁ for Adam's kind) or None where the
    optimizer has none. Where torch would raise, the arrays end and `error` holds its message.
    """

    steps: NDArray[np.int64]
    lrs: Floats
    momentum: Floats | None = None
    error: str | None = None

    @property
    def lr(self) -> Floats:
        """The first group's learning rate at each step, shape (n,)."""
        return np.asarray(self.lrs[0])

    def __array__(self, dtype: np.dtype[np.generic] | None = None, copy: bool | None = None) -> NDArray[np.generic]:
        return np.array(self.lr, dtype=dtype, copy=copy)

    def __len__(self) -> int:
        return len(self.steps)


@dataclass(frozen=True, eq=False)
class Trace:
    """What one run did with one seed: `losses[k]` and `lrs[k]` belong to update k.

    `metrics` maps a name ("val_loss", "accuracy") to its values after the updates counted in `metric_steps`, the last
    update included; `looks` are its answers in between. A scheduler that listens was `told` these values after the
    updates counted in `told_steps`: a validation loss, or an update's own. A diverged trace ends with the loss that
    left all bounds, a `halted` one where torch refused to go on, and says why.
    """

    losses: Floats
    lrs: Floats
    metrics: Mapping[str, Floats] = field(default_factory=lambda: MappingProxyType({}))
    metric_steps: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    diverged_at: int | None = None
    halted: str | None = None
    looks: tuple[Look, ...] = ()
    told: Floats = field(default_factory=lambda: np.zeros(0))
    told_steps: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))

    @property
    def predictions(self) -> Predictions | None:
        """The validation set at the end; None before there is one, and of a run that diverged."""
        return self.looks[-1].validation if self.looks and self.diverged_at is None else None


@dataclass(frozen=True, eq=False)
class Predictions:
    """Targets, and a model's outputs for them, shaped as the problem's task has them (logits, numbers or scores)."""

    target: NDArray[Any]
    output: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Look:
    """What a model answers after `steps` updates: to the first training examples, and to the validation set."""

    steps: int
    train: Predictions
    validation: Predictions
    plane: Plane | None = None


@dataclass(frozen=True, eq=False)
class Plane:
    """A model of one or two features all over their range: `output` (m, …) at the places `grid` (m, features).

    `inputs` (n, features) are the training examples of a look, to be drawn with it.
    """

    inputs: NDArray[np.float32]
    grid: NDArray[np.float32]
    output: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class RunResult:
    """One run of a race: the first seed's trace, and every seed's by its number."""

    name: str
    by_seed: Mapping[int, Trace]

    @property
    def first(self) -> Trace:
        """The trace of the first seed."""
        return next(iter(self.by_seed.values()))

    @property
    def losses(self) -> Floats:
        """Training loss of each update."""
        return self.first.losses

    @property
    def lrs(self) -> Floats:
        """The first group's learning rate of each update, read back from torch."""
        return self.first.lrs

    @property
    def metrics(self) -> Mapping[str, Floats]:
        """Validation metrics by name, one value for each of `metric_steps`."""
        return self.first.metrics

    @property
    def metric_steps(self) -> NDArray[np.int64]:
        """The number of updates done when the metrics were taken."""
        return self.first.metric_steps

    @property
    def diverged_at(self) -> int | None:
        """The update at which the loss left all bounds, or None."""
        return self.first.diverged_at

    @property
    def halted(self) -> str | None:
        """Why torch refused to train on, or None."""
        return self.first.halted


@dataclass(frozen=True)
class Result:
    """What a race gave, run by run, and the device it ran on: torch's name for it, and the card's for people."""

    device: str
    runs: tuple[RunResult, ...]
    card: str = ""

    def predictions(self, run: int) -> Predictions | None:
        """Give the validation targets and the outputs of a run at its end (first seed)."""
        return self.runs[run].first.predictions
