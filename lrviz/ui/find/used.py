"""What was taken last of all that can be found, kept in the settings."""

from __future__ import annotations

import json

from PySide6.QtCore import QSettings

KEPT = 24
WHERE = "find/used"


def used() -> tuple[str, ...]:
    """Give the keys of the entries taken last, the newest first; none where the settings hold something else."""
    try:
        kept = json.loads(str(QSettings().value(WHERE, "[]")))
    except ValueError:
        return ()
    return tuple(one for one in kept if isinstance(one, str))[:KEPT] if isinstance(kept, list) else ()


def use(key: str) -> None:
    """Put an entry first."""
    QSettings().setValue(WHERE, json.dumps([key, *(one for one in used() if one != key)][:KEPT]))
