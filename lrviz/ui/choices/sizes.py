"""The sizes a person gave the window's parts, kept from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QSettings

LARGEST = 10_000


def remembered(key: str) -> int:
    """Give a size in pixels; 0 where none is kept, or what is kept is none."""
    text = str(QSettings().value(f"size/{key}", ""))
    return min(int(text[:9]), LARGEST) if text.isdecimal() else 0


def remember(key: str, size: int) -> None:
    """Keep a size in pixels."""
    QSettings().setValue(f"size/{key}", size)


def forget(key: str) -> None:
    """Let a part have the size it starts with."""
    QSettings().remove(f"size/{key}")
