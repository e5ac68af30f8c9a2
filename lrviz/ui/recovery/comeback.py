"""The comeback: a window begins where another one ended, says so where that was no end, and takes up its races."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, QTimer

from lrviz.recording import Recording
from lrviz.results import Trace
from lrviz.ui.racing.raced import raced_plan
from lrviz.ui.recovery import journal, left
from lrviz.ui.recovery.arrival import Arrival, Found, fresh, session_of
from lrviz.ui.recovery.keeper import Keeper
from lrviz.ui.recovery.left import About, Left
from lrviz.ui.units import UNITS

if TYPE_CHECKING:
    from lrviz.ui.window import Window

SLICE = 0.003
"""Seconds of one turn of the event loop in which a race is told again."""


class Comeback(QObject):
    """Brings back what an arrival found, and has the window's session kept from now on."""

    def __init__(self, window: Window, arrival: Arrival) -> None:
        super().__init__(window)
        self._window, self._arrival = window, arrival
        self._waiting = list(arrival.others)
        self._telling: Iterator[None] = iter(())
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._tell)
        self.keeper = Keeper(window, arrival.room) if arrival.room is not None else None
        if arrival.left is not None:
            self._return(arrival.left)

    @property
    def keeps(self) -> bool:
        """Whether what is raced and changed is being kept."""
        return self.keeper is not None and self.keeper.writes

    def stop(self) -> None:
        """Keep the session as it is, with its changes: the system ends the window."""
        if self.keeper is not None:
            self.keeper.stop()

    def close(self) -> None:
        """Leave the session for the next launch; what wasn't looked at stays where it is."""
        self._turn.stop()
        self._telling = iter(())
        if self.keeper is not None:
            self.keeper.close()
        for one in self._waiting:
            one.room.leave()

    def begin(self) -> None:
        """Say what came back and offer what is left, once the window is there."""
        found = self._arrival.left
        if found is not None and found.precious:
            self._say_recovered(found)
        elif found is not None and found.about.file is not None and self._window.store.path is None:
            title = self.tr("{0} is no longer there").format(found.about.file.name)
            text = self.tr("The session is as it was when lrviz was closed, and in no file now.")
            self._window.notices.say("warning", title, text)
        self._offer()
        if self.keeper is not None:
            self._telling = self._told_again(self.keeper.room.races)
            self._turn.start()

    def _return(self, found: Left) -> None:
        """Go to where one was; what may be why lrviz ended is noted first."""
        about, window = found.about, self._window
        if found.precious and self.keeper is not None:
            tried = Left(replace(about, tries=about.tries + 1), found.experiment)
            try:
                left.write(self.keeper.room.session, left.encode(tried))
            except OSError:
                return
        if about.file is not None and about.modified:
            window.files.outside.note(about.file, about.digest)
        elif window.store.path is not None:
            window.files.outside.note(window.store.path)
        window.transport.take_cursor(about.place.cursor)  # races that are told again don't move it
        window.store.pin(about.place.baseline)
        window.store.set_unit(next((unit for unit in UNITS if unit == about.place.unit), "step"))
        if about.place.view in window.top.views.keys():  # noqa: SIM118 - it is no mapping
            window.top.show_view(about.place.view)

    def _say_recovered(self, found: Left) -> None:
        title = self.tr("Recovered from {0}").format(_clock(found.about.when))
        if found.about.ended == "stopped":
            words = self.tr("The system ended lrviz. {0} is as it was, with changes that are in no file.")
        else:
            words = self.tr("lrviz ended unexpectedly. {0} is as it was, with changes that are in no file.")
        text = words.format(_called(found.about, self.tr("Your session")))
        self._window.notices.say("restart", title, text, self.tr("Discard"), partial(self._discard, found))

    def _discard(self, found: Left) -> None:
        """Show what there was before the changes; undoing brings them back."""
        experiment, path = fresh(found)
        self._window.store.open(experiment, path)
        if path is not None:
            self._window.files.outside.note(path)

    def _offer(self) -> None:
        """Offer what another window left."""
        if not self._waiting:
            return
        about = self._waiting[0].left.about
        name = _called(about, self.tr("A session"))
        title = self.tr("{0} was left at {1} with unsaved changes").format(name, _clock(about.when))
        text = self.tr("It is kept until you open it; what is open now is asked about first.")
        self._window.notices.say("restart", title, text, self.tr("Open it"), self._take_other)

    def _take_other(self) -> None:
        """Put a session that another window left in this one, and its races."""
        if not self._waiting or not self._window.files.may_leave():
            self._offer()
            return
        other = self._waiting.pop(0)
        about = other.left.about
        opened = session_of(other.left)
        self._window.store.open(opened.experiment, opened.path, opened.name)
        self._window.store.history.resetClean()
        self._window.store.select(opened.selected)
        self._window.store.pin(opened.baseline)
        self._window.transport.take_cursor(opened.cursor)
        if about.file is not None:
            self._window.files.outside.note(about.file, about.digest)
        self._telling = self._moved_in(other)
        self._turn.start()

    def _moved_in(self, other: Found) -> Iterator[None]:
        """Tell the races of another room again, then have all of it kept here."""
        yield from self._told_again(other.room.races)
        if self.keeper is not None:
            self.keeper.take_over(other.room)
        else:
            other.room.leave()  # nothing else keeps it
        self._offer()

    def _told_again(self, folder: Path) -> Iterator[None]:
        """Tell the races again that belong to the session as it is, and let the others go."""
        known: dict[str, tuple[Trace, ...]] = {}
        wanted = yield from self._wanted(folder)
        for path in wanted:
            whole: tuple[Recording, tuple[str, ...]] | None = None
            for so_far in journal.told_again(path, known):
                whole = so_far
                yield
            if whole is not None:
                self._window.races.put_back(*whole)
                known |= _traces(*whole)

    def _wanted(self, folder: Path) -> Generator[None, None, list[Path]]:
        """Give the journals of what the session's runs are now, and of what their branches leave, the oldest first."""
        plan = raced_plan(self._window.store.experiment)
        wanted = {plan.fingerprint(run) for run in plan.runs}
        found: list[Path] = []
        for path in reversed(journal.journals(folder)):
            yield
            marks, roots = journal.marks(path)
            if marks & wanted:
                found.insert(0, path)
                wanted = (wanted - marks) | roots
            else:
                path.unlink(missing_ok=True)
        return found

    def _tell(self) -> None:
        """Tell for a part of a turn."""
        end = time.perf_counter() + SLICE
        for _ in self._telling:
            if time.perf_counter() > end:
                self._turn.start()
                return


def _traces(recording: Recording, trained: tuple[str, ...]) -> dict[str, tuple[Trace, ...]]:
    """Give what a race did, by the fingerprints of the runs that it trained."""
    experiment = recording.experiment
    seeds = range(len(experiment.training.seeds))
    return {
        experiment.fingerprint(run): tuple(recording.trace(index, seed) for seed in seeds)
        for index, run in enumerate(experiment.runs)
        if run.name in trained
    }


def _called(about: About, otherwise: str) -> str:
    """Give what a session is called where it is called something."""
    return about.file.name if about.file is not None else about.name or otherwise


def _clock(when: float) -> str:
    """Write a time of today, and the day where it was another."""
    then = QDateTime.fromSecsSinceEpoch(round(when))
    short = QLocale.FormatType.ShortFormat
    today = then.date() == QDate.currentDate()
    return QLocale().toString(then.time(), short) if today else QLocale().toString(then, short)
