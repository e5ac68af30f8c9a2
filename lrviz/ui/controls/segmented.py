"""A few choices side by side, one of them raised."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import CENTRE, mix, px, rounded, text_width, write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.palette import theme
from lrviz.ui.speech.spoken import together
from lrviz.ui.speech.standing import given

_TRACK = 2


class Segmented(QWidget):
    """Shows one of `options` (key, text) as chosen; a click or the arrow keys choose another.

    `chosen` is sent when the user chooses, never by `show_choice`.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], *, name: str, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_TRACK, _TRACK, _TRACK, _TRACK)
        layout.setSpacing(_TRACK)
        self._choices: dict[str, _Choice] = {}
        for key, text in options:
            choice = _Choice(text, metrics.BUTTON_SMALL if small else metrics.BUTTON_HEIGHT, self)
            choice.setAccessibleName(together("{0}: {1}", name, text) if name else text)
            choice.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            layout.addWidget(choice)
            self._choices[key] = choice

    @property
    def choice(self) -> str:
        """The key that is shown as chosen, "" while none is."""
        return next((key for key, choice in self._choices.items() if choice.isChecked()), "")

    def keys(self) -> tuple[str, ...]:
        """Give the keys in the order shown."""
        return tuple(self._choices)

    def show_choice(self, key: str) -> None:
        """Show `key` as chosen; nothing is sent."""
        self._choices[key].setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """Call a key something else."""
        choice = self._choices[key]
        if text != choice.text():
            choice.setText(text)
            name = given(self, "setAccessibleName")
            choice.setAccessibleName(together("{0}: {1}", name, text) if name else text)
            choice.updateGeometry()

    def set_enabled(self, key: str, enabled: bool, why: str) -> None:
        """Let a key be chosen or not; `why` not stands in its tooltip."""
        self._choices[key].setEnabled(enabled)
        self._choices[key].set_reason("" if enabled else why)

    def button(self, key: str) -> QAbstractButton:
        """Give the button of a key."""
        return self._choices[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), metrics.CARD, fill=theme().sunken)


class _Choice(QAbstractButton):
    def __init__(self, text: str, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._height, self._reason = height, ""
        self.setFont(metrics.font("name"))
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_reason(self, reason: str) -> None:
        self._reason = reason
        self.setAccessibleDescription(reason)
        self._tell()

    @property
    def _high(self) -> int:
        return px(self._height) - 2 * _TRACK

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), self.font())) + 2 * px(metrics.S3), self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(metrics.S8)), self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = theme()
        rect = QRectF(self.rect())
        if self.isChecked():
            raised = now.surface if now.name == "light" else now.selected
            rounded(painter, rect, metrics.FIELD, fill=raised, border=now.border if now.name == "light" else None)
        ink = now.text if self.isChecked() or (self.underMouse() and self.isEnabled()) else now.text2
        if not self.isEnabled():
            ink = mix(now.text3, now.sunken, 0.4)
        room = rect.adjusted(metrics.S1, 0, -metrics.S1, 0)
        write(painter, room, self.text(), self.font(), ink, where=CENTRE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def _tell(self) -> None:
        cut = text_width(self.text(), self.font()) > self.width() - 2 * metrics.S1 + 0.5
        self.setToolTip(self._reason or (self.text() if cut else ""))
