"""The hand on a plot: pyqtgraph's view over it, which the mouse moves and nobody sees."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt

from lrviz.ui.figure import Axis, Plot
from lrviz.ui.paint.scale import sane

if TYPE_CHECKING:
    from lrviz.ui.pages.canvas import Canvas


class Hand(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """The invisible view over one plot: pyqtgraph moves its ranges, the canvas draws them."""

    def __init__(self, canvas: Canvas, index: int) -> None:
        super().__init__(enableMenu=False, defaultPadding=0)
        self.index = index
        self._canvas = canvas
        self._placing = False
        self._placed: tuple[QRectF, Axis, Axis, tuple[float, float] | None] | None = None
        self._bounds: tuple[float, float, float] | None = None
        self._holds_cursor = False
        self.setMouseEnabled(x=True, y=False)
        self.sigXRangeChanged.connect(self._x_moved)
        self.sigYRangeChanged.connect(self._y_moved)

    def place(self, area: QRectF, plot: Plot, limits: tuple[float, float] | None) -> None:
        """Cover a plot's area, with its axes."""
        x, y = sane(plot.x), sane(plot.y)
        wanted = area, x, y, limits
        if wanted == self._placed:
            return
        self._placed, self._placing = wanted, True
        self.setGeometry(area)
        bounds = None if limits is None else _bounds(x, limits)
        if bounds != self._bounds:
            self._bounds = bounds
            self.setLimits(xMin=None, xMax=None, minXRange=None, maxXRange=None)
            if bounds is not None:
                first, last, least = bounds
                self.setLimits(xMin=first, xMax=last, minXRange=least, maxXRange=last - first)
        self.setRange(xRange=(along(x, x.low), along(x, x.high)), yRange=(along(y, y.low), along(y, y.high)), padding=0)
        self._placing = False

    def _x_moved(self) -> None:
        if not self._placing:
            self._placed = None
            self._canvas.take_x(self)

    def _y_moved(self) -> None:
        if not self._placing:
            self._placed = None
            self._canvas.take_y(self)

    def wheelEvent(self, ev: Any, axis: int | None = None) -> None:
        controlled = bool(ev.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.setMouseEnabled(x=not controlled, y=controlled)
        super().wheelEvent(ev, axis=1 if controlled else 0)
        self.setMouseEnabled(x=True, y=False)

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        if ev.button() != Qt.MouseButton.LeftButton:
            ev.ignore()
            return
        if self._canvas.draws(self):
            ev.accept()
            before = ev.buttonDownScenePos() if ev.isStart() else ev.lastScenePos()
            self._canvas.stroke(self, self.mapSceneToView(before), self.mapSceneToView(ev.scenePos()))
            if ev.isFinish():
                self._canvas.stroke_ended.emit()
            return
        if ev.isStart():
            shifted = bool(ev.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._holds_cursor = shifted or self._canvas.grips(ev.buttonDownScenePos())
        if self._holds_cursor:
            ev.accept()
            self._canvas.put_cursor(self, self.mapSceneToView(ev.scenePos()).x())
        else:
            super().mouseDragEvent(ev, axis=0)

    def mouseClickEvent(self, ev: Any) -> None:
        if ev.button() != Qt.MouseButton.LeftButton:
            ev.ignore()
            return
        ev.accept()
        if self._canvas.draws(self):
            there = self.mapSceneToView(ev.scenePos())
            self._canvas.stroke(self, there, there)
            self._canvas.stroke_ended.emit()
        elif ev.double():
            self._canvas.undo_click()
            self._canvas.reset()
        else:
            self._canvas.remember_cursor()
            self._canvas.put_cursor(self, self.mapSceneToView(ev.scenePos()).x())


def _bounds(x: Axis, limits: tuple[float, float]) -> tuple[float, float, float]:
    """Give the ends that nobody gets beyond, and the least that can be seen at once."""
    first, last = (along(x, bound) for bound in limits)
    return first, last, (last - first) * 1e-12 if x.form != "whole" else min(4.0, last - first)


def along(axis: Axis, value: float) -> float:
    """Give a value as pyqtgraph measures it: by its power of ten on a log axis."""
    return math.log10(max(value, 1e-300)) if axis.log else value


def back(axis: Axis, measured: float) -> float:
    """Give the value that pyqtgraph measures so."""
    return 10.0 ** min(measured, 308.0) if axis.log else float(measured)
