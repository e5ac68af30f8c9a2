"""A terrain in space: the surface from its farthest row to its nearest, its contours, and what lies on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.ui import metrics
from lrviz.ui.figure import Floats, Heights, Terrain, Turn
from lrviz.ui.paint.bands import drawable, scaled
from lrviz.ui.paint.contours import contours
from lrviz.ui.paint.faces import pieces
from lrviz.ui.paint.layout import Step
from lrviz.ui.paint.markings import marking_steps, within
from lrviz.ui.paint.polylines import in_sight
from lrviz.ui.paint.space import COARSE, FINE, Space, flattened, lifted, stem
from lrviz.ui.paint.treks import casing
from lrviz.ui.palette import Theme
from lrviz.ui.polygon import polygon

ROWS = 8
"""Rows of faces painted at a time."""
HIDDEN = 0.3
"""Share of a path's colour behind the ground."""
PROFILE, PROFILE_CASING = 1.5, 3.5
FINELY = 200
"""Points of a straight line along the ground."""
STEM, SHORTEST = 1.2, 6.0
"""How thick a stem is, and from which length on there is one."""


def relief_steps(rect: QRectF, terrain: Terrain, theme: Theme, times: float, *, fast: bool) -> Iterator[Step]:
    """Give what a terrain in space is painted by, in order: some rows of its faces, a contour or a path in each step."""
    coarse = fast or (terrain.turned or Turn()).coarse
    space = Space(terrain, rect, times, COARSE if coarse else FINE)
    if drawable(terrain.heights) and space.sight is not None:
        for part in pieces(space.sight, terrain.heights, theme, ROWS):
            yield within(rect, part.paint)
        for level in terrain.heights.contours:
            yield within(rect, partial(_paint_contour, space=space, heights=terrain.heights, level=level, theme=theme))
    chart = flattened(space)
    yield within(rect, partial(_paint_hidden, space=space, theme=theme))
    yield within(rect, partial(_paint_profile, space=space, theme=theme))
    yield within(rect, partial(_paint_stems, space=space, theme=theme))
    yield from marking_steps(chart, theme)


def _paint_contour(painter: QPainter, space: Space, heights: Heights, level: float, theme: Theme) -> None:
    """Paint what is in sight of one contour; one whose height is written on the map is stronger."""
    z = float(scaled(heights, np.array([level]))[0]) / (len(heights.edges) - 1)
    painter.setPen(QPen(theme.contours[level in heights.named], space.times))
    for line in contours(heights, (level,))[level]:
        seen = space.pixels(*line.T, np.full(len(line), z))
        seen[space.hidden(*line.T)] = np.nan
        _draw(painter, seen, space.rect)


def _paint_hidden(painter: QPainter, space: Space, theme: Theme) -> None:
    """Paint what of the paths is behind the ground, pale, so that nobody loses one."""
    for trek in space.terrain.treks[::-1]:
        colour = QColor(theme.text3 if trek.stale else theme.line(trek.colour))
        colour.setAlphaF(HIDDEN)
        seen = lifted(space, trek.x, trek.y)
        behind = space.hidden(trek.x, trek.y)
        beside = behind.copy()  # the parts in sight begin and end at places that are in sight
        beside[1:] |= behind[:-1]
        beside[:-1] |= behind[1:]
        seen[~beside] = np.nan
        painter.setPen(QPen(colour, metrics.PATH * space.times))
        _draw(painter, seen, space.rect)


def _paint_profile(painter: QPainter, space: Space, theme: Theme) -> None:
    """Paint the line along which a profile is drawn, where it runs over the ground."""
    if space.terrain.line is None:
        return
    (x0, y0), (x1, y1) = space.terrain.line
    x, y = np.linspace(x0, x1, FINELY), np.linspace(y0, y1, FINELY)
    seen = lifted(space, x, y)
    behind = space.hidden(x, y)
    for colour, wide in ((casing(theme), PROFILE_CASING), (theme.text2, PROFILE)):
        painter.setPen(QPen(colour, wide * space.times))
        _draw(painter, np.where(behind[:, None], np.nan, seen), space.rect)


def _paint_stems(painter: QPainter, space: Space, theme: Theme) -> None:
    """Paint, at the cursor, how much higher or lower than the ground the runs truly are."""
    for trek in space.terrain.treks[::-1]:
        ends = stem(space, trek)
        if ends is None or abs(ends[1, 1] - ends[0, 1]) < SHORTEST * space.times:
            continue
        colour = theme.text3 if trek.stale else theme.line(trek.colour)
        for paint, wide in ((casing(theme), STEM + 2), (colour, STEM)):
            painter.setPen(QPen(paint, wide * space.times, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            _draw(painter, ends, space.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(*ends[1].tolist()), 2.5 * space.times, 2.5 * space.times)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _draw(painter: QPainter, seen: Floats, rect: QRectF) -> None:
    for part in in_sight(seen, rect, 1.0):
        painter.drawPolyline(polygon(part))
