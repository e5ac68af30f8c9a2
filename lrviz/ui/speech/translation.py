"""The window in the language in force: its own texts, their plural forms, and Qt's own dialogs."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from lrviz.files import resource
from lrviz.ui.speech import language, pseudo, qm, spoken, standing  # noqa: F401

LOCALES = {"en": "en_US", "ko": "ko_KR"}
"""Whose numbers, dates and plural forms a language has."""

_kept: dict[str, bytes] = {}
log = logging.getLogger("lrviz")


def speak() -> None:
    """Have every window speak the language in force, texts that stand in it already included."""
    app = QCoreApplication.instance()
    if app is None:
        return
    said = language.spoken()
    for before in app.findChildren(QTranslator, "lrviz"):
        app.removeTranslator(before)
        before.setParent(None)
    QLocale.setDefault(QLocale(LOCALES.get(said, "en_US")))
    for made in (_of_qt(said), _own(said)):
        made.setParent(app)
        made.setObjectName("lrviz")
        app.installTranslator(made)
    spoken.forget()
    if QApplication.topLevelWidgets():
        from lrviz.ui.speech.retelling import say_again

        say_again()
    language.changes.spoken.emit()


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
        path = resource("translations", f"lrviz_{'ko' if said == language.PSEUDO else said}.ts")
        messages = pseudo.messages(qm.read(path)) if said == language.PSEUDO else qm.read(path)
        _kept[said] = qm.compiled(LOCALES.get(said, "en_US"), messages)
    return _kept[said]


def _of_qt(said: str) -> QTranslator:
    """Give the texts of Qt's own dialogs, which come with it."""
    translator = QTranslator()
    translator.load(f"qtbase_{said}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


language.changes.chosen.connect(speak)
