"""A terrain in space: the surface from its farthest row to its nearest, its contours, and what lies on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import chain

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lrviz.ui import metrics
from lrviz.ui.figure import Floats, Heights, Terrain, Turn
from lrviz.ui.paint.bands import drawable
from lrviz.ui.paint.captions import captions, path_dots
from lrviz.ui.paint.contours import contours
from lrviz.ui.paint.faces import face_steps
from lrviz.ui.paint.layout import Step
from lrviz.ui.paint.markings import marking_steps, within
from lrviz.ui.paint.polylines import MOST, draw, in_sight
from lrviz.ui.paint.space import COARSE, FINE, Space, flattened, lifted, on_ground, stem
from lrviz.ui.paint.treks import casing
from lrviz.ui.palette import Theme

FAST = 400
"""Points a path is drawn through at most while something moves."""
HIDDEN = 0.3
"""Share of a path's colour behind the ground."""
PROFILE, PROFILE_CASING = 1.5, 3.5
FINELY = 200
"""Points of a straight line along the ground."""
STEM, SHORTEST = 1.2, 6.0
"""How thick a stem is, and from which length on there is one."""


def relief_steps(
    rect: QRectF, terrain: Terrain, theme: Theme, times: float, *, fast: bool, stroke: float = 1.0
) -> Iterator[Step]:
    """Give what a terrain in space is painted by, in order: some rows of its faces, a contour or a path in each step.

    While it is turned, and when it must be `fast`, it has fewer faces, and those have no smooth edges.
    """
    coarse = fast or (terrain.turned or Turn()).coarse
    space = Space(terrain, rect, times, COARSE if coarse else FINE, stroke)
    if drawable(terrain.heights) and space.sight is not None:
        for step in face_steps(space.sight, terrain.heights, theme, smooth=not coarse):
            yield within(rect, step)
        yield from _contour_steps(space, terrain.heights, theme)
    chart = flattened(space, FAST if coarse else MOST)
    yield within(rect, partial(_paint_hidden, space=space, theme=theme))
    yield within(rect, partial(_paint_profile, space=space, theme=theme))
    yield within(rect, partial(_paint_stems, space=space, theme=theme))
    yield from marking_steps(chart, theme, captions(chart, theme, path_dots(chart)))


def _contour_steps(space: Space, heights: Heights, theme: Theme) -> Iterator[Step]:
    """Give steps that paint what is in sight of each contour; one whose height is written on the map is stronger."""
    lines = _lines(heights)
    if not lines:
        return
    x, y = np.concatenate(lines).T
    seen = on_ground(space, x, y)  # which is a little smoother than the heights themselves
    seen[space.hides(seen, x, y)] = np.nan
    parts = np.split(seen, np.cumsum([len(line) for line in lines])[:-1])
    for level, part in zip(heights.contours, parts, strict=True):
        pen = QPen(theme.contours[level in heights.named], space.times)
        yield within(space.rect, partial(_draw, pen=pen, seen=part, rect=space.rect))


@lru_cache(maxsize=4)  # they stay where they are, however they are turned
def _lines(heights: Heights) -> tuple[Floats, ...]:
    """Give each contour's points on the plane (n, 2), its lines one after the other with NaN between them."""
    gap = np.full((1, 2), np.nan)
    found = contours(heights, heights.contours)
    return tuple(
        np.concatenate([gap, *chain.from_iterable((line, gap) for line in found[level])]) for level in heights.contours
    )


def _paint_hidden(painter: QPainter, space: Space, theme: Theme) -> None:
    """Paint what of the paths is behind the ground, pale, so that nobody loses one."""
    for trek, (seen, behind) in zip(space.terrain.treks, space.tracks, strict=True):
        if not behind.any():
            continue
        colour = QColor(theme.text3 if trek.stale else theme.line(trek.colour))
        colour.setAlphaF(HIDDEN)
        until = behind.copy()  # it reaches to the places in sight beside it
        until[1:] |= behind[:-1]
        until[:-1] |= behind[1:]
        pen = QPen(colour, metrics.PATH * space.times * space.stroke)
        _draw(painter, pen, np.where(until[:, None], seen, np.nan), space.rect)


def _paint_profile(painter: QPainter, space: Space, theme: Theme) -> None:
    """Paint the line along which a profile is drawn, where it runs over the ground."""
    if space.terrain.line is None:
        return
    (x0, y0), (x1, y1) = space.terrain.line
    x, y = np.linspace(x0, x1, FINELY), np.linspace(y0, y1, FINELY)
    seen, behind = lifted(space, x, y), space.hides(on_ground(space, x, y), x, y)
    for colour, wide in ((casing(theme), PROFILE_CASING), (theme.text2, PROFILE)):
        _draw(
            painter,
            QPen(colour, wide * space.times),
            np.where(behind[:, None], np.nan, seen),
            space.rect,
        )


def _paint_stems(painter: QPainter, space: Space, theme: Theme) -> None:
    """Paint, at the cursor, how much higher or lower than the ground the runs truly are."""
    for trek in space.terrain.treks[::-1]:
        ends = stem(space, trek)
        if ends is None or abs(ends[1, 1] - ends[0, 1]) < SHORTEST * space.times:
            continue
        colour = theme.text3 if trek.stale else theme.line(trek.colour)
        for paint, wide in ((casing(theme), STEM + 2), (colour, STEM)):
            pen = QPen(paint, wide * space.times, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            _draw(painter, pen, ends, space.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(*ends[1].tolist()), 2.5 * space.times, 2.5 * space.times)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _draw(painter: QPainter, pen: QPen, seen: Floats, rect: QRectF) -> None:
    for part in in_sight(seen, rect, 1.0):
        draw(painter, pen, part)
