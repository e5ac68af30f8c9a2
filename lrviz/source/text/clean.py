"""Clean: pasted text as Python, line by line, with a way back from every character to where it was."""

from __future__ import annotations

import ast
import io
import re
import textwrap
import warnings
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lrviz.source.text.left_out import LeftOut, whittled
from lrviz.source.text.lines import Line

_SPACES = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u3000": " "}
_QUOTES = {"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"}
_WIDE = {**{chr(0xFEE0 + ord(one)): one for one in "()[]{},.:;=+-*/<>'\""}, "\u3001": ",", "\u3002": "."}
"""Punctuation as Chinese, Japanese and Korean keyboards write it."""
_NOTHING = frozenset("\u200b\ufeff\u2060\u00ad")
_FENCE = re.compile(r"\s*(```+|~~~+)\s*([\w+#.-]*)")
_PYTHON = frozenset({"", "python", "python3", "py", "ipython", "pycon", "jupyter"})
_PROMPT = re.compile(r"(\s*)(>>>|\.\.\.)( |$)")
_CELL = re.compile(r"(\s*)(In \[\d*\]:|\.\.\.+:)( ?)")
_MAGIC = re.compile(r"\s*(%%?[A-Za-z]|![\w./~]|\?\w|[\w.]+\?{1,2}\s*$)")
_NUMBER = re.compile(r"\s*(\d+)[:.|)]?(\s|$)")
_CHANGED = re.compile(r"(diff --git |@@ |--- |\+\+\+ |index [0-9a-f]+\.\.)")
_SHIFTS = 40
"""Lines whose indent is evened out at most, one after the other."""


class Clean(NamedTuple):
    """A text as Python: as many lines as were pasted, those that are no code empty, and what is left out of them."""

    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def text(self) -> str:
        """The code."""
        return "\n".join(line.text for line in self.lines)


@lru_cache(maxsize=8)  # of one text are asked its syntax, its places and its changes
def cleaned(source: str) -> Clean:
    """Give a text as Python, as far as that takes: nothing is done to what is Python as it stands.

    Taken out is what pasting leaves behind: a byte-order mark, no-break and zero-width spaces, typographic quotes, a
    common or an uneven indent, prompts and what they print, Markdown around fences, a diff's signs, line numbers and a
    notebook's magics. Statements that are no Python even then are left out, where they are few.
    """
    lines = [_line(text) for text in io.StringIO(source, newline="")]
    lines = _dedented(lines)
    for way in (list, _fenced, _prompted, _patched, _numbered, _unmagical, _straight, _expanded):
        lines = _dedented(way(lines))
        if _is_python(lines):
            return Clean(tuple(lines))
    evened = _dedented(_even(lines))
    if _is_python(evened):
        return Clean(tuple(evened))
    lines, out = whittled(lines)
    return Clean(tuple(lines), out)


def _line(text: str) -> Line:
    bare = text.rstrip("\r\n")
    if bare.isascii():
        return Line(bare, range(len(bare) + 1))
    kept = [(_SPACES.get(one, one), i) for i, one in enumerate(bare) if one not in _NOTHING]
    return Line("".join(one for one, _ in kept), (*(i for _, i in kept), len(bare)))


