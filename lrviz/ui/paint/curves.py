"""Curves: strokes and bands, on the screen in a time that depends on pixels only."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen, QPolygonF

from lrviz.ui import marks
from lrviz.ui.figure import Floats, Line
from lrviz.ui.paint.layout import WIDE_PANE, Pane
from lrviz.ui.paint.trail import KEPT, Trail, between, points, sparse, stretches, unbroken, within
from lrviz.ui.palette import NEUTRAL, Theme
from lrviz.ui.polygon import polygon

CHUNK = 64
"""Points painted at a time of a ragged outline: the painter's time for one grows faster than its length."""
RAGGED = 6.0
"""An edge that travels this many times the height of its pane is ragged."""
LONG = 2500.0
"""Pixels from which on a thick line is made of thin ones: those are drawn directly, 15 times as fast."""
DOTS = (2.0, 3.0)
"""Line and gap of what a fix would make of a run, in pixels."""
STALE = (4.0, 3.0)
"""Line and gap of what is no longer so, or a bound, in pixels."""
CROSS = 6.0
"""A cross stands this far inside the pane."""
ORDER = ("behind", "band", "raw", "had", "told", "ceiling", "planned", "stale", "reference", "solid", "fix")


@dataclass(frozen=True, eq=False)
class Stroke:
    """An unbroken line ready to be drawn; `length` is how far it travels, in pixels."""

    polygon: QPolygonF
    length: float


def upwards(shapes: list[Trail]) -> list[Trail]:
    """Give a pane's lines as they lie: bands and raw ones lowest, then what is pale; of each kind the first on top."""
    lying = shapes[::-1]
    lying.sort(key=lambda shape: ORDER.index(shape.line.style))
    return lying


def paint_line(painter: QPainter, pane: Pane, shape: Trail, theme: Theme, *, fast: bool) -> None:
    """Paint one line of a pane, within it."""
    colour = _colour(shape.line, pane, theme)
    pen = QPen(colour, 0) if fast else _pen(shape.line, colour, pane)
    painter.save()
    painter.setClipRect(pane.area.adjusted(-2, -2 * pane.times, 2, 2 * pane.times), Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not fast)
    for part, dense in _parts(shape, pane.x.start, pane.x.end):
        if shape.line.style == "band":
            _fill(painter, part, colour, colour, pane)
        elif dense:
            _band(painter, part, colour, pane, theme, fast=fast)
        else:
            for stroke in _strokes(part, *_rows(shape.line, pane)):
                _paint_stroke(painter, stroke, pen, pane)
    painter.restore()


@lru_cache(maxsize=KEPT)
def _parts(shape: Trail, left: float, right: float) -> tuple[tuple[Trail, bool], ...]:
    """Give what of a line is in sight, in parts to stroke and (True) parts to fill."""
    whole = [piece for part in unbroken(shape) if len((piece := within(part, left, right)).x)]
    if shape.line.style == "band":
        return tuple((piece, True) for piece in whole)
    return tuple(itertools.chain.from_iterable(stretches(piece) for piece in whole))


@lru_cache(maxsize=KEPT)
def _strokes(part: Trail, top: float, bottom: float) -> tuple[Stroke, ...]:
    """Give the lines a part is drawn with between two rows of pixels."""
    inside = between(points(part), top, bottom)
    return tuple(Stroke(polygon(one), float(np.abs(np.diff(one, axis=0)).sum())) for one in inside)


def _rows(line: Line, pane: Pane) -> tuple[float, float]:
    """Give the first and last pixel row a line is drawn in; one that ends in a cross stops there."""
    margin = 2 * pane.times
    top = pane.area.top() + CROSS * pane.times if line.cross else pane.area.top() - margin
    return top, pane.area.bottom() + margin


def line_width(line: Line, pane: Pane) -> float:
    """Give how thick a line is drawn, in pixels."""
    times = pane.times * (pane.stroke or 1.0)
    if line.style in ("raw", "had"):
        return times
    if line.style == "told":
        return 1.4 * times
    if line.style in ("stale", "ceiling", "reference"):
        return 1.6 * times
    if line.style == "behind":
        return 1.25 * times
    thick = pane.stroke is not None or pane.area.width() >= WIDE_PANE * pane.times
    return (2.25 if thick else 2.0) * times


def _colour(line: Line, pane: Pane, theme: Theme) -> QColor:
    """Give a line's colour: a pale one is mixed, not see-through, so that crossing itself doesn't show."""
    raw = 0.22 if theme.name == "light" else 0.30
    ground = theme.bg if line.style == "planned" and pane.plot.head is not None else theme.surface
    shares = {
        "solid": 1.0,
        "planned": 0.28,
        "stale": 0.45,
        "raw": raw,
        "had": 0.6,
        "band": 1.0,
        "ceiling": 0.6,
        "told": 0.7,
        "behind": 0.3,
    }
    share = shares.get(line.style, 1.0)
    colour = mixed(theme.line(line.colour), ground, share)
    if line.style == "band":
        colour.setAlphaF(0.12)
    return colour


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Give a colour of which `share` lies over a ground, opaque."""
    parts = [
        round(share * over + (1 - share) * under)
        for over, under in zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]  # its stub says object
    ]
    return QColor(*parts)


def _pen(line: Line, colour: QColor, pane: Pane) -> QPen:
    width = line_width(line, pane)
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    dashes = _dashes(line)
    if dashes:
        pen.setDashPattern([length * pane.times / width for length in dashes])
    elif line.style == "solid":
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _dashes(line: Line) -> marks.Dashes:
    """Give a line's dashes: what its style means goes before whose it is."""
    if line.style == "fix":
        return DOTS
    if line.style in ("stale", "ceiling"):
        return STALE
    return () if line.colour == NEUTRAL or line.style in ("raw", "had") else marks.dashes(line.colour)


