"""A figure as a LaTeX file: it compiles by itself, and a document that takes it in has a picture there."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lrviz.errors import ResourceError
from lrviz.export.typeset import korean
from lrviz.sentences import say
from lrviz.ui.figure import Figure, Plot
from lrviz.ui.palette import LIGHT
from lrviz.ui.pgfplots.around import LEFT, Room
from lrviz.ui.pgfplots.plane import plane
from lrviz.ui.pgfplots.plots import axis
from lrviz.ui.pgfplots.words import comment, written

WIDE, RIGHT, ABOVE, BELOW = 160.0, 27.0, 8.0, 8.0
"""Millimetres of a picture that was measured in pixels, and of the room right of, above and below each plot."""
TALLEST = 230.0
"""Millimetres that a picture may be high: a page."""

HEAD = r"""% {headline}
% Made by lrviz. It compiles by itself with pdflatex, xelatex or lualatex. A document that has
%   \usepackage{{pgfplots}} \pgfplotsset{{compat=1.16}}{korean}
% can \input it, and \resizebox it. Runs: {runs}
\expandafter\ifx\csname @twoclasseserror\endcsname\documentclass
  \def\lrvizend{{}}%
\else
  \documentclass[border=2mm]{{standalone}}
  \usepackage{{pgfplots}}
  \pgfplotsset{{compat=1.16}}{package}
  \def\lrvizend{{\end{{document}}}}
  \begin{{document}}%
\fi
"""
PICTURE = r"""\begin{tikzpicture}[font=\footnotesize,
    lrviztitle/.style={anchor=base west, inner sep=0pt},
    lrvizname/.style={anchor=west, inner sep=1pt, font=\scriptsize},
    lrvizchip/.style={fill=white, fill opacity=0.75, text opacity=1, rounded corners=1pt},
    lrviznote/.style={anchor=south west, inner sep=2pt, font=\scriptsize},
    lrvizpart/.style={anchor=base, inner sep=0pt, font=\scriptsize},
    lrvizunit/.style={anchor=north east, inner sep=0pt, font=\scriptsize, text=lrvizgrey}]
  \pgfplotsset{lrviz/.style={anchor=south west, scale only axis, axis lines*=left, tick align=outside,
    y axis line style={draw=none}, x axis line style={lrvizaxis, -}, ytick style={draw=none},
    xtick style={lrvizaxis}, ymajorgrids, grid style={lrvizgrid}, minor tick num=0, minor tick style={draw=none},
    tick label style={font=\scriptsize, text=lrvizgrey}, unbounded coords=jump, scaled ticks=false,
    log ticks with fixed point}}"""


def document(figure: Figure, size: tuple[int, int], measured: tuple[float, float] | None = None) -> bytes:
    """Give a figure's plots as a LaTeX file, in the colours for paper.

    `size` is the picture's in pixels, whose shape it has; `measured` is its size in millimetres, where that was asked
    for.

    Raises
    ------
    ResourceError
        The figure has no plots.
    """
    if not figure.plots and figure.terrain is None:
        raise ResourceError(say("a .tex file holds plots, and this view shows none: choose .svg or .pdf"))
    wide, high = measured or (WIDE, min(TALLEST, WIDE * size[1] / size[0]))
    share = 0.0 if figure.terrain is None else 0.75 if figure.plots else 1.0
    rooms = _rooms(figure, wide, high * (1 - share))
    map_room = Room(0.0, high * (1 - share), wide, high * share, 0.0)
    names = dict.fromkeys((line.name, line.colour) for plot in figure.plots for line in plot.lines)
    words = " ".join([figure.headline, *(name for name, _ in names), *_texts(figure)])
    package = r" \usepackage{kotex}" if korean(words) else ""
    head = HEAD.format(
        headline=comment(figure.headline) or "A picture",
        runs=comment("; ".join(f"{name} is lrvizline{colour % 8}" for name, colour in names if colour >= 0)),
        korean=package,
        package=f"\n  {package.strip()}" if package else "",
    )
    lines = [
        head.rstrip() + "%",
        PICTURE,
        *_colours(),
        *(plane(figure.terrain, map_room) if figure.terrain is not None else ()),
        *(line for plot, room in zip(figure.plots, rooms, strict=True) for line in axis(plot, room)),
        *_headline(figure, wide, max(room.low + room.high for room in (*rooms, map_room))),
        r"\end{tikzpicture}%",
        r"\lrvizend",
        "",
    ]
    return "\n".join(lines).encode()


def _rooms(figure: Figure, wide: float, high: float) -> list[Room]:
    """Give each plot its area: in columns, row by row, as high as its row weighs."""
    columns = figure.columns
    rows = math.ceil(len(figure.plots) / columns)
    weights = (list(figure.heights) * rows)[:rows]
    cell, top = wide / columns, high
    right = RIGHT if columns == 1 else min(RIGHT, 0.25 * cell)
    found: list[Room] = []
    for row, weight in enumerate(weights):
        tall = max(12.0, (high - rows * (ABOVE + BELOW)) * weight / sum(weights))
        top -= ABOVE + tall
        places = range(min(columns, len(figure.plots) - row * columns))
        found += [Room(at * cell + LEFT, top, max(20.0, cell - LEFT - right), tall, right - 2) for at in places]
        top -= BELOW
    return found


def _colours() -> Iterator[str]:
    """Define every colour by name, so that a document can choose others."""
    named = {"grey": LIGHT.text2, "axis": LIGHT.axis, "grid": LIGHT.grid, "back": LIGHT.bg, "text": LIGHT.text}
    named |= {"contour": LIGHT.text3}
    for i in range(len(LIGHT.lines)):
        named |= {f"line{i}": LIGHT.line(i), f"ink{i}": LIGHT.ink(i)}
    for name, value in named.items():
        yield rf"  \definecolor{{lrviz{name}}}{{HTML}}{{{value.name()[1:].upper()}}}"


def _headline(figure: Figure, wide: float, top: float) -> Iterator[str]:
    if figure.headline:
        style = rf"anchor=south west, inner sep=0pt, text width={wide:.1f}mm, font=\bfseries"
        yield rf"  \node[{style}] at (0mm,{top + ABOVE + 1:.2f}mm) {{{written(figure.headline)}}};"


def _texts(figure: Figure) -> Iterator[str]:
    for plot in figure.plots:
        yield from _plot_texts(plot)


def _plot_texts(plot: Plot) -> Iterator[str]:
    yield from (plot.title, plot.x.title, plot.y.title, plot.note, plot.left_out)
    yield from (text for line in plot.lines for text in (line.end, line.cross))
    yield from (spot.text for spot in plot.spots)
