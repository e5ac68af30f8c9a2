"""Whether files are there, looked up in threads: a drive that is away may take a minute to say so."""

from __future__ import annotations

import threading
from os.path import exists
from pathlib import Path

PATIENCE = 0.1
"""Seconds that an answer is waited for, once for each folder that gives none; a disk at hand takes a thousandth."""

_looked_in: set[Path] = set()
"""Folders that haven't answered yet."""


def look(path: Path) -> bool | None:
    """Say whether a file is there; None while its folder doesn't answer."""
    folder = path.parent
    if folder in _looked_in:
        return None
    _looked_in.add(folder)
    found: list[bool] = []
    thread = threading.Thread(target=_look, args=(path, found), name="lrviz looks for a file", daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return found[0] if found else None


def is_there(path: Path) -> bool:
    """Say whether a file is there; one that can't be looked for, as on a drive that is gone, isn't."""
    return look(path) is True


def _look(path: Path, found: list[bool]) -> None:
    found.append(exists(path))  # noqa: PTH110 - Path.exists raises on a drive that is gone
    _looked_in.discard(path.parent)
