"""Looks: single things that a survey finds out of runs, whatever plane they are seen on."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Generator, Hashable, Iterator
from functools import cache, partial
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from lrviz.engine.curvature import hessian, sharpness
from lrviz.engine.failure import full
from lrviz.engine.heights import heights
from lrviz.engine.laying import Lay
from lrviz.engine.measure import Measure
from lrviz.engine.member import REFUSALS
from lrviz.engine.plane import Plane
from lrviz.engine.walkers import Walkers
from lrviz.events import Block, Event, PathLoss, Ridge, Sharpness
from lrviz.survey import What

CROSSED = 33
"""Places on the straight line between two ends, both included."""
SHARPNESSES = 21
"""Moments of a path at which its sharpness is found, at most."""

Values = Generator[None, None, NDArray[np.float32]]
"""Work that gives values in the end, with a small piece of it each `next()`."""


class Look(NamedTuple):
    """Something to find out: its name among all that is known, the work that finds it, and how it is said."""

    name: Hashable
    work: Callable[[], Generator[None, None, Any]]
    said: Callable[[Any], Event]


def looks(walkers: Walkers, lay: Lay, what: What, measure: Measure) -> list[Look]:
    """Give what there is to find out: the truth along each path, what lies between each two ends, and sharpness."""
    return [
        *_path_losses(walkers, lay, what, measure),
        *_ridges(walkers, what, measure),
        *_sharpnesses(walkers, lay),
    ]


def _path_losses(walkers: Walkers, lay: Lay, what: What, measure: Measure) -> Iterator[Look]:
    for run in walkers.ended:
        yield Look(
            ("path", what, walkers.loss, walkers.keys[run], lay.steps.tobytes()),
            partial(_along, walkers, run, lay, measure),
            partial(_path_loss, run),
        )


def _path_loss(run: int, values: NDArray[np.float32]) -> Event:
    return PathLoss(run, Block.of(values))


def _along(walkers: Walkers, run: int, lay: Lay, measure: Measure) -> Values:
    """Measure a run's own weights, after each of the plane's steps; NaN where it had none."""
    trail, values = walkers.trails[run], np.full(len(lay.steps), np.nan, np.float32)
    for place in np.flatnonzero(lay.there(run)):
        values[place] = measure.at(trail.at(int(lay.steps[place])).to(walkers.device))
        yield
    return values


def _ridges(walkers: Walkers, what: What, measure: Measure) -> Iterator[Look]:
    for pair in combinations(walkers.ended, 2):
        yield Look(
            ("ridge", what, walkers.loss, *(walkers.keys[run] for run in pair)),
            partial(_across, walkers, pair, measure),
            partial(_ridge, pair),
        )


def _ridge(pair: tuple[int, int], values: NDArray[np.float32]) -> Event:
    return Ridge(pair, Block.of(values))


def _across(walkers: Walkers, pair: tuple[int, int], measure: Measure) -> Values:
    at, values = heights(measure, between(walkers, pair)), np.empty(CROSSED, np.float32)
    for place, share in enumerate(np.linspace(0, 1, CROSSED)):
        values[place] = at(np.array([share]), np.zeros(1))[0]
        yield
    return values


def between(walkers: Walkers, pair: tuple[int, int]) -> Plane:
    """Give the straight line between two ends as a plane, on the device: x is the share of the way, y is nothing."""
    start, end = (walkers.end(run).to(walkers.device) for run in pair)
    return Plane(start, end - start, torch.zeros_like(start))


def _sharpnesses(walkers: Walkers, lay: Lay) -> Iterator[Look]:
    own = cache(walkers.own)
    for share in bisecting(SHARPNESSES):
        for run in walkers.ended:
            steps = lay.steps[lay.there(run)]
            step = int(steps[round(share * (len(steps) - 1))])
            work = partial(_sharpness, walkers, run, step, own)
            yield Look(("sharpness", walkers.keys[run], step), work, partial(Sharpness, run, step))


def _sharpness(walkers: Walkers, run: int, step: int, own: Callable[[int], Measure]) -> Generator[None, None, float]:
    """Find the largest eigenvalue of a run's own training loss after so many updates; NaN where it can't be found."""
    measure, weights = own(run), walkers.trails[run].at(step).to(walkers.device)
    measure.put(weights)
    try:
        product = hessian(measure.value, measure.parameters)
        yield
        return (yield from sharpness(product, len(weights), device=walkers.device))
    except REFUSALS as error:  # a person's own model that torch can't differentiate twice
        if full(error):
            raise
        return math.nan


def bisecting(many: int) -> list[float]:
    """Give evenly spaced shares from 0 to 1, the last first, then the first, then always what halves the gaps.

    >>> bisecting(5)
    [1.0, 0.0, 0.5, 0.25, 0.75]
    """
    order, gaps = [many - 1, 0], deque([(0, many - 1)])
    while gaps:
        low, high = gaps.popleft()
        if high - low > 1:
            middle = (low + high) // 2
            order.append(middle)
            gaps += [(low, middle), (middle, high)]
    return [place / (many - 1) for place in order]
