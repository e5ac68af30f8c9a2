"""Left open: what it is called when a text doesn't say what something stands for."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lrviz.sentences import both, say
from lrviz.source.values.bindings import Reach, options
from lrviz.source.values.targets import Key

Keys = tuple[Key, ...]
MOST = 100
"""Bindings that a message is made of."""


class LeftOpenError(Exception):
    """The text doesn't say what something stands for; or it says that it has no such key, which is `absent`."""

    def __init__(self, why: str = "", *, absent: bool = False) -> None:
        super().__init__(why)
        self.why, self.absent = why, absent


class CycleError(Exception):
    """Something depends on itself."""


@dataclass(frozen=True)
class Ungiven:
    """What an option of the command line without default is: None, where that is asked for, and else a question.

    `node` is the expression that it is got by.
    """

    node: ast.expr | None = None

    def __bool__(self) -> bool:
        return False


def plain(value: Any) -> Any:
    """Give a value that is one, not an option that nobody gave."""
    if isinstance(value, Ungiven):
        raise LeftOpenError
    return value


def several(reaches: Sequence[Reach]) -> str:
    """Say in which lines a name is set that has no one value."""
    lines = {one.line for one in options(reaches, MOST)}
    return say("is set in more than one place (lines {listed})", listed=listed(sorted(lines)))


def listed(lines: Sequence[int]) -> str:
    """Give the numbers of lines as words."""
    if len(lines) > 6:
        return say("{first} to {last}", first=lines[0], last=lines[-1])
    return both(map(str, lines))
