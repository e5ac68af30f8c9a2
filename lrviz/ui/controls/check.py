"""The row of a yes-or-no parameter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from lrviz.spec import Field
from lrviz.ui import metrics
from lrviz.ui.controls.drawing import accent, pen, px, rounded, write
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.controls.words import explained
from lrviz.ui.palette import theme

_BOX = 14


class Check(QWidget):
    """A check box with the parameter's name; a click sends `edited(value, False)`."""

    edited = Signal(object, bool)

    def __init__(self, field: Field, *, colour: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.box = CheckBox(field.name, colour=colour, parent=self)
        self.box.setAccessibleDescription(explained(field))
        self.error = ErrorLine(self)
        self._value: Any = None
        self.setToolTip(explained(field))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self.error)
        self.box.clicked.connect(lambda checked: self.edited.emit(checked, False))

    @property
    def value(self) -> bool:
        """The value it was last told to show."""
        return bool(self._value)

    def show_value(self, value: Any) -> None:
        """Show a value; nothing is sent."""
        if value != self._value:
            self.show_error("")
        self._value = value
        blocked = self.box.blockSignals(True)
        self.box.setChecked(value)
        self.box.blockSignals(blocked)

    def show_error(self, text: str) -> None:
        """Say what is wrong with the choice; "" takes it away."""
        self.error.say(text)

    def set_colour(self, colour: int) -> None:
        """Fill the box in a run's colour."""
        self.box.set_colour(colour)


class CheckBox(QCheckBox):
    """A box of 14 with a word in code type; filled in a run's colour when it is checked."""

    def __init__(self, text: str, *, colour: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._colour = colour
        self.setFont(metrics.font("code"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_colour(self, colour: int) -> None:
        """Fill the box in a run's colour."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(px(_BOX) + px(metrics.S2) + words + 2, max(px(28), metrics.HIT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_BOX), self.sizeHint().height())

    def hitButton(self, at: QPoint) -> bool:
        return True  # the whole row

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, side = QPainter(self), theme(), px(_BOX)
        box = QRectF(1, round((self.height() - side) / 2), side, side)
        if self.isChecked():
            fill = accent(self._colour) if self.isEnabled() else now.strong
            rounded(painter, box, metrics.CHIP, fill=fill)
            painter.setPen(pen(now.surface if now.name == "light" else now.bg, 1.75))
            tick = ((0.24, 0.52), (0.43, 0.70), (0.76, 0.32))
            painter.drawPolyline([box.topLeft() + QPointF(x * side, y * side) for x, y in tick])
        else:
            over = self.underMouse() and self.isEnabled()
            border = now.text2 if over else now.text3 if self.isEnabled() else now.strong
            rounded(painter, box, metrics.CHIP, fill=now.surface, border=border, width=1.25)
        left = box.right() + px(metrics.S2)
        ink = now.text if self.isEnabled() else now.text3
        write(painter, QRectF(left, 0, self.width() - left, self.height()), self.text(), self.font(), ink)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)
