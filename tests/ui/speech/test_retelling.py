"""Switched to another language, a window says what one opened in it says; switched back, what it said before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QGroupBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lrviz.files import resource
from lrviz.ui.slices import Slices
from lrviz.ui.speech import language, qm, standing
from lrviz.ui.speech.spoken import translate
from lrviz.ui.window import VIEWS, Window
from tests.ui.opened import opened_alone

KOREAN = [one for one in qm.read(resource("translations", "lrviz_ko.ts")) if not one.numerus]
Texts = Counter[tuple[str, str, str]]
STILL = 3
"""Looks without a difference after which nothing more is drawn."""


@pytest.fixture
def spoken(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[str], None]]:
    """Give what has the windows speak a language, and waits until all of it is said."""

    def speak(chosen: str) -> None:
        language.keep(chosen)
        qtbot.waitUntil(lambda: not qapp.findChildren(Slices, options=Qt.FindChildOption.FindDirectChildrenOnly))

    language.keep("en")
    yield speak
    speak("en")


def everything(parent: QWidget) -> list[tuple[QObject, str]]:
    """Give one thing of each kind that shows texts, with each setter that it has."""
    made = QAction(parent), QLabel(parent), QPushButton(parent), QGroupBox(parent), QMenu(parent)
    every = (*made, QLineEdit(parent), QPlainTextEdit(parent))
    return [(thing, put) for thing in every for put in standing.READ if hasattr(thing, put)]


def test_every_text_is_said_again_as_itself_whatever_it_shares_its_words_with(
    qtbot: QtBot, spoken: Callable[[str], None]
) -> None:
    qtbot.addWidget(parent := QWidget())
    labels = [QLabel(parent) for _ in KOREAN]
    for label, one in zip(labels, KOREAN, strict=True):
        label.setText(translate(one.context, one.source))
    spoken("ko")
    assert [label.text() for label in labels] == [one.forms[0] for one in KOREAN]
    spoken("en")
    assert [label.text() for label in labels] == [one.source for one in KOREAN]


def test_whatever_shows_a_text_remembers_which_it_is(qtbot: QtBot, spoken: Callable[[str], None]) -> None:
    qtbot.addWidget(parent := QWidget())
    spoken("ko")
    shown = [
        (thing, put, one.source)
        for one in (next(one for one in KOREAN if one.source == source) for source in ("Gradient", "Gradients"))
        for thing, put in everything(parent)
        if puts(thing, put, translate(one.context, one.source))
    ]
    assert {put for _, put, _ in shown} == set(standing.READ)
    assert len(shown) > 50
    assert {standing.given(thing, put) for thing, put, _ in shown} == {"기울기"}
    spoken("en")
    assert [(put, standing.given(thing, put)) for thing, put, _ in shown] == [(put, text) for _, put, text in shown]


def puts(thing: QObject, put: str, text: str) -> bool:
    """Put a text there, and say whether that is remembered: what has no words in lrviz isn't."""
    getattr(thing, put)(text)
    return put in dict(standing.words(thing))


def test_a_name_that_is_set_in_place_of_a_word_stays(qtbot: QtBot, spoken: Callable[[str], None]) -> None:
    qtbot.addWidget(label := QLabel())
    label.setText(translate("Transport", "step"))
    label.setText("step")  # what a person called a run
    spoken("ko")
    assert label.text() == "step"


def texts(window: Window) -> Texts:
    """Give what is told by all that is in sight, and by the actions: by kind, without what was timed."""
    things = [one for one in window.findChildren(QObject) if isinstance(one, QAction) or _seen(one)]
    told: Texts = Counter()
    for thing in (window, *things):
        for put in {put for cls, puts in standing.PUT if isinstance(thing, cls) for put in puts}:
            told[type(thing).__name__, put, re.sub(r"\d+\.\d(?= s|초)", "", standing.given(thing, put))] += 1
    return told


def _seen(thing: QObject) -> bool:
    return isinstance(thing, QWidget) and thing.isVisible()


@pytest.mark.parametrize("way", [("ko", "en"), ("en", "ko", "en", "ko")], ids=" ".join)
def test_a_window_that_changed_its_language_says_what_a_fresh_one_says(
    way: tuple[str, ...], qtbot: QtBot, spoken: Callable[[str], None]
) -> None:
    spoken(way[0])
    changed = opened_alone(qtbot)
    for key, _ in VIEWS:
        changed.show_view(key)
        QApplication.processEvents()
    for one in way[1:]:
        spoken(one)
    fresh = opened_alone(qtbot)
    for key, _ in VIEWS:
        for window in (changed, fresh):
            window.show_view(key)
        qtbot.waitUntil(lambda: alike(changed, fresh), timeout=20_000)
    for window in (changed, fresh):
        window.classroom.go_home()
    qtbot.waitUntil(lambda: alike(changed, fresh), timeout=20_000)


def alike(changed: Window, fresh: Window) -> None:
    told, expected = texts(changed), texts(fresh)
    assert (told - expected, expected - told) == (Counter(), Counter())
