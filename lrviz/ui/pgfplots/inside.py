"""What is inside the frame of a plot: curves, bands, marks, bars, cells and notes."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from lrviz.ui.figure import Cells, Floats, Line, Path, Pin, Plot, Points, Seams, Spot
from lrviz.ui.marks import dashes
from lrviz.ui.paint.curves import ORDER
from lrviz.ui.pgfplots.numbers import UNITS, Field, outlines, told
from lrviz.ui.pgfplots.words import comment, written

EVERY, STAGGER = 75.0, 25.0
"""Points from one mark of a run to the next, and from one run's to another's."""
MARKS = (
    "mark=*",
    "mark=square*",
    "mark=triangle*",
    "mark=diamond*",
    "mark=triangle*, mark options={rotate=180}",
    "mark=pentagon*",
    "mark=x, very thick",
    "mark=+, very thick",
)
"""● ■ ▲ ◆ ▼ ⬢ ✖ ✚ as pgfplots has them."""
STYLES = {
    "solid": "line width=0.9pt, line join=round",
    "planned": "line width=0.9pt, opacity=0.3, line join=round",
    "stale": "line width=0.7pt, densely dashed, opacity=0.5, line join=round",
    "raw": "line width=0.3pt, opacity=0.25, line join=bevel",
    "had": "line width=0.4pt, opacity=0.6, line join=round",
    "ceiling": "line width=0.6pt, dashed, opacity=0.6, line join=round",
    "told": "line width=0.6pt, line join=round",
    "fix": "line width=0.9pt, densely dotted, line join=round",
}
THICK = 0.9 / 2.25
"""Points to a pixel of a curve's thickness, and of its dashes."""
MOST = 2000
"""Points of a cloud that are drawn."""
DARK = 0.55
"""Share of the darkest from which on a cell's text is white."""
NONE = "% no marks"


def inside(plot: Plot, field: Field) -> Iterator[str]:
    """Give what a plot shows, in the order it is drawn."""
    if plot.head is not None and field.inside(plot.head, field.y.axis.low):
        yield _filled(field, (plot.head, field.y.axis.low), (field.x.axis.high, field.y.axis.high), "lrvizback")
    if plot.bars is not None:
        heights = [*plot.bars.heights.tolist(), float(plot.bars.heights[-1])]
        places = " ".join(field.at(x, y) for x, y in zip(plot.bars.edges.tolist(), heights, strict=True))
        yield rf"\addplot[ybar interval, fill=lrvizaxis, draw=white] coordinates {{{places}}};"
    if plot.cells is not None:
        yield from _cells(plot.cells, field)
    for pin in plot.pins:
        yield from _spread(pin, field)
    if plot.points is not None:
        yield _cloud(plot.points, field)
    for style in ORDER:
        for line in reversed(plot.lines):  # of each kind the first on top
            if line.style == style:
                yield from _line(line, field)
    for path in plot.paths:
        yield from _path(path, field)
    for order, line in enumerate(line for line in plot.lines if line.style == "solid"):
        yield _marks(line, field, STAGGER * (0.5 + order % 3))
    yield from _told(plot, field)


def colour(index: int, part: str = "line") -> str:
    """Give what a run's colour is called: that of its line, or of its words (`ink`)."""
    return "lrvizgrey" if index < 0 else f"lrviz{part}{index % len(MARKS)}"


def _told(plot: Plot, field: Field) -> Iterator[str]:
    """Give what lies over the curves: where something happens, and what is noted there."""
    for seams in plot.seams:
        yield from _seams(seams, field)
    for pin in plot.pins:
        yield from _pin(pin, field)
    for spot in plot.spots:
        yield from _spot(spot, field)
    for remark in plot.remarks:
        yield _note(field, remark.x, remark.y, remark.text, "lrvizgrey")
    if plot.cursor is not None and field.inside(plot.cursor, field.y.axis.low):
        yield _upright(field, plot.cursor, "lrvizgrey")
        for one in plot.readings:
            yield _dots(field.at(plot.cursor, one.value), one.colour)
            yield _note(field, plot.cursor, one.value, one.text, colour(one.colour, "ink"))


def _line(line: Line, field: Field) -> Iterator[str]:
    hue, said = colour(line.colour), comment(line.name)
    if line.high is not line.low:
        edge, opacity = ("draw=none", 0.12) if line.style == "band" else (f"draw={hue}, line width=0.4pt", 0.4)
        options = f"{edge}, fill={hue}, fill opacity={opacity}, forget plot"
        for outline in outlines(field, line):
            yield rf"\addplot[{options}] coordinates {{{field.strand([outline])}}} -- cycle; % {said}"
        return
    pieces = field.pieces(line.x, line.low)
    lengths = dashes(line.colour) if line.style == "solid" else ()
    turns = zip(("on", "off") * len(lengths), lengths, strict=False)
    dashed = " ".join(f"{turn} {length * THICK:.2f}pt" for turn, length in turns)
    if pieces:
        options = f"{hue}, {STYLES[line.style]}" + (f", dash pattern={dashed}" if dashed else "")
        yield rf"\addplot[{options}] coordinates {{{field.strand(pieces)}}}; % {said}"


