"""Where the curve of a composed schedule turns: what its parts say of theirs, and the peaks of their products."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from lrviz.catalog.course import Course
from lrviz.catalog.leg import Leg, Part
from lrviz.catalog.schedule import FEW

MANY = 16
"""Ranges of `FEW` steps each for which a curve of unknown turns is looked at step by step."""
SECTIONS = 16
"""Sections that a piece is cut into again and again to find its peak: a few rounds, since each costs as much."""
PIECES = 256
"""Pieces of a product whose peaks are looked for."""


def turns(course: Course, steps: int) -> tuple[range, ...] | None:
    """Give the steps in [0, steps) where the curve of a course turns or jumps, as `Schedule.turns` does."""
    found: list[range] = []
    for i, leg in enumerate(course.legs):
        if leg.first >= steps:
            break
        stop = steps if leg.stop is None else min(steps, leg.stop)
        inside = _inside(leg, stop, course.start(i))
        if inside is None:
            inside = _each(leg.first + 1, stop)
        if inside is None:
            return None
        # what the first step makes may hold for it alone: a constructor's rate, or a factor that others wipe out
        found += [range(max(1, leg.first), min(leg.first + 2, stop)), *inside]
    return tuple(one for one in found if len(one))


def _inside(leg: Leg, stop: int, rate: float) -> list[range] | None:
    """Give the turns of a leg behind its first step; None where they aren't known."""
    setters = [i for i, part in enumerate(leg.parts) if part.schedule.acts == "sets"]
    if setters:
        if setters[-1] + 1 < len(leg.parts):
            return None
        if _shifted(leg.parts[:-1], leg.first, stop) is None:  # a formula that is wiped out may still raise
            return None
        sources = {leg.parts[-1], *filter(None, [leg.mover])}
        return _shifted(sources, leg.first, stop)
    if not leg.known:
        return None
    if len(leg.parts) == 1:
        return _shifted(leg.parts, leg.first, stop)
    return _product(leg, stop, rate)


def _shifted(parts: Iterable[Part], first: int, stop: int) -> list[range] | None:
    """Give the turns of parts that are at their own steps at `first`, from the one after it up to `stop`."""
    found = []
    for part in parts:
        own = part.schedule.turns(part.step + stop - first)
        if own is None:
            return None
        for one in own:
            skipped = max(0, -((one.start - part.step - 1) // one.step))
            ahead = first - part.step
            found.append(range(one.start + skipped * one.step + ahead, one.stop + ahead, one.step))
    return [one for one in found if len(one)]


def _product(leg: Leg, stop: int, rate: float) -> list[range] | None:
    """Give the turns of rates that parts multiply.

    Where none of them can raise a rate it only falls. Elsewhere the logarithm of each part is concave between its
    turns, and so is that of their product, which has one peak between neighbouring turns.
    """
    settled = {leg.first - part.step + (part.schedule.settles() or 0) for part in leg.parts}
    corners = [leg.first, *sorted(one for one in settled if leg.first < one < stop), stop]
    found: list[range] = []
    for first, last in pairwise(corners):
        parts = [
            part._replace(step=part.step + first - leg.first)
            for part in leg.parts
            if (end := part.schedule.settles()) is None or part.step + first - leg.first < end
        ]
        own = _shifted(parts, first, last)
        if own is None:
            return None
        if any(part.schedule.rises for part in parts):
            if sum(map(len, own)) <= PIECES:
                own += _peaks(leg, sorted({first, *(turn for one in own for turn in one), last}), rate)
            else:
                each = _each(first, last)
                if each is None:
                    return None
                own = [*each]
        found += [range(max(first, leg.first + 1), first + 1), *own]
    return [one for one in found if len(one)]


def _peaks(leg: Leg, marks: list[int], rate: float) -> list[range]:
    """Give the step after the peak of each piece from a mark up to the next."""
    low, high = np.array(marks[:-1]), np.array(marks[1:]) - 1
    ends, share = high, np.arange(SECTIONS)[:, None]
    while (low < high).any():
        at = low + (high - low) * share // SECTIONS
        here, ahead = leg.rates(rate, np.concatenate((at, np.minimum(at + 1, high)), axis=None)).reshape(2, *at.shape)
        falls = np.vstack((~(ahead > here), np.ones_like(high, dtype=bool))).argmax(axis=0)
        borders = np.vstack((low - 1, at, high))
        pieces = np.arange(len(low))
        low, high = borders[falls, pieces] + 1, borders[falls + 1, pieces]
    return [range(peak + 1, peak + 2) for peak in low[low < ends].tolist()]


def _each(first: int, stop: int) -> list[range] | None:
    """Give every step, in ranges short enough to be looked at one by one; None where those are too many."""
    if stop - first > MANY * FEW:
        return None
    return [range(start, min(start + FEW, stop)) for start in range(first, stop, FEW)]
