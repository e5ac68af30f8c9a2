"""Matrices: cells in shades of a run's colour, with what stands in them where there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lrviz.ui.figure import Cells
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.layout import HINTS, Pane, width
from lrviz.ui.palette import Theme

GAP = 1.0
"""Pixels between two cells."""
PALEST, DARKEST = 0.04, 0.85
LIGHT_ON = 0.55
"""From this share on a cell's text is written in the colour of the ground."""


def paint_cells(painter: QPainter, pane: Pane, cells: Cells, theme: Theme) -> None:
    """Paint a matrix over the whole plot area."""
    rows, columns = cells.shares.shape
    area, times = pane.area, pane.times
    wide, high = area.width() / columns, area.height() / rows
    longest = max((width(words, "axis", times) for row in cells.texts for words in row), default=0.0)
    written = longest + 4 * times <= wide and high >= 12 * times
    painter.save()
    painter.setRenderHints(HINTS)
    for row in range(rows):
        for column in range(columns):
            share = float(cells.shares[row, column])
            box = QRectF(area.left() + column * wide, area.bottom() - (row + 1) * high, wide, high)
            shade = PALEST + (DARKEST - PALEST) * min(1.0, max(0.0, share)) if share > 0 else PALEST
            painter.fillRect(
                box.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2),
                mixed(theme.line(cells.colour), theme.surface, shade),
            )
            words = cells.texts[row][column]
            if written and words:
                ink = theme.surface if shade >= LIGHT_ON else theme.text2
                start = box.center().x() - width(words, "axis", times) / 2
                text(painter, start, box.center().y(), words, "axis", colour=ink, times=times)
    painter.restore()
