"""What may lag: text that nobody reads while the mouse moves is made anew a few times a second, not at every move."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

LAG = 100
"""Milliseconds from one time to the next: nobody reads faster."""


class Paced(QObject):
    """Says at once that what is wanted is due, but not sooner than a lag after the last time: then once for all."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = False
        self._rest = QTimer(self, singleShot=True, interval=LAG)
        self._rest.timeout.connect(self._catch_up)

    def want(self) -> None:
        """Let it be done, now or soon."""
        if self._rest.isActive():
            self._wanted = True
        else:
            self.now()
            self._rest.start()

    def now(self) -> None:
        """Let it be done now."""
        self._wanted = False
        self.due.emit()

    def _catch_up(self) -> None:
        if self._wanted:
            self.want()
