"""What lrviz computes: plain, immutable values of numpy arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
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
class Forecast:
    """The loss that a schedule leads to by a law, without training: after update `steps[i]` it is `loss[i]`.

    `low` and `high` are the law's error band, `final` the loss after the last update, `best_lr` the peak rate that
    would end lowest (of the bound in units of D/G: two of them give by how much to change a tuned rate with its
    shape), None where the law knows none. `unit` is that of the losses. Where the law holds nothing for the run,
    `outside` says why, the arrays are empty and `final` is NaN. `notes` are sentences on how it was come by.
    """

    law: str
    unit: str
    steps: NDArray[np.int64]
    loss: Floats
    low: Floats
    high: Floats
    final: float
    best_lr: float | None = None
    outside: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Timescale:
    """What the updates of a run with weight decay leave in its final weights, each of (m,) at the update `steps[i]`.

    `memory` is over how many updates the weights average there, 1 / (lr · weight decay), inf where nothing shrinks;
    `share` what such an update leaves of all that updates leave, in % for 1 % of the run (1: as much as the mean).
    `initial` is the share of the initial weights that is left, `half` how many of the last updates make half of the
    rest, and `effective` how many equal updates would average out as well. Where nothing holds for the run, `outside`
    says why, the arrays are empty and the numbers NaN.
    """

    steps: NDArray[np.int64]
    memory: Floats
    share: Floats
    initial: float
    half: float
    effective: float
    outside: str = ""


@dataclass(frozen=True, eq=False)
class Trace:
    """What one run did with one seed: `losses[k]` and `lrs[k]` belong to update k.

    `metrics` maps a name ("val_loss", "accuracy") to its values after the updates counted in `metric_steps`, the last
    update included; `looks` are its answers in between. A scheduler that listens was `told` these values after the
    updates counted in `told_steps`: a validation loss, or an update's own; the first `unheard` ones while it warmed up,
    which it did not heed. One that `stopped` early says when. A diverged trace ends with the loss that
    left all bounds, a `halted` one where torch refused to go on, and says why.

    On a surface `places` (n + 1, 2) are where it was, the start first, and `slopes` (n, 2) the gradients it used, as
    they were clipped; elsewhere both are empty.
    """

    losses: Floats
    lrs: Floats
    metrics: Mapping[str, Floats] = field(default_factory=lambda: MappingProxyType({}))
    metric_steps: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    diverged_at: int | None = None
    halted: str | None = None
    stopped: Stopped | None = None
    norms: Norms | None = None
    looks: tuple[Look, ...] = ()
    told: Floats = field(default_factory=lambda: np.zeros(0))
    told_steps: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    unheard: int = 0
    places: Floats = field(default_factory=lambda: np.zeros((0, 2)))
    slopes: Floats = field(default_factory=lambda: np.zeros((0, 2)))

    @property
    def ended(self) -> bool:
        """Whether it goes no further, however long the plan is: it diverged, torch refused, or it was stopped early."""
        return self.diverged_at is not None or self.halted is not None or self.stopped is not None

    @property
    def predictions(self) -> Predictions | None:
        """The validation set at the end; None before there is one, and of a run that diverged."""
        return self.looks[-1].validation if self.looks and self.diverged_at is None else None


@dataclass(frozen=True)
class Stopped:
    """A training that was stopped after `steps` updates, since its validation loss was best after `best` of them."""

    steps: int
    best: int


@dataclass(frozen=True, eq=False)
class Norms:
    """The norms of a model's parameters `names` after `steps` (n,) updates, each (n, parameters), float32.

    `gradients`, as they were used, and `updates` are those of the update before: NaN and 0 where a parameter has no
    `.grad`. `layers` are the model's in the order they are called: (name, what it is, its parameters' names). What a
    module does itself between them is one too, whose words end with "…".
    """

    names: tuple[str, ...]
    layers: tuple[tuple[str, str, tuple[str, ...]], ...]
    steps: NDArray[np.int64]
    gradients: NDArray[np.float32]
    weights: NDArray[np.float32]
    updates: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class LRFinder:
    """The losses of a run whose rate was raised from update to update, and what rates they suggest.

    At the rates `lrs` (n,) the losses are `losses` (seeds, n), NaN from where a seed was cut: a training batch's, taken
    before its update, or the validation set's after it. `smoothed` (seeds, n) is their debiased mean. `suggestions`
    gives by name the median over the seeds that have one and its spread, their standard deviation in decades (of
    log10 lr), NaN of less than two; `by_seed` each seed's own (seeds,), NaN where it has none. `on` is whose loss it
    is, `group` the parameter group that was raised alone, None where all were, and `seeds` are their numbers.
    """

    run: str
    lrs: Floats
    losses: Floats
    smoothed: Floats
    suggestions: Mapping[str, tuple[float, float]]
    by_seed: Mapping[str, Floats]
    on: str = "train"
    group: int | None = None
    device: str = ""
    seeds: tuple[int, ...] = ()


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


@dataclass(frozen=True, eq=False)
class Route:
    """Where a run went, seen on a plane: after `steps` (n,) updates it was at `places` (n, 2).

    `off` (n,) is how far it was from the plane there, `walked` (n,) the way it had gone, both in the weights' units;
    `loss` (n,) is what is true there (of `what` was measured), NaN until it is known. `sharpness` (m,) holds the
    largest eigenvalue of the training loss's Hessian after `sharpness_steps` (m,) updates. `explained` is the share of
    its squared distance from the plane's origin that lies in the plane, None for a run that never moved.
    """

    name: str
    steps: NDArray[np.int64]
    places: Floats
    off: Floats
    walked: Floats
    loss: Floats
    sharpness_steps: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    sharpness: Floats = field(default_factory=lambda: np.zeros(0))
    explained: float | None = None


@dataclass(frozen=True, eq=False)
class Crossing:
    """What was measured on the straight line from one run's end to another's, at even shares of the way."""

    first: str
    second: str
    values: Floats

    @property
    def highest(self) -> float:
        """The highest value on the way, ends included."""
        return float(np.max(self.values))


@dataclass(frozen=True, eq=False)
class Landscape:
    """What was measured over a plane through weights: `values` (ny, nx) at `x` (nx,) and `y` (ny,).

    `what` is "train_loss", "val_loss" or "accuracy". Of method "line" there is a row for each pair in `pairs`, `x` is
    the share of the way between their ends, and `bent` holds what is measured along the curve trained to join them.
    `explained` is the share of the paths' squared distance from the plane's origin that lies in it; `done` the share of
    the grid that is measured.
    """

    method: str
    what: str
    x: Floats
    y: Floats
    values: Floats
    routes: tuple[Route, ...]
    explained: float
    crossings: tuple[Crossing, ...] = ()
    axes: tuple[str, str] = ("", "")
    area: tuple[float, float, float, float] = (0.0, 1.0, 0.0, 1.0)
    done: float = 1.0
    bent: Floats | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The runs' names."""
        return tuple(route.name for route in self.routes)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Whose ends each row of a "line" joins."""
        return tuple(combinations(self.names, 2))

    @property
    def paths(self) -> tuple[Floats, ...]:
        """Where each run went on the plane, (n, 2)."""
        return tuple(route.places for route in self.routes)

    @property
    def off_plane(self) -> tuple[Floats, ...]:
        """How far each run was from the plane, (n,)."""
        return tuple(route.off for route in self.routes)

    @property
    def path_loss(self) -> tuple[Floats, ...]:
        """What is true along each run's path, (n,)."""
        return tuple(route.loss for route in self.routes)
