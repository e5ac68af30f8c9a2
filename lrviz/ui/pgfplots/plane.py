"""A landscape as an axis of pgfplots: its contours, and the runs' paths over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from lrviz.ui.figure import Terrain, Trek
from lrviz.ui.numbers import short
from lrviz.ui.paint.contours import contours
from lrviz.ui.pgfplots.around import POINTS, Room, apart
from lrviz.ui.pgfplots.inside import MARKS, colour
from lrviz.ui.pgfplots.numbers import UNITS, Field, few
from lrviz.ui.pgfplots.plots import options
from lrviz.ui.pgfplots.words import comment, written

COARSE = 0.4
"""Units by which a contour may be off where points are left out: there are many, and nobody reads one to a hair."""


def fitted(terrain: Terrain, room: Room) -> Room:
    """Give the part of a room in which both axes of a landscape have one scale."""
    shape = (terrain.y.high - terrain.y.low) / (terrain.x.high - terrain.x.low)
    wide = min(room.wide, room.high / shape)
    return replace(room, wide=wide, high=wide * shape, low=room.low + room.high - wide * shape)


def plane(terrain: Terrain, room: Room) -> Iterator[str]:
    """Give the lines of a landscape, seen from above."""
    room = fitted(terrain, room)
    field = Field.of(terrain.x, terrain.y, room.wide * POINTS, room.high * POINTS)
    yield r"  \begin{axis}["
    yield from (f"    {option}," for option in options(field, room))
    yield "  ]"
    yield from (f"    {line}" for line in _contours(terrain, field))
    for trek in terrain.treks:
        yield from (f"    {line}" for line in _trek(trek, field))
    if terrain.start is not None:
        x, y, text = terrain.start
        yield rf"    \addplot[only marks, mark=o] coordinates {{{field.at(x, y)}}};"
        yield rf"    \node[lrviznote] at (axis cs:{field.at(x, y)[1:-1]}) {{{written(text)}}};"
    yield r"  \end{axis}"
    yield from (f"  {line}" for line in _names(terrain, field, room))


def _contours(terrain: Terrain, field: Field) -> Iterator[str]:
    heights = terrain.heights
    if heights is None:
        return
    for level, lines in contours(heights, heights.contours).items():
        named = level in heights.named
        style = "line width=0.5pt" if named else "line width=0.3pt, opacity=0.6"
        pieces = [few(part, COARSE) for one in lines for part in field.wandering(one[:, 0], one[:, 1])]
        if not pieces:
            continue
        yield rf"\addplot[lrvizaxis, {style}] coordinates {{{field.strand(pieces)}}}; % {level:g}"
        if named:
            longest = max(pieces, key=len)
            place = field.strand([longest[len(longest) // 2 :][:1]])[1:-1]
            text = written(short(level, heights.form))
            yield rf"\node[font=\tiny, text=lrvizgrey, fill=white, inner sep=1pt] at (axis cs:{place}) {{{text}}};"


def _trek(trek: Trek, field: Field) -> Iterator[str]:
    hue, style = colour(trek.colour), "densely dashed, opacity=0.6" if trek.stale else "line join=round"
    pieces = field.wandering(trek.x, trek.y)
    if pieces:
        strand = field.strand(few(one) for one in pieces)
        yield rf"\addplot[{hue}, line width=0.8pt, {style}] coordinates {{{strand}}}; % {comment(trek.name)}"
    if end := _end(trek):
        mark = MARKS[trek.colour % len(MARKS)]
        yield rf"\addplot[only marks, {mark}, mark size=2pt, {hue}] coordinates {{{field.at(*end)}}};"


def _end(trek: Trek) -> tuple[float, float] | None:
    """Give where a path ends; None of one that is nowhere."""
    there = np.flatnonzero(np.isfinite(trek.x) & np.isfinite(trek.y))
    return (float(trek.x[there[-1]]), float(trek.y[there[-1]])) if len(there) else None


def _names(terrain: Terrain, field: Field, room: Room) -> Iterator[str]:
    """Write the runs' names at the right, as high as their paths end."""
    known = [(trek, end[1]) for trek in terrain.treks if (end := _end(trek)) is not None]
    ends = [float(np.clip(field.y.pixel(y), 0, field.high)) / UNITS for _, y in known]
    for (trek, _), low in zip(known, apart(ends, field.high / UNITS), strict=True):
        text = rf"\textbf{{{written(trek.name)}}}" + (
            rf" \textcolor{{lrvizgrey}}{{{written(trek.end)}}}" if trek.end else ""
        )
        place = room.place(room.wide + 1.5, low / POINTS)
        yield rf"\node[lrvizname, text={colour(trek.colour, 'ink')}] at {place} {{{text}}};"
    title = terrain.heights.title if terrain.heights is not None else ""
    yield rf"\node[lrviztitle] at {room.place(0, room.high + 2)} {{\textbf{{{written(title)}}}}};"
