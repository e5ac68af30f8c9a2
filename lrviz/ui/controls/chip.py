"""A chip beside a grip on a plot: what it says, and a field for another value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import CENTRE, accent, mix, px, rounded, text_width, write
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.palette import theme

_HIGH, _BESIDE = 22, 8
_BORDER = 0.55
"""Of a run's colour in the chip's border."""


class Chip(QWidget):
    """Words on a small box that lets the mouse through; in red where they say why an entry was refused."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._colour, self._refusal = "", 0, False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def say(self, words: str, colour: int) -> None:
        """Say something of a run."""
        self._put(words, colour, refusal=False)

    def refuse(self, words: str) -> None:
        """Say why an entry can't be taken."""
        self._put(words, self._colour, refusal=True)

    @property
    def refusing(self) -> bool:
        """Whether it says why an entry was refused."""
        return self._refusal

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        edge = now.error if self._refusal else accent(self._colour)
        fill = now.error_tint if self._refusal else now.raised
        rounded(painter, box, metrics.CHIP, fill=fill, border=mix(fill, edge, _BORDER))
        ink = now.error if self._refusal else now.ink(self._colour)
        write(painter, box, self._words, metrics.font("value"), ink, where=CENTRE)

    def _put(self, words: str, colour: int, *, refusal: bool) -> None:
        if (words, colour, refusal) == (self._words, self._colour, self._refusal):
            return
        self._words, self._colour, self._refusal = words, colour, refusal
        self.resize(round(text_width(words, metrics.font("value"))) + 2 * px(_BESIDE), px(_HIGH))
        self.update()


class ChipField(QWidget):
    """Takes the place of a chip while a value is typed: `entered` with what `read` made of it, then `closed`.

    `refused` is sent with the reason, and the field stays open.
    """

    entered = Signal(object)
    refused = Signal(str)
    closed = Signal(bool)
    """Whether by a key, so that the focus goes back to where it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._read: Callable[[str], Any] = str
        self._field = EntryField(name="", read=self._made_of, show=str, role="value", parent=self)
        self._field.edited.connect(self._enter)
        self._field.refused.connect(self._refuse)
        self._field.restored.connect(self._close)
        self._field.editingFinished.connect(self._leave)
        self.setFocusProxy(self._field)
        self.resize(px(132), max(metrics.HIT, px(metrics.BUTTON_SMALL)))
        self._field.setGeometry(self.rect())
        self.hide()

    def ask(self, name: str, shown: str, begun: str, read: Callable[[str], Any]) -> None:
        """Ask for a value in place of the one shown, of which some was `begun` to be typed."""
        self._read = read
        self._field.setAccessibleName(name)
        self._field.show_value(shown)
        self._field.restore()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if begun:
            self._field.setText(begun)
        else:
            self._field.selectAll()

    def _made_of(self, text: str) -> Any:
        return self._read(text)

    def _enter(self, value: Any) -> None:
        self.entered.emit(value)
        self._close()

    def _refuse(self, why: str) -> None:
        self._field.mark_error(True)
        self.refused.emit(why)

    def _leave(self) -> None:
        """Close, unless what was entered was refused and the focus is still here."""
        if not (self._field.has_error and self._field.hasFocus()):
            self._close()

    def _close(self) -> None:
        if self.isVisible():
            focused = self._field.hasFocus()
            self.hide()
            self.closed.emit(focused)
