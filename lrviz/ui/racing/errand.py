"""An errand: a job that the worker does beside the race, told of on the way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lrviz.events import Died, Failed, Finished, Happened, Job, Reply
from lrviz.ui.racing.races import Races
from lrviz.ui.speech.saying import said


class Errand(QObject):
    """One job at a time in a slot of its own; what comes of one before is dropped."""

    heard = Signal(object)
    """Events, at least one, in their order."""
    ended = Signal(object)
    """With nothing where the job came to its end, else with why it failed."""

    def __init__(self, races: Races, slot: str, parent: QObject) -> None:
        super().__init__(parent)
        self._races, self.slot = races, slot
        self.ticket = 0
        """That of the job under way."""
        self.died = False
        """Whether the worker died of the job that ended last, or beside it."""
        races.heard.connect(self._receive)

    @property
    def active(self) -> bool:
        """Whether a job is under way."""
        return bool(self.ticket)

    def start(self, job: Job) -> None:
        """Do a job, in place of one before."""
        self.ticket = self._races.ask(self.slot, job)

    def stop(self) -> None:
        """Do no more; nothing more is said."""
        if self.ticket:
            self._races.quit(self.slot)
        self.ticket = 0

    def _receive(self, reply: Reply) -> None:
        match reply:
            case Happened(ticket=ticket, events=events) if ticket == self.ticket:
                if events:
                    self.heard.emit(events)
            case Finished(ticket=ticket) if ticket == self.ticket:
                self._end("")
            case Failed(ticket=ticket, message=message) if ticket == self.ticket:
                self._end(said(message))
            case Died(message=message, tickets=tickets) if self.ticket in tickets:
                self._end(said(message), died=True)

    def _end(self, why: str, *, died: bool = False) -> None:
        self.ticket, self.died = 0, died
        self.ended.emit(why)
