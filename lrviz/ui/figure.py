"""A picture as a value: what a view shows, before anything is painted.

Views make figures from an experiment and its results; `lrviz.ui.paint` paints them, on the screen and into files.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lrviz.ui.pages.chain import Anatomy, Chain

Floats = NDArray[np.float64]
Style = Literal["solid", "planned", "stale", "raw", "had", "band", "ceiling", "told", "fix", "reference", "behind"]
Form = Literal["number", "percent", "whole"]


@dataclass(frozen=True)
class Axis:
    """The stretch of an axis in sight. `form` is how its numbers are written; `title` stands once, at its end.

    An axis of `whole` numbers, as of steps, has no tick between two of them. Its `names` stand at 0, 1, ….
    """

    low: float
    high: float
    title: str = ""
    log: bool = False
    form: Form = "number"
    names: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Line:
    """One run's curve: from `low` to `high` at each `x` (increasing); `high is low` for a plain line. NaN breaks it.

    `solid` was computed or has run, `planned` is still to come, `stale` belongs to another version of its run, `raw`
    is every batch, unsmoothed, `had` what a run had where it is forecast, thin, `band` the pale spread over seeds about
    another line, `ceiling` a bound, dashed; `told` is a metric that belongs to no run, grey; `fix` is what a fix would
    make of a run, dotted; `reference` is the baseline that others are compared with, thin, and `behind` a run that
    others stand before, pale. `end` is written after the name at the line's end; `cross` says in words why the line
    ends in a cross, `why` adds a second line below it. A `named` line has its run's name at the end.
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
    why: str = ""


@dataclass(frozen=True, eq=False)
class Seams:
    """Where something happens to a run: its mark at each (x, y), and a dotted line through the pane there.

    x is increasing. `stale` ones belong to another version of the run.
    """

    name: str
    colour: int
    x: Floats
    y: Floats
    stale: bool = False


@dataclass(frozen=True)
class Spot:
    """A point of a run's line: where it leaves another run, where it was best, or where it was stopped early.

    `text` is written beside it.
    """

    colour: int
    x: float
    y: float
    kind: Literal["fork", "best", "stop"] = "fork"
    text: str = ""


@dataclass(frozen=True)
class Strip:
    """What a run is made of, along the top of a pane: the name of each part from one x to another.

    One of no parts keeps the room free.
    """

    colour: int
    parts: tuple[tuple[float, float, str], ...] = ()


@dataclass(frozen=True)
class Reading:
    """A run's value at the cursor: where it is on the plot and how it is written; NEUTRAL is the colour of no run.

    What it has more than the baseline is written `apart` behind it; a `level` one isn't told apart from the baseline's
    by the seeds of both.
    """

    name: str
    colour: int
    value: float
    text: str
    level: bool = False
    apart: str = ""


@dataclass(frozen=True)
class Remark:
    """A few words beside a point of a plot."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Pin:
    """A place on x that is pinned down: a line from top to bottom, its name and value on a chip, and how sure it is.

    Grey from `low` to `high` says how far it spreads. A `chosen` pin is strong, a `trap` dotted, and `own` is what a
    run has, in its colour, its chip at the foot. Where `y` is a number the run's mark stands on its curve.
    """

    x: float
    name: str
    value: str
    colour: int
    low: float = math.nan
    high: float = math.nan
    y: float = math.nan
    look: Literal["plain", "chosen", "trap", "own"] = "plain"


@dataclass(frozen=True, eq=False)
class Bars:
    """A histogram: `heights` (n,) between `edges` (n + 1,), with a remark of two lines where there is room for it."""

    edges: Floats
    heights: Floats
    remark: str = ""
    detail: str = ""


@dataclass(frozen=True, eq=False)
class Cells:
    """A matrix drawn as cells, its first row at the bottom: each with its share of the darkest, and a text."""

    shares: Floats
    texts: tuple[tuple[str, ...], ...]
    colour: int


@dataclass(frozen=True, eq=False)
class Points:
    """Small grey points, such as training examples, in a shape for each `kind` (0, 1, …)."""

    x: Floats
    y: Floats
    kind: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Path:
    """A run's curve that may turn back on itself: x and y (n,) in order; NaN breaks it."""

    name: str
    colour: int
    x: Floats
    y: Floats


@dataclass(frozen=True, eq=False)
class Heights:
    """What lies over a plane: `values` (ny, nx) at `x` (nx,) and `y` (ny,), increasing; not finite where there is none.

    The places need not be evenly apart. `edges` (n + 1,), increasing, divide the values into n bands of colour; what is
    beyond them has the last band's. `contours` are drawn as lines, and `named` ones have their value written. `title`
    says what is measured. Where high is good, as for accuracy, `high_is_good` turns the colours round.
    """

    x: Floats
    y: Floats
    values: Floats
    edges: Floats
    contours: tuple[float, ...] = ()
    named: tuple[float, ...] = ()
    title: str = ""
    form: Form = "number"
    high_is_good: bool = False


