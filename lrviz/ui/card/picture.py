"""The picture on a card: a class's own curve, heights or examples, as the views would paint them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.cards import Card
from lrviz.catalog.carried import fitted
from lrviz.catalog.loss import Loss
from lrviz.catalog.metric import Metric
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.imbalanced import Imbalanced
from lrviz.catalog.problems.outliers import Outliers
from lrviz.catalog.problems.ranking import Ranking
from lrviz.catalog.quantity import BY_TASK
from lrviz.catalog.schedule import EXAMPLE_STEPS, Schedule
from lrviz.catalog.signal import Signal
from lrviz.catalog.surface import Surface
from lrviz.catalog.surfaces.quadratic import Quadratic
from lrviz.catalog.task import Task
from lrviz.experiment import Experiment
from lrviz.expression import Expression
from lrviz.results import Floats
from lrviz.run import Run
from lrviz.spec import fields
from lrviz.ui.card.sample import sample
from lrviz.ui.figure import Axis, Figure, Heights, Line, Plot, Terrain, Trek
from lrviz.ui.palette import NEUTRAL
from lrviz.ui.speech import saying

PLACES = 121
"""Places along each side at which a surface's height is worked out."""
WALK = 45
"""Updates of an optimizer that are drawn."""
RATES = {"SGD": 0.03, "Adagrad": 1.0, "Adadelta": 60.0, "RMSprop": 0.06}
"""Rates at which an optimizer gets somewhere in so few updates; of all others a quarter."""
RATE = 0.25
FOR_TASK: Mapping[Task, Problem] = {
    "classes": Digits(),
    "binary": Imbalanced(),
    "values": Outliers(),
    "ranking": Ranking(),
}


def figure_of(card: Card, colour: int) -> Callable[[int], Figure] | None:
    """Give what makes the picture of a card for a width in pixels, in a run's colour; None where there is none."""
    cls = card.cls
    if cls is None:
        return None
    if issubclass(cls, Schedule):
        return lambda width: _rates(cls, colour, width)
    if issubclass(cls, Loss) and "surface" not in cls.uses:
        return lambda width: _loss(cls, colour, width)
    if issubclass(cls, Metric):
        return lambda _: Figure(plots=(_metric(cls.example(), colour),))
    if issubclass(cls, Surface):
        return lambda _: Figure(terrain=_terrain(cls.example()))
    if issubclass(cls, Signal):
        return lambda _: Figure(plots=(_signal(cls.example()),))
    if issubclass(cls, Optimizer) and cls.__name__ != "Muon":  # which has no way with single weights
        return lambda _: Figure(terrain=_walk(cls.example(), colour))
    return (lambda _: _problem(cls.example())) if issubclass(cls, Problem) else None


def _rates(cls: type[Schedule], colour: int, width: int) -> Figure:
    from lrviz.ui.views import schedule  # with the plots, which the window doesn't wait for
    from lrviz.ui.views.sight import Sight

    run = Run("rate", fitted(cls, None, EXAMPLE_STEPS, 0.1), colour=colour)
    experiment = Experiment.of(run, steps=EXAMPLE_STEPS)
    plot = schedule.figure(experiment, {}, Sight(0, EXAMPLE_STEPS - 1, width, momentum=False)).plots[0]
    return Figure(plots=(_unnamed(plot),))


def _loss(cls: type[Loss], colour: int, width: int) -> Figure:
    from lrviz.ui.views import loss
    from lrviz.ui.views.sight import Sight

    task = next(task for task in cls.uses if BY_TASK[task])
    experiment = Experiment.of(Run("loss", loss=cls.fitted(task), colour=colour), problem=FOR_TASK[task])
    plots = loss.figure(experiment, {}, Sight(0, 1, width, quantity=BY_TASK[task][0])).plots[:1]
    return Figure(plots=tuple(map(_unnamed, plots)))


def _unnamed(plot: Plot) -> Plot:
    """Take away what is said in a view and not on a card: names at ends, and the cursor."""
    lines = tuple(replace(line, named=False) for line in plot.lines)
    return replace(plot, lines=lines, cursor=None, readings=(), note="", strip=None, fixed=True)


