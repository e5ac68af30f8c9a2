"""Cropping: a plane that was measured in one shape, cut to another without losing a path."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF

from lrviz.ui.figure import Figure, Terrain
from lrviz.ui.paint import Sheet
from lrviz.ui.views.ground import in_shape

SPARED = 0.08
"""Share of the plane that is kept around the paths where some of it is cut off."""


def cropped(figure: Figure, rect: QRectF, times: float = 1.0) -> Figure:
    """Give a figure whose plane, in a rectangle, fills all the room it has there at equal scales.

    What is beside the paths is cut off rather than that unmeasured ground is shown; no place on a path is.
    """
    terrain, laid = figure.terrain, Sheet(figure, rect, times).map
    if terrain is None or laid is None:
        return figure
    room = laid.rect
    aspect, kept = room.width() / max(1.0, room.height()), _walked(terrain)
    wide, tall = terrain.x.high - terrain.x.low, terrain.y.high - terrain.y.low
    x = _cut((terrain.x.low, terrain.x.high), kept[:2], tall * aspect)
    y = _cut((terrain.y.low, terrain.y.high), kept[2:], wide / aspect)
    left, right, low, high = in_shape((*x, *y), aspect)
    axes = replace(terrain.x, low=left, high=right), replace(terrain.y, low=low, high=high)
    return replace(figure, terrain=replace(terrain, x=axes[0], y=axes[1]))


def _walked(terrain: Terrain) -> tuple[float, float, float, float]:
    """Give the part of the plane that the paths need, with a margin; the middle where there are none."""
    places: list[tuple[float, float]] = []
    for axis, values in (
        (terrain.x, [trek.x for trek in terrain.treks]),
        (terrain.y, [trek.y for trek in terrain.treks]),
    ):
        found = np.concatenate([*values, np.zeros(0)])
        found = found[(found >= axis.low) & (found <= axis.high)]
        ends = (float(found.min()), float(found.max())) if len(found) else ((axis.low + axis.high) / 2,) * 2
        room = SPARED * (axis.high - axis.low)
        places.append((max(axis.low, ends[0] - room), min(axis.high, ends[1] + room)))
    return (*places[0], *places[1])


def _cut(stretch: tuple[float, float], kept: tuple[float, float], length: float) -> tuple[float, float]:
    """Cut a stretch to a length about its middle, or about what has to be kept; one that is shorter stays."""
    length = max(length, kept[1] - kept[0])
    if length >= stretch[1] - stretch[0]:
        return stretch
    start = (stretch[0] + stretch[1] - length) / 2
    start = min(max(start, kept[1] - length, stretch[0]), kept[0], stretch[1] - length)
    return start, start + length
