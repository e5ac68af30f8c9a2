"""The Alt key alone opens the menu, as in windows that have a bar of menus; not where macOS has its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow

_ELSE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.FocusOut,
    QEvent.Type.TouchBegin,
)
"""What comes between is what Alt was held for."""


class AltKey(QObject):
    """Acts when Alt is pressed and let go in a window with nothing in between."""

    def __init__(self, window: QWindow, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._alone = False
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(act)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.isAutoRepeat():
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyRelease:
            alone, self._alone = self._alone, False
            if alone:
                self._due.start()  # a menu waits for an answer: not within an event of the window
                return True
        elif event.type() in _ELSE:
            self._alone = isinstance(event, QKeyEvent) and _is_alt(event)
        return super().eventFilter(watched, event)


def _is_alt(event: QKeyEvent) -> bool:
    """Whether Alt is pressed, and nothing is held with it."""
    return event.key() == Qt.Key.Key_Alt and not event.modifiers() & ~Qt.KeyboardModifier.AltModifier
