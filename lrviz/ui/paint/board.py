"""A board: several figures beside each other, each on a card with its title."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from lrviz.ui import metrics
from lrviz.ui.figure import Figure, Tile
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.layout import HINTS, elided, width
from lrviz.ui.palette import Theme

GAP, HEAD = metrics.S3, metrics.PLOT_TITLE
"""Between cards, and the height of a card's title."""
LEAST, WIDE, REMARKED = 150, 300, 480
"""A plot on a board is at least so high, and so wide; from the last width on it has room for remarks."""
WHOLE = 560
"""From this height on, a card has room for more than the plots below a chain."""
SHAPE = 1.25
"""From this width against its height on, a board has three columns."""


def placed(rect: QRectF, count: int, times: float) -> list[QRectF]:
    """Give where the cards of a board are, row by row."""
    columns = max(1, min(count, 3 if rect.width() >= SHAPE * rect.height() else 2))
    rows = max(1, -(-count // columns))
    gap = GAP * times
    wide = (rect.width() - gap * (columns + 1)) / columns
    high = (rect.height() - gap * (rows + 1)) / rows
    corner = rect.topLeft()
    return [
        QRectF(
            round(corner.x() + gap + index % columns * (wide + gap)),
            round(corner.y() + gap + index // columns * (high + gap)),
            max(1.0, round(wide)),
            max(1.0, round(high)),
        )
        for index in range(count)
    ]


def inside(cell: QRectF, times: float) -> QRectF:
    """Give the room for the figure on a card."""
    room = cell.adjusted(1, HEAD * times, -1, -metrics.S1 * times)
    return QRectF(room.left(), room.top(), max(1.0, room.width()), max(1.0, room.height()))


def fitted(figure: Figure, room: QSizeF) -> Figure:
    """Give as much of a figure as can be read in so much room, of the usual size: its first plots."""
    if figure.terrain is not None:
        return replace(figure, plots=())
    if figure.chain is not None and (room.height() < WHOLE or not figure.plots):
        figure = replace(figure, chain=None, anatomy=None) if figure.plots else figure
    rows = max(1, int(room.height() / LEAST))
    columns = max(1, min(figure.columns, int(room.width() / WIDE)))
    shown = figure.plots[: rows * columns]
    if room.width() < REMARKED * columns:
        shown = tuple(replace(plot, remarks=()) for plot in shown)
    plots = tuple(replace(plot, aside=0.0) for plot in shown)
    return replace(figure, plots=plots, columns=columns)


def paint_card(painter: QPainter, tile: Tile, cell: QRectF, theme: Theme, times: float) -> None:
    """Paint a card with its title and, as far as there is room, the headline of its figure."""
    painter.save()
    painter.setRenderHints(HINTS)
    painter.setPen(QPen(theme.border, times))
    painter.setBrush(theme.surface)
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), metrics.CARD * times, metrics.CARD * times)
    x, y = cell.left() + metrics.S4 * times, cell.top() + HEAD * times / 2
    text(painter, x, y, tile.title, "plot_title", colour=theme.text, times=times)
    x += width(tile.title, "plot_title", times) + metrics.S2 * times
    room = cell.right() - metrics.S4 * times - x
    shown = tile.figure
    if room > 0 and (shown.plots or shown.terrain is not None or shown.chain is not None):
        words = elided(shown.headline, "secondary", times, room)
        text(painter, x, y, words, "secondary", colour=theme.text2, times=times)
    painter.restore()


def within(painter: QPainter, cell: QRectF, times: float) -> None:
    """Let nothing be painted beside a card; whoever calls saves and restores."""
    painter.setClipRect(cell.adjusted(times, times, -times, -times))
