"""Outside: the session's file as other programs leave it, so that nobody's changes are written over unseen."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from lrviz.ui.store import Store

SETTLED = 150
"""Milliseconds in which the steps of one save are gathered."""


class Outside(QObject):
    """Knows each file as it was read or written last, and watches that of the open session and its folder."""

    changed = Signal(Path)
    """Another program has put something else into the session's file."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._known: dict[Path, str] = {}
        self._told = ""
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _: self._settle.start())
        self._watcher.directoryChanged.connect(lambda _: self._settle.start())
        store.named.connect(self._watch)

    def note(self, path: Path, digest: str = "") -> None:
        """Know a file as it is now, or as it was by its digest."""
        self._known[path.absolute()] = digest or digest_of(path)
        self._watch()

    def digest(self, path: Path | None) -> str:
        """Give the digest of a file as it is known; empty where it isn't."""
        return self._known.get(path.absolute(), "") if path is not None else ""

    def differs(self, path: Path) -> bool:
        """Say whether a file holds something else than is known of it; one that is gone holds nothing."""
        known, now = self.digest(path), digest_of(path)
        return bool(known and now) and known != now

    def _watch(self) -> None:
        path = self._store.path
        watched = [*self._watcher.files(), *self._watcher.directories()]
        wanted = [str(path), str(path.parent)] if path is not None else []
        if missing := [one for one in watched if one not in wanted]:
            self._watcher.removePaths(missing)
        if more := [one for one in wanted if one not in watched]:
            self._watcher.addPaths(more)

    def _look(self) -> None:
        path = self._store.path
        if path is None:
            return
        self._watch()  # a file that was put in place of another one is another one
        now = digest_of(path) if self.differs(path) else ""
        if now != self._told:
            self._told = now
            if now:
                self.changed.emit(path)


def digest_of(path: Path) -> str:
    """Give what tells one content of a file from another; empty where it can't be read."""
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except (OSError, ValueError):
        return ""
