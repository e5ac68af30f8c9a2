"""Answers: what a person says that expressions of a text stand for."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from lrviz.errors import Finding, SourceError, shown
from lrviz.sentences import say
from lrviz.source.values.names import MARK


class Answers:
    """Values by the syntax of the expressions that they are for, wherever these stand in a text.

    Raises
    ------
    SourceError
        LR200: one is for what is no expression.
    """

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self._answers: dict[type[ast.expr], list[tuple[ast.expr, Any]]] = defaultdict(list)
        for text, value in answers.items():
            asked = _asked(text)
            self._answers[type(asked)].append((asked, _plain(value)))

    def to(self, node: ast.expr) -> list[Any]:
        """Give the answer for an expression; nothing where there is none."""
        return [value for asked, value in self._answers.get(type(node), ()) if _same(node, asked)][:1]


def _asked(text: str) -> ast.expr:
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError, AttributeError):
        message = say("names has {text}, which is not an expression", text=shown(text))
        raise SourceError(Finding("LR200", "error", message)) from None


def _plain(value: Any) -> Any:
    """Give a value of numpy or torch as Python's, and a tuple as a list."""
    plain = value.item() if hasattr(value, "item") else value
    return list(plain) if isinstance(plain, tuple) else plain


def _same(one: Any, other: Any) -> bool:
    """Whether two pieces of syntax are the same, wherever they stand."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, ast.AST):
        return all(_same(getattr(one, name, None), getattr(other, name, None)) for name in one._fields)
    return bool((one.partition(MARK)[0] if isinstance(one, str) else one) == other)
