"""What a report holds: texts in the reader's language, numbers and curves, and nothing of how a page looks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Form = Literal["number", "percent", "whole"]


@dataclass(frozen=True)
class Scale:
    """An axis: the stretch it shows, its title, and how its numbers are written."""

    low: float
    high: float
    title: str = ""
    log: bool = False
    form: Form = "number"


@dataclass(frozen=True, eq=False)
class Curve:
    """A curve of the run at index `run` (−1: of none): between `low` and `high` at each `x`; NaN breaks it.

    `style` is one of a figure's lines; a `named` one has its `name` at its end, and `end` behind it.
    """

    run: int
    name: str
    colour: int
    x: Floats
    low: Floats
    high: Floats
    style: str = "solid"
    named: bool = True
    end: str = ""


@dataclass(frozen=True)
class Spot:
    """A point of a run's curve where something happened, with a few words."""

    run: int
    colour: int
    x: float
    y: float
    text: str = ""


@dataclass(frozen=True, eq=False)
class Bars:
    """A histogram: `heights` (n,) between `edges` (n + 1,)."""

    edges: Floats
    heights: Floats


@dataclass(frozen=True)
class Pin:
    """A place on x that is pinned down, and what it is called: of a run (−1: none), `low` to `high` if it is unsure."""

    run: int
    colour: int
    x: float
    name: str
    value: str
    look: str = "plain"
    low: float = math.nan
    high: float = math.nan


@dataclass(frozen=True, eq=False)
class Dots:
    """Small grey points, such as training examples, in a shape for each `kind` (0, 1, …)."""

    x: Floats
    y: Floats
    kind: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Pane:
    """One plot. Panes of one `group` share their x and the cursor on it.

    Of a `smooth` one values lie on straight lines between its points; else they hold until the next. A `square` one has
    no other axes than its own, and more height than others.
    """

    title: str
    group: str
    x: Scale
    y: Scale
    curves: tuple[Curve, ...] = ()
    note: str = ""
    bars: Bars | None = None
    spots: tuple[Spot, ...] = ()
    smooth: bool = False
    pins: tuple[Pin, ...] = ()
    dots: Dots | None = None
    square: bool = False


@dataclass(frozen=True, eq=False)
class Matrix:
    """A table of a run's that is shaded: `shares` (n, m) of the darkest and what is written, the first row on top."""

    run: int
    title: str
    across: tuple[str, ...]
    down: tuple[str, ...]
    shares: Floats
    texts: tuple[tuple[str, ...], ...]
    corner: str = ""


@dataclass(frozen=True, eq=False)
class Trek:
    """A run's path over a plane: at `x`, `y` (n,) from each of `steps` (n,) on, where `z` (n,) is true."""

    run: int
    name: str
    colour: int
    steps: Floats
    x: Floats
    y: Floats
    z: Floats
    end: str = ""
    stale: bool = False


@dataclass(frozen=True, eq=False)
class Contour:
    """The lines (n, 2) of one height, and how that is written on them, if it is."""

    lines: tuple[Floats, ...]
    text: str = ""


@dataclass(frozen=True, eq=False)
class Ground:
    """A plane seen from above, with the paths over it; `x` and `y` have one scale.

    At the places `xs` (nx,) and `ys` (ny,) its heights lie on `bands` (ny, nx): k to k + 1 is the band between two of
    `edges`, which begin with band `first`. `ramp` are the bands' colours, in light and in dark. Paths `start` at a
    place, with what is written there. The cursor is that of a `group` of panes.
    """

    title: str
    group: str
    x: Scale
    y: Scale
    xs: Floats
    ys: Floats
    bands: Floats
    edges: Floats
    first: int
    ramp: tuple[tuple[str, ...], tuple[str, ...]]
    contours: tuple[Contour, ...] = ()
    treks: tuple[Trek, ...] = ()
    start: tuple[float, float, str] | None = None
    form: Form = "number"


@dataclass(frozen=True, eq=False)
class View:
    """What one view of the window shows: its headline, what that rests on, and its panes, in one column or two.

    Below them stand its `matrices`, above them its `ground`. `pictures` are SVG files of it in light and in dark: of a
    view without panes, and for readers without scripts.
    """

    title: str
    headline: str
    under: str
    panes: tuple[Pane, ...] = ()
    two: bool = False
    summary: str = ""
    pictures: tuple[bytes, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    ground: Ground | None = None

    @property
    def columns(self) -> int:
        """How many panes stand side by side: as many as leave no gap below them."""
        if not self.two:
            return 1
        return 3 if len(self.panes) % 3 == 0 and all(pane.square for pane in self.panes) else 2


@dataclass(frozen=True)
class Shown:
    """A cell: its text, the number it is sorted by, and whether it is the best of its column."""

    text: str
    value: float | None = None
    best: bool = False


@dataclass(frozen=True)
class Row:
    """A run's cells."""

    run: int
    cells: tuple[Shown, ...]


@dataclass(frozen=True)
class Table:
    """Numbers, run by run, under `heads`; the first of these stands over the runs."""

    title: str
    under: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Found:
    """A finding: the rule's id, how bad it is, what it says, and the lines that put it right."""

    rule: str
    severity: Literal["error", "warning", "info"]
    message: str
    run: str = ""
    fix: str = ""


@dataclass(frozen=True)
class Code:
    """A run's lines of code."""

    run: int
    text: str


@dataclass(frozen=True)
class Command:
    """A command line, and what it is for."""

    about: str
    line: str


@dataclass(frozen=True)
class File:
    """A file that the page holds: its name, its kind for browsers, and what it is called on its button."""

    name: str
    kind: str
    data: bytes
    words: str


@dataclass(frozen=True, eq=False)
class Report:
    """All of a report. `runs` are (name, colour) in order; `facts` are (what, value), `session` is `dumps`'s text.

    `colours` maps a name to (light, dark), as `line0` and `ink0` for the first run's. `words` are the page's own, by
    their names in `page`. Values at a cursor are read against those of the run at index `baseline` (−1: none).
    """

    title: str
    language: str
    lead: tuple[str, ...]
    runs: tuple[tuple[str, int], ...]
    views: tuple[View, ...]
    session: str
    words: Mapping[str, str]
    colours: Mapping[str, tuple[str, str]]
    table: Table | None = None
    found: tuple[Found, ...] = ()
    code: tuple[Code, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    commands: tuple[Command, ...] = ()
    files: tuple[File, ...] = field(default=())
    baseline: int = -1
