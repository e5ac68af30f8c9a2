"""Making a film beside the window's own work: in a process of its own, so that the window never waits for a frame."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from lrviz.errors import LrvizError
from lrviz.files import beside
from lrviz.ui.palette import Theme
from lrviz.ui.showing.film import Reel, Shot, check, frames, said

POLITE = 10
"""How far the process steps back behind the window and the worker."""
PATIENCE = 3.0
"""Seconds in which a process that was told to stop ends by itself."""
GLANCE = 0.05
"""Seconds from one look at whether to stop to the next."""


@dataclass(frozen=True, eq=False)
class Order:
    """A film wanted: what is shown at an update (it can be sent to another process), of how many, where to and how."""

    shots: Callable[[int], Shot]
    steps: int
    path: Path
    theme: Theme
    reel: Reel


class StoppedError(Exception):
    """The film isn't wanted any more."""


class Filming(QThread):
    """Makes a film; `progressed` with the share done, then `made` or `failed`, once.

    A film that was cancelled says neither. Whatever happens to the process, no part of a file is left behind.
    """

    progressed = Signal(float)
    made = Signal(str)
    """The path that was written."""
    failed = Signal(str)
    """Why not, in one line."""

    def __init__(self, order: Order, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = order
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.end)

    def end(self) -> None:
        """Stop, and wait until the process is gone."""
        self.cancel()
        self.wait()

    def cancel(self) -> None:
        """Stop after the frame under way."""
        self.requestInterruption()

    def run(self) -> None:
        order = self._order
        try:
            check(order.path, order.reel)
            with said(order.path), beside(order.path) as part:
                self._watch(part)
        except StoppedError:
            return
        except (LrvizError, OSError) as error:
            self.failed.emit(str(error.args[-1]))
        else:
            self.made.emit(str(order.path))

    def _watch(self, part: Path) -> None:
        """Have a process write the file, and tell how far it is."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._order, part), name="lrviz film", daemon=True)
        process.start()
        theirs.close()
        try:
            self._listen(ours)
        finally:
            ours.close()  # a process that still works on it notices, and stops
            process.join(PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()

    def _listen(self, pipe: Connection) -> None:
        with contextlib.suppress(EOFError, ConnectionResetError):
            while True:
                there = pipe.poll(GLANCE)
                if self.isInterruptionRequested():
                    raise StoppedError
                if not there:
                    continue
                match pipe.recv():
                    case float(share):
                        self.progressed.emit(share)
                    case True:
                        return
                    case OSError() | LrvizError() as error:
                        raise error
        words = QCoreApplication.translate("Film", "the process that makes it has died, maybe of too little memory")
        raise OSError(0, words)


def work(pipe: Connection, order: Order, part: Path) -> None:
    """Write the film into a file, in a process of its own: the share done after each frame, then True or the error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window
    if hasattr(os, "nice"):
        os.nice(POLITE)
    making = frames(order.shots, order.steps, part, order.path.suffix.lower(), theme=order.theme, reel=order.reel)
    with contextlib.suppress(BrokenPipeError, ConnectionResetError), pipe:
        try:
            for share in making:
                pipe.send(share)
        except BrokenPipeError:
            raise
        except MemoryError:
            pipe.send(OSError(0, QCoreApplication.translate("Film", "there is not enough memory for this size")))
        except (LrvizError, OSError) as error:
            pipe.send(OSError(getattr(error, "errno", 0), getattr(error, "strerror", None) or str(error)))
        else:
            pipe.send(True)
        finally:
            making.close()
