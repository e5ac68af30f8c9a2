"""The one painter: a figure into a rectangle, alike on the screen and in PNG, SVG and PDF."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lrviz.ui.figure import Figure
from lrviz.ui.paint.axes import paint_axes
from lrviz.ui.paint.curves import paint_lines
from lrviz.ui.paint.empty import paint_empty
from lrviz.ui.paint.labels import paint_cursor, paint_ends, paint_marks, paint_readings
from lrviz.ui.paint.layout import lay_out
from lrviz.ui.paint.trail import trails
from lrviz.ui.palette import Theme

__all__ = ["paint", "panes"]


def paint(
    painter: QPainter, rect: QRectF, figure: Figure, theme: Theme, *, times: float = 1.0, fast: bool = False
) -> None:
    """Paint a figure's plots into a rectangle of pixels, on the theme's surface.

    Parameters
    ----------
    painter, rect
        Where to; the painter is left as it was found.
    figure, theme
        What, and in which colours.
    times
        Enlarges type, lines and marks, for slides and print.
    fast
        While something is dragged: thin lines without antialiasing, no marks on the curves.
    """
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(rect, theme.surface)
    if not figure.plots:
        paint_empty(painter, rect, figure, theme, times)
    for pane in lay_out(rect, figure, times):
        paint_axes(painter, pane, theme)
        shapes = trails(pane)
        paint_lines(painter, pane, shapes, theme, fast=fast)
        if not fast:
            paint_marks(painter, pane, shapes, theme)
        paint_cursor(painter, pane, theme)
        taken = paint_readings(painter, pane, shapes, theme, fast=fast)
        paint_ends(painter, pane, shapes, theme, taken)
    painter.restore()


def panes(rect: QRectF, figure: Figure, times: float = 1.0) -> tuple[QRectF, ...]:
    """Give the area of each plot, in the figure's order: where its axes run."""
    return tuple(pane.area for pane in lay_out(rect, figure, times))
