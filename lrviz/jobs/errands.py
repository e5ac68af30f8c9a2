"""Errands: a process that calls functions for this one, which would hold its own Python up for too long."""

from __future__ import annotations

import contextlib
import importlib
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from traceback import format_exception_only
from typing import TYPE_CHECKING, Any, TypeVar

from lrviz.errors import ResourceError
from lrviz.jobs.log import logger, open_log
from lrviz.sentences import say

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds after which a call is given up and its process ended."""


class Errands:
    """One process that calls one function after another; values in, a value out, all of them pickled.

    It is started by `open` and again by the call after its death, and is gone after `close`, or once this process is.
    Its modules are loaded before the first call, in about half a second.
    """

    def __init__(self, modules: Sequence[str]) -> None:
        self._modules = tuple(modules)
        self._guard = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._proven = self._closed = False

    @property
    def pid(self) -> int | None:
        """The process's id; None where there is none."""
        return self._process.pid if self._process is not None else None

    def open(self) -> None:
        """Start the process, if there is none; blocks for some milliseconds.

        Raises
        ------
        OSError
            No process can be started.
        """
        with self._guard:
            if self._closed or self._process is not None:
                return
            from lrviz.jobs import process as processes  # here, for the window opens sooner without it

            self._process, self._pipe = processes.spawn(_serve, self._modules, name="lrviz errands")

    @property
    def ready(self) -> bool:
        """Whether a call is best made there: the process has loaded its modules, or had before it died."""
        with self._guard:
            if not self._proven and self._pipe is not None:
                with contextlib.suppress(EOFError, OSError):
                    self._proven = self._pipe.poll() and self._pipe.recv() is None
            return self._proven and not self._closed

    def call(self, act: Callable[[], T]) -> T:
        """Call a function that can be pickled in the process, and give what it gives; blocks until then.

        Raises
        ------
        ResourceError
            The function raised, took longer than `PATIENCE`, or its process died of it.
        """
        self.open()
        pipe = self._pipe
        if pipe is None:
            raise ResourceError(say("reading: its process is closed"))
        try:
            pipe.send(act)
            while pipe.poll(PATIENCE):
                match pipe.recv():
                    case None:
                        self._proven = True  # its modules are loaded
                    case (True, result):
                        return result  # type: ignore[no-any-return]
                    case (False, reason):
                        raise ResourceError(reason)
            self._end()
            ending: str = say("it took longer than {patience:g} second{patience:|s}", patience=PATIENCE)
        except (EOFError, OSError):
            ending = self._end()
        raise ResourceError(say("reading: its process was ended ({ending})", ending=ending))

    def close(self) -> None:
        """End the process; a call under way is given up."""
        with self._guard:
            self._closed = True
            started = self._process is not None
        if started:
            from lrviz.jobs import process as processes

            self._end()
            processes.end_helpers()

    def _end(self) -> str:
        """Make sure that the process is gone, and say how it ended."""
        from lrviz.jobs import process as processes

        with self._guard:
            process, self._process, self._pipe = self._process, None, None
        if process is None:
            return "closed"
        process.kill()
        return processes.end(process)


def _serve(pipe: Connection, modules: tuple[str, ...]) -> None:
    """Call what comes through the pipe until it closes: the body of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):  # where memory runs out, Linux is to end this process and not the window
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")
    open_log()
    with contextlib.suppress(EOFError, ConnectionError):  # the window has gone
        try:
            for module in modules:
                importlib.import_module(module)
        except Exception:  # noqa: BLE001 - whatever a broken installation raises
            logger.exception("%s can't all be loaded", modules)  # the calls say it too
        pipe.send(None)
        while True:
            pipe.send(_answer(pipe.recv_bytes()))


def _answer(message: bytes) -> tuple[bool, Any]:
    try:
        return True, pickle.loads(message)()  # noqa: S301 - from the process that started this one
    except Exception as error:  # noqa: BLE001 - a function may fail in any way; the process goes on
        logger.exception("an errand failed")
        return False, "".join(format_exception_only(error)).partition("\n")[0]
