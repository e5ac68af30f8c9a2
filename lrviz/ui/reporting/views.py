"""The views of a report: what each view of the window draws of an experiment, as panes of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize

from lrviz.catalog.surface import Surface
from lrviz.experiment import Experiment
from lrviz.export.report import View
from lrviz.laws import law_of
from lrviz.ui import palette
from lrviz.ui.figure import Figure
from lrviz.ui.racing.raced import plan_behind
from lrviz.ui.reporting.answered import answered
from lrviz.ui.reporting.grounds import landscape
from lrviz.ui.reporting.order import Told
from lrviz.ui.reporting.plots import pane
from lrviz.ui.showing.pictures import Page, made
from lrviz.ui.views import apart, finder, forecast, gradients, loss, panes, schedule, training
from lrviz.ui.views.sight import Sight, visible
from lrviz.ui.views.study import Study

POINTS = 16_000
"""Columns that all curves of a pane have together; a curve of more steps is drawn as the band of each column."""
FINEST, COARSEST = 1600, 400
"""Columns of one curve, at most and at least."""
PICTURE = (1000, 640)
"""Size of a picture in a report, in pixels."""
ROOM = 4000.0
"""Height that leaves room for the norms of all layers."""
TOKENS = (
    *("bg", "surface", "sunken", "hover", "border", "strong", "text", "text2", "text3", "grid", "axis", "focus"),
    *("error", "error_tint", "warning", "warning_tint", "info", "info_tint", "best", "best_tint"),
)


def views(told: Told) -> tuple[View, ...]:
    """Give the views there is something to show in, in the order that a plan is made, raced and understood."""
    experiment = told.experiment
    if not visible(experiment):
        return ()
    for run in visible(experiment):  # nobody waits at a window here
        for scan, steps in experiment.scanned(run).items():
            scan.reach(steps)
    sight = Sight.whole(experiment, max(COARSEST, min(FINEST, POINTS // len(experiment.runs))))
    return tuple(_views(told, sight))


def _views(told: Told, sight: Sight) -> Iterator[View]:
    experiment, raced = told.experiment, told.raced
    walks = isinstance(experiment.problem.model, Surface)
    foreseen = forecast.all_of(experiment, law_of("bound"), int(sight.first), int(sight.last))
    drawn = schedule.figure(experiment, raced, replace(sight, foreseen=foreseen))
    yield _view(experiment, _tr("Schedule"), drawn)
    for searched in told.found:
        run = next(run for run in experiment.runs if run.name == searched.found.run)
        drawn = finder.figure(experiment, run, searched)
        yield _view(experiment, _tr("LR finder"), drawn, key=f"finder {run.name}")
    if any(run.name in raced for run in visible(experiment)):
        drawn = training.figure(experiment, raced, replace(sight, panes=_measured(told)))
        yield _view(experiment, _tr("Training"), drawn, two=True)
        yield from _differences(told, sight)
        yield from answered(experiment, raced)
    yield from landscape(told, plan_behind(experiment, raced.values()))
    if not walks:
        yield from _norms(told)
        yield _view(experiment, _tr("Loss"), loss.figure(experiment, raced, sight))


def colours() -> dict[str, tuple[str, str]]:
    """Give the colours of a page, each in light and in dark."""
    light, dark = palette.LIGHT, palette.DARK
    found = {name: (getattr(light, name).name(), getattr(dark, name).name()) for name in TOKENS}
    for i in range(len(light.lines)):
        found[f"line{i}"] = (light.line(i).name(), dark.line(i).name())
        found[f"ink{i}"] = (light.ink(i).name(), dark.ink(i).name())
    return found


def _measured(told: Told) -> tuple[str, ...]:
    """Give the panes of the Training view that hold curves, those a person chose among them; rates are shown before."""
    experiment = told.experiment
    heard = any(run.listens for run in experiment.runs)
    kinds = {choice.key: choice.kind for choice in panes.choices(experiment)}
    wanted = dict.fromkeys((*panes.first(experiment, 6), *told.panes))
    return tuple(key for key in wanted if kinds.get(key, "picture") != "picture" and (heard or kinds[key] != "rates"))


def _differences(told: Told, sight: Sight) -> Iterator[View]:
    """Give what the runs have more than the baseline, where one is pinned and was raced."""
    experiment, raced = told.experiment, told.raced
    if told.baseline not in raced or len(raced) < 2:
        return
    compared = replace(sight, baseline=told.baseline, differences=True)
    rates = schedule.figure(experiment, raced, compared)
    drawn = training.figure(experiment, raced, replace(compared, panes=_measured(told)))
    ratios = [plot for plot in rates.plots if plot.key == apart.RATIO]
    plots = (*ratios, *(plot for plot in drawn.plots if any(line.style == "reference" for line in plot.lines)))
    if plots:
        yield _view(experiment, _tr("Differences"), replace(drawn, plots=plots), two=True)


def _norms(told: Told) -> Iterator[View]:
    """Give the norms of each run's layers over its race."""
    experiment, raced = told.experiment, told.raced
    runs = [(i, run.name) for i, run in enumerate(experiment.runs) if run.visible and run.name in raced]
    last, room = experiment.training.steps - 1, (float(PICTURE[0]), ROOM)
    drawn = [(i, gradients.figure(experiment, raced, Study(last, name, room))) for i, name in runs]
    found = tuple(pane(experiment, plot, run=i) for i, figure in drawn for plot in figure.plots)
    if found:
        figure = drawn[0][1]
        yield View(_tr("Gradients"), figure.headline, figure.subline, found, two=True, summary=figure.describe())


def _view(experiment: Experiment, title: str, figure: Figure, *, two: bool = False, key: str = "") -> View:
    shown = tuple(pane(experiment, plot, key=key) for plot in figure.plots if plot.lines or plot.bars is not None)
    bare = replace(figure, headline="", subline="")  # which stand over it
    pictures = (made(Page(bare, palette.LIGHT, QSize(*PICTURE)), ".svg"),) if shown else ()
    return View(
        title,
        figure.headline,
        figure.subline,
        shown,
        two=two,
        summary=figure.describe(),
        pictures=pictures,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("View", text)
