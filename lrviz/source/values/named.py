"""Named: which names stand in a piece of syntax, and which of them it sets."""

from __future__ import annotations

import ast

from lrviz.source.text.tree import walk


def names_in(node: ast.AST) -> set[str]:
    """Give the names that stand anywhere in a node."""
    return {each.id for each in walk(node) if isinstance(each, ast.Name)}


def names_set_in(node: ast.AST) -> set[str]:
    """Give the names that are assigned anywhere in a node."""
    return {each.id for each in walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
