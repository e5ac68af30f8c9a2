"""Starting worker processes, and leaving none behind."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from lrviz.jobs.worker import work
from lrviz.sentences import say

FORKS = "forkserver" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
"""Whether workers are forked from a server that has loaded the engine: 20 ms each instead of seconds.

Not on macOS, whose system libraries may abort in a process that was forked without exec.
"""

PRELOAD = "lrviz.jobs.preload"


def launch(engine: str) -> tuple[BaseProcess, Connection]:
    """Start a worker, and give its process and our end of its pipe; blocks while the engine loads.

    Raises
    ------
    OSError, EOFError
        The process, or the server it is forked from, can't be started or was killed meanwhile.
    """
    context: Any = multiprocessing.get_context("forkserver" if FORKS else "spawn")
    if FORKS:
        context.set_forkserver_preload([PRELOAD])
    return _start(context, work, engine, name="lrviz worker")


def spawn(target: Callable[..., None], *args: Any, name: str) -> tuple[BaseProcess, Connection]:
    """Start a process with nothing of this one, and give it and our end of the pipe whose other end it is given.

    Raises
    ------
    OSError
        It can't be started.
    """
    return _start(multiprocessing.get_context("spawn"), target, *args, name=name)


def _start(context: Any, target: Callable[..., None], *args: Any, name: str) -> tuple[BaseProcess, Connection]:
    ours, theirs = context.Pipe()
    process = context.Process(target=target, args=(theirs, *args), name=name, daemon=True)
    try:
        with _no_interrupts():
            process.start()
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()  # while a copy is open here, a dead process would not be noticed
    return process, ours


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    """Let what is started here inherit that Ctrl+C is not for it."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # first: it unblocks SIGINT behind itself
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end(process: BaseProcess) -> str:
    """Make sure a worker is gone, and say how it ended."""
    process.join(1)
    if process.is_alive():
        process.kill()
        process.join()
    code = process.exitcode or 0
    if code < 0:
        with contextlib.suppress(ValueError):
            return say("killed by {signal}", signal=signal.Signals(-code).name)
    return say("exit code {code}", code=code)


def kill_server() -> None:
    """Kill the server that workers are forked from; one that is just loading the engine can't be asked."""
    pid = getattr(_server(), "_forkserver_pid", None)
    if pid is not None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def end_helpers() -> None:
    """End multiprocessing's own helper processes, which otherwise stay until this process has ended.

    Where someone else's children still need them they are left alone.
    """
    if multiprocessing.active_children():
        return
    kill_server()
    for helper in (_server(), getattr(resource_tracker, "_resource_tracker", None)):
        stop = getattr(helper, "_stop", None)  # private, and there since Python 3.8: without it they end a bit later
        if stop is not None:
            stop()


def _server() -> object:
    from multiprocessing import forkserver  # absent on Windows

    return getattr(forkserver, "_forkserver", None)
