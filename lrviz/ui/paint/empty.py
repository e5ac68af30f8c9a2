"""A figure of no plots: a ghost of a plot, and what to do next."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lrviz.ui import metrics
from lrviz.ui.figure import Figure
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.layout import elided, width
from lrviz.ui.palette import Theme
from lrviz.ui.polygon import polygon


def area(rect: QRectF, times: float = 1.0) -> QRectF:
    """Give where the ghost lies in a figure's rectangle."""
    return rect.adjusted(metrics.GUTTER_LEFT * times, metrics.PLOT_TITLE * times, -40 * times, -36 * times)


def paint_empty(painter: QPainter, rect: QRectF, figure: Figure, theme: Theme, times: float) -> None:
    """Paint pale grid lines, a ghost cosine, a title and a sentence.

    The sentence stands 20 px above the middle; from 12 px below the middle on there is room for buttons.
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
    title = figure.headline or QCoreApplication.translate("Figure", "No run yet")
    sentence = figure.subline or QCoreApplication.translate("Figure", "Add one, or paste your scheduler code here.")
    sentence = elided(sentence, "body", times, rect.width() - 16 * times)
    middle = ghost.center()
    wide = max(width(title, "form_title", times), width(sentence, "body", times)) + 64 * times
    painter.fillRect(QRectF(middle.x() - wide / 2, middle.y() - 60 * times, wide, 104 * times), theme.surface)
    start = middle.x() - width(title, "form_title", times) / 2
    text(painter, start, middle.y() - 42 * times, title, "form_title", colour=theme.text, times=times)
    start = middle.x() - width(sentence, "body", times) / 2
    text(painter, start, middle.y() - 20 * times, sentence, "body", colour=theme.text2, times=times)
