"""The one painter: a figure into a rectangle, alike on the screen and in PNG, SVG and PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lrviz.ui.figure import Figure
from lrviz.ui.paint.anatomy import anatomy_steps
from lrviz.ui.paint.axes import paint_axes
from lrviz.ui.paint.bars import paint_bars
from lrviz.ui.paint.board import fitted, inside, paint_card, placed, within
from lrviz.ui.paint.cells import paint_cells
from lrviz.ui.paint.chain import chain_steps
from lrviz.ui.paint.curves import paint_line, upwards
from lrviz.ui.paint.empty import paint_empty
from lrviz.ui.paint.labels import paint_cursor, paint_ends, paint_marks, paint_readings, paint_remarks
from lrviz.ui.paint.layout import HINTS, Pane, Sheet, Step
from lrviz.ui.paint.paths import paint_path, paint_points
from lrviz.ui.paint.pins import paint_chips, paint_pins
from lrviz.ui.paint.seams import paint_seam_marks, paint_seams
from lrviz.ui.paint.spots import paint_spot
from lrviz.ui.paint.strip import paint_strip
from lrviz.ui.paint.terrain import terrain_steps
from lrviz.ui.paint.trail import Trail, trails
from lrviz.ui.palette import Theme

__all__ = ["Sheet", "Step", "paint", "steps"]


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
    for step in steps(Sheet(figure, rect, times), theme, fast=fast):
        step(painter)
    painter.restore()


def steps(sheet: Sheet, theme: Theme, *, fast: bool = False) -> Iterator[Step]:
    """Give what a picture is painted by, in order: each step is one line, or what stands around the lines of a pane.

    Every step leaves the painter as it was, so there may be another painter for each.
    """
    if sheet.figure.board:
        yield from _board_steps(sheet, theme, fast=fast)
        return
    yield partial(_paint_ground, sheet=sheet, theme=theme)
    if sheet.chain is not None:
        yield from chain_steps(sheet.chain, theme)
    if sheet.anatomy is not None:
        yield from anatomy_steps(sheet.anatomy, theme)
    if sheet.map is not None:
        yield from terrain_steps(sheet.map, theme, sheet.ground, fast=fast)
    for pane in sheet.panes:
        yield from _pane_steps(pane, theme, fast=fast)


def _board_steps(sheet: Sheet, theme: Theme, *, fast: bool) -> Iterator[Step]:
    """Give what the cards of a board are painted by, one after the other."""
    times, tiles = sheet.times, sheet.figure.board
    yield partial(_fill, sheet=sheet, theme=theme)
    for tile, cell in zip(tiles, placed(sheet.rect, len(tiles), times), strict=True):
        yield partial(paint_card, tile=tile, cell=cell, theme=theme, times=times)
        room = inside(cell, times)
        own = replace(sheet, figure=fitted(tile.figure, room.size() / times), rect=room)
        for step in steps(own, theme, fast=fast):
            yield partial(_paint_within, step=step, cell=cell, times=times)


def _paint_within(painter: QPainter, step: Step, cell: QRectF, times: float) -> None:
    painter.save()
    within(painter, cell, times)
    step(painter)
    painter.restore()


def _pane_steps(pane: Pane, theme: Theme, *, fast: bool) -> Iterator[Step]:
    yield partial(paint_axes, pane=pane, theme=theme)
    if pane.plot.pins:
        yield partial(paint_pins, pane=pane, theme=theme)
    if pane.plot.bars is not None:
        yield partial(paint_bars, pane=pane, bars=pane.plot.bars, theme=theme)
    if pane.plot.cells is not None:
        yield partial(paint_cells, pane=pane, cells=pane.plot.cells, theme=theme)
    if pane.plot.points is not None:
        yield partial(paint_points, pane=pane, points=pane.plot.points, theme=theme)
    if pane.plot.strip is not None:
        yield partial(paint_strip, pane=pane, strip=pane.plot.strip, theme=theme)
    for seams in reversed(pane.plot.seams):
        yield partial(paint_seams, pane=pane, seams=seams, theme=theme)
    for path in reversed(pane.plot.paths):
        yield partial(paint_path, pane=pane, path=path, theme=theme)
    shapes = trails(pane)
    for shape in upwards(shapes):
        yield partial(paint_line, pane=pane, shape=shape, theme=theme, fast=fast)
    yield partial(_paint_labels, pane=pane, shapes=shapes, theme=theme, fast=fast)


def _fill(painter: QPainter, sheet: Sheet, theme: Theme) -> None:
    painter.fillRect(sheet.rect, theme.surface if sheet.ground is None else sheet.ground)


def _paint_ground(painter: QPainter, sheet: Sheet, theme: Theme) -> None:
    _fill(painter, sheet, theme)
    told = sheet.figure.headline  # of a figure that is still to be made nothing can be said, and nothing is
    if told and not sheet.panes and sheet.map is None and sheet.chain is None:
        paint_empty(painter, sheet.rect, sheet.figure, theme, sheet.times)


def _paint_labels(painter: QPainter, pane: Pane, shapes: list[Trail], theme: Theme, *, fast: bool) -> None:
    painter.save()
    painter.setRenderHints(HINTS)
    if not fast:
        paint_marks(painter, pane, shapes, theme)
    for seams in reversed(pane.plot.seams):
        paint_seam_marks(painter, pane, seams, theme)
    for spot in pane.plot.spots:
        paint_spot(painter, pane, spot, theme)
    paint_remarks(painter, pane, theme)
    paint_cursor(painter, pane, theme)
    if pane.plot.pins:
        paint_chips(painter, pane, theme)
    taken = paint_readings(painter, pane, shapes, theme, fast=fast)
    paint_ends(painter, pane, shapes, theme, taken)
    painter.restore()
