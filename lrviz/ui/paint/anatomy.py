"""One update taken apart: small pictures of each parameter's gradient, of what the optimizer makes of it, and so on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from lrviz.ui import metrics
from lrviz.ui.pages.chain import Heat, Pixels, Spot
from lrviz.ui.paint.anatomy_layout import HEAD, NAME, WORDS, AnatomySheet
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.chain import paint_title_row
from lrviz.ui.paint.layout import HINTS, Step, elided, width
from lrviz.ui.palette import Theme

SHADES = 127
"""Shades on either side of 0."""
LEGEND = 96, 8
"""Width and height of the scale."""
LEAST = 2
"""Pixels that one place of a picture has at least: files that smooth it leave its edges sharp."""


def anatomy_steps(sheet: AnatomySheet, theme: Theme) -> Iterator[Step]:
    """Give the steps that paint an anatomy: its title row and heads, then the pictures of each parameter."""
    yield partial(_paint_heads, sheet=sheet, theme=theme)
    for tensor in range(sheet.shown):
        yield partial(_paint_tensor, sheet=sheet, tensor=tensor, theme=theme)


def _paint_heads(painter: QPainter, sheet: AnatomySheet, theme: Theme) -> None:
    painter.save()
    painter.setRenderHints(HINTS)
    anatomy, times = sheet.anatomy, sheet.times
    legend = _paint_legend(painter, sheet, theme)
    row = QRectF(sheet.rect.left(), sheet.rect.top(), legend - sheet.rect.left(), sheet.rect.height())
    said = anatomy.title, anatomy.reading or anatomy.formula
    paint_title_row(painter, row, said, "code", theme=theme, times=times)
    top = sheet.rect.top() + metrics.PLOT_TITLE * times
    for column, (head, about) in enumerate(anatomy.heads):
        left = sheet.left(column)
        name = elided(head, "value", times, sheet.column)
        text(painter, left, top + 8 * times, name, "value", colour=theme.text, times=times)
        words = elided(about, "axis", times, sheet.column + 12 * times)
        text(painter, left, top + (HEAD / 2 + 6) * times, words, "axis", colour=theme.text2, times=times)
    painter.restore()


def _paint_legend(painter: QPainter, sheet: AnatomySheet, theme: Theme) -> float:
    """Paint the one scale of all pictures at the right of the title row; give where it begins."""
    times, translate = sheet.times, QCoreApplication.translate
    low, high = translate("Anatomy", "−largest"), translate("Anatomy", "largest")
    y = sheet.rect.top() + metrics.PLOT_TITLE * times / 2
    right = sheet.rect.right() - metrics.S4 * times - width(high, "axis", times)
    wide, thick = LEGEND[0] * times, LEGEND[1] * times
    text(painter, right, y, high, "axis", colour=theme.text2, times=times)
    bar = QRectF(right - 6 * times - wide, y - thick / 2, wide, thick)
    ramp = np.linspace(-1, 1, 2 * SHADES + 1, dtype=np.float32)[None, :]
    painter.drawImage(bar, _image(ramp.tobytes(), ramp.shape, _table(theme)))
    left = bar.left() - 6 * times - width(low, "axis", times)
    text(painter, left, y, low, "axis", colour=theme.text2, times=times)
    painter.fillRect(QRectF(round(bar.center().x()), bar.top() - 2, 1, bar.height() + 4), theme.text3)
    return left - metrics.S4 * times


def _paint_tensor(painter: QPainter, sheet: AnatomySheet, tensor: int, theme: Theme) -> None:
    painter.save()
    painter.setRenderHints(HINTS)
    times, shown = sheet.times, sheet.anatomy.tensors[tensor]
    top, high = sheet.tops[tensor]
    room = sheet.rect.width() - 2 * metrics.S4 * times
    more = len(sheet.anatomy.tensors) - sheet.shown if tensor == sheet.shown - 1 else 0
    words = QCoreApplication.translate("Anatomy", "{0}  (no room here for {1} more)").format(shown.name, more)
    name = elided(words if more else shown.name, "code_small", times, room)
    text(painter, sheet.left(0), top - NAME / 2 * times, name, "code_small", colour=theme.text2, times=times)
    for column, heat in enumerate(shown.heats):
        rect = sheet.picture(tensor, column)
        if heat is None:
            missing = shown.missing[column] if column < len(shown.missing) else ""
            _paint_missing(painter, rect, missing, theme, times)
            continue
        _paint_heat(painter, rect, heat, theme)
        both = heat.words + heat.largest
        words = both if width(both, "axis", times) <= sheet.column + 12 * times else heat.words
        text(painter, rect.left(), top + high + WORDS / 2 * times, words, "axis", colour=theme.text2, times=times)
        spot = sheet.anatomy.spot
        if spot is not None and spot.tensor == tensor:
            _paint_spot(painter, rect, heat, spot, theme)
    painter.restore()


def _paint_missing(painter: QPainter, rect: QRectF, words: str, theme: Theme, times: float) -> None:
    """Paint an empty frame, with why there is nothing."""
    pen = QPen(theme.strong, times)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    said = elided(words, "axis", times, rect.width() - 8 * times)
    x = rect.center().x() - width(said, "axis", times) / 2
    text(painter, x, rect.center().y(), said, "axis", colour=theme.text3, times=times)


def _paint_heat(painter: QPainter, rect: QRectF, heat: Heat, theme: Theme) -> None:
    """Paint numbers in the colours of the scale, each picture up to its own largest."""
    finite = np.abs(heat.values[np.isfinite(heat.values)])
    largest = float(finite.max()) if finite.size else 0.0
    shares = (heat.values / largest if largest > 0 else np.zeros_like(heat.values)).astype(np.float32)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.drawImage(rect, _image(shares.tobytes(), shares.shape, _table(theme)))
    painter.setPen(QPen(theme.border, 1))
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))


def _paint_spot(painter: QPainter, rect: QRectF, heat: Heat, spot: Spot, theme: Theme) -> None:
    """Paint a frame about the place that is pointed at."""
    rows, columns = heat.values.shape
    wide, high = rect.width() / columns, rect.height() / rows
    place = QRectF(rect.left() + spot.column * wide, rect.top() + spot.row * high, wide, high)
    place = place.adjusted(-2, -2, 2, 2)
    for colour, thick in ((theme.surface, 3.5), (theme.text, 1.5)):
        painter.setPen(QPen(colour, thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)


def _table(theme: Theme) -> tuple[int, ...]:
    """Give the colour of each shade, from the lowest; the last one is what isn't finite."""
    return _shades(theme.below.rgb(), theme.zero.rgb(), theme.above.rgb(), theme.error.rgb())


