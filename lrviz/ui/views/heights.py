"""How heights over a plane are divided into bands of colour and contours, whatever they are."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from lrviz.results import Landscape
from lrviz.ui.figure import Floats, Heights

BANDS = 26
TOP = 4.0
"""The last band of a loss begins at this many times its lowest value."""
NEAR_ZERO = 0.05
"""A lowest value below this share of the way to the median says nothing about how high to look."""
STEEP = 0.9
"""Share of the plane that lies below the last band then."""
HUGE = 1e30
"""A value beyond this is as good as infinite."""
FLAT = 1e-9
"""Values nearer to each other than this share of themselves are one."""
SOFT = 0.0115
"""Share of the range below which bands no longer get narrower towards the lowest value."""


def of_landscape(landscape: Landscape, title: str) -> Heights | None:
    """Give the heights of a survey; None before there are any."""
    if not landscape.values.size or landscape.method == "line":
        return None
    if landscape.what == "accuracy":
        return _of_accuracy(landscape, title)
    return _of_loss(_Same(landscape.values), _Same(landscape.x), _Same(landscape.y), title)


class _Same:
    """An array that is equal to itself alone."""

    def __init__(self, array: Floats) -> None:
        self.array = array

    def __hash__(self) -> int:
        return id(self.array)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.array is other.array


@lru_cache(maxsize=8)  # the same heights are painted from the same pixels
def _of_loss(values: _Same, x: _Same, y: _Same, title: str) -> Heights:
    return of_loss(x.array, y.array, values.array, title)


@lru_cache(maxsize=8)
def _of_accuracy(landscape: Landscape, title: str) -> Heights:
    x, y, values = landscape.x, landscape.y, landscape.values
    edges = _even(values)
    contours = rounded(edges[1:-1:2])
    return Heights(x, y, values, edges, contours, contours[::2], title, "percent", high_is_good=True)


def of_loss(x: Floats, y: Floats, values: Floats, title: str) -> Heights:
    """Give heights of which low ones are good, in bands that are narrow near the lowest and wide far above it."""
    edges = _towards_lowest(values)
    contours = rounded(edges[1:-1:2])
    return Heights(x, y, values, edges, contours, contours[::2], title)


def _even(values: Floats) -> Floats:
    finite = values[np.abs(values) <= HUGE]
    low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
    return np.linspace(low, max(high, low + 0.01), BANDS + 1)


def _towards_lowest(values: Floats) -> Floats:
    """Give edges that are even in log(value − lowest + a little)."""
    finite = values[np.abs(values) <= HUGE]
    if not len(finite):
        return np.linspace(0.0, 1.0, BANDS + 1)
    low, high = float(finite.min()), float(finite.max())
    telling = low > NEAR_ZERO * (float(np.median(finite)) - low)
    top = min(high, TOP * low) if telling else float(np.quantile(finite, STEEP))
    reach = max(top - low, FLAT * max(abs(low), 1.0))
    soft = SOFT * reach
    edges = low + np.exp(np.linspace(math.log(soft), math.log(reach + soft), BANDS + 1)) - soft
    edges[0], edges[-1] = low, low + reach
    return edges


def rounded(levels: Floats) -> tuple[float, ...]:
    """Give levels as numbers that are short to write, each nearer to its own place than to a neighbour's."""
    if len(levels) < 2:
        return tuple(levels.tolist())
    gaps = np.diff(levels, append=2 * levels[-1] - levels[-2])
    digits = [-math.floor(math.log10(gap / 2)) if gap > 0 else 12 for gap in gaps.tolist()]
    return tuple(dict.fromkeys(round(level, digit) for level, digit in zip(levels.tolist(), digits, strict=True)))


def sampled(heights: Heights | Landscape, x: Floats, y: Floats) -> Floats:
    """Give the heights at places, by straight lines between those that are known; NaN beyond them."""
    if len(heights.x) < 2 or len(heights.y) < 2:
        return np.full(np.shape(x), np.nan)
    column, across = _cell(heights.x, x)
    row, up = _cell(heights.y, y)
    with np.errstate(invalid="ignore"):
        low = heights.values[row, column] * (1 - across) + heights.values[row, column + 1] * across
        high = heights.values[row + 1, column] * (1 - across) + heights.values[row + 1, column + 1] * across
        found = low * (1 - up) + high * up
    inside = (heights.x[0] <= x) & (x <= heights.x[-1]) & (heights.y[0] <= y) & (y <= heights.y[-1])
    return np.asarray(np.where(inside, found, np.nan))


def _cell(places: Floats, at: Floats) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int64]], Floats]:
    """Give in which gap between places something is, and the share of the gap before it."""
    index = np.clip(np.searchsorted(places, at, side="right") - 1, 0, len(places) - 2).astype(np.int64)
    return index, np.asarray((at - places[index]) / (places[index + 1] - places[index]))
