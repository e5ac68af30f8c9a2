"""The worker process: runs jobs piece by piece, obeys commands in between, and reports at screen rate."""

from __future__ import annotations

import contextlib
import importlib
import signal
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from traceback import format_exception_only
from typing import Protocol, cast

from lrviz.crossing import decoder, encoder
from lrviz.events import (
    Command,
    Died,
    Event,
    Failed,
    Finished,
    Ground,
    Happened,
    Job,
    Laid,
    Ready,
    Reply,
    Start,
    Steer,
)
from lrviz.jobs.log import logger, open_log

FRAME = 0.016
"""Seconds between two reports of a job: what a screen can show."""
AT_ONCE = (Laid, Ground)
"""Pictures that are reported as they come: the next turn's end would be too late."""


Turns = Generator[tuple[Event, ...], None, None]
"""A job at work: each `next()` is at most 50 ms of work and gives its events, () when it comes amid an update."""


class Engine(Protocol):
    """The module that does the work (lrviz.engine.service), loaded by name here so that no other process has torch."""

    def ready(self) -> Ready:
        """Prepare the process and say what there is."""

    def run(self, job: Job) -> Turns:
        """Give a job's turns."""

    def said(self, error: BaseException) -> str:
        """Say an error in one line."""

    def release(self) -> None:
        """Give memory back after a failure; raises where the process is of no more use."""


def work(pipe: Connection, engine: str) -> None:
    """Serve the other end of `pipe` until it closes: the body of the worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's to answer
    with contextlib.suppress(OSError):  # where memory runs out, Linux is to end this process and not the window
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")
    open_log()
    try:
        loaded = cast("Engine", importlib.import_module(engine))
        ready = loaded.ready()
    except Exception as error:  # noqa: BLE001 - whatever a broken installation raises is for the window to say
        logger.exception("%s can't be loaded", engine)
        pipe.send_bytes(encoder.encode(Died("".join(format_exception_only(error)).partition("\n")[0])))
        raise SystemExit(1) from None
    worker = Worker(pipe, loaded)
    try:
        worker.send(ready)
        worker.serve()
    except (EOFError, ConnectionError):
        return  # the window has gone
    except Exception:  # noqa: BLE001 - whatever is beyond repair here, a new process in this one's place is not
        logger.exception("the worker gives up")
        raise SystemExit(1) from None


@dataclass
class _Slot:
    """A job under way: `owed` counts the single updates still asked for, `events` wait for the next report."""

    name: str
    ticket: int
    turns: Turns
    running: bool = True
    owed: int = 0
    events: list[Event] = field(default_factory=list)
    reported: float = 0.0

    @property
    def active(self) -> bool:
        return self.running or self.owed > 0


class Worker:
    """The jobs of this process, one a slot, each given one turn after the other."""

    def __init__(self, pipe: Connection, engine: Engine) -> None:
        self._pipe = pipe
        self._engine = engine
        self._slots: dict[str, _Slot] = {}
        self._decoder = decoder(Command)

    def serve(self) -> None:
        """Obey and work until the pipe closes (EOFError); waits without work when no job is active."""
        while True:
            while self._pipe.poll(0 if any(slot.active for slot in self._slots.values()) else None):
                self._obey(self._decoder.decode(self._pipe.recv_bytes()))
            for slot in list(self._slots.values()):
                if slot.active:
                    self._advance(slot)

    def send(self, reply: Reply) -> None:
        """Send one reply."""
        self._pipe.send_bytes(encoder.encode(reply))

    def _obey(self, command: Command) -> None:
        slot = self._slots.get(command.slot)
        match command:
            case Start(name, ticket, job, paused):
                if slot is not None:
                    slot.turns.close()
                self._slots[name] = _Slot(name, ticket, self._engine.run(job), running=not paused)
            case Steer(order="stop") if slot is not None:
                slot.turns.close()
                self._report(slot)
                self._end(slot, Finished(slot.name, slot.ticket, stopped=True))
            case Steer(order=order) if slot is not None:
                slot.running = order == "resume"
                slot.owed = slot.owed + 1 if order == "step" else 0
                self._report(slot)

    def _advance(self, slot: _Slot) -> None:
        """Give a job one turn."""
        end: Finished | Failed
        try:
            slot.events += (events := next(slot.turns))
        except StopIteration:
            end = Finished(slot.name, slot.ticket)
        except Exception as error:  # noqa: BLE001 - a job may fail in any way; the worker goes on
            logger.exception("job %d in slot %s failed", slot.ticket, slot.name)
            end = Failed(slot.name, slot.ticket, self._engine.said(error))
        else:
            self._count(slot, events)
            return
        self._report(slot)
        self._end(slot, end)
        if isinstance(end, Failed):  # not before the error is forgotten, whose frames hold what filled the memory
            self._engine.release()

    def _count(self, slot: _Slot, events: tuple[Event, ...]) -> None:
        slot.owed -= bool(events and slot.owed)
        shown = any(isinstance(event, AT_ONCE) for event in events)
        if shown or not slot.active or time.monotonic() - slot.reported >= FRAME:
            self._report(slot)

    def _report(self, slot: _Slot) -> None:
        if slot.events:
            self.send(Happened(slot.name, slot.ticket, tuple(slot.events)))
            slot.events.clear()
            slot.reported = time.monotonic()

    def _end(self, slot: _Slot, reply: Reply) -> None:
        del self._slots[slot.name]
        self.send(reply)
