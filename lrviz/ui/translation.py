"""The window's words in another language: read from the XML that Qt's tools edit, with no compiled file beside it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from lrviz.files import resource
from lrviz.ui import language


class Translation(QTranslator):
    """What a .ts file says; what it doesn't say stays English."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words(path)

    def isEmpty(self) -> bool:  # without words Qt tells no widget that the language is another
        return not self._words

    def translate(self, context: str, text: str, _other: str | None = None, _n: int = -1) -> str:
        return self._words.get((context, text))  # type: ignore[return-value]  # only None lets Qt look on


@lru_cache(maxsize=4)
def words(path: Path) -> dict[tuple[str, str], str]:
    """Give what a .ts file says of each text in its context; unfinished ones are left out.

    Raises
    ------
    OSError, xml.etree.ElementTree.ParseError
        It can't be read.
    """
    found: dict[tuple[str, str], str] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            said = message.find("translation")
            if said is not None and said.text and said.get("type") is None:
                found[name, message.findtext("source", "")] = said.text
    return found


def speak() -> None:
    """Have the window speak the language in force; every widget is told."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for before in app.findChildren(Translation):
        app.removeTranslator(before)
        before.setParent(None)
    spoken = language.language()
    if spoken != "en":
        app.installTranslator(Translation(resource("translations", f"lrviz_{spoken}.ts"), app))
