"""The Gradients view on a surface: its two parameters, the slope there, and the arrows an update is made of."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.surface import Surface
from lrviz.experiment import Experiment
from lrviz.freezing import is_frozen
from lrviz.results import Trace
from lrviz.run import Run
from lrviz.ui import metrics
from lrviz.ui.figure import Arrow, Axis, Figure, Floats, Line, Plot, Style, Terrain, Trek
from lrviz.ui.numbers import rough, short, whole
from lrviz.ui.pages.chain import Box, Chain, Holds
from lrviz.ui.paint.chain_layout import chain_height
from lrviz.ui.palette import NEUTRAL
from lrviz.ui.racing.raced import Raced, plan_behind
from lrviz.ui.units import measure
from lrviz.ui.views import surface as on_surface
from lrviz.ui.views.ground import in_shape
from lrviz.ui.views.heights import of_landscape
from lrviz.ui.views.schedule import step_axis
from lrviz.ui.views.study import Study
from lrviz.walks import Stride, stride

AROUND = 3.0
"""How many times as far as the longest arrow reaches what is in sight of the surface."""
LEAST = 0.02
"""Of the whole surface at least this share is in sight."""
NAMES = ("x", "y")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Slopes", text)


@dataclass(frozen=True, eq=False)
class Step:
    """An update on a surface: where it began, the slope it used, and what it is made of, as arrows; all (2,)."""

    place: Floats
    slope: Floats
    parts: Stride | None
    update: Floats


def figure(experiment: Experiment, surface: Surface, raced: Mapping[str, Raced], study: Study) -> Figure:
    """Give the slope at the selected run's place, the surface around it with its update's arrows, and the walk."""
    run = next((run for run in experiment.runs if run.name == study.selected), None)
    if run is None:
        return Figure()
    result = raced.get(run.name)
    fresh = result is not None and not result.stale
    plan = plan_behind(experiment, [result] if result is not None and fresh else [])
    trace = result.traces[0] if result is not None and fresh else None
    step = _step(plan, run, surface, trace, study)
    chain = _chain(run, surface, step)
    room = study.room[0], study.room[1] - chain_height(chain, study.room[0], metrics.scale())
    plots = () if trace is None or room[1] < 380 else _plots(experiment, plan, run, trace, study)
    shape = room[0] / max(1.0, room[1] * (3 / 5 if plots else 1))
    headline = _headline(step)
    return Figure(
        headline,
        _subline(plan, run, surface, step, study),
        plots,
        columns=2,
        describe=partial(str, headline),
        chain=chain,
        terrain=_terrain(experiment, run, trace, step, study.cursor, shape=shape) if room[1] > 150 else None,
    )


def _step(plan: Experiment, run: Run, surface: Surface, trace: Trace | None, study: Study) -> Step:
    """Give the update at the cursor, as it was walked, or as it was taken apart before any race."""
    t = study.cursor
    if trace is not None and t < len(trace.slopes) and np.isfinite(trace.places[t : t + 2]).all():
        made = stride(plan, run, trace, t)
        return Step(trace.places[t], trace.slopes[t], made, made.update)
    place = np.array(surface.start, dtype=np.float64)
    with np.errstate(all="ignore"):
        slope = surface.slope(*place)
    update = np.full(2, np.nan)
    if study.apart is not None and study.apart.step == 0:
        parts = [study.apart.parts[name] for name in NAMES]
        update = np.array([part.update.item() for part in parts], dtype=np.float64)
        slope = np.array([0.0 if part.gradient is None else part.gradient.item() for part in parts])
    return Step(place, slope, None, update)


def _headline(step: Step) -> str:
    if not np.isfinite(step.slope).all():
        return _tr("There is no slope at {0}: no update follows from it.").format(_pair(step.place))
    words = _tr("At {0} the slope is {1}").format(_pair(step.place), _pair(step.slope))
    if not np.isfinite(step.update).all():
        return f"{words}."
    words += _tr("; the update moves {0}").format(_pair(step.update))
    parts = step.parts
    if parts is not None and np.hypot(*parts.momentum) > 0:
        words += _tr(", of which momentum {0}").format(_pair(parts.momentum))
    return f"{words}."


def _subline(plan: Experiment, run: Run, surface: Surface, step: Step, study: Study) -> str:
    with np.errstate(all="ignore"):
        height = float(surface.at(*step.place))
    words = _tr("{0}, update {1} of {2}: height {3}.").format(
        run.name, whole(study.cursor), whole(plan.training.steps), short(height)
    )
    return f"{words} {study.note}".strip()


def _pair(values: Floats) -> str:
    return f"({', '.join(short(float(value)) for value in values)})"


def _chain(run: Run, surface: Surface, step: Step) -> Chain:
    """Give the shortest chain there is: two parameters, a formula, its height."""
    with np.errstate(all="ignore"):
        height = float(surface.at(*step.place))
    frozen = {name: is_frozen(run, name) for name in NAMES}
    holds = tuple(
        Holds(
            f"{name} = {short(float(at))}",
            "frozen" if frozen[name] else "gradient",
            _tr("None") if frozen[name] else f".grad {short(float(g))}",
        )
        for name, at, g in zip(NAMES, step.place, step.slope, strict=True)
    )
    known = [float(g) for name, g in zip(NAMES, step.slope, strict=True) if not frozen[name]]
    length = float(np.hypot(*step.update))
    box = Box(
        key="",
        title=_tr("parameters x, y"),
        holds=holds,
        gradient=rough(math.hypot(*known)) if known else _tr("None"),
        about="" if math.isnan(length) else _tr("‖Δw‖ {0}").format(short(length)),
        frozen=not known,
        strength=1.0 if known else None,
        selected=True,
    )
    formula = Box(key="f", title=f"f = {type(surface).__name__}(x, y)", strength=1.0 if known else None)
    return Chain(
        title=_tr("From parameters to the loss and back"),
        note=_tr("the loss is the height; loss.backward() gives its slope along x and along y"),
        boxes=(box, formula),
        input=None,
        loss=short(height),
        colour=run.colour,
        stop="" if known else _tr("backward stops: nothing asks for a gradient"),
    )


def _terrain(
    experiment: Experiment, run: Run, trace: Trace | None, step: Step, cursor: int, *, shape: float
) -> Terrain | None:
    """Give the surface around the place, with the way that led there and the arrows of the update."""
    surface = experiment.problem.model
    if not isinstance(surface, Surface):
        return None
    left, right, _, _ = surface.domain
    arrows = _arrows(run, step)
    reach = max((math.hypot(arrow.dx, arrow.dy) for arrow in arrows), default=0.0)
    half = min(max(AROUND * reach, LEAST * (right - left)), right - left)
    x, y = (float(value) for value in step.place)
    area = in_shape((x - half, x + half, y - half, y + half), shape)
    walked: Mapping[str, Raced] = {}
    heights = of_landscape(on_surface.landscape(surface, experiment, walked, area), "f(x, y)")
    treks: tuple[Trek, ...] = ()
    if trace is not None and len(trace.places):
        places = trace.places[np.isfinite(trace.places).all(axis=1)]
        z = np.full(len(places), np.nan)
        treks = (Trek(run.name, run.colour, places[:, 0], places[:, 1], z, at=min(cursor, len(places) - 1)),)
    start = None if treks else (x, y, _tr("start"))
    return Terrain(
        Axis(area[0], area[1]), Axis(area[2], area[3]), heights, treks, start=start, arrows=arrows, rings=False
    )


def _arrows(run: Run, step: Step) -> tuple[Arrow, ...]:
    x, y = (float(value) for value in step.place)
    found: list[Arrow] = []
    if step.parts is not None:
        for kind, (dx, dy) in (("gradient", step.parts.gradient), ("momentum", step.parts.momentum)):
            found.append(Arrow(x, y, float(dx), float(dy), kind, run.colour))  # type: ignore[arg-type]
    found.append(Arrow(x, y, float(step.update[0]), float(step.update[1]), "update", run.colour))
    return tuple(arrow for arrow in found if math.isfinite(arrow.dx + arrow.dy) and math.hypot(arrow.dx, arrow.dy) > 0)


def _plots(experiment: Experiment, plan: Experiment, run: Run, trace: Trace, study: Study) -> tuple[Plot, ...]:
    """Give the size of the slope along x and y, and the length of each update, over the walk."""
    ratio = plan.training.steps / experiment.training.steps
    planned = measure(experiment, study.unit)
    counted = replace(planned, updates=planned.updates * ratio)
    x = np.arange(len(trace.slopes), dtype=np.float64) / counted.updates
    moved = np.hypot(*np.diff(trace.places, axis=0).T)[: len(x)]
    slopes = [(f"∂f/∂{name}", np.abs(trace.slopes[:, i])) for i, name in enumerate(NAMES)]
    axis, cursor = step_axis(0, plan.training.steps - 1, counted), study.cursor / counted.updates
    return tuple(
        Plot(title, axis, _decades([values for _, values in series]), _lines(x, series, run), cursor=cursor, key=key)
        for title, key, series in (
            (_tr("Size of the slope"), "slope", slopes),
            (_tr("Length of the update"), "length", [("", moved)]),
        )
    )


def _lines(x: Floats, series: list[tuple[str, Floats]], run: Run) -> tuple[Line, ...]:
    found = []
    for index, (name, values) in enumerate(series):
        kept = np.where(values > 0, values, np.nan)
        style: Style = "solid" if index == 0 else "told"
        colour = run.colour if index == 0 else NEUTRAL
        found.append(Line(name, colour, x, kept, kept, style=style, named=bool(name)))
    return tuple(found)


def _decades(series: list[Floats]) -> Axis:
    values = np.concatenate(series) if series else np.zeros(0)
    values = values[np.isfinite(values) & (values > 0)]
    return Axis(values.min() / 1.5, values.max() * 1.5, log=True) if len(values) else Axis(1e-3, 1, log=True)