@lru_cache(maxsize=4)
def _shades(below: int, zero: int, above: int, odd: int) -> tuple[int, ...]:
    lower, upper = (_between(QColor.fromRgb(zero), QColor.fromRgb(end)) for end in (below, above))
    return (*lower[::-1], zero, *upper, odd)


def _between(start: QColor, end: QColor) -> list[int]:
    """Give colours from one to another, the first of them left out."""
    ends = np.array([[colour.red(), colour.green(), colour.blue()] for colour in (start, end)], np.float64)
    shares = np.linspace(0, 1, SHADES + 1)[1:, None]
    mixed = np.rint(ends[0] + (ends[1] - ends[0]) * shares).astype(int)
    return [QColor(*colour).rgb() for colour in mixed.tolist()]


@lru_cache(maxsize=128)  # what is pointed at changes, the pictures stay
def _image(data: bytes, shape: tuple[int, int], table: tuple[int, ...]) -> QImage:
    """Give the picture of numbers from −1 to 1."""
    shares: Pixels = np.frombuffer(data, np.float32).reshape(shape)
    index = np.where(np.isfinite(shares), np.rint(np.nan_to_num(shares) * SHADES) + SHADES, 2 * SHADES + 1)
    scale = max(LEAST, -(-256 // max(shape)))
    pixels = np.array(table, np.uint32)[index.astype(np.intp)].repeat(scale, axis=0).repeat(scale, axis=1)
    image = QImage(pixels.data, pixels.shape[1], pixels.shape[0], 4 * pixels.shape[1], QImage.Format.Format_RGB32)
    return image.copy()  # it owns its pixels
