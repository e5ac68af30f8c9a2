"""Runs beside the baseline, seed by seed: what they have more than it, and where their seeds don't tell them apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lrviz.differences import Difference, difference
from lrviz.results import Floats, Trace
from lrviz.run import Run
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views.told import Series


@dataclass(frozen=True, eq=False)
class Part:
    """One run's part in the picture: the run as it is now, and what was raced of it."""

    run: Run
    raced: Raced


def pairs(one: Raced, other: Raced) -> list[tuple[Trace, Trace]]:
    """Give the traces of two results that are of the same seed."""
    known = dict(zip(_numbers(other), other.traces, strict=True))
    return [(trace, known[seed]) for seed, trace in zip(_numbers(one), one.traces, strict=True) if seed in known]


def level_at(
    parts: Sequence[Part], value_at: Callable[[Trace, int], float], baseline: str, cursor: float | None
) -> frozenset[str]:
    """Name the runs of several seeds whose values at the cursor the seeds don't tell from the baseline's."""
    base = next((part for part in parts if part.run.name == baseline), None)
    if base is None or cursor is None or len(base.raced.traces) < 2:
        return frozenset()
    at, known = int(cursor), dict(zip(_numbers(base.raced), base.raced.traces, strict=True))
    there = {seed: value_at(trace, at) for seed, trace in known.items()}
    return frozenset(part.run.name for part in parts if _apart_at(part.raced, there, value_at, at).sure is False)


def _apart_at(one: Raced, there: Mapping[int, float], value_at: Callable[[Trace, int], float], at: int) -> Difference:
    traces = dict(zip(_numbers(one), one.traces, strict=True))
    pairs = [(value_at(trace, at), there[seed]) for seed, trace in traces.items() if seed in there]
    return difference(*np.array(pairs).reshape(-1, 2).T)


def sureness(apart: Floats) -> bool | None:
    """Say whether several seeds tell differences from none, (seeds,); None of fewer than two."""
    return difference(apart, np.zeros(len(apart))).sure


def _numbers(raced: Raced) -> tuple[int, ...]:
    return raced.seeds or tuple(range(len(raced.traces)))


def together(one: Raced, base: Raced, series_of: Callable[[Trace], Series]) -> tuple[Floats, Floats]:
    """Give where two runs were both measured, and by how much more the one has there, (seeds, n)."""
    found = [_less(series_of(own), series_of(other)) for own, other in pairs(one, base)]
    if not found:
        return np.zeros(0), np.zeros((0, 0))
    shortest = min(len(x) for x, _ in found)
    return found[0][0][:shortest], np.stack([y[:shortest] for _, y in found])


def _less(own: Series, other: Series) -> Series:
    """Take one series from another where both have values."""
    both = min(len(own[0]), len(other[0]))
    if np.array_equal(own[0][:both], other[0][:both]):  # as of one race; what is below takes a hundred times as long
        return own[0][:both], own[1][:both] - other[1][:both]
    x, at, there = np.intersect1d(own[0], other[0], assume_unique=True, return_indices=True)
    return x, own[1][at] - other[1][there]
