"""Any view as a picture, without a window: what the window would show of an experiment and a finished race."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

from lrviz.catalog.surface import Surface
from lrviz.dissection import Dissection
from lrviz.errors import ResourceError
from lrviz.experiment import Experiment
from lrviz.laws import law_of
from lrviz.laws.law import Law
from lrviz.results import Landscape, LRFinder, Result
from lrviz.ui.figure import Figure
from lrviz.ui.racing.raced import Raced, of_result
from lrviz.ui.racing.walked import of_visible
from lrviz.ui.showing.paper import Paper
from lrviz.ui.showing.pictures import application, check, page, write
from lrviz.ui.views import finder, forecast, gradients
from lrviz.ui.views.panorama import Viewpoint, of_surface, of_survey
from lrviz.ui.views.plotted import VIEWS
from lrviz.ui.views.sight import Sight, visible
from lrviz.ui.views.study import Study
from lrviz.ui.views.suggested import Searched

ViewName = Literal["schedule", "loss", "landscape", "training", "finder", "gradients"]
HEADLINE = 62
"""Pixels of a picture that its headline takes."""


def render(
    experiment: Experiment,
    view: ViewName,
    path: Path,
    *,
    paper: Paper | None = None,
    result: Result | None = None,
    landscape: Landscape | None = None,
    law: Law | None = None,
    found: LRFinder | None = None,
    dissection: Dissection | None = None,
) -> None:
    """Write a view as PNG, SVG or PDF, by the suffix of `path`.

    It is made as `paper` says. The training view draws `result`, what `lrviz.train` gave for the experiment, and so
    does a surface's landscape; any other draws `landscape`, what `lrviz.landscape` gave. The finder draws what
    `lrviz.find_lr` has `found`, and the gradients view a `dissection` by `lrviz.dissect`, with the norms over the race
    where there is a `result`. The schedule view forecasts by `law`, or by the bound.

    Raises
    ------
    ResourceError
        The view is unknown or has nothing to draw, or the file can't be written.
    """
    application()
    paper = paper or Paper()
    check(path.suffix, path.name)
    size = room(paper, path.suffix.lower())
    raced = of_result(experiment, result) if result is not None else {}
    if view == "landscape":
        shown = ground(experiment, landscape, raced, size)
    elif view == "finder":
        shown = search(experiment, found)
    elif view == "gradients":
        shown = chain(experiment, dissection, raced, size)
    else:
        shown = figure(experiment, view, paper.size(path.suffix.lower())[0], raced, law)
    write(page(shown, paper, path.suffix.lower()), path)


def room(paper: Paper, suffix: str) -> tuple[int, int]:
    """Give width and height of a picture as they would be on a screen, its headline among that."""
    wide, high = paper.size(suffix)
    times = paper.times(suffix)
    return max(1, round(wide / times)), max(1, round(high / times)) + (0 if paper.headline else HEADLINE)


def figure(experiment: Experiment, view: str, width: int, raced: Mapping[str, Raced], law: Law | None = None) -> Figure:
    """Give the figure of a view for a picture `width` pixels wide."""
    chosen = next((known for known in VIEWS if known.key == view), None)
    if chosen is None:
        raise ResourceError(f"there is no view {view!r}: choose {' or '.join(get_args(ViewName))}")
    if view == "training" and not raced:
        raise ResourceError("the training view needs a race: train the experiment first")
    for run in visible(experiment):  # nobody waits at a window here
        for scan, steps in experiment.scanned(run).items():
            scan.reach(steps)
    sight = Sight.whole(experiment, width // chosen.columns)
    if view == "schedule":
        foreseen = forecast.all_of(experiment, law or law_of("bound"), int(sight.first), int(sight.last))
        sight = replace(sight, foreseen=foreseen)
    return chosen.figure(experiment, raced, sight)


def search(experiment: Experiment, found: LRFinder | None) -> Figure:
    """Give the figure of a search for a rate."""
    if found is None or not len(found.lrs):
        raise ResourceError("the finder view needs a search: lrviz.find_lr makes one")
    run = next((run for run in experiment.runs if run.name == found.run), None)
    if run is None:
        raise ResourceError(f"there is no run {found.run!r}, which the rate was searched for, in the experiment")
    return finder.figure(experiment, run, Searched.whole(found))


def chain(
    experiment: Experiment, dissection: Dissection | None, raced: Mapping[str, Raced], size: tuple[int, int]
) -> Figure:
    """Give the figure of an update that was taken apart, for a picture of that size."""
    if dissection is None:
        raise ResourceError("the gradients view needs an update that was taken apart: lrviz.dissect makes one")
    if dissection.run not in [run.name for run in experiment.runs]:
        raise ResourceError(f"there is no run {dissection.run!r}, whose update was taken apart, in the experiment")
    room = float(size[0]), float(size[1] - HEADLINE)
    return gradients.figure(experiment, raced, Study(dissection.step, dissection.run, room, apart=dissection))


def aspect(size: tuple[int, int]) -> float:
    """Give the width against the height that a landscape has in a picture of that size."""
    return size[0] / max(1, size[1] - HEADLINE)


def ground(
    experiment: Experiment, landscape: Landscape | None, raced: Mapping[str, Raced], size: tuple[int, int]
) -> Figure:
    """Give the figure of a landscape for a picture of that size, with the cursor at the plan's end."""
    surface = experiment.problem.model
    view = Viewpoint(experiment.training.steps - 1, aspect(size))
    if isinstance(surface, Surface):
        return of_surface(experiment, surface, raced, view).figure
    if landscape is None:
        raise ResourceError("the landscape view needs a survey: lrviz.landscape makes one")
    return of_survey(experiment, of_visible(experiment), landscape, raced, view).figure
