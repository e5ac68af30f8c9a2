"""What was given to things of Qt to show, remembered as it was said: Qt itself keeps the letters alone.

The setters of this module stand in the place of Qt's own, so that a text that is set anywhere in lrviz can be said
again in another language, and a name that reads like a word of ours stays a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

from lrviz.ui.speech.spoken import Words

NAME = "_words_by_setter"
"""The attribute of a thing that holds what it was given, by setter: it lives as long as the thing does."""
READ = {
    "setText": "text",
    "setTitle": "title",
    "setToolTip": "toolTip",
    "setWindowTitle": "windowTitle",
    "setPlaceholderText": "placeholderText",
    "setAccessibleName": "accessibleName",
    "setAccessibleDescription": "accessibleDescription",
}
"""How the text that a setter put there is read."""
PUT: tuple[tuple[type[QObject], tuple[str, ...]], ...] = (
    (QAction, ("setText", "setToolTip")),
    (QWidget, ("setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription")),
    (QLabel, ("setText",)),
    (QAbstractButton, ("setText",)),
    (QGroupBox, ("setTitle",)),
    (QMenu, ("setTitle",)),
    (QLineEdit, ("setText", "setPlaceholderText")),
    (QPlainTextEdit, ("setPlaceholderText",)),
)


def given(thing: QObject, put: str) -> str:
    """Give the text that a setter put there as it was said, while it stands; else what stands there."""
    text: str = getattr(thing, READ[put])()
    words = vars(thing).get(NAME, {}).get(put)
    return words if words is not None and words == text else text


def words(thing: QObject) -> Iterator[tuple[str, Words]]:
    """Give what was said and still stands in a thing of Qt, each with its setter."""
    for put in list(vars(thing).get(NAME, ())):
        text = given(thing, put)
        if isinstance(text, Words):
            yield put, text


def _remembering(put: str, qts: Callable[[Any, str], None]) -> Callable[[Any, str], None]:
    def remember(self: QObject, text: str) -> None:
        qts(self, text)
        kept = vars(self).get(NAME)
        if isinstance(text, Words):
            vars(self).setdefault(NAME, {})[put] = text
        elif kept:
            kept.pop(put, None)

    return remember


for _cls, _puts in PUT:
    for _put in _puts:
        setattr(_cls, _put, _remembering(_put, getattr(_cls, _put)))
