"""Sentences that are made outside the window, in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.ui.speech import spoken


def said(text: str) -> str:
    """Give a sentence, and the sentences in it, in the language in force; other text as it is."""
    return spoken.said(text)


def reason(error: Exception) -> str:
    """Say why something failed: an error's own sentence in the language in force."""
    return said(error.args[0]) if error.args and isinstance(error.args[0], str) else str(error)


def catalog(text: str) -> str:
    """Give what a class of the catalog or a preset says of itself in the language in force."""
    return QCoreApplication.translate("Catalog", text)


def begun(text: str) -> str:
    """Begin a sentence with a text: with a capital, in languages that have them."""
    return spoken.turned(said(text), lambda words: words[:1].upper() + words[1:])
