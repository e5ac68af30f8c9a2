"""Refusals: the errors of expressions whose value isn't in a text or isn't worked out, in words."""

from __future__ import annotations

import ast

from lrviz.errors import Finding, SourceError
from lrviz.sentences import say

LONGEST_ASKED = 1_000
"""Characters of an expression that may be answered."""


def unknown(node: ast.AST, why: str = "") -> SourceError:
    """Give the error for an expression whose value the text doesn't hold."""
    whole = _whole(node)
    asked = _short(whole)
    message = say(
        "{asked} {value}; say what it is: names={{{asked!r}: …}}",
        asked=asked,
        value=why or say("is not given in the text"),
    )
    line = getattr(node, "lineno", None)
    return SourceError(Finding("LR203", "error", message, line, asks=whole if len(whole) <= LONGEST_ASKED else ""))


def unmade(node: ast.AST, why: str) -> SourceError:
    """Give the error for an expression that no value answers, since the text has to make what it stands for."""
    return SourceError(
        Finding("LR203", "error", say("{written} {why}", written=written(node), why=why), getattr(node, "lineno", None))
    )


def refused(node: ast.AST, why: str) -> SourceError:
    """Give the error for an expression that is not worked out, and why."""
    return SourceError(
        Finding(
            "LR202",
            "error",
            say("{written} is refused: {why}", written=written(node), why=why),
            getattr(node, "lineno", None),
        )
    )


def written(node: ast.AST) -> str:
    """Give an expression as text, in one line of at most 60 characters."""
    return _short(_whole(node))


def _short(text: str) -> str:
    return "this expression" if not text else text if len(text) <= 60 else text[:57] + "…"


def _whole(node: ast.AST) -> str:
    """Give an expression as text in one line, nothing where it is too deep to be written."""
    try:
        return " ".join(ast.unparse(node).split())
    except (RecursionError, ValueError):
        return ""
