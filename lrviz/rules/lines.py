"""Lines: statements of a text that are moved or replaced line by line."""

from __future__ import annotations

import itertools
import re

from lrviz.errors import Patch
from lrviz.source.reading import Reading

_ENDS = re.compile(r"\s*(return|continue|break|raise)\b")


def margin(reading: Reading, line: int, statement: str) -> str | None:
    """Give what a line is indented by, where it holds a statement and nothing else but a comment; None otherwise."""
    found = re.fullmatch(rf"([ \t]*){re.escape(statement)}[ \t]*(#.*)?\s*", _text(reading, line))
    return None if found is None else found[1]


def replaced(reading: Reading, line: int, text: str) -> Patch:
    """Give the change that puts a text in a line's place."""
    span = reading.line(line)
    return Patch(span.start, span.end, text)


def inserted(reading: Reading, line: int, text: str) -> Patch:
    """Give the change that puts a line below another."""
    end = reading.line(line).end
    return Patch(end, end, text if reading.text[:end].endswith(("\n", "\r")) else f"\n{text.rstrip()}")


def moved_down(reading: Reading, line: int) -> tuple[Patch, ...]:
    """Give the changes that move a line to the end of its block; none where what follows it can't be told."""
    moved = _text(reading, line)
    indent = len(moved) - len(moved.lstrip())
    last, count = line, reading.text.count("\n") + 1
    for number in range(line + 1, count + 1):
        text = _text(reading, number)
        own = len(text) - len(text.lstrip())
        if text.strip() and own < indent:
            break
        if text.strip() and own == indent and _ENDS.match(text):
            return ()
        if text.strip():
            last = number
    if last == line:
        return ()
    return replaced(reading, line, ""), inserted(reading, last, moved if moved.endswith("\n") else f"{moved}\n")


def moved_out(reading: Reading, line: int, loop: int) -> tuple[Patch, ...]:
    """Give the changes that move a line out of the loop that begins on another, to right below it.

    None where it is all that a block of the loop does, or where the loop has an `else`.
    """
    outer, own = _indent(reading, loop), _indent(reading, line)
    numbers = [n for n in range(loop + 1, reading.text.count("\n") + 2) if _is_code(_text(reading, n))]
    inside = [*itertools.takewhile(lambda n: _indent(reading, n) > outer, numbers)]
    if line not in inside:
        return ()
    place = inside.index(line)
    before, after = inside[:place], [n for n in numbers if n > line]
    if not any(_indent(reading, n) >= own for n in before[-1:]) and not any(
        _indent(reading, n) == own for n in after[:1]
    ):
        return ()
    if any(_text(reading, n).lstrip().startswith("else") for n in numbers[len(inside) : len(inside) + 1]):
        return ()
    moved = f"{_text(reading, loop)[:outer]}{_text(reading, line).strip()}\n"
    if line == inside[-1]:
        return (replaced(reading, line, moved),)
    return replaced(reading, line, ""), inserted(reading, inside[-1], moved)


def _is_code(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


def _indent(reading: Reading, line: int) -> int:
    text = _text(reading, line)
    return len(text) - len(text.lstrip())


def _text(reading: Reading, line: int) -> str:
    span = reading.line(line)
    return reading.text[span.start : span.end]