def _path(path: Path, field: Field) -> Iterator[str]:
    pieces = field.wandering(path.x, path.y)
    if pieces:
        yield rf"\addplot[{colour(path.colour)}, {STYLES['solid']}] coordinates {{{field.strand(pieces)}}};"


def middle(line: Line, field: Field) -> Floats:
    """Give the middle of a line in units, as far as there is one."""
    values = line.low if line.high is line.low else (line.low + line.high) / 2
    through = field.places(line.x, values)
    return through[~np.isnan(through).any(axis=1)]


def _marks(line: Line, field: Field, first: float) -> str:
    """Give a run's marks along its line, evenly over the picture: the cue beside its colour."""
    through = middle(line, field)
    if not len(through):
        return NONE
    at = np.arange(first * UNITS, field.wide, EVERY * UNITS)
    at = at[(at >= through[0, 0]) & (at <= through[-1, 0])]
    heights = np.interp(at, through[:, 0], through[:, 1])
    seen = (heights >= 0) & (heights <= field.high)
    places = zip(at[seen].tolist(), heights[seen].tolist(), strict=True)
    return _dots(" ".join(f"({told(field.x, x)},{told(field.y, y)})" for x, y in places), line.colour)


def _dots(places: str, index: int, mark: str = "", size: float = 1.5) -> str:
    if not places:
        return NONE
    shape = mark or MARKS[index % len(MARKS)]
    return rf"\addplot[only marks, {shape}, mark size={size}pt, {colour(index)}] coordinates {{{places}}};"


def _cloud(points: Points, field: Field) -> str:
    every = max(1, -(-len(points.x) // MOST))
    known = zip(points.x[::every].tolist(), points.y[::every].tolist(), strict=True)
    return _dots(" ".join(field.at(x, y) for x, y in known if field.inside(x, y)), -1, "mark=*", 0.6)


def _seams(seams: Seams, field: Field) -> Iterator[str]:
    places = [(x, y) for x, y in zip(seams.x.tolist(), seams.y.tolist(), strict=True) if field.inside(x, y)]
    for x, _ in places[:MOST]:
        yield _upright(field, x, f"{colour(seams.colour)}, densely dotted")
    yield _dots(" ".join(field.at(*place) for place in places[:MOST]), seams.colour)


def _spread(pin: Pin, field: Field) -> Iterator[str]:
    """Shade how far a pinned place spreads."""
    if math.isfinite(pin.low) and math.isfinite(pin.high):
        y = field.y.axis
        yield _filled(field, (pin.low, y.low), (pin.high, y.high), "lrviztext", "fill opacity=0.06")


def _pin(pin: Pin, field: Field) -> Iterator[str]:
    hue, style = pinned(pin), {"trap": "densely dotted", "chosen": "thick", "own": "dashed"}.get(pin.look, "thin")
    yield _upright(field, pin.x, f"{hue}, {style}")
    if pin.look == "own":
        place = field.at(pin.x, field.y.axis.low)[1:-1]
        words = rf"\textbf{{{written(pin.name)}}} {written(pin.value)}"
        yield rf"\node[lrviznote, lrvizchip, text={hue}] at (axis cs:{place}) {{{words}}};"
    if math.isfinite(pin.y):
        yield _dots(field.at(pin.x, pin.y), pin.colour)


def pinned(pin: Pin) -> str:
    """Give what the colour of a pin is called: a run's is that of the run, others are grey, a chosen one is strong."""
    if pin.look == "own":
        return colour(pin.colour, "ink")
    return "lrviztext" if pin.look == "chosen" else "lrvizgrey"


def _spot(spot: Spot, field: Field) -> Iterator[str]:
    if field.inside(spot.x, spot.y):
        yield rf"\addplot[only marks, mark=o, {colour(spot.colour)}] coordinates {{{field.at(spot.x, spot.y)}}};"
        if spot.text:
            yield _note(field, spot.x, spot.y, spot.text, colour(spot.colour, "ink"))


def _cells(cells: Cells, field: Field) -> Iterator[str]:
    rows, columns = cells.shares.shape
    for row in range(rows):
        for column in range(columns):
            opacity = f"fill opacity={float(cells.shares[row, column]):.3f}"
            low, high = (column - 0.5, row - 0.5), (column + 0.5, row + 0.5)
            yield _filled(field, low, high, colour(cells.colour), opacity)
            text = written(cells.texts[row][column])
            ink = ", text=white" if cells.shares[row, column] > DARK else ""
            yield rf"\node[font=\tiny{ink}] at (axis cs:{field.at(column, row)[1:-1]}) {{{text}}};"


def _filled(field: Field, low: tuple[float, float], high: tuple[float, float], hue: str, more: str = "") -> str:
    options = f"{hue}, {more}" if more else hue
    first, last = field.at(*low)[1:-1], field.at(*high)[1:-1]
    return rf"\fill[{options}] (axis cs:{first}) rectangle (axis cs:{last});"


def _upright(field: Field, x: float, style: str) -> str:
    low, high = (field.at(x, y) for y in (field.y.axis.low, field.y.axis.high))
    return rf"\addplot[{style}, forget plot] coordinates {{{low} {high}}};"


def _note(field: Field, x: float, y: float, text: str, hue: str) -> str:
    return rf"\node[lrviznote, text={hue}] at (axis cs:{field.at(x, y)[1:-1]}) {{{written(text)}}};"
