"""Contours: the lines of one height each, as they lie between the bands of colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import cast

import numpy as np
from contourpy import ContourGenerator, FillType, LineType, contour_generator
from PySide6.QtCore import QPointF, QRectF

from lrviz.ui.figure import Floats, Heights
from lrviz.ui.paint.bands import BEYOND, drawable, sampled, scaled
from lrviz.ui.paint.polylines import in_sight
from lrviz.ui.paint.scale import Scale

FINE = 96
"""Cells each way at least: within a cell a contour is straight, but the edge of a band is not."""


def contours(heights: Heights, levels: Sequence[float]) -> dict[float, list[Floats]]:
    """Give the lines along which heights have each level, as points (n, 2) on the plane; closed ones end as they begin.

    They are sought on the even scale of `bands`, where 1e30 is as good as any other height, so a line at an edge of
    two bands lies between them. There is none in a cell of which a corner isn't finite, nor where the scale has ended.
    """
    if not drawable(heights):
        return {level: [] for level in levels}
    generator, last = _generator(heights), len(heights.edges) - 1 + BEYOND
    heightwise = zip(levels, scaled(heights, np.asarray(levels, dtype=np.float64)).tolist(), strict=True)
    return {level: _lines(generator, place) if -BEYOND < place < last else [] for level, place in heightwise}


def raised(heights: Heights) -> list[list[Floats]]:
    """Give where heights are above each edge between two bands, the lowest first, as outlines (n, 2) of even and odd.

    A hole is an outline within another. Painted one over the other they give the bands.
    """
    if not drawable(heights):
        return []
    generator, bands = _generator(heights), len(heights.edges) - 1
    found: list[list[Floats]] = []
    for band in range(1, bands):
        filled = cast("tuple[list[Floats], list[Floats]]", generator.filled(float(band), float(2 * bands + BEYOND)))
        pairs = zip(*filled, strict=True)  # of FillType.OuterOffset they are just that
        found.append([part for outer, at in pairs for part in np.split(outer, at[1:-1].tolist())])
    return found


@lru_cache(maxsize=256)  # a cursor that moves leaves them where they are
def in_pixels(heights: Heights, level: float, x: Scale, y: Scale) -> tuple[Floats, ...]:
    """Give the lines of one level as points (n, 2) in pixels, as far as they are in sight between two scales' ends."""
    rect = QRectF(QPointF(x.start, y.end), QPointF(x.end, y.start))
    lines = contours(heights, (level,))[level]
    found = (in_sight(np.column_stack([x.pixels(line[:, 0]), y.pixels(line[:, 1])]), rect) for line in lines)
    return tuple(chain.from_iterable(found))


@lru_cache(maxsize=4)
def _generator(heights: Heights) -> ContourGenerator:
    x, y = (_finer(np.asarray(places, dtype=np.float64)) for places in (heights.x, heights.y))
    known = np.ma.masked_invalid(sampled(heights, x, y))
    lines, areas = LineType.Separate, FillType.OuterOffset
    return contour_generator(x, y, known, name="serial", corner_mask=False, line_type=lines, fill_type=areas)


def _finer(places: Floats) -> Floats:
    times = max(1, math.ceil(FINE / (len(places) - 1)))
    return np.interp(np.arange((len(places) - 1) * times + 1) / times, np.arange(len(places)), places)


def _lines(generator: ContourGenerator, place: float) -> list[Floats]:
    return cast("list[Floats]", generator.lines(place))  # of LineType.Separate they are just that
