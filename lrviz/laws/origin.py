"""Origin: the runs that a law's coefficients were fitted to, and how far from them it still holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lrviz.crossing import Said
from lrviz.laws.law import Predicted
from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats
from lrviz.sentences import say

LOWER, HIGHER = 3.0, 2.0
"""How much lower and higher a run's peak rate may be than those fitted: decays had led through the lower rates."""
LONGER = 3.0
"""How many times the rates of a run may sum up to what those of the longest fitted one did."""
FAR = 1.05
"""How many times the rates of a run may sum up to what those of the longest fitted one did without that being said."""
LEVEL = 1e-9
"""A change below this share of the peak rate is none: a closed form rounds."""


@dataclass(frozen=True)
class Origin:
    """What a law was fitted to: `told` for people, and of its runs the lowest and highest peak rate.

    `areas` are the sum of rates at the first loss that was fitted, and the largest sum of any run. `adaptive` says
    whether the optimizers were of Adam's kind, None where nobody said so.
    """

    told: Said
    source: str
    peaks: tuple[float, float]
    areas: tuple[float, float]
    adaptive: bool | None = None
    unit: Said = ""

    def outside(self, pace: Pace, *, adaptive: bool) -> str:
        """Say why a run is unlike these, as the end of a sentence; empty where it isn't."""
        if not len(pace.rates):
            return say("no learning rate is above 0")
        if self.adaptive is not None and adaptive != self.adaptive:
            kinds = (say("SGD and its kin"), say("optimizers of Adam’s kind"))
            return say(
                "the law was fitted to {kinds}, and this run’s optimizer is none of them", kinds=kinds[self.adaptive]
            )
        low, high = self.peaks[0] / LOWER, self.peaks[1] * HIGHER
        if not low * (1 - LEVEL) <= pace.peak <= high * (1 + LEVEL):
            first, last = (f"{peak:.3g}" for peak in self.peaks)
            fitted = first if first == last else say("{first} to {last}", first=first, last=last)
            return say(
                "its peak rate {peak:.3g} is not within {low:.3g} … {high:.3g}: the law was fitted at {fitted}",
                peak=pace.peak,
                low=low,
                high=high,
                fitted=fitted,
            )
        if (again := rises_again(pace)) is not None:
            return say("its rate rises again at update {again}; the law is for rates that only fall", again=again)
        area, longest = float(pace.area[-1]), LONGER * self.areas[1]
        if not self.areas[0] <= area <= longest:
            kind = say("short") if area < self.areas[0] else say("long")
            return say(
                "it is too {kind}: its rates sum up to {area:.3g}, not to {areas:.3g} … {longest:.3g}",
                kind=kind,
                area=area,
                areas=self.areas[0],
                longest=longest,
            )
        return ""

    def predicted(
        self, pace: Pace, at: Counts, losses: Callable[[Counts], Floats], final: float, band: float
    ) -> Predicted:
        """Give what a law says after the updates `at`, from its losses at some and its final one.

        It is NaN as long as the rates sum up to less than they did in any run at its first fitted loss.
        """
        stretch, area = pace.until(at), pace.area
        begun = (stretch >= 0) & (area[stretch] >= self.areas[0])
        loss = np.full(len(at), np.nan)
        loss[begun] = losses(at[begun]) if begun.any() else []
        loss[begun & (stretch == len(area) - 1)] = final
        longer = area[-1] / self.areas[1]
        notes = (
            (say("beyond the runs it was fitted to, by {longer:.2g} times in length", longer=longer),)
            if longer > FAR
            else ()
        )
        return Predicted(loss, loss - band, loss + band, final, notes=notes)


def rises_again(pace: Pace) -> int | None:
    """Give the first update whose rate is above the one before, after it had fallen already; None where none is."""
    change = np.diff(pace.rates)
    level = LEVEL * pace.peak
    fallen = np.logical_or.accumulate(change < -level)
    again = np.flatnonzero(fallen & (change > level))
    return int(pace.updates[again[0]]) + 1 if len(again) else None
