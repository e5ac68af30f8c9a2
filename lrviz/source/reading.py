"""Reading: what a text of PyTorch code says, whether or not it says enough to draw it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lrviz.errors import Finding
from lrviz.run import Run
from lrviz.sentences import Sentence, say
from lrviz.source.usage.usage import Usage

SAY = say("; say what it is: ")
"""What in a sentence is followed by how `lrviz.parse` is given a value."""


class Span(NamedTuple):
    """Where something stands in a text: its characters from `start` up to `end`, and the line (from 1) it begins on."""

    start: int
    end: int
    line: int


class Question(NamedTuple):
    """An expression whose value a text doesn't hold, as text, its line, and the whole sentence `why`."""

    expression: str
    line: int | None
    why: str


def questions(findings: Iterable[Finding]) -> tuple[Question, ...]:
    """Give what findings ask for, each expression once."""
    asked: dict[str, Question] = {}
    for one in findings:
        if one.asks:
            asked.setdefault(one.asks, Question(one.asks, one.line, _why(one.message)))
    return tuple(asked.values())


def _why(message: str) -> str:
    """Give what is missing, without how an answer is given."""
    if isinstance(message, Sentence) and {"asked", "value"} <= message.values.keys():
        return say("{asked} {value}", asked=message.values["asked"], value=message.values["value"])
    return message.partition(SAY)[0]


class Choice(NamedTuple):
    """One of several optimizers that a text makes: the line it is made on, and its call as text."""

    line: int
    call: str


@dataclass(frozen=True)
class Reading:
    """What a text says.

    `run` is what it makes, None where that can't be known yet; `findings` say why, and `questions` what to answer
    first. A run's optimizer may only be assumed (`has_optimizer`). `places` says where in the text a part stands: the
    call that makes it (`optimizer`, `schedule`, `schedule.schedulers[0]`), and the value of each argument that is
    written there (`optimizer.lr`, `schedule.T_max`, `schedule.schedulers[0].total_iters`, `groups[0].lr`, `clip`);
    `nodes` has the expressions. `usage` is what the text does with them. Of several optimizers, the `chosen` line is
    that of the one taken.
    """

    text: str
    run: Run | None = None
    has_optimizer: bool = False
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()
    places: Mapping[str, Span] = field(default_factory=dict)
    nodes: Mapping[str, ast.expr] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    optimizers: tuple[Choice, ...] = ()
    chosen: int | None = None

    def line(self, number: int) -> Span:
        """Give where a line of the text stands, its end included."""
        return Span(self._starts[number - 1], self._starts[number], number)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """The characters that lines start at, and the end."""
        return (0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text)), len(self.text))
