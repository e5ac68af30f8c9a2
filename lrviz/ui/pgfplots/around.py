"""What stands around the frame of a plot: its title, the names at the ends of its curves, what its x counts in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from lrviz.ui.figure import Line, Plot
from lrviz.ui.pgfplots.inside import colour, middle, pinned
from lrviz.ui.pgfplots.numbers import UNITS, Field
from lrviz.ui.pgfplots.words import written

POINTS = 72.27 / 25.4
"""Points of TeX to a millimetre."""
LEFT = 13.0
"""Millimetres left of a plot, for its numbers."""
LEVEL, LETTER = 3.2, 1.7
"""Millimetres from one row of words over a plot to the next, and about those of a letter there."""
UNIT = 1.4
"""And about those of a letter of what x counts in."""
APART = 8.5
"""Points between two names at the right."""


@dataclass(frozen=True)
class Room:
    """Where a plot's area is in the picture, in millimetres from the lower left, and how much is `right` of it."""

    left: float
    low: float
    wide: float
    high: float
    right: float

    def place(self, across: float, up: float) -> str:
        """Write a place that is so many millimetres from the area's lower left."""
        return f"({self.left + across:.2f}mm,{self.low + up:.2f}mm)"


def around(plot: Plot, field: Field, room: Room) -> Iterator[str]:
    """Give all that stands around a plot, as nodes of the picture."""
    note = written(" · ".join(filter(None, (plot.y.title, plot.note, plot.left_out))))
    title = rf"\textbf{{{written(plot.title)}}}" + (rf"\enspace\textcolor{{lrvizgrey}}{{{note}}}" if note else "")
    parts = list(_levelled(_parts(plot, field)))
    lift = 2.0 + LEVEL * (1 + max((level for level, *_ in parts), default=-1))
    yield rf"\node[lrviztitle] at {room.place(-LEFT, room.high + lift)} {{{title}}};"
    if plot.x.title:
        low = (
            -2.5 if UNIT * len(plot.x.title) < room.right - 3 else -5.4
        )  # below the numbers, where it isn't beside them
        yield rf"\node[lrvizunit] at {room.place(room.wide + room.right, low)} {{{written(plot.x.title)}}};"
    yield from _names(plot, field, room)
    for level, across, name, hue in parts:
        style = f"lrvizpart, text={hue}"
        yield rf"\node[{style}] at {room.place(across, room.high + 1.5 + LEVEL * level)} {{{written(name)}}};"


def _names(plot: Plot, field: Field, room: Room) -> Iterator[str]:
    """Write each curve's name where it ends, apart from the others, with a thread to its end."""
    known = [line for line in plot.lines if line.named and line.style not in ("fix", "band", "raw")]
    ends = [(line, end) for line in known if (end := _end(line, field)) is not None]
    for (line, end), low in zip(ends, apart([end for _, end in ends], field.high / UNITS), strict=True):
        said = written(", ".join(filter(None, (line.end, line.cross))))
        text = rf"\textbf{{{written(line.name)}}}" + (rf" \textcolor{{lrvizgrey}}{{{said}}}" if said else "")
        place = room.place(room.wide + 1.5, low / POINTS)
        if abs(low - end) > APART / 3:
            start = room.place(room.wide + 0.4, end / POINTS)
            yield rf"\draw[{colour(line.colour)}, thin, opacity=0.6] {start} -- {place};"
        yield rf"\node[lrvizname, text={colour(line.colour, 'ink')}] at {place} {{{text}}};"


def _parts(plot: Plot, field: Field) -> Iterator[tuple[float, str, str]]:
    """Give what stands along the top: millimetres from the left, the words, and what their colour is called."""
    low, high = field.x.axis.low, field.x.axis.high
    if plot.strip is not None:
        hue = colour(plot.strip.colour, "ink")
        for first, last, name in plot.strip.parts:
            if last > low and first < high:
                yield field.x.pixel((max(first, low) + min(last, high)) / 2) / UNITS / POINTS, name, hue
    for pin in plot.pins:
        if low <= pin.x <= high and pin.look != "own":  # which is written at the foot
            yield field.x.pixel(pin.x) / UNITS / POINTS, f"{pin.name} {pin.value}", pinned(pin)


def _levelled(parts: Iterable[tuple[float, str, str]]) -> Iterator[tuple[int, float, str, str]]:
    """Give each of them the lowest level at which its words are clear of those before."""
    taken: list[float] = []
    for across, words, hue in sorted(parts):
        half = 0.5 * LETTER * len(words)
        level = next((i for i, end in enumerate(taken) if end < across - half), len(taken))
        taken[level : level + 1] = [across + half]
        yield level, across, words, hue


def _end(line: Line, field: Field) -> float | None:
    """Give how high a curve ends, in points above the foot of its plot; None where it is out of sight."""
    through = middle(line, field)
    through = through[(through[:, 0] <= field.wide + 1) & (through[:, 0] >= -1)]
    return None if not len(through) else float(np.clip(through[-1, 1], 0, field.high)) / UNITS


def apart(places: list[float], high: float) -> list[float]:
    """Move places apart that are too close to each other, from 0 to `high`.

    >>> apart([5.0, 6.0, 40.0], 50.0)
    [5.0, 13.5, 40.0]
    """
    order = np.argsort(places, kind="stable").tolist()
    moved, floor, roof = list(places), 0.0, high
    for i in order:
        moved[i] = max(moved[i], floor)
        floor = moved[i] + APART
    for i in reversed(order):
        moved[i] = min(moved[i], roof)
        roof = moved[i] - APART
    return moved
