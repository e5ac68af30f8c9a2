"""Heights as a picture: each pixel has the colour of the band it lies in."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter, qRgb

from lrviz.ui.figure import Floats, Heights
from lrviz.ui.paint.bands import BEYOND, band_colours, places, weights
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.layout import Map, Step
from lrviz.ui.palette import Theme

STRIP = 128
"""Height of what is painted in one step."""
MOST = 236
"""Bands a picture has colours for; of more, some share one."""
HOLE, HATCH = 254, 255
"""Stand for what isn't finite, and for the lines over it."""
HATCHED, HATCHING = 8.0, 0.16
"""Pixels from one line of the hatching to the next, and how strong it is."""
VECTOR_RATIO = 2.0
"""Pixels to one in files that can be enlarged."""

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Window:
    """A grid of so `many` pixels (columns, rows): the places (x, y) on the plane of its upper left and lower right one.

    The lines of a hatching are `hatched` pixels apart.
    """

    many: tuple[int, int]
    first: tuple[float, float]
    last: tuple[float, float]
    hatched: int


def heat_steps(chart: Map, heights: Heights, theme: Theme) -> Iterator[Step]:
    """Give the steps that paint a map's heights, as far as they are known and in sight."""
    for row in range(math.ceil(chart.rect.height() / STRIP)):
        yield partial(_paint_strip, chart=chart, heights=heights, theme=theme, row=row)


def _paint_strip(painter: QPainter, chart: Map, heights: Heights, theme: Theme, row: int) -> None:
    raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
    if row and not raster:  # in a file strips would leave seams: the first is all of it
        return
    ratio = painter.device().devicePixelRatioF() if raster else VECTOR_RATIO
    strip = _known(chart, heights)
    if raster:
        strip &= QRectF(strip.left(), chart.rect.top() + row * STRIP, strip.width(), STRIP)
    sides = strip.left(), strip.top(), strip.right(), strip.bottom()
    left, top, right, bottom = (math.ceil(side * ratio - 0.5) for side in sides)  # the pixels whose middles are inside
    if right <= left or bottom <= top:
        return
    first = chart.x.value((left + 0.5) / ratio), chart.y.value((top + 0.5) / ratio)
    last = chart.x.value((right - 0.5) / ratio), chart.y.value((bottom - 0.5) / ratio)
    window = Window((right - left, bottom - top), first, last, max(2, round(HATCHED * chart.times * ratio)))
    image = _image(heights, window, _table(heights, theme))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    if raster:
        image.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(left / ratio, top / ratio), image)
    else:
        painter.drawImage(strip, image)
    painter.restore()


def _known(chart: Map, heights: Heights) -> QRectF:
    """Give where there are heights in sight, in pixels."""
    left, right = (chart.x.pixel(float(heights.x[end])) for end in (0, -1))
    bottom, top = (chart.y.pixel(float(heights.y[end])) for end in (0, -1))
    return QRectF(QPointF(left, top), QPointF(right, bottom)) & chart.rect


def _table(heights: Heights, theme: Theme) -> tuple[int, ...]:
    """Give the colour of each number a pixel may have; `BEYOND` is the first band's."""
    colours = [qRgb(*colour) for colour in band_colours(heights, theme).tolist()][:: _shared(heights)]
    beyond = [colours[-1]] * (HOLE - BEYOND - len(colours))
    worst = theme.ramp[-1]
    return (*[colours[0]] * BEYOND, *colours, *beyond, worst.rgb(), mixed(theme.text, worst, HATCHING).rgb())


def _shared(heights: Heights) -> int:
    """Give how many bands share a colour."""
    return math.ceil((len(heights.edges) - 1) / MOST)


@lru_cache(maxsize=24)  # most that changes on a map lies over its heights: paths grow, the cursor moves
def _image(heights: Heights, window: Window, table: tuple[int, ...]) -> QImage:
    """Give the picture of a window of the plane."""
    columns, rows = window.many
    y = np.linspace(window.first[1], window.last[1], rows)
    pixels = np.empty((rows, -(-columns // 4) * 4), np.uint8)  # Qt wants rows of whole words
    inside = pixels[:, :columns]
    across = _across(heights, window.first[0], window.last[0], columns)
    _fill(inside, across, *weights(heights.y, y))
    holes = np.isnan(places(heights))
    if holes.any():
        x = np.linspace(window.first[0], window.last[0], columns)
        cells = holes[1:, 1:] | holes[1:, :-1] | holes[:-1, 1:] | holes[:-1, :-1]
        _hatch(inside, cells[weights(heights.y, y)[0][:, None], weights(heights.x, x)[0]], window.hatched)
    image = QImage(pixels.data, columns, rows, pixels.shape[1], QImage.Format.Format_Indexed8)
    image.setColorTable(list(table))
    return image.convertToFormat(QImage.Format.Format_RGB32)  # which owns its pixels, and is drawn fastest


@lru_cache(maxsize=4)  # all strips of a picture share it
def _across(heights: Heights, first: float, last: float, columns: int) -> NDArray[np.float32]:
    """Give each known row of heights at all the columns of pixels, on a scale on which no number is below 0."""
    known = np.nan_to_num(places(heights) / _shared(heights) + BEYOND).astype(np.float32)
    before, share = weights(heights.x, np.linspace(first, last, columns))
    return known[:, before] + (known[:, before + 1] - known[:, before]) * share.astype(np.float32)


def _fill(pixels: Pixels, known: NDArray[np.float32], below: NDArray[np.intp], share: Floats) -> None:
    """Write the whole number below the height of each pixel: each row is some share above the known one below it."""
    up = share.astype(np.float32)[:, None]
    starts = np.flatnonzero(np.diff(below, prepend=-1)).tolist()
    for start, stop in zip(starts, [*starts[1:], len(below)], strict=True):  # the rows between two known ones
        low = below[start]
        between = up[start:stop] * (known[low + 1] - known[low])
        between += known[low]
        pixels[start:stop] = between


def _hatch(pixels: Pixels, hidden: NDArray[np.bool_], every: int) -> None:
    """Write over the pixels in cells one of whose corners isn't finite."""
    rows, columns = np.nonzero(hidden)
    lines = ((rows + columns) % every == 0) | ((rows - columns) % every == 0)
    pixels[rows, columns] = np.where(lines, HATCH, HOLE)
