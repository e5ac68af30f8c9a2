"""A picture as a value: what a view shows, before anything is painted.

Views make figures from an experiment and its results; `lrviz.ui.paint` paints them, on the screen and into files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Style = Literal["solid", "planned", "stale", "raw"]


@dataclass(frozen=True)
class Axis:
    """The stretch of an axis in sight. `form` is how its numbers are written; `title` stands once, at its end."""

    low: float
    high: float
    title: str = ""
    log: bool = False
    form: Literal["number", "percent"] = "number"


@dataclass(frozen=True, eq=False)
class Line:
    """One run's curve: the band from `low` to `high` at each `x`; `high is low` for a plain line. NaN breaks it.

    `solid` was computed or has run, `planned` is still to come, `stale` belongs to another version of its run, `raw`
    is every batch, unsmoothed. `end` is written after the name at the line's end; `cross` says in words why the line
    ends in a cross. A `named` line has its run's name at the end.
    """

    name: str
    colour: int
    x: Floats
    low: Floats
    high: Floats
    style: Style = "solid"
    named: bool = True
    end: str = ""
    cross: str = ""


@dataclass(frozen=True)
class Reading:
    """A run's value at the cursor: where it is on the plot and how it is written."""

    name: str
    colour: int
    value: float
    text: str


@dataclass(frozen=True, eq=False)
class Plot:
    """One pane: axes, lines, the cursor with its readings, and how far the race has come (`head`)."""

    title: str
    x: Axis
    y: Axis
    lines: tuple[Line, ...] = ()
    note: str = ""
    cursor: float | None = None
    readings: tuple[Reading, ...] = ()
    head: float | None = None
    left_out: str = ""
    key: str = ""


@dataclass(frozen=True, eq=False)
class Figure:
    """All a view draws: panes in `columns`, row by row, and the headline that says what they show.

    `heights` weighs the rows; panes of one column share their gutters; only the lowest pane of a column has x labels.
    """

    headline: str = ""
    subline: str = ""
    plots: tuple[Plot, ...] = ()
    columns: int = 1
    heights: tuple[float, ...] = field(default=(1.0,))
    summary: str = ""
