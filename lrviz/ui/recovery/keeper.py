"""The keeper: writes a window's session and its races to the window's room while they change."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lrviz.events import Event
from lrviz.experiment import Experiment
from lrviz.ui.racing.entering import Entry
from lrviz.ui.recovery import journal, left
from lrviz.ui.recovery.journal import Journal
from lrviz.ui.recovery.left import About, Ended, Left, Place
from lrviz.ui.recovery.rooms import Room
from lrviz.ui.recovery.scribe import Scribe
from lrviz.ui.speech.saying import begun

if TYPE_CHECKING:
    from lrviz.ui.store import Session
    from lrviz.ui.window import Window

LAG = 400
"""Milliseconds in which changes are gathered: a crash costs no more."""


class Keeper(QObject):
    """Keeps what a crash would cost: the person's own session, also one in no file, and what was raced.

    The window waits for no disk. What can't be written is said once, and tried again with the next change.
    """

    def __init__(self, window: Window, room: Room) -> None:
        super().__init__(window)
        self._window, self.room = window, room
        self._scribe = Scribe()
        self._journals: dict[int, Journal] = {}
        self._places = journal.free(room.races)
        self._complained = False
        self._stopped = self._closed = False
        self._due = QTimer(self, singleShot=True, interval=LAG)
        self._due.timeout.connect(self.write)
        store, races = window.store, window.races
        for signal in (
            store.changed,
            store.named,
            store.selected_changed,
            store.cursor_changed,
            store.unit_changed,
            store.baseline_changed,
            window.viewed,
        ):
            signal.connect(self._want)
        races.entered.connect(self._begin)
        races.came.connect(self._go_on)

    @property
    def session(self) -> Session:
        """The person's own session: a lesson in the window is none."""
        own = self._window.classroom.own
        return own.session if own is not None else self._window.store.session

    @property
    def writes(self) -> bool:
        """Whether what was to be written could be."""
        return not self._scribe.failed

    def write(self, ended: Ended = "") -> None:
        """Have the session written as it is now."""
        self._due.stop()
        if not self._closed:
            session = self.session
            self._put(Left(self._about(session, ended), session.experiment))

    def take_over(self, other: Room) -> None:
        """Have the session written and another room's races put beside it; that room is given up once they are."""
        self.write()
        moves = list(zip(journal.journals(other.races), self._places, strict=False))
        self._scribe.do(partial(self._give_up, other, moves))

    def stop(self) -> None:
        """Write the session and wait for it: the system ends the window, and nobody is asked."""
        self.write("stopped")
        self._scribe.wait()
        self._stopped = not self._due.isActive()

    def close(self) -> None:
        """Write the session as its file holds it, or as it was opened: the person was asked about the rest."""
        if self._closed:
            return
        if not self._stopped:
            session = self.session
            self._put(Left(self._about(session, "closed"), self._unchanged(session)))
        self._due.stop()
        self._closed = True
        for one in self._journals.values():
            self._scribe.do(one.end)
        self._scribe.close()
        self.room.leave()

    def _about(self, session: Session, ended: Ended) -> About:
        own = self._window.classroom.own
        store = self._window.store
        view = own.view if own is not None else self._window.view
        return About(
            path=left.spelt(session.path) if session.path is not None else "",
            name=str(session.name),  # it may be words that know their translation
            modified=session.modified and ended != "closed",
            digest=self._window.files.digest(session.path),
            when=time.time(),
            ended=ended,
            place=Place(view, session.selected, session.cursor, store.unit, session.baseline),
        )

    @staticmethod
    def _unchanged(session: Session) -> Experiment:
        """Give a session's experiment without the changes that are in no file."""
        past = session.past
        if not session.modified or not past.steps:
            return session.experiment
        return past.steps[past.saved - 1].after if past.saved else past.steps[0].before

    def _put(self, kept: Left) -> None:
        self._complain()
        self._scribe.do(partial(left.write, self.room.session, left.encode(kept)))

    def _want(self) -> None:
        self._stopped = False  # whoever goes on working is asked again
        if not self._due.isActive() and not self._closed:
            self._due.start()

    def _begin(self, ticket: int, entered: Entry) -> None:
        for gone in [known for known in self._journals if known not in self._window.races.tickets]:
            self._scribe.do(self._journals.pop(gone).end)
        made = self._journals[ticket] = Journal(next(self._places))
        self._scribe.do(partial(made.begin, journal.header(entered)))

    def _go_on(self, ticket: int, events: tuple[Event, ...]) -> None:
        if ticket in self._journals and not self._closed:
            self._scribe.do(partial(self._journals[ticket].go_on, journal.record(events)))

    def _give_up(self, other: Room, moves: list[tuple[Path, Path]]) -> None:
        """Clear a room whose session was just written to this one; where it couldn't be, the next launch has it."""
        if self._scribe.failed:
            other.leave()
            return
        self.room.races.mkdir(exist_ok=True)
        for source, target in moves:
            source.replace(target)
        other.clear()

    def _complain(self) -> None:
        """Say once that nothing can be kept."""
        if self._scribe.failed and not self._complained:
            text = self.tr("{0}. Save the session yourself: a crash would cost what is in no file.")
            self._window.notices.say(
                "warning", self.tr("lrviz can’t keep this session"), text.format(begun(self._scribe.failed))
            )
        self._complained = bool(self._scribe.failed)
