"""An errand: a job that the worker does beside the race, told of on the way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lrviz.events import Died, Failed, Finished, Happened, Job, Reply
from lrviz.ui.races import Races


class Errand(QObject):
    """One job at a time in a slot of its own: `progressed` with the last event, then `ended` with why it failed."""

    progressed = Signal(object)
    ended = Signal(str)
    """With nothing where the job came to its end."""

    def __init__(self, races: Races, slot: str, parent: QObject) -> None:
        super().__init__(parent)
        self._races, self.slot = races, slot
        self._ticket = 0
        races.heard.connect(self._receive)

    @property
    def active(self) -> bool:
        """Whether a job is under way."""
        return bool(self._ticket)

    def start(self, job: Job) -> None:
        """Do a job, in place of one before."""
        self._ticket = self._races.ask(self.slot, job)

    def stop(self) -> None:
        """Do no more; nothing more is said."""
        if self._ticket:
            self._races.quit(self.slot)
        self._ticket = 0

    def _receive(self, reply: Reply) -> None:
        match reply:
            case Happened(ticket=ticket, events=events) if ticket == self._ticket:
                if events:
                    self.progressed.emit(events[-1])
            case Finished(ticket=ticket) if ticket == self._ticket:
                self._end("")
            case Failed(ticket=ticket, message=message) if ticket == self._ticket:
                self._end(message)
            case Died(message=message, tickets=tickets) if self._ticket in tickets:
                self._end(message)

    def _end(self, why: str) -> None:
        self._ticket = 0
        self.ended.emit(why)
