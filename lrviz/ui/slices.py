"""Slices: work that yields, done for a few milliseconds in each turn of the event loop."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from lrviz.errors import LrvizError

SLICE = 0.003
"""Seconds worked in one turn; a part that has begun is ended."""


T = TypeVar("T")


def finished(work: Generator[None, None, T]) -> T:
    """Do all of a work at once, and give what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return cast("T", end.value)


def settled(widget: QWidget) -> Generator[None, None, None]:
    """Style, measure and lay out a widget and all in it before it is shown: showing it does the rest in one turn."""
    for one in (*widget.findChildren(QWidget), widget):
        one.ensurePolished()
        yield
    for one in reversed(widget.findChildren(QWidget)):
        layout = one.layout()
        if layout is not None:
            layout.sizeHint()
            layout.minimumSize()
            yield
    widget.grab(QRect(0, 0, 1, 1))  # painting into a picture is what lays out widgets that aren't shown yet
    yield


class Slices(QObject):
    """Does one piece of work, then says so, once: what it returned, or the error in words that it raised."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Generator[None, None, Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take)
        self._turn.start()

    def cancel(self) -> None:
        """Leave it undone; nothing is said."""
        self._turn.stop()
        self._work.close()

    def _take(self) -> None:
        until = time.perf_counter() + SLICE
        try:
            while time.perf_counter() < until:
                next(self._work)
        except StopIteration as end:
            self.done.emit(end.value)
        except (LrvizError, OSError) as error:
            self.failed.emit(error)
        else:
            self._turn.start()
