"""Words in every language that the window can speak: what is shown in one is found by another too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTranslator

from lrviz.ui import language, translation
from lrviz.ui.aside import Aside
from lrviz.ui.spoken import Words


class Tongues(QObject):
    """Knows English at once, and other languages once they were read beside the window."""

    def __init__(self, aside: Aside, parent: QObject) -> None:
        super().__init__(parent)
        self._aside = aside
        self._known: dict[str, QTranslator] = {}
        self._compiled: dict[str, bytes] = {}
        """What they read on in: Qt copies none of it."""

    def learn(self, then: Callable[[], None]) -> None:
        """Read the languages that aren't known yet, and call `then` after each."""
        for one, _ in language.LANGUAGES:
            if one != "en" and one not in self._known:
                ask = partial(translation.compiled, one)
                self._aside.ask(f"words in {one}", ask, partial(self._take, one, then))

    def _take(self, one: str, then: Callable[[], None], compiled: bytes) -> None:
        translator = QTranslator(self)
        self._compiled[one] = compiled
        translator.load(compiled)
        self._known[one] = translator
        then()

    def beside(self, *texts: str) -> str:
        """Give some texts in all languages known, and not as they are shown already."""
        found: list[str] = []
        for text in texts:
            if isinstance(text, Words) and text.template is None:
                found.append(text.source)
                for translator in self._known.values():
                    said = (translator.translate(context, text.source) for context in text.contexts)
                    found.append(next((one for one in said if one), ""))
        return " ".join(one for one in dict.fromkeys(found) if one and one not in texts)
