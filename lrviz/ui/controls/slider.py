"""A slider in a run's colour, over numbers rather than positions."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import accent, pen, px, rounded
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.controls.scale import Scale
from lrviz.ui.controls.slider_value import SliderSaid
from lrviz.ui.palette import theme

_POSITIONS = 1000
_TRACK, _KNOB, _RING = 4, 12, 2
_NOTCH_REACH = 6
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}


class Slider(QSlider):
    """Shows a number on a scale and sends the numbers it is moved to.

    `moved` is sent with every number on the way, `dragging` telling whether the mouse still holds the knob; `released`
    once the mouse lets go of a knob it has moved. Keys move by the scale's own steps, the wheel only with the focus.
    A click on the notch below the track takes the default. Escape during a drag goes back to where it began.
    """

    moved = Signal(object)
    released = Signal()

    def __init__(self, scale: Scale, *, colour: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._scale, self._colour = scale, colour
        self._number: int | float | None = None
        self._default: float | None = None
        self._grip: float | None = None  # the pixels between knob and mouse while it is held
        self._before: int | float | None = None
        self._has_moved = False
        self.setRange(0, _POSITIONS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def number(self) -> int | float | None:
        """The number it shows, which may lie beyond its ends; None for no number."""
        return self._number

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds the knob."""
        return self._grip is not None

    @property
    def scale(self) -> Scale:
        """The numbers along it."""
        return self._scale

    def show_number(self, number: float | None) -> None:
        """Show a number; nothing is sent."""
        if number == self._number and number is not None:
            return
        self._number = number
        self._place()

    def _place(self) -> None:
        number = self._number
        blocked = self.blockSignals(True)
        self.setSliderPosition(0 if number is None else round(self._scale.share(number) * _POSITIONS))
        self.blockSignals(blocked)
        self.update()

    def take(self, number: float) -> None:
        """Take a number as if it was moved there."""
        self._send(round(number) if self._scale.whole else float(number))

    def set_scale(self, scale: Scale) -> None:
        """Show the same number on another scale."""
        if scale != self._scale:
            self._scale = scale
            self._place()

    def set_colour(self, colour: int) -> None:
        """Paint it in a run's colour."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def set_default(self, default: float | None) -> None:
        """Put the notch at a number; None takes it away."""
        self._default = default
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), max(px(metrics.HIT), metrics.HIT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.S12), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        at = event.position()
        if self._on_notch(at) and self._default is not None:
            self._send(self._default)
            return
        knob = self._x(self._share())
        self._before, self._has_moved = self._number, False
        self._grip = at.x() - knob if self._number is not None and abs(at.x() - knob) <= px(_KNOB) else 0.0
        self.setSliderDown(True)
        self._drag(at.x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._drag(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._grip is not None:
            self._number, self._has_moved = self._before, True
            self.moved.emit(self._before)
            self._let_go()
        elif key in _STEPS:
            many = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._step(_STEPS[key] * many)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._send(self._scale.value(0.0 if key == Qt.Key.Key_Home else 1.0))
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not self.hasFocus() or not turned:
            event.ignore()  # so that a form under the pointer scrolls
            return
        self._step(1 if turned > 0 else -1)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = theme()
        colour = accent(self._colour) if self.isEnabled() and self._number is not None else now.strong
        middle, track = self.height() / 2, px(_TRACK)
        line = QRectF(0, middle - track / 2, self.width(), track)
        rounded(painter, line, track / 2, fill=now.border)
        knob = self._x(self._share())
        if self._default is not None:
            notch = QRectF(round(self._x(self._scale.share(self._default))), middle + track / 2 + px(4), 1, px(4))
            painter.fillRect(notch, now.strong)
        if self._number is not None:
            rounded(painter, QRectF(0, line.top(), knob, track), track / 2, fill=colour)
        painter.setPen(pen(colour, _RING))
        painter.setBrush(now.surface if now.name == "light" else now.text)
        radius = px(_KNOB) / 2 + (0.75 if self.isSliderDown() or self.underMouse() else 0)
        painter.drawEllipse(QPointF(knob, middle), radius, radius)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def _share(self) -> float:
        return 0.0 if self._number is None else self._scale.share(self._number)

    def _x(self, share: float) -> float:
        reach = px(_KNOB) / 2 + _RING
        return reach + share * (self.width() - 2 * reach)

    def _drag(self, x: float) -> None:
        first, last = self._x(0), self._x(1)
        self._send(self._scale.value((x - (self._grip or 0.0) - first) / max(1.0, last - first)))

    def _step(self, steps: int) -> None:
        start = self._scale.value(0.0) if self._number is None else self._number
        self._send(self._scale.beside(start, steps))

    def _send(self, number: float) -> None:
        if number == self._number:
            return
        self._has_moved = True
        self.show_number(number)
        self.moved.emit(number)

    def _let_go(self) -> None:
        self._grip = None
        self.setSliderDown(False)
        if self._has_moved:
            self.released.emit()

    def _on_notch(self, at: QPointF) -> bool:
        if self._default is None or at.y() < self.height() / 2 + px(_TRACK) / 2:
            return False
        return abs(at.x() - self._x(self._scale.share(self._default))) <= px(_NOTCH_REACH)


_said: list[SliderSaid] = []
"""What tells assistive technology of each slider: Qt deletes it with the slider, Python must not before."""


def _interface(_name: str, thing: object) -> QAccessibleInterface | None:
    if not isinstance(thing, Slider):
        return None
    _said[:] = [said for said in _said if shiboken6.isValid(said)]
    _said.append(SliderSaid(thing, thing))
    return _said[-1]


QAccessible.installFactory(_interface)