@dataclass(frozen=True, eq=False)
class Trek:
    """A run's path over a plane: at `x`, `y` (n,) in order, where `z` (n,) is what is true there (NaN if unknown).

    `at` is the index of its place at the cursor, None before it has one: what comes after is pale. `off` is its
    distance from the plane there, drawn as a ring. `end` is written after the name at its last place. `shaded` paths
    are filled with the colours of `z`. A `cloud` (k, 2) is where its other seeds are at the cursor. A `forked` one
    begins on the path that it leaves.
    """

    name: str
    colour: int
    x: Floats
    y: Floats
    z: Floats
    at: int | None = None
    off: float = 0.0
    end: str = ""
    shaded: bool = False
    stale: bool = False
    cloud: Floats | None = None
    forked: bool = False


@dataclass(frozen=True)
class Arrow:
    """From a place on the plane, by so much: a step's `kind`, in a run's colour."""

    x: float
    y: float
    dx: float
    dy: float
    kind: Literal["gradient", "momentum", "update"]
    colour: int


@dataclass(frozen=True)
class Turn:
    """How a surface in space is turned towards the eye, in degrees, how much it is enlarged, and what is left out.

    `faded` walls vanish above the last band instead of being cut off. A `coarse` one is drawn with fewer faces.
    """

    elevation: float = 40.0
    turn: float = -32.0
    zoom: float = 1.0
    faded: bool = True
    coarse: bool = False


@dataclass(frozen=True, eq=False)
class Terrain:
    """A plane seen from above, or in space where it is `turned`: its heights, the runs' paths, and what is known there.

    `x` and `y` are the stretch in sight, of equal scale. `start` is where the paths begin and what is written there.
    `line` is a straight line from one place to another along which a profile is drawn. `note` is a short
    hint at the lower left. It begins `indent` pixels further right, and nothing is written in the upper right corner of
    the size `aside`: controls stand there.
    """

    x: Axis
    y: Axis
    heights: Heights | None = None
    treks: tuple[Trek, ...] = ()
    start: tuple[float, float, str] | None = None
    arrows: tuple[Arrow, ...] = ()
    line: tuple[tuple[float, float], tuple[float, float]] | None = None
    rings: bool = True
    turned: Turn | None = None
    note: str = ""
    indent: float = 0.0
    aside: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, eq=False)
class Plot:
    """One pane: axes, lines, the cursor with its readings, and how far the race has come (`head`), in units of x.

    `note` follows the title, as does `left_out`, which says how many values a log axis can't show. `key` is what the
    plot is called where it isn't read: its zoom is kept under it. A `fixed` plot has an x of its own, which is neither
    zoomed nor holds the cursor. Nothing is written in the last `aside` pixels of its title row: a control stands there.
    One that is about a single run has its `colour`. The plots of one `group` are zoomed together.
    """

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
    bars: Bars | None = None
    cells: Cells | None = None
    points: Points | None = None
    seams: tuple[Seams, ...] = ()
    spots: tuple[Spot, ...] = ()
    strip: Strip | None = None
    paths: tuple[Path, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pins: tuple[Pin, ...] = ()
    fixed: bool = False
    aside: float = 0.0
    colour: int | None = None
    group: str = ""


@dataclass(frozen=True, eq=False)
class Figure:
    """All a view draws: panes in `columns`, row by row, and the headline that says what they show.

    `heights` weighs the rows; panes of one column share their gutters; only the lowest pane of a column has x labels.
    A `terrain` fills all above the panes, which share a quarter of the height then, or all of it. A `chain` stands at
    the top, and below it the `anatomy` of an update, or the terrain.
    A `board` has other figures beside each other, and nothing else but the headline.
    A figure of no plots says with its headline and subline what to do next. `describe`
    gives the figure in words, when someone asks.
    """

    headline: str = ""
    subline: str = ""
    plots: tuple[Plot, ...] = ()
    columns: int = 1
    heights: tuple[float, ...] = field(default=(1.0,))
    describe: Callable[[], str] = str
    terrain: Terrain | None = None
    chain: Chain | None = None
    anatomy: Anatomy | None = None
    board: tuple[Tile, ...] = ()


@dataclass(frozen=True, eq=False)
class Tile:
    """A figure on a board: the key of the view it is of, and its title."""

    key: str
    title: str
    figure: Figure
