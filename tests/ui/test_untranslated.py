"""No text in the window goes around translation: in the pseudo-language all words stand in brackets but names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import pytest
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.spec import Value, fields
from lrviz.ui.actions import actions, session_menu
from lrviz.ui.speech import translation
from lrviz.ui.window import VIEWS, Window
from tests.ui.opened import opened_alone

Reader = Callable[[QWidget], Iterable[str]]
NAMES = {
    *[
        "lrviz",
        "torch",
        "English",
        "log",
        "cpu",
        "auto",
        "rms",
        "loss",
        "output",
        "backward",
        "grad",
        "arXiv",
        "from",
        "MLP",
    ],
    *[
        "Ctrl",
        "Shift",
        "Alt",
        "Del",
        "Esc",
        "Enter",
        "Return",
        "Space",
        "Home",
        "End",
        "PgDown",
        "PgUp",
        "Left",
        "Right",
        "Up",
        "Down",
        "Tab",
    ],
    *["ipynb", "toml", "json", "csv", "tsv", "CSV", "NPZ", "PNG", "SVG"],
}


def names(experiment: Experiment) -> set[str]:
    """Give the words that are the same in every language: of code, of files and keys, and what runs are called."""
    classes = [cls for cls in below(Value) if cls.__module__.startswith("lrviz.")]
    every = [field for cls in classes for field in fields(cls)]
    choices = {word for field in every for one in field.choices for word in re.findall(r"[A-Za-z_]+", str(one))}
    return {*NAMES, *(cls.__name__ for cls in classes), *(one.name for one in every), *choices} | {
        run.name for run in experiment.runs
    }


def below(cls: type) -> set[type]:
    found: set[type] = set()
    subclasses: list[type] = cls.__subclasses__()
    for one in subclasses:
        found |= {one} | below(one)
    return found


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what is painted from here on."""
    texts: list[str] = []
    draw = QPainter.drawText

    def spy(self: QPainter, *given: object) -> object:
        texts.extend(one for one in given if isinstance(one, str))
        return draw(self, *given)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", spy)
    return texts


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    monkeypatch.setenv("LRVIZ_LANGUAGE", "pseudo")
    translation.speak()
    yield
    monkeypatch.delenv("LRVIZ_LANGUAGE")
    translation.speak()


def shown(widget: QWidget) -> Iterator[str]:
    """Give what a widget and those in it show."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield one.toolTip()
        if isinstance(one, QAbstractButton | QLabel | QLineEdit):
            yield one.text()


def told(widget: QWidget) -> Iterator[str]:
    """Give what a widget and those in it tell who listens."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.accessibleName(), one.accessibleDescription())


def plain(texts: Iterable[str], known: set[str]) -> set[str]:
    """Give the texts with words that are neither in brackets nor known names; a text that is cut off has no end."""
    found = set()
    for text in texts:
        rest = "" if text.startswith("<a href") else text  # a reference, as people cite it
        while (less := re.sub(r"⟦[^⟦⟧]*(⟧|…|$)", " ", rest)) != rest:
            rest = less
        words = set(re.findall(r"[A-Za-z_]{3,}", rest))
        if any(word not in known and word.rstrip("s") not in known for word in words):
            found.add(text[:120])
    return found


def look(window: Window, texts: list[str], known: set[str], read: Reader) -> set[str]:
    """Give what is plain in all views, one after the other: what is painted, and what is read off the widgets."""
    found: set[str] = set()
    for key, _ in VIEWS:
        window.show_view(key)
        QApplication.processEvents()
        texts.clear()
        window.grab()
        page = window.page
        assert isinstance(page, QWidget)
        found |= plain(texts, known) | plain(read(page), known)
    return found | {text for part in (window.top, window.sidebar, window.dock) for text in plain(read(part), known)}


def test_every_view_is_translated(qtbot: QtBot, pseudo: None, painted: list[str]) -> None:
    window = opened_alone(qtbot)
    known = names(window.store.experiment)
    assert look(window, painted, known, lambda widget: chain(shown(widget), told(widget))) == set()


def test_all_in_sight_is_said_again_when_the_language_changes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, painted: list[str]
) -> None:
    window = opened_alone(qtbot)
    known = names(window.store.experiment)
    assert look(window, painted, known, shown)
    monkeypatch.setenv("LRVIZ_LANGUAGE", "pseudo")
    try:
        translation.speak()
        qtbot.waitUntil(lambda: look(window, painted, known, shown) == set())
    finally:
        monkeypatch.delenv("LRVIZ_LANGUAGE")
        translation.speak()


def test_every_menu_is_translated(qtbot: QtBot, pseudo: None) -> None:
    window = opened_alone(qtbot)
    menu = session_menu(window, {action.key: QAction(window) for action in actions(window)})
    texts = [action.text() for one in (menu, *menu.findChildren(QMenu)) for action in one.actions()]
    assert len(texts) > 100
    assert plain(texts, names(window.store.experiment)) == set()


@pytest.mark.parametrize("key", ["presets", "problem", "settings", "keys", "find"])
def test_every_dialog_is_translated(key: str, qtbot: QtBot, pseudo: None) -> None:
    window = opened_alone(qtbot)
    before = set(QApplication.topLevelWidgets())
    next(action for action in actions(window) if action.key == key).act()
    QApplication.processEvents()
    opened = [one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible()]
    known = names(window.store.experiment)
    for one in opened or [window]:
        assert plain(chain(shown(one), told(one)), known) == set()
    for one in opened:
        one.close()
