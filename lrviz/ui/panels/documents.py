"""Texts in Qt's documents, which count in units of UTF-16 and know one kind of line end."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

PARTED = "\u2029"
"""What Qt parts the lines of a document with."""


def units(text: str) -> int:
    """Give how long a text is in Qt's document."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def as_lines(text: str) -> str:
    """Give a text as Qt keeps it, with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").replace(PARTED, "\n")


def place(text: str, offset: int) -> int:
    """Give where a character of a text stands in Qt's document, which counts in units of UTF-16."""
    return units(as_lines(text[:offset]))


def put(document: QTextDocument, text: str) -> None:
    """Make a document hold a text by replacing what lies between their common start and their common end."""
    before = document.toRawText().replace(PARTED, "\n")
    start = _common(before, text)
    end = _common(before[start:][::-1], text[start:][::-1])
    cursor = QTextCursor(document)
    cursor.setPosition(place(before, start))
    cursor.setPosition(place(before, len(before) - end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[start : len(text) - end])


def _common(one: str, other: str) -> int:
    """Give how many characters two texts have in common at their start, by halving: comparing slices takes no time."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
