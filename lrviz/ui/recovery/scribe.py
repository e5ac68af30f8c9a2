"""The scribe: a thread that writes, so that no disk holds up the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue

from lrviz.files import cause

PATIENCE = 2.0
"""Seconds that a disk is given when the window closes."""


class Scribe:
    """Does one piece of writing after another, in their order; `failed` says why the last one that couldn't be."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Callable[[], None] | threading.Event | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self.failed = ""

    def do(self, write: Callable[[], None]) -> None:
        """Have something written."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="lrviz scribe", daemon=True)
            self._thread.start()
        self._waiting.put(write)

    def wait(self) -> bool:
        """Wait until all is written, but not for ever; say whether it is."""
        if self._thread is None:
            return True
        done = threading.Event()
        self._waiting.put(done)
        return done.wait(PATIENCE)

    def close(self) -> None:
        """Write what is waiting, and end."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join(PATIENCE)
            self._thread = None

    def _work(self) -> None:
        while (write := self._waiting.get()) is not None:
            if isinstance(write, threading.Event):
                write.set()
                continue
            try:
                write()
                self.failed = ""
            except OSError as error:
                self.failed = cause(error)
            except Exception as error:  # noqa: BLE001 - whatever one was, the next is written
                self.failed = str(error) or type(error).__name__
