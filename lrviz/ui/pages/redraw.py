"""Redrawing: whatever changed on a page in one turn of the event loop, it is drawn once, in the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.pages.chain_canvas import ChainCanvas
from lrviz.ui.pages.terrain_canvas import TerrainCanvas


class Redraw(QObject):
    """Has a page in sight drawn anew, but not while the last figure is still being painted on its canvas."""

    def __init__(self, page: QWidget, canvas: Canvas | ChainCanvas | TerrainCanvas, draw: Callable[[], object]) -> None:
        super().__init__(page)
        self._page, self._canvas = page, canvas
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(draw)
        self.wanted = False
        """Whether something changed since it was drawn."""
        canvas.drawn.connect(self._soon)

    def want(self) -> None:
        """Have it drawn anew; one that is out of sight is drawn when it comes into sight."""
        if self._page.isVisible():
            self.wanted = True
            self._soon()

    def settle(self) -> None:
        """Forget what was wanted: it is drawn now."""
        self._due.stop()
        self.wanted = False

    def rest(self) -> None:
        """Draw no more until something else changes: the page went out of sight."""
        self._due.stop()

    def _soon(self) -> None:
        if self.wanted and not self._canvas.busy:
            self._due.start()
