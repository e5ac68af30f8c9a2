"""The baseline of each session file, remembered by the window: the file holds what is trained, not how it is seen."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, QSettings

from lrviz.ui.store import Store

MOST = 50
"""Files whose baseline is remembered; the one not seen for longest is forgotten."""
KEPT = "baselines"


class Pinned(QObject):
    """Brings back the baseline of a session that is opened, and keeps that of one that has a file."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._path: Path | None = None
        self._coming = True
        store.opened.connect(self._leave)
        store.named.connect(self._look)
        store.baseline_changed.connect(self._keep)
        self._look()

    def _leave(self) -> None:
        """Let what is unpinned from now on be of no file: another session is about to come."""
        self._path, self._coming = None, True

    def _look(self) -> None:
        """Take in what is remembered of a file that was opened; one that was just saved has what is pinned."""
        coming, self._coming = self._coming, False
        if self._store.path == self._path:
            return
        self._path = self._store.path
        if self._path is not None and coming and not self._store.baseline:
            self._store.pin(dict(_kept()).get(_mark(self._path), ""))
        else:
            self._keep()

    def _keep(self) -> None:
        if self._path is None or self._path != self._store.path:
            return
        mark = _mark(self._path)
        others = [(known, name) for known, name in _kept() if known != mark]
        kept = [*others, *([(mark, self._store.baseline)] if self._store.baseline else [])]
        QSettings().setValue(KEPT, [f"{known}:{name}" for known, name in kept[-MOST:]])


def _kept() -> list[tuple[str, str]]:
    """Give what is remembered, the oldest first."""
    kept = QSettings().value(KEPT)
    lines = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
    found = (str(line).partition(":") for line in lines)
    return [(mark, name) for mark, _, name in found if mark and name]


def _mark(path: Path) -> str:
    """Give what a file is kept under: no list of a person's files is made."""
    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:16]
