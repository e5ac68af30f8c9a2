"""Matrices: cells in shades of a run's colour, with what stands in them where there is room."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from lrviz.ui.figure import Cells, Floats
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.layout import HINTS, Pane, width
from lrviz.ui.palette import Theme, contrast

GAP = 1.0
"""Pixels between two cells."""
SMALL = 4.0
"""Pixels below which cells stand side by side: gaps would be most of what is seen."""
PALEST, DARKEST = 0.04, 0.85


def paint_cells(painter: QPainter, pane: Pane, cells: Cells, theme: Theme) -> None:
    """Paint a matrix over the whole plot area: as one image, since there may be tens of thousands of cells."""
    rows, columns = cells.shares.shape
    area, times = pane.area, pane.times
    wide, high = area.width() / columns, area.height() / rows
    shares = np.clip(np.nan_to_num(cells.shares), 0.0, 1.0)
    shades = PALEST + (DARKEST - PALEST) * shares
    painter.save()
    painter.setRenderHints(HINTS)
    _paint_image(painter, area, shades, theme.line(cells.colour), theme.surface)
    if min(wide, high) >= SMALL * times:
        _paint_gaps(painter, area, rows, columns, theme.surface)
    if high >= 12 * times and _longest(cells, times) + 4 * times <= wide:
        for row, column in np.ndindex(rows, columns):
            words = cells.texts[row][column]
            ground = mixed(theme.line(cells.colour), theme.surface, float(shades[row, column]))
            ink = max((theme.surface, theme.text), key=lambda ink: contrast(ink, ground))
            middle = QRectF(area.left() + column * wide, area.bottom() - (row + 1) * high, wide, high).center()
            start = middle.x() - width(words, "axis", times) / 2
            text(painter, start, middle.y(), words, "axis", colour=ink, times=times)
    painter.restore()


def _paint_image(painter: QPainter, area: QRectF, shades: Floats, colour: QColor, ground: QColor) -> None:
    """Paint the cells as an image of about as many pixels as it covers: a file that smooths it leaves edges sharp."""
    rows, columns = shades.shape
    share = shades[::-1]
    bits: NDArray[np.uint32] = np.full(share.shape, 0xFF, np.uint32)
    for over, under in zip(_channels(colour), _channels(ground), strict=True):
        bits = np.asarray(bits << 8 | np.rint(share * over + (1 - share) * under).astype(np.uint32), np.uint32)
    high, wide = math.ceil(area.height() / rows), math.ceil(area.width() / columns)
    pixels = bits.repeat(high, axis=0).repeat(wide, axis=1)
    image = QImage(pixels.data, columns * wide, rows * high, QImage.Format.Format_RGB32)
    painter.drawImage(area, image)


def _channels(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _paint_gaps(painter: QPainter, area: QRectF, rows: int, columns: int, ground: QColor) -> None:
    """Leave half a gap about every cell."""
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    for column in range(columns + 1):
        x = area.left() + column * area.width() / columns
        painter.fillRect(QRectF(x - GAP / 2, area.top(), GAP, area.height()), ground)
    for row in range(rows + 1):
        y = area.bottom() - row * area.height() / rows
        painter.fillRect(QRectF(area.left(), y - GAP / 2, area.width(), GAP), ground)


def _longest(cells: Cells, times: float) -> float:
    """Give how wide the longest of the texts is; many are the same."""
    return max((width(words, "axis", times) for words in set().union(*cells.texts)), default=0.0)
