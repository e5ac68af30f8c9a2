"""Unpacked: what a text hands over with `*` and `**`, written out as the arguments that it stands for."""

from __future__ import annotations

import ast

from lrviz.errors import SourceError
from lrviz.source.frames.decisions import Decisions
from lrviz.source.text.tree import walk
from lrviz.source.values.constants import constant

MOST = 10_000
"""Arguments that are written out in all."""


def unpack(tree: ast.Module, decisions: Decisions) -> bool:
    """Write out what calls are given with `*` and `**`, where the text says what that is."""
    left, changed = MOST, False
    for node in walk(tree):
        if isinstance(node, ast.Call) and _has_any(node):
            before = len(node.args) + len(node.keywords)
            args = [one for arg in node.args for one in _items(arg, decisions)]
            keywords = [one for keyword in node.keywords for one in _named(keyword, decisions)]
            left -= len(args) + len(keywords)
            if left < 0:
                break
            changed = changed or len(args) + len(keywords) != before or _has_any(node)
            node.args, node.keywords = args, keywords
    return changed


def _has_any(node: ast.Call) -> bool:
    return any(one.arg is None for one in node.keywords) or any(isinstance(arg, ast.Starred) for arg in node.args)


def _items(arg: ast.expr, decisions: Decisions) -> list[ast.expr]:
    if not isinstance(arg, ast.Starred):
        return [arg]
    if isinstance(arg.value, (ast.List, ast.Tuple)):
        return arg.value.elts
    try:
        value = decisions.constants.value(arg.value)
    except SourceError:
        return [arg]
    return [constant(item, arg) for item in value] if isinstance(value, list) else [arg]


def _named(keyword: ast.keyword, decisions: Decisions) -> list[ast.keyword]:
    if keyword.arg is not None:
        return [keyword]
    try:
        found = decisions.constants.entries(keyword.value)
    except SourceError:
        return [keyword]
    if not all(isinstance(name, str) for name in found):
        return [keyword]
    return [ast.copy_location(ast.keyword(name, value), keyword) for name, value in found.items()]
