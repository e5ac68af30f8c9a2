"""Where the figure on the screen is painted: a slice at a time, so that nobody waits for a picture."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from lrviz.ui.paint import Sheet, Step, steps
from lrviz.ui.palette import Theme

SLICE = 0.004
"""Seconds painted in one turn of the event loop; a step that has begun is ended."""
SETTLED = 100
"""Milliseconds after the last move until the fine painting follows."""
AT_ONCE = 0.006
"""Seconds: what is painted finely in less than this, a part of a frame, always is."""


class Painting(Protocol):
    """Gives the steps that a sheet is painted by."""

    def __call__(self, sheet: Sheet, theme: Theme, *, fast: bool = False) -> Iterator[Step]:
        """Give them in order."""


@dataclass(frozen=True, eq=False)
class Order:
    """A picture wanted: what, in which colours, at how many device pixels to one, and whether it is `moving`.

    It is painted `by` the steps of the plots, or others. On a ground that isn't opaque it can be seen through.
    """

    sheet: Sheet
    theme: Theme
    ratio: float
    moving: bool
    by: Painting = steps


class Easel(QObject):
    """Paints the latest order, a slice each turn of the event loop; a picture begun is ended first.

    What moves and takes long is painted fast, and finely as soon as it rests.
    """

    finished = Signal()
    """Another picture is whole."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: Order | None = None
        self._work: _Work | None = None
        self._done: _Work | None = None
        self._took = 0.0
        self._comes = False
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._paint_slice)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self._paint_finely)

    @property
    def busy(self) -> bool:
        """Whether an order isn't painted yet."""
        return self._work is not None or self._waiting is not None

    @property
    def settled(self) -> bool:
        """Whether the latest order is painted, and finely."""
        return not (self.busy or self._settle.isActive())

    def paint(self, order: Order) -> None:
        """Paint an order soon, in place of one that waits."""
        self._waiting = order
        self._turn.start()
        if order.moving:
            self._settle.start()
        else:
            self._settle.stop()

    def image(self) -> QImage:
        """Give the last whole picture; null where there is none."""
        return QImage() if self._done is None else self._done.image

    def come(self) -> None:
        """Paint the next picture in its own time, though the system asks for it: it only comes into sight."""
        self._comes = True

    def finish(self) -> None:
        """Paint the latest order at once, unless it only comes into sight."""
        if self._comes:
            return
        if self._waiting is not None:
            self._begin(self._waiting)
        if self._work is not None:
            self._advance(self._work, math.inf)

    def _paint_slice(self) -> None:
        if self._work is None and self._waiting is not None:
            self._begin(self._waiting)
        if self._work is not None:
            self._advance(self._work, time.perf_counter() + SLICE)
        if self._work is None:
            self._comes = False
            self.finished.emit()
            if self._waiting is None:
                self._turn.stop()

    def _begin(self, order: Order) -> None:
        self._waiting = None
        self._work = _Work(order, fast=order.moving and self._took > AT_ONCE)

    def _advance(self, work: _Work, until: float) -> None:
        self._work = None  # a step that fails ends its picture, and no other
        work.advance(until)
        if not work.whole:
            self._work = work
            return
        self._done = work
        if not work.fast:
            self._took = work.took

    def _paint_finely(self) -> None:
        if self.busy:  # what is under way may be painted fast: look again when it is done
            self._settle.start()
        elif self._done is not None and self._done.fast:
            self.paint(replace(self._done.order, moving=False))


class _Work:
    """A picture under way."""

    def __init__(self, order: Order, *, fast: bool) -> None:
        self.order, self.fast = order, fast
        self.took, self.whole = 0.0, False
        size = (order.sheet.rect.size() * order.ratio).toSize().expandedTo(QSize(1, 1))
        clear = order.sheet.ground is not None
        form = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
        self.image = QImage(size, form)
        self.image.setDevicePixelRatio(order.ratio)
        if clear:
            self.image.fill(0)
        self._steps = order.by(order.sheet, order.theme, fast=fast)

    def advance(self, until: float) -> None:
        """Paint until an hour of the clock, one step at least."""
        started = time.perf_counter()
        painter = QPainter(self.image)
        try:
            for step in self._steps:
                step(painter)
                if time.perf_counter() > until:
                    break
            else:
                self.whole = True
        finally:
            painter.end()
        self.took += time.perf_counter() - started
