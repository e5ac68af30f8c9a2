"""A surface as a landscape: it needs no survey, since its two coordinates are all the weights there are."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from lrviz.basins import Basins
from lrviz.catalog.surface import Surface
from lrviz.experiment import Experiment
from lrviz.results import Crossing, Floats, Landscape, Route
from lrviz.run import Run
from lrviz.ui.figure import Arrow
from lrviz.ui.racing.raced import Raced
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


@dataclass(frozen=True)
class Hollow:
    """A basin: where its lowest place is, how high, and of each run by name how many of so many seeds lie in it."""

    place: tuple[float, float]
    height: float
    seeds: tuple[tuple[str, int, int], ...]


def landscape(surface: Surface, experiment: Experiment, raced: Mapping[str, Raced], area: Area) -> Landscape:
    """Give the heights over an area, and where the visible runs have walked so far with their first seeds."""
    x, y, values = _heights(surface, area)
    places = {run.name: raced[run.name].traces[0].places for run in visible(experiment) if run.name in raced}
    walked = {name: path for name, path in places.items() if len(path)}
    routes = _routes(surface, tuple(walked), tuple(path.tobytes() for path in walked.values()))
    crossings = _crossings(surface, tuple(walked), tuple(route.places[-1].tobytes() for route in routes))
    return Landscape("surface", "train_loss", x, y, values, routes, 1.0, crossings, ("x", "y"), area)


def area_of(surface: Surface, start: tuple[float, float], raced: Mapping[str, Raced]) -> Area:
    """Give the area worth seeing: the surface's own, the start, and the paths that don't lead far beyond it."""
    left, right, low, high = surface.domain
    seen = [_near(result.traces[0].places, surface.domain) for result in raced.values()]
    x, y = (np.concatenate([[own], *(near[axis] for near in seen)]) for axis, own in enumerate(start))
    wide, tall = MARGIN * (right - left) / 2, MARGIN * (high - low) / 2
    return (
        min(left, float(x.min()) - wide),
        max(right, float(x.max()) + wide),
        min(low, float(y.min()) - tall),
        max(high, float(y.max()) + tall),
    )


def _near(path: Floats, area: Area) -> tuple[Floats, Floats]:
    """Give x and y of the places of a path (n, 2) that aren't far beyond an area."""
    left, right, low, high = area
    x, y = path.T
    near = np.abs(2 * x - left - right) <= BEYOND * (right - left)
    near &= np.abs(2 * y - low - high) <= BEYOND * (high - low)
    return x[near], y[near]


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


def ends(raced: Mapping[str, Raced]) -> dict[str, Floats]:
    """Give where the seeds (k, 2) of each run that has come to its end are."""
    return {
        name: np.array([trace.places[-1] for trace in result.traces])
        for name, result in raced.items()
        if not result.running and not result.stale and all(len(trace.places) for trace in result.traces)
    }


def hollows(ended: Mapping[str, Floats], found: Basins | None) -> tuple[Hollow, ...]:
    """Say of each basin, the deepest first, how many seeds of each run lie in it; none before they are found."""
    if found is None or not ended:
        return ()
    of = dict(zip(ended, np.split(found.of, np.cumsum([len(own) for own in ended.values()])[:-1]), strict=True))
    return tuple(
        Hollow(basin.place, basin.height, tuple((name, int((own == i).sum()), len(own)) for name, own in of.items()))
        for i, basin in enumerate(found.minima)
    )


def settled(surface: Surface, found: Sequence[Hollow]) -> tuple[Settled, ...]:
    """Say how many of a run's several seeds lie in the deepest basin found, where it isn't all of them or none.

    Minima that are as deep as the deepest count as it.
    """
    if not found:
        return ()
    lowest = found[0].height
    with np.errstate(all="ignore"):
        fall = abs(float(surface.at(*surface.start)) - lowest)
    level = LEVEL * (fall if math.isfinite(fall) else abs(lowest))
    deepest = [hollow.seeds for hollow in found if hollow.height - lowest <= level]
    counts = [
        Settled(name, seeds, sum(inside[i][1] for inside in deepest))
        for i, (name, _, seeds) in enumerate(found[0].seeds)
        if seeds > 1
    ]
    inside, seeds = sum(count.deepest for count in counts), sum(count.seeds for count in counts)
    return tuple(counts) if 0 < inside < seeds else ()


@lru_cache(maxsize=8)  # the cursor moves over one picture
def _heights(surface: Surface, area: Area) -> tuple[Floats, Floats, Floats]:
    x, y = np.linspace(area[0], area[1], SIDE), np.linspace(area[2], area[3], SIDE)
    with np.errstate(all="ignore"):
        return x, y, surface.at(x[None, :], y[:, None])


@lru_cache(maxsize=4)  # and over one set of paths
def _routes(surface: Surface, names: tuple[str, ...], walked: tuple[bytes, ...]) -> tuple[Route, ...]:
    """Give where runs have walked; the formula takes as long for all of them as for one."""
    paths = [_finite(np.frombuffer(path).reshape(-1, 2)) for path in walked]
    marks = [np.unique(np.linspace(0, len(path) - 1, BENDS).astype(np.int64)) for path in paths]
    with np.errstate(all="ignore"):
        heights = _each(paths, lambda places: surface.at(places[:, 0], places[:, 1]))
        marked = [path[mark] for path, mark in zip(paths, marks, strict=True)]
        bends = _each(marked, lambda places: _sharpest(surface, places))
    return tuple(
        Route(name, np.arange(len(path)), path, np.zeros(len(path)), _way(path), height, mark, bend, 1.0)
        for name, path, height, mark, bend in zip(names, paths, heights, marks, bends, strict=True)
    )


def _finite(path: Floats) -> Floats:
    return path[np.isfinite(path).all(axis=1)]


def _way(path: Floats) -> Floats:
    """Give the way gone to each place of a path (n, 2)."""
    return np.asarray(np.cumsum(np.hypot(*np.diff(path, axis=0, prepend=path[:1]).T)))


def _each(parts: Sequence[Floats], of: Callable[[Floats], Floats]) -> list[Floats]:
    """Give what a function makes of the rows of each part, worked out at once."""
    if not parts:
        return []
    return np.split(of(np.concatenate(parts)), np.cumsum([len(part) for part in parts])[:-1])


def _sharpest(surface: Surface, places: Floats) -> Floats:
    """Give the largest eigenvalue of the Hessian at places (n, 2), by central differences of the slope."""
    across, up = (
        (surface.slope(*(places + step).T) - surface.slope(*(places - step).T)) / (2 * BEND)
        for step in BEND * np.eye(2)
    )
    mixed = (across[:, 1] + up[:, 0]) / 2
    half, apart = (across[:, 0] + up[:, 1]) / 2, (across[:, 0] - up[:, 1]) / 2
    return np.asarray(half + np.hypot(apart, mixed))


@lru_cache(maxsize=4)
def _crossings(surface: Surface, names: tuple[str, ...], ends: tuple[bytes, ...]) -> tuple[Crossing, ...]:
    """Give what lies on the straight line between each two ends."""
    share = np.linspace(0.0, 1.0, ACROSS)[:, None]
    pairs = list(combinations([np.frombuffer(end) for end in ends], 2))
    with np.errstate(all="ignore"):
        lines = _each(
            [(1 - share) * first + share * second for first, second in pairs],
            lambda places: surface.at(places[:, 0], places[:, 1]),
        )
    return tuple(Crossing(*pair, line) for pair, line in zip(combinations(names, 2), lines, strict=True))
