"""A landscape as an axis of pgfplots: its contours, and the runs' paths over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from lrviz.ui.figure import Floats, Heights, Terrain, Trek
from lrviz.ui.numbers import short
from lrviz.ui.paint.bands import band_colours, drawable
from lrviz.ui.paint.contours import contours, raised
from lrviz.ui.palette import LIGHT
from lrviz.ui.pgfplots.around import POINTS, Room, apart
from lrviz.ui.pgfplots.inside import MARKS, colour
from lrviz.ui.pgfplots.numbers import BEYOND, UNITS, Field, few
from lrviz.ui.pgfplots.plots import options
from lrviz.ui.pgfplots.words import comment, written

COARSE = 0.4
"""Units by which a contour may be off where points are left out: there are many, and nobody reads one to a hair."""


SCALE = 32.0, 1.6
"""Millimetres of the scale of colours at the lower right."""
INSIDE = 0.45
"""A contour's value stands no nearer to the edge than this share of the picture from its middle."""
LETTER = 1.55
"""About the millimetres of a letter of a name."""


def fitted(terrain: Terrain, room: Room) -> Room:
    """Give the part of a room in which both axes of a landscape have one scale."""
    shape = (terrain.y.high - terrain.y.low) / (terrain.x.high - terrain.x.low)
    wide = min(room.wide, room.high / shape)
    return replace(room, wide=wide, high=wide * shape, low=room.low + room.high - wide * shape)


def plane(terrain: Terrain, room: Room) -> Iterator[str]:
    """Give the lines of a landscape, seen from above: bands of colour, contours, and the paths over them."""
    room = fitted(terrain, room)
    field = Field.of(terrain.x, terrain.y, room.wide * POINTS, room.high * POINTS)
    if terrain.heights is not None:
        yield from (f"  {line}" for line in _colours(terrain.heights))
    yield r"  \begin{axis}["
    yield from (f"    {option}," for option in options(field, room))
    yield "    ticks=none, grid=none, axis line style={draw=none},"
    yield "  ]"
    yield from (f"    {line}" for line in _bands(terrain, field))
    yield from (f"    {line}" for line in _contours(terrain, field))
    for trek in reversed(terrain.treks):  # the first on top
        yield from (f"    {line}" for line in _trek(trek, field))
    if terrain.start is not None:
        x, y, text = terrain.start
        yield rf"    \addplot[only marks, mark=o] coordinates {{{field.at(x, y)}}};"
        yield rf"    \node[lrviznote] at (axis cs:{field.at(x, y)[1:-1]}) {{{written(text)}}};"
    yield r"  \end{axis}"
    yield from (f"  {line}" for line in _names(terrain, field, room))
    if terrain.heights is not None:
        yield from (f"  {line}" for line in _scale(terrain.heights, room))


def _colours(heights: Heights) -> Iterator[str]:
    """Define the colour of each band by name."""
    for band, colour_ in enumerate(band_colours(heights, LIGHT).tolist()):
        yield rf"\definecolor{{lrvizband{band}}}{{RGB}}{{{','.join(map(str, colour_))}}}"


def _bands(terrain: Terrain, field: Field) -> Iterator[str]:
    """Fill all with the lowest band, and over it what is above each edge: no seam is seen between two."""
    heights = terrain.heights
    if heights is None or not drawable(heights):
        return
    corners = np.array([(x, y) for x in heights.x[[0, -1]] for y in heights.y[[0, -1]]])[[0, 1, 3, 2]]
    lowest = field.strand([_within(corners, field)])
    yield rf"\addplot[draw=none, fill=lrvizband0, forget plot] coordinates {{{lowest}}} -- cycle;"
    for band, outlines in enumerate(raised(heights), start=1):
        parts = [few(_within(outline, field), COARSE) for outline in outlines]
        there = [part for part in parts if len(part) > 2]
        if there:
            options_ = f"draw=none, fill=lrvizband{band}, even odd rule, forget plot"
            yield rf"\addplot[{options_}] coordinates {{{field.strand(there)}}};"


def _within(points: Floats, field: Field) -> Floats:
    """Give places in units, those that are far beyond the picture moved to near its edge: what is filled stays so."""
    places = field.places(points[:, 0], points[:, 1])
    return np.clip(places, -BEYOND, [field.wide + BEYOND, field.high + BEYOND])


