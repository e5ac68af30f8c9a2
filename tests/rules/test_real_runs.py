"""Configurations that people really train by, and train well: nothing is said of them but what can be argued for.

Each is a text as its users write it, with what it is in its first comments: how often its scheduler is stepped where
that isn't said below, answers to what it doesn't hold, and the ids of what is found because it can't be read.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from lrviz import Finding, lint

TEXTS = sorted(Path(__file__).with_name("good").glob("*.py.txt"))
OF_TEXTS = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name.removesuffix(".py.txt"))


def linted(path: Path) -> tuple[list[Finding], list[str]]:
    """Give what is found in a text, and which warnings and errors it is said to hold."""
    text = path.read_text(encoding="utf-8")
    said = dict(re.findall(r"^# (\w+): (.*)$", text, re.MULTILINE))
    steps = int(said["steps"]) if "steps" in said else None
    found = lint(text, steps=steps, names=ast.literal_eval(said.get("answers", "{}")))
    return found, said.get("finds", "").split()


@OF_TEXTS
def test_no_error_and_no_warning(path: Path) -> None:
    found, said = linted(path)
    alarms = [one for one in found if one.severity != "info"]
    assert [one.rule for one in alarms] == said, alarms


@OF_TEXTS
def test_notes_are_of_decays_that_end_high_of_weak_weight_decays_and_of_rates_set_by_hand(path: Path) -> None:
    assert {one.rule for one in linted(path)[0] if one.severity == "info"} <= {"LR119", "LR120", "LR204"}
