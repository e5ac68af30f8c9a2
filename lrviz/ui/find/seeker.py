"""Finding anything: opens the palette over the window, knows all that can be found, and does what is taken."""

from __future__ import annotations

import sys
from collections.abc import Generator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QTimer

from lrviz.ui import metrics
from lrviz.ui.find.alt_key import AltKey
from lrviz.ui.slices import Slices, finished, settled

if TYPE_CHECKING:
    from lrviz.scenarios import Preset
    from lrviz.ui.find.entry import Entry
    from lrviz.ui.find.sheet import Sheet
    from lrviz.ui.find.tongues import Tongues
    from lrviz.ui.window import Window


READY = 400
"""Milliseconds after the pages are there in which nobody opens the palette yet."""
LATE = 60
"""Milliseconds in which what comes late is gathered."""


class Seeker(QObject):
    """What can be found is gathered before the palette is wanted, and again, in short turns, while it is open."""

    modules = ("lrviz.ui.find.sources", "lrviz.ui.find.sheet", "lrviz.ui.find.tongues", "lrviz.ui.find.used")
    """What it is made of, to be imported before it is first opened."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._presets: tuple[Preset, ...] = ()
        self._found: tuple[Entry, ...] = ()
        """What was gathered last: shown at once, and put right when it is gathered anew."""
        self._work: Slices | None = None
        self.gathers = False
        """Whether more may come to what is shown."""
        self._late = QTimer(self, singleShot=True, interval=LATE)
        self._late.timeout.connect(self._gather)
        window.top.find_field.clicked.connect(self.toggle)
        window.furnished.connect(self._hear_alt)
        self._ready = QTimer(self, singleShot=True, interval=READY)
        self._ready.timeout.connect(self._prepare)
        window.furnished.connect(self._ready.start)

    @cached_property
    def sheet(self) -> Sheet:
        """The palette, made when it is first opened."""
        from lrviz.ui.find.sheet import Sheet

        made = Sheet(self._window)
        made.taken.connect(self._do)
        self._window.classroom.home.lessons.changed.connect(self._late.start)
        self.tongues.changed.connect(self._late.start)
        return made

    @cached_property
    def tongues(self) -> Tongues:
        """All languages, for what is shown in one to be found by another."""
        from lrviz.ui.find.tongues import Tongues

        return Tongues(self._window.aside, self)

    def toggle(self) -> None:
        """Open the palette, or close it."""
        from lrviz.ui.find.sources import at_hand
        from lrviz.ui.find.used import used

        if "sheet" in self.__dict__ and self.sheet.isVisible():
            self.sheet.leave()
            return
        self.sheet.open_with(self._found or at_hand(self._window, self.tongues.beside), used())
        self._gather()
        QTimer.singleShot(0, self, self._read)  # in a turn of its own: the palette opens at once

    def entries(self) -> tuple[Entry, ...]:
        """Give everything that can be found now."""
        return finished(self._gathered())

    def show_keys(self) -> None:
        """Open the page of keyboard shortcuts."""
        from lrviz.ui.actions import groups
        from lrviz.ui.find.keys_dialog import KeysDialog
        from lrviz.ui.find.keys_rows import Bound

        actions = [
            Bound(action.key, action.text.rstrip("…"), title, action.bare)
            for title, group in groups(self._window)
            for action in group
        ]
        made = KeysDialog(actions, self._window)
        Slices(settled(made), made).done.connect(made.open)

    def open_menu(self) -> None:
        """Open the menu of everything, below the session's name where that is in sight."""
        top = self._window.top
        if top.isVisible():
            top.session.click()
        else:
            top.session_menu_wanted.emit(self._window.mapToGlobal(QPoint(metrics.S4, metrics.TOP_BAR)))

    def _prepare(self) -> None:
        """Make the palette before it is wanted, and gather what it finds, once the page of lessons is there."""
        _ = self.sheet
        self._gather()

    def _read(self) -> None:
        """Have read what isn't read yet: it comes while the palette is open."""
        self._window.classroom.home.lessons.read()
        self.tongues.learn()
        if not self._presets:
            from lrviz.scenarios import shelf

            self._window.aside.ask("presets to find", shelf, self._take_presets)

    def _hear_alt(self) -> None:
        native = self._window.windowHandle()
        if native is not None and sys.platform != "darwin":
            AltKey(native, self.open_menu, self)

    def _take_presets(self, found: tuple[Preset, ...]) -> None:
        self._presets = found
        self._late.start()

    def _gather(self) -> None:
        """Gather everything anew, a few entries in a turn, and show it where the palette is open."""
        self.gathers = True
        self._in_turns(self._gathered()).done.connect(self._refill)

    def _in_turns(self, work: Generator[None, None, Any]) -> Slices:
        """Do this in place of what was being done, or has been."""
        if self._work is not None:
            self._work.cancel()
            self._work.deleteLater()
        self._work = Slices(work, self)
        return self._work

    def _gathered(self) -> Generator[None, None, tuple[Entry, ...]]:
        from lrviz.ui.find.sources import around, at_hand

        lessons, also = self._window.classroom.home.lessons.lessons, self.tongues.beside
        found: list[Entry] = []
        for one in around(self._window, lessons, self._presets, also):
            found.append(one)
            one.spell()
            yield
        near = at_hand(self._window, also)
        for one in near:
            one.spell()
            yield
        self._found = (*near, *found)
        return self._found

    def _refill(self, entries: tuple[Entry, ...]) -> None:
        self.gathers = False
        if self.sheet.isVisible():
            self.sheet.refill(entries)
        else:
            self._in_turns(self.sheet.rehearse(entries))

    def _do(self, entry: Entry) -> None:
        from lrviz.ui.find.used import use

        use(entry.key)
        entry.act()
