"""Refusals: the errors of expressions whose value isn't in a text or isn't worked out, in words."""

from __future__ import annotations

import ast

from lrviz.errors import Finding, SourceError


def unknown(node: ast.AST, why: str = "") -> SourceError:
    """Give the error for an expression whose value the text doesn't hold."""
    asked = written(node)
    message = f"{asked} {why or 'is not given in the text'}; say what it is: names={{{asked!r}: …}}"
    line = getattr(node, "lineno", None)
    return SourceError(Finding("LR203", "error", message, line, asks=_whole(node)))


def refused(node: ast.AST, why: str) -> SourceError:
    """Give the error for an expression that is not worked out, and why."""
    return SourceError(Finding("LR202", "error", f"{written(node)} is refused: {why}", getattr(node, "lineno", None)))


def written(node: ast.AST) -> str:
    """Give an expression as text, in one line of at most 60 characters."""
    try:
        text = " ".join(ast.unparse(node).split())
    except (RecursionError, ValueError):
        return "this expression"
    return text if len(text) <= 60 else text[:57] + "…"


def _whole(node: ast.AST) -> str:
    """Give an expression as text in one line, nothing where it is too long to be answered."""
    try:
        text = " ".join(ast.unparse(node).split())
    except (RecursionError, ValueError):
        return ""
    return text if len(text) <= 1000 else ""
