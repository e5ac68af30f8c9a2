"""The chain of layers: what each gives above, what comes back below, and what its parameters have got of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.ui import metrics
from lrviz.ui.pages.chain import Box, Has, Holds, Pixels
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.chain_layout import ChainSheet
from lrviz.ui.paint.layout import HINTS, Step, elided, width
from lrviz.ui.palette import Theme
from lrviz.ui.polygon import polygon

APART = 15.0
"""From the middle of a row to each of its two arrows."""
THINNEST, THICKEST, HEAD = 1.0, 6.0, 6.0
MARKED = 2
"""Parameters of a box that are named; of more it is said how many there are."""
LINE = 16.0


def chain_steps(sheet: ChainSheet, theme: Theme) -> Iterator[Step]:
    """Give the steps that paint a chain: its title row, its links, and each layer."""
    yield partial(_paint_title, sheet=sheet, theme=theme)
    for index in range(sheet.chain.input is None, len(sheet.places) - 1):
        yield partial(_paint_link, sheet=sheet, index=index, theme=theme)
    yield partial(_paint_ends, sheet=sheet, theme=theme)
    for box, rect in zip(sheet.chain.boxes, sheet.boxes, strict=True):
        yield partial(_paint_layer, sheet=sheet, box=box, rect=rect, theme=theme)


def paint_title_row(
    painter: QPainter, rect: QRectF, words: tuple[str, str], role: metrics.Role, *, theme: Theme, times: float
) -> None:
    """Write a title and what follows it into the top of a rectangle."""
    title, note = words
    x, y = rect.left() + metrics.S4 * times, rect.top() + metrics.PLOT_TITLE * times / 2
    text(painter, x, y, title, "plot_title", colour=theme.text, times=times)
    x += width(title, "plot_title", times) + metrics.S2 * times
    shown = elided(note, role, times, max(0.0, rect.right() - metrics.S2 * times - x))
    text(painter, x, y, shown, role, colour=theme.text2, times=times)


def _paint_title(painter: QPainter, sheet: ChainSheet, theme: Theme) -> None:
    painter.save()
    painter.setRenderHints(HINTS)
    words = sheet.chain.title, sheet.chain.note
    paint_title_row(painter, sheet.rect, words, "secondary", theme=theme, times=sheet.times)
    painter.restore()


def _paint_ends(painter: QPainter, sheet: ChainSheet, theme: Theme) -> None:
    """Paint where the batch comes in and where the loss goes out."""
    painter.save()
    painter.setRenderHints(HINTS)
    translate = QCoreApplication.translate
    for rect, name, value in (
        (sheet.places[0], translate("Chain", "input"), sheet.chain.input),
        (sheet.places[-1], translate("Chain", "loss"), sheet.chain.loss),
    ):
        if value is None:
            continue
        middle = rect.center()
        _centred(
            painter, middle - QPointF(0, 9 * sheet.times), name, "secondary", colour=theme.text2, times=sheet.times
        )
        shown = elided(value, "value", sheet.times, rect.width() + metrics.LINK * sheet.times / 2)
        _centred(painter, middle + QPointF(0, 9 * sheet.times), shown, "value", colour=theme.text, times=sheet.times)
    painter.restore()


def _paint_link(painter: QPainter, sheet: ChainSheet, index: int, theme: Theme) -> None:
    """Paint what goes on from one layer to the next, and below it what comes back."""
    painter.save()
    painter.setRenderHints(HINTS)
    chain, times = sheet.chain, sheet.times
    here, there = sheet.places[index], sheet.places[index + 1]
    after = sheet.rows[index] != sheet.rows[index + 1]
    start, end = here.right() + 3 * times, there.left() - 3 * times
    if after:  # the way goes on in the next row
        end = min(start + metrics.LINK * times, sheet.rect.right() - 2 * times)
    up, down = (here.center().y() + side * APART * times for side in (-1, 1))
    _paint_arrow(painter, QLineF(start, up, end, up), theme.text3, THINNEST * times, sheet.times)
    box = chain.boxes[index - 1] if index else None
    if box is not None and box.strength is not None:
        thick = (THINNEST + box.strength * (THICKEST - THINNEST)) * times
        _paint_arrow(painter, QLineF(end, down, start, down), theme.line(chain.colour), thick, sheet.times)
    elif box is not None and chain.stop and (index == len(chain.boxes) or chain.boxes[index].strength is not None):
        painter.setPen(QPen(theme.line(chain.colour), 2.25 * times))
        middle = (start + end) / 2
        painter.drawLine(QLineF(middle, down - 8 * times, middle, down + 8 * times))
        painter.drawLine(QLineF(middle, down, end, down))
        _write_stop(painter, sheet, here, theme)
    painter.restore()


def _write_stop(painter: QPainter, sheet: ChainSheet, here: QRectF, theme: Theme) -> None:
    """Say below a chain's row why backward goes no further than here."""
    times = sheet.times
    left = sheet.rect.left() + metrics.S4 * times
    words = elided(sheet.chain.stop, "secondary", times, sheet.rect.width() - 2 * metrics.S4 * times)
    wide = width(words, "secondary", times)
    start = max(left, min(here.right() + 12 * times - wide, sheet.rect.right() - wide))
    y = here.center().y() + (metrics.BOX[1] / 2 + metrics.UNDER / 2) * times
    text(painter, start, y, words, "secondary", colour=theme.ink(sheet.chain.colour), times=times)


