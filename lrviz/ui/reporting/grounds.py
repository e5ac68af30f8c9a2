"""A landscape as a view of a report: bands of colour that can be read, contours, and the paths over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QColor

from lrviz.catalog.surface import Surface
from lrviz.experiment import Experiment
from lrviz.export.report import Contour, Ground, Trek, View
from lrviz.results import Floats, Landscape
from lrviz.ui import palette
from lrviz.ui.figure import Heights, Terrain
from lrviz.ui.numbers import short
from lrviz.ui.paint.bands import BEYOND, band_colours, drawable, ruler, scaled
from lrviz.ui.paint.contours import contours
from lrviz.ui.palette import Theme
from lrviz.ui.pgfplots.numbers import few
from lrviz.ui.racing.walked import of_visible
from lrviz.ui.reporting.order import Told
from lrviz.ui.reporting.plots import pane, scale
from lrviz.ui.showing.pictures import Page, made
from lrviz.ui.views.panorama import Panorama, Viewpoint, of_surface, of_survey

PICTURE = (1000, 600)
"""Size of the picture for readers without scripts, in pixels."""
SIDE = 81
"""Places along each side whose height a report holds: between them it is told by straight lines."""
MOST = 1500
"""Places of a path that a report holds."""
OFF = 5e-4
"""Share of the picture's width by which a contour may be off where points are left out."""


def landscape(told: Told, plan: Experiment) -> Iterator[View]:
    """Give the view of what was surveyed of a `plan`, what is raced, or of the surface that its runs walk on."""
    surface = plan.problem.model
    view = Viewpoint(plan.training.steps - 1, PICTURE[0] / PICTURE[1])
    ratio = plan.training.steps / told.experiment.training.steps
    if isinstance(surface, Surface):
        if told.raced:
            yield _view(plan, of_surface(plan, surface, told.raced, view), ratio)
    elif told.landscape is not None:
        yield _view(plan, of_survey(plan, of_visible(plan), told.landscape, told.raced, view), ratio)


def _view(experiment: Experiment, panorama: Panorama, ratio: float) -> View:
    figure = panorama.figure
    bare = replace(figure, headline="", subline="")  # which stand over it
    shown = tuple(pane(experiment, plot) for plot in figure.plots if plot.lines)
    known = figure.terrain, panorama.landscape
    ground = None if known[0] is None or known[1] is None else _ground(experiment, known[0], known[1], ratio)
    themes = (palette.LIGHT, palette.DARK) if ground is None and not shown else (palette.LIGHT,)
    pictures = tuple(made(Page(bare, theme, QSize(*PICTURE)), ".svg") for theme in themes)
    words = figure.headline, figure.subline, shown
    title = QCoreApplication.translate("View", "Landscape")
    return View(title, *words, two=len(shown) > 1, summary=figure.describe(), pictures=pictures, ground=ground)


def _ground(experiment: Experiment, terrain: Terrain, found: Landscape, ratio: float) -> Ground | None:
    heights = terrain.heights
    if heights is None or not drawable(heights):
        return None
    rows, columns = (np.unique(np.linspace(0, n - 1, min(n, SIDE)).round().astype(int)) for n in heights.values.shape)
    return Ground(
        heights.title,
        "steps",
        scale(terrain.x),
        scale(terrain.y),
        heights.x[columns],
        heights.y[rows],
        scaled(heights, heights.values[np.ix_(rows, columns)]).round(2),
        ruler(heights),
        -BEYOND,
        (_ramp(heights, palette.LIGHT), _ramp(heights, palette.DARK)),
        tuple(_contours(heights, terrain)),
        tuple(_treks(experiment, terrain, found, ratio)),
        terrain.start,
        heights.form,
    )


def _ramp(heights: Heights, theme: Theme) -> tuple[str, ...]:
    return tuple(QColor(*colour).name() for colour in band_colours(heights, theme).tolist())


def _contours(heights: Heights, terrain: Terrain) -> Iterator[Contour]:
    off = OFF * (terrain.x.high - terrain.x.low)
    for level, lines in contours(heights, heights.contours).items():
        text = short(level, heights.form) if level in heights.named else ""
        if lines:
            yield Contour(tuple(few(line, off) for line in lines), text)


def _treks(experiment: Experiment, terrain: Terrain, found: Landscape, ratio: float) -> Iterator[Trek]:
    """Give the paths by the steps from which on a run is at each of its places; `ratio` of what is raced make one."""
    names, steps = [run.name for run in experiment.runs], {route.name: route.steps for route in found.routes}
    for trek in terrain.treks:
        own = steps[trek.name][-len(trek.x) :]
        kept = _spread(len(own))
        at = (own[kept] - 1) / ratio
        places: tuple[Floats, Floats, Floats] = trek.x[kept], trek.y[kept], trek.z[kept]
        yield Trek(names.index(trek.name), trek.name, trek.colour, at, *places, trek.end, trek.stale)


def _spread(places: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Give which of so many places are held: the first, the last, and evenly between."""
    return np.unique(np.linspace(0, places - 1, min(places, MOST)).round().astype(np.int64))
