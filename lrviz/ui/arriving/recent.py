"""The files last opened and saved, the newest first; kept in the settings."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QSettings

MOST = 12
MINUTE, HOUR, DAY = 60, 3600, 86_400


class Recent(NamedTuple):
    """A file, and when it was opened or saved (seconds since 1970)."""

    path: Path
    when: float


def recent() -> tuple[Recent, ...]:
    """Give the files that are remembered; none where the settings hold something else."""
    try:
        kept = json.loads(str(QSettings().value("recent", "[]")))
        return tuple(Recent(Path(str(path)), float(when)) for path, when in kept)[:MOST]
    except (ValueError, TypeError):
        return ()


def remember(path: Path) -> None:
    """Put a file first."""
    path = path.absolute()
    _keep((Recent(path, datetime.now(UTC).timestamp()), *(one for one in recent() if one.path != path)))


def forget(path: Path) -> None:
    """Remember a file no longer."""
    _keep(tuple(one for one in recent() if one.path != path))


def clear() -> None:
    """Remember no file."""
    _keep(())


def _keep(files: tuple[Recent, ...]) -> None:
    QSettings().setValue("recent", json.dumps([(str(one.path), one.when) for one in files[:MOST]]))


def ago(when: float, now: float) -> str:
    """Say how long ago something was: in minutes, hours or days, and by its date where that is long."""
    past = max(0.0, now - when)
    if past < HOUR:
        minutes = int(past // MINUTE)
        return _tr("%n minute(s) ago", minutes) if minutes > 1 else _tr("just now")
    if past < DAY:
        hours = int(past // HOUR)
        return _tr("%n hour(s) ago", hours) if hours > 1 else _tr("an hour ago")
    days = int(past // DAY)
    if days < 7:
        return _tr("%n day(s) ago", days) if days > 1 else _tr("yesterday")
    day = datetime.fromtimestamp(when, UTC).astimezone().date()
    return QLocale().toString(QDate(day.year, day.month, day.day), _tr("d MMM yyyy"))


def place(path: Path) -> str:
    """Say in which folder a file is, short: below the person's own as ~."""
    folder = path.parent
    try:
        inside = folder.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return str(folder)
    return "~" if inside == Path() else f"~/{inside.as_posix()}"


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Recent", text, "", number)
