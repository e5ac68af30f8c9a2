"""The views of a report: what each view of the window draws of an experiment, as panes of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize

from lrviz.catalog.surface import Surface
from lrviz.experiment import Experiment
from lrviz.export.report import Bars, Curve, Pane, Scale, Spot, View
from lrviz.laws import law_of
from lrviz.results import Landscape
from lrviz.ui import palette
from lrviz.ui.figure import Axis, Figure, Plot
from lrviz.ui.racing.raced import Raced, raced_plan
from lrviz.ui.render import ground
from lrviz.ui.showing.pictures import Page, made
from lrviz.ui.views import forecast, loss, panes, schedule, training
from lrviz.ui.views.sight import Sight, visible

POINTS = 16_000
"""Columns that all curves of a pane have together; a curve of more steps is drawn as the band of each column."""
FINEST, COARSEST = 1600, 400
"""Columns of one curve, at most and at least."""
PICTURE = (1000, 640)
"""Size of a picture in a report, in pixels."""
TOKENS = (
    *("bg", "surface", "sunken", "hover", "border", "strong", "text", "text2", "text3", "grid", "axis", "focus"),
    *("error", "error_tint", "warning", "warning_tint", "info", "info_tint", "best", "best_tint"),
)
SMOOTH = ("forecast", "weights")
"""Panes along the steps whose values lie on lines between their points; elsewhere they hold until the next."""


def views(experiment: Experiment, raced: Mapping[str, Raced], landscape: Landscape | None) -> tuple[View, ...]:
    """Give the views there is something to show in: schedule, training, landscape and loss."""
    if not visible(experiment):
        return ()
    for run in visible(experiment):  # nobody waits at a window here
        for scan, steps in experiment.scanned(run).items():
            scan.reach(steps)
    sight = Sight.whole(experiment, max(COARSEST, min(FINEST, POINTS // len(experiment.runs))))
    foreseen = forecast.all_of(experiment, law_of("bound"), int(sight.first), int(sight.last))
    drawn = schedule.figure(experiment, raced, replace(sight, foreseen=foreseen))
    found = [_view(experiment, _tr("Schedule"), drawn)]
    if any(run.name in raced for run in visible(experiment)):
        drawn = training.figure(experiment, raced, replace(sight, panes=_measured(experiment)))
        found.append(_view(experiment, _tr("Training"), drawn, two=True))
    walked = isinstance(experiment.problem.model, Surface)
    if landscape is not None or (walked and raced):
        found.append(_pictured(_tr("Landscape"), ground(raced_plan(experiment), landscape, raced, PICTURE)))
    if not walked:
        found.append(_view(experiment, _tr("Loss"), loss.figure(experiment, raced, sight)))
    return tuple(found)


def colours() -> dict[str, tuple[str, str]]:
    """Give the colours of a page, each in light and in dark."""
    light, dark = palette.LIGHT, palette.DARK
    found = {name: (getattr(light, name).name(), getattr(dark, name).name()) for name in TOKENS}
    for i in range(len(light.lines)):
        found[f"line{i}"] = (light.line(i).name(), dark.line(i).name())
        found[f"ink{i}"] = (light.ink(i).name(), dark.ink(i).name())
    return found


def _measured(experiment: Experiment) -> tuple[str, ...]:
    """Give the panes of the Training view that hold curves; the planned rates are shown before."""
    wanted = panes.first(experiment, 6)
    heard = any(run.listens for run in experiment.runs)
    kinds = {choice.key: choice.kind for choice in panes.choices(experiment)}
    return tuple(key for key in wanted if kinds[key] != "picture" and (heard or kinds[key] != "rates"))


def _view(experiment: Experiment, title: str, figure: Figure, *, two: bool = False) -> View:
    shown = tuple(_pane(experiment, plot) for plot in figure.plots if plot.lines or plot.bars is not None)
    pictures = (made(Page(figure, palette.LIGHT, QSize(*PICTURE)), ".svg"),) if shown else ()
    return View(
        title,
        figure.headline,
        figure.subline,
        shown,
        two=two,
        summary=figure.describe(),
        pictures=pictures,
    )


def _pictured(title: str, figure: Figure) -> View:
    """Give a view that is a picture, without its headline, which stands over it."""
    bare = replace(figure, headline="", subline="")
    drawn = (made(Page(bare, theme, QSize(*PICTURE)), ".svg") for theme in (palette.LIGHT, palette.DARK))
    return View(title, figure.headline, figure.subline, summary=figure.describe(), pictures=tuple(drawn))


def _pane(experiment: Experiment, plot: Plot) -> Pane:
    kind, _, along = plot.key.partition(" ")
    names = {run.name: i for i, run in enumerate(experiment.runs)}
    hues = {run.colour: i for i, run in reversed(list(enumerate(experiment.runs)))}
    curves = tuple(
        Curve(
            names.get(line.name, hues.get(line.colour, -1)),
            line.name,
            line.colour,
            line.x,
            line.low,
            line.high,
            style=line.style,
            named=line.named and line.style not in ("band", "raw"),
            end=", ".join(filter(None, (line.end, line.cross))),
        )
        for line in plot.lines
    )
    spots = tuple(Spot(hues.get(one.colour, -1), one.colour, one.x, one.y, one.text) for one in plot.spots)
    return Pane(
        plot.title,
        along or "steps",
        _scale(plot.x),
        _scale(plot.y),
        curves,
        note=" · ".join(filter(None, (plot.y.title, plot.note, plot.left_out))),
        bars=None if plot.bars is None else Bars(plot.bars.edges, plot.bars.heights),
        spots=spots,
        smooth=bool(along) or kind in SMOOTH,
    )


def _scale(axis: Axis) -> Scale:
    return Scale(axis.low, axis.high, axis.title, axis.log, axis.form)


def _tr(text: str) -> str:
    return QCoreApplication.translate("View", text)
