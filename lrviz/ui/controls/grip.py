"""What a step of a schedule is moved by on a plot: a grip above its line, a knot on the curve; or a walk's start."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import accent, pen, px, rounded
from lrviz.ui.palette import theme

_RING, _HALO = 2, 1.5
_GROWN = 1.0
_RIDGES = 1.5, 3.0
"""How far the two ridges of a grip are from its middle, and how far they reach up and down."""
_STILL = 3
"""Pixels the mouse may tremble without moving anything."""
_POSITIONS = 1000
_ARROWS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_PageUp: (10, 0),
    Qt.Key.Key_PageDown: (-10, 0),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_REMOVE = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class Grip(QSlider):
    """Says where it is dragged to; whoever holds the value puts it there.

    A drag sends `taken`, `dragged` with each place its middle is wanted at, and `dropped`, or `cancelled` on Escape.
    Arrow keys send `stepped` by (across, up), ten times as far with Shift, and `rested` once the key is let go. A digit
    or Enter sends `typed`, Delete `removed`, a double click `opened`. `pointed` is sent when the pointer or the focus
    comes or goes.
    """

    taken = Signal()
    dragged = Signal(QPointF)
    dropped = Signal()
    cancelled = Signal()
    stepped = Signal(int, int)
    rested = Signal()
    typed = Signal(str)
    removed = Signal()
    opened = Signal()
    pointed = Signal()

    def __init__(self, shape: Literal["seam", "knot", "start"], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.shape, self._colour = shape, 0
        self._from: QPointF | None = None  # where the mouse took it, from its middle
        self._moving = self._stepping = False
        self._share = 0
        self.setRange(0, _POSITIONS)
        self.valueChanged.connect(self._asked)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor if shape == "seam" else Qt.CursorShape.SizeAllCursor)
        self._fit()

    def _fit(self) -> None:
        side = max(metrics.HIT, px(metrics.HIT))
        self.resize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # text may have another size, and a grip grows with it
            self._fit()

    @property
    def middle(self) -> QPointF:
        """Where its middle is, in its parent."""
        return QPointF(self.x() + self.width() / 2, self.y() + self.height() / 2)

    @property
    def held(self) -> bool:
        """Whether the mouse holds it."""
        return self._from is not None

    @property
    def looked_at(self) -> bool:
        """Whether the mouse holds it or is over it, or it has the focus."""
        return self.held or self.underMouse() or self.hasFocus()

    def put(self, x: float, y: float, colour: int) -> None:
        """Put its middle somewhere, in a run's colour."""
        self.move(round(x - self.width() / 2), round(y - self.height() / 2))
        if colour != self._colour:
            self._colour = colour
            self.update()

    def show_share(self, share: float) -> None:
        """Let assistive technology know how far across the plot it is, from 0 to 1; nothing is sent."""
        blocked = self.blockSignals(True)
        self.setValue(round(share * _POSITIONS))
        self.blockSignals(blocked)
        self._share = self.value()

    def _asked(self, value: int) -> None:
        """Go a step to where assistive technology wants it."""
        if value != self._share:
            self.stepped.emit(1 if value > self._share else -1, 0)
            self.rested.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._from, self._moving = event.position() - QPointF(self.rect().center()), False
        self.setSliderDown(True)
        self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        wanted = self.mapToParent(event.position()) - self._from
        if not self._moving and QLineF(wanted, self.middle).length() < _STILL:
            return
        self._moving = True
        self.dragged.emit(wanted)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.held and event.button() == Qt.MouseButton.LeftButton:
            self._let_go()
            self.dropped.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wants(event):
            event.accept()  # before the window's own keys
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and not self.held:
            many = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            across, up = _ARROWS[key]
            self._stepping = True
            self.stepped.emit(across * many, up * many)
        elif key == Qt.Key.Key_Escape and self.held:
            self._let_go()
            self.cancelled.emit()
        elif key in _REMOVE:
            self.removed.emit()
        elif key in _ENTER or event.text().isdigit():
            self.typed.emit(event.text() if event.text().isdigit() else "")
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._stepping and not event.isAutoRepeat():
            self._stepping = False
            self.rested.emit()
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the plot zooms

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.raise_()
        self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._stepping:
            self._stepping = False
            self.rested.emit()
        self.pointed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match self.shape:
            case "seam":
                self._paint_seam(painter)
            case "knot":
                self._paint_knot(painter)
            case "start" if self.hasFocus():  # the point itself is the picture's
                painter.setPen(pen(theme().focus, _RING))
                painter.drawEllipse(QRectF(self.rect()).center(), *[px(metrics.KNOT) + 2 * _RING + 1] * 2)

    def _paint_seam(self, painter: QPainter) -> None:
        wide, high = map(px, metrics.GRIP)
        box = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        grown = _GROWN if self.underMouse() or self.held else 0.0
        box.adjust(-grown, 0, grown, 0)
        now, radius = theme(), metrics.CHIP
        edge = _RING if self.hasFocus() else _HALO
        reach = edge + (1 if self.hasFocus() else 0)
        if self.hasFocus():
            around = box.adjusted(-reach, -reach, reach, reach)
            rounded(painter, around, radius + reach, fill=now.surface, border=now.focus, width=edge)
        else:
            rounded(painter, box.adjusted(-reach, -reach, reach, reach), radius + reach, fill=now.surface)
        rounded(painter, box, radius, fill=accent(self._colour))
        painter.setPen(pen(now.surface, 1))
        middle = box.center()
        for side in (-_RIDGES[0], _RIDGES[0]):
            x = middle.x() + side
            painter.drawLine(QLineF(x, middle.y() - _RIDGES[1], x, middle.y() + _RIDGES[1]))

    def _paint_knot(self, painter: QPainter) -> None:
        now, middle = theme(), QRectF(self.rect()).center()
        radius = px(metrics.KNOT) + (_GROWN if self.underMouse() or self.held else 0)
        if self.hasFocus():
            painter.setPen(pen(now.focus, _RING))
            painter.setBrush(now.surface)
            painter.drawEllipse(middle, radius + _RING + 1, radius + _RING + 1)
        painter.setPen(pen(accent(self._colour), _RING))
        painter.setBrush(now.surface if now.name == "light" else now.text)
        painter.drawEllipse(middle, radius, radius)

    def _wants(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if key == Qt.Key.Key_Escape:
            return self.held
        return plain and (key in _REMOVE or key in _ENTER or event.text().isdigit())

    def _let_go(self) -> None:
        self._from = None
        self._moving = False
        self.setSliderDown(False)
