"""Scripts with something wrong in them: whatever is deleted, doubled, swapped or put in, reading tells what it can."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz import Run
from lrviz.errors import Finding
from lrviz.rules.linter import lint
from lrviz.source.read import study
from lrviz.source.reading import Choice, Question, Reading

PATHS = sorted(Path(__file__).with_name("scripts").glob("*.py.txt"))
SCRIPTS = [path.read_text(encoding="utf-8") for path in PATHS]
LINE, TOKEN = re.compile(r".*\n?"), re.compile(r"\w+|\s+|[^\w\s]")
CHARACTERS = ["\t", "\r", "\f", "\v", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u0085", "é", "𝑥", "“"]
SIGNS = [
    "(",
    ")",
    "]",
    "{",
    "'",
    '"""',
    "\\",
    "#",
    ":",
    ",",
    "=",
    "**",
    "*",
    "@",
    ";",
    ":=",
    "-",
    "!",
    "...",
    "```",
    ">>> ",
]
WORDS = [
    "if ",
    "\n    ",
    "\n",
    "lambda ",
    "0x",
    "1e999",
    "9" * 40,
    ".step()",
    "%%",
    "print ",
    "pip install x",
    "for i in x:",
]
ODD = [*CHARACTERS, *SIGNS, *WORDS, "\x00", "\ud800", "\u202e"]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Give a script with up to three things changed."""
    text = draw(st.sampled_from(SCRIPTS))
    for _ in range(draw(st.integers(1, 3))):
        pieces = (LINE if draw(st.booleans()) else TOKEN).findall(text)
        i, j = (draw(st.integers(0, max(len(pieces) - 1, 0))) for _ in range(2))
        match draw(st.sampled_from(["delete", "double", "swap", "put in", "cut off"])):
            case "delete":
                del pieces[i : i + 1]
            case "double":
                pieces[i:i] = pieces[j : j + 1]
            case "swap" if pieces:
                pieces[i], pieces[j] = pieces[j], pieces[i]
            case "put in":
                pieces.insert(i, draw(st.sampled_from(ODD)))
            case "cut off":
                del pieces[i:]
        text = "".join(pieces)
    return text


def check(reading: Reading) -> None:
    """See that all that is said of a text is of the right kind, and stands in it."""
    text, last = reading.text, len(reading.text.splitlines()) + 1
    assert reading.run is None or isinstance(reading.run, Run)
    assert reading.run is not None or any(one.severity == "error" for one in reading.findings)
    for one in reading.findings:
        assert isinstance(one, Finding)
        assert one.line is None or 1 <= one.line <= last
        assert one.message
        assert "\n" not in one.message
        assert len(one.message) < 1000
    for question in reading.questions:
        assert isinstance(question, Question)
        ast.parse(question.expression, mode="eval")
        assert question.line is None or 1 <= question.line <= last
    for place in reading.places.values():
        assert 0 <= place.start < place.end <= len(text)
    for choice in reading.optimizers:
        assert isinstance(choice, Choice)
        assert 1 <= choice.line <= last
    assert reading.chosen is None or reading.chosen in {one.line for one in reading.optimizers}


@settings(max_examples=60)
@given(mutated())
def test_a_broken_script_is_read_or_told_of(text: str) -> None:
    check(study(text))


@settings(max_examples=20)
@given(mutated(), st.sampled_from([None, 1, 1000]))
def test_the_linter_says_what_it_can_of_one(text: str, steps: int | None) -> None:
    last = len(text.splitlines()) + 1
    for one in lint(text, steps=steps):
        assert one.line is None or 1 <= one.line <= last


def test_the_scripts_as_they_are_hold_what_is_checked() -> None:
    for text in SCRIPTS:
        check(study(text))
