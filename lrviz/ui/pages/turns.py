"""Turns: a page is drawn anew in as many turns of the event loop as it takes, each of them short."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from lrviz.experiment import Experiment
from lrviz.ui.views.sight import Sight

LATE = 0.1
"""Seconds after which what is known is drawn, though of several forecasts some are still to be found."""
SLICE = 0.003
"""Seconds for which curves are worked out in one turn of the event loop; one that has begun is ended."""
QUICK = 0.001
"""Seconds: what took no longer leaves the turn to what comes next."""

Wanted = tuple[Experiment, Sight]
"""What is to be drawn."""


class Drawn(Protocol):
    """What is drawn in turns."""

    def now(self) -> Wanted:
        """Give what is to be drawn now."""

    def prepare(self, experiment: Experiment, sight: Sight) -> Iterator[None]:
        """Work out what a drawing needs, piece by piece."""

    def foresee(self, experiment: Experiment) -> bool:
        """Find one forecast that is to be drawn; say whether there was one."""

    def draw_at_once(self, experiment: Experiment, sight: Sight) -> None:
        """Draw what is known."""

    @property
    def busy(self) -> bool:
        """Whether the last drawing is still being painted."""


class Turns(QObject):
    """Prepares, forecasts and draws, one after the other; all that changes in one turn is drawn once.

    What was begun is drawn, though there is something newer by then: while a person drags there always is, and the
    forecast may lag.
    """

    def __init__(self, drawn: Drawn, parent: QObject) -> None:
        super().__init__(parent)
        self._drawn = drawn
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._take)
        self._begun: Wanted | None = None
        self._preparing: Iterator[None] = iter(())
        self._asked = 0.0
        self._found, self._foreseen = False, 0.0
        self.wanted = False
        """Whether something changed since it was drawn."""

    def want(self) -> None:
        """Have it drawn anew."""
        self._asked = self._asked if self.wanted else time.monotonic()
        self.wanted = True
        self.soon()

    def soon(self) -> None:
        """Take a turn at the next turn of the event loop, if something is wanted."""
        if self.wanted:
            self._due.start()

    def settle(self) -> None:
        """Forget what was wanted: it is drawn now."""
        self._due.stop()
        self._begun, self._found = None, False
        self.wanted, self._asked = False, time.monotonic()

    def _take(self) -> None:
        """Prepare some of what is to be drawn, or find one forecast; when all are there, or it is late, draw."""
        free, now = not self._drawn.busy, self._drawn.now()
        begun = self._begun if free and self._begun is not None else now
        if self._prepare(begun) or (not self._may_lag(newer=begun != now) and self._foresee(begun[0])):
            self._due.start()
        elif free:
            self._drawn.draw_at_once(*begun)
            self.wanted |= begun != now

    def _may_lag(self, *, newer: bool) -> bool:
        """Say whether to draw what is known: some was found, and a person has waited, or drags and saw one just now."""
        if newer:
            return time.monotonic() - self._foreseen < LATE
        return self._found and not self._drawn.busy and time.monotonic() - self._asked >= LATE

    def _prepare(self, wanted: Wanted) -> bool:
        """Prepare what is to be drawn for a part of a turn; say whether that was as much as a turn may do."""
        if wanted != self._begun:
            self._begun, self._preparing = wanted, self._drawn.prepare(*wanted)
        began = time.perf_counter()
        for _ in self._preparing:
            if time.perf_counter() > began + SLICE:
                return True
        return time.perf_counter() > began + QUICK

    def _foresee(self, experiment: Experiment) -> bool:
        self._found = self._drawn.foresee(experiment)
        self._foreseen = time.monotonic()
        return self._found
