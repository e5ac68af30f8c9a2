"""Measuring again: a lesson's claims are weighed here, on trainings with other seeds than it was written with."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lrviz.events import Died, Failed, Finished, Happened, Reply
from lrviz.teaching.lesson import Lesson
from lrviz.teaching.verdicts import Weighed
from lrviz.ui.lesson.tasks import Task, found_of, tasks
from lrviz.ui.racing.races import Races
from lrviz.ui.speech.saying import said

SLOT = "lesson"
FIRST_SEED, APART = 300, 100
"""The seeds of the first time, and how far on those of the next time begin."""


class Measuring(QObject):
    """Does one task after another in the worker, beside whatever else it does; `changed` says that more is known."""

    changed = Signal()

    def __init__(self, races: Races, parent: QObject) -> None:
        super().__init__(parent)
        self._races = races
        self._lesson: Lesson | None = None
        self._waiting: list[Task] = []
        self._done: list[Task] = []
        self._ticket = self._times = 0
        self.seeds: tuple[int, ...] = ()
        self.found: list[Weighed | None] = []
        """How each claim fares; None of one that isn't weighed yet."""
        self.why = ""
        races.heard.connect(self._receive)

    @property
    def active(self) -> bool:
        """Whether tasks are under way."""
        return bool(self._ticket)

    @property
    def share(self) -> float:
        """The share of the tasks that is done."""
        count = len(self._done) + len(self._waiting)
        return (len(self._done) + (self._waiting[0].share if self._waiting else 0.0)) / max(1, count)

    def take(self, lesson: Lesson) -> None:
        """Be about a lesson; what is known of it is kept as long as it stays the same."""
        if lesson != self._lesson:
            self.stop()
            self._lesson, self._done, self.seeds, self.why = lesson, [], (), ""
            self.found = [None] * len(lesson.measured)

    def start(self) -> None:
        """Measure with the next seeds."""
        lesson = self._lesson
        if lesson is None:
            return
        first = FIRST_SEED + APART * self._times
        self._times += 1
        self.seeds, self.why = tuple(range(first, first + max(one.of for one in lesson.measured))), ""
        self._done, self._waiting = [], tasks(lesson, self.seeds)
        self.found = [None] * len(lesson.measured)
        self._go_on()

    def stop(self) -> None:
        """Measure no further."""
        if self._ticket:
            self._races.quit(SLOT)
        self._ticket, self._waiting = 0, []
        self.changed.emit()

    def _go_on(self) -> None:
        """Begin the next task, if there is one."""
        self._ticket = self._races.ask(SLOT, self._waiting[0].job) if self._waiting else 0
        self.changed.emit()

    def _receive(self, reply: Reply) -> None:
        match reply:
            case Happened(ticket=ticket, events=events) if self._ticket and ticket == self._ticket:
                for event in events:
                    self._waiting[0].add(event)
                self.changed.emit()
            case Finished(ticket=ticket) if self._ticket and ticket == self._ticket:
                self._done.append(self._waiting.pop(0))
                if self._lesson is not None:
                    self.found = found_of(self._lesson, self.seeds, self._waiting, self._done)
                self._go_on()
            case Failed(ticket=ticket, message=message) if self._ticket and ticket == self._ticket:
                self._fail(said(message))
            case Died(message=message, tickets=tickets) if self._ticket and self._ticket in tickets:
                self._fail(said(message))

    def _fail(self, why: str) -> None:
        self.why = why
        self._ticket, self._waiting = 0, []
        self.changed.emit()
