"""The window in the language in force: its own texts, their plural forms, and Qt's own dialogs."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from lrviz.files import resource
from lrviz.ui.speech import compiling, language, spoken, standing  # noqa: F401

LOCALES = {"en": "en_US", "ko": "ko_KR"}
"""Whose numbers, dates and plural forms a language has."""

_kept: dict[str, bytes] = {}
log = logging.getLogger("lrviz")


class _Unheard(QObject):
    """Keeps from Qt that the language is another: it would tell every widget at once, and paint them all anew."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.LanguageChange


def speak() -> None:
    """Speak the language in force; texts that stand in a window already are said again in the turns that follow."""
    app = QCoreApplication.instance()
    if app is None:
        return
    said = language.spoken()
    QLocale.setDefault(QLocale(LOCALES.get(said, "en_US")))
    unheard = _Unheard()
    app.installEventFilter(unheard)
    for before in app.findChildren(QTranslator, "lrviz"):
        app.removeTranslator(before)
        before.setParent(None)
    for made in (_of_qt(said), _own(said)):
        made.setParent(app)
        made.setObjectName("lrviz")
        app.installTranslator(made)
    app.removeEventFilter(unheard)
    spoken.forget()
    if QApplication.topLevelWidgets():
        from lrviz.ui.speech import retelling

        retelling.begin()


def _own(said: str) -> QTranslator:
    """Give lrviz's texts: a wheel has them compiled, and in a checkout they are compiled here."""
    translator = QTranslator()
    if _shipped(said).exists():
        translator.load(str(_shipped(said)))
    else:
        try:
            translator.load(_compiled(said))
        except (OSError, SyntaxError) as error:  # English is better than no window
            log.warning("no translation: %s", error)
    return translator


def compiled(said: str) -> bytes:
    """Give lrviz's texts in a language as Qt loads them; none where they can't be read."""
    try:
        return _shipped(said).read_bytes() if _shipped(said).exists() else _compiled(said)
    except (OSError, SyntaxError) as error:
        log.warning("no translation: %s", error)
        return b""


def _shipped(said: str) -> Path:
    return resource("translations", f"lrviz_{said}.qm")


def _compiled(said: str) -> bytes:
    """Compile a language; a translator reads on in what it is given, so it is kept."""
    if said not in _kept:
        _kept[said] = compiling.compiled(said, LOCALES.get(said, "en_US"))
    return _kept[said]


def _of_qt(said: str) -> QTranslator:
    """Give the texts of Qt's own dialogs, which come with it."""
    translator = QTranslator()
    translator.load(f"qtbase_{said}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


language.changes.chosen.connect(speak)
