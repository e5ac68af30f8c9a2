"""Basins: which minimum of a surface each walk would settle in, were it to go on downhill without noise."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.surface import Surface
from lrviz.results import Floats

FARTHEST = 200
"""Strides from corner to corner of what is worth seeing: short ones leave no hollow that the slope leads into."""
MOST = 600
"""Strides until a descent is given up."""
SETTLED = 1e-9
"""A stride of this share of the diagonal is none."""
SAME = 1e-3
"""Places closer than this share of the diagonal are the same minimum."""
AWAY = 2.0
"""How many times as far from its middle as its edge a walk has left what is worth seeing for good."""
NOWHERE = -1
"""The index of no basin."""


class Basin(NamedTuple):
    """A minimum: where it is, how high, and the share of the ends that lead to it."""

    place: tuple[float, float]
    height: float
    share: float


class Basins(NamedTuple):
    """The minima that ends lead to, the deepest first, and the index of each end's own (k,).

    The index is `NOWHERE` (−1) for an end that reaches none: it runs away, stops on a saddle, or is no number.
    """

    minima: tuple[Basin, ...]
    of: NDArray[np.intp]


def basins(surface: Surface, ends: Floats) -> Basins:
    """Give the basins that the ends (k, 2) of some walks lie in, by `descent` from each until it settles."""
    strides = descent(surface, ends)
    while True:
        try:
            next(strides)
        except StopIteration as end:
            found: Basins = end.value
            return found


def descent(surface: Surface, ends: Floats) -> Generator[None, None, Basins]:
    """Go down from the ends (k, 2) of some walks until they settle, and give the basins they lie in.

    Each `next()` is a stride down the slope, or to the bottom of the parabola that fits there where it curves up, of at
    most a 200th of the diagonal of the surface's domain, halved until it leads down.
    """
    x0, x1, y0, y1 = surface.domain
    diagonal = float(np.hypot(x1 - x0, y1 - y0))
    places = np.array(ends, dtype=np.float64).reshape(-1, 2)
    reached = yield from _descend(surface, places, diagonal)
    of = np.full(len(places), NOWHERE, dtype=np.intp)
    minima: list[Basin] = []
    rows = np.flatnonzero(reached)
    heights = surface.at(places[rows, 0], places[rows, 1])
    for row, height in sorted(zip(rows.tolist(), heights.tolist(), strict=True), key=lambda pair: pair[1]):
        apart = [float(np.hypot(*(places[row] - np.array(known.place)))) for known in minima]
        if not apart or min(apart) > SAME * diagonal:
            minima.append(Basin((float(places[row, 0]), float(places[row, 1])), height, 0.0))
            apart.append(0.0)
        of[row] = int(np.argmin(apart))
    shares = np.bincount(of[rows], minlength=len(minima)) / max(len(places), 1)
    return Basins(tuple(basin._replace(share=float(share)) for basin, share in zip(minima, shares, strict=True)), of)


def _descend(surface: Surface, places: Floats, diagonal: float) -> Generator[None, None, NDArray[np.bool_]]:
    """Move places (k, 2) down until they settle, in place; give which of them lie in a minimum."""
    x0, x1, y0, y1 = surface.domain
    middle, reach = np.array([(x0 + x1) / 2, (y0 + y1) / 2]), AWAY * np.array([x1 - x0, y1 - y0]) / 2
    reached = np.zeros(len(places), dtype=bool)
    going = np.flatnonzero(np.isfinite(surface.at(places[:, 0], places[:, 1])))
    for _ in range(MOST):
        going = going[(np.abs(places[going] - middle) <= reach).all(axis=1)]
        if not len(going):
            break
        here = places[going]
        slope, bend = surface.slope(here[:, 0], here[:, 1]), _bend(surface, here)
        heading = _heading(slope, bend, diagonal / FARTHEST)
        moved = _lower(lambda at: surface.at(at[:, 0], at[:, 1]), here, heading, slope)
        settled = ~(np.hypot(*(moved - here).T) > SETTLED * diagonal)
        low = np.linalg.eigvalsh(bend)
        reached[going[settled]] = (low[:, 0] >= -1e-5 * np.maximum(1.0, np.abs(low).max(axis=1)))[settled]
        places[going] = moved
        going = going[~settled]
        yield
    return reached


def _bend(surface: Surface, here: Floats) -> Floats:
    """Give the second derivatives at places (k, 2), (k, 2, 2): 0 where they are no numbers."""
    h = 1e-4
    columns = [(surface.slope(*(here + step).T) - surface.slope(*(here - step).T)) / (2 * h) for step in h * np.eye(2)]
    bend = np.stack(columns, axis=-1)
    bend = (bend + np.swapaxes(bend, 1, 2)) / 2
    return np.where(np.isfinite(bend).all(axis=(1, 2), keepdims=True), bend, 0.0)


def _heading(slope: Floats, bend: Floats, longest: float) -> Floats:
    """Give where to go from places with a slope (k, 2) and a bend (k, 2, 2), at most `longest` far."""
    curving, axes = np.linalg.eigh(bend)
    along = np.einsum("kij,ki->kj", axes, np.nan_to_num(slope))
    up = (curving > 1e-8 * np.abs(curving).max(axis=1, keepdims=True)).all(axis=1) & (curving > 0).all(axis=1)
    newton = -np.einsum("kij,kj->ki", axes, along / np.where(curving > 0, curving, 1.0))
    heading = np.where(up[:, None], newton, -np.nan_to_num(slope))
    far = np.hypot(*heading.T)
    return np.asarray(heading * np.minimum(1.0, longest / np.maximum(far, 1e-300))[:, None])


def _lower(height: Callable[[Floats], Floats], here: Floats, heading: Floats, slope: Floats) -> Floats:
    """Go from places (k, 2) along a heading, halved until it leads down; those that it never does stay."""
    before, falls = height(here), np.minimum((heading * np.nan_to_num(slope)).sum(axis=1), 0.0)
    moved, share = here.copy(), np.ones(len(here))
    left = np.flatnonzero(np.hypot(*heading.T) > 0)
    for _ in range(40):
        tried = here[left] + share[left, None] * heading[left]
        fine = height(tried) < before[left] + 1e-4 * share[left] * falls[left]
        moved[left[fine]] = tried[fine]
        left = left[~fine]
        if not len(left):
            break
        share[left] /= 2
    return moved
