"""The language of lessons and of the window's words: the system's, or the one that a person chose instead of it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSettings

from lrviz.teaching.words import Language

LANGUAGES: tuple[tuple[Language, str], ...] = (("en", "English"), ("ko", "한국어"))
"""Each by its own name: whoever looks for it reads that."""


def language() -> Language:
    """Give the language in force."""
    chosen = QSettings().value("language")
    if chosen == "ko" or (chosen != "en" and QLocale.system().language() == QLocale.Language.Korean):
        return "ko"
    return "en"


def keep(chosen: str) -> None:
    """Keep to a language, whatever the system's is."""
    QSettings().setValue("language", chosen)