def _paint_stroke(painter: QPainter, stroke: Stroke, pen: QPen, pane: Pane) -> None:
    points = stroke.polygon.size()
    if points == 1:
        _dot(painter, stroke.polygon.at(0), pen, pane)
        return
    if stroke.length > LONG and pen.widthF() and painter.paintEngine().type() == QPaintEngine.Type.Raster:
        _bundle(painter, stroke.polygon, pen)
        return
    if points > CHUNK:  # so many points hardly turn at any, and bevels take half the time
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    painter.setPen(pen)
    painter.drawPolyline(stroke.polygon)


def _bundle(painter: QPainter, line: QPolygonF, pen: QPen) -> None:
    """Draw a long thick line as a bundle of lines one device pixel thick, about as wide."""
    ratio = painter.device().devicePixelRatioF()
    width = pen.widthF() * ratio
    thin = QPen(pen.color(), 1)
    thin.setCosmetic(True)
    if pen.style() == Qt.PenStyle.CustomDashLine:
        thin.setDashPattern([length * width for length in pen.dashPattern()])
    painter.setPen(thin)
    painter.drawPolyline(line)
    for reach in np.arange(0.48 * (width - 1), 0.2, -0.85) / ratio:
        for across, down in ((reach, reach), (-reach, reach), (reach, -reach), (-reach, -reach)):
            painter.translate(across, down)
            painter.drawPolyline(line)
            painter.translate(-across, -down)


def _dot(painter: QPainter, at: QPointF, pen: QPen, pane: Pane) -> None:
    """Paint a line of one point, which a pen would not show."""
    radius = max(1.5 * pane.times, pen.widthF() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawEllipse(at, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _band(painter: QPainter, part: Trail, colour: QColor, pane: Pane, theme: Theme, *, fast: bool) -> None:
    """Fill what a line sweeps when it goes up and down within each pixel: pale, between its two edges."""
    pale = QColor(colour)
    pale.setAlphaF(0.4)
    if _fill(painter, part, pale, mixed(colour, theme.surface, 0.4), pane).ragged:
        return
    painter.setPen(QPen(colour, 0 if fast else pane.times))
    for edge in _edges(part):
        painter.drawPolyline(edge)


@lru_cache(maxsize=KEPT)
def _edges(part: Trail) -> tuple[QPolygonF, ...]:
    return tuple(polygon(sparse(np.column_stack([part.x, side]))) for side in (part.top, part.bottom))


def _fill(painter: QPainter, part: Trail, pale: QColor, opaque: QColor, pane: Pane) -> Fill:
    """Fill a band; a ragged one is swept, opaque, in columns."""
    fill = _fill_of(part, pane.area.top() - 4, pane.area.bottom() + 4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if fill.ragged and painter.paintEngine().type() == QPaintEngine.Type.Raster:
        _sweep(painter, fill, opaque)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(opaque if fill.ragged else pale)
        for outline in fill.outlines:
            painter.drawPolygon(outline)
    painter.restore()
    return fill


@dataclass(frozen=True, eq=False)
class Fill:
    """A band ready to be filled, within a pane of a `height`; a `ragged` one has edges that run up and down."""

    x: Floats
    top: Floats
    bottom: Floats
    height: float

    @cached_property
    def ragged(self) -> bool:
        """Whether its edges travel too far for the painter."""
        travelled = float(np.abs(np.diff(self.top)).sum() + np.abs(np.diff(self.bottom)).sum())
        return travelled > 2 * RAGGED * self.height

    @cached_property
    def outlines(self) -> tuple[QPolygonF, ...]:
        """Its outline, cut into short ones where it is ragged; they overlap, else seams show."""
        size = CHUNK if self.ragged else max(1, len(self.x))
        cuts = [slice(max(0, start - 1), start + size + 1) for start in range(0, max(1, len(self.x) - 1), size)]
        over, under = np.column_stack([self.x, self.top]), np.column_stack([self.x, self.bottom])
        return tuple(polygon(np.concatenate([over[cut], under[cut][::-1]])) for cut in cuts)


@lru_cache(maxsize=KEPT)
def _fill_of(part: Trail, top: float, bottom: float) -> Fill:
    return Fill(part.x, np.clip(part.top, top, bottom), np.clip(part.bottom, top, bottom), bottom - top)


def _sweep(painter: QPainter, fill: Fill, colour: QColor) -> None:
    """Draw one upright line in each device pixel, down and up in turn, as one thin line."""
    ratio, x, top, bottom = painter.device().devicePixelRatioF(), fill.x, fill.top, fill.bottom
    columns = (np.arange(round(x[0] * ratio), round(x[-1] * ratio) + 1) + 0.5) / ratio
    nearest = np.clip(np.searchsorted(x, columns - 0.5 / ratio), 0, len(x) - 1)
    down = np.arange(len(columns)) % 2 == 0
    through = np.empty((2 * len(columns), 2))
    through[:, 0] = np.repeat(columns, 2)
    through[0::2, 1] = np.where(down, top[nearest], bottom[nearest])
    through[1::2, 1] = np.where(down, bottom[nearest], top[nearest])
    painter.setPen(QPen(colour, 0))
    painter.drawPolyline(polygon(through))
