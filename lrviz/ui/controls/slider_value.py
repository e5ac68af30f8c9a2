"""What assistive technology is told of a slider: the number it stands for, not the place of its knob."""

from __future__ import annotations

from typing import Any, Protocol

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleValueInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from lrviz.ui.controls.scale import Scale
from lrviz.ui.numbers import full


class Numbered(Protocol):
    """A widget that shows a number on a scale, and takes another one."""

    @property
    def number(self) -> int | float | None:
        """The number it shows; None for no number."""

    @property
    def scale(self) -> Scale:
        """The numbers along it."""

    def take(self, number: float) -> None:
        """Take a number as if it was moved there."""


class Value(QAccessibleValueInterface):
    """A slider's number, its ends, and what one press of a key adds."""

    def __init__(self, slider: Numbered) -> None:
        super().__init__()
        self._slider = slider

    def currentValue(self) -> float:
        number = self._slider.number
        return self.minimumValue() if number is None else number

    def setCurrentValue(self, value: float) -> None:
        self._slider.take(value)

    def minimumValue(self) -> float:
        return self._slider.scale.value(0.0)

    def maximumValue(self) -> float:
        return self._slider.scale.value(1.0)

    def minimumStepSize(self) -> float:
        now = self.currentValue()
        return self._slider.scale.beside(now, 1) - now


class SliderSaid(QAccessibleWidget):
    """Says a slider with its number; it and its value must live as long as the widget."""

    def __init__(self, widget: QWidget, slider: Numbered) -> None:
        super().__init__(widget, QAccessible.Role.Slider)
        self._slider, self._value = slider, Value(slider)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:  # its stub says int, Qt takes a pointer
        if kind == QAccessible.InterfaceType.ValueInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self._value)[0])
        return super().interface_cast(kind)

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Value:
            return super().text(kind)
        return "" if self._slider.number is None else full(self._slider.number)
