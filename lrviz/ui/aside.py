"""Aside: what would hold up the event loop is worked out elsewhere; of each kind only what was asked for last."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer

from lrviz.jobs.errands import Errands

T = TypeVar("T")


SLICE = 0.0005
"""Seconds after which the thread lets the window go on: Python's own 5 ms would be felt in each of many calls."""
REST = 4
"""What is worked out again and again rests so many times as long as it took, so that it never slows a drag down."""
LOOK = 4
"""Milliseconds between two looks for what is ready: the thread knows nothing of Qt, which may be gone before it."""
MODULES = ("lrviz.ui.listed", "lrviz.rules.linter")


class _Done(NamedTuple):
    """What was worked out, or why not, and how many seconds it took."""

    kind: str
    ticket: int
    result: Any
    error: Exception | None
    took: float


class Aside(QObject):
    """Works out one thing after another: in a process of its own once `hire` has one ready, and in a thread till then.

    Values in, a value out: what is asked for is a function with its arguments, all of which can be pickled.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._wanted: dict[str, tuple[int, Callable[[], Any]]] = {}
        self._done: SimpleQueue[_Done] = SimpleQueue()
        self._then: dict[str, tuple[int, Callable[[Any], None]]] = {}
        self._rested: dict[str, float] = {}
        self._late: dict[str, Callable[[], None]] = {}
        self._works = False
        self._ticket = 0
        self._errands = Errands(MODULES)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._catch_up)
        self._look = QTimer(self, interval=LOOK, timerType=Qt.TimerType.PreciseTimer)
        self._look.timeout.connect(self._receive)

    def hire(self) -> None:
        """Start the process in the background."""
        threading.Thread(target=self._start, name="aside's start", daemon=True).start()

    def ask(self, kind: str, act: Callable[[], T], then: Callable[[T], None]) -> None:
        """Have `act` worked out and `then` called with what it gives, unless the kind is asked for again by then."""
        self._ticket += 1
        self._then[kind] = self._ticket, then
        with self._lock:
            self._wanted[kind] = self._ticket, act
            starts = not self._works
            self._works = True
        self._look.start()
        if starts:
            sys.setswitchinterval(SLICE)
            threading.Thread(target=self._work, name="aside", daemon=True).start()

    def close(self) -> None:
        """Give nothing any more: what is still being worked out is for nobody."""
        self._rest.stop()
        self._look.stop()
        self._then.clear()
        self._late.clear()
        with self._lock:
            self._wanted.clear()
        self._errands.close()

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

    def _start(self) -> None:
        with contextlib.suppress(OSError):  # where there can be none, all goes on in the thread
            self._errands.open()

    def _work(self) -> None:
        """Work out what is wanted, one after another, until there is nothing: what the thread does."""
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
                result = self._errands.call(act) if self._errands.ready else act()
            except Exception as failed:  # noqa: BLE001 - it is raised again where it can be said
                error = failed
            self._done.put(_Done(kind, ticket, result, error, time.perf_counter() - start))

    def _receive(self) -> None:
        """Give one thing that is ready; the next comes after what this one leaves to paint."""
        try:
            done = self._done.get_nowait()
        except Empty:
            if not self._then:
                self._look.stop()
            return
        self._rested[done.kind] = time.perf_counter() + REST * done.took
        wanted, then = self._then.get(done.kind, (0, None))
        if wanted != done.ticket or then is None:
            return
        del self._then[done.kind]
        if done.error is not None:
            raise done.error
        then(done.result)
