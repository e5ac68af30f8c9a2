"""The pages of rules and lessons say what the rules and the values of a lesson say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

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


def test_the_lesson_on_the_page_can_be_read() -> None:
    (example,) = (part.partition("```")[0] for part in written("lessons.md").split("```toml\n")[1:])
    lesson = read(example)
    assert [scene.name for scene in lesson.scenes] == ["digits", "clean digits"]
    assert lesson.caveat.en.count("\n\n") == 1
