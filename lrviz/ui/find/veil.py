"""The veil over the window under the palette: it comes and goes a band at a time, so that no turn paints all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lrviz.ui.palette import veil

BANDS = 6
"""What is behind it is painted again where it comes and goes: a sixth of a window in half a turn’s budget."""

FRAME = 16
"""Milliseconds from one band to the next: each is painted by then."""


class Veil(QWidget):
    """Dims all of its parent but a card on it while it is drawn, and keeps the mouse from it."""

    pressed = Signal()

    def __init__(self, parent: QWidget, card: QWidget) -> None:
        super().__init__(parent)
        self._over, self._card = parent, card
        self._bands, self._drawn = 0, False
        self._turn = QTimer(self, singleShot=True, interval=FRAME)
        self._turn.timeout.connect(self._go_on)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # another size leaves what was painted before
        parent.installEventFilter(self)
        self.hide()

    def draw(self) -> None:
        """Come down over the window."""
        self._drawn = True
        self.stackUnder(self._card)
        self._turn.start()

    def lift(self) -> None:
        """Go up again; what lies under it has the mouse at once."""
        self._drawn = False
        self._turn.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._cover()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._drawn:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), veil())

    def _go_on(self) -> None:
        """Cover a band more, or one less."""
        self._bands = max(0, min(BANDS, self._bands + (1 if self._drawn else -1)))
        self._cover()
        if 0 < self._bands < BANDS:
            self._turn.start()

    def _cover(self) -> None:
        room = self._over.size()
        self.setGeometry(0, 0, room.width(), -(-room.height() * self._bands // BANDS))
        self.setVisible(self._bands > 0)
