"""ReduceLROnPlateau: a cut whenever a metric has stopped getting better."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

import numpy as np
from msgspec import Meta
from msgspec.structs import replace
from numpy.typing import NDArray

from lrviz.catalog.cuts import Stall
from lrviz.catalog.listening import Listener
from lrviz.catalog.schedule import MOST, NotNegative, of_group
from lrviz.spec import PerGroup


class ReduceLROnPlateau(Listener, frozen=True):
    """Multiplies the rate by factor when the metric has not got better for more than patience steps.

    bad is how many steps in a row were no better than the best before them. It is no function of the step: `given`
    folds a series of metrics into the cuts that torch makes. In a race stepped once an epoch it is told the validation
    loss, once a batch the training loss; before, it is drawn as it would be cut on the metric that is supposed.

    Formula: rate = max(min_lr, factor * rate) if bad > patience else rate
    When: nobody knows how long training takes: it is cut when the metric stops getting better. On noisy digits 0.37
        instead of 0.50.
    Mistake: step() without the metric, a mode that doesn't suit it, or a patience longer than the run, which then never
        cuts (LR110).

    >>> cuts = ReduceLROnPlateau(factor=0.5, patience=1).given([1.0, 1.0, 1.0, 1.0, 1.0], lr=0.4)
    >>> cuts.at(np.arange(6))
    array([0.4, 0.4, 0.4, 0.2, 0.2, 0.1])
    """

    target: ClassVar[str] = "torch.optim.lr_scheduler.ReduceLROnPlateau"

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
        Meta(
            ge=0, description="How much better is progress.", extra={"slider": (1e-6, 1), "scale": "log", "rare": True}
        ),
    ] = 1e-4
    threshold_mode: Annotated[
        Literal["rel", "abs"],
        Meta(description="Whether that is a share of the best so far, or a difference from it.", extra={"rare": True}),
    ] = "rel"
    cooldown: Annotated[
        int,
        Meta(
            ge=0,
            le=MOST,
            description="Steps after a cut in which none is counted.",
            extra={"slider": (0, 50), "rare": True},
        ),
    ] = 0
    min_lr: Annotated[
        PerGroup[NotNegative],
        Meta(description="Lowest rate.", extra={"slider": (1e-8, 1), "scale": "log", "unit": "lr"}),
    ] = 0.0
    eps: Annotated[
        float,
        Meta(
            ge=0,
            description="A cut smaller than this is left out.",
            extra={"slider": (1e-10, 1e-2), "scale": "log", "rare": True},
        ),
    ] = 1e-8

    @property
    def plateau(self) -> Self:
        return self

    def untold(self) -> Self:
        return replace(self, patience=MOST)

    def unfit(self, groups: int, *, has_momentum: bool) -> str:
        lowest = self.min_lr
        if not isinstance(lowest, tuple) or len(lowest) == groups:
            return ""
        return f"expected {groups} min_lrs, got {len(lowest)}"

    def is_lowest(self, rate: float) -> bool:
        """Say whether no cut lowers a rate any further."""
        return not rate - self.lowered(rate) > self.eps

    def every(self, steps: int) -> Self:
        """Give the scheduler that does about the same when it is told only every `steps`-th metric."""
        patience = max(0, round((self.patience + 1) / steps) - 1)
        return replace(self, patience=patience, cooldown=round(self.cooldown / steps))

    def lowered(self, rate: float) -> float:
        """Give what a cut makes of a rate."""
        return max(rate * self.factor, of_group(self.min_lr))

    def progress(self, told: NDArray[np.float64]) -> list[int]:
        """Give the calls, from 1, that were told something better than the best so far, which it then is."""
        falling, share = (told, 1 - self.threshold) if self.mode == "min" else (-told, 1 + self.threshold)
        relative = self.threshold_mode == "rel"
        at = np.arange(len(told))
        if not (relative and (told < 0).any()):  # then what is better is lower than all before
            at = np.flatnonzero(falling < np.fmin.accumulate(np.append(np.inf, falling))[:-1])
        values = falling[at]
        best = np.append(np.inf, values)
        with np.errstate(all="ignore"):  # infinite metrics make what torch makes of them
            first, *bars = (best * share if relative else best - self.threshold).tolist()
        found, bar = [], first
        for index, value in enumerate(values.tolist()):
            if value < bar:
                bar = bars[index]
                found.append(index)
        return (at[found] + 1).tolist() if found else []

    def stalls(self, better: list[int], calls: int) -> Iterator[Stall]:
        """Give each of so many calls at which patience ends.

        Which metrics are `better` depends on the best so far alone, not on the cuts: found first, they leave only the
        gaps between them to look at. A call during a cooldown counts for nothing.
        """
        ends = [0, *better, calls + 1]
        before_gaps = np.array(ends[:-1])[np.diff(ends) > self.patience + 1].tolist()
        start = 0
        while start <= calls:
            at = bisect_right(ends, start)
            following, call = ends[at], start + self.patience + 1
            if call < following:
                yield Stall(ends[at - 1], start, call)
                start = call + self.cooldown
                continue
            gap = bisect_left(before_gaps, following)
            if gap == len(before_gaps):
                return
            start = before_gaps[gap]
