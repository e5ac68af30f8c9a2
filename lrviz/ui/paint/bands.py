"""Bands: the flat colours that heights are shown in, and the scale that says what they stand for."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from lrviz.ui import metrics, numbers
from lrviz.ui.figure import Floats, Heights
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.layout import elided, width
from lrviz.ui.palette import Theme

BEYOND = 8
"""Bands the scale goes on for beyond its ends, so that what lies there has slopes and contours too."""
STEEPEST = 4.0
"""A band beyond the end is at most this many times as wide as the one before it."""

Bands = NDArray[np.intp]
Colours = NDArray[np.uint8]


def drawable(heights: Heights | None) -> TypeGuard[Heights]:
    """Say whether there are heights to be drawn: two places each way at least."""
    return heights is not None and min(heights.values.shape) > 1 and len(heights.edges) > 1


def scaled(heights: Heights, values: Floats) -> Floats:
    """Give where values lie on the scale in which bands are even: band k reaches from k to k + 1.

    Beyond its ends the scale goes on, by `BEYOND` bands; what is still higher, as 1e30, lies at its end. NaN where a
    value isn't finite.
    """
    known = ruler(heights)
    found = np.interp(values, known, np.arange(len(known)) - float(BEYOND))
    return np.where(np.isfinite(values), found, np.nan)


@lru_cache(maxsize=8)
def places(heights: Heights) -> Floats:
    """Give where all the known heights lie on the even scale (ny, nx), once. Not to be written to."""
    return scaled(heights, heights.values)


@lru_cache(maxsize=8)
def ruler(heights: Heights) -> Floats:
    """Give the edges, and those of the bands the scale goes on with beyond them: each as much wider as the last was."""
    edges = np.asarray(heights.edges, dtype=np.float64)
    with np.errstate(all="ignore"):
        widths = np.diff(edges)
        grows = min(max(float(widths[-1] / widths[max(len(widths) - 2, 0)]), 1.0), STEEPEST)
        above = edges[-1] + widths[-1] * np.cumsum(grows ** np.arange(1, BEYOND + 1))
        below = edges[0] - widths[0] * np.arange(BEYOND, 0, -1)
    return np.asarray(np.nan_to_num(np.concatenate([below, edges, above])))


def banded(heights: Heights, places: Floats) -> Bands:
    """Give the band of each place on the scale: beyond the ends the last there, of NaN the worst of all."""
    last = len(heights.edges) - 2
    worst = 0.0 if heights.high_is_good else float(last)
    return np.clip(np.nan_to_num(places, nan=worst), 0, last).astype(np.intp)


def band_colours(heights: Heights, theme: Theme) -> Colours:
    """Give the colour of each band, red, green and blue (n, 3): the deepest for what is good. Not to be written to."""
    deepest_first = tuple(colour.rgb() for colour in theme.ramp)
    return _ramp(len(heights.edges) - 1, deepest_first[::-1] if heights.high_is_good else deepest_first)


@lru_cache(maxsize=8)
def _ramp(bands: int, stops: tuple[int, ...]) -> Colours:
    known, share = np.arange(len(stops)), np.linspace(0, len(stops) - 1, bands)
    parts = [np.interp(share, known, [stop >> shift & 0xFF for stop in stops]) for shift in (16, 8, 0)]
    return np.rint(np.stack(parts, axis=1)).astype(np.uint8)


def sampled(heights: Heights, x: Floats, y: Floats) -> Floats:
    """Give the heights on the even scale (len(y), len(x)) at any places, by straight lines between the known ones.

    NaN in every cell one of whose corners isn't finite; beyond the outermost places they go on level.
    """
    known = places(heights)
    holes = np.isnan(known)
    found = _between(heights, np.where(holes, 0.0, known), x, y)
    if holes.any():
        found[_between(heights, holes.astype(np.float64), x, y) > 1e-9] = np.nan
    return found


def _between(heights: Heights, known: Floats, x: Floats, y: Floats) -> Floats:
    left, across = weights(heights.x, x)
    low, up = weights(heights.y, y)
    rows = known[:, left] * (1 - across) + known[:, left + 1] * across
    return rows[low] * (1 - up)[:, None] + rows[low + 1] * up[:, None]


def weights(known: Floats, wanted: Floats) -> tuple[Bands, Floats]:
    """Give for each wanted place the known one before it, and how far it is on the way to the next, 0 to 1."""
    before = np.clip(np.searchsorted(known, wanted, side="right") - 1, 0, len(known) - 2)
    share = (wanted - known[before]) / (known[before + 1] - known[before])
    return before, np.clip(share, 0.0, 1.0)


def scale_box(rect: QRectF, heights: Heights, times: float) -> QRectF:
    """Give where the colour scale stands: a chip at the lower right of a rectangle."""
    wide, high = _bar(heights, times) + 2 * metrics.S3 * times, metrics.SCALE_CHIP * times
    margin = metrics.S3 * times
    return QRectF(rect.right() - margin - wide, rect.bottom() - metrics.S2 * times - high, wide, high)


def paint_scale(painter: QPainter, rect: QRectF, heights: Heights, theme: Theme, times: float) -> None:
    """Paint the colour scale into the lower right of a rectangle: its bands, the first and last edge, the title.

    A rectangle that is too small for it goes without.
    """
    box = scale_box(rect, heights, times)
    if not rect.contains(box):
        return
    paint_chip(painter, box, theme, times)
    left, wide, top = box.left() + metrics.S3 * times, _bar(heights, times), box.top() + 10 * times
    colours = band_colours(heights, theme)
    high = metrics.SCALE[1] * times
    painter.fillRect(QRectF(left - 1, top - 1, wide + 2, high + 2), theme.strong)
    for band, colour in enumerate(colours.tolist()):
        start = left + wide * band / len(colours)  # each to the very end, so that no seam shows
        painter.fillRect(QRectF(start, top, left + wide - start, high), QColor(*colour))
    lowest, highest = _ends(heights)
    y = top + high + 11 * times
    text(painter, left, y, lowest, "axis", colour=theme.text2, times=times)
    start = left + wide - width(highest, "axis", times)
    text(painter, start, y, highest, "axis", colour=theme.text2, times=times)
    room = wide - width(lowest, "axis", times) - width(highest, "axis", times) - metrics.S2 * times
    title = elided(heights.title, "axis", times, room)
    middle = left + (wide + width(lowest, "axis", times) - width(highest, "axis", times)) / 2
    text(painter, middle - width(title, "axis", times) / 2, y, title, "axis", colour=theme.text2, times=times)


def _ends(heights: Heights) -> tuple[str, str]:
    lowest, highest = numbers.apart([float(heights.edges[0]), float(heights.edges[-1])], heights.form)
    return lowest, highest


def _bar(heights: Heights, times: float) -> float:
    """Give how wide the bar is: wider than usual where the words below it need that."""
    words = [*_ends(heights), heights.title]
    needed = sum(width(word, "axis", times) for word in words) + 2 * metrics.S2 * times
    return max(metrics.SCALE[0] * times, min(needed, 2 * metrics.SCALE[0] * times))


def paint_chip(painter: QPainter, box: QRectF, theme: Theme, times: float, *, share: float = 1.0) -> None:
    """Paint what words over heights stand on; it covers that `share` of what it usually does."""
    colour = QColor(theme.chip)
    colour.setAlphaF(colour.alphaF() * share)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, metrics.CHIP * times, metrics.CHIP * times)
    painter.setBrush(Qt.BrushStyle.NoBrush)
