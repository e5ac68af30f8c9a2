"""How far a landscape can be trusted: what its plane holds of the runs' motion, and what is true beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lrviz.experiment import Experiment
from lrviz.results import Crossing, Floats, Landscape, Route
from lrviz.run import Run
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views.ground import place_at
from lrviz.ui.views.heights import sampled

EXACT = 1e-3
"""An end no further from the plane than this share of the way its run has gone lies in it: weights are float32."""
NOISE = 1e-5
"""A distance below this share of that way is none: it is what float32 makes of 0."""
CLEAR = 0.01
"""A rise on the way from one end to another is a ridge from this share of the range of losses on."""
CLEAR_ACCURACY = 0.02
"""The same of a fall in accuracy."""


@dataclass(frozen=True)
class Standing:
    """One run on the plane. Of all numbers None is not known yet, and NaN one that there isn't.

    `explained` is the share of its motion that lies in the plane. At the cursor the plane shows the value `here` at
    its place, `true` is measured at its own weights, and `off` is its distance from the plane. Its last of `updates`
    has the true value `end`, which lies in the plane where it is `exact`. `sharpness` is the largest eigenvalue λ
    measured nearest to the cursor, after `sharpness_step` updates; past `limit` steps grow with the rate `lr` and the
    `momentum` at the cursor. It `walked` so far over the last updates, and `whole` in all. From its value at the
    `start` it got `lost` where it diverged, or ends at a higher loss: such an end lies in no basin.
    """

    name: str
    colour: int
    optimizer: str
    clipped: bool
    explained: float
    here: float | None
    true: float | None
    off: float | None
    end: float | None
    exact: bool
    updates: int
    sharpness: float | None
    sharpness_step: int
    limit: float
    lr: float
    momentum: float
    walked: float
    whole: float
    start: float | None
    lost: bool


@dataclass(frozen=True)
class Way:
    """The straight line from one run's end to another's: the worst value on it, and how much worse it is than the ends.

    It is a `ridge` where that is clear, None while the range of losses isn't known. `bent` is the worst value on a
    curve trained to join the two ends, where there is one.
    """

    first: str
    second: str
    worst: float
    rise: float
    ridge: bool | None
    bent: float | None = None


@dataclass(frozen=True)
class Trust:
    """What can be said of a landscape at a step: `what` was measured, along which plane, and run by run.

    `explained` is the share of all paths' motion that lies in the plane, through whose `origin` some run ends ("" if
    none does). The longest run did `updates` of the `planned` ones; `last` are those that `Standing.walked` counts.
    `best` is the best value measured in the plane, None before all of it is; `done` the share measured. The model has
    so many `parameters`, and accuracy is counted on so many `examples` (0 if that isn't known); `seeds` is how many
    each run was trained with.
    """

    method: str
    what: str
    step: int
    explained: float
    runs: tuple[Standing, ...]
    ways: tuple[Way, ...]
    last: int
    updates: int
    planned: int
    origin: str
    best: float | None
    done: float
    parameters: int
    examples: int
    seeds: int

    @property
    def high_is_good(self) -> bool:
        """Whether more of what is measured is better."""
        return self.what == "accuracy"

    @property
    def whole(self) -> bool:
        """Whether the plane is all there is, as of a function of two variables."""
        return self.parameters == 2

    def colour(self, name: str) -> int:
        """Give a run's colour."""
        return next(run.colour for run in self.runs if run.name == name)


def of(
    landscape: Landscape | None, plan: Experiment, cursor: int, raced: Mapping[str, Raced] | None = None
) -> Trust | None:
    """Give what can be said of a landscape while the cursor is on an update of the plan that was raced.

    `raced` are the runs' races: schedulers that listened have their rates from there. None without a landscape.
    """
    if landscape is None or not landscape.routes:
        return None
    by_name = {run.name: run for run in plan.runs}
    routes = [route for route in landscape.routes if route.name in by_name and len(route.steps)]
    if not routes:
        return None
    names = {route.name for route in routes}
    half, updates = _half(routes)
    runs = tuple(_standing(landscape, route, plan, by_name[route.name], cursor, half, raced or {}) for route in routes)
    kept = {run.name for run in runs if not run.lost}
    spread = _range(landscape, kept)
    return Trust(
        method=landscape.method,
        what=landscape.what,
        step=cursor,
        explained=float(landscape.explained) if landscape.explained >= 0 else math.nan,  # of runs that never moved
        runs=runs,
        ways=tuple(
            _way(landscape, crossing, spread, level={crossing.first, crossing.second} <= kept)
            for crossing in landscape.crossings
            if {crossing.first, crossing.second} <= names  # a run may be gone since
        ),
        last=updates - half,
        updates=updates,
        planned=plan.training.steps,
        origin=_origin(routes),
        best=_best(landscape),
        done=float(landscape.done),
        parameters=sum(math.prod(shape) for shape in plan.problem.shapes.values()),
        examples=_examples(raced or {}),
        seeds=len(plan.training.seeds),
    )


def value_at(landscape: Landscape, x: float, y: float) -> float:
    """Give what the plane shows at a place, as `sampled`; NaN where that isn't finite."""
    found = float(sampled(landscape, np.array(x), np.array(y)))
    return found if math.isfinite(found) else math.nan


def _standing(  # noqa: PLR0917 - all that is known of a run
    landscape: Landscape,
    route: Route,
    plan: Experiment,
    run: Run,
    cursor: int,
    half: int,
    raced: Mapping[str, Raced],
) -> Standing:
    at = place_at(route, _done(landscape, cursor)) or 0
    known = not np.isnan(route.loss).all()
    measured = landscape.values.size > 0 and landscape.method != "line"
    x, y = (float(place) for place in route.places[at])
    sharpness, sharpness_step = _sharpness(route, cursor)
    race = raced.get(run.name)
    lr, momentum = _rates(plan, run, cursor, race)
    diverged = race is not None and not race.stale and race.traces[0].diverged_at is not None
    return Standing(
        name=run.name,
        colour=run.colour,
        optimizer=type(run.optimizer).__name__,
        clipped=run.clip is not None,
        explained=math.nan if route.explained is None else float(route.explained),
        here=value_at(landscape, x, y) if measured else None if landscape.method != "line" else math.nan,
        true=_number(route.loss[at]) if known else None,
        off=0.0 if route.off[at] <= NOISE * route.walked[-1] else _number(route.off[at]),
        end=_number(route.loss[-1]) if known else None,
        exact=bool(route.off[-1] <= EXACT * max(float(route.walked[-1]), 1e-12)),
        updates=int(route.steps[-1]),
        sharpness=sharpness,
        sharpness_step=sharpness_step,
        limit=_limit(run, lr, momentum),
        lr=lr,
        momentum=momentum,
        walked=_walked(route, half),
        whole=_number(route.walked[-1]),
        start=_number(route.loss[0]) if known else None,
        lost=diverged or (known and landscape.what != "accuracy" and not route.loss[-1] <= route.loss[0]),
    )


def _done(landscape: Landscape, cursor: int) -> int:
    """Give after how many updates a run is where it is drawn: on a surface, arrows show what the cursor's will do."""
    return cursor if landscape.method == "surface" else cursor + 1


def _number(value: float) -> float:
    """Give a plain number; every NaN is the same one, so that equal values are equal."""
    return math.nan if math.isnan(value) else float(value)


def _sharpness(route: Route, cursor: int) -> tuple[float | None, int]:
    """Give the largest eigenvalue measured nearest to the cursor, and after how many updates that was."""
    if not len(route.sharpness_steps):
        return None, 0
    found = np.isfinite(route.sharpness)
    if not found.any():
        return math.nan, 0
    steps, values = route.sharpness_steps[found], route.sharpness[found]
    nearest = int(np.argmin(np.abs(steps - (cursor + 1))))
    return float(values[nearest]), int(steps[nearest])


def _rates(plan: Experiment, run: Run, cursor: int, race: Raced | None) -> tuple[float, float]:
    """Give rate and momentum at an update (NaN where there is none), as they were in the race of one that listens."""
    at = min(cursor, plan.training.steps - 1)
    curve = plan.curve(run, [at] if at < plan.known(run) else [])
    if not len(curve):
        return math.nan, 0.0
    momentum = float(curve.momentum[0]) if curve.momentum is not None else 0.0
    if not run.listens:
        return float(curve.lrs.max(axis=0)[0]), momentum  # of several groups the one that breaks out first
    had = race.traces[0].lrs if race is not None and not race.stale else np.zeros(0)
    return (float(had[min(cursor, len(had) - 1)]) if len(had) else math.nan), momentum


def _limit(run: Run, lr: float, momentum: float) -> float:
    """Give the largest eigenvalue at which a run's steps don't grow: infinite at rate 0, NaN where there is none."""
    if run.clip is not None or not lr > 0:  # a clipped step grows no further than that
        return math.inf if lr == 0 else math.nan
    limit = run.optimizer.stability_limit(lr, momentum)
    return math.nan if limit is None else float(limit)


def _half(routes: list[Route]) -> tuple[int, int]:
    """Give the first kept step of the second half of the longest run, and its last."""
    longest = max(routes, key=lambda route: int(route.steps[-1]))
    last = int(longest.steps[-1])
    later = longest.steps[longest.steps >= last / 2]
    return int(later[0]), last


def _walked(route: Route, half: int) -> float:
    """Give the way from a kept step to the run's end; NaN where it ended before, or has no such step."""
    at = np.flatnonzero(route.steps == half)
    return _number(route.walked[-1] - route.walked[at[0]]) if len(at) else math.nan


def _range(landscape: Landscape, kept: set[str]) -> float | None:
    """Give how far losses reach, from the start of these runs to the straight lines; None until that is known."""
    starts = [float(route.loss[0]) for route in landscape.routes if route.name in kept and len(route.loss)]
    starts = [start for start in starts if math.isfinite(start)]
    crossings = [crossing for crossing in landscape.crossings if {crossing.first, crossing.second} <= kept]
    lines = [float(value) for crossing in crossings for value in crossing.values if math.isfinite(value)]
    return max(*starts, *lines) - min(*starts, *lines) if starts and len(lines) > 1 else None


def _way(landscape: Landscape, crossing: Crossing, spread: float | None, *, level: bool) -> Way:
    """Give the way between two ends; from or to one that got lost (not `level`) nothing on it is a ridge."""
    high_is_good = landscape.what == "accuracy"
    worst, rise = _worst(crossing.values, high_is_good=high_is_good)
    clear = CLEAR_ACCURACY if high_is_good else None if spread is None else CLEAR * spread
    pair = (crossing.first, crossing.second)
    bent = None
    if landscape.bent is not None and pair in landscape.pairs:
        row = landscape.bent[landscape.pairs.index(pair)]
        bent = _worst(row, high_is_good=high_is_good)[0] if not np.isnan(row).any() else None
    return Way(*pair, worst, rise, None if level and clear is None else bool(level and clear and rise > clear), bent)


def _worst(values: Floats, *, high_is_good: bool) -> tuple[float, float]:
    """Give the worst value on a line and how much worse than its worse end; infinite where a loss is no number."""
    losses = np.where(np.isnan(values), math.inf, -values if high_is_good else values)
    worst, ends = float(losses.max()), max(float(losses[0]), float(losses[-1]))
    rise = worst - ends if math.isfinite(ends) else 0.0
    return (-worst if high_is_good else worst), rise


def _origin(routes: list[Route]) -> str:
    """Give the run at whose end the plane starts."""
    for route in routes:
        reach = max(float(route.walked[-1]), 1e-12)
        if math.hypot(*route.places[-1]) <= EXACT * reach and route.off[-1] <= EXACT * reach:
            return route.name
    return ""


def _best(landscape: Landscape) -> float | None:
    if landscape.done < 1 or not np.isfinite(landscape.values).any():
        return None
    return float(np.nanmax(landscape.values) if landscape.what == "accuracy" else np.nanmin(landscape.values))


def _examples(raced: Mapping[str, Raced]) -> int:
    """Give how many validation examples there are, where a race has answers for them."""
    looks = [look for race in raced.values() for trace in race.traces[:1] for look in trace.looks[-1:]]
    return len(looks[0].validation.target) if looks else 0
