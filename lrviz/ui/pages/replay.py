"""Replay: the step cursor walks through a plan by itself."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from lrviz.ui.store import Store

SECONDS = 8.0
"""How long a whole plan takes at speed 1."""
FRAME = 33
"""Milliseconds from one picture to the next."""
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)


class Replay(QObject):
    """Moves the cursor on at an even pace until the plan's end, or until it is stopped."""

    changed = Signal()
    """It began, ended, or goes at another speed."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._at = 0.0
        self._then = 0.0
        self._speed = 1.0
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._advance)
        store.cursor_changed.connect(self._yield)

    @property
    def active(self) -> bool:
        """Whether the cursor is walking."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """How many times faster than a whole plan in 8 seconds."""
        return self._speed

    def set_speed(self, speed: float) -> None:
        """Go at another speed."""
        self._speed = speed
        self.changed.emit()

    def toggle(self) -> None:
        """Start where the cursor is, or from the first step where it is at the end; or stop."""
        if self.active:
            self.stop()
            return
        last = self._store.experiment.training.steps - 1
        self._at = 0.0 if self._store.cursor >= last else float(self._store.cursor)
        self._then = time.monotonic()
        self._timer.start()
        self._store.set_cursor(self._at)
        self.changed.emit()

    def stop(self) -> None:
        """Leave the cursor where it is."""
        if self.active:
            self._timer.stop()
            self.changed.emit()

    def _advance(self) -> None:
        last = self._store.experiment.training.steps - 1
        now = time.monotonic()
        self._at += (now - self._then) * self._speed * (last + 1) / SECONDS
        self._then = now
        self._store.set_cursor(self._at)
        if self._at >= last:
            self.stop()

    def _yield(self) -> None:
        """Stop where someone else has moved the cursor."""
        if self.active and abs(self._store.cursor - self._at) > 1:
            self.stop()
