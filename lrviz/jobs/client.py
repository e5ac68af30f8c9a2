"""The window's side of the worker: gives it jobs, keeps it alive, and hands over what it says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from traceback import format_exception_only
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from lrviz.crossing import decoder, plain
from lrviz.events import Command, Died, Event, Failed, Finished, Happened, Job, Ready, Reply, Start, Steer
from lrviz.sentences import say

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

ENGINE = "lrviz.engine.service"
ATTEMPTS = 3
"""Deaths in a row before a worker was ready, after which no other is started."""


class Client:
    """One worker process and the thread that owns its life; all methods return at once but `close`.

    `wake` is called from that thread when there is something to `take`, once until it is taken. A dead worker is
    replaced by a new one; jobs that died with it are not started again, those it never got are.
    """

    def __init__(self, wake: Callable[[], None], *, engine: str = ENGINE) -> None:
        self._wake, self._engine = wake, engine
        self._thread: threading.Thread | None = None
        self._sending = threading.Lock()  # over the pipe's outgoing half and all it decides; taken before _guard
        self._guard = threading.Lock()  # over what is shared with the thread; never held over a call that may wait
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._outbox: list[Command] = []
        self._inbox: list[Reply] = []
        self._tickets: dict[str, int] = {}
        self._underway: dict[str, int] = {}
        self._last_ticket = 0
        self._woken = False
        self._closing = threading.Event()
        self._hopeless = ""
        self.ready: Ready | None = None
        self.pid: int | None = None

    def start(self) -> None:
        """Start the worker in the background; it is there when a Ready is taken."""
        if self._thread is None and not self._closing.is_set():
            self._thread = threading.Thread(target=self._live, name="lrviz worker's life", daemon=True)
            self._thread.start()

    def run(self, slot: str, job: Job, *, paused: bool = False) -> int:
        """Run a job in a slot, in place of what was there, and give its ticket; what the old one said is dropped.

        A `paused` one does nothing before it is told to.
        """
        with self._sending:
            with self._guard:
                self._last_ticket += 1
                ticket = self._tickets[slot] = self._last_ticket
                self._inbox = [reply for reply in self._inbox if self._current(reply)]
            self._outbox = [command for command in self._outbox if command.slot != slot]
            if not self._hopeless:
                self._send(Start(slot, ticket, job, paused))
                return ticket
        self._hear(Failed(slot, ticket, self._hopeless))
        return ticket

    def steer(self, slot: str, order: Literal["pause", "step", "resume", "stop"]) -> None:
        """Pause what runs in a slot, advance it by one update, resume or stop it."""
        with self._sending:
            self._send(Steer(slot, order))

    def take(self) -> list[Reply]:
        """Give all that came since the last call; events of one job are merged, in order."""
        with self._guard:
            replies, self._inbox, self._woken = self._inbox, [], False
        return _merged(replies)

    def end(self) -> None:
        """End a worker that doesn't answer; it is replaced as one that died."""
        self._kill()

    def close(self) -> None:
        """End the worker and its thread; no child process is left."""
        self._closing.set()
        if self._thread is None:
            return
        from lrviz.jobs import process as processes

        self._kill()
        self._thread.join(0.5)
        while self._thread.is_alive():  # it is starting a worker: make that fail
            processes.kill_server()
            self._kill()
            self._thread.join(0.05)
        self._thread = self.ready = self.pid = None
        processes.end_helpers()

    # The thread's half ----------------------------------------------------------------------------------------------

    def _live(self) -> None:
        """Start a worker and listen to it, again and again until closed or hopeless."""
        deaths = 0
        while not self._closing.is_set():
            reason = self._one_life()
            if self._closing.is_set():
                return
            deaths = 0 if self.ready else deaths + 1
            self._mourn(reason, final=deaths == ATTEMPTS)
            if deaths == ATTEMPTS:
                return

    def _one_life(self) -> str:
        """Start a worker, take in what it says until it dies, and give what it died of."""
        from lrviz.jobs import process as processes  # here, for the window opens sooner without it

        try:
            process, pipe = processes.launch(self._engine)
        except Exception as error:  # noqa: BLE001 - whatever stops a start is said; this thread must not end mute
            return "".join(format_exception_only(error)).partition("\n")[0]
        with self._guard:
            self._process, self.pid = process, process.pid
        if self._closing.is_set():
            self._kill()
        last_words = self._listen(pipe)
        ending = processes.end(process)
        return last_words or ending

    def _listen(self, pipe: Connection) -> str:
        replies = decoder(Reply)
        last_words = ""
        with pipe:
            try:
                while True:
                    match replies.decode(pipe.recv_bytes()):
                        case Ready() as ready:
                            self._open(pipe, ready)
                        case Died(message):
                            last_words = message
                        case reply:
                            self._hear(reply)
            except (EOFError, OSError):
                with self._sending:
                    self._pipe = None
        return last_words

    def _open(self, pipe: Connection, ready: Ready) -> None:
        """Send the worker what has waited for it."""
        with self._sending:
            self._pipe, self.ready = pipe, ready
            waiting, self._outbox = self._outbox, []
            for command in waiting:
                self._send(command)
        self._hear(ready)

    def _mourn(self, reason: str, *, final: bool) -> None:
        with self._sending, self._guard:
            self._process, self.pid, self.ready = None, None, None
            lost, self._underway = tuple(self._underway.values()), {}
            waiting = [command for command in self._outbox if isinstance(command, Start)]
            message = say("the training process ended unexpectedly ({reason})", reason=reason)
            if final:
                from lrviz.jobs.log import log_file

                message = say(
                    "the training process can't be started ({reason}); {log_file} may say more",
                    reason=reason,
                    log_file=log_file(),
                )
                self._hopeless, self._outbox = message, []
                lost += tuple(command.ticket for command in waiting)
        self._hear(Died(message, final, lost))

    def _hear(self, reply: Reply) -> None:
        with self._guard:
            if isinstance(reply, (Finished, Failed)) and self._underway.get(reply.slot) == reply.ticket:
                del self._underway[reply.slot]
            if not self._current(reply):
                return
            self._inbox.append(reply)
            wake, self._woken = not self._woken, True
        if wake and not self._closing.is_set():
            self._wake()

    # What both halves use -------------------------------------------------------------------------------------------

    def _send(self, command: Command) -> None:
        """Send a command, or keep it for the next worker where there is none; under `_sending`."""
        if self._pipe is not None:
            if isinstance(command, Start):  # before it is sent: a job that is refused ends at once
                self._underway[command.slot] = command.ticket
            try:
                self._pipe.send_bytes(plain.encode(command))
            except OSError:
                self._pipe = None
                if isinstance(command, Start):
                    self._underway.pop(command.slot, None)
            else:
                return
        if not self._hopeless and not self._closing.is_set():
            self._outbox.append(command)

    def _current(self, reply: Reply) -> bool:
        """Whether a reply is not of a job that another has replaced; under `_guard`."""
        return not isinstance(reply, (Happened, Finished, Failed)) or reply.ticket == self._tickets.get(reply.slot)

    def _kill(self) -> None:
        with self._guard:
            if self._process is not None:
                self._process.kill()


def _merged(replies: Iterable[Reply]) -> list[Reply]:
    merged: list[Reply] = []
    gathered: dict[int, list[Event]] = {}
    for reply in replies:
        if isinstance(reply, Happened) and reply.ticket in gathered:
            gathered[reply.ticket] += reply.events
        else:
            merged.append(reply)
            if isinstance(reply, Happened):
                gathered[reply.ticket] = list(reply.events)
    return [
        replace(reply, events=tuple(gathered[reply.ticket])) if isinstance(reply, Happened) else reply
        for reply in merged
    ]