def _is_python(lines: Sequence[Line]) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse("\n".join(line.text for line in lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _dedented(lines: Sequence[Line]) -> list[Line]:
    """Take a common indent out."""
    if not lines:
        return []
    text = "\n".join(line.text for line in lines)
    short = textwrap.dedent(text).split("\n")
    return [
        line.without(len(line.text) - len(now)) if line.text.strip() else line.blank
        for line, now in zip(lines, short, strict=True)
    ]


def _fenced(lines: Sequence[Line]) -> list[Line]:
    """Keep what stands in fences of Python, where there is any: of those that name no language what is Python."""
    fences = [_FENCE.match(line.text) for line in lines]
    if not any(fences):
        return list(lines)
    blocks: list[tuple[str, range]] = []
    inside, language, first = "", "", 0
    for i, fence in enumerate(fences):
        if fence and not inside:
            inside, language, first = fence[1], fence[2].lower(), i + 1
        elif fence and fence[1].startswith(inside) and not fence[2]:
            blocks.append((language, range(first, i)))
            inside = ""
    if inside:
        blocks.append((language, range(first, len(lines))))
    wanted = [block for block in blocks if block[0] in _PYTHON]
    certain = [(named, at) for named, at in wanted if named or _is_code(lines[at.start : at.stop])]
    kept = {i for _, at in certain or wanted for i in at}
    return [line if i in kept else line.blank for i, line in enumerate(lines)]


def _is_code(lines: Sequence[Line]) -> bool:
    """Whether lines are Python as they stand, or behind prompts."""
    return any(_PROMPT.match(line.text) for line in lines) or _is_python(_dedented(_unmagical(lines)))


def _prompted(lines: Sequence[Line]) -> list[Line]:
    """Keep what stands behind prompts, where there are any: the rest is what was printed."""
    for prompt, first in ((_PROMPT, ">>>"), (_CELL, "In [")):
        found = [prompt.match(line.text) for line in lines]
        if any(match and match[2].startswith(first) for match in found):
            return [
                line.without(match.end()) if match else line.blank for line, match in zip(lines, found, strict=True)
            ]
    return list(lines)


def _patched(lines: Sequence[Line]) -> list[Line]:
    """Keep what a diff leaves."""
    if not any(line.text.startswith(("@@ ", "diff --git ")) for line in lines):
        return list(lines)
    gone = [_CHANGED.match(line.text) or line.text.startswith("-") for line in lines]
    return [line.blank if out else line.without(1) for line, out in zip(lines, gone, strict=True)]


def _numbered(lines: Sequence[Line]) -> list[Line]:
    """Take line numbers out, where every line has the next one."""
    found = [(line, _NUMBER.match(line.text)) for line in lines]
    numbers = [int(match[1][:9]) if match else -1 for line, match in found if line.text.strip()]
    if len(numbers) < 2 or any(now <= before for before, now in pairwise(numbers)) or numbers[0] < 0:
        return list(lines)
    return [line.without(match.end()) if match else line for line, match in found]


def _unmagical(lines: Sequence[Line]) -> list[Line]:
    """Put nothing, or a pass, in place of a notebook's magics and its shell commands."""
    return [line.passed if _MAGIC.match(line.text) else line for line in lines]


def _straight(lines: Sequence[Line]) -> list[Line]:
    """Give straight quotes for typographic ones, and narrow punctuation for wide."""
    table = str.maketrans(_QUOTES | _WIDE)
    return [Line(line.text.translate(table), line.columns) for line in lines]


def _expanded(lines: Sequence[Line]) -> list[Line]:
    """Give spaces for tabs at the beginning of lines."""
    return [_spaced(line) if "\t" in line.text[: line.indent] else line for line in lines]


def _spaced(line: Line) -> Line:
    margin = line.text[: line.indent].expandtabs(4)
    return Line(margin + line.text[line.indent :], [*[line.columns[0]] * len(margin), *line.columns[line.indent :]])


def _even(lines: Sequence[Line]) -> list[Line]:
    """Even out indents that fit no other line: of a block that was pasted without the beginning of its first line."""
    found = list(lines)
    for _ in range(_SHIFTS):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ast.parse("\n".join(line.text for line in found))
        except IndentationError as error:
            shifted = _shifted(found, (error.lineno or 1) - 1, error.msg)
            if shifted == found:
                return found
            found = shifted
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return found
        else:
            return found
    return found


def _shifted(lines: list[Line], at: int, why: str) -> list[Line]:
    """Move the lines around an indent that fits none to the left."""
    if at >= len(lines):
        return lines
    if why.startswith("unindent"):  # those before it stand too far right
        much = _above(lines, at) - lines[at].indent
        return [_left(line, much) if i < at else line for i, line in enumerate(lines)]
    if why.startswith("unexpected"):
        much = lines[at].indent - _above(lines, at)
        end = next(
            (i for i in range(at, len(lines)) if lines[i].text and lines[i].indent < lines[at].indent), len(lines)
        )
        return [_left(line, much) if at <= i < end else line for i, line in enumerate(lines)]
    return lines


def _above(lines: list[Line], at: int) -> int:
    """Give the indent of the last line of code before one."""
    return next((line.indent for line in reversed(lines[:at]) if line.text), 0)


def _left(line: Line, much: int) -> Line:
    return line.without(max(0, min(much, line.indent))) if line.text else line
