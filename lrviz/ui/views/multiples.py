"""Small multiples: of one plot a pane for each run, on common axes, with the other runs pale behind it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.run import Run
from lrviz.ui.figure import Figure, Line, Plot
from lrviz.ui.numbers import short

MAIN = ("solid", "reference", "stale")
"""The styles of the line that stands for a run where others are looked at."""
BESIDE = 0.02
"""Share of the stretch in sight within which a line's end is at the cursor."""
COLUMNS = ((1, 1), (2, 2), (3, 3), (4, 2), (9, 3), (16, 4))
"""Up to so many panes, and how many of them stand side by side."""


def splits(figure: Figure) -> tuple[tuple[str, str], ...]:
    """Give the plots of a figure that can be split by run: key and title of each that has lines along its x axis."""
    return tuple((plot.key, plot.title) for plot in figure.plots if plot.key and not plot.fixed and _names(plot))


def split(figure: Figure, key: str, runs: Sequence[Run]) -> Figure:
    """Give a figure with a pane for each run in place of its plots; the same where no plot of that key can be split."""
    plot = next((plot for plot in figure.plots if plot.key == key), None)
    drawn = _names(plot) if plot is not None and key in dict(splits(figure)) else frozenset()
    shown = [run for run in runs if run.name in drawn]
    if plot is None or len(shown) < 2:
        return figure
    panes = tuple(_pane(plot, run, first=not at) for at, run in enumerate(shown))
    return replace(figure, plots=panes, columns=columns(len(panes)), heights=(1.0,))


def columns(panes: int) -> int:
    """Give how many panes stand side by side, in as few rows as leave each of them readable.

    >>> [columns(n) for n in (1, 2, 3, 4, 5, 9, 10, 16, 40)]
    [1, 2, 3, 2, 3, 3, 4, 4, 5]
    """
    return next((wide for most, wide in COLUMNS if panes <= most), 5)


def _names(plot: Plot) -> frozenset[str]:
    return frozenset(line.name for line in plot.lines if line.style in (*MAIN, "planned") and line.named)


def _pane(plot: Plot, run: Run, *, first: bool) -> Plot:
    """Give a run's pane; what is measured is said in the first."""
    own = [line for line in plot.lines if line.name == run.name]
    others = [line for line in plot.lines if line.name != run.name and line.style in MAIN]
    ended = next((line for line in reversed(own) if line.named), None)
    told = ended is not None and _told(plot, ended)
    stale = QCoreApplication.translate("Against", "stale") if any(line.style == "stale" for line in own) else ""
    notes = [stale, *((plot.title, plot.note) if first else ())]
    return replace(
        plot,
        title=run.name,
        colour=run.colour,
        note=" · ".join(note for note in notes if note),
        left_out=plot.left_out if first else "",
        key=f"{plot.key}/{run.name}",
        group=f"{plot.key}/",
        lines=(
            *(_alone(line, plot.y.form, last=line is ended, told=told) for line in own),
            *(_behind(line) for line in others),
        ),
        readings=tuple(one for one in plot.readings if one.name == run.name),
        seams=tuple(one for one in plot.seams if one.name == run.name),
        spots=tuple(one for one in plot.spots if one.colour == run.colour),
        strip=None,
        remarks=(),
        aside=0.0,
    )


def _told(plot: Plot, line: Line) -> bool:
    """Whether a line's last value stands at the cursor: behind its end, or so close before it that it is the same.

    What is measured after the last update ends one behind the cursor there.
    """
    if plot.cursor is None:
        return False
    reading = next((one.value for one in plot.readings if one.name == line.name), math.nan)
    beside = plot.cursor >= line.x[-1] - BESIDE * (plot.x.high - plot.x.low)
    return bool(plot.cursor >= line.x[-1] or (beside and reading == line.low[-1]))


@lru_cache(maxsize=128)  # the same line again is painted from the same pixels
def _alone(line: Line, form: str, *, last: bool, told: bool) -> Line:
    """Give a line without its name, which is the pane's title, and with its last value where that isn't told yet."""
    known = line.low[np.isfinite(line.low)]
    value = "" if told or not len(known) else short(float(known[-1]), "percent" if form == "percent" else "number")
    said = line.end if line.style != "reference" else ""  # that it is the baseline
    return replace(line, named=False, end=(said or value) if last else "")


@lru_cache(maxsize=128)
def _behind(line: Line) -> Line:
    return replace(line, style="behind", named=False, end="", cross="", why="")
