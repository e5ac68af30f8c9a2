"""The pages of rules, lessons and cards say what the rules, the values of a lesson and the catalog say."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import numpy as np

from lrviz.teaching.reading import read

FOLDER = Path(__file__).parents[1] / "resources" / "docs"


def made(name: str) -> ModuleType:
    """Load a script of the folder."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def written(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def test_the_page_of_rules_is_made_of_their_manuals() -> None:
    assert written("rules.md") == made("make").page().rstrip() + "\n", "run resources/docs/make.py"


def test_the_page_on_lessons_is_made_of_their_values() -> None:
    assert written("lessons.md") == made("lessons_page").page().rstrip() + "\n", "run resources/docs/make.py"


def test_the_pages_of_cards_are_made_of_what_classes_tell() -> None:
    cards = made("cards_page")
    for name, text in cards.pages().items():
        assert written(name) == text.rstrip() + "\n", "run resources/docs/make.py"
        for picture in re.findall(r"\(pictures/(.+?)\)", text):
            assert (FOLDER / "pictures" / picture).is_file()
        for rule in re.findall(r"\(rules\.md#(lr\d+)\)", text):
            assert f"## {rule.upper()}\n" in written("rules.md")


def test_the_pictures_of_cards_are_their_curves() -> None:
    drawn = made("cards_page").pictures()
    assert {path.name for path in (FOLDER / "pictures").glob("*.svg")} == set(drawn)
    for name, text in drawn.items():
        there, now = (
            np.array([[float(one) for one in point.split(",")] for point in re.findall(r"[\d.]+,[\d.]+", svg)])
            for svg in (written(f"pictures/{name}"), text)
        )
        np.testing.assert_allclose(there, now, atol=0.11)


def test_the_lesson_on_the_page_can_be_read() -> None:
    (example,) = (part.partition("```")[0] for part in written("lessons.md").split("```toml\n")[1:])
    lesson = read(example)
    assert [scene.name for scene in lesson.scenes] == ["digits", "clean digits"]
    assert lesson.caveat.en.count("\n\n") == 1
