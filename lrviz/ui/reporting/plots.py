"""Plots of the window's views as panes of a report."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.export.report import Bars, Curve, Dots, Matrix, Pane, Pin, Scale, Spot
from lrviz.ui.figure import Axis, Cells, Floats, Line, Path, Plot, Points
from lrviz.ui.figure import Pin as Pinned

SMOOTH = ("forecast", "weights", "gradient", "moved", "finder", "roc", "pr", "reliability", "fit")
"""Panes whose values lie on lines between their points; elsewhere they hold until the next."""
SHAPES = 400
"""Points of a cloud that a report draws."""


def pane(experiment: Experiment, plot: Plot, *, run: int | None = None, key: str = "") -> Pane:
    """Give a plot as a pane: of one `run` all of its lines are. One that is `fixed` has an x of its own, by its key."""
    kind, _, along = plot.key.partition(" ")
    whose = _Whose(experiment, run)
    notes = (plot.y.title, plot.note, plot.left_out)
    return Pane(
        plot.title,
        key or (plot.key if plot.fixed else along or "steps"),
        scale(plot.x),
        scale(plot.y),
        (*(_curve(line, whose) for line in plot.lines), *(_path(path, whose) for path in plot.paths)),
        note=" · ".join(filter(None, notes)),
        bars=None if plot.bars is None else Bars(plot.bars.edges, plot.bars.heights),
        spots=tuple(Spot(whose(one.colour), one.colour, one.x, one.y, one.text) for one in plot.spots),
        smooth=bool(along) or kind in SMOOTH,
        pins=tuple(_pin(pin, whose) for pin in plot.pins),
        dots=None if plot.points is None else _dots(plot.points),
        square=plot.fixed and not along,
    )


def matrix(plot: Plot, cells: Cells, run: int) -> Matrix:
    """Give a plot of cells as a table of a run's. Classes are read downwards there, other rows stand as in the plot."""
    rows, columns = cells.shares.shape
    across, up = (axis.names or tuple(map(str, range(n))) for axis, n in ((plot.x, columns), (plot.y, rows)))
    if plot.key == "confusion":
        corner = QCoreApplication.translate("View", "true ↓ predicted →")
        unbroken = corner.replace(" ↓", "\u00a0↓").replace(" →", "\u00a0→")
        return Matrix(run, plot.title, across, up, cells.shares, cells.texts, unbroken)
    return Matrix(run, plot.title, across, up[::-1], cells.shares[::-1], cells.texts[::-1], plot.x.title)


def scale(axis: Axis) -> Scale:
    """Give an axis."""
    return Scale(axis.low, axis.high, axis.title, axis.log, axis.form)


class _Whose:
    """Says which run something is of, by its name or its colour; −1 is none."""

    def __init__(self, experiment: Experiment, run: int | None) -> None:
        self._run = run
        self._names = {run.name: i for i, run in enumerate(experiment.runs)}
        self._hues = {run.colour: i for i, run in reversed(list(enumerate(experiment.runs)))}

    def __call__(self, colour: int, name: str = "") -> int:
        if self._run is not None:
            return self._run
        return self._names.get(name, self._hues.get(colour, -1))


def _curve(line: Line, whose: _Whose) -> Curve:
    return Curve(
        whose(line.colour, line.name),
        line.name,
        line.colour,
        line.x,
        line.low,
        line.high,
        style=line.style,
        named=line.named and line.style not in ("band", "raw"),
        end=", ".join(filter(None, (line.end, line.cross))),
    )


def _path(path: Path, whose: _Whose) -> Curve:
    """Give a curve that may turn back on itself."""
    return Curve(whose(path.colour, path.name), path.name, path.colour, path.x, path.y, path.y, "path", named=False)


def _pin(pin: Pinned, whose: _Whose) -> Pin:
    return Pin(whose(pin.colour), pin.colour, pin.x, pin.name, pin.value, pin.look, pin.low, pin.high)


def _dots(points: Points) -> Dots:
    every = max(1, -(-len(points.x) // SHAPES))
    parts: tuple[Floats, Floats] = points.x[::every], points.y[::every]
    return Dots(*parts, points.kind[::every])
