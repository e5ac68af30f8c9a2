"""The plots on the screen: pyqtgraph is the hand that pans and zooms, `lrviz.ui.paint` draws."""

from __future__ import annotations

import math
import time
from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from lrviz.ui import metrics
from lrviz.ui.access.telling import Telling
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.figure import Figure, Plot
from lrviz.ui.pages.easel import SETTLED, Easel, Order
from lrviz.ui.pages.hand import Hand, along, back
from lrviz.ui.pages.look import look
from lrviz.ui.paint import Sheet
from lrviz.ui.paint.layout import Pane
from lrviz.ui.paint.scale import sane
from lrviz.ui.palette import theme
from lrviz.ui.showing.stage import Stage, alone, titled_at

GRIP = 6
"""Pixels beside the cursor's line that still take hold of it."""
ANSWERED = 50
"""Milliseconds that a stretch of x waits, where a hand moved it, for what is exact there; then the known is painted."""
ROOM = 0.3
"""Room above what is drawn on, as a share of its height."""
PAN = 0.1
"""What one press of an arrow pans by, as a share of what is in sight."""
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
ZOOM = 1.25
"""What one press of + zooms by."""


class Canvas(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """A figure one can pan, zoom and put the cursor on.

    Wheel zooms x about the pointer, Ctrl and wheel y; a drag pans; a click, a drag of the cursor's line or a drag with
    Shift moves the cursor; + and − zoom x, Ctrl+Shift and an arrow pans x or zooms y, 0 and a double click show all. In
    the plot a pencil was taken for, a drag draws.
    """

    x_range_changed = Signal(float, float)
    """The user panned or zoomed: the stretch of x now in sight."""
    reset_requested = Signal()
    """The user wants to see all."""
    cursor_moved = Signal(float)
    """The user put the cursor on this x."""
    stroked = Signal(object, object)
    """The pencil drew a straight line from one (x, y) of its plot to another."""
    stroke_ended = Signal()
    laid_out = Signal()
    """The panes are elsewhere, or their axes are others."""
    drawn = Signal()
    """The figure is painted; another one may follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._hands: list[Hand] = []
        self._whole, self.stage = Figure(), Stage()
        self._sheet = Sheet(Figure(), QRectF())
        self._look = look(self)
        self._limits: tuple[float, float] | None = None
        self._zoomed: dict[str, tuple[float, float]] = {}
        self._pencil = self._still = ""
        self._shown = 0.0
        self._before_click = 0.0
        self._easel = Easel(self)
        self._easel.finished.connect(self._take_picture)
        self._taken = False
        self._unanswered = QTimer(self, singleShot=True, interval=ANSWERED)
        self._unanswered.timeout.connect(lambda: self._show(self.figure, moving=True))
        self._telling = Telling(self, self.viewport())
        self.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)  # what is drawn changes with every move
        self.setViewportUpdateMode(pg.GraphicsView.ViewportUpdateMode.NoViewportUpdate)  # the hands show nothing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFrameShape(pg.GraphicsView.Shape.NoFrame)

    @property
    def figure(self) -> Figure:
        """What is shown, as panned and zoomed."""
        return self._sheet.figure

    @property
    def sheet(self) -> Sheet:
        """The figure as it is laid out."""
        return self._sheet

    @property
    def whole(self) -> Figure:
        """All of what could be shown, where one part of it stands alone."""
        return self._whole

    def set_stage(self, stage: Stage) -> None:
        """Show the figure in another size, or another part of it."""
        self.stage = stage
        self.show_figure(self._whole)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; one that comes right after another is taken as one of a drag."""
        self._whole, figure = figure, alone(figure, self.stage.alone)
        now = time.monotonic()
        self._show(self.zoomed(figure), moving=now - self._shown < SETTLED / 1000)
        self._shown = now
        self._telling.soon(self._sheet)

    def limits(self, first: float, last: float) -> None:
        """Let nobody pan or zoom beyond [first, last]."""
        self._limits = first, last

    def reset(self) -> None:
        """Forget the zoom of y, and ask for all of x."""
        self._zoomed.clear()
        self.reset_requested.emit()

    def zoom_x(self, times: float) -> None:
        """Zoom x about the cursor where it is in sight, else about the middle."""
        free = next((hand for hand in self._hands if not self.figure.plots[hand.index].fixed), None)
        if free is not None:
            axis = sane(self.figure.plots[free.index].x)
            cursor = self.figure.plots[free.index].cursor
            low, high = along(axis, axis.low), along(axis, axis.high)
            at = along(axis, cursor) if cursor is not None and axis.low <= cursor <= axis.high else (low + high) / 2
            free.setXRange(at + (low - at) / times, at + (high - at) / times, padding=0)

    def pan_x(self, share: float) -> None:
        """Move what is in sight of x by a share of its width."""
        free = next((hand for hand in self._hands if not self.figure.plots[hand.index].fixed), None)
        if free is not None:
            low, high = free.viewRange()[0]
            first, last = free.state["limits"]["xLimits"]
            by = share * (high - low)
            by = max(by, first - low) if first is not None else by
            by = min(by, last - high) if last is not None else by
            free.setXRange(low + by, high + by, padding=0)

    def zoom_y(self, times: float) -> None:
        """Zoom y of every plot that isn't fixed, about its middle."""
        for hand in self._hands[: len(self.figure.plots)]:
            if not self.figure.plots[hand.index].fixed:
                low, high = hand.viewRange()[1]
                middle, half = (low + high) / 2, (high - low) / 2 / times
                hand.setYRange(middle - half, middle + half, padding=0)

    def take_pencil(self, key: str) -> None:
        """Let a drag draw in the plot of this key, "" for none; its axis keeps still meanwhile, with room around it."""
        self._zoomed.pop(self._pencil, None)
        self._pencil = key
        plot = next((plot for plot in self.figure.plots if plot.key == key), None)
        if key and plot is not None:
            room = ROOM * (plot.y.high - plot.y.low)
            low = min(0.0, plot.y.low) if plot.y.low > -room else plot.y.low - room
            self._zoomed[key] = low, plot.y.high + room
        self._show(self.zoomed(self.figure), moving=False)

    def keep_still(self, key: str) -> None:
        """Keep the y axis of the plot of this key as it is, whatever is shown; "" lets go."""
        self._still = key

    @property
    def panes(self) -> list[Pane]:
        """The plots as they are laid out."""
        return self._sheet.panes

    def pane(self, key: str) -> Pane | None:
        """Give the plot of this key as it is laid out; None where there is no such plot."""
        return next((pane for pane in self._sheet.panes if pane.plot.key == key), None)

    def titled(self, title: str) -> QRectF | None:
        """Give where the plot of this title stands, all of it; None where there is no such plot."""
        return next((pane.cell for pane in self._sheet.panes if pane.plot.title == title), None)

    def title_row(self, key: str) -> QRectF | None:
        """Give where the title of the plot of this key stands; None where there is no such plot."""
        pane = self.pane(key)
        high = metrics.PLOT_TITLE * self._sheet.times
        return QRectF(pane.cell.left(), pane.cell.top(), pane.cell.width(), high) if pane else None

    def close(self) -> bool:
        return QGraphicsView.close(self)  # pyqtgraph's own destroys the scene under the view

    # what the hands do

    def take_x(self, hand: Hand) -> None:
        """Take over the stretch of x a hand has moved to, in every plot."""
        plot = self.figure.plots[hand.index]
        low, high = (back(plot.x, bound) for bound in hand.viewRange()[0])
        if math.isclose(low, plot.x.low, abs_tol=1e-12) and math.isclose(high, plot.x.high):
            return
        plots = tuple(
            one if one.fixed else replace(one, x=replace(one.x, low=low, high=high)) for one in self.figure.plots
        )
        before = self._sheet
        self.x_range_changed.emit(low, high)
        if self._sheet is before:  # nobody has answered yet with what is exact there
            self._sheet = replace(before, figure=replace(self.figure, plots=plots))
            self._unanswered.start()

    def take_y(self, hand: Hand) -> None:
        """Take over the stretch of y a hand has moved to, in its own plot."""
        plot = self.figure.plots[hand.index]
        low, high = hand.viewRange()[1]
        kept = _zoomed_as(plot, hand.index)
        self._zoomed[kept] = back(plot.y, low), back(plot.y, high)
        plots = tuple(
            self._as_zoomed(one, at) if _zoomed_as(one, at) == kept else one for at, one in enumerate(self.figure.plots)
        )
        self._show(replace(self.figure, plots=plots), moving=True)

    def put_cursor(self, hand: Hand, x: float) -> None:
        """Say that the cursor was put on an x of a hand's view."""
        axis = self.figure.plots[hand.index].x
        self.cursor_moved.emit(back(axis, max(min(x, along(axis, axis.high)), along(axis, axis.low))))

    def draws(self, hand: Hand) -> bool:
        """Say whether the pencil is taken for a hand's plot."""
        return bool(self._pencil) and self.figure.plots[hand.index].key == self._pencil

    def stroke(self, hand: Hand, start: QPointF, end: QPointF) -> None:
        """Draw from one point of a hand's view to another."""
        plot = self.figure.plots[hand.index]
        y = sane(plot.y)
        ends = [
            (back(plot.x, point.x()), back(plot.y, max(along(y, y.low), min(point.y(), along(y, y.high)))))
            for point in (start, end)
        ]
        self.stroked.emit(*ends)

    def remember_cursor(self) -> None:
        """Note where the cursor is before a click, which may become a double click."""
        cursors = [plot.cursor for plot in self.figure.plots if plot.cursor is not None]
        self._before_click = cursors[0] if cursors else math.nan

    def undo_click(self) -> None:
        """Put the cursor back where the first click of a double click took it from."""
        if not math.isnan(self._before_click):
            self.cursor_moved.emit(self._before_click)

    def grips(self, at: QPointF) -> bool:
        """Say whether a point of the window is on the cursor's line."""
        for area, plot in zip(self._sheet.areas, self.figure.plots, strict=True):
            if plot.cursor is not None and area.adjusted(-GRIP, 0, GRIP, 0).contains(at):
                axis = sane(plot.x)
                low, high = along(axis, axis.low), along(axis, axis.high)
                x = area.left() + (along(axis, plot.cursor) - low) / (high - low) * area.width()
                return abs(at.x() - x) <= GRIP
        return False

    # drawing

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        painter.resetTransform()
        if self._look != look(self):  # another theme, another screen
            self._show(self.figure, moving=False)
        if not self._taken and rect.contains(QRectF(self.viewport().rect())):
            self._easel.finish()  # the system asks: it gets what is shown now, not what was
        self._taken = False
        image = self._easel.image()
        if image.isNull():
            painter.fillRect(self.viewport().rect(), theme().surface)
        else:
            painter.drawImage(QPointF(), image)

    def come(self) -> None:
        """Paint what is shown in its own time: the page only comes into sight."""
        self._easel.come()

    @property
    def busy(self) -> bool:
        """Whether the figure isn't on the screen yet."""
        return self._easel.busy

    def _take_picture(self) -> None:
        self._taken = True
        self.viewport().update()
        self.drawn.emit()

    def _show(self, figure: Figure, *, moving: bool) -> None:
        self._unanswered.stop()
        times, numbers = self.stage.drawn, self.stage.numbers(self.window().width())
        self._sheet = Sheet(figure, QRectF(self.viewport().rect()), times, numbers, self.stage.stroke)
        self._look = look(self)
        self._place_hands()
        self.laid_out.emit()
        self._easel.paint(Order(self._sheet, self._look.theme, self._look.ratio, moving))

    def zoomed(self, figure: Figure) -> Figure:
        """Give a figure of the same view as zoomed and panned here."""
        plots = tuple(self._as_zoomed(plot, index) for index, plot in enumerate(figure.plots))
        return replace(figure, plots=plots)

    def _as_zoomed(self, plot: Plot, index: int) -> Plot:
        shown = self.pane(self._still) if self._still else None
        if shown is not None and plot.key == self._still:
            return replace(plot, y=shown.plot.y)
        zoomed = self._zoomed.get(_zoomed_as(plot, index))
        return replace(plot, y=replace(plot.y, low=zoomed[0], high=zoomed[1])) if zoomed else plot

    def _place_hands(self) -> None:
        """Lay a view over each plot, with its axes; nothing is emitted."""
        while len(self._hands) > len(self.figure.plots):
            self.scene().removeItem(self._hands.pop())
        while len(self._hands) < len(self.figure.plots):
            self._hands.append(Hand(self, len(self._hands)))
            self.scene().addItem(self._hands[-1])
        for hand, area, plot in zip(self._hands, self._sheet.areas, self.figure.plots, strict=True):
            hand.setEnabled(not plot.fixed)
            hand.place(area, plot, None if plot.fixed else self._limits)

    # events

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is not None:  # pyqtgraph calls this with None while it is being made
            self._show(self.figure, moving=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_x(ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom_x(1 / ZOOM)
            case Qt.Key.Key_0:
                self.reset()
            case key if key in ARROWS and event.modifiers() & BOTH == BOTH:
                across, up = ARROWS[Qt.Key(key)]
                if across:
                    self.pan_x(across * PAN)
                else:
                    self.zoom_y(ZOOM**up)
            case _:
                event.ignore()  # the window's own keys
                return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()  # the plot is where it ends

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.viewport().setCursor(self._shape(event.position()))

    def _shape(self, at: QPointF) -> Qt.CursorShape:
        """Give the pointer's shape: what a drag from there does."""
        for area, plot in zip(self._sheet.areas, self.figure.plots, strict=True):
            if self._pencil and plot.key == self._pencil and area.contains(at):
                return Qt.CursorShape.CrossCursor
        if self.stage.bare and titled_at(self._sheet, at):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.SplitHCursor if self.grips(at) else Qt.CursorShape.ArrowCursor


def _zoomed_as(plot: Plot, index: int) -> str:
    """Give what the zoom of a plot is kept under."""
    return plot.group or plot.key or str(index)
