"""The worker's own loop, with an engine made for the test at its end of a real pipe."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import numpy as np
import pytest

from lrviz.crossing import decoder, encoder
from lrviz.events import Block, Chart, Event, Ground, Happened, Job, Laid, Preparing, Ready, Reply, Start, Update
from lrviz.experiment import Experiment
from lrviz.jobs import worker as module
from lrviz.jobs.worker import Turns, Worker
from lrviz.run import Run
from lrviz.survey import Survey

NUMBERS = Block.of(np.zeros((1, 1)))
PLANE = Laid(NUMBERS, NUMBERS, NUMBERS, NUMBERS, 1.0, (1.0,), (0, 1, 0, 1), ("x", "y"))
PICTURE = Ground(NUMBERS, NUMBERS, NUMBERS, 0.5)


class Noting:
    """An engine whose job notes, before each turn after the first, what has been reported until then."""

    def __init__(self, window: Connection, turns: list[tuple[Event, ...]]) -> None:
        self._window, self._turns = window, turns
        self.reported: list[list[Event]] = []

    def ready(self) -> Ready:
        return Ready((), "")

    def run(self, job: Job) -> Turns:
        try:
            for events in self._turns:
                yield events
                self.reported.append(list(self._heard()))
        finally:
            self._window.close()

    def _heard(self) -> Iterator[Event]:
        while self._window.poll():
            reply = decoder(Reply).decode(self._window.recv_bytes())
            assert isinstance(reply, Happened)
            yield from reply.events

    def said(self, error: BaseException) -> str:
        return str(error)

    def release(self) -> None:
        """Hold nothing."""


def test_a_plane_and_its_pictures_are_reported_before_the_next_turn_and_other_events_at_screen_rate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "FRAME", float("inf"))
    window, own = Pipe()
    word, update = Preparing("training the runs", 0.5), Update(0, (1.0,), (0.1,))
    engine = Noting(window, [(word,), (), (PLANE,), (), (update,), (), (PICTURE,), (update,)])
    job = Chart(Experiment.of(Run("a")), Survey())
    window.send_bytes(encoder.encode(Start("landscape", 1, job)))
    with pytest.raises((EOFError, ConnectionError)):
        Worker(own, engine).serve()
    assert engine.reported == [[], [], [word, PLANE], [], [], [], [update, PICTURE], []]
