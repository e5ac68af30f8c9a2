"""Pins: places on x that are pinned down, such as the rates that an LR finder suggests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.ui import marks, metrics
from lrviz.ui.figure import Pin
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.layout import HINTS, Pane, width
from lrviz.ui.palette import Theme

BAND, CHOSEN_BAND = 0.035, 0.06
"""How much of the ink a spread is: grey, so that colour stays the runs'."""
DOTS, DASHES = (1.5, 3.5), (5.0, 3.0)
CHIP = 22
ROW = 28
"""Height of a chip, and from one row of them to the next."""
BESIDE = 7
"""From a pin's line to its chip."""
INSIDE = 8
"""From a chip's edge to its words."""
WORDS_APART = 6
MARK = 5.0
LOOKS = (("plain", "chosen", "own", "trap"), ("plain", "chosen", "own"), ("chosen", "own"), ("chosen",))
"""How the pins look that have chips, all of them first."""


class Chip(NamedTuple):
    """Where a pin's chip stands."""

    pin: Pin
    box: QRectF


def paint_pins(painter: QPainter, pane: Pane, theme: Theme) -> None:
    """Paint the spreads and lines of a pane's pins, under its curves."""
    painter.save()
    area = pane.area
    painter.setClipRect(area.adjusted(-1, 0, 1, 0), Qt.ClipOperation.IntersectClip)
    grey = QColor(theme.text)
    for pin in pane.plot.pins:
        left, right = pane.x.pixel(pin.low), pane.x.pixel(pin.high)
        if right > left:
            grey.setAlphaF(CHOSEN_BAND if pin.look == "chosen" else BAND)
            painter.fillRect(QRectF(round(left), area.top(), round(right) - round(left), area.height()), grey)
    for pin, x in _in_sight(pane):
        painter.setPen(_pen(pin, pane, theme))
        painter.drawLine(QLineF(round(x) + 0.5, area.top(), round(x) + 0.5, area.bottom()))
    painter.restore()


def paint_chips(painter: QPainter, pane: Pane, theme: Theme) -> None:
    """Paint the runs' marks where pins meet their curves, and the chips with names and values."""
    painter.save()
    painter.setRenderHints(HINTS)
    for pin, x in _in_sight(pane):
        y = pane.y.pixel(pin.y)
        if pane.area.top() <= y <= pane.area.bottom():
            marks.paint_mark(painter, x, y, MARK * pane.times, pin.colour, theme.line(pin.colour), theme.surface)
    for chip in chips(pane):
        _paint_chip(painter, chip, pane, theme)
    painter.restore()


def chips(pane: Pane) -> list[Chip]:
    """Give where the chips stand: in rows from the top, beside their lines, none over another.

    In the first row none stands over another pin's line either; a run's own stand at the foot. Where not all have room
    in the plot's area only the more important ones are there.
    """
    seen = sorted(_in_sight(pane), key=lambda found: found[1])
    placed: list[Chip] = []
    for looks in LOOKS:  # in a low pane the traps go without a chip first
        placed = _placed(pane, [found for found in seen if found[0].look in looks], seen)
        if all(_inside(chip, pane) for chip in placed):
            return placed
    return [chip for chip in placed if _inside(chip, pane)]


def _placed(pane: Pane, named: list[tuple[Pin, float]], seen: list[tuple[Pin, float]]) -> list[Chip]:
    lines = [x for pin, x in seen if pin.look != "own"]
    placed: list[Chip] = []
    for pin, x in named:
        boxes = _places(pane, pin, x)
        taken = [chip.box for chip in placed]
        box = next(box for box, first in boxes if not _hits(box, taken) and not (first and _crosses(box, lines, x)))
        placed.append(Chip(pin, box))
    return placed


def _inside(chip: Chip, pane: Pane) -> bool:
    return chip.box.top() >= pane.area.top() and chip.box.bottom() <= pane.area.bottom()


def _in_sight(pane: Pane) -> list[tuple[Pin, float]]:
    pixels = ((pin, pane.x.pixel(pin.x)) for pin in pane.plot.pins)
    return [(pin, x) for pin, x in pixels if pane.area.left() - 0.5 <= x <= pane.area.right() + 0.5]


def _places(pane: Pane, pin: Pin, x: float) -> Iterator[tuple[QRectF, bool]]:
    """Give the places of a chip, the best first: right and left of its line, row by row; whether it is the first."""
    times, area = pane.times, pane.area
    wide = (2 * INSIDE + WORDS_APART) * times + sum(width(words, "value", times) for words in (pin.name, pin.value))
    right = x + BESIDE * times
    left = x - BESIDE * times - wide
    beside = [start for start in (right, left) if area.left() <= start and start + wide <= pane.cell.right()]
    for row in count():
        down = (BESIDE + row * ROW) * times
        top = area.bottom() - down - CHIP * times if pin.look == "own" else area.top() + down
        for start in beside or [max(area.left(), min(right, area.right() - wide))]:
            yield QRectF(start, top, wide, CHIP * times), row == 0


def _hits(box: QRectF, taken: Iterable[QRectF]) -> bool:
    return any(box.adjusted(-4, -2, 4, 2).intersects(other) for other in taken)


def _crosses(box: QRectF, lines: Iterable[float], own: float) -> bool:
    return any(box.left() - 2 < line < box.right() + 2 for line in lines if line != own)


def _pen(pin: Pin, pane: Pane, theme: Theme) -> QPen:
    thin = max(1.0, round(pane.times * 0.75))
    if pin.look == "own":
        pen = QPen(theme.line(pin.colour), 1.5 * pane.times)
        pen.setDashPattern([length / 1.5 for length in DASHES])
    elif pin.look == "trap":
        pen = QPen(theme.text3, thin)
        pen.setDashPattern([length * pane.times / thin for length in DOTS])
    else:
        pen = QPen(theme.text, 2 * thin) if pin.look == "chosen" else QPen(theme.text2, thin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _paint_chip(painter: QPainter, chip: Chip, pane: Pane, theme: Theme) -> None:
    pin, box, times = chip.pin, chip.box, pane.times
    fill, border, ink = theme.surface, theme.strong, theme.text
    if pin.look == "chosen":
        fill, border, ink = theme.primary, theme.primary, theme.on_primary
    elif pin.look == "trap":
        border, ink = theme.border, theme.text3
    elif pin.look == "own":
        border, ink = mixed(theme.line(pin.colour), theme.surface, 0.45), theme.ink(pin.colour)
    painter.setPen(QPen(border, times))
    painter.setBrush(fill)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), metrics.CHIP * times, metrics.CHIP * times)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = box.left() + INSIDE * times, box.center().y()
    text(painter, x, y, pin.name, "value", colour=ink, times=times)
    after = x + width(pin.name, "value", times) + WORDS_APART * times
    text(painter, after, y, pin.value, "value", colour=ink, times=times)
