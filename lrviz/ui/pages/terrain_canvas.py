"""The landscape on the screen: a plane that a hand moves, enlarges, turns, and draws a line on."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from lrviz.ui.access.telling import Telling
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.figure import Figure, Terrain, Turn
from lrviz.ui.outlook import Place
from lrviz.ui.pages.easel import SETTLED
from lrviz.ui.pages.painted import Painted
from lrviz.ui.paint import Sheet
from lrviz.ui.showing.stage import Stage, alone

GRIP = 12
"""Pixels about the start that take hold of it."""
ZOOM = 1.25
"""What one press of + zooms by, and a notch of the wheel."""
TURNED = 0.4
"""Degrees that a drag by one pixel turns by."""
NUDGE = 10.0
"""Degrees that a key turns by."""
STILL = 4
"""Pixels within which a press and its release are a click."""

Holding = Literal["nothing", "plane", "start", "line"]
Area = tuple[float, float, float, float]


class TerrainCanvas(QWidget):
    """A figure's terrain under the hand.

    From above a drag moves the plane and the wheel enlarges it about the pointer; in space a drag turns it. A drag of
    the start moves that where it can be, and so does a click; with the `ruler` in hand a drag or an arrow key draws a
    line. + and −
    enlarge and shrink, Ctrl+Shift and an arrow moves or turns, 0 and a double click show all.
    """

    moved = Signal(object)
    """The user wants to see this area: first and last x, first and last y."""
    turned = Signal(object)
    """The user turned the surface: a Turn, coarse while it goes on."""
    start_moved = Signal(float, float, bool)
    """The user put the start here; whether the drag goes on."""
    lined = Signal(object)
    """The user drew a line from one place to another, or took it away (None)."""
    reset_requested = Signal()
    drawn = Signal()
    """The figure is painted; another one may follow."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ruler = False
        self.start_moves = False
        self._whole, self.stage = Figure(), Stage()
        self._figure = Figure()
        self._shown = 0.0
        self._holding: Holding = "nothing"
        self._pressed = self._last = QPointF()
        self._painted = Painted(self, lambda: self.sheet)
        self._painted.drawn.connect(self.drawn)
        self._easel = self._painted.easel
        self._telling = Telling(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    @property
    def sheet(self) -> Sheet:
        """The figure as it is laid out."""
        numbers = self.stage.numbers(self.window().width())
        return Sheet(self._figure, QRectF(self.rect()), self.stage.drawn, numbers, self.stage.stroke)

    def come(self) -> None:
        """Paint what is shown in its own time: the page only comes into sight."""
        self._easel.come()

    @property
    def busy(self) -> bool:
        """Whether the figure isn't on the screen yet."""
        return self._easel.busy

    @property
    def room(self) -> QRectF:
        """Where the terrain is, in pixels."""
        laid = self.sheet.map
        return QRectF(self.rect()) if laid is None else laid.rect

    @property
    def whole(self) -> Figure:
        """All of what could be shown, where one part of it stands alone."""
        return self._whole

    def set_stage(self, stage: Stage) -> None:
        """Show the figure in another size, or another part of it."""
        self.stage = stage
        self.show_figure(self._whole)
        self.resized.emit()  # the terrain may have another shape

    def titled(self, title: str) -> QRectF | None:
        """Give where the plot of this title stands below the terrain; None where there is no such plot."""
        return next((pane.cell for pane in self.sheet.panes if pane.plot.title == title), None)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; one that comes right after another is taken as one of a drag."""
        now = time.monotonic()
        moving = now - self._shown < SETTLED / 1000
        self._whole, self._figure, self._shown = figure, alone(figure, self.stage.alone), now
        self._painted.order(moving=moving)
        self._telling.soon(self.sheet)

    def place(self, at: QPointF) -> Place:
        """Give the place of the plane that lies under a point of the widget, seen from above."""
        terrain, room = self._figure.terrain, self.room
        if terrain is None:
            return 0.0, 0.0
        x = terrain.x.low + (at.x() - room.left()) / max(1.0, room.width()) * (terrain.x.high - terrain.x.low)
        y = terrain.y.high - (at.y() - room.top()) / max(1.0, room.height()) * (terrain.y.high - terrain.y.low)
        return x, y

    def point(self, place: Place) -> QPointF:
        """Give the point of the widget that a place of the plane is at, seen from above."""
        terrain, room = self._figure.terrain, self.room
        if terrain is None:
            return QPointF()
        across = (place[0] - terrain.x.low) / (terrain.x.high - terrain.x.low)
        up = (place[1] - terrain.y.low) / (terrain.y.high - terrain.y.low)
        return QPointF(room.left() + across * room.width(), room.bottom() - up * room.height())

    def zoom(self, times: float, about: QPointF | None = None) -> None:
        """Enlarge what is in sight, about a point or the middle."""
        terrain = self._figure.terrain
        if terrain is None:
            return
        if terrain.turned is not None:
            self.turned.emit(replace(terrain.turned, zoom=max(0.3, min(terrain.turned.zoom * times, 6.0))))
            return
        x, y = self.place(about if about is not None else self.room.center())
        self._want(
            (
                x + (terrain.x.low - x) / times,
                x + (terrain.x.high - x) / times,
                y + (terrain.y.low - y) / times,
                y + (terrain.y.high - y) / times,
            )
        )

    def _want(self, area: Area) -> None:
        left, right, low, high = area
        least = 1e-9 * max(abs(left), abs(right), abs(low), abs(high), 1e-6)
        if all(map(math.isfinite, area)) and min(right - left, high - low) > least and max(map(abs, area)) < 1e9:
            self.moved.emit(area)

    # the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._figure.terrain is None:
            event.ignore()
            return
        self._pressed = self._last = event.position()
        self._holding = self._takes(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, terrain = event.position(), self._figure.terrain
        if terrain is None or self._holding == "nothing":
            self.setCursor(self._shape(at))
            return
        match self._holding:
            case "start":
                self.start_moved.emit(*self.place(at), True)
            case "line":
                self.lined.emit((self.place(self._pressed), self.place(at)))
            case "plane" if terrain.turned is not None:
                self.turned.emit(_dragged(terrain.turned, at - self._last))
            case "plane":
                self._move(terrain, at - self._last)
        self._last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, terrain, held = event.position(), self._figure.terrain, self._holding
        self._holding = "nothing"
        if terrain is None or held == "nothing":
            return
        still = (at - self._pressed).manhattanLength() <= STILL
        if held == "start":
            self.start_moved.emit(*self.place(at), False)
        elif held == "line" and still:
            self.lined.emit(None)
        elif held == "plane" and terrain.turned is not None:
            self.turned.emit(replace(terrain.turned, coarse=False))
        elif held == "plane" and still and self.start_moves:
            self.start_moved.emit(*self.place(at), False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.start_moves:
            self.reset_requested.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom(ZOOM**notches, event.position())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        terrain = self._figure.terrain
        turned = terrain.turned if terrain is not None else None
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        held = event.modifiers() & both == both
        keys = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        step = keys.get(Qt.Key(event.key()))
        if self.ruler and terrain is not None and self._rule(terrain, event):
            event.accept()
            return
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom(1 / ZOOM)
            case Qt.Key.Key_0:
                self.reset_requested.emit()
            case _ if step is not None and held and turned is not None:
                by = QPointF(*step) * (NUDGE / TURNED)
                self.turned.emit(replace(_dragged(turned, by), coarse=False))
            case _ if step is not None and held and terrain is not None:
                self._move(terrain, QPointF(-step[0], -step[1]) * NUDGE * 4)
            case _:
                event.ignore()  # the window's own keys
                return
        event.accept()

    def _rule(self, terrain: Terrain, event: QKeyEvent) -> bool:
        """Draw the line by keys, and say whether one did: arrows move its end, with Shift its start, Delete ends it."""
        keys = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        step, modifiers = keys.get(Qt.Key(event.key())), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and terrain.line is not None:
            self.lined.emit(None)
            return True
        if step is None or modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        room = self.room
        middle, reach = room.center(), QPointF(room.width() / 4, 0)
        ends = [middle - reach, middle + reach] if terrain.line is None else [self.point(end) for end in terrain.line]
        if terrain.line is not None:
            ends[0 if modifiers else 1] += QPointF(*step) * NUDGE
        self.lined.emit((self.place(ends[0]), self.place(ends[1])))
        return True

    def _move(self, terrain: Terrain, by: QPointF) -> None:
        room = self.room
        x = -by.x() / max(1.0, room.width()) * (terrain.x.high - terrain.x.low)
        y = by.y() / max(1.0, room.height()) * (terrain.y.high - terrain.y.low)
        self._want((terrain.x.low + x, terrain.x.high + x, terrain.y.low + y, terrain.y.high + y))

    def _takes(self, at: QPointF) -> Holding:
        terrain = self._figure.terrain
        if terrain is None or not self.room.contains(at):
            return "nothing"
        if terrain.turned is not None:
            return "plane"
        if self.ruler:
            return "line"
        return "start" if self._grips_start(at) else "plane"

    def _grips_start(self, at: QPointF) -> bool:
        terrain = self._figure.terrain
        if terrain is None or terrain.start is None or not self.start_moves or terrain.turned is not None:
            return False
        x, y, _ = terrain.start
        return (self.point((x, y)) - at).manhattanLength() <= GRIP

    def _shape(self, at: QPointF) -> Qt.CursorShape:
        """Give the pointer's shape: what a drag from there does."""
        takes = self._takes(at)
        shapes = {"line": Qt.CursorShape.CrossCursor, "start": Qt.CursorShape.SizeAllCursor}
        return shapes.get(takes, Qt.CursorShape.OpenHandCursor if takes == "plane" else Qt.CursorShape.ArrowCursor)

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painted.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._painted.order(moving=True)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def _dragged(turn: Turn, by: QPointF) -> Turn:
    """Give how a surface is turned after a drag."""
    elevation = max(5.0, min(turn.elevation + TURNED * by.y(), 90.0))
    around = (turn.turn - TURNED * by.x() + 180.0) % 360.0 - 180.0
    return replace(turn, elevation=elevation, turn=around, coarse=True)
