"""Scanning in the window: rates that come one after the other are found in a thread of their own, while others draw."""

from __future__ import annotations

import threading
import weakref
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from lrviz.catalog.scan import Scan
from lrviz.ui.store import Store
from lrviz.ui.views.sight import visible

GLANCE = 300
"""Milliseconds from one redraw to the next."""

Wanted = list[tuple[Scan, int]]
"""Scans, and up to how many steps each is wanted."""


class Scanning(QObject):
    """Extends the scans of the visible runs up to the plan's end; an edit of one of them starts anew.

    `progressed` is sent a few times a second while it does, and once it has come to an end or was stopped.
    """

    progressed = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._thread: _Thread | None = None
        self._stopped: set[Scan] = set()
        self._due = QTimer(self)
        self._due.setInterval(GLANCE)
        self._due.timeout.connect(self._glance)
        store.changed.connect(self.look)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.end)

    @property
    def running(self) -> bool:
        """Whether something is being scanned."""
        return self._thread is not None

    def look(self, *_: Any) -> None:
        """Scan what the experiment asks for and isn't known, and nothing else."""
        wanted = self._wanted()
        scans = {scan for scan, _ in wanted}
        if self._thread is not None and scans == self._thread.scans and not self._stopped & scans:
            return
        self.end()
        wanted = [(scan, steps) for scan, steps in wanted if scan not in self._stopped]
        self._stopped &= scans
        if wanted:
            self._thread = _Thread(wanted)
            weakref.finalize(self, self._thread.enough.set)  # whoever asked may be gone before the scan is
            self._thread.start()
            self._due.start()

    def stop(self) -> None:
        """Leave the scans under way where they are, until they are asked for anew."""
        if self._thread is not None:
            self._stopped |= self._thread.scans
            self.end()
            self.progressed.emit()

    def go_on(self) -> None:
        """Take up what was stopped."""
        self._stopped.clear()
        self.look()
        self.progressed.emit()

    def toggle(self) -> None:
        """Stop what is being scanned, or take up what was stopped."""
        (self.stop if self.running else self.go_on)()

    @property
    def stopped(self) -> bool:
        """Whether something that is asked for was stopped before it was known."""
        return bool(self._stopped & {scan for scan, _ in self._wanted()})

    def end(self) -> None:
        """Stop the thread, and wait until it is gone: a block takes it well under a millisecond."""
        self._due.stop()
        if self._thread is not None:
            self._thread.enough.set()
            self._thread.join()
            self._thread = None

    def _wanted(self) -> Wanted:
        """Give what is asked for and isn't known."""
        experiment = self._store.experiment
        found: dict[Scan, int] = {}
        for run in visible(experiment):
            todo = experiment.scanned(run).items()
            found |= {scan: steps for scan, steps in todo if scan.known < steps and not scan.ended}
        return list(found.items())

    def _glance(self) -> None:
        if self._thread is not None and not self._thread.is_alive():
            self.end()
        self.progressed.emit()


class _Thread(threading.Thread):
    """Extends scans in turn, block by block, until all are long enough or it is `enough`."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(name="scanning", daemon=True)
        self._wanted = wanted
        self.scans = {scan for scan, _ in wanted}
        self.enough = threading.Event()

    def run(self) -> None:
        left = self._wanted
        while left and not self.enough.is_set():
            for scan, _ in left:
                scan.extend()  # lets go of the interpreter inside numpy, and the lock after each block
            left = [(scan, steps) for scan, steps in left if scan.known < steps and not scan.ended]
