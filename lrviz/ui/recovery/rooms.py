"""Rooms: the folders in which windows keep their sessions, one each, locked while the window is there."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path

from PySide6.QtCore import QLockFile

from lrviz.files import state_folder

LEFT, LOCK, RACES = "session.json", "lock", "races"
MOST = 20
"""Rooms of windows that are gone; the oldest beyond are cleared."""


class Room:
    """A folder that is this process's own until it is left."""

    def __init__(self, folder: Path, lock: QLockFile) -> None:
        self.folder, self._lock = folder, lock

    @property
    def session(self) -> Path:
        """Where the session is written."""
        return self.folder / LEFT

    @property
    def races(self) -> Path:
        """The folder of what was raced."""
        return self.folder / RACES

    def leave(self) -> None:
        """Let others have it."""
        self._lock.unlock()

    def clear(self) -> None:
        """Forget all that is in it."""
        shutil.rmtree(self.races, ignore_errors=True)
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():  # what was half written when a window ended, too
                if path.name != LOCK:
                    path.unlink()
        self._lock.unlock()
        with contextlib.suppress(OSError):
            self.folder.rmdir()


def home() -> Path:
    """Give the folder of all rooms."""
    return state_folder() / "sessions"


def enter() -> Room | None:
    """Take a new room; None where there can be none, which is no reason not to open a window."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    for count in range(10):
        folder = home() / f"{stamp}-{os.getpid()}-{count}"
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError:
            return None
        if (room := _locked(folder)) is not None:  # else another window looks whether it is forsaken
            return room
    return None


def forsaken() -> list[Room]:
    """Take the rooms of windows that are gone, the one written last first; one that holds nothing is cleared."""
    found: list[tuple[float, Room]] = []
    try:
        folders = [folder for folder in home().iterdir() if folder.is_dir()]
    except OSError:
        return []
    for folder in folders:
        room = _locked(folder)
        if room is None:
            continue
        try:
            found.append((room.session.stat().st_mtime, room))
        except FileNotFoundError:
            room.clear()
        except OSError:
            room.leave()
    found.sort(key=lambda pair: pair[0], reverse=True)
    for _, room in found[MOST:]:
        room.clear()
    return [room for _, room in found[:MOST]]


def _locked(folder: Path) -> Room | None:
    """Take a folder whose window is gone; Qt knows that of a process that no longer runs."""
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)
    return Room(folder, lock) if lock.tryLock(0) else None