def _contours(terrain: Terrain, field: Field) -> Iterator[str]:
    heights = terrain.heights
    if heights is None:
        return
    ended = [end for trek in terrain.treks if (end := _end(trek)) is not None]
    ends = np.concatenate([np.zeros((0, 2)), *(field.places(*map(np.atleast_1d, end)) for end in ended)])
    for level, lines in contours(heights, heights.contours).items():
        named = level in heights.named
        style = "line width=0.5pt, opacity=0.6" if named else "line width=0.4pt, opacity=0.4"
        pieces = [few(part, COARSE) for one in lines for part in field.wandering(one[:, 0], one[:, 1])]
        if not pieces:
            continue
        yield rf"\addplot[lrvizcontour, {style}] coordinates {{{field.strand(pieces)}}}; % {level:g}"
        if named:
            place = field.strand([_clear(max(pieces, key=len), ends, field)])[1:-1]
            text = written(short(level, heights.form))
            yield rf"\node[font=\tiny, lrvizchip, inner sep=1pt] at (axis cs:{place}) {{{text}}};"


def _clear(line: Floats, ends: Floats, field: Field) -> Floats:
    """Give the point (1, 2) of a line in units that is furthest from the names at some ends, within the picture."""
    inside = line[(np.abs(line / (field.wide, field.high) - 0.5) < INSIDE).all(axis=1)]
    line = inside if len(inside) else line[len(line) // 2 :][:1]
    if not len(ends):
        return line[len(line) // 2 :][:1]
    away = np.hypot(*(line[:, None] - ends[None]).transpose(2, 0, 1)).min(axis=1)
    return line[[int(away.argmax())]]


def _trek(trek: Trek, field: Field) -> Iterator[str]:
    hue, style = colour(trek.colour), "densely dashed, opacity=0.6" if trek.stale else "line join=round"
    pieces = field.wandering(trek.x, trek.y)
    if pieces:
        strand = field.strand(few(one) for one in pieces)
        yield rf"\addplot[white, line width=2pt, opacity=0.7, line join=round] coordinates {{{strand}}};"
        yield rf"\addplot[{hue}, line width=0.8pt, {style}] coordinates {{{strand}}}; % {comment(trek.name)}"
    if end := _end(trek):
        mark = MARKS[trek.colour % len(MARKS)]
        yield rf"\addplot[only marks, {mark}, mark size=2pt, {hue}] coordinates {{{field.at(*end)}}};"


def _end(trek: Trek) -> tuple[float, float] | None:
    """Give where a path ends; None of one that is nowhere."""
    there = np.flatnonzero(np.isfinite(trek.x) & np.isfinite(trek.y))
    return (float(trek.x[there[-1]]), float(trek.y[there[-1]])) if len(there) else None


def _names(terrain: Terrain, field: Field, room: Room) -> Iterator[str]:
    """Write the runs' names where their paths end, to the left of an end that is near the right edge."""
    ended = [(trek, _end(trek)) for trek in terrain.treks]
    there = [(trek, field.places(*map(np.atleast_1d, end))[0] / UNITS) for trek, end in ended if end is not None]
    high = field.high / UNITS
    lows = apart([float(np.clip(np.nan_to_num(place[1]), 0, high)) for _, place in there], high)
    for (trek, place), low in zip(there, lows, strict=True):
        text = rf"\textbf{{{written(trek.name)}}}" + (
            rf" \textcolor{{lrvizgrey}}{{{written(trek.end)}}}" if trek.end else ""
        )
        across = float(np.clip(np.nan_to_num(place[0]) / POINTS, 0, room.wide))
        left = across + 2.5 + LETTER * len(f"{trek.name} {trek.end}") > room.wide
        style = f"lrvizname, lrvizchip, text={colour(trek.colour, 'ink')}" + (", anchor=east" if left else "")
        at = room.place(across + (-2 if left else 2), low / POINTS)
        yield rf"\node[{style}] at {at} {{{text}}};"
    title = terrain.heights.title if terrain.heights is not None else ""
    yield rf"\node[lrviztitle] at {room.place(0, room.high + 2)} {{\textbf{{{written(title)}}}}};"


def _scale(heights: Heights, room: Room) -> Iterator[str]:
    """Draw what the colours stand for, at the lower right."""
    bands, (wide, high) = len(heights.edges) - 1, SCALE
    left, low, each = room.wide - wide - 2, 2.0, wide / bands
    for band in range(bands):
        first, last = room.place(left + band * each, low), room.place(left + (band + 1.2) * each, low + high)
        yield rf"\fill[lrvizband{band}] {first} rectangle {last};"
    for edge, place, anchor in ((0, left, "west"), (-1, left + wide, "east")):
        text = written(short(float(heights.edges[edge]), heights.form))
        at = room.place(place, low + high + 0.5)
        yield rf"\node[lrvizchip, font=\tiny, inner sep=0.6pt, anchor=south {anchor}] at {at} {{{text}}};"
