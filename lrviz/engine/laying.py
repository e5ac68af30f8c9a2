"""Laying the plane of a survey: by its method, with the paths of the runs seen on it."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from lrviz.engine import planes
from lrviz.engine.curvature import eigenpairs, hessian
from lrviz.engine.plane import Plane
from lrviz.engine.walkers import Walkers
from lrviz.errors import RefusedError
from lrviz.events import Block, Laid
from lrviz.results import Floats
from lrviz.sentences import say
from lrviz.survey import Survey

MOST = 220
"""Moments of a run that are drawn, and measured, at most; but for its last one."""
MARGIN = 1.2
"""How far the plane reaches, times the paths' range."""
RISE = 4.0
"""How many times its lowest value a loss may rise within the area that curvature suggests."""
NEAREST = 1e-3
"""The least half of an area, as a share of the norm of the weights."""

Area = tuple[float, float, float, float]


class Ground(NamedTuple):
    """A plane, what x and y are on it in words, and how far it is worth seeing from its origin.

    Without such a reach the paths say what is worth seeing.
    """

    plane: Plane
    axes: tuple[str, str]
    reach: float | None = None


@dataclass(frozen=True, eq=False)
class Lay:
    """A plane with the paths on it: the fields of `Laid`, but for the area, which `area` gives of any survey of it."""

    ground: Ground
    steps: NDArray[np.int64]
    places: Floats
    off: Floats
    walked: Floats
    explained: float
    each: tuple[float, ...]
    least: float
    """The smallest width of an area."""
    sight: Floats
    """The places (n, 2) that are to be seen."""

    def there(self, run: int) -> NDArray[np.bool_]:
        """Say after which of the steps it is known where a run was."""
        return np.asarray(np.isfinite(self.walked[run]))

    def area(self, survey: Survey) -> Area:
        """Give the part of the plane that is in sight."""
        if survey.area is not None:
            return survey.area
        if self.ground.reach is not None:
            return planes.around(max(self.ground.reach * (survey.span or 1.0), self.least), survey.aspect)
        return planes.area(self.sight, survey.span or MARGIN, survey.aspect, self.least)

    def laid(self, survey: Survey) -> Laid:
        """Say it."""
        return Laid(
            Block.of(self.steps),
            Block.of(self.places),
            Block.of(self.off),
            Block.of(self.walked),
            self.explained,
            self.each,
            self.area(survey),
            self.ground.axes,
        )


def lay(walkers: Walkers, survey: Survey) -> Generator[None, None, Lay]:
    """Lay the plane that a survey asks for; straight lines have their ends on the one through the ends."""
    ground = yield from _ground(walkers, survey)
    seen = [NOTHING] * len(walkers.trails)
    for run in walkers.ended:
        seen[run] = yield from planes.seen(ground.plane, walkers.trails[run].weights)
    steady = [path for path, trail in zip(seen, walkers.steady, strict=True) if len(trail.steps)]
    marks = [marked(trail.steps) for trail in walkers.trails]
    steps = np.unique(np.concatenate([trail.steps[mark] for trail, mark in zip(walkers.trails, marks, strict=True)]))
    shape = (len(seen), len(steps))
    places, off, walked = np.full((*shape, 2), np.nan), np.full(shape, np.nan), np.full(shape, np.nan)
    for run, (trail, mark, path) in enumerate(zip(walkers.trails, marks, seen, strict=True)):
        at = np.searchsorted(steps, trail.steps[mark])
        places[run, at], off[run, at], walked[run, at] = path.places[mark], path.off[mark], trail.walked[mark]
    size = float(ground.plane.across.norm() or 1.0)  # of one unit of x
    return Lay(
        ground,
        steps,
        places,
        off,
        walked,
        planes.explained(seen),
        tuple(planes.explained([path]) for path in seen),
        NEAREST * float(ground.plane.origin.norm() or 1.0) / size,
        np.concatenate([path.places for path in steady]),
    )


NOTHING = planes.Seen(np.zeros((0, 2)), np.zeros(0), np.zeros(0))


def marked(steps: NDArray[np.int64]) -> NDArray[np.intp]:
    """Give which of the moments of a trail are drawn: evenly spaced ones, and the last."""
    if not len(steps):
        return np.zeros(0, np.intp)
    stride = max(1, math.ceil(int(steps[-1]) / MOST))
    wanted = np.searchsorted(steps, np.arange(0, int(steps[-1]) + 1, stride))
    return np.unique(np.append(wanted, len(steps) - 1))


def _ground(walkers: Walkers, survey: Survey) -> Generator[None, None, Ground]:
    origin = walkers.end(walkers.origin)
    if len(origin) == 2:
        return _weights_own(walkers)
    match survey.method:
        case "ends" | "line":
            return (yield from _through_ends(walkers))
        case "pca":
            across, up = yield from planes.principal(walkers.steady, origin, 2)
            return Ground(Plane(origin, across, up), ("first principal direction", "second principal direction"))
        case "random":
            words = ("first random direction", "second random direction")
            own = walkers.own(walkers.origin).parameters
            return Ground(planes.random(origin, own, survey.seed), words, 1.0)
        case "hessian":
            return (yield from _sharpest(walkers, survey.seed))


def _weights_own(walkers: Walkers) -> Ground:
    """Give the plane of a model with two weights: x and y are these."""
    names = [name for name, each in walkers.own(walkers.origin).model.named_parameters() for _ in range(each.numel())]
    across, up = torch.eye(2)
    x, y = names if len(set(names)) == 2 else ("x", "y")
    return Ground(Plane(torch.zeros(2), across, up), (x, y))


def _through_ends(walkers: Walkers) -> Generator[None, None, Ground]:
    plane, others = yield from planes.ends(walkers.steady, walkers.origin)
    first = walkers.runs[walkers.origin].name
    x, y = others
    if x is None:
        across: str = say("the direction the paths vary most in")
    else:
        across = f"{first}’s end → {'its start' if x == walkers.origin else f'{walkers.runs[x].name}’s end'}"
    up = (
        say("the most varied direction square to it")
        if y is None
        else say("square to it, to {name}’s end", name=walkers.runs[y].name)
    )
    return Ground(plane, (across, up))


def _sharpest(walkers: Walkers, seed: int) -> Generator[None, None, Ground]:
    """Lay the plane along the two sharpest directions of the origin run's own training loss at its end."""
    origin, name = walkers.end(walkers.origin), walkers.runs[walkers.origin].name
    measure = walkers.own(walkers.origin)
    height = measure.at(origin.to(walkers.device))
    product = hessian(measure.value, measure.parameters)
    yield
    values, vectors = yield from eigenpairs(product, len(origin), 2, seed=seed, device=walkers.device)
    if not values.isfinite().all():
        raise RefusedError(
            say("the curvature at {name}’s end is no number: take another method, or another origin", name=name)
        )
    sharp, second = values.tolist()
    across, up = vectors.cpu()
    size = float(origin.norm()) or 1.0
    reach = math.sqrt(2 * RISE * abs(height) / sharp) if sharp > 0 and math.isfinite(height) else size
    words = (f"sharpest direction (λ = {sharp:.3g})", f"second sharpest direction (λ = {second:.3g})")
    return Ground(Plane(origin, across, up), words, min(reach, size))
