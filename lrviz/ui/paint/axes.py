"""What stands around the curves: grid, numbers, the title row, the axis title, the stretch not yet run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from lrviz.ui import metrics
from lrviz.ui.marks import paint_mark
from lrviz.ui.paint.layout import HINTS, NUMBER_GAP, Pane, elided, font, middle, width
from lrviz.ui.paint.ticks import labels
from lrviz.ui.palette import Theme

TICK = 4
MARK = 4.2
"""The radius of the mark before the title of a pane that is one run's."""


def paint_axes(painter: QPainter, pane: Pane, theme: Theme) -> None:
    """Paint everything of a pane that lies under its curves."""
    painter.save()
    painter.setRenderHints(HINTS)
    _paint_unrun(painter, pane, theme)
    _paint_grid(painter, pane, theme)
    _paint_y_numbers(painter, pane, theme)
    _paint_title(painter, pane, theme)
    if pane.lowest:
        _paint_x_numbers(painter, pane, theme)
    painter.restore()


def text(
    painter: QPainter, x: float, y: float, words: str, role: metrics.Role, *, colour: QColor, times: float
) -> None:
    """Write words from x on, their capitals centred on y."""
    painter.setFont(font(role, times))
    painter.setPen(colour)
    painter.drawText(QPointF(x, y + middle(role, times)), words)


def _paint_unrun(painter: QPainter, pane: Pane, theme: Theme) -> None:
    if pane.plot.head is not None:
        start = round(max(pane.area.left(), min(pane.x.pixel(pane.plot.head), pane.area.right())))
        painter.fillRect(QRectF(start, pane.area.top(), pane.area.right() - start, pane.area.height()), theme.bg)


def _paint_grid(painter: QPainter, pane: Pane, theme: Theme) -> None:
    area, thick = pane.area, max(1.0, round(pane.times * 0.75))
    for value in pane.y_ticks:
        y = round(pane.y.pixel(value))
        floor = not pane.y.axis.log and (value == 0 or abs(y - area.bottom()) < 1)
        painter.fillRect(QRectF(area.left(), y, area.width() + 2, thick), theme.axis if floor else theme.grid)


def _paint_y_numbers(painter: QPainter, pane: Pane, theme: Theme) -> None:
    right = pane.area.left() - NUMBER_GAP * pane.times
    texts = labels(pane.plot.y, pane.y_ticks)
    for value, words in zip(pane.y_ticks, texts, strict=True):
        start = right - width(words, pane.numbers, pane.times)
        text(painter, start, pane.y.pixel(value), words, pane.numbers, colour=theme.text2, times=pane.times)


def _paint_x_numbers(painter: QPainter, pane: Pane, theme: Theme) -> None:
    area, times = pane.area, pane.times
    y = area.bottom() + 14 * times
    taken = area.right()
    texts = labels(pane.plot.x, pane.x_ticks)
    for value, words in zip(pane.x_ticks, texts, strict=True):
        x, wide = round(pane.x.pixel(value)), width(words, pane.numbers, times)
        painter.fillRect(QRectF(x, area.bottom() + 1, max(1.0, round(times * 0.75)), TICK * times), theme.axis)
        text(painter, x - wide / 2, y, words, pane.numbers, colour=theme.text2, times=times)
        taken = max(taken, x + wide / 2)
    room = pane.cell.right() - 4 * times - width(pane.plot.x.title, pane.numbers, times)
    start = max(taken + 8 * times, min(area.right() + 24 * times, room))
    text(painter, start, y, pane.plot.x.title, pane.numbers, colour=theme.text3, times=times)


def _paint_title(painter: QPainter, pane: Pane, theme: Theme) -> None:
    """Write the title row: the title, the y unit, "log", the note, and what is left out."""
    plot, times = pane.plot, pane.times
    x, y = pane.cell.left() + metrics.S4 * times, pane.cell.top() + metrics.PLOT_TITLE * times / 2
    ink = theme.text if plot.colour is None else theme.ink(plot.colour)
    if plot.colour is not None:
        paint_mark(painter, x + MARK * times, y, MARK * times, plot.colour, theme.line(plot.colour))
        x += (2 * MARK + 6) * times
    title = elided(plot.title, "plot_title", times, max(8.0, pane.cell.right() - x - 8 * times))
    text(painter, x, y, title, "plot_title", colour=ink, times=times)
    x += width(title, "plot_title", times) + metrics.S2 * times
    log = QCoreApplication.translate("Figure", "log") if plot.y.log else ""
    said = [plot.y.title, log, plot.note, plot.left_out]
    room = max(0.0, pane.cell.right() - plot.aside - x)
    note = elided(" · ".join(part for part in said if part), "secondary", times, room)
    text(painter, x, y, note, "secondary", colour=theme.text2, times=times)
