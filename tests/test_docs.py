"""The page of rules says what the rules say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "resources" / "docs"


def test_the_page_of_rules_is_made_of_their_manuals() -> None:
    spec = importlib.util.spec_from_file_location("make", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    written = (FOLDER / "rules.md").read_text(encoding="utf-8")
    assert written == make.page().rstrip() + "\n", "run resources/docs/make.py"
