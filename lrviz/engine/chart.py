"""A chart: the landscape that runs walk through, coarse at once and finer as long as it is looked at."""

from __future__ import annotations

import math
from collections.abc import Generator
from functools import lru_cache
from itertools import combinations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from lrviz.catalog.models.own_model import foreign
from lrviz.engine.failure import full
from lrviz.engine.heights import Heights, heights
from lrviz.engine.joining import bezier, joined, of_row
from lrviz.engine.laying import Lay, lay
from lrviz.engine.looks import Values, between, looks
from lrviz.engine.measure import Measure
from lrviz.engine.member import REFUSALS
from lrviz.engine.plane import Plane
from lrviz.engine.race import Events, Turns
from lrviz.engine.refined import levels, paced, refined, rows_of
from lrviz.engine.trails import Trails
from lrviz.engine.walkers import Walkers, walkers
from lrviz.errors import RefusedError
from lrviz.events import Block, Chart, Ground, Preparing
from lrviz.results import Floats
from lrviz.sentences import say
from lrviz.survey import Survey, What

BEYOND = 0.25
"""How far a straight line goes on behind either end, as a share of the way."""
STRAIGHT = 3
"""Lines that are laid out at a time: each may hold as much as a plane does."""

Pair = tuple[int, int]


def chart(job: Chart, trails: Trails) -> Turns:
    """Survey a landscape: train the runs where that is needed, lay the plane, and measure it coarse to fine.

    Then comes what is true along the paths, between the ends, and how sharp it is there. What `trails` know already
    is said at once. Each `next()` takes some hundredths of a second.

    Raises
    ------
    RefusedError
        No run can be looked at, or there is no such thing to measure.
    ResourceError
        The device is absent, or the model is a person's own and nobody agreed to have it executed.
    SpecError
        The survey's origin is none of the runs.
    """
    survey = job.survey
    there = yield from walkers(job, trails)
    if survey.method == "line" and len(there.ended) < 2:
        raise RefusedError(say("straight lines join the ends of two runs, and there is one: take another method"))
    measure = _measure(there, survey.what, trails)
    laid = yield from _lay(there, survey, trails)
    todo = looks(there, laid, survey.what, measure)
    known = {look.name: found for look in todo if (found := trails.facts.get(look.name)) is not None}
    yield (laid.laid(survey), *(look.said(known[look.name]) for look in todo if look.name in known))
    if survey.method == "line":
        yield from _lines(there, survey, measure, trails)
    else:
        yield from _plane(there, survey, measure, laid)
    left = [look for look in todo if look.name not in known]
    for index, look in enumerate(left):
        yield (Preparing("looking along the paths", index / len(left)),)
        found = yield from paced(look.work())
        trails.facts.put(look.name, found)
        yield (look.said(found),)


def _lay(there: Walkers, survey: Survey, trails: Trails) -> Generator[Events, None, Lay]:
    method = "ends" if survey.method == "line" else survey.method
    steps = tuple(trail.steps.tobytes() for trail in there.trails)
    name = (method, survey.seed, there.origin, there.keys, steps)
    found: Lay | None = trails.planes.get(name)
    if found is None:
        found = yield from paced(lay(there, survey))
        trails.planes.put(name, found)
    return found


def _plane(there: Walkers, survey: Survey, measure: Measure, laid: Lay) -> Generator[Events, None, None]:
    left, right, low, high = laid.area(survey)
    x, y = np.linspace(left, right, survey.grid), np.linspace(low, high, survey.grid)
    plane = Plane(*(row.to(there.device) for row in laid.ground.plane))
    yield from refined(x, y, levels(len(y), len(x)), heights(measure, plane))


def _lines(there: Walkers, survey: Survey, measure: Measure, trails: Trails) -> Generator[Events, None, None]:
    """Measure the straight lines between all ends, a row each, and then the curves that are trained to join them.

    What joins a run without an end is NaN.
    """
    pairs = list(combinations(range(len(there.runs)), 2))
    joinable = [row for row, pair in enumerate(pairs) if set(pair) <= set(there.ended)]
    left, right = survey.area[:2] if survey.area is not None else (-BEYOND, 1 + BEYOND)
    x, y = np.linspace(left, right, survey.grid), np.arange(len(pairs), dtype=np.float64)

    @lru_cache(maxsize=STRAIGHT)
    def straight(row: int) -> Heights:
        return heights(measure, between(there, pairs[row]))

    def at(x: Floats, y: Floats) -> NDArray[np.float32]:
        values = np.full(len(x), np.nan, np.float32)
        for row in sorted(set(y.astype(int).tolist()) & set(joinable)):
            values[y == row] = straight(row)(x[y == row], np.zeros(int((y == row).sum())))
        return values

    values = yield from refined(x, y, rows_of(len(y), len(x)), at)
    bent = np.full_like(values, np.nan)
    for row in joinable:
        yield (Preparing("joining the ends", row / len(pairs)),)
        bend = yield from _bend(there, pairs[row], trails)
        bent[row] = yield from paced(_along(there, pairs[row], bend, measure, x))
        yield (Ground(Block.of(x), Block.of(y), Block.of(values), 1.0, Block.of(bent)),)


def _bend(there: Walkers, pair: Pair, trails: Trails) -> Generator[Events, None, Tensor]:
    """Train the curve that joins two ends, and give its bend; NaN where torch refuses to."""
    name = ("bend", there.loss, *(there.keys[run] for run in pair))
    bend: Tensor | None = trails.planes.get(name)
    if bend is None:
        start, end = (there.end(run).to(there.device) for run in pair)
        train = there.measure("train_loss")
        for parameter, *own in zip(train.parameters, *(there.own(run).parameters for run in pair), strict=True):
            parameter.requires_grad_(any(each.requires_grad for each in own))  # what neither trains isn't bent
        try:
            bend = yield from paced(joined(of_row(train.model, train.value), start, end))
        except REFUSALS as error:  # a person's own model that torch can't differentiate
            if full(error):
                raise
            bend = torch.full_like(start, math.nan)
        trails.planes.put(name, bend)
    return bend


def _measure(there: Walkers, what: What, trails: Trails) -> Measure:
    """Get ready to measure, as for the survey before where that was of the same; a person's own model is built anew."""
    problem = there.experiment.problem
    name = (problem, there.loss, what, str(there.device), there.seed)
    measure: Measure | None = trails.measures.get(name)
    if measure is None:
        measure = there.measure(what)
        if foreign(problem.model) is None and measure.guest is None:
            trails.measures.put(name, measure)
    return measure


def _along(there: Walkers, pair: Pair, bend: Tensor, measure: Measure, shares: Floats) -> Values:
    start, end = (there.end(run).to(there.device) for run in pair)
    values = np.empty(len(shares), np.float32)
    for place, share in enumerate(shares.tolist()):
        values[place] = measure.at(bezier(start, bend, end, share))
        yield
    return values
