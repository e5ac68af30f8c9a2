"""Improving in the window: the best schedule of a run is looked for in the worker, and told of on the way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lrviz.events import Died, Failed, Finished, Happened, Improve, Improved, Reply
from lrviz.ui.races import Races

SLOT = "improve"


class Improving(QObject):
    """One search at a time: `progressed` with the best so far, then `ended` with why it failed, or nothing."""

    progressed = Signal(object)
    ended = Signal(str)

    def __init__(self, races: Races, parent: QObject) -> None:
        super().__init__(parent)
        self._races = races
        self._ticket = 0
        races.heard.connect(self._receive)

    @property
    def active(self) -> bool:
        """Whether a search is under way."""
        return bool(self._ticket)

    def start(self, job: Improve) -> None:
        """Search, in place of a search before."""
        self._ticket = self._races.ask(SLOT, job)

    def stop(self) -> None:
        """Search no further; nothing more is said."""
        if self._ticket:
            self._races.quit(SLOT)
        self._ticket = 0

    def _receive(self, reply: Reply) -> None:
        match reply:
            case Happened(ticket=ticket, events=events) if ticket == self._ticket:
                if isinstance(events[-1], Improved):
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
