"""The faces of a surface in space as polygons, from the farthest to the nearest, those of one colour in one piece."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPolygonF

from lrviz.ui.figure import Floats, Heights
from lrviz.ui.paint.bands import BEYOND, Colours, band_colours
from lrviz.ui.paint.layout import Step
from lrviz.ui.paint.mesh import Sight
from lrviz.ui.palette import Theme
from lrviz.ui.polygon import polygon

LIGHT = (-0.55, 0.10, 0.83)
"""Where the light comes from: leftwards, away and upwards, of length 1."""
SHADE, SHINE = 1.4, 1.6
"""How far a slope goes towards the deepest colour where it gets less light than a level one, else to the palest."""
DEEPEST = 0.85
"""No shade goes further than this."""
TONES = 2
"""Tones to a band: the edges of its faces are half as sharp then."""
FADE = 6.0
"""Bands above the last one within which a wall vanishes."""
VEILS = 12
"""Steps in which it does."""
LONGEST = 8
"""Faces in one piece: the painter's time grows faster than a polygon's length."""
LAP = 1.0
"""Pixels by which a piece reaches over its neighbours: else the ground shows between their smooth edges."""
NONE = -1
ROWS, AT_ONCE = 24, 150
"""Rows that are made ready at a time, and pieces painted in one step."""

Keys = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Pieces:
    """Polygons in the order they are painted: the corners of all in one, where each begins, and its brush."""

    corners: QPolygonF
    starts: list[int]
    counts: list[int]
    brushes: list[QBrush]
    solid: list[bool]

    def paint(self, painter: QPainter, some: slice, *, smooth: bool) -> None:
        """Paint some of them, with `smooth` edges or not; what is see-through has none, which would show as lines."""
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        last: QBrush | None = None
        before = True
        for start, count, brush, solid in zip(
            self.starts[some], self.counts[some], self.brushes[some], self.solid[some], strict=True
        ):
            if brush is not last:
                last = brush
                painter.setBrush(brush)
                if smooth and solid is not before:
                    before = solid
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing, solid)
            painter.drawPolygon(self.corners.mid(start, count), Qt.FillRule.WindingFill)
        painter.restore()


def face_steps(seen: Sight, heights: Heights, theme: Theme, *, smooth: bool) -> Iterator[Step]:
    """Give the steps that paint a surface, from its farthest row to its nearest; with `smooth` edges or not."""
    keys = _keys(seen, heights)
    colours = _tones(band_colours(heights, theme))
    brushes: dict[int, QBrush] = {}
    sides = _sides(seen.pixels)
    for first in range(0, len(keys), ROWS):
        made = _made(sides[:, first : first + ROWS], keys[first : first + ROWS], brushes, colours)
        for start in range(0, len(made.starts), AT_ONCE):
            yield partial(made.paint, some=slice(start, start + AT_ONCE), smooth=smooth)


def _tones(bands: Colours) -> Colours:
    """Give the colours (n, 3) between those of neighbouring bands too."""
    known, wanted = np.arange(len(bands)), np.arange(TONES * max(1, len(bands) - 1) + 1) / TONES
    tones: Colours = np.rint(np.stack([np.interp(wanted, known, part) for part in bands.T], axis=1)).astype(np.uint8)
    return tones


def _keys(seen: Sight, heights: Heights) -> Keys:
    """Give what each face looks like as one number: its tone in its light, and how solid it is."""
    places = seen.places
    middle = (places[1:, 1:] + places[1:, :-1] + places[:-1, 1:] + places[:-1, :-1]) / 4
    bands = len(heights.edges) - 1
    veil = np.clip((middle - bands) / FADE, 0, 1)
    solid = np.rint((1 - veil * veil * (3 - 2 * veil)) * VEILS)
    last = max(1, bands - 1)
    tone = _lit(np.clip(middle - 0.5, 0, last) / last, _light(seen), high_is_good=heights.high_is_good)
    keys = np.nan_to_num(solid) * (TONES * last + 1) + np.rint(np.nan_to_num(tone) * TONES * last)
    return np.where((solid > 0) & _inside(seen.pixels), keys, NONE).astype(np.intp)


def _inside(pixels: Floats) -> NDArray[np.bool_]:
    """Say which faces are in the picture, not drawn in to its edge."""
    corners = np.stack([pixels[1:, 1:], pixels[1:, :-1], pixels[:-1, 1:], pixels[:-1, :-1]])
    return np.asarray((corners.max(axis=0) > corners.min(axis=0)).all(axis=-1))


def _lit(tone: Floats, light: Floats, *, high_is_good: bool) -> Floats:
    """Move tones (0 the lowest band's, 1 the highest's) towards the deepest colour or the palest, by their light."""
    pale = 1 - tone if high_is_good else tone
    shade, shine = np.clip(-SHADE * light, 0, DEEPEST), np.clip(SHINE * light, 0, 1)
    lit = pale * (1 - shade) + (1 - pale) * shine
    return 1 - lit if high_is_good else lit


def _light(seen: Sight) -> Floats:
    """Give how much more light each face gets than a level one; a surface seen from below turns the other way."""
    right, away = seen.slopes[..., 0], seen.slopes[..., 1]
    towards = (LIGHT[2] - LIGHT[0] * right - LIGHT[1] * away) / np.sqrt(1 + right**2 + away**2)
    down = seen.pixels[1:, :, 1] - seen.pixels[:-1, :, 1]
    below = down[:, 1:] + down[:, :-1] < 0
    return np.asarray(np.where(below, -towards, towards) - LIGHT[2])


def _made(sides: Floats, keys: Keys, brushes: dict[int, QBrush], colours: Colours) -> Pieces:
    row, first, last = _runs(keys)
    there = keys[row, first] != NONE
    row, first, last = row[there], first[there], last[there]
    key = keys[row, first]
    solid = key >= VEILS * len(colours)
    counts = 2 * (last - first + 1)
    corners = _corners(sides, np.stack([solid, row, first, last]), counts)
    for one in np.unique(key).tolist():
        if one not in brushes:
            brushes[one] = _brush(one, colours)
    starts = np.cumsum(counts) - counts
    return Pieces(
        polygon(corners), starts.tolist(), counts.tolist(), [brushes[one] for one in key.tolist()], solid.tolist()
    )


def _runs(keys: Keys) -> tuple[Keys, Keys, Keys]:
    """Give the row, the first column and the end of each stretch of faces that look alike, none of them too long."""
    begins = np.ones(keys.shape, dtype=bool)
    begins[:, 1:] = keys[:, 1:] != keys[:, :-1]
    begins[:, ::LONGEST] = True
    row, first = np.nonzero(begins)
    end = np.where(np.append(row[1:] != row[:-1], True), keys.shape[1], np.append(first[1:], 0))
    return row, first, end


def _corners(sides: Floats, runs: Keys, counts: Keys) -> Floats:
    """Give the corners of all pieces in a row: each along its far side and back along the near one."""
    solid, row, first, last = np.repeat(runs, counts, axis=1)
    step = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    half = last - first + 1
    near = step >= half
    place = np.where(near, 2 * half - 1 - step, step)
    column = first + place
    found = sides[solid, row, near.astype(np.intp), column]
    edge = np.flatnonzero((solid > 0) & ((place == 0) | (place == half - 1)))
    beside = np.clip(column[edge] + np.where(place[edge] == 0, -1, 1), 0, sides.shape[3] - 1)
    found[edge] += _reach(sides[1, row[edge], near[edge].astype(np.intp), beside] - found[edge])
    return np.asarray(found)


def _sides(pixels: Floats) -> Floats:
    """Give the far and the near sides of all rows as they are, and reaching over their neighbours.

    They reach along the surface, so that where it is seen from the edge nothing sticks out, and not over a crest.
    The shape is (2, rows, 2, columns + 1, 2).
    """
    plain = np.stack([pixels[:-1], pixels[1:]], axis=1)
    lapped = plain.copy()
    down = np.diff(pixels[..., 1], axis=0)
    level = (down[1:] * down[:-1] > 0)[..., None]
    lapped[1:, 0] += np.where(level, _reach(pixels[:-2] - pixels[1:-1]), 0)
    lapped[:-1, 1] += np.where(level, _reach(pixels[2:] - pixels[1:-1]), 0)
    return np.stack([plain, lapped])


def _reach(towards: Floats) -> Floats:
    """Give ways (..., 2) cut to the length of a lap."""
    long = np.maximum(np.hypot(towards[..., 0], towards[..., 1]), LAP)
    return np.asarray(np.nan_to_num(towards * (LAP / long)[..., None]))  # nothing towards a hole


def _brush(key: int, colours: Colours) -> QBrush:
    solid, band = divmod(key, len(colours))
    red, green, blue = colours[band].tolist()
    return QBrush(QColor(red, green, blue, round(255 * solid / VEILS)))


assert FADE <= BEYOND  # noqa: S101 - else a wall would end before it has vanished
