"""No text in the window goes around translation: in the pseudo-language all words stand in brackets but names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.spec import Value, fields
from lrviz.ui import translation
from lrviz.ui.window import VIEWS, Window
from tests.ui.opened import opened_alone

SHOWN = ("text", "title", "placeholderText", "toolTip", "accessibleName", "accessibleDescription")
NAMES = {
    *("lrviz", "torch", "English", "log", "lr", "cpu", "auto", "rms", "loss", "output", "backward", "grad", "arXiv"),
    *(
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
    ),
    *(
        "Up",
        "Down",
        "Tab",
        "py",
        "ipynb",
        "lrviz",
        "toml",
        "json",
        "csv",
        "tsv",
        "CSV",
        "NPZ",
        "PNG",
        "SVG",
        "MLP",
        "DG",
    ),
}


def names(experiment: Experiment) -> set[str]:
    """Give the words that are the same in every language: of code, of files and keys, and what runs are called."""
    classes = [cls for cls in below(Value) if cls.__module__.startswith("lrviz.")]
    parameters = {field.name for cls in classes for field in fields(cls)}
    return {*NAMES, *(cls.__name__ for cls in classes), *parameters, *(run.name for run in experiment.runs)}


def below(cls: type) -> set[type]:
    found: set[type] = set()
    for one in cls.__subclasses__():
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
    """Give what a widget and those in it show and tell."""
    for one in (widget, *widget.findChildren(QWidget)):
        for name in SHOWN:
            read = getattr(one, name, None)
            if callable(read) and isinstance(text := read(), str):
                yield text


def plain(texts: Iterator[str] | list[str], known: set[str]) -> set[str]:
    """Give the texts with words that are neither in brackets nor known names; a text that is cut off has no end."""
    found = set()
    for text in texts:
        rest = text
        while (less := re.sub(r"⟦[^⟦⟧]*(⟧|…|$)", " ", rest)) != rest:
            rest = less
        words = set(re.findall(r"[A-Za-z_]{3,}", rest))
        if any(word not in known and word.rstrip("s") not in known for word in words):
            found.add(text[:120])
    return found


def look(window: Window, texts: list[str], known: set[str]) -> set[str]:
    """Give what is plain in all views, one after the other."""
    found: set[str] = set()
    for key, _ in VIEWS:
        window.show_view(key)
        QApplication.processEvents()
        texts.clear()
        window.grab()
        page = window.page
        assert isinstance(page, QWidget)
        found |= plain(texts, known) | plain(shown(page), known)
    return (
        found | plain(shown(window.top), known) | plain(shown(window.sidebar), known) | plain(shown(window.dock), known)
    )


def test_every_view_is_translated(qtbot: QtBot, pseudo: None, painted: list[str]) -> None:
    window = opened_alone(qtbot)
    known = names(window.store.experiment)
    assert look(window, painted, known) == set()
