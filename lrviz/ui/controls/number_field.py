"""A field for one number, with its unit inside."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import RIGHT, px, text_width, write
from lrviz.ui.controls.entry import read_entry
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.scale import Scale
from lrviz.ui.controls.words import said
from lrviz.ui.palette import theme

_WIDEST = 176
_NOTHING = frozenset({"", "none"})
_KEYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class NumberField(EntryField):
    """Shows a number; reads 1e-4, 10⁻⁴, 2·10³, 1/3 and 10 000, and None from an empty text.

    `none` is the word it shows for None; where that is None, it takes a number only.
    Up and Down step by `scale` (Shift ten times as far); the wheel does so only with the focus.
    """

    def __init__(
        self, *, name: str, scale: Scale, unit: str = "", none: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(name=name, read=self._number_of, show=self._text_of, role="name", parent=parent)
        self._scale, self._unit, self._none = scale, "", none
        self._fits = True
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(64)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_unit(unit)

    def set_scale(self, scale: Scale) -> None:
        """Step along another scale."""
        self._scale = scale

    def set_unit(self, unit: str) -> None:
        """Write another unit behind the number."""
        if unit != self._unit:
            self._unit = unit
            self._make_room()

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self._make_room()

    def _make_room(self) -> None:
        """Keep room for the unit, where there is a number for it to stand behind and all of that is seen."""
        self._fits = self._needed() <= self.width()
        room = self._unit_room() if self._fits else 0
        if self.textMargins().right() != px(6) + room:
            self.setTextMargins(px(6), 0, px(6) + room, 0)
            self.updateGeometry()

    def _unit_room(self) -> int:
        return (
            round(text_width(self._unit, metrics.font("axis"))) + px(6) if self._unit and self.value is not None else 0
        )

    def _needed(self) -> int:
        """Give how wide the number is with its unit."""
        return round(text_width(self.shown, self.font())) + 2 * px(6) + self._unit_room() + 4

    def sizeHint(self) -> QSize:
        least, height = metrics.NUMBER_FIELD
        return QSize(min(max(self._needed(), px(least)), px(_WIDEST)), max(px(height), metrics.HIT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            many = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._step(_KEYS[key] * many)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not self.hasFocus() or not turned:
            event.ignore()  # so that a form under the pointer scrolls
            return
        self._step(1 if turned > 0 else -1)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._make_room()  # the unit may be said in another language by now
        super().paintEvent(event)
        if self._unit_room() and self._fits:
            inner = QRectF(self.rect()).adjusted(0, 0, -px(metrics.S2), 0)
            write(QPainter(self), inner, self._unit, metrics.font("axis"), theme().text3, where=RIGHT)

    def _number_of(self, text: str) -> int | float | None:
        if self._none is not None and text.strip().lower() in {*_NOTHING, self._text_of(None).lower()}:
            return None
        return read_entry(text, whole=self._scale.whole)

    def _text_of(self, number: float | None) -> str:
        return said(number, self._none or "")

    def _step(self, steps: int) -> None:
        start = self._scale.value(0.0) if self.value is None else self.value
        number = self._scale.beside(start, steps)
        if number != self.value:
            self.edited.emit(number)
