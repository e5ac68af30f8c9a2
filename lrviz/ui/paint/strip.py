"""The strip above a pane: which part of a schedule acts where."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from lrviz.ui import metrics
from lrviz.ui.figure import Strip
from lrviz.ui.paint.axes import text
from lrviz.ui.paint.curves import mixed
from lrviz.ui.paint.layout import HINTS, Pane, elided, width
from lrviz.ui.palette import Theme

SHARES = 0.16, 0.09
"""Of a run's colour: one stretch is stronger than the next, so that neighbours differ."""
GAP = 1.0
"""Pixels between two stretches, and above and below them."""
LEAST = 2.0
"""A stretch of fewer pixels isn't drawn."""
NAMED = 34.0
"""A stretch of fewer pixels has no name."""
BESIDE = 8.0
"""Pixels to the left and right of a name: what seams are dragged by covers a part of them."""


def paint_strip(painter: QPainter, pane: Pane, strip: Strip, theme: Theme) -> None:
    """Paint each stretch in sight in the run's colour, with its name as far as there is room."""
    painter.save()
    painter.setRenderHints(HINTS)
    row, times = pane.strip.adjusted(0, GAP * pane.times, 0, -2 * GAP * pane.times), pane.times
    for index, (first, last, name) in enumerate(strip.parts):
        left, right = max(row.left(), pane.x.pixel(first)), min(row.right(), pane.x.pixel(last))
        if right - left < LEAST * times:
            continue
        box = QRectF(left + GAP / 2 * times, row.top(), right - left - GAP * times, row.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(theme.line(strip.colour), theme.surface, SHARES[index % 2]))
        painter.drawRoundedRect(box, metrics.CHIP * times / 2, metrics.CHIP * times / 2)
        if box.width() >= NAMED * times:
            words = elided(name, "axis", times, box.width() - 2 * BESIDE * times)
            start = box.center().x() - width(words, "axis", times) / 2
            text(painter, start, box.center().y(), words, "axis", colour=theme.text2, times=times)
    painter.restore()
