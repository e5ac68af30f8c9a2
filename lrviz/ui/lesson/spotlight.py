"""The spotlight: rings what a lesson points at in the window, and dims the rest a little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import rounded
from lrviz.ui.lesson.places import Places
from lrviz.ui.palette import scrim, theme

if TYPE_CHECKING:
    from lrviz.ui.window import Window

LOOK = 60
"""Milliseconds from one look at where the places are to the next: splitters, scroll bars, folds and new panes all move
them, and none of these is told of in one place."""


class Spotlight(QWidget):
    """Lies over the whole window and lets the mouse through."""

    def __init__(self, places: Places, window: Window) -> None:
        super().__init__(window.front)
        self._places, self._window = places, window
        self._names: tuple[str, ...] = ()
        self._rects: tuple[QRect, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self._follow)
        window.front.installEventFilter(self)
        self.hide()

    @property
    def rects(self) -> tuple[QRect, ...]:
        """Where the rings are."""
        return self._rects

    def point_at(self, names: tuple[str, ...]) -> None:
        """Point at places, in place of those before; at nothing where there are none."""
        self._names = names
        self._places.let_go()
        for name in names:
            self._places.bring(name)
        if names:
            self._look.start()
        else:
            self._look.stop()
        self._follow()

    def _follow(self) -> None:
        """Look where the places are now."""
        front = self._window.front
        there = front.isVisible() and front.currentIndex() == 0  # neither presented nor behind the page of lessons
        found = tuple(rect for name in self._names if (rect := self._places.where(name)) is not None) if there else ()
        if found == self._rects and self.isVisible() == bool(found):
            return
        before, self._rects = self._rects, found
        self.setVisible(bool(found))
        self.setGeometry(self._window.front.rect())
        self.raise_()
        gap = metrics.RING_GAP + metrics.RING
        for rect in (*before, *found):  # the rest is as dim as it was, and all of the window lies below
            self.update(rect.adjusted(-gap, -gap, gap, gap))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.front.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rings = [self._ring(rect) for rect in self._rects]
        dark = QPainterPath()
        dark.addRect(QRectF(self.rect()))
        lit = QPainterPath()
        for ring in rings:
            one = QPainterPath()
            one.addRoundedRect(ring, metrics.CARD, metrics.CARD)
            lit = lit.united(one)
        panel = self._window.classroom.panel
        lit.addRect(QRectF(QRect(panel.mapTo(self._window.front, QPoint()), panel.size())))
        painter.fillPath(dark.subtracted(lit), scrim())
        for ring in rings:
            rounded(painter, ring, metrics.CARD, border=theme().focus, width=metrics.RING)

    def _ring(self, rect: QRect) -> QRectF:
        """Give the ring around a place: a little apart from it, and within the window."""
        gap = metrics.RING_GAP
        return QRectF(rect.adjusted(-gap, -gap, gap, gap).intersected(self.rect().adjusted(1, 1, -1, -1)))
