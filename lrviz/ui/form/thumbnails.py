"""The pictures of schedules in choices: the curve each would give this plan."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from lrviz.catalog.schedule import Schedule
from lrviz.ui.sparkline import paint_sparkline, shape

_POINTS = 48


@dataclass(frozen=True)
class Thumbnail:
    """Paints the curve of a schedule over a plan of `steps` scheduler steps, in whatever colour is asked for."""

    schedule: Schedule | None
    lr: float
    steps: int

    def __call__(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        paint_sparkline(painter, rect, shape(self.schedule, self.lr, self.steps, _POINTS), colour)
