"""Refining: a picture of many places, measured coarse to fine, each place once."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from lrviz.events import Block, Event, Ground
from lrviz.results import Floats

TURN = 0.01
"""Seconds of work after which a survey gives its turn back: a race beside it takes as many turns."""
SAID_EVERY = 0.2
"""Seconds after which it is said how much is done, though there is nothing new to see."""
COARSEST = 9
"""Places along a side in the first picture."""
FIRST, FASTER = 1, 4
"""Places that are measured in the first turn, and how many times more than in the one before at most."""

Events = tuple[Event, ...]
Indices = NDArray[np.intp]
T = TypeVar("T")


class Level(NamedTuple):
    """Which of a grid's rows and columns are in a picture."""

    rows: Indices
    columns: Indices


def levels(rows: int, columns: int) -> list[Level]:
    """Give pictures of 9 by 9 places, 17 by 17, 33 by 33, … of a grid, spread evenly, and last the whole of it."""
    found: list[Level] = []
    side = COARSEST
    while side < max(rows, columns):
        found.append(Level(_spread(rows, side), _spread(columns, side)))
        side = 2 * side - 1
    return [*found, Level(np.arange(rows), np.arange(columns))]


def rows_of(rows: int, columns: int) -> list[Level]:
    """Give the same for rows that are pictures of their own: all are in each."""
    return [Level(np.arange(rows), level.columns) for level in levels(1, columns)]


def _spread(places: int, wanted: int) -> Indices:
    return np.arange(places) if wanted >= places else np.unique(np.rint(np.linspace(0, places - 1, wanted)).astype(int))


def refined(
    x: Floats, y: Floats, pictures: Sequence[Level], at: Callable[[Floats, Floats], NDArray[np.float32]]
) -> Generator[Events, None, NDArray[np.float32]]:
    """Measure a grid of places, x (nx,) by y (ny,), picture by picture; `at` gives the values (k,) at x (k,), y (k,).

    Gives all values (ny, nx) in the end. A picture is said as soon as it is whole. Each `next()` takes some `TURN`
    seconds, as long as one place doesn't take longer.
    """
    values = np.full((len(y), len(x)), np.nan, np.float32)
    known = np.zeros(values.shape, bool)
    shown: Ground | None = None
    many, said = FIRST, time.perf_counter()
    for level in pictures:
        wanted = np.zeros_like(known)
        wanted[np.ix_(*level)] = True
        todo = np.flatnonzero(wanted & ~known)
        while len(todo):
            part, todo = todo[:many], todo[many:]
            begun = time.perf_counter()
            values.flat[part] = at(x[part % len(x)], y[part // len(x)])
            known.flat[part] = True
            now = time.perf_counter()
            many = max(1, min(FASTER * len(part), int(TURN * len(part) / max(now - begun, 1e-9))))
            if not len(todo):
                break
            if shown is None or now - said < SAID_EVERY:
                yield ()
            else:
                yield (Ground(shown.x, shown.y, shown.values, float(known.mean())),)
                said = now
        shown = Ground(
            Block.of(x[level.columns]), Block.of(y[level.rows]), Block.of(values[np.ix_(*level)]), float(known.mean())
        )
        said = time.perf_counter()
        yield (shown,)
    return values


def paced(pieces: Generator[Any, None, T]) -> Generator[Events, None, T]:
    """Do work piece by piece, and give the turn back when it has lasted long enough."""
    begun = time.perf_counter()
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]  # a generator's value has no type here
        if time.perf_counter() - begun > TURN:
            yield ()
            begun = time.perf_counter()
