"""Answers: what a person says an expression is, as the syntax that it is for."""

from __future__ import annotations

import ast
from typing import Any

from lrviz.errors import Finding, SourceError, shown
from lrviz.source.values.names import MARK


def same(one: Any, other: Any) -> bool:
    """Whether two pieces of syntax are the same, wherever they stand."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, ast.AST):
        return all(same(getattr(one, name, None), getattr(other, name, None)) for name in one._fields)
    return bool((one.partition(MARK)[0] if isinstance(one, str) else one) == other)


def answer(text: str, value: Any) -> tuple[ast.expr, Any]:
    """Give the syntax that an answer is for, and the answer."""
    try:
        asked = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError, AttributeError):
        message = f"names has {shown(text)}, which is not an expression"
        raise SourceError(Finding("LR200", "error", message)) from None
    plain = value.item() if hasattr(value, "item") else value
    return asked, list(plain) if isinstance(plain, tuple) else plain
