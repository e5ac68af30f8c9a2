"""Forks: where a branch leaves a run that is drawn too, from where on it has a line of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.figure import Line, Reading, Spot

ALIKE = 2e-3
"""Lines that are nowhere further apart than this share of their height are drawn as one."""


class Fork(NamedTuple):
    """The run that is left, after so many updates of the plan."""

    left: Run
    step: int


def fork(experiment: Experiment, run: Run, shown: Collection[str]) -> Fork | None:
    """Give where a run leaves the nearest of those it comes from that is `shown`; None where none of them is."""
    step: int | None = None
    for one, left in pairwise(reversed(experiment.lineage(run))):
        if one.branch is not None:
            step = one.branch.step if step is None else min(step, one.branch.step)
        if left.name in shown and step is not None:
            return Fork(left, step)
    return None


def forks(experiment: Experiment, runs: Sequence[Run]) -> dict[str, Fork]:
    """Give where each of some runs, by name, leaves another of them; nothing of one that leaves none.

    Before that it is not drawn: the line it leaves is its own too.
    """
    shown = {run.name for run in runs}
    found = ((run.name, fork(experiment, run, shown)) for run in runs if run.branch is not None)
    return {name: one for name, one in found if one is not None}


def own(lines: Sequence[Line], left: Mapping[str, Fork], unit: float) -> tuple[Line, ...]:
    """Give lines without what runs share with others, `unit` updates on one of x; the last shared point joins them."""
    return tuple(_own(line, left[line.name].step / unit) if line.name in left else line for line in lines)


def alike(lines: Sequence[Line], left: Mapping[str, Fork], unit: float) -> dict[str, Fork]:
    """Give of some forks those before which both lines are the same, where what is drawn may depend on what comes."""
    named = {line.name: line for line in lines}
    return {
        name: one
        for name, one in left.items()
        if name in named and one.left.name in named and _is_same(named[name], named[one.left.name], one.step / unit)
    }


def _is_same(line: Line, other: Line, x: float) -> bool:
    before = line.x < x
    there = np.interp(line.x[before], other.x, other.low)
    return bool(np.allclose(line.low[before], there, rtol=ALIKE, atol=0, equal_nan=True))


def spots(lines: Sequence[Line], left: Mapping[str, Fork]) -> tuple[Spot, ...]:
    """Mark where lines that were cut so begin, on the lines that they leave: one pixel may hold a jump."""
    solid = {line.name: line for line in lines if line.style == "solid" and len(line.x)}
    begun = ((solid[name], solid.get(one.left.name, solid[name])) for name, one in left.items() if name in solid)
    return tuple(Spot(line.colour, float(line.x[0]), _height(other, float(line.x[0]))) for line, other in begun)


def _height(line: Line, x: float) -> float:
    return float(np.interp(x, line.x, (line.low + line.high) / 2))


def readings(found: Sequence[Reading], left: Mapping[str, Fork], cursor: float | None) -> tuple[Reading, ...]:
    """Leave out the readings of runs that haven't left yet: what they are still a part of says it."""
    return tuple(one for one in found if cursor is None or one.name not in left or cursor >= left[one.name].step)


@lru_cache(maxsize=64)  # the same line again is painted from the same pixels
def _own(line: Line, x: float) -> Line:
    first = max(0, int(np.searchsorted(line.x, x)) - 1)
    low = line.low[first:]
    high = low if line.high is line.low else line.high[first:]
    return Line(
        line.name,
        line.colour,
        line.x[first:],
        low,
        high,
        line.style,
        line.named,
        line.end,
        line.cross,
        line.why,
    )
