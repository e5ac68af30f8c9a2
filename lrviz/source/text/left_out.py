"""Left out: the smallest statements of a text that are no Python, so that the rest of it can be read."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lrviz.sentences import say
from lrviz.source.text.lines import Line

MOST = 20
"""Statements that are left out at most."""
WORK = 600_000
"""Characters that are parsed at most while looking for them."""
_PRINTED = re.compile(r"\s*print ")
_COMMENT = re.compile(r"\s#.*$")
_EMPTY = re.compile(r"^expected an indented block.* on line (\d+)$")
_SHELL = re.compile(
    r"\s*(\$ |(sudo )?(pip3?|conda|mamba|uv|poetry|apt|apt-get|brew|git|wget|curl|cd|ls|cat|mkdir|rm|cp|mv|tar|unzip"
    r"|source|export|nvidia-smi|python3?|torchrun|accelerate|deepspeed|sbatch|srun|ssh|docker) +[\w./~$-])"
)
_WORD = re.compile(r"[^\W\d]\w*")


class LeftOut(NamedTuple):
    """What is left out of a text: its first line (from 1), its words, why it is no Python, and what it may be about."""

    line: int
    text: str
    why: str
    words: frozenset[str]

    @property
    def told(self) -> str:
        """What is said of it where nothing that is read depends on it."""
        first = " ".join(self.text.partition("\n")[0].split())
        shown = first if len(first) <= 60 else f"{first[:57]}…"
        if not self.words and _PRINTED.match(self.text):
            return say("print is a function; {shown} is read as a call of it", shown=shown)
        return say(
            "{shown} is no Python ({why}) and left out: nothing that is read depends on it",
            shown=shown,
            why=self.why,
        )


class _Trouble(NamedTuple):
    """Where a text is no Python, and why."""

    at: int
    why: str


def whittled(lines: Sequence[Line]) -> tuple[list[Line], tuple[LeftOut, ...]]:
    """Give lines without the statements that are no Python, and those; all as they were where that isn't enough.

    What is left out has a `pass` in its place. A `print` without parentheses becomes one with them; that is told, too.
    """
    kept, out = list(lines), list[LeftOut]()
    left = min(MOST, WORK // (1 + sum(len(line.text) + 1 for line in lines)))
    trouble = _trouble(kept)
    while trouble is not None:
        for changed, found in _ways(kept, trouble):
            left -= 1
            if left < 0:
                return list(lines), ()
            then = _trouble(changed)
            if then is None or then.at > found[1]:
                break
        else:
            return list(lines), ()
        out.append(_told(kept, *found, trouble.why, printed=changed[found[0]].text.lstrip().startswith("print(")))
        kept, trouble = changed, then
    return kept, tuple(out)


def _trouble(lines: Sequence[Line]) -> _Trouble | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse("\n".join(line.text for line in lines))
    except SyntaxError as error:
        return _Trouble(min(max((error.lineno or 1) - 1, 0), len(lines) - 1), error.msg)
    except (ValueError, RecursionError, MemoryError) as error:  # half a surrogate pair, or too many brackets
        return _Trouble(len(lines), str(error))
    return None


def _ways(lines: Sequence[Line], trouble: _Trouble) -> Iterator[tuple[list[Line], tuple[int, int]]]:
    """Give ways to leave something out, the least first: the lines then, and the first and the last that are out."""
    at = trouble.at
    if at >= len(lines):
        return
    if empty := _EMPTY.match(trouble.why):  # then it is a line before that has none
        header = int(empty[1]) - 1
        yield _without(lines, header, header), (header, max(header, at))  # which may have been meant to be in it
        return
    if trouble.why.startswith("unterminated triple"):  # where it was meant to end nobody knows
        yield _without(lines, at, len(lines) - 1), (at, len(lines) - 1)
        return
    if _PRINTED.match(lines[at].text):
        yield [*lines[:at], _printed(lines[at]), *lines[at + 1 :]], (at, at)
    end = _end(lines, at)
    yield _without(lines, at, end), (at, end)
    if trouble.why.startswith("un"):  # unindent, unexpected indent: nothing may stand there
        yield [*lines[:at], *(line.blank for line in lines[at : end + 1]), *lines[end + 1 :]], (at, end)
    for first in _beginnings(lines, at):
        yield _without(lines, first, max(_end(lines, first), end)), (first, max(_end(lines, first), end))


def _beginnings(lines: Sequence[Line], at: int) -> Iterator[int]:
    """Give the lines before one that its statement may begin with: the last, and those further out."""
    indent = lines[at].indent + 1
    for i in range(at - 1, -1, -1):
        if lines[i].text.strip() and lines[i].indent < indent:
            yield i
            indent = lines[i].indent


def _without(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    out = [lines[first].passed, *(line.blank for line in lines[first + 1 : last + 1])]
    return [*lines[:first], *out, *lines[last + 1 :]]


def _end(lines: Sequence[Line], at: int) -> int:
    """Give the last line of what a line begins: of those that are further in, and of brackets that close it."""
    own, last = lines[at].indent, at
    for i in range(at + 1, len(lines)):
        text = lines[i].text.strip()
        if text and lines[i].indent <= own and text[0] not in ")]}":
            break
        last = i if text else last
    return last


def _printed(line: Line) -> Line:
    """Give a print of Python 2 as a call."""
    margin, _, rest = _COMMENT.sub("", line.text).partition("print ")
    whole = f"{margin}print({rest})"
    return Line(whole, [*line.columns[: len(whole) - 1], *line.columns[-2:]])


def _told(lines: Sequence[Line], first: int, last: int, why: str, *, printed: bool) -> LeftOut:
    text = "\n".join(line.text for line in lines[first : last + 1])
    quiet = printed or _SHELL.match(text)
    return LeftOut(first + 1, text.strip(), why, frozenset() if quiet else frozenset(_WORD.findall(text)))
