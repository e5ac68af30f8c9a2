"""The Loss view: every run's loss and how hard it pushes, along what people think in, and where the examples sit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.loss import Floats, Loss
from lrviz.catalog.quantity import BY_TASK, QUANTITIES, Name, Shape, shapes
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui import loss_words
from lrviz.ui.figure import Axis, Bars, Figure, Line, Plot, Reading
from lrviz.ui.numbers import short, whole
from lrviz.ui.racing.raced import Raced
from lrviz.ui.views import against, loss_headline
from lrviz.ui.views.looks import look_at
from lrviz.ui.views.loss_sample import Sample, sample
from lrviz.ui.views.sight import Sight, named, visible

POINTS = 513
BINS = 20
EDGE = 1e-6
"""How near to 0 and 1 a probability is drawn."""
REACH = {"p": 0.015, "m": 0.2, "r": 0.2, "d": 0.2}
"""How far from the ends, as a share of the way across, the highest loss gives the axis its height."""

Part = Literal["loss", "push"]


def figure(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight) -> Figure:
    """Give the losses of all visible runs that fit the problem, their pushes, and the selected run's examples."""
    problem = experiment.problem
    name = sight.quantity_of(problem.task)
    runs = fitting(experiment)
    if not runs or not BY_TASK[problem.task]:
        return Figure(*loss_headline.empty(experiment))
    plots = [_pane(part, runs, name, problem.outputs, sight) for part in ("loss", "push")]
    seen = sample_of(experiment, raced, sight, name)
    if seen is not None:
        plots.append(_histogram(seen, name, sight))
    headline, subline = loss_headline.of(experiment, runs, seen, sight)
    drawn = Figure(
        headline,
        subline,
        tuple(plots),
        heights=(9.0, 7.0, 6.0)[: len(plots)],
        describe=partial(loss_headline.summary, experiment, runs, seen, sight),
    )
    return against.compared(drawn, sight.baseline)


def fitting(experiment: Experiment) -> tuple[Run, ...]:
    """Give the visible runs whose loss can be used for the problem."""
    problem = experiment.problem
    return tuple(run for run in visible(experiment) if not run.loss.unfit(problem.task, problem.outputs))


def sample_of(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight, name: Name) -> Sample | None:
    """Give the training examples of the selected run's look at the step cursor, or of the first run that has one."""
    runs = sorted(fitting(experiment), key=lambda run: run.name != sight.selected)
    for run in runs:
        look = look_at(experiment, raced, run.name, sight.cursor)
        if look is not None:
            return sample(run.name, look, name)
    return None


@lru_cache(maxsize=128)  # a drag changes one run of many
def _shapes(loss: Loss, name: Name, outputs: int) -> tuple[Shape, ...]:
    return shapes(loss, name, _along(name), outputs)


@lru_cache(maxsize=4)
def _along(name: Name) -> Floats:
    """Give the places at which a loss is worked out, from end to end."""
    quantity = QUANTITIES[name]
    x = np.linspace(quantity.low, quantity.high, POINTS)
    return np.clip(x, EDGE, 1 - EDGE) if name == "p" else x


@lru_cache(maxsize=256)  # the same line again is painted from the same pixels
def _line(run: tuple[str, int], loss: Loss, name: Name, outputs: int, index: int, part: Part, *, shown: bool) -> Line:  # noqa: PLR0917 - all that a line depends on
    shape = _shapes(loss, name, outputs)[index]
    y = shape.loss if part == "loss" else shape.push
    return Line(*run, _along(name), y, y, style="planned" if index else "solid", named=shown)


def _pane(part: Part, runs: Sequence[Run], name: Name, outputs: int, sight: Sight) -> Plot:
    translate = QCoreApplication.translate
    where = loss_words.at(name, sight.at)
    ends = [float(_line((run.name, 0), run.loss, name, outputs, 0, part, shown=True).low[-1]) for run in runs]
    shown = named([run.name for run in runs], ends, sight)
    lines: list[Line] = []
    readings: list[Reading] = []
    for run in runs:
        found = _shapes(run.loss, name, outputs)
        for index, shape in enumerate(found):
            label = run.name if len(found) == 1 else f"{run.name}, {loss_headline.right(shape.right, outputs)}"
            line = _line((label, run.colour), run.loss, name, outputs, index, part, shown=run.name in shown)
            lines.append(line)
            value = float(np.interp(where, line.x, line.low))
            if np.isfinite(value):
                readings.append(Reading(label, run.colour, value, short(value)))
    loss = part == "loss"
    return Plot(
        translate("Loss", "Loss") if loss else translate("Loss", "Gradient"),
        _across(name, sight),
        _loss_axis(lines, name) if loss else _push_axis(lines, name),
        tuple(lines),
        note="" if loss else loss_words.pushes(name),
        cursor=where,
        readings=tuple(readings),
        key=f"{part} {name}",
    )


def _across(name: Name, sight: Sight) -> Axis:
    quantity = QUANTITIES[name]
    low, high = sight.along or (quantity.low, quantity.high)
    return Axis(low, high, loss_words.axis_title(name))


def _loss_axis(lines: Sequence[Line], name: Name) -> Axis:
    """Give an axis from 0 that leaves out where losses run off to infinity."""
    reach = [loss_words.at(name, share) for share in (REACH[name], 0.5, 1 - REACH[name])]
    near = np.concatenate([np.interp(reach, line.x, line.low) for line in lines])
    lowest = [float(line.low[np.isfinite(line.low)].min(initial=0.0)) for line in lines]
    high = float(near[np.isfinite(near)].max(initial=0.0)) or 1.0
    return Axis(1.05 * max(min(lowest), -high), 1.05 * high)


def _push_axis(lines: Sequence[Line], name: Name) -> Axis:
    low, high = loss_words.at(name, 0.005), loss_words.at(name, 0.995)
    inner = np.concatenate([line.low[(line.x > low) & (line.x < high)] for line in lines])
    inner = inner[np.isfinite(inner)]
    least, most = float(inner.min(initial=0.0)), float(inner.max(initial=0.0))
    room = 0.06 * (most - least) or 1.0
    return Axis(least - room if least < 0 else 0.0, most + room)


def _histogram(sample: Sample, name: Name, sight: Sight) -> Plot:
    across = _across(name, sight)
    edges = np.linspace(QUANTITIES[name].low, QUANTITIES[name].high, BINS + 1)
    counts = np.histogram(np.clip(sample.values, edges[0], edges[-1]), edges)[0].astype(np.float64)
    translate = QCoreApplication.translate
    note = translate("Loss", "{0} {1}, {2} after {3} update{3:|s}").format(
        whole(len(sample.values)), loss_words.things(name), sample.run, whole(sample.steps)
    )
    return Plot(
        translate("Loss", "Where the training set sits"),
        across,
        Axis(0.0, max(1.0, float(counts.max())) * 1.1, form="whole"),
        note=note,
        cursor=loss_words.at(name, sight.at),
        key=f"sample {name}",
        bars=Bars(edges, counts, *sample.remark()),
    )
