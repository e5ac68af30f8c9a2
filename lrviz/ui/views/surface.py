"""A surface as a landscape: it needs no survey, since its two coordinates are all the weights there are."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from lrviz.basins import basins
from lrviz.catalog.surface import Surface
from lrviz.experiment import Experiment
from lrviz.results import Crossing, Floats, Landscape, Route, Trace
from lrviz.run import Run
from lrviz.ui.figure import Arrow
from lrviz.ui.races import Raced
from lrviz.ui.views.ground_headline import Settled
from lrviz.ui.views.sight import visible
from lrviz.walks import stride

SIDE = 141
"""Places along each side at which the height is worked out."""
BEYOND = 2.0
"""How many times as far as what is worth seeing a path may lead and still be shown whole."""
MARGIN = 0.08
BENDS, BEND = 41, 1e-3
"""Places of a path at which its ground's sharpest bend is worked out, and the distance over which."""
LEVEL = 1e-4
"""Two minima are equally deep if they differ by no more than this share of the fall from the start."""
ACROSS = 65
"""Places on a straight line between two ends."""

Area = tuple[float, float, float, float]


def landscape(surface: Surface, experiment: Experiment, raced: Mapping[str, Raced], area: Area) -> Landscape:
    """Give the heights over an area, and where the visible runs have walked so far with their first seeds."""
    x, y, values = _heights(surface, area)
    routes = tuple(
        _route(surface, run.name, raced[run.name].traces[0])
        for run in visible(experiment)
        if run.name in raced and len(raced[run.name].traces[0].places)
    )
    crossings = tuple(_crossing(surface, first, second) for first, second in combinations(routes, 2))
    return Landscape("surface", "train_loss", x, y, values, routes, 1.0, crossings, ("x", "y"), area)


def area_of(surface: Surface, start: tuple[float, float], raced: Mapping[str, Raced]) -> Area:
    """Give the area worth seeing: the surface's own, the start, and the paths that don't lead far beyond it."""
    left, right, low, high = surface.domain
    places = [np.array([start])]
    middle, reach = np.array([(left + right) / 2, (low + high) / 2]), np.array([right - left, high - low]) / 2
    for result in raced.values():
        walked = result.traces[0].places
        near = (np.abs(walked - middle) <= BEYOND * reach).all(axis=1) if len(walked) else np.zeros(0, bool)
        places.append(walked[near])
    every = np.concatenate(places)
    margin = MARGIN * reach
    lows, highs = every.min(axis=0) - margin, every.max(axis=0) + margin
    return min(left, lows[0]), max(right, highs[0]), min(low, lows[1]), max(high, highs[1])


def clouds(raced: Mapping[str, Raced], cursor: int) -> dict[str, Floats]:
    """Give where the other seeds of each run are after so many updates, (k, 2)."""
    found: dict[str, Floats] = {}
    for name, result in raced.items():
        places = [trace.places[min(cursor, len(trace.places) - 1)] for trace in result.traces[1:] if len(trace.places)]
        if places:
            found[name] = np.array(places)
    return found


def arrows(experiment: Experiment, raced: Mapping[str, Raced], runs: Sequence[Run], cursor: int) -> tuple[Arrow, ...]:
    """Give what each run's update after so many others is made of: its gradient's part, its momentum's, and the sum.

    `experiment` is the plan that was raced.
    """
    found: list[Arrow] = []
    for run in runs:
        result = raced.get(run.name)
        if result is None or result.stale or not 0 <= cursor < len(result.traces[0].slopes):
            continue
        parts = stride(experiment, run, result.traces[0], cursor)
        kinds = {"gradient": parts.gradient, "momentum": parts.momentum, "update": parts.update}
        for kind, (dx, dy) in kinds.items():
            if math.hypot(dx, dy) > 0 and math.isfinite(dx + dy):
                found.append(Arrow(float(parts.place[0]), float(parts.place[1]), dx, dy, kind, run.colour))  # type: ignore[arg-type]
    return tuple(found)


def settled(surface: Surface, raced: Mapping[str, Raced]) -> tuple[Settled, ...]:
    """Say how many seeds of each run that is at its end lie in the deepest basin found, where it isn't all of them.

    Minima that are as deep as the deepest count as it; where there is none nothing is said.
    """
    ended = {
        name: np.array([trace.places[-1] for trace in result.traces])
        for name, result in raced.items()
        if len(result.traces) > 1 and not result.running and not result.stale and len(result.traces[0].places)
    }
    if not ended:
        return ()
    ends = np.concatenate(list(ended.values()))
    deepest = _deepest(surface, ends.tobytes(), len(ends))
    if deepest.all() or not deepest.any():
        return ()
    first, found = 0, []
    for name, own in ended.items():
        found.append(Settled(name, len(own), int(deepest[first : first + len(own)].sum())))
        first += len(own)
    return tuple(found)


@lru_cache(maxsize=8)
def _deepest(surface: Surface, ends: bytes, count: int) -> NDArray[np.bool_]:
    """Say which of the ends lead to a minimum that none found lies below."""
    minima, of = basins(surface, np.frombuffer(ends).reshape(count, 2))
    if not minima:
        return np.zeros(count, np.bool_)
    heights = np.array([basin.height for basin in minima])
    with np.errstate(all="ignore"):
        fall = abs(float(surface.at(*surface.start)) - heights[0])
    level = heights - heights[0] <= LEVEL * (fall if math.isfinite(fall) else abs(heights[0]))
    return np.asarray((of >= 0) & level[of])


@lru_cache(maxsize=8)  # the cursor moves over one picture
def _heights(surface: Surface, area: Area) -> tuple[Floats, Floats, Floats]:
    x, y = np.linspace(area[0], area[1], SIDE), np.linspace(area[2], area[3], SIDE)
    with np.errstate(all="ignore"):
        return x, y, surface.at(x[None, :], y[:, None])


def _route(surface: Surface, name: str, trace: Trace) -> Route:
    places = trace.places[np.isfinite(trace.places).all(axis=1)]
    with np.errstate(all="ignore"):
        heights = surface.at(places[:, 0], places[:, 1])
        marks = np.unique(np.linspace(0, len(places) - 1, BENDS).astype(np.int64))
        bends = _sharpest(surface, places[marks])
    way = np.hypot(*np.diff(places, axis=0, prepend=places[:1]).T)
    off = np.zeros(len(places))
    return Route(name, np.arange(len(places)), places, off, np.cumsum(way), heights, marks, bends, 1.0)


def _sharpest(surface: Surface, places: Floats) -> Floats:
    """Give the largest eigenvalue of the Hessian at places (n, 2), by central differences of the slope."""
    across, up = (
        (surface.slope(*(places + step).T) - surface.slope(*(places - step).T)) / (2 * BEND)
        for step in BEND * np.eye(2)
    )
    mixed = (across[:, 1] + up[:, 0]) / 2
    half, apart = (across[:, 0] + up[:, 1]) / 2, (across[:, 0] - up[:, 1]) / 2
    return np.asarray(half + np.hypot(apart, mixed))


def _crossing(surface: Surface, first: Route, second: Route) -> Crossing:
    share = np.linspace(0.0, 1.0, ACROSS)[:, None]
    line = (1 - share) * first.places[-1] + share * second.places[-1]
    with np.errstate(all="ignore"):
        return Crossing(first.name, second.name, surface.at(line[:, 0], line[:, 1]))
