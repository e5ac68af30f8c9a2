"""Words in every language that the window can speak: what is shown in one is found by another too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, QTranslator, Signal

from lrviz.ui.aside import Aside
from lrviz.ui.speech import language, translation
from lrviz.ui.speech.spoken import Words

FEW = 32
"""Texts that are looked up in a turn of the event loop, in two milliseconds."""


class Tongues(QObject):
    """Knows English at once; other languages are read beside the window, and texts looked up a few at a time."""

    changed = Signal()
    """More texts are known in another language."""

    def __init__(self, aside: Aside, parent: QObject) -> None:
        super().__init__(parent)
        self._aside = aside
        self._translators: dict[str, QTranslator] = {}
        self._compiled: dict[str, bytes] = {}
        """What they read on in: Qt copies none of it."""
        self._known: dict[tuple[str, ...], str] = {}
        self._wanted: dict[tuple[str, ...], None] = {}
        self._looks = QTimer(self, interval=0)
        self._looks.timeout.connect(self._look_up)

    def learn(self) -> None:
        """Read the languages that aren't read yet."""
        for one, _ in language.LANGUAGES:
            if one != "en" and one not in self._compiled:
                self._aside.ask(f"words in {one}", partial(translation.compiled, one), partial(self._take, one))

    def beside(self, *texts: str) -> str:
        """Give some texts in English and, as far as they are known yet, in other languages."""
        found: list[str] = []
        for text in texts:
            if isinstance(text, Words) and text.template is None:
                key = (text.source, *text.contexts)
                found += [text.source, self._known.get(key, "")]
                if key not in self._known:
                    self._wanted[key] = None
        if self._wanted and self._translators:
            self._looks.start()
        return " ".join(one for one in dict.fromkeys(found) if one and one not in texts)

    def _take(self, one: str, compiled: bytes) -> None:
        translator = QTranslator(self)
        self._compiled[one] = compiled
        translator.load(compiled)
        self._translators[one] = translator
        self._wanted |= dict.fromkeys(self._known)
        self._looks.start()

    def _look_up(self) -> None:
        for key in list(self._wanted)[:FEW]:
            del self._wanted[key]
            source, *contexts = key
            each = self._translators.values()
            said = (one.translate(context, source) for one in each for context in contexts)
            self._known[key] = " ".join(one for one in said if one)
        if not self._wanted:
            self._looks.stop()
            self.changed.emit()
