"""What a report holds: texts in the reader's language, numbers and curves, and nothing of how a page looks."""

from __future__ import annotations

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


@dataclass(frozen=True, eq=False)
class Pane:
    """One plot. Panes of one `group` share their x and the cursor on it.

    Of a `smooth` one values lie on straight lines between its points; else they hold until the next.
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


@dataclass(frozen=True, eq=False)
class View:
    """What one view of the window shows: its headline, what that rests on, and its panes, in one column or two.

    `pictures` are SVG files of it in light and in dark: of a view without panes, and for readers without scripts.
    """

    title: str
    headline: str
    under: str
    panes: tuple[Pane, ...] = ()
    two: bool = False
    summary: str = ""
    pictures: tuple[bytes, ...] = ()


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
    their names in `page`.
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