def _paint_arrow(painter: QPainter, shaft: QLineF, colour: QColor, thick: float, times: float) -> None:
    """Paint a level arrow; its head is as long as its width needs."""
    way = 1.0 if shaft.dx() > 0 else -1.0
    head = HEAD * times + thick * 0.6
    tip, y = shaft.x2(), shaft.y2()
    neck = tip - way * min(head, abs(shaft.dx()))
    painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QLineF(shaft.p1(), QPointF(neck + way, y)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    half = head * 0.55
    painter.drawPolygon(polygon(np.array([[tip, y], [neck, y - half], [neck, y + half]])))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_layer(painter: QPainter, sheet: ChainSheet, box: Box, rect: QRectF, theme: Theme) -> None:
    painter.save()
    painter.setRenderHints(HINTS)
    times = sheet.times
    _paint_frame(painter, box, rect, theme, times)
    room = rect.width() + metrics.LINK * times - 4 * times
    middle, high = rect.center(), metrics.BOX[1] / 2 * times
    over = elided(box.forward, "axis", times, room)
    _centred(
        painter, middle - QPointF(0, high + metrics.OVER / 2 * times), over, "axis", colour=theme.text2, times=times
    )
    under = elided(box.backward, "axis", times, room)
    ink = theme.ink(sheet.chain.colour)
    _centred(painter, middle + QPointF(0, high + metrics.UNDER / 2 * times), under, "axis", colour=ink, times=times)
    if box.holds:
        _paint_inside(painter, sheet, box, rect, theme)
    else:
        _centred(painter, middle, box.title, "secondary", colour=theme.text2, times=times)
    painter.restore()


def _paint_frame(painter: QPainter, box: Box, rect: QRectF, theme: Theme, times: float) -> None:
    """Paint a layer's ground and edge: dashed where it is frozen, two more behind it where it is several."""
    edge = QPen(theme.text if box.selected else theme.strong, (1.5 if box.selected else 1.0) * times)
    if box.frozen:
        edge.setDashPattern([4 / (edge.widthF() / times), 3 / (edge.widthF() / times)])
    radius = (metrics.CARD if box.holds else metrics.PILL / 2) * times
    painter.setPen(edge)
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    for behind in (2, 1) if box.layers > 1 else ():
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(inner.translated(3 * behind * times, -3 * behind * times), radius, radius)
    painter.setBrush(theme.bg if box.frozen or not box.holds else theme.surface)
    painter.drawRoundedRect(inner, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_inside(painter: QPainter, sheet: ChainSheet, box: Box, rect: QRectF, theme: Theme) -> None:
    """Write a layer's kind, its gradient with what that was lately, what is said of its weights, its parameters."""
    times, side = sheet.times, 8 * sheet.times
    left, room = rect.left() + side, rect.width() - 2 * side
    y = rect.top() + 15 * times
    ink = theme.text3 if box.frozen else theme.text
    name = elided(box.title, "value", times, room - 18 * times)
    text(painter, left, y, name, "value", colour=ink, times=times)
    y += 22 * times
    sign = QCoreApplication.translate("Chain", "‖g‖")
    text(painter, left, y, box.gradient, "form_title", colour=ink, times=times)
    x = left + width(box.gradient, "form_title", times) + 4 * times
    text(painter, x, y, sign, "axis", colour=theme.text3, times=times)
    x += width(sign, "axis", times) + 6 * times
    if box.recent is not None and rect.right() - side - x > 16 * times:
        spark = QRectF(x, y - 9 * times, rect.right() - side - x, 18 * times)
        _paint_recent(painter, spark, box.recent, theme.line(sheet.chain.colour), times)
    y += 19 * times
    text(painter, left, y, elided(box.about, "axis", times, room), "axis", colour=theme.text2, times=times)
    y += 18 * times
    for holds in _listed(box):
        _paint_holds(painter, QRectF(left, y - LINE / 2 * times, room, LINE * times), holds, theme, times)
        y += LINE * times


def _listed(box: Box) -> tuple[Holds, ...]:
    """Give the parameters that are named in a box: each, or one line for each state that several are in."""
    if len(box.holds) <= MARKED:
        return box.holds
    words = QCoreApplication.translate("Chain", "{0} of {1} parameter{1:|s}")
    if len({one.has for one in box.holds}) == 1:
        words = QCoreApplication.translate("Chain", "{0} parameter{0:|s}")
    states: tuple[Has, ...] = ("gradient", "none", "frozen")
    counted = [(sum(one.has == state for one in box.holds), state) for state in states]
    most = sorted((pair for pair in counted if pair[0]), reverse=True)[:MARKED]
    return tuple(Holds(words.format(many, len(box.holds)), state) for many, state in most)


def _paint_holds(painter: QPainter, row: QRectF, holds: Holds, theme: Theme, times: float) -> None:
    """Write a parameter behind its mark: full with a gradient, a ring without, a bar through it where it is frozen."""
    size = 3.5 * times
    middle = QPointF(row.left() + size, row.center().y())
    ink = theme.text if holds.has == "gradient" else theme.text3
    painter.setPen(QPen(ink, 1.25 * times))
    painter.setBrush(ink if holds.has == "gradient" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, size - 0.5, size - 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if holds.has == "frozen":
        painter.drawLine(QLineF(middle.x() - size - 1, middle.y() + size + 1, middle.x() + size + 1, middle.y() - size))
    x = row.left() + 2 * size + 5 * times
    said = said_of(holds)
    free = row.right() - x - (width(said, "axis", times) + 6 * times if said else 0)
    name = elided(holds.name, "code_small", times, max(12.0, free))
    text(painter, x, middle.y(), name, "code_small", colour=ink, times=times)
    x += width(name, "code_small", times) + 6 * times
    words = elided(said, "axis", times, max(0.0, row.right() - x))
    text(painter, x, middle.y(), words, "axis", colour=theme.text3, times=times)


def said_of(holds: Holds) -> str:
    """Say what a parameter has of a gradient."""
    if holds.said:
        return holds.said
    match holds.has:
        case "gradient":
            return QCoreApplication.translate("Chain", ".grad")
        case _:
            return QCoreApplication.translate("Chain", "None")


def _paint_recent(painter: QPainter, rect: QRectF, values: Pixels, colour: QColor, times: float) -> None:
    """Paint norms from 0 at the bottom to the largest at the top."""
    known = values[np.isfinite(values)].astype(np.float64)
    if len(known) < 2:
        return
    top = max(float(known.max()), 1e-300)
    x = np.linspace(rect.left(), rect.right(), len(known))
    y = rect.bottom() - known / top * rect.height()
    painter.setPen(QPen(colour, 1.5 * times, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(polygon(np.column_stack([x, y])))


def _centred(painter: QPainter, at: QPointF, words: str, role: metrics.Role, *, colour: QColor, times: float) -> None:
    text(painter, at.x() - width(words, role, times) / 2, at.y(), words, role, colour=colour, times=times)
