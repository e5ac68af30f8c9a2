"""The Landscape view: where the runs walked, on the plane that was surveyed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.results import Landscape, Route
from lrviz.run import Run
from lrviz.ui.figure import Arrow, Axis, Figure, Floats, Form, Heights, Line, Plot, Terrain, Trek
from lrviz.ui.numbers import short
from lrviz.ui.outlook import Outlook, Place
from lrviz.ui.palette import NEUTRAL
from lrviz.ui.views.heights import of_landscape, sampled

Area = tuple[float, float, float, float]
"""First and last x, first and last y."""
MOST = 8
"""Of more lines the steepest are shown."""
ROWS = 3
"""More lines than this stand in two columns."""
SAMPLES = 240
"""Places at which a profile is taken."""


@dataclass(frozen=True, eq=False)
class Ground:
    """A landscape, the part of it in sight, how it is looked at, and the updates done at the cursor.

    `stale` names the runs that have changed since. On a surface the other seeds are `clouds` at the cursor, the update
    there is made of `arrows`, and every run starts at `start`, a place. Runs have `left` others after so many updates.
    """

    landscape: Landscape
    area: Area
    outlook: Outlook
    cursor: int
    stale: frozenset[str] = frozenset()
    clouds: Mapping[str, Floats] = field(default_factory=dict)
    arrows: tuple[Arrow, ...] = ()
    start: tuple[float, float, str] | None = None
    left: Mapping[str, int] = field(default_factory=dict)


def title_of(what: str) -> str:
    """Give what is measured in words."""
    tr = QCoreApplication.translate
    titles = {
        "train_loss": tr("Ground", "train loss"),
        "val_loss": tr("Ground", "val loss"),
        "accuracy": tr("Ground", "accuracy"),
    }
    return titles[what]


def figure(experiment: Experiment, ground: Ground, headline: str, subline: str) -> Figure:
    """Give the picture of a landscape."""
    landscape, outlook = ground.landscape, ground.outlook
    if landscape.method == "line":
        return Figure(headline, subline, _lines(experiment, landscape), columns=1 + (len(landscape.pairs) > ROWS))
    title = "f(x, y)" if landscape.method == "surface" else title_of(landscape.what)
    heights = of_landscape(landscape, title)
    terrain = terrain_of(experiment, ground, heights)
    plots = () if outlook.line is None or heights is None else (profile(heights, outlook.line),)
    return Figure(headline, subline, plots, terrain=terrain)


def terrain_of(experiment: Experiment, ground: Ground, heights: Heights | None) -> Terrain:
    """Give the plane with what is on it."""
    landscape, outlook = ground.landscape, ground.outlook
    left, right, low, high = ground.area
    runs = {run.name: run for run in experiment.runs}
    there = [route for route in landscape.routes if route.name in runs and len(route.steps)]
    form: Form = "percent" if landscape.what == "accuracy" else "number"
    treks = tuple(_trek(route, runs[route.name], ground, form) for route in there) if outlook.paths else ()
    if heights is not None and not outlook.values:
        heights = replace(heights, named=())
    return Terrain(
        Axis(left, right),
        Axis(low, high),
        heights,
        treks,
        start=ground.start or (_start(there, form) if outlook.paths else None),
        arrows=ground.arrows,
        line=outlook.line,
        rings=outlook.rings,
        turned=outlook.turned,
    )


def in_shape(area: Area, aspect: float) -> Area:
    """Give the least area around another whose width is `aspect` times its height."""
    left, right, low, high = area
    wide, tall = right - left, high - low
    more_wide, more_tall = max(0.0, aspect * tall - wide) / 2, max(0.0, wide / aspect - tall) / 2
    return left - more_wide, right + more_wide, low - more_tall, high + more_tall


def place_at(route: Route, cursor: int) -> int | None:
    """Give the index of a run's place after so many updates, the last one kept before; None before it has any."""
    index = int(np.searchsorted(route.steps, cursor, side="right")) - 1
    return index if index >= 0 else None


def profile(heights: Heights, line: tuple[Place, Place]) -> Plot:
    """Give the heights along a straight line, read off the map."""
    (x0, y0), (x1, y1) = line
    share = np.linspace(0.0, 1.0, SAMPLES)
    values = sampled(heights, x0 + share * (x1 - x0), y0 + share * (y1 - y0))
    length = float(np.hypot(x1 - x0, y1 - y0))
    tr = QCoreApplication.translate
    return Plot(
        tr("Ground", "Profile along the line"),
        Axis(0.0, length or 1.0, tr("Ground", "distance")),
        _around(values, heights.form),
        (Line("", NEUTRAL, share * (length or 1.0), values, values, named=False),),
        note=tr("Ground", "{0}, read off the map").format(heights.title),
        key="profile",
        fixed=True,
    )


