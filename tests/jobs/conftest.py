"""A real worker process, waited for by what it says."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lrviz.events import Event, Failed, Finished, Happened, Ready, Reply
from lrviz.jobs import process
from lrviz.jobs.client import Client

PATIENCE = 60.0
"""Seconds after which a test gives a worker up; no test waits so long where all is well."""


class Talk:
    """A client and all it has said, with a way to wait for a word."""

    def __init__(self, engine: str | None = None) -> None:
        self._news = threading.Event()
        self.wakes = 0
        self.client = Client(self._wake, **({"engine": engine} if engine else {}))
        self.heard: list[Reply] = []

    def _wake(self) -> None:
        self.wakes += 1
        self._news.set()

    def until(self, wanted: Callable[[Reply], bool]) -> Reply:
        """Take replies until one is wanted, and give it; those after it that came along are heard too."""
        end = time.monotonic() + PATIENCE
        while True:
            assert self._news.wait(end - time.monotonic()), f"not said in time; heard {self.heard[-3:]}"
            self._news.clear()
            replies = self.client.take()
            self.heard += replies
            for reply in replies:
                if wanted(reply):
                    return reply

    def until_ready(self) -> Ready:
        """Wait for a worker."""
        ready = self.client.ready or self.until(lambda reply: isinstance(reply, Ready))
        assert isinstance(ready, Ready)
        return ready

    def until_end(self, ticket: int) -> Reply:
        """Wait for the end of a job, whatever it is."""
        return self.until(lambda reply: isinstance(reply, (Finished, Failed)) and reply.ticket == ticket)

    def events(self, ticket: int) -> list[Event]:
        """Give the events of a job heard so far."""
        batches = [reply.events for reply in self.heard if isinstance(reply, Happened) and reply.ticket == ticket]
        return [event for batch in batches for event in batch]


@pytest.fixture(scope="module")
def shared(no_process_left: None) -> Iterator[Talk]:
    """Give one worker to a module's tests, started once; whatever a test does to it, the next finds it ready."""
    talk = Talk()
    talk.client.start()
    yield talk
    talk.client.close()


@pytest.fixture
def talk(shared: Talk) -> Talk:
    """Give the module's worker, ready and with nothing left to hear."""
    shared.until_ready()
    shared.client.take()
    shared.heard.clear()
    return shared


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., Talk]]:
    """Give a way to make clients of one's own, with an engine of the given source; they are closed in the end."""
    monkeypatch.syspath_prepend(str(tmp_path))
    talks: list[Talk] = []

    def make(engine: str | None = None) -> Talk:
        if engine is None:
            talks.append(Talk())
        else:
            monkeypatch.setattr(process, "PRELOAD", "lrviz.events")  # these engines need no torch
            (tmp_path / "own_engine.py").write_text(engine)
            talks.append(Talk("own_engine"))
        return talks[-1]

    yield make
    for talk in talks:
        talk.client.close()
