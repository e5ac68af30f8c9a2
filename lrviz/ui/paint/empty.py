"""A figure of no plots: a ghost of a plot, and what to do next."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.ui import metrics
from lrviz.ui.figure import Figure
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.layout import lines, width
from lrviz.ui.palette import Theme
from lrviz.ui.polygon import polygon


def area(rect: QRectF, times: float = 1.0) -> QRectF:
    """Give where the ghost lies in a figure's rectangle."""
    return rect.adjusted(metrics.GUTTER_LEFT * times, metrics.PLOT_TITLE * times, -40 * times, -36 * times)


def paint_empty(painter: QPainter, rect: QRectF, figure: Figure, theme: Theme, times: float) -> None:
    """Paint pale grid lines, a ghost cosine, the figure's headline and what it rests on.

    The last line stands 20 px above the middle; from 12 px below the middle on there is room for buttons.
    """
    ghost = area(rect, times)
    if ghost.width() < 40 or ghost.height() < 20:
        return
    for share in (0.0, 1 / 3, 2 / 3, 1.0):
        line = round(ghost.top() + share * ghost.height())
        painter.fillRect(QRectF(ghost.left(), line, ghost.width(), 1), theme.axis if share == 1 else theme.grid)
    x = np.linspace(ghost.left(), ghost.right(), 128)
    y = ghost.top() + ghost.height() * (1 - np.cos(np.pi * np.linspace(0, 1, 128))) / 2
    painter.setPen(QPen(theme.border, 2.25 * times, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(polygon(np.column_stack([x, y])))
    room = rect.width() - 32 * times
    sentences = lines(figure.subline, "body", times, room)
    lying: list[tuple[str, metrics.Role, QColor, int]] = [
        *[(line, "form_title", theme.text, 22) for line in lines(figure.headline, "form_title", times, room)],
        *[(line, "body", theme.text2, 20 if index else 22) for index, line in enumerate(sentences)],
    ]
    wide = max(width(line, role, times) for line, role, _, _ in lying) + 64 * times
    middle, high = ghost.center(), sum(step for *_, step in lying) * times
    painter.fillRect(
        QRectF(middle.x() - wide / 2, middle.y() - 16 * times - high, wide, high + 60 * times), theme.surface
    )
    bottom = middle.y() - 20 * times
    for words, role, ink, step in reversed(lying):
        start = middle.x() - width(words, role, times) / 2
        text(painter, start, bottom, words, role, colour=ink, times=times)
        bottom -= step * times
