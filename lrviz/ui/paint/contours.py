"""Contours: the lines of one height each, as they lie between the bands of colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import cast

import numpy as np
from contourpy import ContourGenerator, LineType, contour_generator

from lrviz.ui.figure import Floats, Heights
from lrviz.ui.paint.bands import BEYOND, drawable, sampled, scaled

FINE = 128
"""Cells each way at least: within a cell a contour is straight, but the edge of a band is not."""


def contours(heights: Heights, levels: Sequence[float]) -> dict[float, list[Floats]]:
    """Give the lines along which heights have each level, as points (n, 2) on the plane; closed ones end as they begin.

    They are sought on the even scale of `bands`, where 1e30 is as good as any other height, so a line at an edge of
    two bands lies between them. There is none in a cell of which a corner isn't finite, nor where the scale has ended.
    """
    if not drawable(heights) or not levels:
        return {level: [] for level in levels}
    x, y, places = _field(heights)
    known = np.ma.masked_invalid(places)
    generator = contour_generator(x, y, known, name="serial", corner_mask=False, line_type=LineType.Separate)
    last = len(heights.edges) - 1 + BEYOND
    heightwise = zip(levels, scaled(heights, np.asarray(levels, dtype=np.float64)).tolist(), strict=True)
    return {level: _lines(generator, place) if -BEYOND < place < last else [] for level, place in heightwise}


def _lines(generator: ContourGenerator, place: float) -> list[Floats]:
    return cast("list[Floats]", generator.lines(place))  # of LineType.Separate they are just that


@lru_cache(maxsize=4)
def _field(heights: Heights) -> tuple[Floats, Floats, Floats]:
    """Give the heights on the even scale, with places between the known ones where those are far apart."""
    x, y = (_finer(np.asarray(places, dtype=np.float64)) for places in (heights.x, heights.y))
    return x, y, sampled(heights, x, y)


def _finer(places: Floats) -> Floats:
    times = max(1, math.ceil(FINE / (len(places) - 1)))
    return np.interp(np.arange((len(places) - 1) * times + 1) / times, np.arange(len(places)), places)
