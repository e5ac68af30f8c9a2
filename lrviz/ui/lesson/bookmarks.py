"""How far a person has come in each lesson, kept in the settings."""

from __future__ import annotations

from PySide6.QtCore import QSettings


def left_at(key: str) -> int:
    """Give the step a lesson was left at, from 0; 0 where it wasn't opened, or was gone through."""
    text = str(QSettings().value(f"{_group(key)}/step", ""))
    return int(text[:4]) if text.isdecimal() else 0


def leave_at(key: str, step: int) -> None:
    """Keep the step a lesson is at."""
    QSettings().setValue(f"{_group(key)}/step", step)


def is_done(key: str) -> bool:
    """Say whether a lesson was gone through to its end."""
    return str(QSettings().value(f"{_group(key)}/done", "")) == "true"


def finish(key: str) -> None:
    """Keep that a lesson was gone through; it is opened at its beginning again."""
    QSettings().setValue(f"{_group(key)}/done", "true")
    leave_at(key, 0)


def _group(key: str) -> str:
    return "lessons/" + key.replace("/", "|").replace("\\", "|")