def _metric(metric: Metric, colour: int) -> Plot:
    """Draw what moves a metric, over what guessing gives or perfect answers would."""
    moved = metric.moved()
    lines = [Line("", colour, moved.x, moved.y, moved.y, named=False)]
    if moved.beside is not None:
        lines.insert(0, Line("", NEUTRAL, moved.x, moved.beside, moved.beside, style="told", named=False))
    low, high = float(np.nanmin(moved.y)), float(np.nanmax(moved.y))
    room = 0.06 * (high - low)
    title = saying.said(moved.upwards) if moved.upwards else saying.catalog(metric.title)
    across = Axis(float(moved.x[0]), float(moved.x[-1]), saying.said(moved.across))
    upwards = Axis(min(0.0, low - room), max(high, 0.0) + room)
    return Plot(title, across, upwards, tuple(lines), note=saying.said(moved.note), fixed=True)


def _signal(signal: Signal) -> Plot:
    share = np.linspace(0.0, 1.0, 201)
    value = signal.at(share)
    axis = Axis(0.0, 1.0, QCoreApplication.translate("Card", "share of the plan"))
    line = Line("", NEUTRAL, share, value, value, style="told", named=False)
    title = QCoreApplication.translate("Card", "Metric")
    return Plot(title, axis, Axis(0.0, 1.1 * float(value.max())), (line,), fixed=True)


def _problem(problem: Problem) -> Figure:
    if isinstance(problem.model, Surface):
        return Figure(terrain=_terrain(problem.model))
    return Figure(plots=(sample(problem),))


def _terrain(surface: Surface, treks: tuple[Trek, ...] = ()) -> Terrain:
    left, right, low, high = surface.domain
    x, y = np.linspace(left, right, PLACES), np.linspace(low, high, PLACES)
    heights = _heights(x, y, np.round(surface.at(x, y[:, None]), 9))
    start = (*surface.start, QCoreApplication.translate("Ground", "start"))
    return Terrain(Axis(left, right), Axis(low, high), heights, treks, start=start)


def _heights(x: Floats, y: Floats, values: Floats) -> Heights:
    from lrviz.ui.views.heights import of_loss

    return replace(of_loss(x, y, values, "f(x, y)"), named=())


def _walk(optimizer: Optimizer, colour: int) -> Terrain:
    """Draw the updates of an optimizer's own formula in a narrow valley."""
    valley = Quadratic(condition=8.0)
    places = walked(optimizer, valley, WALK)
    height = valley.at(places[:, 0], places[:, 1])
    trek = Trek("", colour, places[:, 0], places[:, 1], height, at=len(places) - 1)
    return _terrain(valley, (trek,))


@lru_cache(maxsize=32)
def walked(optimizer: Optimizer, valley: Quadratic, updates: int) -> Floats:
    """Give the places of a walk (updates + 1, 2) that the formula on the optimizer's card leads to."""
    place = valley.start
    known = [_known(optimizer) for _ in place]  # each coordinate for itself, as an optimizer sees it
    places = [place]
    formula = _read(type(optimizer).manual().formula, tuple(known[0]))
    for t in range(1, updates + 1):
        for names, w, g in zip(known, place, (place[0], valley.condition * place[1]), strict=True):
            names |= {"w": w, "g": g, "t": float(t)}
            for name, line in formula:
                names[name] = line.single(**names)
        place = (known[0]["w"], known[1]["w"])
        places.append(place)
    return np.array(places)


def _known(optimizer: Optimizer) -> dict[str, float]:
    """Give what stands in an optimizer's formula before the first update."""
    cls = type(optimizer)
    own = {field.name: getattr(optimizer, field.name) for field in fields(cls)}
    plain = {name: float(value) for name, value in own.items() if isinstance(value, (int, float))}
    known = {**plain, "lr": RATES.get(cls.__name__, RATE), "m": 0.0, "v": 0.0, "u": 0.0, "k": 1.0}
    if "momentum" in plain:
        known["momentum"] = 0.8
    if "betas" in own:
        known |= dict(zip(("beta1", "beta2"), own["betas"], strict=True))
    return known


def _read(formula: str, known: tuple[str, ...]) -> list[tuple[str, Expression]]:
    """Give each line of a formula as the name and what it becomes, from names known before and the lines above."""
    lines = [node for node in ast.parse(formula).body if isinstance(node, ast.Assign)]
    names = tuple(dict.fromkeys((*known, "w", "g", "t", *(ast.unparse(line.targets[0]) for line in lines))))
    return [(ast.unparse(line.targets[0]), Expression.parse(ast.unparse(line.value), names)) for line in lines]
