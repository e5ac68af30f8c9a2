"""The eight marks of the runs: the cue beside colour, on swatches, curves and at the cursor."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF

from lrviz.ui.palette import Theme

COUNT = 8
"""● ■ ▲ ◆ ▼ ⬢ ✖ ✚, in the order of the colours; from the ninth run on they repeat."""
Dashes = tuple[float, ...]
"""Line and gap in turn, in pixels; none for a line without gaps."""

REPEATED: Dashes = (6.0, 4.0)
"""From the ninth run on colours repeat, and lines have these dashes."""
OWN: tuple[Dashes, ...] = (
    (),
    (9.0, 4.0),
    (2.5, 4.0),
    (10.0, 3.5, 2.5, 3.5),
    (16.0, 4.0),
    (10.0, 3.5, 2.5, 3.5, 2.5, 3.5),
    (5.0, 4.0),
    (16.0, 4.0, 5.0, 4.0),
)
"""Each run's dashes where runs are told apart by them as well."""

SWATCH = 18, 12
"""How wide and high a swatch is at the default size of type."""
_dashed = False


def dash_all(wanted: bool) -> None:
    """Draw each run's line in dashes of its own from now on, or only repeated colours with dashes."""
    global _dashed  # noqa: PLW0603 - one choice for all that is painted, on the screen and into files
    _dashed = wanted


def all_dashed() -> bool:
    """Say whether each run's line has dashes of its own."""
    return _dashed


def dashes(index: int) -> Dashes:
    """Give the dashes of a run's line."""
    if _dashed:  # a repeated colour has the next run's dashes
        return OWN[(index + index // COUNT) % COUNT]
    return REPEATED if index >= COUNT else ()


@cache
def mark(index: int) -> QPainterPath:
    """Give a run's mark about the origin, of about the area of a circle of radius 1."""
    path = QPainterPath()
    match index % COUNT:
        case 0:
            path.addEllipse(QPointF(0, 0), 1, 1)
        case 1:
            path.addRect(QRectF(-0.92, -0.92, 1.84, 1.84))
        case 2:
            path.addPolygon(_closed((0, -1.22), (1.2, 0.92), (-1.2, 0.92)))
        case 3:
            path.addPolygon(_closed((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)))
        case 4:
            path.addPolygon(_closed((0, 1.22), (-1.2, -0.92), (1.2, -0.92)))
        case 5:
            corners = [(math.sin(k * math.pi / 3), math.cos(k * math.pi / 3)) for k in range(6)]
            path.addPolygon(_closed(*((1.12 * x, 1.12 * y) for x, y in corners)))
        case 6:
            path = _cross(math.pi / 4)
        case _:
            path = _cross(0)
    return path


def paint_mark(  # noqa: PLR0917 - places, sizes and colours go by position, as in QPainter's own functions
    painter: QPainter,
    x: float,
    y: float,
    radius: float,
    colour_index: int,
    colour: QColor,
    halo: QColor | None = None,
) -> None:
    """Paint a run's mark about a point, on a halo 0.44 of its radius wide where one is wanted."""
    painter.save()
    painter.translate(x, y)
    painter.scale(radius, radius)
    if halo is not None:
        painter.fillPath(_halo(colour_index % COUNT), halo)
    painter.fillPath(mark(colour_index), colour)
    painter.restore()


def paint_swatch(painter: QPainter, rect: QRectF, colour_index: int, theme: Theme) -> None:
    """Paint what stands for a run in lists and forms: a short piece of its line with its mark."""
    colour, middle = theme.line(colour_index), rect.center()
    times = min(rect.width() / SWATCH[0], rect.height() / SWATCH[1])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = line_pen(colour, 2.25 * times, colour_index)
    if dashes(colour_index):  # so short a line shows shorter dashes only
        pen.setDashPattern([length / 2 / 2.25 for length in dashes(colour_index)])
    painter.setPen(pen)
    painter.drawLine(QPointF(rect.left() + 1.2, middle.y()), QPointF(rect.right() - 1.2, middle.y()))
    paint_mark(painter, middle.x(), middle.y(), 4.2 * times, colour_index, colour)
    painter.restore()


def line_pen(colour: QColor, width: float, colour_index: int) -> QPen:
    """Give the pen of a run's line, with its dashes where it has any."""
    lengths = dashes(colour_index)
    cap = Qt.PenCapStyle.FlatCap if lengths else Qt.PenCapStyle.RoundCap
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
    if lengths:
        pen.setDashPattern([length / width for length in lengths])
    return pen


@cache
def _halo(index: int) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * 0.44)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(mark(index)).united(mark(index)).simplified()


def _closed(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in (*points, points[0])])


def _cross(turn: float) -> QPainterPath:
    arm, half = 1.25, 0.42
    corners = [(half, -arm), (half, -half), (arm, -half)]
    points = []
    for quarter in range(4):
        angle = turn + quarter * math.pi / 2
        cos, sin = math.cos(angle), math.sin(angle)
        points += [(x * cos - y * sin, x * sin + y * cos) for x, y in corners]
    path = QPainterPath()
    path.addPolygon(_closed(*points))
    return path
