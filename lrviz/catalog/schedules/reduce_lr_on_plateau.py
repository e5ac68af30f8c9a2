"""ReduceLROnPlateau: a cut whenever a metric has stopped getting better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.schedule import MOST, Rates, Schedule, Steps


@dataclass(frozen=True, eq=False)
class Cuts:
    """Where a plateau's rate was cut: it is `rates[i]` from step `steps[i]` on, the first from step 0."""

    steps: NDArray[np.int64]
    rates: Rates

    def at(self, t: Steps) -> Rates:
        """Give the rate at each of the steps `t`."""
        return np.asarray(self.rates[np.searchsorted(self.steps, t, side="right") - 1])


class ReduceLROnPlateau(Schedule, frozen=True):
    """Multiplies the rate by factor when the metric has not got better for more than patience steps.

    It is no function of the step: `given` folds a series of metrics into the cuts that torch makes. In a race stepped
    once an epoch it is told the validation loss, once a batch the training loss; before, its rate is drawn uncut.

    >>> cuts = ReduceLROnPlateau(factor=0.5, patience=1).given([1.0, 1.0, 1.0, 1.0, 1.0], lr=0.4)
    >>> cuts.at(np.arange(6))
    array([0.4, 0.4, 0.4, 0.2, 0.2, 0.1])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.ReduceLROnPlateau"
    listens: ClassVar[bool] = True

    mode: Annotated[
        Literal["min", "max"], Meta(description="Whether the metric gets better as it falls or as it rises.")
    ] = "min"
    factor: Annotated[
        float, Meta(ge=0, lt=1, description="What a cut multiplies the rate by.", extra={"slider": (0.01, 0.9)})
    ] = 0.1
    patience: Annotated[
        int, Meta(ge=0, le=MOST, description="Steps without progress that are let pass.", extra={"slider": (0, 50)})
    ] = 10
    threshold: Annotated[
        float,
        Meta(ge=0, description="How much better is progress.", extra={"slider": (1e-6, 1), "scale": "log"}),
    ] = 1e-4
    threshold_mode: Annotated[
        Literal["rel", "abs"], Meta(description="Whether that is a share of the best so far, or a difference from it.")
    ] = "rel"
    cooldown: Annotated[
        int, Meta(ge=0, le=MOST, description="Steps after a cut in which none is counted.", extra={"slider": (0, 50)})
    ] = 0
    min_lr: Annotated[
        float, Meta(ge=0, description="Lowest rate.", extra={"slider": (1e-8, 1), "scale": "log", "unit": "lr"})
    ] = 0.0
    eps: Annotated[
        float,
        Meta(ge=0, description="A cut smaller than this is left out.", extra={"slider": (1e-10, 1e-2), "scale": "log"}),
    ] = 1e-8

    def at(self, t: Steps, lr: float) -> Rates:
        return np.full(np.shape(t), lr, dtype=np.float64)

    def given(self, metric: Iterable[float], lr: float) -> Cuts:
        """Fold what `step(metric)` is told, call by call, into the cuts of a group whose own rate is `lr`."""
        steps, rates = [0], [lr]
        best = np.inf if self.mode == "min" else -np.inf
        bad = cooling = 0
        for call, value in enumerate(metric, start=1):
            if self._better(value, best):
                best, bad = value, 0
            else:
                bad += 1
            if cooling:
                cooling, bad = cooling - 1, 0
            if bad > self.patience:
                cut = max(rates[-1] * self.factor, self.min_lr)
                if rates[-1] - cut > self.eps:
                    steps.append(call)
                    rates.append(cut)
                cooling, bad = self.cooldown, 0
        return Cuts(np.array(steps, dtype=np.int64), np.array(rates))

    def _better(self, value: float, best: float) -> bool:
        if self.threshold_mode == "rel":
            share = 1 - self.threshold if self.mode == "min" else 1 + self.threshold
            return value < best * share if self.mode == "min" else value > best * share
        return value < best - self.threshold if self.mode == "min" else value > best + self.threshold
