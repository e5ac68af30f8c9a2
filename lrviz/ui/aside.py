"""Aside: what would hold up the event loop is worked out in a thread; of each kind only what was asked for last."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Aside(QObject):
    """Works out one thing after another in a thread that lives only while there is something to do.

    Nothing that is worked out may touch a widget: values in, a value out.
    """

    _done = Signal(str, int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._wanted: dict[str, tuple[int, Callable[[], Any]]] = {}
        self._then: dict[str, tuple[int, Callable[[Any], None]]] = {}
        self._works = False
        self._ticket = 0
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
            threading.Thread(target=self._work, name="aside", daemon=True).start()

    def forget(self, kind: str) -> None:
        """Want nothing of a kind any more."""
        self._then.pop(kind, None)
        with self._lock:
            self._wanted.pop(kind, None)

    @property
    def busy(self) -> bool:
        """Whether something that was asked for hasn't been given yet."""
        return bool(self._then)

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._works = False
                    return
                kind = next(iter(self._wanted))
                ticket, act = self._wanted.pop(kind)
            result: Any = None
            error: Exception | None = None
            try:
                result = act()
            except Exception as failed:  # noqa: BLE001 - it is raised again where it can be said
                error = failed
            try:
                self._done.emit(kind, ticket, result, error)
            except RuntimeError:  # the window is gone
                return

    def _receive(self, kind: str, ticket: int, result: object, error: Exception | None) -> None:
        wanted, then = self._then.get(kind, (0, None))
        if wanted != ticket or then is None:
            return
        del self._then[kind]
        if error is not None:
            raise error
        then(result)
