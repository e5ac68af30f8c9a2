"""The chain of layers on the screen: boxes that can be chosen and frozen, pictures whose places can be read."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from lrviz.ui import metrics
from lrviz.ui.access.telling import Telling
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.figure import Figure
from lrviz.ui.pages.chain import Box
from lrviz.ui.pages.easel import SETTLED
from lrviz.ui.pages.painted import Painted
from lrviz.ui.paint import Sheet
from lrviz.ui.palette import theme
from lrviz.ui.showing.stage import Stage, alone

LOCK = 24
"""Side of the button that freezes a layer."""


class LayerButton(QAbstractButton):
    """A layer's box, to be chosen: it lies over its picture and paints only that it is pointed at."""

    stepped = Signal(int)
    """An arrow key: to the layer before, or the one after."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = keys.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(step)
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() and not self.isChecked():
            rounded(QPainter(self), QRectF(self.rect()), metrics.CARD, border=theme().text3, width=1.5)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)


class ChainCanvas(QWidget):
    """A figure's chain, pictures and plots; a click on a plot, or a drag in it, moves the cursor."""

    chosen = Signal(str)
    """A layer was chosen, by its key."""
    locked = Signal(str)
    """The lock of a layer was clicked: to freeze it, or to let it be trained again."""
    pointed = Signal(object)
    """A place of a picture is pointed at: a Spot, or None."""
    cursor_moved = Signal(float)
    """The cursor was put on this x."""
    drawn = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole, self.stage = Figure(), Stage()
        self._figure = Figure()
        self._laid: Sheet | None = None
        self._shown = 0.0
        self._spot: object = None
        self._painted = Painted(self, lambda: self.sheet)
        self._painted.drawn.connect(self.drawn)
        self._easel = self._painted.easel
        self._telling = Telling(self)
        self.layers: list[LayerButton] = []
        self.locks: list[IconButton] = []
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    def come(self) -> None:
        """Paint what is shown in its own time: the page only comes into sight."""
        self._easel.come()

    @property
    def busy(self) -> bool:
        """Whether the figure isn't on the screen yet."""
        return self._easel.busy

    @property
    def sheet(self) -> Sheet:
        """The figure as it is laid out."""
        if self._laid is None or self._laid.rect != QRectF(self.rect()):
            numbers = self.stage.numbers(self.window().width())
            self._laid = Sheet(self._figure, QRectF(self.rect()), self.stage.drawn, numbers, self.stage.stroke)
        return self._laid

    @property
    def whole(self) -> Figure:
        """All of what could be shown, where one part of it stands alone."""
        return self._whole

    def set_stage(self, stage: Stage) -> None:
        """Show the figure in another size, or another part of it."""
        self.stage = stage
        self.show_figure(self._whole)
        self.resized.emit()

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; one that comes right after another is taken as one of a drag."""
        now = time.monotonic()
        moving = now - self._shown < SETTLED / 1000
        self._whole, self._figure, self._laid, self._shown = figure, alone(figure, self.stage.alone), None, now
        self._place_buttons()
        self._painted.order(moving=moving)
        self._telling.soon(self.sheet)

    def _place_buttons(self) -> None:
        """Lay a button over each layer that holds parameters, and its lock in the corner."""
        laid = self.sheet.chain
        there = (
            []
            if laid is None
            else [(box, rect) for box, rect in zip(laid.chain.boxes, laid.boxes, strict=True) if box.holds]
        )
        while len(self.layers) < len(there):
            self._add_layer(len(self.layers))
        for index, (button, lock) in enumerate(zip(self.layers, self.locks, strict=True)):
            button.setVisible(index < len(there))
            lock.setVisible(index < len(there) and not self.stage.bare)
            if index < len(there):
                box, rect = there[index]
                button.setGeometry(rect.toRect())
                button.setChecked(box.selected)
                button.setAccessibleName(self._said(box))
                button.setToolTip(self._said(box))
                lock.setGeometry(round(rect.right()) - px(LOCK) - 2, round(rect.top()) + 3, px(LOCK), px(LOCK))
                self._show_lock(lock, box)

    def _add_layer(self, index: int) -> None:
        button = LayerButton(self)
        lock = IconButton("unlock", "", parent=self)
        button.clicked.connect(lambda: self._choose(index))
        button.stepped.connect(lambda by: self._step(index + by))
        lock.clicked.connect(lambda: self.locked.emit(self._keys()[index]))
        self.layers.append(button)
        self.locks.append(lock)

    def _keys(self) -> list[str]:
        chain = self._figure.chain
        return [] if chain is None else [box.key for box in chain.boxes if box.holds]

    def _choose(self, index: int) -> None:
        keys = self._keys()
        if 0 <= index < len(keys):
            self.chosen.emit(keys[index])

    def _step(self, index: int) -> None:
        """Go to another layer with the keyboard."""
        keys = self._keys()
        if 0 <= index < len(keys):
            self.layers[index].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(keys[index])

    def _said(self, box: Box) -> str:
        """Say a layer in words: what it is, its gradient, and what its parameters have of one."""
        parts = [f"{box.name}: {box.title}" if box.name != box.title else box.title]
        parts.append(self.tr("gradient {0}").format(box.gradient))
        parts += [box.about] if box.about else []
        names = ", ".join(holds.name for holds in box.holds if holds.has == "frozen")
        parts += [self.tr("frozen: {0}").format(names)] if names else []
        return " · ".join(parts)

    def _show_lock(self, lock: IconButton, box: Box) -> None:
        words = self.tr("Train {0} again: requires_grad on") if box.frozen else self.tr("Freeze {0}: requires_grad off")
        lock.set_icon("lock" if box.frozen else "unlock", words.format(box.name or box.title))

    # the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._put_cursor(event.position()):
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._put_cursor(event.position())
            return
        laid = self.sheet.anatomy
        spot = None if laid is None else laid.spot(event.position())
        if spot != self._spot:
            self._spot = spot
            self.pointed.emit(spot)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._spot is not None:
            self._spot = None
            self.pointed.emit(None)

    def _put_cursor(self, at: QPointF) -> bool:
        """Put the cursor where a plot is pressed; say whether one is there."""
        for pane in self.sheet.panes:
            if pane.area.adjusted(0, -8, 0, 24).contains(at):
                axis = pane.plot.x
                self.cursor_moved.emit(max(axis.low, min(pane.x.value(at.x()), axis.high)))
                return True
        return False

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painted.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()
        self._painted.order(moving=True)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