def _trek(route: Route, run: Run, ground: Ground, form: Form) -> Trek:
    at = place_at(route, ground.cursor)
    last = float(route.loss[-1])
    left = 0 if route.name in ground.stale else ground.left.get(route.name, 0)
    first = max(0, int(np.searchsorted(route.steps, left, side="right")) - 1)
    at = None if at is None or ground.cursor < left else at
    return Trek(
        route.name,
        run.colour,
        route.places[first:, 0],
        route.places[first:, 1],
        route.loss[first:],
        None if at is None else at - first,
        0.0 if at is None else float(route.off[at]),
        short(last, form) if np.isfinite(last) else "",
        shaded=ground.outlook.shaded,
        stale=route.name in ground.stale,
        cloud=None if ground.cursor < left else ground.clouds.get(route.name),
        forked=left > 0,
    )


def _start(routes: Sequence[Route], form: Form) -> tuple[float, float, str] | None:
    """Give where the paths begin; None where they don't begin together."""
    if not routes or any(not np.allclose(before.places[0], after.places[0]) for before, after in pairwise(routes)):
        return None
    x, y = routes[0].places[0].tolist()
    value = float(routes[0].loss[0])
    word = QCoreApplication.translate("Ground", "start")
    return x, y, f"{word} {short(value, form)}" if np.isfinite(value) else word


def _lines(experiment: Experiment, landscape: Landscape) -> tuple[Plot, ...]:
    """Give a pane for each two runs: what is measured on the straight line between their ends, and on the curve."""
    if not len(landscape.x):
        return ()
    tr = QCoreApplication.translate
    colours = {run.name: run.colour for run in experiment.runs}
    form: Form = "percent" if landscape.what == "accuracy" else "number"
    between = (landscape.x >= 0) & (landscape.x <= 1)  # a curve has no beyond
    curves = np.zeros(0) if landscape.bent is None else landscape.bent[:, between].ravel()
    axis = _around(np.concatenate([landscape.values.ravel(), curves]), form)
    plots: list[Plot] = []
    for index in _steepest(landscape):
        first, second = landscape.pairs[index]
        straight = landscape.values[index] if index < len(landscape.values) else np.full(len(landscape.x), np.nan)
        lines = [Line(tr("Ground", "straight"), colours.get(second, NEUTRAL), landscape.x, straight, straight)]
        if landscape.bent is not None and index < len(landscape.bent):
            bent = np.where(between, landscape.bent[index], np.nan)
            curve = tr("Ground", "trained curve")
            lines.append(Line(curve, NEUTRAL, landscape.x, bent, bent, style="told", named=False))
        title = f"{first} → {second}"
        across = Axis(float(landscape.x[0]), float(landscape.x[-1]), tr("Ground", "share of the way"))
        note = title_of(landscape.what)
        if len(lines) > 1:
            note = tr("Ground", "{0}; grey: along a curve trained to join the ends").format(note)
        plots.append(Plot(title, across, axis, tuple(lines), note=note, key=title, fixed=True))
    return tuple(plots)


def _steepest(landscape: Landscape) -> list[int]:
    """Give which lines there is room for, in order: of many those that rise most above their ends."""
    between = (landscape.x >= 0) & (landscape.x <= 1)
    rises = [float(np.max(row[between]) - max(row[between][[0, -1]])) for row in landscape.values]
    if landscape.what == "accuracy":
        rises = [float(min(row[between][[0, -1]]) - np.min(row[between])) for row in landscape.values]
    worst = sorted(range(len(rises)), key=lambda index: -rises[index] if np.isfinite(rises[index]) else -np.inf)
    return sorted(worst[:MOST])


def _around(values: Floats, form: Form) -> Axis:
    """Give an axis about values, most of them; some may be out of all proportion."""
    finite = values[np.isfinite(values)]
    if not len(finite):
        return Axis(0.0, 1.0, form=form)
    low, high = float(finite.min()), float(np.quantile(finite, 0.98))
    room = 0.08 * (high - low) or 0.1 * abs(high) or 1.0
    return Axis(low - room if low < 0 else max(0.0, low - room), high + room, form=form)
