"""The Korean words of the pages of lessons: all are there, each holds the same places, and Qt gives them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

import lrviz
from lrviz.files import resource
from lrviz.ui import translation
from lrviz.ui.language import keep, language

UI = Path(lrviz.__file__).parent / "ui"
PAGES = (
    *UI.glob("home/*.py"),
    *UI.glob("lesson/*.py"),
    UI / "panels" / "lesson_panel.py",
    UI / "recent.py",
)
KOREAN = resource("translations", "lrviz_ko.ts")


def said(path: Path) -> Iterator[tuple[str, str]]:
    """Give each text that a module has translated, with its context."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for cls in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        yield from ((cls.name, text) for text in called(cls, "tr"))
    contexts = [text for text in called(tree, "translate") if text]
    for text in called(tree, "_tr"):
        yield contexts[0], text


def called(tree: ast.AST, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == name:
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_text_of_the_pages_of_lessons_is_in_korean_too(path: Path) -> None:
    known = translation.words(KOREAN)
    for context, text in said(path):
        assert (context, text) in known
        assert set(re.findall(r"\{\d\}", text)) == set(re.findall(r"\{\d\}", known[context, text]))


def test_no_korean_text_stands_for_one_that_is_gone() -> None:
    texts = {found for path in PAGES for found in said(path)}
    assert not translation.words(KOREAN).keys() - texts


def test_the_window_speaks_the_language_that_was_chosen(qapp: QApplication) -> None:
    try:
        keep("ko")
        assert language() == "ko"
        translation.speak()
        assert QCoreApplication.translate("HomeBar", "New experiment") == "새 실험"
        assert QCoreApplication.translate("HomeBar", "nothing there") == "nothing there"
    finally:
        keep("en")
        translation.speak()
    assert QCoreApplication.translate("HomeBar", "New experiment") == "New experiment"
