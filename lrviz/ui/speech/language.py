"""The language of lessons and of the window's words: the system's, or the one that a person chose instead of it."""

from __future__ import annotations

import os
from typing import get_args

from PySide6.QtCore import QLocale, QObject, QSettings, Signal

from lrviz.teaching.words import Language

LANGUAGES: tuple[tuple[Language, str], ...] = (("en", "English"), ("ko", "한국어"))
"""Each by its own name: whoever looks for it reads that."""
SYSTEM = "system"
PSEUDO = "pseudo"
"""English with accents, in brackets and 40 % longer: shows what isn't translated, and what has no room for it."""


class _Changes(QObject):
    chosen = Signal()
    """A person chose another language, or the system's."""
    spoken = Signal()
    """What is in sight speaks another language; the rest follows."""


changes = _Changes()


def spoken() -> str:
    """Give the language that the window speaks: one of LANGUAGES, or PSEUDO where LRVIZ_LANGUAGE names it."""
    asked = os.environ.get("LRVIZ_LANGUAGE", "")
    if asked == PSEUDO or asked in get_args(Language):
        return asked
    chosen = choice()
    return chosen if chosen != SYSTEM else _of_system()


def language() -> Language:
    """Give the language in force of those that lessons are told in."""
    return "ko" if spoken() == "ko" else "en"


def choice() -> str:
    """Give what a person chose: a language, or SYSTEM where they chose none."""
    chosen = str(QSettings().value("language"))
    return chosen if chosen in get_args(Language) else SYSTEM


def keep(chosen: str) -> None:
    """Keep to a language, whatever the system's is, or follow the system's again: all windows speak it at once."""
    before = choice()
    QSettings().setValue("language", chosen)
    if chosen != before:
        changes.chosen.emit()


def _of_system() -> Language:
    """Give the first language that the system prefers and lrviz speaks."""
    for tag in QLocale.system().uiLanguages():
        for one in get_args(Language):
            if tag.replace("_", "-").partition("-")[0] == one:
                found: Language = one
                return found
    return "en"
