"""Falls: how a run's rate goes down, fall by fall, or where they are many, in groups of neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lrviz.laws.origin import LEVEL
from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats

MOST = 512
"""Groups that the falls of a run are merged into, if there are more."""
EXACT = 1e-3 * LEVEL
"""A fall below this share of the peak rate is rounding."""


@dataclass(frozen=True, eq=False)
class Falls:
    """The falls of a run as seen after some of its updates.

    `size` (g,) is by how much the rate falls (a rise below 0; the first is that from 0), `log_rate` (g,) the logarithm
    of the rate it falls to and `before` (g,) the sum of rates before that rate's first update: of a group the total,
    and means by size. After the i-th of the updates, where the rates have summed up to `area[i]`, the first `whole[i]`
    falls have come, and of the next one's group the part `partly` (3, m), of size, log_rate and before.
    """

    size: Floats
    log_rate: Floats
    before: Floats
    area: Floats
    whole: Counts
    partly: Floats

    @classmethod
    def of(cls, pace: Pace, at: Counts, most: int = MOST) -> Falls:
        """Give the falls of a run as seen after the updates `at`, of which none may be before the first that moves."""
        area, stretch = pace.area, pace.until(at)
        size = -np.diff(pace.rates, prepend=0.0)
        weight = np.abs(size)
        kept = np.flatnonzero(weight > EXACT * pace.peak)
        if len(kept) < len(size):
            size, weight = size[kept], weight[kept]
        rates, counts = pace.rates[kept], pace.counts[kept]
        log_rate, before = np.log(rates), area[kept] - rates * counts
        first = _groups(weight, most)
        come = np.searchsorted(kept, stretch, side="right")
        whole = np.searchsorted(np.append(first[1:], len(kept)), come, side="right")
        cuts = np.unique(np.concatenate([first, come, [0, len(kept)]]))
        sums = np.stack([_sums(values, cuts) for values in (size, weight, weight * log_rate, weight * before)])
        edges = np.searchsorted(cuts, np.append(first, len(kept)))
        groups = _merged(sums, edges[:-1], edges[1:])
        return cls(*groups, area[stretch], whole, np.stack(_merged(sums, edges[whole], np.searchsorted(cuts, come))))

    def parts(self, most: int) -> Iterator[Falls]:
        """Give the same for at most so many of the updates at a time, without the falls that none of them has seen."""
        for first in range(0, len(self.area), most):
            some = slice(first, first + most)
            come = slice(int(self.whole[some].max()))
            yield Falls(
                self.size[come],
                self.log_rate[come],
                self.before[come],
                self.area[some],
                self.whole[some],
                self.partly[:, some],
            )


def _groups(weight: Floats, most: int) -> Counts:
    """Give each group's first fall: about equal shares of what they all sum up to."""
    if len(weight) <= most:
        return np.arange(len(weight))
    sums = np.cumsum(weight)
    share = ((sums - weight / 2) * (most / sums[-1])).astype(np.int64)
    return np.flatnonzero(np.diff(share, prepend=-1))


def _sums(values: Floats, cuts: Counts) -> Floats:
    """Give what all values before each of the cuts sum up to; the first cut is 0, the last the number of values."""
    return np.concatenate([[0.0], np.cumsum(np.add.reduceat(values, cuts[:-1]))])


def _merged(sums: Floats, first: Counts, end: Counts) -> tuple[Floats, Floats, Floats]:
    """Give size, log_rate and before of the groups of falls from one cut up to another; zeros where there are none."""
    size, weight, log_rate, before = sums[:, end] - sums[:, first]
    weight = np.where(end > first, weight, 1.0)
    return size, log_rate / weight, before / weight
