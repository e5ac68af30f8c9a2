"""Aside: what would hold up the event loop is worked out in a thread; of each kind only what was asked for last."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

T = TypeVar("T")


SLICE = 0.0005
"""Seconds after which the thread lets the window go on: Python's own 5 ms would be felt in each of many calls."""
REST = 4
"""What is worked out again and again rests so many times as long as it took, so that it never slows a drag down."""


class Aside(QObject):
    """Works out one thing after another in a thread that lives only while there is something to do.

    Nothing that is worked out may touch a widget: values in, a value out.
    """

    _done = Signal(str, int, object, object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._wanted: dict[str, tuple[int, Callable[[], Any]]] = {}
        self._then: dict[str, tuple[int, Callable[[Any], None]]] = {}
        self._rested: dict[str, float] = {}
        self._late: dict[str, Callable[[], None]] = {}
        self._works = False
        self._ticket = 0
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._catch_up)
        self._life = life = _Life()
        self.destroyed.connect(life.close)
        self._done.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def ask(self, kind: str, act: Callable[[], T], then: Callable[[T], None]) -> None:
        """Have `act` worked out and `then` called with what it gives, unless the kind is asked for again by then."""
        self._ticket += 1
        self._then[kind] = self._ticket, then
        with self._lock:
            self._wanted[kind] = self._ticket, act
            starts = not self._works
            self._works = True
        if starts:
            sys.setswitchinterval(SLICE)
            threading.Thread(target=self._work, name="aside", daemon=True).start()

    def close(self) -> None:
        """Give nothing any more: what is still being worked out is for nobody."""
        self._rest.stop()
        with self._lock:
            self._wanted.clear()
        self._life.close()

    def follow(self, kind: str, act: Callable[[], T], then: Callable[[T], None]) -> None:
        """Ask as `ask` does, but not before the kind has rested from the last time."""
        wait = self._rested.get(kind, 0.0) - time.perf_counter()
        if wait <= 0:
            self._late.pop(kind, None)
            self.ask(kind, act, then)
            return
        self._late[kind] = lambda: self.ask(kind, act, then)
        if not self._rest.isActive():
            self._rest.start(round(1000 * wait) + 1)

    def _catch_up(self) -> None:
        """Ask for what has rested by now, and wait for the rest."""
        for kind in list(self._late):
            wait = self._rested.get(kind, 0.0) - time.perf_counter()
            if wait <= 0:
                self._late.pop(kind)()
            elif not self._rest.isActive():
                self._rest.start(round(1000 * wait) + 1)

    def forget(self, kind: str) -> None:
        """Want nothing of a kind any more."""
        self._late.pop(kind, None)
        self._then.pop(kind, None)
        with self._lock:
            self._wanted.pop(kind, None)

    @property
    def busy(self) -> bool:
        """Whether something that was asked for hasn't been given yet."""
        return bool(self._then or self._late)

    def _work(self) -> None:
        life = self._life
        while True:
            with self._lock:
                if not self._wanted:
                    self._works = False
                    return
                kind = next(iter(self._wanted))
                ticket, act = self._wanted.pop(kind)
            start = time.perf_counter()
            result: Any = None
            error: Exception | None = None
            try:
                result = act()
            except Exception as failed:  # noqa: BLE001 - it is raised again where it can be said
                error = failed
            with life.lock:
                if life.closed:  # the window is gone
                    return
                self._done.emit(kind, ticket, result, error, time.perf_counter() - start)

    def _receive(self, kind: str, ticket: int, result: object, error: Exception | None, took: float) -> None:
        self._rested[kind] = time.perf_counter() + REST * took
        wanted, then = self._then.get(kind, (0, None))
        if wanted != ticket or then is None:
            return
        del self._then[kind]
        if error is not None:
            raise error
        then(result)


class _Life:
    """Whether the window is still there, for a thread that may outlive it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.closed = False

    def close(self) -> None:
        with self.lock:
            self.closed = True
